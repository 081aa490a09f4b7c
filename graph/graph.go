package graph

import (
	"cmp"
	"maps"
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

// Props are the properties of a node or an edge. A value is a string, int64, float64, bool or []string.
// What would say nothing (an empty text or list, a flag of a projected edge that is false) is left out.
type Props map[string]any

// Names lists the names of the properties, sorted.
func (p Props) Names() []string { return slices.Sorted(maps.Keys(p)) }

// String is the text of a property, "" where it is absent or no text. Int, Float, Bool and Strings are alike.
func (p Props) String(name string) string    { s, _ := p[name].(string); return s }
func (p Props) Int(name string) int64        { n, _ := p[name].(int64); return n }
func (p Props) Float(name string) float64    { f, _ := p[name].(float64); return f }
func (p Props) Bool(name string) bool        { b, _ := p[name].(bool); return b }
func (p Props) Strings(name string) []string { l, _ := p[name].([]string); return l }

// Equal says whether both hold the same values.
func (p Props) Equal(q Props) bool { return maps.EqualFunc(p, q, equalValue) }

func equalValue(a, b any) bool {
	if la, ok := a.([]string); ok {
		lb, ok := b.([]string)
		return ok && slices.Equal(la, lb)
	}
	if _, ok := b.([]string); ok {
		return false
	}
	return a == b
}

// Node is one node. The id is not repeated in Props.
type Node struct {
	Ref
	Kind  string // second label of an Actor: Country, Person, Organization or Group; "" for none
	Props Props
}

// Labels lists the node's labels, the main one first.
func (n Node) Labels() []string {
	if n.Kind == "" {
		return []string{string(n.Label)}
	}
	return []string{string(n.Label), n.Kind}
}

// EdgeKey is what no two edges share. Key tells parallel edges of one type apart (the role of an
// AFFILIATED_WITH, the variant of a projected edge) and stands in Props too; "" where there are none.
type EdgeKey struct {
	Type     string
	From, To Ref
	Key      string
}

// Edge is one relationship.
type Edge struct {
	EdgeKey
	Props Props
}

// ID is a short name for the edge, made from its key by hashing.
func (k EdgeKey) ID() string {
	return "e:" + hashOf(k.Type, k.From.String(), k.To.String(), k.Key)
}

// Graph is a property graph: nodes sorted by label and id, edges by type, ends and key, none twice.
type Graph struct {
	Nodes []Node
	Edges []Edge
}

func compareRef(a, b Ref) int {
	return cmp.Or(strings.Compare(string(a.Label), string(b.Label)), strings.Compare(a.ID, b.ID))
}

func compareKey(a, b EdgeKey) int {
	return cmp.Or(strings.Compare(a.Type, b.Type), compareRef(a.From, b.From), compareRef(a.To, b.To), strings.Compare(a.Key, b.Key))
}

// Sort puts nodes and edges into their order.
func (g *Graph) Sort() {
	slices.SortFunc(g.Nodes, func(a, b Node) int { return compareRef(a.Ref, b.Ref) })
	slices.SortFunc(g.Edges, func(a, b Edge) int { return compareKey(a.EdgeKey, b.EdgeKey) })
}

// Node finds a node of a sorted graph.
func (g *Graph) Node(ref Ref) (Node, bool) {
	i, ok := slices.BinarySearchFunc(g.Nodes, ref, func(n Node, r Ref) int { return compareRef(n.Ref, r) })
	if !ok {
		return Node{}, false
	}
	return g.Nodes[i], true
}
