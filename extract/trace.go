package extract

import (
	"context"

	"github.com/stancegraph/stancegraph/extract/rule"
	"github.com/stancegraph/stancegraph/schema"
)

// Explain is Extract that also tells what the rules made of each clause.
func (x *Extractor) Explain(ctx context.Context, doc schema.Document) (schema.Extraction, *rule.Trace, error) {
	trace := new(rule.Trace)
	out, err := x.read(ctx, doc, trace)
	return out, trace, err
}

// Rules are the rules in use.
func (x *Extractor) Rules() *rule.Set { return x.set }
