package browse

import (
	"fmt"
	"strings"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/schema"
)

// The colours of stances by their sign: also distinct to the colour-blind.
const (
	forColor     = "#1a9850"
	againstColor = "#d73027"
	neutralColor = "#7f7f7f"
	contrast     = "#e08214" // what a text sets against each other
	tie          = "#a5abb6" // what ties statements to actors, sentences and documents
)

// look is how nodes of a label or kind are drawn.
type look struct {
	Label   string
	Fill    string
	Border  string
	Text    string // colour of the caption
	Caption string
	Size    int // diameter in pixels
	Means   string
}

// looks lists the general label before the special ones: of rules that fit, the last one counts.
func looks() []look {
	return []look{
		{string(graph.Actor), "#9aa5b1", "#6b7785", "#ffffff", "{name}", 90, "actor of unknown kind"},
		{string(schema.Country), "#2f6fb0", "#1f4e7d", "#ffffff", "{name}", 100, "country"},
		{string(schema.Person), "#7b4fa3", "#563573", "#ffffff", "{name}", 90, "person"},
		{string(schema.Organization), "#0f8b8d", "#0a5f60", "#ffffff", "{name}", 90, "organisation"},
		{string(schema.Group), "#b5651d", "#7f4614", "#ffffff", "{name}", 90, "group"},
		{string(graph.Issue), "#f2c14e", "#b98c1d", "#333333", "{name}", 105, "issue"},
		{string(graph.Statement), "#e6e9ed", "#8a94a0", "#333333", "{exact}", 105, "statement"},
		{string(graph.Sentence), "#fdf6e3", "#c9b98a", "#333333", "{text}", 130, "sentence"},
		{string(graph.Turn), "#f4e1d2", "#c7a98f", "#333333", "{kind} {speaker}", 75, "turn: one voice"},
		{string(graph.Document), "#c9ada7", "#8f7069", "#333333", "{id}", 80, "document"}, // many have no title
		{string(graph.Source), "#4a4e69", "#2b2d42", "#ffffff", "{name}", 90, "outlet"},
		{string(graph.Run), "#dddddd", "#999999", "#333333", "{id}", 70, "load"},
	}
}

// Style is the GraSS style. Types of edges come from the closed table of stances, so that a new stance has its
// colour without a word here.
func Style() string {
	var b strings.Builder
	rule := func(selector string, props ...string) {
		fmt.Fprintf(&b, "%s {\n", selector)
		for i := 0; i < len(props); i += 2 {
			fmt.Fprintf(&b, "  %s: %s;\n", props[i], props[i+1])
		}
		b.WriteString("}\n\n")
	}
	rule("node", "diameter", "50px", "color", "#A5ABB6", "border-color", "#9AA1AC", "border-width", "2px",
		"text-color-internal", "#FFFFFF", "font-size", "10px")
	rule("relationship", "color", "#A5ABB6", "shaft-width", "1px", "font-size", "8px", "padding", "3px",
		"text-color-external", "#555555", "text-color-internal", "#FFFFFF", "caption", `"<type>"`)
	for _, l := range looks() {
		rule("node."+l.Label, "diameter", fmt.Sprint(l.Size, "px"), "color", l.Fill, "border-color", l.Border, "border-width",
			"2px",
			"text-color-internal", l.Text, "font-size", "13px", "caption", `"`+l.Caption+`"`)
	}
	edge := func(name graph.EdgeType, color, width string) {
		rule("relationship."+string(name), "color", color, "shaft-width", width, "font-size", "11px", "padding", "3px",
			"text-color-external", color, "text-color-internal", "#FFFFFF", "caption", `"<type>"`)
	}
	for _, e := range graph.EdgeTypes() {
		switch {
		case e.Derived:
		case e.Type == graph.ContrastsWith:
			edge(e.Type, contrast, "5px")
		default:
			edge(e.Type, tie, "2px")
		}
	}
	for _, t := range schema.Types() {
		edge(graph.EdgeType(t.Type.Edge(false)), signColor(t.Sign), "5px")
		edge(graph.EdgeType(t.Type.Edge(true)), signColor(-t.Sign), "5px")
	}
	return b.String()
}

func signColor(sign int) string {
	switch {
	case sign > 0:
		return forColor
	case sign < 0:
		return againstColor
	}
	return neutralColor
}
