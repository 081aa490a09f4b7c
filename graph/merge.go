package graph

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// Shared nodes are merged from what documents claim of them, and claims are counted: so each document's
// part can be added and retracted exactly, in any order.

// claim is one statement of fact about a shared node.
type claim struct {
	field string // claimed: once for each document; name, alias, kind, sector, merged
	value string
}

const claimed = "document"

// claims counts how many documents make each claim.
type claims map[claim]int

// delta is what documents add to (or, where negative, retract from) shared nodes and edges.
type delta struct {
	nodes map[Ref]claims
	edges map[EdgeKey]int
}

func newDelta() delta { return delta{nodes: map[Ref]claims{}, edges: map[EdgeKey]int{}} }

// add counts a document's asserts, with sign +1 or −1.
func (d delta) add(list []Assert, sign int) {
	for _, a := range list {
		if k, ok := a.edge(); ok {
			d.edges[k] += sign
			continue
		}
		c := d.nodes[a.node()]
		if c == nil {
			c = claims{}
			d.nodes[a.node()] = c
		}
		c.count(a, sign)
	}
}

func (c claims) count(a Assert, sign int) {
	c[claim{claimed, ""}] += sign
	for _, f := range []claim{{"name", a.Name}, {"kind", a.Kind}, {"sector", a.Sector}} {
		if f.value != "" {
			c[f] += sign
		}
	}
	for _, alias := range a.Aliases {
		c[claim{"alias", alias}] += sign
	}
	for _, id := range a.Merged {
		c[claim{"merged", id}] += sign
	}
}

// compact drops claims and edges whose counts cancel out.
func (d delta) compact() {
	for ref, c := range d.nodes {
		for f, n := range c {
			if n == 0 {
				delete(c, f)
			}
		}
		if len(c) == 0 {
			delete(d.nodes, ref)
		}
	}
	for k, n := range d.edges {
		if n == 0 {
			delete(d.edges, k)
		}
	}
}

// merged is the shared node that claims make; false where none is left.
func merged(ref Ref, c claims) (Node, bool) {
	if c[claim{claimed, ""}] <= 0 {
		return Node{}, false
	}
	name := cmp.Or(c.most("name"), ref.ID)
	all := c.values("name", "alias")
	aliases := slices.DeleteFunc(slices.Clone(all), func(s string) bool { return s == name })
	unscoped, _ := schema.UnscopedID(ref.ID)
	names := foldAll(slices.Concat(all, c.values("merged"), []string{ref.ID, unscoped}))
	n := Node{Ref: ref, Kind: c.most("kind")}
	switch ref.Label {
	case Source:
		n.Props = &SourceProps{Name: name, Aliases: aliases, Names: names, Claims: c.encode()}
	case Issue:
		n.Props = &IssueProps{Name: name, Aliases: aliases, Names: names, Claims: c.encode()}
	default:
		n.Props = &ActorProps{Name: name, Aliases: aliases, Sector: c.most("sector"), Names: names, Claims: c.encode()}
	}
	n.Props = validProps(n.Props)
	return n, true
}

// claimsOf reads the claims of a shared node.
func claimsOf(n Node) (claims, error) {
	switch p := n.Props.(type) {
	case *SourceProps:
		return decodeClaims(p.Claims)
	case *ActorProps:
		return decodeClaims(p.Claims)
	case *IssueProps:
		return decodeClaims(p.Claims)
	}
	return claims{}, nil
}

// withoutClaims is a shared node apart from how many documents claim it.
func withoutClaims(n Node) Node {
	switch p := n.Props.(type) {
	case *SourceProps:
		q := *p
		q.Claims, n.Props = nil, &q
	case *ActorProps:
		q := *p
		q.Claims, n.Props = nil, &q
	case *IssueProps:
		q := *p
		q.Claims, n.Props = nil, &q
	}
	return n
}

// sharedEdge is the relation that n documents assert.
func sharedEdge(k EdgeKey, n int) Edge {
	if k.Type == AffiliatedWith {
		return Edge{EdgeKey: k, Props: &AffiliationProps{Role: k.Key, N: n}}
	}
	return Edge{EdgeKey: k, Props: &MemberProps{N: n}}
}

// asserted is how many documents assert the relation of a shared edge.
func asserted(e Edge) int {
	switch p := e.Props.(type) {
	case *AffiliationProps:
		return p.N
	case *MemberProps:
		return p.N
	}
	return 0
}

// most is the value that most documents claim; of equals the first by alphabet.
func (c claims) most(field string) string {
	best, most := "", 0
	for f, n := range c {
		if f.field == field && (n > most || n == most && f.value < best) {
			best, most = f.value, n
		}
	}
	return best
}

// values lists what is claimed for the fields, sorted.
func (c claims) values(fields ...string) []string {
	var list []string
	for f, n := range c {
		if n > 0 && slices.Contains(fields, f.field) {
			list = append(list, f.value)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// encode writes claims as "COUNT FIELD VALUE", sorted by field and value.
func (c claims) encode() []string {
	var keys []claim
	for f, n := range c {
		if n > 0 {
			keys = append(keys, f)
		}
	}
	slices.SortFunc(keys, func(a, b claim) int {
		return cmp.Or(strings.Compare(a.field, b.field), strings.Compare(a.value, b.value))
	})
	list := make([]string, len(keys))
	for i, f := range keys {
		list[i] = strconv.Itoa(c[f]) + " " + f.field + " " + f.value
	}
	return list
}

func decodeClaims(list []string) (claims, error) {
	c := claims{}
	for _, s := range list {
		count, rest, _ := strings.Cut(s, " ")
		field, value, ok := strings.Cut(rest, " ")
		n, err := strconv.Atoi(count)
		if err != nil || !ok {
			return nil, fmt.Errorf("reading the claims on a node: %.100q is not a claim", s)
		}
		c[claim{field, value}] = n
	}
	return c, nil
}

// Fold makes a name comparable: lower case, single spaces. Shared nodes list their folded names, id and
// aliases in "names", by which questions find them.
func Fold(name string) string {
	return strings.ToLower(strings.Join(strings.Fields(name), " "))
}

func foldAll(list []string) []string {
	out := make([]string, 0, len(list))
	for _, s := range list {
		if f := Fold(s); f != "" {
			out = append(out, f)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
