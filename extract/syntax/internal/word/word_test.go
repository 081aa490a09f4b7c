package word

import (
	"strings"
	"testing"
)

func TestSentenceCase(t *testing.T) {
	for _, c := range []struct {
		text string
		want Case
	}{
		{"The minister left .", NormalCase},
		{"THE MINISTER LEFT", NoCase},
		{"THE MINISTER LEFT FOR McMURDO", NoCase},
		{"the minister left", NoCase},
		{"Minister Leaves Cabinet Over Harbour Deal", TitleCase},
		{"NATO met .", NormalCase},
		{"US and EU agree", NormalCase},
		{"12 34 .", NormalCase},
		{"", NormalCase},
	} {
		if got := SentenceCase(strings.Fields(c.text)); got != c.want {
			t.Errorf("%q has case %d, want %d", c.text, got, c.want)
		}
	}
}

func TestLooks(t *testing.T) {
	clusters, err := ReadClusters(strings.NewReader("opposes\t0110\nTurkey\t1010\nturkey\t1111\n"))
	if err != nil {
		t.Fatal(err)
	}
	at := func(text string) []Look {
		words := strings.Fields(text)
		looks := make([]Look, len(words))
		LookAt(words, clusters, looks)
		return looks
	}
	plain, capital := at("Turkey opposes 25 of Them"), at("TURKEY OPPOSES 31 OF THEM")
	for i := range plain {
		if plain[i].Lower != capital[i].Lower {
			t.Errorf("word %d differs in small letters", i)
		}
	}
	if plain[0].Cluster == capital[0].Cluster {
		t.Error("the class of a name is that of its small form")
	}
	if plain[1].Cluster != capital[1].Cluster || plain[1].Class4 == 0 {
		t.Error("a word in capitals has not the class of its small form")
	}
	if q := at("`` '' \" “ ”"); q[0] != q[1] || q[1] != q[2] || q[2] != q[3] || q[3] != q[4] {
		t.Error("quotation marks look different")
	}
	if h := at("US-backed backed"); h[0].Last != h[1].Lower {
		t.Error("the last part of a hyphenated word is not seen")
	}
}

func TestReadClustersErrors(t *testing.T) {
	for _, in := range []string{"word\n", "word\t012\n"} {
		if _, err := ReadClusters(strings.NewReader(in)); err == nil {
			t.Errorf("%q gives no error", in)
		}
	}
	if _, err := NewClusters([]string{"0"}, []string{"a"}, []uint16{1}); err == nil {
		t.Error("a class that is not there gives no error")
	}
}

func FuzzLook(f *testing.F) {
	f.Add("Turkey 's US-backed İ \xff -- /")
	f.Fuzz(func(t *testing.T, text string) {
		words := strings.Split(text, " ")
		LookAt(words, nil, make([]Look, len(words)))
	})
}
