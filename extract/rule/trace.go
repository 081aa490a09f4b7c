package rule

import "github.com/stancegraph/stancegraph/schema"

// Trace collects, for explain, what became of each clause. A nil Trace collects nothing.
type Trace struct {
	Fired  []Fired
	Silent []Silent
}

// Fired says that a rule made statements of a clause.
type Fired struct {
	Clause     int
	Rule       string
	Statements int
}

// Silent says why a clause with a stance word made none.
type Silent struct {
	Clause int
	Why    string
}

func (t *Trace) fired(c *schema.Clause, r *Rule, n int) {
	if t != nil {
		t.Fired = append(t.Fired, Fired{c.Index, r.Name, n})
	}
}

func (t *Trace) silent(c *schema.Clause, why string) {
	if t != nil {
		t.Silent = append(t.Silent, Silent{c.Index, why})
	}
}
