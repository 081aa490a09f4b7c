package graph

import (
	"fmt"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// Part is what one document says: the nodes and edges that belong to it alone, and what it asserts of
// those it shares with others.
type Part struct {
	Document string // its id
	Hash     string // of all that follows; equal parts have equal hashes
	Nodes    []Node // Document, Turn, Sentence, Statement; sorted
	Edges    []Edge // those that start at one of Nodes; sorted
	Asserts  []Assert

	text      string // "" where a store gave it
	sentences []schema.Sentence
	moved     map[string]place // in place of text: where reviews of another one were found, by their keys
}

// hashVersion goes into every Part.Hash. Raise it when the same extraction is to give other nodes or
// edges, so that documents loaded before are loaded anew.
const hashVersion = "2"

// NewPart reads what a document says off its extraction. It refuses what no store could hold: unknown
// stance types and kinds, ids that are empty or too long, numbers that are none.
func NewPart(ex schema.Extraction) (Part, error) {
	b := partBuilder{ex: ex, nodes: map[Ref]Node{}, edges: map[EdgeKey]Edge{}, asserts: newAsserts()}
	if err := b.check(); err != nil {
		return Part{}, fmt.Errorf("document %s: %w", clip(ex.Document.ID), err)
	}
	b.document()
	b.actors()
	for _, st := range ex.Statements {
		b.statement(st)
	}
	for _, st := range ex.Statements {
		b.contrasts(st)
	}
	p := b.part()
	p.text, p.sentences = ex.Document.Text, ex.Sentences
	return p, nil
}

type partBuilder struct {
	ex      schema.Extraction
	nodes   map[Ref]Node
	edges   map[EdgeKey]Edge
	asserts *asserts
}

func (b *partBuilder) part() Part {
	var g Graph
	for _, n := range b.nodes {
		g.Nodes = append(g.Nodes, n)
	}
	for _, e := range b.edges {
		g.Edges = append(g.Edges, e)
	}
	g.Sort()
	p := Part{Document: b.ex.Document.ID, Nodes: g.Nodes, Edges: g.Edges, Asserts: b.asserts.sorted()}
	doc, _ := g.Node(b.docRef())
	set(doc.Props, "asserts", encodeAsserts(p.Asserts))
	p.Hash = hashGraph(g)
	doc.Props["hash"] = p.Hash
	doc.Props["story"] = p.Document // until it is found to be a near-copy
	return p
}

func (b *partBuilder) docRef() Ref { return Ref{Document, b.ex.Document.ID} }

// turnRef and sentenceRef name nodes by where they stand in the document.
func (b *partBuilder) turnRef(t schema.Turn) Ref {
	return Ref{Turn, "turn:" + hashOf(b.ex.Document.ID, fmt.Sprint(t.Index, t.Span))}
}

func (b *partBuilder) sentenceRef(s schema.SentenceRef) Ref {
	return Ref{Sentence, "se:" + hashOf(b.ex.Document.ID, fmt.Sprint(s.Start, s.End))}
}

func (b *partBuilder) document() {
	d := b.ex.Document
	p := Props{}
	set(p, "sha256", d.SHA256)
	set(p, "title", d.Title)
	set(p, "date", d.Date)
	set(p, "dateSource", string(d.DateSource))
	set(p, "url", d.URL)
	set(p, "kind", string(d.Kind))
	set(p, "sketch", newSketch(d.Text))
	b.nodes[b.docRef()] = Node{Ref: b.docRef(), Props: p}
	if d.Source != "" {
		source := SourceRef(d.Source)
		b.edge(PublishedBy, b.docRef(), source, Props{})
		b.asserts.node(Assert{Source: source.ID, Name: valid(d.Source)})
	}
	for _, t := range d.Turns {
		b.turn(t)
	}
}

func (b *partBuilder) turn(t schema.Turn) {
	p := Props{"index": int64(t.Index), "start": int64(t.Span.Start), "end": int64(t.Span.End)}
	set(p, "kind", string(t.Kind))
	if s := t.Speaker; s != nil {
		set(p, "speaker", s.Name)
		set(p, "title", s.Title)
		set(p, "country", s.Country)
		set(p, "outlet", s.Outlet)
	}
	if t.EndMS > 0 {
		p["startMs"], p["endMs"] = int64(t.StartMS), int64(t.EndMS)
	}
	ref := b.turnRef(t)
	b.nodes[ref] = Node{Ref: ref, Props: p}
	b.edge(InDocument, ref, b.docRef(), Props{})
}

// actors asserts the document's actors, what they belong to and whom they act for. Ends that the
// document does not list are left alone.
func (b *partBuilder) actors() {
	listed := map[string]bool{}
	for _, a := range b.ex.Actors {
		listed[a.ID] = true
		b.asserts.node(Assert{Actor: a.ID, Kind: string(a.Kind), Name: valid(a.Name), Aliases: validAll(a.Aliases), Sector: valid(a.Sector)})
	}
	for _, a := range b.ex.Actors {
		for _, m := range a.Members {
			if listed[m] {
				b.asserts.edge(Assert{Actor: m, MemberOf: a.ID})
			}
		}
	}
	for _, f := range b.ex.Affiliations {
		if listed[f.Actor] && listed[f.Of] {
			b.asserts.edge(Assert{Actor: f.Actor, Of: f.Of, Role: valid(f.Role)})
		}
	}
}

// actor asserts an actor that a statement names, unless the document listed it, and gives its node.
func (b *partBuilder) actor(id, name string, kind schema.Kind) Ref {
	b.asserts.node(Assert{Actor: id, Kind: string(kind), Name: valid(name)})
	return Ref{Actor, id}
}

func (b *partBuilder) edge(typ string, from, to Ref, p Props) {
	k := EdgeKey{Type: typ, From: from, To: to}
	if _, twice := b.edges[k]; !twice { // the first mention counts
		b.edges[k] = Edge{EdgeKey: k, Props: p}
	}
}

// set writes a text or a list that is not empty.
func set[V string | []string](p Props, name string, v V) {
	switch v := any(v).(type) {
	case string:
		if v != "" {
			p[name] = valid(v)
		}
	case []string:
		if len(v) > 0 {
			p[name] = v
		}
	}
}

// valid makes text that every store takes and gives back unchanged.
func valid(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }

func validAll(list []string) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = valid(s)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// clip shortens an id for a message.
func clip(id string) string {
	if len(id) > 80 {
		return fmt.Sprintf("%.77q…", id)
	}
	return fmt.Sprintf("%q", id)
}
