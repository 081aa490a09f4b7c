package extract

import (
	"context"
	"fmt"

	"github.com/stancegraph/stancegraph/extract/mention"
	"github.com/stancegraph/stancegraph/extract/reader"
	"github.com/stancegraph/stancegraph/extract/rule"
	"github.com/stancegraph/stancegraph/schema"
)

// Instance is a sentence as the reader's model sees it, with what training needs to find gold in it: where its words stand,
// what its candidates would be called in a statement, and what the rules propose.
type Instance struct {
	Doc string
	reader.Instance
	Start, End int
	Spans      []schema.Span       // of the words
	Heads      []int               // of the words in the tree
	Names      map[string][]string // of the actors that a word of Holders or Targets means, by its index as text
	Sayers     [][]string          // of each cue: who says its clause
	Issues     map[string]string   // the words of the issue that a word of Targets heads
	Rules      [][3]int            // cue, holder and target of what the rules propose; Sayer for a holder outside the sentence
}

// Instances reads one document as far as the reader's model does.
func (x *Extractor) Instances(ctx context.Context, doc schema.Document) (all []Instance, err error) {
	var none schema.Extraction
	defer contain(doc.ID, &none, &err)
	p, err := x.parse(ctx, &doc)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", doc.ID, err)
	}
	in := rule.Input{Text: doc.Text, Clauses: p.Clauses, Mentions: p.found}
	proposed := map[int][][3]int{}
	for _, c := range x.rules.Match(in, nil) {
		cl := &p.Clauses[c.Clause]
		if t := reader.Triple(cl, &c); t[2] >= -1 && !c.Inferred {
			proposed[cl.Sentence] = append(proposed[cl.Sentence], t)
		}
	}
	first := 0
	b := reader.NewBuilder(x.words)
	for i := range p.Sentences {
		s := &p.Sentences[i]
		n := first
		for n < len(p.Clauses) && p.Clauses[n].Sentence == s.Index {
			n++
		}
		clauses := p.Clauses[first:n]
		out := Instance{Doc: doc.ID, Instance: b.Build(&p.Document, s, first, clauses), Start: s.Span.Start, End: s.Span.End,
			Names: map[string][]string{}, Issues: map[string]string{}, Rules: proposed[s.Index]}
		for _, t := range s.Tokens {
			out.Spans, out.Heads = append(out.Spans, t.Span), append(out.Heads, t.Head)
		}
		for _, h := range append(append([]int{}, out.Holders...), out.Targets...) {
			if h < 0 {
				continue
			}
			if m := p.found.At(s.Index, h); m != nil {
				for _, id := range m.Actors {
					if a, ok := p.found.Actor(id); ok {
						out.Names[fmt.Sprint(h)] = append(out.Names[fmt.Sprint(h)], a.Name)
					}
				}
			}
		}
		for _, t := range out.Targets {
			ph := reader.Target(&p.Document, x.clauses, s, clauses, -1, t)
			out.Issues[fmt.Sprint(t)] = ph.Issue.Span.In(doc.Text)
		}
		for _, c := range out.Cues {
			var names []string
			if at := out.Clause[c]; at >= 0 {
				names = p.speakers(in, &p.Clauses[at])
			}
			out.Sayers = append(out.Sayers, names)
		}
		all = append(all, out)
		first = n
	}
	return all, nil
}

// Pronoun is a third person with what it may mean, as training needs it.
type Pronoun struct {
	mention.Ranking
	Names [][]string // of the actors of each option
}

// Pronouns are those of a document that its mentions are ranked for.
func (x *Extractor) Pronouns(ctx context.Context, doc schema.Document) (all []Pronoun, err error) {
	var none schema.Extraction
	defer contain(doc.ID, &none, &err)
	sents, err := x.sentences(ctx, &doc)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", doc.ID, err)
	}
	found, rankings := x.mentions.Rankings(&doc, sents, x.nameFinder(&doc))
	for _, k := range rankings {
		out := Pronoun{Ranking: k}
		for _, o := range k.Options {
			var names []string
			for _, id := range o.Actors {
				if a, ok := found.Actor(id); ok {
					names = append(names, a.Name)
				}
			}
			out.Names = append(out.Names, names)
		}
		all = append(all, out)
	}
	return all, nil
}

// speakers are the names of those who say a clause, or for whom the text speaks.
func (p *parsed) speakers(in rule.Input, c *schema.Clause) []string {
	var names []string
	for _, who := range in.Sayers(c) {
		names = append(names, who.Name)
	}
	if a, ok := p.found.Writer(); ok && !c.Voice.Said() && c.Voice.Attribution != schema.ByDirect {
		names = append(names, a.Name)
	}
	return names
}
