package graph

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// wrong are values that no property of a type takes.
func wrong(t Type) []any {
	all := map[Type]any{StringType: "x", IntType: int64(7), FloatType: 0.5, BoolType: true, StringsType: []string{"x"}}
	values := []any{[]any{"x"}, map[string]any{}}
	for _, other := range slices.Sorted(maps.Keys(all)) {
		if other != t && !(t == FloatType && other == IntType) {
			values = append(values, all[other])
		}
	}
	return values
}

func example(t Type) any {
	return map[Type]any{StringType: "x", IntType: int64(7), FloatType: 0.5, BoolType: true,
		StringsType: []string{"x", "y"}}[t]
}

// TestWrongTypesAreErrors: a value of another type than the table says is an error that names label or type of edge,
// property and both types, for each property there is; a right one comes back as it was.
func TestWrongTypesAreErrors(t *testing.T) {
	check := func(t *testing.T, what string, fields []Field, read func(Row) (Row, error)) {
		all := Row{}
		for _, f := range fields {
			all[f.Name] = example(f.Type)
			for _, v := range wrong(f.Type) {
				_, err := read(Row{f.Name: v})
				if err == nil {
					t.Errorf("%s takes %T", f.Name, v)
					continue
				}
				for _, want := range []string{what, f.Name, string(f.Type), reflect.TypeOf(v).String()} {
					if !strings.Contains(err.Error(), want) {
						t.Errorf("the error %q does not name %q", err, want)
					}
				}
			}
		}
		if row, err := read(all); err != nil || !reflect.DeepEqual(row, all) {
			t.Errorf("%v came back as %v, %v", all, row, err)
		}
		if _, err := read(Row{"somebody else's": 1, "id": "x"}); err != nil {
			t.Errorf("a property that is not in the table: %v", err)
		}
	}
	for _, info := range Labels() {
		t.Run(string(info.Label), func(t *testing.T) {
			check(t, string(info.Label), info.Fields, func(row Row) (Row, error) {
				n, err := NewNode(Ref{info.Label, "an id"}, "", row)
				return n.Row(), err
			})
		})
	}
	for _, info := range EdgeTypes() {
		t.Run(string(info.Type), func(t *testing.T) {
			check(t, string(info.Type), info.Fields, func(row Row) (Row, error) {
				e, err := NewEdge(EdgeKey{Type: info.Type}, row)
				return e.Row(), err
			})
		})
	}
}

// TestClosedTables: labels and types that are not in the tables are errors, and a property has one type wherever it is.
func TestClosedTables(t *testing.T) {
	if _, err := NewNode(Ref{"Thing", "x"}, "", nil); err == nil {
		t.Error("a node of another label was made")
	}
	if _, err := NewEdge(EdgeKey{Type: "LIKES"}, nil); err == nil {
		t.Error("an edge of another type was made")
	}
	types := map[string]Type{}
	once := func(what string, fields []Field) {
		for _, f := range fields {
			if had, ok := types[f.Name]; ok && had != f.Type {
				t.Errorf("%s.%s is %s, elsewhere %s", what, f.Name, f.Type, had)
			}
			types[f.Name] = f.Type
		}
	}
	for _, info := range Labels() {
		once(string(info.Label), info.Fields)
	}
	for _, info := range EdgeTypes() {
		once(string(info.Type), info.Fields)
		if i := slices.IndexFunc(info.Fields, func(f Field) bool { return f.Name == info.Key }); info.Key != "" && i < 0 {
			t.Errorf("%s has no property %s", info.Type, info.Key)
		}
	}
}

// TestAbsent: what says nothing is not written, what says zero is.
func TestAbsent(t *testing.T) {
	for _, c := range []struct {
		why   string
		props propertied
		want  Row
	}{
		{"an empty turn", &TurnProps{}, Row{"index": int64(0), "start": int64(0), "end": int64(0)}},
		{"a turn from the beginning of the video", &TurnProps{EndMS: 5},
			Row{"index": int64(0), "start": int64(0), "end": int64(0), "startMs": int64(0), "endMs": int64(5)}},
		{"an edge without flags", &StanceProps{Derived: true},
			Row{"variant": "", "derived": true, "n": int64(0), "confidence": 0.0}},
		{"an actor with empty lists", &ActorProps{Name: "A", Aliases: []string{}}, Row{"name": "A"}},
		{"no properties", &NoProps{}, Row{}},
	} {
		t.Run(c.why, func(t *testing.T) {
			if got := rowOf(c.props); !reflect.DeepEqual(got, c.want) {
				t.Errorf("%v, want %v", got, c.want)
			}
		})
	}
}
