package mention

import (
	"cmp"
	"slices"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// coordination is a row of names, "Russia, Iran and Turkey".
type coordination struct {
	extent
	ids      []string
	kind     schema.Kind
	sentence int
	role     role
	lead     role // of what the row says whose it is: subject in "the leaders of Iran and Russia met"
}

// coordinate collects the rows of actors of a sentence, anew where it was done before.
func (r *reader) coordinate(v *view, at int) {
	for len(r.rows) > 0 && r.rows[len(r.rows)-1].sentence == at {
		r.rows = r.rows[:len(r.rows)-1]
	}
	var names []*draft
	for i := range v.drafts {
		d := &v.drafts[i]
		single := d.form == schema.Named || d.form == schema.Nominal && d.number == 1
		if len(d.actors) == 1 && d.kind != schema.Group && single {
			names = append(names, d)
		}
	}
	slices.SortStableFunc(names, func(a, b *draft) int { return cmp.Compare(a.from, b.from) })
	var row []*draft
	for _, d := range names {
		if len(row) > 0 {
			prev := row[len(row)-1]
			if d.from < prev.to {
				continue // inside the phrase before
			}
			if prev.kind != d.kind || !v.sameRow(prev.to, d.from) {
				r.addRow(v, at, row)
				row = row[:0]
			}
		}
		row = append(row, d)
	}
	r.addRow(v, at, row)
}

// addRow keeps a row of two or more actors.
func (r *reader) addRow(v *view, at int, row []*draft) {
	if len(row) < 2 {
		return
	}
	first := row[0]
	c := coordination{extent: extent{first.from, row[len(row)-1].to, first.head}, kind: first.kind, sentence: at}
	for _, d := range row {
		if !slices.Contains(c.ids, d.actors[0]) {
			c.ids = append(c.ids, d.actors[0])
		}
	}
	c.role = v.roleOf(c.head)
	c.lead = c.role
	for h := c.head; c.lead == oblique && v.rel(h) == "nmod" && v.governor(h) >= 0; {
		h = v.governor(h)
		c.lead = v.roleOf(h)
	}
	if len(c.ids) > 1 {
		r.rows = append(r.rows, c)
	}
}

// sameRow says whether only commas, "and", articles and the like stand between two names.
func (v *view) sameRow(from, to int) bool {
	if from >= to || to-from > 4 {
		return false
	}
	for k := from; k < to; k++ {
		if !v.is(k, lexicon.RowWord) {
			return false
		}
	}
	return true
}
