package reader

import "github.com/stancegraph/stancegraph/schema"

// How a cue stands to the other words of its sentence, as codes.

// Numbers of codes.
const (
	Roles     = 14
	Paths     = 9
	Distances = 13
)

var roleCodes = map[schema.Role]uint8{
	schema.Subject: 1, schema.Object: 2, schema.Recipient: 3, schema.Oblique: 4, schema.Complement: 5, schema.Attribute: 6,
	schema.ObjectComplement: 7,
}

// Further roles: the word is no argument of the cue's clause, but
const (
	subjectAbove = 8  // the subject of a clause above it
	subjectBelow = 9  // the subject of a clause that is an argument of it
	objectBelow  = 10 // the object of one
	objectAbove  = 11 // an object of a clause above
	saysIt       = 12 // it says the clause
	silentSayer  = 13 // the sayer that no word names; Role has it in no row, the model gives it to Sayer
)

// relate adds the rows of cue c.
func (w *builder) relate(c int) {
	n := len(w.Tokens)
	role, path, dist := make([]uint8, n), make([]uint8, n), make([]uint8, n)
	if at := w.out.Clause[c]; at >= 0 {
		w.roles(&w.doc.Clauses[at], role)
	}
	for i := range n {
		path[i] = w.path(c, i)
		dist[i] = distance(i - c)
	}
	w.out.Role, w.out.Path, w.out.Distance = append(w.out.Role, role), append(w.out.Path, path), append(w.out.Distance, dist)
}

// roles writes the parts that words have in clause c, the clause's own arguments last, so that they stand.
func (w *builder) roles(c *schema.Clause, role []uint8) {
	set := func(a *schema.Arg, code uint8) {
		if a.Sentence == w.sentence.Index && a.Head >= 0 && a.Head < len(role) {
			role[a.Head] = code
		}
	}
	for i := range c.Voice.Sayers {
		if s := &c.Voice.Sayers[i]; s.Sentence == w.sentence.Index && s.Head >= 0 && s.Head < len(role) {
			role[s.Head] = saysIt
		}
	}
	for up, n := c.Parent, 0; up >= 0 && n < 3; up, n = w.doc.Clauses[up].Parent, n+1 {
		above := &w.doc.Clauses[up]
		for i := range above.Args {
			switch a := &above.Args[i]; a.Role {
			case schema.Subject:
				set(a, subjectAbove)
			case schema.Object, schema.Recipient:
				set(a, objectAbove)
			}
		}
	}
	for i := range c.Args {
		if c.Args[i].Clause < 0 {
			continue
		}
		below := &w.doc.Clauses[c.Args[i].Clause]
		for k := range below.Args {
			switch a := &below.Args[k]; a.Role {
			case schema.Subject:
				set(a, subjectBelow)
			case schema.Object:
				set(a, objectBelow)
			}
		}
	}
	for i := range c.Args {
		set(&c.Args[i], roleCodes[c.Args[i].Role])
	}
}

// path says how the tree joins word i to cue c: 1 the same, 2 child, 3 grandchild, 4 further below, 5 head, 6 further
// above, 7 the same head, 8 a child of the head's head, 0 otherwise.
func (w *builder) path(c, i int) uint8 {
	switch {
	case i == c:
		return 1
	case w.Head(i) == c:
		return 2
	case w.Head(c) == i:
		return 5
	}
	if w.Head(i) >= 0 && w.Head(w.Head(i)) == c {
		return 3
	}
	if w.under(i, c) {
		return 4
	}
	if w.under(c, i) {
		return 6
	}
	up := w.Head(c)
	switch {
	case up < 0:
		return 0
	case w.Head(i) == up:
		return 7
	case w.Head(up) >= 0 && w.Head(i) == w.Head(up):
		return 8
	}
	return 0
}

// under: word i hangs below word c.
func (w *builder) under(i, c int) bool {
	for n := 0; i >= 0 && n <= len(w.Tokens); i, n = w.Head(i), n+1 {
		if i == c {
			return true
		}
	}
	return false
}

// distance is a code of a signed distance: 0 none, 1 to 6 behind the cue (1, 2, 3–4, 5–8, 9–16, more), 7 to 12 before it.
func distance(d int) uint8 {
	if d == 0 {
		return 0
	}
	base := uint8(0)
	if d < 0 {
		d, base = -d, 6
	}
	for k, limit := range []int{1, 2, 4, 8, 16} {
		if d <= limit {
			return base + uint8(k) + 1
		}
	}
	return base + 6
}
