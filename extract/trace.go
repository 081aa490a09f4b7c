package extract

import (
	"context"

	"github.com/stancegraph/stancegraph/extract/judge"
	"github.com/stancegraph/stancegraph/extract/rule"
	"github.com/stancegraph/stancegraph/schema"
)

// Trace says what the rules and the judge made of a document, for explain. A nil Trace collects nothing.
type Trace struct {
	Silent  []rule.Silent    // clauses with a stance word of which no rule proposed anything, and why
	Decided []judge.Decision // what became of each candidate, in the order in which they were proposed
	silence rule.Trace
}

// Explain is Extract that also says what the rules and the judge made of each clause.
func (x *Extractor) Explain(ctx context.Context, doc schema.Document) (schema.Extraction, *Trace, error) {
	trace := new(Trace)
	out, err := x.read(ctx, doc, trace)
	trace.Silent = trace.silence.Silent
	for i := range trace.Decided {
		d := &trace.Decided[i]
		d.Reasons = x.judge.Reasons(d)
	}
	return out, trace, err
}

func (t *Trace) rules() *rule.Trace {
	if t == nil {
		return nil
	}
	return &t.silence
}

func (t *Trace) decided(all []judge.Decision) {
	if t != nil {
		t.Decided = all
	}
}

// Rules are the rules in use.
func (x *Extractor) Rules() *rule.Set { return x.set }
