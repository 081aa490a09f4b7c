package graphtest

import (
	"slices"

	"github.com/stancegraph/stancegraph/schema"
)

// Debate is a council's debate in three documents of two outlets: a stance that changes sides, an actor that
// contradicts itself, actors that agree and disagree, and actors that are tied only by others.
func Debate() []schema.Extraction {
	first := NewStory("doc-council-june", "The Lantern", "2031-06-01",
		"Ostland supports the harbour tax.",
		"Vesland opposes the harbour tax.",
		"Sunde wants a new bridge, and Vesland wants a new bridge.",
		"Ostland wants war, Iri Falk claimed.",
		"Iri Falk praised Ostland.")
	council(first)
	first.State(0, "Q9101", schema.Supports, "supports", "the harbour tax").
		State(1, "Q9102", schema.Opposes, "opposes", "the harbour tax").
		State(2, "actor:sunde", schema.Wants, "wants", "a new bridge").
		State(2, "Q9102", schema.Wants, "wants", "a new bridge").
		State(3, "Q9101", schema.Wants, "wants", "war", first.By(3, "actor:iri-falk")).
		State(4, "actor:iri-falk", schema.Praises, "praised", "Q9101", first.By(4, "actor:iri-falk"))
	second := NewStory("doc-council-july", "Harbour Post", "2031-07-01",
		"Ostland opposes the harbour tax.",
		"Sunde backs Vesland but rejects the harbour tax.",
		"Vesland supports the Port Union, and Vesland rejects a new bridge, Iri Falk said.",
		"Vesland rejects a new bridge.")
	council(second)
	second.State(0, "Q9101", schema.Opposes, "opposes", "the harbour tax").
		State(1, "actor:sunde", schema.Supports, "backs", "Q9102").
		State(1, "actor:sunde", schema.Rejects, "rejects", "the harbour tax").
		State(2, "Q9102", schema.Supports, "supports", "actor:port-union", second.By(2, "actor:iri-falk")).
		State(2, "Q9102", schema.Rejects, "rejects", "a new bridge", second.By(2, "actor:iri-falk")).
		State(3, "Q9102", schema.Rejects, "rejects", "a new bridge")
	third := NewStory("doc-union-paper", "", "",
		"The Port Union wants a ferry.",
		"Sunde wants a ferry.")
	council(third)
	third.State(0, "actor:port-union", schema.Wants, "wants", "a ferry").
		State(1, "actor:sunde", schema.Wants, "wants", "a ferry")
	return []schema.Extraction{first.Extraction, second.Extraction, third.Extraction}
}

func council(s *Story) {
	s.Actor("Q9101", "Ostland", schema.Country).
		Actor("Q9102", "Vesland", schema.Country).
		Actor("actor:sunde", "Sunde", schema.Person).
		Actor("actor:iri-falk", "Iri Falk", schema.Person).
		Actor("actor:port-union", "Port Union", schema.Organization)
}

// DebateAsks are shipped questions asked of Debate, of which the first document was loaded by the run run:june and
// the others by run:july, a month later.
func DebateAsks() []Ask {
	return slices.Concat(debatePositions(), debateNetworks(), debateSources(), debatePaths())
}

// What two actors changed or contradicted.
const (
	ostlandTurns = "Ostland supports the harbour tax. | Ostland opposes the harbour tax."
	veslandTurns = "Sunde wants a new bridge, and Vesland wants a new bridge. | Vesland rejects a new bridge."
	falkSays     = "Vesland supports the Port Union, and Vesland rejects a new bridge, Iri Falk said."
)

