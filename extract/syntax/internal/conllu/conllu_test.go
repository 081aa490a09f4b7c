package conllu

import (
	"strings"
	"testing"
)

const sample = `# newdoc id = GUM_news_harbour
# text = It's gone.
1-2	It's	_	_	_	_	_	_	_	_
1	It	it	PRON	PRP	_	3	nsubj	3:nsubj	_
2	's	be	AUX	VBZ	_	3	aux	3:aux	_
3	gone	go	VERB	VBN	_	0	root	0:root	SpaceAfter=No
3.1	away	_	_	_	_	_	_	_	_
4	.	.	PUNCT	.	_	3	punct	3:punct	_

1	Yes	yes	INTJ	UH	_	0	root	_	_
`

func TestRead(t *testing.T) {
	sents, err := Read(strings.NewReader(sample))
	if err != nil {
		t.Fatal(err)
	}
	if len(sents) != 2 || len(sents[0].Tokens) != 4 || sents[0].Document != "GUM_news_harbour" {
		t.Fatalf("read %+v", sents)
	}
	if it := sents[0].Tokens[0]; it != (Token{Text: "It", Lemma: "it", Tag: "PRP", Head: 2, Rel: "nsubj", Glued: true}) {
		t.Errorf("first token %+v", it)
	}
	if last := sents[1].Tokens; sents[1].Document != "GUM_news_harbour" || last[0].Head != -1 {
		t.Errorf("last sentence %+v", sents[1])
	}
}

func TestReadErrors(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"1\tYes\n", "line 1: 2 fields"},
		{"1\tYes\tyes\t_\tUH\t_\tx\troot\t_\t_\n", `line 1: head "x"`},
		{"1\tYes\tyes\t_\tUH\t_\t7\troot\t_\t_\n", "head 7"},
		{"1\ta\ta\t_\tUH\t_\t2\troot\t_\t_\n2\tb\tb\t_\tUH\t_\t1\troot\t_\t_\n\n", "cycle"},
	} {
		if _, err := Read(strings.NewReader(c.in)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q gives error %v, want one with %q", c.in, err, c.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(sample)
	f.Add("1\ta\ta\t_\tUH\t_\t2\troot\t_\t_\n2\tb\tb\t_\tUH\t_\t1\troot\t_\t_\n")
	f.Fuzz(func(t *testing.T, text string) {
		sents, err := Read(strings.NewReader(text))
		if err != nil {
			return
		}
		for _, s := range sents {
			for _, tok := range s.Tokens {
				if tok.Head < -1 || tok.Head >= len(s.Tokens) {
					t.Errorf("head %d of %d tokens", tok.Head, len(s.Tokens))
				}
			}
		}
	})
}
