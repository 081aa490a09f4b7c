package graphtest

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/questions"
)

// Ask is a question with arguments and what its rows must be: the columns that tell the answer, joined by
// " | ".
type Ask struct {
	Name    string
	Args    []string
	Columns []string
	Want    []string
}

// Asks are the shipped questions, asked of Stories.All.
func Asks() []Ask {
	holds := []string{"holder", "stance", "target", "phase", "how", "sayer", "date", "document"}
	return []Ask{
		{"who-supports-whom", nil, holds, []string{
			"Norland | SUPPORTS | Canal Guild | ongoing | stated |  |  | markets",
			"Norland | SUPPORTS | Canal Guild | ended | stated |  | 2031-03-05 | border",
			"Norland | SUPPORTS | Canal Guild | ongoing | stated |  | 2031-04-01 | summit",
			"Norland | SUPPORTS | Sudmark | planned | stated |  | 2031-03-05 | border",
			"Norland | SUPPORTS | Sudmark | planned | claimed | Mira Holm | 2031-04-01 | summit",
		}},
		{"who-wants-what", nil, holds, []string{
			"Norland | WANTS | a toll on the canal | ongoing | stated |  | 2031-03-05 | border",
			"Norland | WANTS | a toll on the canal | ongoing | stated | Norland | 2031-04-01 | summit",
		}},
		{"stance-of", []string{"SUDMARK"}, []string{"stance", "target", "modality", "how", "source"}, []string{
			"ATTACKS | Norland | possible | stated | Harbour Post",
			"NOT_SUPPORTS | Norland | asserted | stated | The Lantern",
			"OPPOSES | Canal Guild | asserted | claimed | The Lantern",
			"OPPOSES | Canal Guild | asserted | stated | Harbour Post",
			"REJECTS | a toll on the canal | asserted | stated | The Lantern",
		}},
		{"disagreements", []string{"the  Kingdom", "q9002"}, []string{"by", "topic", "holder", "stance", "target",
			"document"}, []string{
			"contrast | but | Norland | WANTS | a toll on the canal | border",
			"contrast | but | Sudmark | REJECTS | a toll on the canal | border",
			"opposite signs | Canal Guild | Norland | SUPPORTS | Canal Guild | markets",
			"opposite signs | Canal Guild | Norland | SUPPORTS | Canal Guild | border",
			"opposite signs | Canal Guild | Norland | SUPPORTS | Canal Guild | summit",
			"opposite signs | Canal Guild | Sudmark | OPPOSES | Canal Guild | summit",
			"opposite signs | a toll on the canal | Norland | WANTS | a toll on the canal | border",
			"opposite signs | a toll on the canal | Norland | WANTS | a toll on the canal | summit",
			"opposite signs | a toll on the canal | Sudmark | REJECTS | a toll on the canal | border",
		}},
		{"documents", nil, []string{"document", "title", "date", "source", "sentences", "statements"}, []string{
			"border |  | 2031-03-05 | The Lantern | 5 | 6",
			"markets |  |  |  | 2 | 2",
			"summit |  | 2031-04-01 | Harbour Post | 3 | 8",
		}},
		{"said-by", []string{"holm"}, []string{"sayer", "holder", "stance", "target", "how"}, []string{
			"Mira Holm | Sudmark | OPPOSES | Canal Guild | claimed",
			"Mira Holm | Norland | PRAISES | Sudmark | claimed, inferred",
			"Mira Holm | Norland | SUPPORTS | Sudmark | claimed",
		}},
		{"stance-over-time", []string{"norland", "The Guild"}, []string{"date", "stance", "phase", "polarity"}, []string{
			" | SUPPORTS | ongoing | 1", "2031-03-05 | SUPPORTS | ended | 1", "2031-04-01 | SUPPORTS | ongoing | 1",
		}},
		{"evidence", []string{NewStories().Border.Statements[0].ID},
			[]string{"holder", "holder words", "stance", "about", "cue", "sentence start", "sentence", "document", "source"},
			[]string{
				"Norland | Norland | WANTS | Sudmark (-) | wants | 0 | " +
					"Norland wants a toll on the canal, but Sudmark rejects a toll on the canal. | border | The Lantern",
			}},
		{"who-is", []string{"the kingdom"}, []string{"label", "id", "name", "kind", "aliases", "holds", "targeted"}, []string{
			"Actor | Q9001 | Norland | Country | Kingdom of Norland; the kingdom; the northern kingdom | 10 | 2",
		}},
		{"top-actors", []string{"2"}, []string{"actor", "kind", "holds", "targeted", "says", "stories"}, []string{
			"Norland | Country | 10 | 2 | 1 | 3", "Sudmark | Country | 5 | 5 | 0 | 2",
		}},
	}
}

