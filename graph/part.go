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
// stance types and kinds, ids that are empty or too long, numbers that are not finite. Of several statements
// of one id it takes the one of the highest confidence, of equals the first.
func NewPart(ex schema.Extraction) (Part, error) {
	b := partBuilder{ex: ex, nodes: map[Ref]Node{}, edges: map[EdgeKey]Edge{}, asserts: newAsserts()}
	p, err := b.read()
	if err != nil {
		return Part{}, fmt.Errorf("document %s: %w", clip(ex.Document.ID), err)
	}
	p.text, p.sentences = ex.Document.Text, ex.Sentences
	return p, nil
}

type partBuilder struct {
	ex      schema.Extraction
	nodes   map[Ref]Node
	edges   map[EdgeKey]Edge
	asserts *asserts
	scoped  map[string]string // the scoped ids of actors that are only described, by their ids
}

// read makes the part of the builder's extraction.
func (b *partBuilder) read() (Part, error) {
	if err := b.check(); err != nil {
		return Part{}, err
	}
	b.document()
	b.actors()
	statements := surest(b.ex.Statements)
	for _, st := range statements {
		b.statement(st)
	}
	for _, st := range statements {
		b.contrasts(st)
	}
	return b.part()
}

// surest keeps, of statements of one id, the one of the highest confidence, of equals the first.
func surest(all []schema.Statement) []schema.Statement {
	at := map[string]int{}
	var kept []schema.Statement
	for _, st := range all {
		i, twice := at[st.ID]
		switch {
		case !twice:
			at[st.ID] = len(kept)
			kept = append(kept, st)
		case st.Confidence > kept[i].Confidence:
			kept[i] = st
		}
	}
	return kept
}

// part makes the part of the builder's nodes and edges, with its hash.
func (b *partBuilder) part() (Part, error) {
	var g Graph
	for _, n := range b.nodes {
		g.Nodes = append(g.Nodes, n)
	}
	for _, e := range b.edges {
		g.Edges = append(g.Edges, e)
	}
	g.Sort()
	p := Part{Document: b.ex.Document.ID, Nodes: g.Nodes, Edges: g.Edges, Asserts: b.asserts.sorted()}
	asserts, err := encodeAsserts(p.Asserts)
	if err != nil {
		return Part{}, err
	}
	doc := b.documentProps()
	doc.Asserts, doc.Hash, doc.Story = asserts, "", ""
	i := slices.IndexFunc(g.Nodes, func(n Node) bool { return n.Ref == b.docRef() })
	if i < 0 {
		return Part{}, fmt.Errorf("the node of document %s is missing", clip(p.Document))
	}
	g.Nodes[i].Props = &doc
	p.Hash = hashGraph(g)
	doc.Hash = p.Hash
	doc.Story = p.Document // until it is found to be a near-duplicate
	return p, nil
}

func (b *partBuilder) docRef() Ref { return Ref{Document, b.ex.Document.ID} }

// documentProps copies the properties of the document's node; they are zero where there is none.
func (b *partBuilder) documentProps() DocumentProps {
	if p, ok := b.nodes[b.docRef()].Props.(*DocumentProps); ok {
		return *p
	}
	return DocumentProps{}
}

// turnRef and sentenceRef name nodes by where they stand in the document.
func (b *partBuilder) turnRef(t schema.Turn) Ref {
	return Ref{Turn, "turn:" + hashOf(b.ex.Document.ID, fmt.Sprint(t.Index, t.Span))}
}

func (b *partBuilder) sentenceRef(s schema.SentenceRef) Ref {
	return Ref{Sentence, "se:" + hashOf(b.ex.Document.ID, fmt.Sprint(s.Start, s.End))}
}

func (b *partBuilder) document() {
	d := b.ex.Document
	b.node(b.docRef(), &DocumentProps{SHA256: d.SHA256, Title: d.Title, Date: d.Date, DateSource: d.DateSource, URL: d.URL,
		Kind: d.Kind, Sketch: newSketch(d.Text)})
	if d.Source != "" {
		source := SourceRef(d.Source)
		b.edge(PublishedBy, b.docRef(), source, &NoProps{})
		b.asserts.node(Assert{Source: source.ID, Name: valid(d.Source)})
	}
	for _, t := range d.Turns {
		b.turn(t)
	}
}

func (b *partBuilder) turn(t schema.Turn) {
	p := TurnProps{Index: t.Index, Kind: t.Kind, Start: t.Span.Start, End: t.Span.End}
	if s := t.Speaker; s != nil {
		p.Speaker, p.Title, p.Country, p.Outlet = s.Name, s.Title, s.Country, s.Outlet
	}
	if t.EndMS > 0 {
		p.StartMS, p.EndMS = t.StartMS, t.EndMS
	}
	ref := b.turnRef(t)
	b.node(ref, &p)
	b.edge(InDocument, ref, b.docRef(), &NoProps{})
}

// actors asserts the document's actors, what they belong to and whom they act for. Ends that the
// document does not list are left alone.
func (b *partBuilder) actors() {
	listed := map[string]bool{}
	b.scoped = map[string]string{}
	for _, a := range b.ex.Actors {
		listed[a.ID] = true
		if a.Described {
			b.scoped[a.ID] = schema.ScopedID(a.ID, b.ex.Document.ID)
		}
		b.asserts.node(Assert{Actor: b.scope(a.ID), Kind: string(a.Kind), Name: valid(a.Name), Aliases: validAll(a.Aliases),
			Sector: valid(a.Sector)})
	}
	for _, a := range b.ex.Actors {
		for _, m := range a.Members {
			if listed[m] {
				b.asserts.edge(Assert{Actor: b.scope(m), MemberOf: b.scope(a.ID)})
			}
		}
	}
	for _, f := range b.ex.Affiliations {
		if listed[f.Actor] && listed[f.Of] {
			b.asserts.edge(Assert{Actor: b.scope(f.Actor), Of: b.scope(f.Of), Role: valid(f.Role)})
		}
	}
}

// actor asserts an actor that a statement names, unless the document listed it, and gives its node.
func (b *partBuilder) actor(id, name string, kind schema.Kind) Ref {
	id = b.scope(id)
	b.asserts.node(Assert{Actor: id, Kind: string(kind), Name: valid(name)})
	return Ref{Actor, id}
}

// scope is the id of an actor in the graph: with the document where it is only described there.
func (b *partBuilder) scope(id string) string { return renamed(b.scoped, id) }

func (b *partBuilder) node(ref Ref, p NodeProps) { b.nodes[ref] = Node{Ref: ref, Props: validProps(p)} }

func (b *partBuilder) edge(typ EdgeType, from, to Ref, p EdgeProps) {
	k := EdgeKey{Type: typ, From: from, To: to}
	if _, twice := b.edges[k]; !twice { // the first mention counts
		b.edges[k] = Edge{EdgeKey: k, Props: p}
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
