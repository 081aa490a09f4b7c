package graph

import (
	"fmt"
	"maps"
	"slices"
)

// Row holds the properties of a node or an edge by name, as stores keep them and exports write them. A value is a
// string, int64, float64, bool or []string. What would say nothing (an empty text or list, a flag of a projected edge
// that is false) is absent.
type Row map[string]any

// Names lists the names of the properties, sorted.
func (r Row) Names() []string { return slices.Sorted(maps.Keys(r)) }

// property ties the name of a property to the field that holds it.
type property struct {
	name   string
	field  any  // *string, *int, *float64, *bool or *[]string
	always bool // a zero value is written too
}

type propertyValue interface {
	string | int | float64 | bool | []string
}

// optional is a property that is absent where it is zero, always one that is not.
func optional[V propertyValue](name string, field *V) property { return property{name, field, false} }
func always[V propertyValue](name string, field *V) property   { return property{name, field, true} }

// propertied is a NodeProps or EdgeProps.
type propertied interface{ properties() []property }

func fieldsOf(p propertied) []Field {
	var list []Field
	for _, x := range p.properties() {
		list = append(list, Field{x.name, x.typ()})
	}
	return list
}

func (x property) typ() Type {
	switch x.field.(type) {
	case *int:
		return IntType
	case *float64:
		return FloatType
	case *bool:
		return BoolType
	case *[]string:
		return StringsType
	}
	return StringType
}

// absent says that the property is not written.
func (x property) absent() bool {
	if x.always {
		return false
	}
	switch f := x.field.(type) {
	case *string:
		return *f == ""
	case *int:
		return *f == 0
	case *float64:
		return *f == 0
	case *bool:
		return !*f
	case *[]string:
		return len(*f) == 0
	}
	return true
}

// value is the property as a Row has it.
func (x property) value() any {
	switch f := x.field.(type) {
	case *string:
		return *f
	case *int:
		return int64(*f)
	case *float64:
		return *f
	case *bool:
		return *f
	case *[]string:
		return *f
	}
	return nil
}

// set takes the value of a Row; false where it has another type. A whole number will do for a float.
func (x property) set(v any) bool {
	ok := false
	switch f := x.field.(type) {
	case *string:
		*f, ok = v.(string)
	case *int:
		var n int64
		n, ok = v.(int64)
		*f = int(n)
	case *float64:
		if n, whole := v.(int64); whole {
			v = float64(n)
		}
		*f, ok = v.(float64)
	case *bool:
		*f, ok = v.(bool)
	case *[]string:
		*f, ok = v.([]string)
	}
	return ok
}

// rowOf writes properties.
func rowOf(p propertied) Row {
	if p == nil {
		return Row{}
	}
	list := p.properties()
	row := make(Row, len(list))
	for _, x := range list {
		if !x.absent() {
			row[x.name] = x.value()
		}
	}
	return row
}

// fill reads properties. What the row lacks stays zero; names that p does not know are left alone: they are somebody
// else's. A value of another type is an error that names the property and both types.
func fill(p propertied, row Row) error {
	for _, x := range p.properties() {
		v, there := row[x.name]
		if there && v != nil && !x.set(v) {
			return fmt.Errorf("property %s is of type %T, not %s", x.name, v, x.typ())
		}
	}
	return nil
}

// sameProps says whether both are of one type and hold the same values.
func sameProps(p, q propertied) bool {
	x, y := p.properties(), q.properties()
	return slices.EqualFunc(x, y, func(a, b property) bool { return a.name == b.name && a.same(b) })
}

func (x property) same(y property) bool {
	switch f := x.field.(type) {
	case *string:
		g, ok := y.field.(*string)
		return ok && *f == *g
	case *int:
		g, ok := y.field.(*int)
		return ok && *f == *g
	case *float64:
		g, ok := y.field.(*float64)
		return ok && *f == *g
	case *bool:
		g, ok := y.field.(*bool)
		return ok && *f == *g
	case *[]string:
		g, ok := y.field.(*[]string)
		return ok && slices.Equal(*f, *g)
	}
	return false
}

// validProps makes every text one that all stores take and give back unchanged.
func validProps[P propertied](p P) P {
	for _, x := range p.properties() {
		if f, ok := x.field.(*string); ok {
			*f = valid(*f)
		}
	}
	return p
}
