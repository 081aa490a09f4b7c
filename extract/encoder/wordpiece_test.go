package encoder

import (
	"slices"
	"strings"
	"testing"
)

func TestPieces(t *testing.T) {
	vocabulary := strings.Fields(`[PAD] [UNK] [CLS] [SEP] oslo object ##s ##ion un ##do u ##n zurich ' s . - $ 北 京 ##ed
		a ##a cafe ## # tokyo [ ] sep`)
	w, err := newWordPiece(vocabulary)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ name, word, want string }{
		{"whole", "oslo", "oslo"},
		{"upper case", "OSLO", "oslo"},
		{"longest first", "objects", "object ##s"},
		{"longest first, not shortest", "undo", "un ##do"},
		{"second way is not tried", "unn", "un ##n"},
		{"no way to the end", "objectx", "[UNK]"},
		{"unknown", "xyz", "[UNK]"},
		{"accent", "Zürich", "zurich"},
		{"accent as a character of its own", "Zu\u0308rich", "zurich"},
		{"accents only", "\u0308", ""},
		{"nothing", "", ""},
		{"punctuation apart", "oslo's", "oslo ' s"},
		{"symbols of ASCII apart", "$a", "$ a"},
		{"unknown punctuation", "oslo—oslo", "oslo [UNK] oslo"},
		{"ideographs apart", "北京a", "北 京 a"},
		{"ideograph unknown", "a中", "a [UNK]"},
		{"space within a word", "oslo a\u00a0s", "oslo a s"},
		{"tab", "a\ts", "a s"},
		{"control character", "os\u0000l\u200bo", "oslo"},
		{"private use", "os\ue000lo", "oslo"},
		{"broken UTF-8", "os\xfflo", "oslo"},
		{"a control piece is text", "[SEP]", "[ sep ]"},
		{"marks of continuation are text", "##s", "# # s"},
		{"100 characters", strings.Repeat("a", 100), "a" + strings.Repeat(" ##a", 99)},
		{"101 characters", strings.Repeat("a", 101), "[UNK]"},
		{"dotted capital I", "UNİ", "[UNK]"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, id := range w.split(nil, tt.word) {
				got = append(got, vocabulary[id])
			}
			if want := strings.Fields(tt.want); !slices.Equal(got, want) {
				t.Errorf("%q gives %q, want %q", tt.word, got, want)
			}
		})
	}
}

func TestVocabularyIsChecked(t *testing.T) {
	for name, vocabulary := range map[string][]string{"no [UNK]": {"a"}, "twice": {"[UNK]", "a", "a"}} {
		t.Run(name, func(t *testing.T) {
			if _, err := newWordPiece(vocabulary); err == nil {
				t.Error("no error")
			}
		})
	}
}

func FuzzPieces(f *testing.F) {
	for _, s := range []string{"oslo", "Zürich's", "北京", "\xff\xfe", "İstanbul", "a\u0301\u0301"} {
		f.Add(s)
	}
	w, err := newWordPiece([]string{"[UNK]", "a", "##a", "i", "##s"})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, id := range w.split(nil, s) {
			if id < 0 || id > 4 {
				t.Fatalf("%q gives piece %d", s, id)
			}
		}
	})
}
