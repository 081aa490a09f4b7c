package source

import (
	"runtime"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/schema"
)

// FuzzRead gives any bytes to every parser: an error or a sane document, never a panic, and what is allocated is bounded by
// their number.
func FuzzRead(f *testing.F) {
	for _, seed := range []struct{ name, data string }{
		{"a.txt", "02:19\nThey met.\nIVO MARAN CROATIAN PRESIDENT \"We want peace.\nThey left. Anna Weber, CGTN, Vienna."},
		{"a.txt", "\xFF\xFEa\x00b\x00"}, {"a.txt", "S\xE3o Tom\xE9"}, {"a.txt", "a\x00b"}, {"a.txt", ""},
		{"a.jsonl", `{"id":"a","text":"Iran wants peace.","date":"2019-02-14"}` + "\n{\"id\":"},
		{"a.srt", "1\n00:00:01,000 --> 00:00:02,000\n- <i>We want peace.</i>\n- ANNA: No.\n"},
		{"a.srt", "00:00:01,000 -->\n-->"},
		{"a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Anna>We <00:00:01.500><c>want</c> peace <v Tom>No\n"},
		{"a.vtt", "WEBVTT\nX-TIMESTAMP-MAP=LOCAL\nRegion: a\n\n00:01.000 --> 00:02.000 region:x\n\xE2\x99\xAA"},
		{"a.vtt", "WEBVTT\n\nname\n00:01.000 --> 00:02.000\n\n&gt;&gt; A &lrm;b: c\n\nd\n2\n00:03.000 --> 00:04.000\n-e\n-f\n"},
		{"a.html",
			"<dl><dt>Anna Stern</dt><dd>We want you.</dd><dt>Ivo Kos</dt><dd>I do.</dd><dt>Anna " +
				"Stern</dt><dd>You?</dd></dl><p><b>Ivo Kos</b> I.</p>"},
		{"a.html", "<details class=comment-box><p>a</details><p>We use cookies.<time itemprop=dateModified>14 May 2019</time><dialog>b"},
		{"a.html", page}, {"a.html", "<p>a<p>b<table><tr><td>c</p>&#0;&amp"},
	} {
		f.Add(seed.name, []byte(seed.data))
	}
	for range Read("a.html", []byte(page), Options{}) { // what is loaded at its first use is no work of an input
	}
	const once, each = 4 << 20, 16 << 10
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		if i := strings.LastIndexByte(name, '.'); i >= 0 {
			name = "a" + name[i:]
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		defer func() {
			runtime.ReadMemStats(&after)
			if n := int(after.TotalAlloc - before.TotalAlloc); n > once+each*len(data) {
				t.Errorf("%d bytes allocate %d kB", len(data), n>>10)
			}
		}()
		for doc, err := range Read(name, data, Options{}) {
			if err != nil {
				if !strings.HasPrefix(err.Error(), name) {
					t.Errorf("the error does not begin with the file: %v", err)
				}
				continue
			}
			if msg := checkDocument(&doc); msg != "" {
				t.Error(msg)
			}
		}
	})
}

// FuzzStructure looks for turns in any text.
func FuzzStructure(f *testing.F) {
	for _, seed := range []string{
		"02:19\nThey met.\nIVO MARAN CROATIAN PRESIDENT \"We want peace.\"\nBut.\nANNA WEBER VIENNA \"It goes on. Anna Weber, CGTN, Vienna.\"",
		"GENEVA, Feb. 14, 2019 (Xinhua) — a\n\nBy A B\n\n14 May 2019", "(SOUNDBITE) (English) A, B C, SAYING: “x\n“y”",
		"SOUNDBITE 1 (Arabic): A B, Head of C\nx",
		">> anna: x\n>>\n>> y", "<v A B>x", "[21:00:00] A B (voice-over): x\n[21:00:10]\ny", "A: x\nB: y\nA: z", "A B C \"\"",
		"A B C “", "A B “”\nC D ‘x.’", "İ Ⱥ DE LA \"x\"",
		"MR. A: I.\n\nQ You? A. B: x C D: y\n\nEND\n1:05 P.M. EDT\nx", "Q. a\nA. B\nQ: C\n>> D: E >> F",
		"A B, MAYOR\nI do.\n\nThe Heading\n\nA B, MAYOR: \"x 12\" y\" z\n(Laughter.)\n",
		"A B MINISTER 'It’s x.'\nA B MINISTER ‘’\n", "MR. A: x\nMr. B: “y” z\nw\nQ v",
		"Ab Cd (Ef and Gh): you?\nThe Ab (Mr. Cd Ef): I\nAb Cd\nEf", "– Ab: you\n- Ab: I\n— Ab: we",
		"They met. A B C \"x.\" D E F \"y", "a\r\n\r\nA B MINISTER\r\n\"x\"\r\n", "\"", "“a” “b”", ":", "A:\nB:\n",
		"\xff\xfe: a", "A, B, C in D. ",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		doc := &schema.Document{ID: "f", Text: text}
		if err := Structure(doc); err != nil {
			t.Fatal(err)
		}
		if msg := checkTurns(doc); msg != "" {
			t.Errorf("%s\nin %q", msg, text)
		}
		again := &schema.Document{ID: "f", Text: text}
		if err := Structure(again); err != nil {
			t.Fatal(err)
		}
		if show(doc) != show(again) {
			t.Error("a second reading differs")
		}
		if utf8.ValidString(text) {
			for _, turn := range doc.Turns {
				if !utf8.ValidString(turn.Span.In(text)) {
					t.Errorf("turn cuts a character: %q", turn.Span.In(text))
				}
			}
		}
	})
}

// FuzzDate reads any string as a date, and what it gives again.
func FuzzDate(f *testing.F) {
	for _, seed := range []string{"2019-02-14", "14 February 2019", "Feb. 14, 2019", "20190214T101010Z",
		"Thu, 14 Feb 2019 10:00:00 +0000", "2019-02-14T10:00", "9999-99-99", "١٤ May 2019"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		iso, ok := parseDate(s)
		if !ok {
			return
		}
		if again, ok := parseDate(iso); !ok || again != iso {
			t.Errorf("%q is %q, which is %q", s, iso, again)
		}
	})
}
