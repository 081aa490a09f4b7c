package rule

import (
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// try reads a clause by a rule and a word. It gives the number of statements made; 0 and why where there is none.
func (m *matcher) try(p *planned, c *schema.Clause, r reading) (int, string) {
	for _, has := range p.has {
		if len(m.fill(c, has, r.prep, r.prep2)) == 0 {
			return 0, ""
		}
	}
	for _, lacks := range p.lacks {
		if len(m.fill(c, lacks, r.prep, r.prep2)) > 0 {
			return 0, ""
		}
	}
	if r.word.Plain && c.Negated || r.word.Alone && (underPrep(c, "with") || hasObject(c)) || r.word.Bare && !m.bare(c) || r.word.Denied && (!c.Negated || c.NegCue == "no longer") || r.word.Goods && !m.goods(c) {
		return 0, ""
	}
	if m.unsaid(c) {
		return 0, "nobody said so"
	}
	if r.word.Type == schema.Trusts && m.words.Is("cognition", c.Lemma) && hasComplement(c) { // "believes Chile to be behind it"
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

// infinitives leaves out what is no infinitive though it stands where one may: "called Ford a fighter for the poor".
func (m *matcher) infinitives(all []phrase) []phrase {
	kept := all[:0:0]
	for _, p := range all {
		if p.clause >= 0 && m.Clauses[p.clause].Kind == schema.NounPred && m.Clauses[p.clause].Marker == "" && !m.copula(p.clause) {
			continue
		}
		kept = append(kept, p)
	}
	return kept
}

// copula: a noun clause with a form of "be", as in "to be the leader".
func (m *matcher) copula(clause int) bool {
	c := &m.Clauses[clause]
	return predicative(&m.Sentences[m.at[c.Sentence]], c.Head)
}

// emit makes the statements of one emit line: each holder towards each target.
func (m *matcher) emit(rule *Rule, e *plannedEmit, c *schema.Clause, r reading) (int, string) {
	holderPlaces, targetPlaces := e.holder, e.target
	if r.word.Inverse && !e.Reciprocal {
		holderPlaces, targetPlaces = targetPlaces, holderPlaces
	}
	hp := m.fill(c, holderPlaces, r.prep, r.prep2)
	if len(hp) == 0 {
		return 0, "no holder"
	}
	holders, why := m.holders(c, hp, r)
	if len(holders) == 0 {
		return 0, why
	}
	base := m.base(rule, e, c, r)
	if e.Reciprocal && len(targetPlaces) == 0 {
		if info, _ := schema.TypeOf(base.typ); !info.Reciprocal {
			return 0, ""
		}
		return m.mutual(base, holders), "fewer than two actors"
	}
	tp := m.fill(c, targetPlaces, r.prep, r.prep2)
	if strings.HasSuffix(r.word.Frame, "infinitive") {
		tp = m.infinitives(tp)
	}
	if len(tp) == 0 {
		return 0, "no target"
	}
	if m.unnamed(tp) {
		return 0, "a source's wish to stay unnamed"
	}
	targets, why := m.targets(c, tp, r, e, base.typ)
	if len(targets) == 0 {
		return 0, why
	}
	if m.duty(c, targets) {
		return 0, "what others need to do is their duty"
	}
	if base.typ == schema.Rejects && m.keepsSilent(targets) {
		return 0, "who declines to comment rejects nothing"
	}
	n := 0
	for _, h := range holders {
		if m.wishedOf(rule, base, c, h) {
			why = "only wished for"
			continue
		}
		for _, t := range targets {
			if h.actor != "" && h.actor == t.actor || shared(targets, t.span, h.actor) { // "Malta and Chile withheld their consent"
				continue
			}
			if r.word.Armed && !m.force(h) && !m.force(t) {
				why = "neither is an armed force"
				continue
			}
			f := base
			f.holder, f.target = h, t
			switch {
			case false:
				f.typ = schema.Criticizes
			case f.typ == schema.Criticizes && m.armedAttack(c, h, t):
				f.typ = schema.Attacks
			}
			f.score *= h.score * t.score
			f.about = m.addressees(c, e, r, h, base.typ)
			m.wantedOut(c, &f)
			if e.AboutMust && len(f.about) == 0 {
				why = "nobody is to do it"
				continue
			}
			m.record(c, f)
			n++
		}
	}
	if n == 0 && why == "" {
		why = "holder and target are one"
	}
	return n, why
}

// shared: the words that name a target name the actor too.
func shared(targets []end, span schema.Span, actor string) bool {
	for _, t := range targets {
		if t.span == span && t.actor == actor {
			return true
		}
	}
	return false
}

// bare: the verb's clause is in the subjunctive or has should.
func (m *matcher) bare(c *schema.Clause) bool {
	for _, a := range c.Args {
		if a.Role != schema.Complement || a.Clause < 0 || a.Prep == "to" {
			continue
		}
		inner := &m.Clauses[a.Clause]
		if inner.Modal == "should" || inner.Modal == "must" {
			return true
		}
		tokens := m.Sentences[m.at[inner.Sentence]].Tokens
		for k := range tokens { // the first verb of the clause: "be" of "be sent home", "leave"
			if t := &tokens[k]; (k == inner.Head || t.Head == inner.Head && strings.HasPrefix(t.Rel, "aux")) && (strings.HasPrefix(t.Tag, "VB") || t.Tag == "MD") {
				return t.Tag == "VB"
			}
		}
	}
	return false
}

// goods: what is handed over is something that helps.
func (m *matcher) goods(c *schema.Clause) bool {
	for _, a := range c.Args {
		if a.Role == schema.Object && a.Clause < 0 && m.words.Is("goods", noun(&m.Sentences[m.at[c.Sentence]], a.Head)) {
			return true
		}
	}
	return false
}

// base is what all statements of the clause share.
func (m *matcher) base(rule *Rule, e *plannedEmit, c *schema.Clause, r reading) finding {
	f := finding{clause: c.Index, rule: rule, typ: r.word.Type, voice: c.Voice, mode: c.Modality, phase: c.Phase,
		negated: (c.Negated && !r.word.Denied) != r.word.Negated != e.Negated, score: rule.Confidence, inferred: e.Inferred}
	if c.Modal == "would" && c.Modality == schema.Conditional && m.words.Is("wish_modal", "would "+c.Lemma) { // "would like to"
		f.mode = schema.Asserted
	}
	if r.word.Denied && f.mode == schema.Possible { // "need not put up with it": the denial is what makes the stance
		f.mode = schema.Asserted
	}
	if e.Type != "" {
		f.typ = schema.StanceType(e.Type)
	}
	switch {
	case r.word.Ended && !c.Negated:
		f.phase = schema.Ended
	case r.word.Planned, f.typ == schema.Plans:
		f.phase = schema.Planned
	case e.Phase != "":
		f.phase = schema.Phase(e.Phase)
	}
	if e.Modality != "" {
		f.mode = schema.Modality(e.Modality)
	}
	return f
}

// mutual makes the statements of a stance that its holders have towards each other: each towards all named after it.
func (m *matcher) mutual(base finding, holders []end) int {
	n := 0
	c := &m.Clauses[base.clause]
	for i := range holders {
		for j := i + 1; j < len(holders); j++ {
			if holders[i].actor == holders[j].actor {
				continue
			}
			f := base
			f.holder, f.target = holders[i], holders[j]
			f.score *= holders[i].score
			m.record(c, f)
			n++
		}
	}
	return n
}

func (m *matcher) record(c *schema.Clause, f finding) {
	m.byClause[c.Index] = append(m.byClause[c.Index], len(m.found))
	m.found = append(m.found, f)
}

// addressees are the actors that an emit line names beside the target.
func (m *matcher) addressees(c *schema.Clause, e *plannedEmit, r reading, holder end, typ schema.StanceType) []schema.AboutRef {
	var all []schema.AboutRef
	for _, p := range e.about {
		for _, ph := range m.fill(c, p, r.prep, r.prep2) {
			for _, a := range m.actorsOf(c, ph) {
				if a.actor != holder.actor {
					about := schema.AboutRef{ActorRef: a.ref(m)}
					if typ == schema.Warns || typ == schema.Threatens { // who is warned is the one that the stance is towards
						about.Sign = -1
					}
					all = append(all, about)
				}
			}
		}
	}
	return all
}
