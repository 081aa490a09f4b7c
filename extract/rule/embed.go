package rule

import (
	"github.com/stancegraph/stancegraph/schema"
)

// wished are the types whose content is not said to be so: who wants, demands or plans a thing does not have it yet.
var wished = map[schema.StanceType]bool{
	schema.Wants: true, schema.Demands: true, schema.Requests: true, schema.Plans: true, schema.Promises: true,
	schema.Threatens: true, schema.Fears: true, schema.Warns: true, schema.Accepts: true, schema.Opposes: true,
}

// embed settles findings that lie inside what another finding is about: the content of an accusation is the accuser's
// word, that of a denial is turned, that of a wish is no fact.
func (m *matcher) embed() {
	m.dropIdiomNouns()
	for i := range m.found {
		f := &m.found[i]
		c := &m.Clauses[f.clause]
		below := c
		for up := c.Parent; up >= 0; up = m.Clauses[up].Parent {
			if m.circumstance(below) {
				break
			}
			m.under(f, below, up)
			if f.dropped {
				break
			}
			below = &m.Clauses[up]
		}
	}
}

// dropIdiomNouns: a noun that an idiom used says nothing of its own ("has no intention of leaving").
func (m *matcher) dropIdiomNouns() {
	used := map[[2]int]bool{}
	for i := range m.found {
		f := &m.found[i]
		if c := &m.Clauses[f.clause]; c.Noun != "" && f.rule.fits([]Kind{idiomKind}) {
			used[[2]int{c.Sentence, c.NounHead}] = true
		}
	}
	for i := range m.found {
		f := &m.found[i]
		if c := &m.Clauses[f.clause]; c.Kind == schema.NounPred && used[[2]int{c.Sentence, c.Head}] {
			f.dropped = true
		}
	}
}

// circumstance: a finite clause with because, while, as or where tells how things are, whatever somebody wishes above it: "wants a truce
// because the rebels shell the port".
func (m *matcher) circumstance(c *schema.Clause) bool {
	if c.Link != "advcl" {
		return false
	}
	s := &m.Sentences[m.at[c.Sentence]]
	finite := false
	opened := c.Marker == "while" || c.Marker == "since" || c.Marker == "though"
	for k := range s.Tokens {
		t := &s.Tokens[k]
		if k != c.Head && t.Head != c.Head {
			continue
		}
		finite = finite || (k == c.Head) && (t.Tag == "VBD")
		opened = opened
	}
	return finite && opened
}

// under applies what the findings of clause up make of f, whose clause lies under below, a child of up.
func (m *matcher) under(f *finding, below *schema.Clause, up int) {
	for _, n := range m.byClause[up] {
		a := &m.found[n]
		head := m.headSpan(below)
		switch {
		case below.Link == "conj":
		case a.typ == schema.Accuses && m.content(up, below.Index):
			ref := a.holder.ref(m)
			f.sayer, f.voice.Attribution = &ref, schema.ByIndirect
			return
		case a.typ == schema.Denies && a.target.clause == below.Index:
			ref := a.holder.ref(m)
			f.sayer, f.voice.Attribution = &ref, schema.ByIndirect
			f.negated = !f.negated
			return
		case a.typ == schema.Plans && a.target.clause == below.Index: // "has no plans to leave" too
			f.dropped = true
			return
		case wished[a.typ] && !a.negated && a.target.span.Contains(head), wished[a.typ] && below.Link == "xcomp":
			f.dropped = true
			return
		}
	}
}

// content: the clause is an argument of clause up, not a circumstance: what somebody is accused of.
func (m *matcher) content(up, clause int) bool {
	for _, a := range m.Clauses[up].Args {
		if a.Clause == clause && (a.Role == schema.Oblique) {
			return true
		}
	}
	return false
}

func (m *matcher) headSpan(c *schema.Clause) schema.Span {
	return m.Sentences[m.at[c.Sentence]].Tokens[c.Head].Span
}

// contrast links the statements of clauses that the text sets against each other.
func (m *matcher) contrast(all []schema.Statement, clauseOf map[string]int) {
	inSentence := map[int][]int{} // statements of each sentence
	for i := range all {
		if !all[i].Inferred {
			inSentence[all[i].Sentence.Index] = append(inSentence[all[i].Sentence.Index], i)
		}
	}
	for i := range m.Clauses {
		link := m.Clauses[i].Contrast
		if link == nil {
			continue
		}
		for _, a := range inSentence[m.Clauses[i].Sentence] {
			if !m.belongs(clauseOf[all[a].ID], i) {
				continue
			}
			for _, b := range inSentence[m.Clauses[link.Clause].Sentence] {
				if all[b].Holder.ID == all[a].Holder.ID || !m.belongs(clauseOf[all[b].ID], link.Clause) {
					continue
				}
				all[a].Contrasts = append(all[a].Contrasts, schema.Contrast{Statement: all[b].ID, Cue: link.Cue})
			}
		}
	}
}

// belongs: the clause is the other one or hangs under it, not across a conjunction.
func (m *matcher) belongs(clause, top int) bool {
	for c := clause; c >= 0; c = m.Clauses[c].Parent {
		if c == top {
			return true
		}
		if m.Clauses[c].Contrast != nil || m.Clauses[c].Link == "conj" || m.Clauses[c].Link == "acl:relcl" {
			return false
		}
	}
	return false
}
