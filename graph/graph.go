package graph

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Label is the main kind of a node; Labels lists them all.
type Label string

// Ref names a node. Ids are unique within a label only: a document may be called "Q43" too.
type Ref struct {
	Label Label
	ID    string
}

// String is the reference as one word, unique over all labels: "Actor/Q43".
func (r Ref) String() string { return string(r.Label) + "/" + r.ID }

// Node is one node. The id is not repeated in Props.
type Node struct {
	Ref
	Kind  string    // second label of an Actor: Country, Person, Organization or Group; "" for none
	Props NodeProps // of the type that goes with the label
}

// NewNode reads a node's properties out of a row. A label that is not in the table is an error, and so is a property of
// another type than the table says; the error names both types.
func NewNode(ref Ref, kind string, row Row) (Node, error) {
	info, ok := ref.Label.Info()
	if !ok {
		return Node{}, fmt.Errorf("there is no label %q", ref.Label)
	}
	n := Node{Ref: ref, Kind: kind, Props: info.empty()}
	if err := fill(n.Props, row); err != nil {
		return Node{}, fmt.Errorf("%s %s: %w", ref.Label, clip(ref.ID), err)
	}
	return n, nil
}

// Row writes the node's properties, without its id.
func (n Node) Row() Row { return rowOf(n.Props) }

// Labels lists the node's labels, the main one first.
func (n Node) Labels() []string {
	if n.Kind == "" {
		return []string{string(n.Label)}
	}
	return []string{string(n.Label), n.Kind}
}

// EdgeKey is what no two edges share. Key tells parallel edges of one type apart (the role of an
// AFFILIATED_WITH, the variant of a projected edge) and is a property too; "" where there are none.
type EdgeKey struct {
	Type     EdgeType
	From, To Ref
	Key      string
}

// String is for messages.
func (k EdgeKey) String() string { return fmt.Sprintf("%s-[%s %s]->%s", k.From, k.Type, k.Key, k.To) }

// ID is a short name for the edge, made from its key by hashing.
func (k EdgeKey) ID() string {
	return "e:" + hashOf(string(k.Type), k.From.String(), k.To.String(), k.Key)
}

// Edge is one relationship.
type Edge struct {
	EdgeKey
	Props EdgeProps // of the type that goes with Type
}

// NewEdge reads an edge's properties out of a row. A type that is not in the table is an error, and so is a property of
// another type than the table says; the error names both types.
func NewEdge(key EdgeKey, row Row) (Edge, error) {
	info, ok := key.Type.Info()
	if !ok {
		return Edge{}, fmt.Errorf("there is no edge type %q", key.Type)
	}
	e := Edge{EdgeKey: key, Props: info.empty()}
	if err := fill(e.Props, row); err != nil {
		return Edge{}, fmt.Errorf("%s from %s %s: %w", key.Type, key.From.Label, clip(key.From.ID), err)
	}
	return e, nil
}

// Row writes the edge's properties.
func (e Edge) Row() Row { return rowOf(e.Props) }

// Graph is a property graph: nodes sorted by label and id, edges by type, ends and key, none twice.
type Graph struct {
	Nodes []Node
	Edges []Edge
}

func compareRef(a, b Ref) int {
	return cmp.Or(strings.Compare(string(a.Label), string(b.Label)), strings.Compare(a.ID, b.ID))
}

func compareKey(a, b EdgeKey) int {
	return cmp.Or(strings.Compare(string(a.Type), string(b.Type)), compareRef(a.From, b.From), compareRef(a.To, b.To),
		strings.Compare(a.Key, b.Key))
}

func compareEdge(a, b Edge) int { return compareKey(a.EdgeKey, b.EdgeKey) }

// Sort puts nodes and edges into their order.
func (g *Graph) Sort() {
	slices.SortFunc(g.Nodes, func(a, b Node) int { return compareRef(a.Ref, b.Ref) })
	slices.SortFunc(g.Edges, compareEdge)
}

// Node finds a node of a sorted graph.
func (g *Graph) Node(ref Ref) (Node, bool) {
	i, ok := slices.BinarySearchFunc(g.Nodes, ref, func(n Node, r Ref) int { return compareRef(n.Ref, r) })
	if !ok {
		return Node{}, false
	}
	return g.Nodes[i], true
}
