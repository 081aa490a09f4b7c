package rule

import (
	"fmt"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// place is where in a clause something stands. In rule files:
//
//	subject object recipient attribute       the argument of that role
//	oblique:with  oblique:PREP  oblique:PREP2  the phrase under that preposition; PREP is the one of the word's frame
//	complement:to  complement:that …           the clausal complement of that kind; complement alone: any
//	object+complement                          both as one: "Syria to leave"
//	self                                       the predicate's own phrase ("union leaders" of an agent noun)
//	clause  body                               the whole clause; the clause from its verb on
//	inner                                      the subject of the clausal complement: of whom it is said
//	inner-object                               the object of the clausal complement
//	sayer                                      who says the clause
//	a|b                                        the first that is filled
type place struct {
	role string
	prep string
}

var roles = map[string]bool{"subject": true, "object": true, "recipient": true, "oblique": true, "complement": true,
	"attribute": true, "object+complement": true, "self": true, "clause": true, "body": true, "sayer": true, "inner": true, "inner-object": true}

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

// phrase is what a place holds: a stretch of the sentence with its head word. Conjuncts are phrases of one list.
type phrase struct {
	sentence int
	head     int // token; −1 where the phrase is no noun phrase
	span     schema.Span
	clause   int  // the clause it is, −1
	sayer    bool // the one who says the clause
	from     string
}

// fill finds what stands at the first filled of the places. prep, prep2 stand for PREP and PREP2.
func (m *matcher) fill(c *schema.Clause, places []place, prep, prep2 string) []phrase {
	for _, p := range places {
		if p.prep == "PREP" {
			p.prep = prep
		} else if p.prep == "PREP2" {
			p.prep = prep2
		}
		if found := m.fillOne(c, p); len(found) > 0 {
			return found
		}
	}
	return nil
}

// narrated: the sentence's turn is spoken by one of the outlet's own people.
func (m *matcher) narrated(sentence int) bool {
	turn := m.Sentences[m.at[sentence]].Turn
	for i := range m.Document.Turns {
		if t := &m.Document.Turns[i]; t.Index == turn {
			return t.Speaker != nil && t.Speaker.Reporter
		}
	}
	return false
}

func (m *matcher) fillOne(c *schema.Clause, p place) []phrase {
	switch p.role {
	case "sayer":
		if c.Voice.Turn && len(c.Voice.Sayers) == 0 && m.narrated(c.Sentence) {
			return nil // what the outlet's own people find is nobody's stance
		}
		if c.Voice.Turn || len(c.Voice.Sayers) > 0 {
			return []phrase{{sentence: c.Sentence, head: -1, span: c.Cue, clause: -1, sayer: true}}
		}
		return nil
	case "self":
		return []phrase{{sentence: c.Sentence, head: c.Head, span: m.nounPhrase(c.Sentence, c.Head), clause: -1}}
	case "clause":
		return []phrase{{sentence: c.Sentence, head: -1, span: c.Span, clause: c.Index}}
	case "body":
		return []phrase{{sentence: c.Sentence, head: -1, span: c.Body, clause: c.Index}}
	case "object+complement":
		return m.joined(c)
	case "inner":
		return m.inner(c, schema.Subject)
	case "inner-object":
		return m.inner(c, schema.Object)
	}
	return m.args(c, p)
}

// args are the arguments of a role; of several phrases under one preposition the first that can be meant:
// times are passed over ("sided on Monday with …"), and an actor is preferred.
func (m *matcher) args(c *schema.Clause, p place) []phrase {
	best := -1
	for i := range c.Args {
		a := &c.Args[i]
		if a.From == "self" { // "its supporters support it" says nothing
			continue
		}
		if string(a.Role) != p.role || p.prep != "" && !samePrep(a.Prep, p.prep) || p.prep == "" && a.From == "purpose" {
			continue
		}
		if a.Clause < 0 && m.temporal(c.Sentence, a.Head) {
			continue
		}
		if best < 0 {
			best = i
		} else if m.mentionAt(c.Sentence, a.Head) != nil && m.mentionAt(c.Sentence, c.Args[best].Head) == nil && p.role == "oblique" {
			best = i
		}
	}
	if best < 0 {
		if p.role == "subject" {
			return m.deeds(c)
		}
		return nil
	}
	var found []phrase
	for i := range c.Args {
		a := &c.Args[i]
		if i == best || a.Conj > 0 && a.Conj == c.Args[best].Conj && a.Role == c.Args[best].Role && a.Prep == c.Args[best].Prep {
			if p, ok := m.gapFilled(c, phrase{sentence: c.Sentence, head: a.Head, span: a.Span, clause: a.Clause, from: a.From}); ok {
				found = append(found, p)
			}
		}
	}
	return found
}

// gapFilled: in "terms that others had agreed to keep" what was agreed to is the terms. False where what is to be done goes against them: who
// wants "a reform to block" wants no reform.
func (m *matcher) gapFilled(c *schema.Clause, p phrase) (phrase, bool) {
	if p.clause < 0 || p.clause >= len(m.Clauses) {
		return p, true
	}
	in := &m.Clauses[p.clause]
	for _, a := range in.Args {
		if a.From == "relative" && a.Clause < 0 && (a.Role == schema.Object || a.Role == schema.Oblique) && a.Span.End <= c.Cue.Start {
			return phrase{sentence: in.Sentence, head: a.Head, span: a.Span, clause: -1, from: "relative"}, in.Negated == c.Negated && !m.hostile(in)
		}
	}
	return p, true
}

// hostile: what the clause does goes against its object: "block", "stop", "criticise".
func (m *matcher) hostile(c *schema.Clause) bool {
	if m.words.Is("bad_to", c.Lemma) || m.words.Is("stop", c.Lemma) {
		return true
	}
	return slices.ContainsFunc(m.lookup(c.Kind, c), func(w lexicon.Word) bool {
		t, _ := schema.TypeOf(w.Type)
		return w.Frame == "object" && t.Sign < 0 && !w.Inverse
	})
}

func samePrep(a, b string) bool {
	if a == b {
		return true
	}
	switch a {
	case "toward":
		return b == "towards"
	case "towards":
		return b == "toward"
	case "upon":
		return b == "on"
	case "amongst":
		return b == "among"
	}
	return false
}

// joined is the object with its infinitive as one phrase: "the Syrian government to retain control".
func (m *matcher) joined(c *schema.Clause) []phrase {
	var object, comp *schema.Arg
	for i := range c.Args {
		a := &c.Args[i]
		switch {
		case a.Role == schema.Object && object == nil:
			object = a
		case a.Role == schema.Complement && a.From == "" && comp == nil && (a.Prep == "to" || a.Prep == "bare" || a.Prep == "-ing"):
			comp = a
		}
	}
	if object == nil || comp == nil || object.Span.Start > comp.Span.Start {
		return nil
	}
	if comp.Prep == "to" && m.mentionAt(c.Sentence, object.Head) == nil && m.indefinite(c.Sentence, object) && (comp.Clause < 0 || !m.Clauses[comp.Clause].Passive) {
		return nil // "wants a buffer zone to keep them away": the infinitive is a purpose
	}
	return []phrase{{sentence: c.Sentence, head: -1, span: schema.Span{Start: object.Span.Start, End: comp.Span.End}, clause: comp.Clause}}
}

// indefinite: a phrase with a, an or no article.
func (m *matcher) indefinite(sentence int, a *schema.Arg) bool {
	s := &m.Sentences[m.at[sentence]]
	first, _ := tokensIn(s, a.Span)
	switch strings.ToLower(s.Tokens[first].Text) {
	case "a", "an":
		return true
	}
	switch s.Tokens[first].Tag {
	case "DT", "PRP$", "PRP", "NNP", "NNPS":
		return false
	}
	return s.Tokens[a.Head].Tag == "NN"
}

// inner is the subject or object of the complement that is a clause; of a passive the other way round.
func (m *matcher) inner(c *schema.Clause, role schema.Role) []phrase {
	for i := range c.Args {
		a := &c.Args[i]
		if a.Role != schema.Complement || a.Clause < 0 || a.Clause >= len(m.Clauses) {
			continue
		}
		in := &m.Clauses[a.Clause]
		if in.Passive && role == schema.Subject {
			role = schema.Object
		}
		var found []phrase
		for _, b := range in.Args {
			if b.Role == role && b.Clause < 0 && b.From != "control" {
				found = append(found, phrase{sentence: in.Sentence, head: b.Head, span: b.Span, clause: -1, from: b.From})
			}
		}
		return found
	}
	return nil
}
