package graph

import (
	"fmt"
	"reflect"
)

// Diff says where two sorted graphs differ, at most max lines; nothing where they are equal.
func Diff(a, b *Graph, max int) []string {
	d := differ{max: max}
	merge(a.Nodes, b.Nodes, func(x, y Node) int { return compareRef(x.Ref, y.Ref) }, func(x, y *Node) {
		switch {
		case y == nil:
			d.say("only the first has node %s", x.Ref)
		case x == nil:
			d.say("only the second has node %s", y.Ref)
		default:
			if x.Kind != y.Kind {
				d.say("node %s: kind %q, %q", x.Ref, x.Kind, y.Kind)
			}
			d.rows("node "+x.Ref.String(), x.Row(), y.Row())
		}
	})
	merge(a.Edges, b.Edges, compareEdge, func(x, y *Edge) {
		switch {
		case y == nil:
			d.say("only the first has edge %s", x.EdgeKey)
		case x == nil:
			d.say("only the second has edge %s", y.EdgeKey)
		default:
			d.rows("edge "+x.EdgeKey.String(), x.Row(), y.Row())
		}
	})
	return d.lines
}

// merge visits two sorted lists side by side, with nil for what one list lacks.
func merge[T any](a, b []T, compare func(x, y T) int, visit func(x, y *T)) {
	for len(a) > 0 || len(b) > 0 {
		c := 0
		switch {
		case len(b) == 0:
			c = -1
		case len(a) == 0:
			c = 1
		default:
			c = compare(a[0], b[0])
		}
		switch {
		case c < 0:
			visit(&a[0], nil)
			a = a[1:]
		case c > 0:
			visit(nil, &b[0])
			b = b[1:]
		default:
			visit(&a[0], &b[0])
			a, b = a[1:], b[1:]
		}
	}
}

type differ struct {
	lines []string
	max   int
}

func (d *differ) say(format string, args ...any) {
	if len(d.lines) < d.max {
		d.lines = append(d.lines, fmt.Sprintf(format, args...))
	}
}

func (d *differ) rows(what string, a, b Row) {
	for _, name := range a.Names() {
		if v, there := b[name]; !there {
			d.say("%s: %s is %.200q, missing", what, name, fmt.Sprint(a[name]))
		} else if !reflect.DeepEqual(a[name], v) {
			d.say("%s: %s is %.200q, %.200q", what, name, fmt.Sprint(a[name]), fmt.Sprint(v))
		}
	}
	for _, name := range b.Names() {
		if _, both := a[name]; !both {
			d.say("%s: %s is missing, %.200q", what, name, fmt.Sprint(b[name]))
		}
	}
}
