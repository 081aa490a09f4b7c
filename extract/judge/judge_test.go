package judge

import (
	"math"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/schema"
)

func TestReadWeights(t *testing.T) {
	for _, c := range []struct{ name, table, wrong string }{
		{"right", "# a comment\nread\talways\t0.5\t1\t2\nruled\tholder:named\t-1\t0\t0\n", ""},
		{"another model", "told\talways\t1\t1\t1\n", "w.tsv:1: want read or ruled"},
		{"too few cells", "read\talways\t1\t1\n", "w.tsv:1: want read or ruled"},
		{"no number", "read\talways\t1\t1\t1\nread\tx\t1\tmany\t1\n", "w.tsv:2: read a weight"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m, err := readWeights([]byte(c.table), "w.tsv")
			switch {
			case c.wrong == "" && err != nil:
				t.Error(err)
			case c.wrong != "" && (err == nil || !strings.Contains(err.Error(), c.wrong)):
				t.Errorf("error %v, want %q", err, c.wrong)
			case c.wrong == "" && (m.read[intercept].Type != 1 || m.ruled["holder:named"].Link != -1):
				t.Errorf("read as %v", m)
			}
		})
	}
}

func TestProbability(t *testing.T) {
	m := &model{read: regression{intercept: {Link: -1}, "reader": {Link: 0.5}}, ruled: regression{}}
	features := []Feature{{"reader", 4}, {"unknown", 9}}
	want := 1 / (1 + math.Exp(-1))
	if got := m.probability(features, true).Link; math.Abs(float64(got)-want) > 1e-5 {
		t.Errorf("probability %v, want %v", got, want)
	}
	if got := m.probability(features, false).Link; got != 0.5 {
		t.Errorf("without any weight %v, want 0.5", got)
	}
}

func TestDouble(t *testing.T) {
	statement := func(holder string, typ schema.StanceType, polarity int, target string, start, end int, rule string) *schema.Statement {
		return &schema.Statement{Holder: schema.ActorRef{ID: holder}, Type: typ, Polarity: polarity, Rule: rule,
			Target: schema.Target{ID: target, Kind: schema.ToIssue, Start: start, End: end}}
	}
	a := statement("Chile", schema.Wants, 1, "issue:peace", 10, 30, "desire")
	for _, c := range []struct {
		why  string
		b    *schema.Statement
		want bool
	}{
		{"the same", statement("Chile", schema.Wants, 1, "issue:peace", 50, 60, "desire"), true},
		{"words within its words", statement("Chile", schema.Wants, 1, "issue:part", 15, 20, "desire"), true},
		{"other words", statement("Chile", schema.Wants, 1, "issue:war", 40, 50, "desire"), false},
		{"another holder", statement("Peru", schema.Wants, 1, "issue:peace", 10, 30, "desire"), false},
		{"another sign", statement("Chile", schema.Wants, -1, "issue:peace", 10, 30, "desire"), false},
		{"another rule's other type", statement("Chile", schema.Praises, 1, "issue:peace", 10, 30, "praise"), false},
		{"the reader's other type", statement("Chile", schema.Praises, 1, "issue:peace", 10, 30, schema.ByReader), true},
	} {
		t.Run(c.why, func(t *testing.T) {
			if got := new(work).double(a, c.b); got != c.want {
				t.Errorf("double: %v, want %v", got, c.want)
			}
		})
	}
}

func TestRetype(t *testing.T) {
	for _, c := range []struct {
		why    string
		read   *schema.Reading
		want   schema.StanceType
		denied bool
	}{
		{"not read", nil, schema.Supports, false},
		{"sure, same sign", &schema.Reading{Type: schema.Praises, Margin: 2}, schema.Praises, false},
		{"sure, same sign by a denial", &schema.Reading{Type: schema.Criticizes, Negated: true, Margin: 2}, schema.Criticizes, true},
		{"unsure", &schema.Reading{Type: schema.Praises, Margin: 0.5}, schema.Supports, false},
		{"sure, another sign", &schema.Reading{Type: schema.Opposes, Margin: 5}, schema.Supports, false},
	} {
		t.Run(c.why, func(t *testing.T) {
			v := verdict{Candidate: schema.Candidate{Type: schema.Supports, Read: c.read}}
			v.retype()
			if v.Type != c.want || v.Negated != c.denied {
				t.Errorf("%s, negated %v", v.Type, v.Negated)
			}
		})
	}
}
