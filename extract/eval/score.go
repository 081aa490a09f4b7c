package eval

import (
	"cmp"
	"slices"

	"github.com/stancegraph/stancegraph/schema"
)

// Result is what Score found.
type Result struct {
	Texts, Gold, System int    // texts; required gold statements; extracted ones that count
	Hits                [3]int // matched pairs that reach link, type, full
	Silent, Empty       int    // of the texts without required gold, those with no false find
	ByTag               []Group
	ByType              []Group
	ByPhenomenon        []Group
	Calibration         Calibration
	Points              []Point // each extracted statement that counts: its confidence, and whether its link is right
	Errors              []Error
	Names               []Decision // who is meant; set by the caller, from Names
	Unknown             []string   // documents that gold does not have; their statements were left out
}

// Group is the part of a result that shares a tag, a type or a phenomenon.
type Group struct {
	Name    string
	Gold    int    // required gold statements
	Found   [3]int // of these, found at link, type, full
	System  int    // extracted statements that count; 0 for tags, which only gold has
	Correct [3]int // of these, right at link, type, full
}

// Error is a statement that was missed or that should not be there.
type Error struct {
	Doc      string
	Miss     bool // of gold; else a false find
	Holder   string
	Type     schema.StanceType
	Polarity int
	Target   string
	Sentence string
}

// PRF is precision, recall and F1, each 0 where nothing was counted.
type PRF struct{ P, R, F1 float64 }

// PRF of the level (Link, Type or Full).
func (r Result) PRF(lv Level) PRF { return prf(r.Hits[lv-1], r.Hits[lv-1], r.System, r.Gold) }

// PRF of the level (Link, Type or Full) in this group.
func (g Group) PRF(lv Level) PRF { return prf(g.Correct[lv-1], g.Found[lv-1], g.System, g.Gold) }

func prf(correct, found, system, gold int) PRF {
	var x PRF
	if system > 0 {
		x.P = float64(correct) / float64(system)
	}
	if gold > 0 {
		x.R = float64(found) / float64(gold)
	}
	if x.P+x.R > 0 {
		x.F1 = 2 * x.P * x.R / (x.P + x.R)
	}
	return x
}

// Score compares what was extracted from each document, by id, with gold. Inferred statements on either side, optional gold,
// and what is matched with such gold count neither for nor against.
func Score(docs []Doc, byDoc map[string][]schema.Statement) Result {
	r := Result{Texts: len(docs)}
	tags, types, phenomena := groups{}, groups{}, groups{}
	known := map[string]bool{}
	for i := range docs {
		d := &docs[i]
		known[d.ID] = true
		var system []*schema.Statement
		for j, s := range byDoc[d.ID] {
			if !s.Inferred {
				system = append(system, &byDoc[d.ID][j])
			}
		}
		pairs := match(d.Statements, system)
		if !slices.ContainsFunc(d.Statements, func(g Gold) bool { return !g.Free() }) {
			r.Empty++
			if !slices.ContainsFunc(pairs, func(p pair) bool { return p.gold < 0 }) {
				r.Silent++
			}
		}
		for _, p := range pairs {
			if p.gold >= 0 && d.Statements[p.gold].Free() {
				continue
			}
			for lv := Level(0); lv < p.level; lv++ {
				r.Hits[lv]++
			}
			if p.gold >= 0 {
				g := &d.Statements[p.gold]
				r.Gold++
				types.gold(string(g.Type), p.level)
				phenomena.gold(cmp.Or(d.Phenomenon, "?"), p.level)
				for _, t := range orNone(g.Tags) {
					tags.gold(t, p.level)
				}
			}
			if p.system >= 0 {
				s := system[p.system]
				r.System++
				types.system(string(s.Type), p.level)
				phenomena.system(cmp.Or(d.Phenomenon, "?"), p.level)
				r.Points = append(r.Points, Point{s.Confidence, p.level >= Link})
			}
			if p.level == None {
				r.Errors = append(r.Errors, wrong(d, p, system))
			}
		}
	}
	r.ByTag, r.ByType, r.ByPhenomenon = tags.sorted(), types.sorted(), phenomena.sorted()
	r.Calibration = Calibrate(r.Points)
	for id := range byDoc {
		if !known[id] {
			r.Unknown = append(r.Unknown, id)
		}
	}
	slices.Sort(r.Unknown)
	return r
}

func orNone(tags []string) []string {
	if len(tags) == 0 {
		return []string{"(none)"}
	}
	return tags
}

func wrong(d *Doc, p pair, system []*schema.Statement) Error {
	if p.gold >= 0 {
		g := d.Statements[p.gold]
		return Error{d.ID, true, g.Holder, g.Type, g.Polarity, g.Target, cmp.Or(g.Sentence, d.Text)}
	}
	s := system[p.system]
	return Error{d.ID, false, s.Holder.Name, s.Type, s.Polarity, s.Target.Name, cmp.Or(s.Sentence.Text, d.Text)}
}

type groups map[string]*Group

func (g groups) of(name string) *Group {
	if g[name] == nil {
		g[name] = &Group{Name: name}
	}
	return g[name]
}

func (g groups) gold(name string, level Level) {
	x := g.of(name)
	x.Gold++
	for lv := Level(0); lv < level; lv++ {
		x.Found[lv]++
	}
}

func (g groups) system(name string, level Level) {
	x := g.of(name)
	x.System++
	for lv := Level(0); lv < level; lv++ {
		x.Correct[lv]++
	}
}

// sorted puts the groups with most gold first, then by name.
func (g groups) sorted() []Group {
	list := make([]Group, 0, len(g))
	for _, x := range g {
		list = append(list, *x)
	}
	slices.SortFunc(list, func(a, b Group) int { return cmp.Or(cmp.Compare(b.Gold, a.Gold), cmp.Compare(a.Name, b.Name)) })
	return list
}
