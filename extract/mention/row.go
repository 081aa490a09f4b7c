package mention

import (
	"sort"

	"github.com/stancegraph/stancegraph/schema"
)

// coordination is a row of names, "Russia, Iran and Turkey".
type coordination struct {
	ids      []string
	kind     schema.Kind
	sentence int
	from, to int
	role     role
	lead     role // of the noun that the row hangs on
	between  bool
	head     int
}

// coordinate notes the rows of actors of a sentence, anew where it was done before.
func (r *reader) coordinate(v *view, at int) {
	for len(r.groups) > 0 && r.groups[len(r.groups)-1].sentence == at {
		r.groups = r.groups[:len(r.groups)-1]
	}
	order := make([]int, 0, len(v.drafts))
	for i := range v.drafts {
		d := &v.drafts[i]
		if len(d.actors) == 1 && d.kind != schema.Group && (d.form == schema.Named || d.form == schema.Nominal && d.number == 1) {
			order = append(order, i)
		}
	}
	sort.SliceStable(order, func(a, b int) bool { return v.drafts[order[a]].from < v.drafts[order[b]].from })
	var row []int
	for _, i := range order {
		d := &v.drafts[i]
		if len(row) > 0 {
			prev := &v.drafts[row[len(row)-1]]
			if d.from < prev.to {
				continue // inside the phrase before
			}
			if prev.kind != d.kind || !v.listed(prev.to, d.from) {
				r.row(v, at, row)
				row = row[:0]
			}
		}
		row = append(row, i)
	}
	r.row(v, at, row)
}

// row keeps a row of two or more actors.
func (r *reader) row(v *view, at int, row []int) {
	if len(row) < 2 {
		return
	}
	first := &v.drafts[row[0]]
	c := coordination{kind: first.kind, sentence: at, from: first.from, to: v.drafts[row[len(row)-1]].to, head: first.head}
	seen := map[string]bool{}
	for _, i := range row {
		if id := v.drafts[i].actors[0]; !seen[id] {
			seen[id] = true
			c.ids = append(c.ids, id)
		}
	}
	if len(c.ids) < 2 {
		return
	}
	c.role = v.roleOf(c.head)
	c.lead = c.role
	for h := c.head; c.lead == oblique && v.rel(h) == "nmod" && v.t[h].Head >= 0; {
		h = v.t[h].Head // "the leaders of Iran and Russia have met"
		c.lead = v.roleOf(h)
	}
	c.between = v.word(c.from-1) == "between" || v.word(c.from-2) == "between"
	r.groups = append(r.groups, c)
}

// listed says whether only commas, "and" and articles stand between two names.
func (v *view) listed(from, to int) bool {
	if from >= to || to-from > 4 {
		return false
	}
	for k := from; k < to; k++ {
		switch v.low[k] {
		case ",", "and", "&", "/", "the", "both", "also", "its", "neighbour", "neighbor", "northern", "southern":
		default:
			return false
		}
	}
	return true
}