func questionRows(t *testing.T, s graph.Store, st Stories) {
	save(t, s, st.All()...)
	asked := map[string]bool{}
	answers(t, s, Asks(), asked)
	for _, ex := range st.All() {
		if _, err := s.Remove(t.Context(), ex.Document.ID); err != nil {
			t.Fatal(err)
		}
	}
	for i, run := range []string{"run:june", "run:july"} {
		part := Debate()[i : 1+2*i]
		if _, err := s.Save(t.Context(), part, graph.RunInfo{ID: run, At: time.Date(2031, time.Month(6+i), 2, 12, 0, 0, 0,
			time.UTC)}); err != nil {
			t.Fatal(err)
		}
	}
	answers(t, s, DebateAsks(), asked)
	for _, ex := range Debate() {
		if _, err := s.Remove(t.Context(), ex.Document.ID); err != nil {
			t.Fatal(err)
		}
	}
	save(t, s, Copies()...)
	answers(t, s, CopiesAsks(), asked)
	for _, q := range shipped(t) {
		if !asked[q.Name] {
			t.Errorf("question %s is not asked in this suite", q.Name)
		}
	}
	if _, err := s.Query(t.Context(), "no-such-question"); err == nil {
		t.Error("a question that does not exist was answered")
	}
	if _, err := s.Query(t.Context(), "stance-of"); err == nil {
		t.Error("a question without its argument was answered")
	}
}

// answers compares what a store answers with what it should.
func answers(t *testing.T, s graph.Store, asks []Ask, asked map[string]bool) {
	t.Helper()
	for _, ask := range asks {
		asked[ask.Name] = true
		rows, err := s.Query(t.Context(), ask.Name, ask.Args...)
		if err != nil {
			t.Errorf("%s: %v", ask.Name, err)
			continue
		}
		if got, want := strings.Join(pick(rows, ask.Columns), "\n"), strings.Join(ask.Want, "\n"); got != want {
			t.Errorf("%s %q gives\n%s\nwant\n%s", ask.Name, ask.Args, got, want)
		}
	}
}

// EqualRows fails where two stores of the same graph answer a question differently, in a column, a row or
// the order.
func EqualRows(t *testing.T, a, b graph.Store) {
	t.Helper()
	args := map[string][]string{"actor": {"Actor 0", "ACTOR 1", "actor:actor-2", "nobody"},
		"other":  {"Actor 1", "Actor 0", "actor 5", "Actor 2"},
		"person": {"Actor 0", "Actor 1", "", "nobody"}, "name": {"Actor 1", "the actor 0", "the matter of 1 bridges",
			"nobody"}, "target": {"Actor 1", "Actor 0", "the matter of 1 bridges", "the matter of 2 bridges"},
		"n": {"1", "5", "1000", "0"}, "statement": statementIDs(t, a), "outlet": {"one", "TWO", "outlet 1", "none"},
		"run": {"last", "2031-04-10", "run:first", "2999"}}
	answered := map[string]int{}
	for _, q := range shipped(t) {
		for i := range 4 {
			var list []string
			for _, p := range q.Params {
				if p.Optional && i == 2 {
					break // what may be left out
				}
				list = append(list, args[p.Name][i])
			}
			one, err := a.Query(t.Context(), q.Name, list...)
			if err != nil {
				t.Fatalf("%s %q on the first store: %v", q.Name, list, err)
			}
			two, err := b.Query(t.Context(), q.Name, list...)
			if err != nil {
				t.Fatalf("%s %q on the second store: %v", q.Name, list, err)
			}
			answered[q.Name] += len(one.Values)
			if d := cmp.Diff(one, two, cmpopts.EquateEmpty()); d != "" {
				t.Errorf("%s %q: rows differ (-first +second):\n%.2000s", q.Name, list, d)
			}
		}
		if answered[q.Name] == 0 {
			t.Errorf("%s gave no row at all, so nothing was compared", q.Name)
		}
	}
}

func statementIDs(t *testing.T, s graph.Store) []string {
	g, err := s.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	ids := []string{"st:none"}
	for _, n := range g.Nodes {
		if n.Label == graph.Statement && len(ids) < 4 {
			ids = append(ids, n.ID)
		}
	}
	return ids
}

// shipped are the shipped questions.
func shipped(t testing.TB) []questions.Question {
	t.Helper()
	list, err := questions.All()
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// pick writes some columns of each row on a line.
func pick(rows graph.Rows, columns []string) []string {
	at := map[string]int{}
	for i, c := range rows.Columns {
		at[c] = i
	}
	var lines []string
	for _, v := range rows.Values {
		var words []string
		for _, c := range columns {
			if i, ok := at[c]; ok {
				words = append(words, fmt.Sprint(v[i]))
			} else {
				words = append(words, "no column "+c)
			}
		}
		lines = append(lines, strings.Join(words, " | "))
	}
	return lines
}
