package train

import (
	"fmt"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/extract/syntax/internal/conllu"
	"github.com/stancegraph/stancegraph/extract/syntax/internal/model"
)

// Report says how well a model does on treebank sentences, with their tokens and its own tags.
type Report struct {
	Words, TagsRight       int // all tokens
	Scored, Heads, Labeled int // tokens but punctuation; heads right; heads and relations right
	Relations              map[string]*Relation
}

// Relation counts one relation; right has head and relation right.
type Relation struct{ Gold, Found, Right int }

// F1 is the harmonic mean of precision and recall, 0 to 100.
func (r Relation) F1() float64 { return ratio(2*r.Right, r.Gold+r.Found) }

// core are the relations that say who did what to whom.
var core = []string{"nsubj", "obj", "nsubj:pass", "xcomp"}

// Core sums up the relations that say who did what to whom.
func (r *Report) Core() (sum Relation) {
	for _, name := range core {
		if c := r.Relations[name]; c != nil {
			sum.Gold, sum.Found, sum.Right = sum.Gold+c.Gold, sum.Found+c.Found, sum.Right+c.Right
		}
	}
	return sum
}

// Evaluate runs a model over sentences.
func Evaluate(e *model.Engine, sents []conllu.Sentence) *Report {
	r := &Report{Relations: make(map[string]*Relation)}
	relation := func(name string) *Relation {
		if r.Relations[name] == nil {
			r.Relations[name] = new(Relation)
		}
		return r.Relations[name]
	}
	var w model.Work
	for i := range sents {
		s := &sents[i]
		w.Resize(len(s.Tokens))
		copy(w.Words, texts(s))
		e.Run(&w)
		for j, t := range s.Tokens {
			r.Words++
			if e.Tagger.Names[w.Tags[j].Tag] == t.Tag {
				r.TagsRight++
			}
			rel := e.Parser.Labels[w.Arcs[j].Label]
			head := w.Arcs[j].Head == t.Head
			relation(t.Rel).Gold++
			relation(rel).Found++
			if head && rel == t.Rel {
				relation(rel).Right++
			}
			if t.Rel == "punct" {
				continue
			}
			r.Scored++
			if head {
				r.Heads++
				if rel == t.Rel {
					r.Labeled++
				}
			}
		}
	}
	return r
}

// Summary is the report in one line.
func (r *Report) Summary() string {
	return fmt.Sprintf("tags %.2f  UAS %.2f  LAS %.2f  core F1 %.2f  (%d tokens, %d scored, %d core)",
		ratio(r.TagsRight, r.Words), ratio(r.Heads, r.Scored), ratio(r.Labeled, r.Scored),
		r.Core().F1(), r.Words, r.Scored, r.Core().Gold)
}

// String is the report with a line for each relation.
func (r *Report) String() string {
	var b strings.Builder
	fmt.Fprintln(&b, r.Summary())
	names := make([]string, 0, len(r.Relations))
	for n := range r.Relations {
		names = append(names, n)
	}
	slices.Sort(names)
	for _, n := range names {
		c := r.Relations[n]
		fmt.Fprintf(&b, "  %-14s F1 %6.2f  gold %5d  found %5d  right %5d\n", n, c.F1(), c.Gold, c.Found, c.Right)
	}
	return b.String()
}

func ratio(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return 100 * float64(part) / float64(whole)
}

// EvaluateFile runs the model in a model file over sentences.
func EvaluateFile(packed []byte, sents []conllu.Sentence) (*Report, error) {
	f, err := model.Decode(packed)
	if err != nil {
		return nil, err
	}
	return Evaluate(f.Engine(), sents), nil
}
