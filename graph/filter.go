package graph

import (
	"cmp"
	"fmt"
	"slices"
	"time"
)

// Filter chooses statements. All that is set must hold; of a list, one item must. The zero Filter chooses all.
type Filter struct {
	Actors     []string   // holder or target is called so: a name, another name or an id, in whatever case
	Issues     []string   // the target is an issue called so
	Types      []EdgeType // the statement is of the type of such an edge: SUPPORTS, NOT_SUPPORTS …
	Sources    []string   // the document is published by an outlet called so
	Since      string     // the day, month or year of the statement begins on this day, month or year, or later
	Until      string     // it ends on this one or earlier
	Layer      string     // Stated: said by the holder or told by the writer. Claimed: said by others of the holder
	NoInferred bool       // leave out what is inferred

	MinConfidence float64 // 0 to 1
	Top           int     // of what is left, only what the so many heaviest projected edges count; 0: all
}

// Of gives the part of a graph that the chosen statements lead to: they, their sentences, turns, documents and outlets, the
// actors and issues that they name, what relates these, and the projection of just these statements. Names that the graph
// does not know, types and dates that do not exist are errors. A zero Filter gives the graph itself.
//
// The part is for reading. It is no store of its documents, for it lacks some of their statements; so documents have no hash
// in it, and a load of one into a database that was made of it replaces it.
func (f Filter) Of(g *Graph) (*Graph, error) {
	if f.Zero() {
		return g, nil
	}
	passes, err := f.test(g)
	if err != nil {
		return nil, fmt.Errorf("filter: %w", err)
	}
	var chosen []Fact
	for _, fact := range allFacts(g.Nodes, g.Edges) {
		if passes(fact) {
			chosen = append(chosen, fact)
		}
	}
	if f.Top > 0 {
		chosen = heaviest(chosen, f.Top)
	}
	return g.part(chosen), nil
}

// Zero says whether the filter chooses all.
func (f Filter) Zero() bool {
	return len(f.Actors)+len(f.Issues)+len(f.Types)+len(f.Sources) == 0 && f.Since+f.Until+f.Layer == "" &&
		!f.NoInferred && f.MinConfidence == 0 && f.Top == 0
}

// test checks the filter and makes of it a condition on the statements of a graph.
func (f Filter) test(g *Graph) (func(Fact) bool, error) {
	actors, err1 := called(g, Actor, "actor", f.Actors)
	issues, err2 := called(g, Issue, "issue", f.Issues)
	sources, err3 := called(g, Source, "source", f.Sources)
	if err := cmp.Or(f.check(), err1, err2, err3); err != nil {
		return nil, err
	}
	since, _ := earliestDay(f.Since)
	until, _ := latestDay(f.Until)
	return func(s Fact) bool {
		holder, target := Ref{Actor, s.Holder}, Ref{s.TargetLabel, s.TargetID}
		claimed := s.Sayer != "" && s.Sayer != s.Holder
		first, _ := earliestDay(s.Date) // what is no date is ""
		last, _ := latestDay(s.Date)
		return s.Confidence >= f.MinConfidence &&
			!(f.NoInferred && s.Inferred) &&
			(f.Layer == "" || claimed == (f.Layer == Claimed)) &&
			(len(f.Types) == 0 || slices.Contains(f.Types, projectedType(s.StanceType, s.Negated))) &&
			(actors == nil || actors[holder] || actors[target]) &&
			(issues == nil || issues[target]) &&
			(sources == nil || sources[Ref{Source, s.Source}]) &&
			(since == "" || first >= since) &&
			(until == "" || last != "" && last <= until)
	}, nil
}

// Check says what is wrong with a filter whatever the graph: a type, layer or date that does not exist, a number out of range.
func (f Filter) Check() error {
	if err := f.check(); err != nil {
		return fmt.Errorf("filter: %w", err)
	}
	return nil
}

func (f Filter) check() error {
	_, err1 := earliestDay(f.Since)
	_, err2 := latestDay(f.Until)
	if err := cmp.Or(err1, err2); err != nil {
		return err
	}
	for _, t := range f.Types {
		if !slices.Contains(Projected(), t) {
			return fmt.Errorf("there is no stance %q", t)
		}
	}
	switch {
	case f.Layer != "" && f.Layer != Stated && f.Layer != Claimed:
		return fmt.Errorf("layer %q is neither %s nor %s", f.Layer, Stated, Claimed)
	case !(f.MinConfidence >= 0 && f.MinConfidence <= 1): // also what is no number
		return fmt.Errorf("confidence %v is not from 0 to 1", f.MinConfidence)
	case f.Top < 0:
		return fmt.Errorf("the %d heaviest edges cannot be chosen", f.Top)
	}
	return nil
}