func debatePositions() []Ask {
	return []Ask{
		{"flips", nil, []string{"holder", "target", "from", "from date", "to", "to date", "from sentence", "to sentence"},
			[]string{
				"Ostland | the harbour tax | SUPPORTS | 2031-06-01 | OPPOSES | 2031-07-01 | " + ostlandTurns,
				"Vesland | a new bridge | WANTS | 2031-06-01 | REJECTS | 2031-07-01 | " + veslandTurns,
			}},
		{"contradictions", []string{"Vesland"}, []string{"target", "times for", "times against", "for", "for date", "against",
			"against date", "for sentence", "against sentence"}, []string{
			"a new bridge | 1 | 1 | WANTS | 2031-06-01 | REJECTS | 2031-07-01 | " + veslandTurns,
		}},
		{"positions", nil, []string{"actor", "concept", "kind", "agree", "disagree", "documents", "first", "last"}, []string{
			"Ostland | the harbour tax | Issue | 1 | 1 | 2 | 2031-06-01 | 2031-07-01",
			"Vesland | a new bridge | Issue | 1 | 1 | 2 | 2031-06-01 | 2031-07-01",
			"Iri Falk | Ostland | Actor | 1 | 0 | 1 | 2031-06-01 | 2031-06-01",
			"Port Union | a ferry | Issue | 1 | 0 | 1 |  | ",
			"Sunde | Vesland | Actor | 1 | 0 | 1 | 2031-07-01 | 2031-07-01",
			"Sunde | a ferry | Issue | 1 | 0 | 1 |  | ",
			"Sunde | a new bridge | Issue | 1 | 0 | 1 | 2031-06-01 | 2031-06-01",
			"Sunde | the harbour tax | Issue | 0 | 1 | 1 | 2031-07-01 | 2031-07-01",
			"Vesland | the harbour tax | Issue | 0 | 1 | 1 | 2031-06-01 | 2031-06-01",
		}},
	}
}

func debateNetworks() []Ask {
	return []Ask{
		{"congruence", nil, []string{"actor", "other", "shared", "both for", "both against", "activity", "other activity",
			"average"}, []string{
			"Vesland | Sunde | 2 | 1 | 1 | 3 | 4 | 0.571429",
			"Ostland | Vesland | 1 | 0 | 1 | 2 | 3 | 0.4",
			"Port Union | Sunde | 1 | 1 | 0 | 1 | 4 | 0.4",
			"Ostland | Sunde | 1 | 0 | 1 | 2 | 4 | 0.333333",
		}},
		{"conflict", nil, []string{"actor", "other", "opposed", "actor for", "actor against", "activity", "other activity",
			"average"}, []string{
			"Ostland | Vesland | 1 | 1 | 0 | 2 | 3 | 0.4",
			"Ostland | Sunde | 1 | 1 | 0 | 2 | 4 | 0.333333",
			"Vesland | Sunde | 1 | 0 | 1 | 3 | 4 | 0.285714",
		}},
		{"issue-landscape", nil, []string{"issue", "for", "against", "torn", "statements", "contested", "who for",
			"who against", "first", "last"}, []string{
			"the harbour tax | 0 | 2 | 1 | 4 | 0 |  | Sunde; Vesland | 2031-06-01 | 2031-07-01",
			"a new bridge | 1 | 0 | 1 | 3 | 0 | Sunde |  | 2031-06-01 | 2031-07-01",
			"a ferry | 2 | 0 | 0 | 2 | 0 | Port Union; Sunde |  |  | ",
		}},
	}
}

