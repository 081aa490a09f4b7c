package mention

import "github.com/stancegraph/stancegraph/schema"

// proposed says whether the other finder takes the words of d for a name, too. It is slow, so it is asked only
// for a sentence where a capitalised word acts, suffers or owns something and no rule could prove it a name.
func (r *reader) proposed(v *view, d *draft) bool {
	if r.propose == nil || v.noCase {
		return false
	}
	switch d.role {
	case subject, object, agent, possessor:
	default:
		return false
	}
	if !v.asked {
		v.asked, v.spans = true, r.propose(v.s)
	}
	span := v.span(d.from, d.to)
	for _, p := range v.spans {
		if p.Contains(span) && p.Len() <= 2*span.Len() {
			return true
		}
	}
	return false
}

// asking is what the other finder said of a sentence.
type asking struct {
	asked bool
	spans []schema.Span
}
