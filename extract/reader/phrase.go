package reader

import "github.com/stancegraph/stancegraph/schema"

// Phrases gives the noun phrase that a token heads.
type Phrases interface {
	Phrase(text string, s *schema.Sentence, head int) schema.Phrase
}

// Target is what word i of a sentence heads, as the target of a cue whose clause is d.Clauses[of]: an argument of that
// clause as it stands there, a clause, or a noun phrase. clauses are those of the sentence.
func Target(d *Document, phrases Phrases, s *schema.Sentence, clauses []schema.Clause, of, i int) schema.Phrase {
	if of >= 0 {
		if p, ok := argument(&d.Clauses[of], s.Index, i); ok {
			return p
		}
	}
	for k := range clauses {
		if p, ok := argument(&clauses[k], s.Index, i); ok {
			return p
		}
	}
	for k := range clauses {
		if c := &clauses[k]; c.Head == i && c.Kind != schema.NounPred {
			return schema.Phrase{Sentence: s.Index, Head: i, Span: c.Span, Clause: c.Index, Issue: c.Whole}
		}
	}
	return phrases.Phrase(d.Text, s, i)
}

// argument is the argument of c that word i heads; of an object with its infinitive, both as one.
func argument(c *schema.Clause, sentence, i int) (schema.Phrase, bool) {
	best := -1
	for k := range c.Args {
		a := &c.Args[k]
		if a.Sentence != sentence || a.Head != i || a.Issue.Name == "" {
			continue
		}
		if best < 0 || a.Role == schema.ObjectComplement {
			best = k
		}
	}
	if best < 0 {
		return schema.Phrase{}, false
	}
	return c.Args[best].Phrase, true
}