func debateSources() []Ask {
	return []Ask{
		{"who-quotes-whom", nil, []string{"source", "sayer", "stances", "own", "of others", "speaks of", "documents", "first",
			"last"}, []string{
			"Harbour Post | Iri Falk | 2 | 0 | 2 | Vesland | 1 | 2031-07-01 | 2031-07-01",
			"The Lantern | Iri Falk | 2 | 1 | 1 | Ostland | 1 | 2031-06-01 | 2031-06-01",
		}},
		{"outlet-says", []string{"harbour post", "vesland"}, []string{"date", "holder", "stance", "target", "how", "sayer",
			"sentence"}, []string{
			"2031-07-01 | Vesland | REJECTS | a new bridge | claimed | Iri Falk | " + falkSays,
			"2031-07-01 | Vesland | SUPPORTS | Port Union | claimed | Iri Falk | " + falkSays,
			"2031-07-01 | Vesland | REJECTS | a new bridge | stated |  | Vesland rejects a new bridge.",
		}},
		{"new-since", []string{"run:july"}, []string{"run", "document", "holder", "stance", "target"}, []string{
			"run:july | doc-council-july | Ostland | OPPOSES | the harbour tax",
			"run:july | doc-council-july | Sunde | SUPPORTS | Vesland",
			"run:july | doc-council-july | Sunde | REJECTS | the harbour tax",
			"run:july | doc-council-july | Vesland | REJECTS | a new bridge",
			"run:july | doc-council-july | Vesland | SUPPORTS | Port Union",
			"run:july | doc-council-july | Vesland | REJECTS | a new bridge",
			"run:july | doc-union-paper | Port Union | WANTS | a ferry",
			"run:july | doc-union-paper | Sunde | WANTS | a ferry",
		}},
		{"new-since", []string{"2031-06-15", "2"}, []string{"run", "document", "holder", "stance", "target"}, []string{
			"run:july | doc-council-july | Ostland | OPPOSES | the harbour tax",
			"run:july | doc-council-july | Sunde | SUPPORTS | Vesland",
		}},
		{"new-since", []string{"2031-06-02T12:00:00Z", "1"}, []string{"run", "document", "holder", "stance", "target"},
			[]string{
				"run:june | doc-council-june | Ostland | SUPPORTS | the harbour tax",
			}},
	}
}

func debatePaths() []Ask {
	return []Ask{
		{"path", []string{"Ostland", "Iri Falk"}, []string{"step", "holder", "stance", "target", "times", "first", "last"},
			[]string{
				"1 | Iri Falk | PRAISES | Ostland | 1 | 2031-06-01 | 2031-06-01",
			}},
		{"path", []string{"Vesland", "Ostland"}, []string{"step", "holder", "stance", "target", "times", "first", "last"},
			[]string{
				"1 | Vesland | OPPOSES | the harbour tax | 1 | 2031-06-01 | 2031-06-01",
				"2 | Ostland | OPPOSES | the harbour tax | 1 | 2031-07-01 | 2031-07-01",
				"2 | Ostland | SUPPORTS | the harbour tax | 1 | 2031-06-01 | 2031-06-01",
			}},
		{"path", []string{"Port Union", "Vesland"}, []string{"step", "holder", "stance", "target", "times", "first", "last"},
			[]string{
				"1 | Port Union | WANTS | a ferry | 1 |  | ",
				"2 | Sunde | WANTS | a ferry | 1 |  | ",
				"3 | Sunde | SUPPORTS | Vesland | 1 | 2031-07-01 | 2031-07-01",
			}},
		{"path", []string{"Iri Falk", "Vesland"}, []string{"step", "holder", "stance", "target", "times"}, []string{
			"1 | Iri Falk | PRAISES | Ostland | 1",
			"2 | Ostland | OPPOSES | the harbour tax | 1",
			"2 | Ostland | SUPPORTS | the harbour tax | 1",
			"3 | Vesland | OPPOSES | the harbour tax | 1",
		}},
		{"path", []string{"Ostland", "Port Union"}, []string{"step", "holder", "stance", "target", "times"}, []string{
			"1 | Ostland | OPPOSES | the harbour tax | 1",
			"1 | Ostland | SUPPORTS | the harbour tax | 1",
			"2 | Sunde | REJECTS | the harbour tax | 1",
			"3 | Sunde | WANTS | a ferry | 1",
			"4 | Port Union | WANTS | a ferry | 1",
		}},
		{"path", []string{"Iri Falk", "Port Union"}, []string{"step"}, nil},
		{"path", []string{"Vesland", "Vesland"}, []string{"step"}, nil},
	}
}
