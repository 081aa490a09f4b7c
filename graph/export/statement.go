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
	name := ""
	switch p := e.Props.(type) {
	case *graph.ActorProps:
		name = p.Name
	case *graph.IssueProps:
		name = p.Name
	case *graph.SourceProps:
		name = p.Name
	}
	return cmp.Or(name, e.ID)
}

// kind is Country, Person … of an actor, Issue of an issue.
func (e end) kind() string { return cmp.Or(e.Kind, string(e.Label)) }

// statement is a statement node with all that it points to. What it does not point to is zero.
type statement struct {
	id string
	graph.StatementProps
	holder, target, sayer, behalf, source end
	sentenceEnd, documentEnd              end
	sentence                              graph.SentenceProps // of sentenceEnd
	document                              graph.DocumentProps // of documentEnd
	turn                                  graph.TurnProps
	about                                 []string // names
}

// statementsOf lists the graph's statements by document, place of the sentence and of the cue, and id.
func statementsOf(g *graph.Graph) []statement {
	r := newEnds(g)
	var list []statement
	for _, n := range g.Nodes {
		if p, ok := n.Props.(*graph.StatementProps); ok {
			list = append(list, r.statement(n, *p))
		}
	}
	slices.SortStableFunc(list, func(a, b statement) int {
		return cmp.Or(strings.Compare(a.documentEnd.ID, b.documentEnd.ID), cmp.Compare(a.sentence.Start, b.sentence.Start),
			cmp.Compare(a.Start, b.Start), strings.Compare(a.id, b.id))
	})
	return list
}

// ends finds what edges of documents lead to.
type ends struct {
	nodes map[graph.Ref]end
	out   map[graph.Ref][]graph.Edge
}

func newEnds(g *graph.Graph) ends {
	r := ends{nodes: make(map[graph.Ref]end, len(g.Nodes)), out: map[graph.Ref][]graph.Edge{}}
	for _, n := range g.Nodes {
		r.nodes[n.Ref] = end{n}
	}
	for _, e := range g.Edges {
		switch e.From.Label {
		case graph.Statement, graph.Sentence, graph.Turn, graph.Document:
			r.out[e.From] = append(r.out[e.From], e)
		}
	}
	return r
}

// follow is the end of the first edge of a type; the zero end where there is none.
func (r ends) follow(from graph.Ref, typ graph.EdgeType) end {
	for _, e := range r.out[from] {
		if e.Type == typ {
			return r.nodes[e.To]
		}
	}
	return end{}
}

func (r ends) statement(n graph.Node, p graph.StatementProps) statement {
	s := statement{id: n.ID, StatementProps: p, holder: r.follow(n.Ref, graph.Holder),
		target: r.follow(n.Ref, graph.Target),
		sayer:  r.follow(n.Ref, graph.SaidBy), behalf: r.follow(n.Ref, graph.OnBehalfOf)}
	s.sentenceEnd = r.follow(n.Ref, graph.Evidence)
	turn := r.follow(s.sentenceEnd.Ref, graph.InTurn)
	s.documentEnd = r.follow(s.sentenceEnd.Ref, graph.InDocument)
	if s.documentEnd.ID == "" { // a sentence may stand in its document by its turn
		s.documentEnd = r.follow(turn.Ref, graph.InDocument)
	}
	if q, ok := s.sentenceEnd.Props.(*graph.SentenceProps); ok {
		s.sentence = *q
	}
	if q, ok := s.documentEnd.Props.(*graph.DocumentProps); ok {
		s.document = *q
	}
	if q, ok := turn.Props.(*graph.TurnProps); ok {
		s.turn = *q
	}
	s.source = r.follow(s.documentEnd.Ref, graph.PublishedBy)
	for _, e := range r.out[n.Ref] {
		if e.Type == graph.About {
			s.about = append(s.about, r.nodes[e.To].name())
		}
	}
	return s
}
