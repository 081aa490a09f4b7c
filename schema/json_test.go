package schema_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/schema"
)

// TestOnlyPublishedTypesHaveJSON: a statement, all that it is made of, and Span, which stores keep, name their JSON
// fields. What passes between stages (sentences, mentions, clauses …) has no JSON form that somebody could rely on.
func TestOnlyPublishedTypesHaveJSON(t *testing.T) {
	published := map[string]bool{}
	for _, root := range []reflect.Type{reflect.TypeFor[schema.Statement](), reflect.TypeFor[schema.Span]()} {
		addStructs(root, published)
	}
	for name, tagged := range structs(t) {
		t.Run(name, func(t *testing.T) {
			switch {
			case published[name] && !tagged.all:
				t.Error("is published, but a field does not name its JSON")
			case !published[name] && tagged.some:
				t.Error("is no part of a statement, but names JSON fields")
			}
		})
	}
}

// addStructs adds the names of the structs that a type is made of.
func addStructs(typ reflect.Type, names map[string]bool) {
	switch typ.Kind() {
	case reflect.Pointer, reflect.Slice:
		addStructs(typ.Elem(), names)
	case reflect.Struct:
		names[typ.Name()] = true
		for i := range typ.NumField() {
			addStructs(typ.Field(i).Type, names)
		}
	}
}

// tags says how many fields of a struct name their JSON: an embedded struct counts as one that does.
type tags struct{ some, all bool }

// structs reads the structs of the package's sources.
func structs(t *testing.T) map[string]tags {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]tags{}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			spec, ok := n.(*ast.TypeSpec)
			if !ok {
				return true
			}
			if s, ok := spec.Type.(*ast.StructType); ok {
				found[spec.Name.Name] = tagsOf(s)
			}
			return true
		})
	}
	if len(found) < 15 {
		t.Fatalf("only %d structs found", len(found))
	}
	return found
}

func tagsOf(s *ast.StructType) tags {
	all := tags{all: true}
	for _, field := range s.Fields.List {
		tagged := field.Tag != nil && strings.Contains(field.Tag.Value, "json:")
		all.some = all.some || tagged
		all.all = all.all && (tagged || len(field.Names) == 0)
	}
	return all
}