// called finds the nodes of a label with one of some names; nil where no name is given. A name that none has is an error.
func called(g *Graph, label Label, what string, names []string) (map[Ref]bool, error) {
	if len(names) == 0 {
		return nil, nil
	}
	found, met := map[Ref]bool{}, map[string]bool{}
	wanted := foldAll(names)
	for _, n := range g.Nodes {
		if n.Label != label {
			continue
		}
		for _, name := range n.names() {
			if slices.Contains(wanted, name) {
				found[n.Ref], met[name] = true, true
			}
		}
	}
	for _, name := range names {
		if !met[Fold(name)] {
			return nil, fmt.Errorf("no %s is called %q", what, name)
		}
	}
	return found, nil
}

// names are the folded names and ids by which a shared node is found.
func (n Node) names() []string {
	switch p := n.Props.(type) {
	case *ActorProps:
		return p.Names
	case *IssueProps:
		return p.Names
	case *SourceProps:
		return p.Names
	}
	return nil
}

// earliestDay and latestDay are the ends of a day, month or year; "" of none. The last day is the 31st in each month.
func earliestDay(date string) (string, error) { return dayOf(date, "0000-01-01") }

func latestDay(date string) (string, error) { return dayOf(date, "0000-12-31") }

func dayOf(date, rest string) (string, error) {
	if date == "" {
		return "", nil
	}
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		if _, err := time.Parse(layout, date); err == nil {
			return date + rest[len(date):], nil
		}
	}
	return "", fmt.Errorf("%q is no date such as 2019-02-14, 2019-02 or 2019", date)
}

// heaviest keeps the facts of the n projected edges that count most statements; of equals the surer edges, then by key.
func heaviest(list []Fact, n int) []Fact {
	var keyed []Fact
	for _, f := range list {
		if k, ok := f.Keyed(); ok {
			keyed = append(keyed, k)
		}
	}
	edges := sortedEdges(project(keyed))
	slices.SortStableFunc(edges, func(a, b Edge) int {
		p, q := a.Props.(*StanceProps), b.Props.(*StanceProps) // what project makes
		return cmp.Or(cmp.Compare(q.N, p.N), cmp.Compare(q.Confidence, p.Confidence))
	})
	top := map[EdgeKey]bool{}
	for _, e := range edges[:min(n, len(edges))] {
		top[e.EdgeKey] = true
	}
	return slices.DeleteFunc(keyed, func(f Fact) bool { return !top[f.EdgeKey] })
}

// part is what some statements of the graph lead to, with their projection.
func (g *Graph) part(chosen []Fact) *Graph {
	out := map[Ref][]Edge{}
	for _, e := range g.Edges {
		if e.Type != ContrastsWith && e.Type != NearDuplicateOf && e.From.Label != Actor {
			out[e.From] = append(out[e.From], e)
		}
	}
	kept := map[Ref]bool{}
	var keep func(Ref)
	keep = func(ref Ref) {
		if !kept[ref] {
			kept[ref] = true
			for _, e := range out[ref] {
				keep(e.To)
			}
		}
	}
	for _, f := range chosen {
		keep(Ref{Statement, f.Statement})
	}
	part := &Graph{}
	for _, n := range g.Nodes {
		if kept[n.Ref] {
			part.Nodes = append(part.Nodes, n.withoutHash())
		}
	}
	for _, e := range g.Edges {
		if info, _ := e.Type.Info(); kept[e.From] && kept[e.To] && !info.Derived {
			part.Edges = append(part.Edges, e)
		}
	}
	part.Edges = append(part.Edges, sortedEdges(project(facts(part.Nodes, part.Edges)))...)
	part.Sort()
	return part
}

// withoutHash is a document without the checksum of what belongs to it; any other node as it is.
func (n Node) withoutHash() Node {
	if p, ok := n.Props.(*DocumentProps); ok {
		part := *p
		part.Hash = ""
		n.Props = &part
	}
	return n
}

func sortedEdges(edges map[EdgeKey]Edge) []Edge {
	list := make([]Edge, 0, len(edges))
	for _, e := range edges {
		list = append(list, e)
	}
	slices.SortFunc(list, compareEdge)
	return list
}
