package rule

import (
	"slices"

	"github.com/stancegraph/stancegraph/schema"
)

// try reads a clause by a rule and a word. It gives the number of candidates proposed; 0 and why where there is none.
func (m *matcher) try(p *planned, c *schema.Clause, r reading) (int, string) {
	for _, has := range p.has {
		if len(m.fill(c, has, r)) == 0 {
			return 0, ""
		}
	}
	for _, lacks := range p.lacks {
		if len(m.fill(c, lacks, r)) > 0 {
			return 0, ""
		}
	}
	switch {
	case r.word.Plain && c.Negated, r.word.Bare && !m.subjunctive(c), r.word.Denied && !c.Negated, r.word.Goods && !m.goods(c):
		return 0, ""
	}
	made, why := 0, ""
	for i := range p.emit {
		n, reason := m.emit(p.rule, &p.emit[i], c, r)
		made += n
		if why == "" {
			why = reason
		}
	}
	return made, why
}

// emit proposes the candidates of one emit line: each holder towards each target.
func (m *matcher) emit(rule *Rule, e *plannedEmit, c *schema.Clause, r reading) (int, string) {
	holderPlaces, targetPlaces := e.holder, e.target
	if r.word.Inverse && !e.Reciprocal {
		holderPlaces, targetPlaces = targetPlaces, holderPlaces
	}
	at := m.fill(c, holderPlaces, r)
	if len(at) == 0 {
		return 0, "no holder"
	}
	holders := m.holders(c, at, r)
	if len(holders) == 0 {
		return 0, "the holder is no known or described actor"
	}
	base := m.base(rule, e, c, r)
	if e.Reciprocal && len(targetPlaces) == 0 {
		if info, _ := schema.TypeOf(base.Type); !info.Reciprocal {
			return 0, ""
		}
		return m.mutual(base, holders), "fewer than two actors"
	}
	at = m.fill(c, targetPlaces, r)
	if len(at) == 0 {
		return 0, "no target"
	}
	targets, why := m.targets(c, at, r, e, base.Type)
	if len(targets) == 0 {
		return 0, why
	}
	n := 0
	for _, h := range holders {
		for _, t := range targets {
			if m.sameActor(h, t, targets) {
				continue
			}
			f := base
			f.Holder, f.Target = h, t
			f.Score *= h.Score * t.Score
			f.About = m.addressees(c, e, r, h, base.Type)
			if e.AboutMust && len(f.About) == 0 {
				why = "nobody is to do it"
				continue
			}
			m.found = append(m.found, f)
			n++
		}
	}
	if n == 0 && why == "" {
		why = "holder and target are one"
	}
	return n, why
}

// sameActor: holder and target are one, or the words that name the target name the holder too.
func (m *matcher) sameActor(holder, target schema.Participant, targets []schema.Participant) bool {
	return holder.ActorID == target.ActorID || slices.ContainsFunc(targets, func(t schema.Participant) bool {
		return t.Span == target.Span && t.ActorID == holder.ActorID
	})
}

// subjunctive: the verb's clause has the bare form or should: "insisted that he leave".
func (m *matcher) subjunctive(c *schema.Clause) bool {
	for i := range c.Args {
		a := &c.Args[i]
		if a.Role == schema.Complement && a.Clause >= 0 && a.Prep != "to" {
			in := &m.Clauses[a.Clause]
			return in.Form == schema.BareForm || in.Modal == "should" || in.Modal == "must"
		}
	}
	return false
}

// goods: what is handed over is something that helps.
func (m *matcher) goods(c *schema.Clause) bool {
	return slices.ContainsFunc(c.Args, func(a schema.Arg) bool {
		return a.Role == schema.Object && a.Clause < 0 && m.words.Is("goods", a.Lemma)
	})
}

// base is what all candidates of the clause share.
func (m *matcher) base(rule *Rule, e *plannedEmit, c *schema.Clause, r reading) schema.Candidate {
	f := schema.Candidate{Clause: c.Index, Cue: c.Cue, Rule: rule.Name, Own: rule.Own, Type: r.word.Type,
		Idiom: rule.fits([]Kind{idiomKind}), Obliged: len(rule.When.Modal) > 0,
		Voice: c.Voice, Modality: c.Modality, Phase: c.Phase, Negated: (c.Negated && !r.word.Denied) != r.word.Negated != e.Negated,
		Score: rule.Confidence}
	if r.word.Denied && f.Modality == schema.Possible { // "need not put up with it": the denial is what makes the stance
		f.Modality = schema.Asserted
	}
	if e.Type != "" {
		f.Type = schema.StanceType(e.Type)
	}
	switch {
	case r.word.Ended && !c.Negated:
		f.Phase = schema.Ended
	case r.word.Planned, f.Type == schema.Plans:
		f.Phase = schema.Planned
	}
	return f
}

// mutual proposes a stance that its holders have towards each other: each towards all named after it.
func (m *matcher) mutual(base schema.Candidate, holders []schema.Participant) int {
	n := 0
	for i := range holders {
		for j := i + 1; j < len(holders); j++ {
			if holders[i].ActorID == holders[j].ActorID {
				continue
			}
			f := base
			f.Holder, f.Target = holders[i], holders[j]
			f.Score *= holders[i].Score
			m.found = append(m.found, f)
			n++
		}
	}
	return n
}

// addressees are the actors that an emit line names beside the target.
func (m *matcher) addressees(c *schema.Clause, e *plannedEmit, r reading, holder schema.Participant,
	typ schema.StanceType) []schema.AboutRef {
	sign := 0
	if typ == schema.Warns || typ == schema.Threatens { // who is warned is the one that the stance is towards
		sign = -1
	}
	var all []schema.AboutRef
	for _, p := range e.about {
		for _, f := range m.fill(c, p, r) {
			for _, a := range m.actorsOf(c, f) {
				if a.ActorID != holder.ActorID {
					all = append(all, schema.AboutRef{ActorRef: a.Ref(m.Text), Sign: sign})
				}
			}
		}
	}
	return all
}
