package rule

import (
	"fmt"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// place is a path to an argument. In rule files:
//
//	subject object recipient attribute       the argument of that role
//	oblique:with  oblique:PREP  oblique:PREP2  the phrase under that preposition; PREP is the one of the word's frame
//	complement:to  complement:that …           the clausal complement of that kind; complement alone: any
//	object+complement                          both as one: "Syria to leave"
//	clause                                     the whole clause
//	inner                                      the subject of the clausal complement: of whom it is said
//	inner-object                               the object of the clausal complement
//	sayer                                      who says the clause
//	a|b                                        the first that is filled
type place struct {
	role string
	prep string
}

var roles = map[string]bool{
	"subject": true, "object": true, "recipient": true, "oblique": true, "complement": true, "attribute": true,
	"object+complement": true, "clause": true, "sayer": true, "inner": true, "inner-object": true,
}

// parsePlaces reads one or more places joined by |.
func parsePlaces(s string) ([]place, error) {
	var all []place
	for _, p := range strings.Split(s, "|") {
		role, prep, _ := strings.Cut(strings.TrimSpace(p), ":")
		if !roles[role] {
			return nil, fmt.Errorf("unknown place %q", p)
		}
		if prep != "" && role != "oblique" && role != "complement" {
			return nil, fmt.Errorf("place %q takes no preposition", p)
		}
		if role == "oblique" && prep == "" {
			return nil, fmt.Errorf("place %q needs a preposition", p)
		}
		all = append(all, place{role, prep})
	}
	return all, nil
}

// filler is what stands at a place: a phrase, or the sayer.
type filler struct {
	schema.Phrase
	from  schema.Provenance
	sayer bool // the one who says the clause
}

// fill finds what stands at the first filled of the places. Conjuncts are fillers of one list.
func (m *matcher) fill(c *schema.Clause, places []place, r reading) []filler {
	for _, p := range places {
		switch p.prep {
		case "PREP":
			p.prep = r.prep
		case "PREP2":
			p.prep = r.prep2
		}
		if found := m.fillOne(c, p); len(found) > 0 {
			return found
		}
	}
	return nil
}

func (m *matcher) fillOne(c *schema.Clause, p place) []filler {
	switch p.role {
	case "sayer":
		if !c.Voice.Said() {
			return nil
		}
		return []filler{{Phrase: schema.Phrase{Sentence: c.Sentence, Head: -1, Span: c.Cue, Clause: -1}, sayer: true}}
	case "clause":
		return []filler{{Phrase: schema.Phrase{Sentence: c.Sentence, Head: -1, Span: c.Span, Clause: c.Index, Issue: c.Whole}}}
	case "inner":
		return m.inner(c, schema.Subject)
	case "inner-object":
		return m.inner(c, schema.Object)
	}
	return m.args(c, p)
}

// args are the arguments of a role with their conjuncts. Of several under one preposition times are passed over
// ("sided on Monday with …"), and an actor is preferred.
func (m *matcher) args(c *schema.Clause, p place) []filler {
	best := -1
	for i := range c.Args {
		a := &c.Args[i]
		switch {
		case a.From == schema.Itself, // "its supporters support it" says nothing
			string(a.Role) != p.role,
			p.prep != "" && a.Prep != p.prep,
			p.prep == "" && a.From == schema.OfPurpose,
			a.Time && !m.named(&a.Phrase),
			a.Role == schema.ObjectComplement && a.Indefinite: // "a buffer zone to keep them away"
			continue
		}
		if best < 0 || p.role == "oblique" && m.mentionAt(&a.Phrase) != nil && m.mentionAt(&c.Args[best].Phrase) == nil {
			best = i
		}
	}
	if best < 0 {
		if p.role == "subject" {
			return m.eventOf(c)
		}
		return nil
	}
	var found []filler
	chosen := &c.Args[best]
	for i := range c.Args {
		a := &c.Args[i]
		if i == best || a.Conj > 0 && a.Conj == chosen.Conj && a.Role == chosen.Role && a.Prep == chosen.Prep {
			found = append(found, filler{Phrase: a.Phrase, from: a.From})
		}
	}
	return found
}

// inner is the subject or object of the complement that is a clause; of a passive the other way round.
func (m *matcher) inner(c *schema.Clause, role schema.Role) []filler {
	for i := range c.Args {
		a := &c.Args[i]
		if a.Role != schema.Complement || a.Clause < 0 {
			continue
		}
		in := &m.Clauses[a.Clause]
		if in.Passive && role == schema.Subject {
			role = schema.Object
		}
		var found []filler
		for n := range in.Args {
			if b := &in.Args[n]; b.Role == role && b.Clause < 0 && b.From != schema.Controlled {
				found = append(found, filler{Phrase: b.Phrase, from: b.From})
			}
		}
		return found
	}
	return nil
}
