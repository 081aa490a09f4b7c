package rule

import "github.com/stancegraph/stancegraph/schema"

// Trace collects, for explain, why clauses with a stance word proposed nothing. A nil Trace collects nothing.
type Trace struct{ Silent []Silent }

// Silent says why a clause with a stance word proposed nothing.
type Silent struct {
	Clause int
	Why    string
}

func (t *Trace) silent(c *schema.Clause, why string) {
	if t != nil {
		t.Silent = append(t.Silent, Silent{c.Index, why})
	}
}
