package export

import (
	"cmp"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/graph"
)

// end is a node that a statement points to; the zero end is none.
type end struct{ graph.Node }

func (e end) name() string {
	if name := e.Props.String("name"); name != "" {
		return name
	}
	return e.ID
}

// kind is Country, Person … of an actor, Issue of an issue.
func (e end) kind() string { return cmp.Or(e.Kind, string(e.Label)) }

// statement is a statement node with all that it points to.
type statement struct {
	node                                                      graph.Node
	holder, target, sayer, behalf, sentence, document, source end
	about                                                     []string // names
}

// statementsOf lists the graph's statements by document, place of the sentence and of the cue, and id.
func statementsOf(g *graph.Graph) []statement {
	nodes := make(map[graph.Ref]end, len(g.Nodes))
	for _, n := range g.Nodes {
		nodes[n.Ref] = end{n}
	}
	out := map[graph.Ref][]graph.Edge{}
	for _, e := range g.Edges {
		switch e.From.Label {
		case graph.Statement, graph.Sentence, graph.Turn, graph.Document:
			out[e.From] = append(out[e.From], e)
		}
	}
	follow := func(from graph.Ref, typ string) end {
		for _, e := range out[from] {
			if e.Type == typ {
				return nodes[e.To]
			}
		}
		return end{}
	}
	var list []statement
	for _, n := range g.Nodes {
		if n.Label != graph.Statement {
			continue
		}
		s := statement{node: n, holder: follow(n.Ref, graph.Holder), target: follow(n.Ref, graph.Target), sayer: follow(n.Ref, graph.SaidBy),
			behalf: follow(n.Ref, graph.OnBehalfOf), sentence: follow(n.Ref, graph.Evidence)}
		s.document = follow(s.sentence.Ref, graph.InDocument)
		if s.document.ID == "" { // a sentence may stand in its document by its turn
			s.document = follow(follow(s.sentence.Ref, graph.InTurn).Ref, graph.InDocument)
		}
		s.source = follow(s.document.Ref, graph.PublishedBy)
		for _, e := range out[n.Ref] {
			if e.Type == graph.About {
				s.about = append(s.about, nodes[e.To].name())
			}
		}
		list = append(list, s)
	}
	slices.SortStableFunc(list, func(a, b statement) int {
		return cmp.Or(strings.Compare(a.document.ID, b.document.ID),
			cmp.Compare(a.sentence.Props.Int("start"), b.sentence.Props.Int("start")),
			cmp.Compare(a.node.Props.Int("start"), b.node.Props.Int("start")),
			strings.Compare(a.node.ID, b.node.ID))
	})
	return list
}
