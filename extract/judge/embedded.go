package judge

import (
	"github.com/stancegraph/stancegraph/schema"
)

// wished are the types whose content is not stated to be so: who wants, demands or plans a thing does not have it yet.
var wished = map[schema.StanceType]bool{
	schema.Wants: true, schema.Demands: true, schema.Requests: true, schema.Plans: true, schema.Promises: true,
	schema.Threatens: true, schema.Fears: true, schema.Warns: true, schema.Accepts: true, schema.Opposes: true,
}

// embedded settles candidates that lie inside what another one is about: the content of an accusation is the accuser's
// word, that of a denial is turned, that of a wish is no fact. A noun that an idiom uses says nothing of its own ("has no
// intention of leaving").
func (w *work) embedded() {
	used := map[[2]int]bool{}
	for i := range w.all {
		if c := &w.Clauses[w.all[i].Clause]; c.Noun != "" && w.all[i].Idiom {
			used[[2]int{c.Sentence, c.NounHead}] = true
		}
	}
	for i := range w.all {
		v := &w.all[i]
		c := &w.Clauses[v.Clause]
		if c.Kind == schema.NounPred && used[[2]int{c.Sentence, c.Head}] {
			v.inside = append(v.inside, "an idiom")
		}
		below := c
		for up := c.Parent; up >= 0 && len(v.inside) == 0 && !w.circumstance(below); up = w.Clauses[up].Parent {
			w.under(v, below, up)
			below = &w.Clauses[up]
		}
	}
}

// circumstance: a finite clause of time or concession tells how things are, whatever somebody wishes above it.
func (w *work) circumstance(c *schema.Clause) bool {
	return c.Link == "advcl" && (c.Form == schema.PastForm || c.Form == schema.PresForm) && w.words.Is("circumstance_marker", c.Marker)
}

// under applies what the candidates of clause up make of v, whose clause lies under below, a child of up.
func (w *work) under(v *verdict, below *schema.Clause, up int) {
	for _, n := range w.byClause[up] {
		a := &w.all[n]
		switch {
		case below.Link == "conj", below.Link == "parataxis", below.Link == "acl:relcl":
		case a.Type == schema.Accuses && w.content(up, below.Index):
			w.saidBy(v, a)
			return
		case a.Type == schema.Denies && a.Target.Clause == below.Index:
			w.saidBy(v, a)
			if v.Rule != schema.ByReader { // the reader's own take the denial into account
				v.Negated = !v.Negated
			}
			return
		case a.Type == schema.Plans && a.Target.Clause == below.Index:
			v.inside = append(v.inside, "a plan")
			return
		case wished[a.Type] && !a.Negated && a.Target.Span.Contains(below.Cue), wished[a.Type] && below.Link == "xcomp":
			v.inside = append(v.inside, "a wish")
			return
		}
	}
}

// saidBy: v is the word of the holder of a.
func (w *work) saidBy(v, a *verdict) {
	ref := a.Holder.Ref(w.Document.Text)
	v.sayer, v.Voice.Attribution = &ref, schema.ByIndirect
}

// content: the clause is what somebody is accused of in clause up.
func (w *work) content(up, clause int) bool {
	for i := range w.Clauses[up].Args {
		if a := &w.Clauses[up].Args[i]; a.Clause == clause && a.Role == schema.Oblique {
			return true
		}
	}
	return false
}

// unmeant marks what the words of a stance say and nobody means: what others are to do, what was never said, and what
// is a duty.
func (w *work) unmeant() {
	for i := range w.all {
		v := &w.all[i]
		c := &w.Clauses[v.Clause]
		switch {
		case w.unsaid(c):
			v.inside = append(v.inside, "what nobody said")
		case v.Modality == schema.Desired || !v.Obliged && (w.ought(c) || w.oughtToGet(c)):
			v.inside = append(v.inside, "an obligation")
		case w.duty(c, v):
			v.inside = append(v.inside, "a duty of others")
		}
	}
}

// unsaid: the clause is, or stands in, what somebody has not said: "did not say that Norway is a coward".
func (w *work) unsaid(c *schema.Clause) bool {
	for n := 0; n < 4 && c.Parent >= 0; n++ {
		up := &w.Clauses[c.Parent]
		if c.Link == "ccomp" && up.Kind == schema.VerbPred && up.Negated && w.words.Is("speech", up.Lemma) {
			return true
		}
		c = up
	}
	return false
}

// ought: the clause, or what it is the content of, is an obligation: "must open the road", "must try to open it".
func (w *work) ought(c *schema.Clause) bool {
	for n := 0; c.Kind == schema.VerbPred || c.Kind == schema.AdjPred; n++ {
		if c.Modal == "should" || c.Modal == "must" {
			return true
		}
		if c.Parent < 0 || n > 3 || c.Modal != "" || c.Link != "xcomp" {
			return false
		}
		c = &w.Clauses[c.Parent]
	}
	return false
}

// oughtToGet: "must voice support for the plan": there is none yet.
func (w *work) oughtToGet(c *schema.Clause) bool {
	if c.Kind != schema.NounPred || c.Link != "obj" || c.Parent < 0 {
		return false
	}
	up := &w.Clauses[c.Parent]
	return w.words.Is("light", up.Lemma) && w.ought(up)
}

// duty: "states need to act": the obligation of others, not their wish.
func (w *work) duty(c *schema.Clause, v *verdict) bool {
	return c.Kind == schema.VerbPred && w.words.Is("need_of_others", c.Lemma) &&
		v.Target.Clause >= 0 && w.Clauses[v.Target.Clause].Modal == "must"
}
