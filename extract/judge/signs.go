package judge

import (
	"slices"

	"github.com/stancegraph/stancegraph/schema"
)

// signs fills About: the actors inside an issue, with the holder's stance towards each where the words say it.
func (w *work) signs() {
	towards := map[int][]int{} // candidates by the sentence of their target
	for i := range w.all {
		at := w.all[i].Target.Sentence
		towards[at] = append(towards[at], i)
	}
	for i := range w.all {
		v := &w.all[i]
		if v.why != "" || v.Target.ActorID != "" {
			continue
		}
		for _, mention := range w.Mentions.In(v.Target.Sentence) {
			if !v.Target.Span.Contains(mention.Span) || mention.Form == schema.FirstPerson {
				continue
			}
			sign := w.sign(i, &mention, towards[v.Target.Sentence])
			for _, id := range mention.Actors {
				a, ok := w.Mentions.Actor(id)
				if !ok || a.ID == v.Holder.ActorID || slices.ContainsFunc(v.About, func(x schema.AboutRef) bool { return x.ID == a.ID }) {
					continue
				}
				text := mention.Span.In(w.Document.Text)
				v.About = append(v.About, schema.AboutRef{Sign: sign, ActorRef: schema.ActorRef{ID: a.ID, Name: a.Name, Kind: a.Kind,
					Text: text, Start: mention.Span.Start, End: mention.Span.End}})
			}
		}
	}
}

// judging are the types that, said of somebody's act, are said of him too.
var judging = map[schema.StanceType]bool{
	schema.Supports: true, schema.Opposes: true, schema.Praises: true, schema.Criticizes: true, schema.Accuses: true, schema.Denies: true,
	schema.Defends: true, schema.Rejects: true, schema.Trusts: true, schema.Fears: true, schema.Protests: true,
}

// owning are the types that, said of a thing named after somebody, are said of him too: "praised the Lund plan".
var owning = map[schema.StanceType]bool{
	schema.Supports: true, schema.Opposes: true, schema.Praises: true, schema.Criticizes: true, schema.Defends: true, schema.Protests: true,
}

// sign is the sign towards a mention within the issue of candidate i, 0 where the words do not say. beside are the
// candidates whose target stands in the same sentence.
func (w *work) sign(i int, mention *schema.Mention, beside []int) int {
	v := &w.all[i]
	polarity := v.Polarity()
	for _, n := range beside { // a stance inside the issue towards the mention
		if g := &w.all[n]; n != i && probable(&g.Candidate) && g.Target.Span == mention.Span && v.Target.Span.Contains(g.Cue) {
			return polarity * g.Polarity()
		}
	}
	if good := w.outcome(v, mention); good != 0 && v.Type != schema.Denies {
		return polarity * good
	}
	if kind, ok := modifies(v.Target.Phrase, mention); ok {
		switch {
		case judging[v.Type] && kind == schema.Possessive,
			judging[v.Type] && kind == schema.PrepPhrase && mention.Prep == "by",
			owning[v.Type] && (kind == schema.Compound || kind == schema.Attributive || kind == schema.PrepPhrase && mention.Prep == "of"):
			return polarity
		}
	}
	if mention.Prep == "against" {
		return -polarity
	}
	return 0
}

// modifies: how the mention modifies the head of the phrase.
func modifies(p *schema.Phrase, mention *schema.Mention) (schema.ModKind, bool) {
	if p == nil {
		return "", false
	}
	for _, x := range p.Modifiers {
		if x.Head == mention.Head {
			return x.Kind, true
		}
	}
	return "", false
}

// outcome is what a clause inside the issue would do to the mention: +1 good, −1 bad, 0 not said.
func (w *work) outcome(v *verdict, mention *schema.Mention) int {
	for _, i := range w.inSentence[v.Target.Sentence] {
		c := &w.Clauses[i]
		if c.Kind != schema.VerbPred || !v.Target.Span.Contains(c.Cue) {
			continue
		}
		for n := range c.Args {
			a := &c.Args[n]
			if a.Clause >= 0 || a.Head != mention.Head {
				continue
			}
			good := 0
			switch {
			case a.Role == schema.Object && w.words.Is("good_to", c.Lemma), a.Role == schema.Subject && w.words.Is("good_for", c.Lemma):
				good = 1
			case a.Role == schema.Object && w.words.Is("bad_to", c.Lemma):
				good = -1
			}
			if c.Negated {
				good = -good
			}
			if good != 0 {
				return good
			}
		}
	}
	return 0
}
