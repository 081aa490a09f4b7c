package graph

import (
	"encoding/json"
	"fmt"
)

// Of a document that decisions change, the extracted form is kept too, so that a decision can be taken back. Stores
// keep it as text, in JSON.

type partJSON struct {
	Document string
	Hash     string
	Nodes    []nodeJSON
	Edges    []edgeJSON
	Asserts  []Assert
	Moved    map[string]place `json:",omitempty"`
}

type nodeJSON struct {
	Label Label
	ID    string
	Props map[string]valueJSON
}

type edgeJSON struct {
	Type     EdgeType
	From, To Ref
	Key      string               `json:",omitempty"`
	Props    map[string]valueJSON `json:",omitempty"`
}

// valueJSON keeps the type of a value, which JSON's numbers do not.
type valueJSON struct {
	S *string  `json:"s,omitempty"`
	I *int64   `json:"i,omitempty"`
	F *float64 `json:"f,omitempty"`
	B *bool    `json:"b,omitempty"`
	L []string `json:"l,omitempty"`
}

func encodePart(p Part) (string, error) {
	j := partJSON{Document: p.Document, Hash: p.Hash, Asserts: p.Asserts, Moved: p.moved}
	for _, n := range p.Nodes {
		j.Nodes = append(j.Nodes, nodeJSON{n.Label, n.ID, encodeRow(n.Row())})
	}
	for _, e := range p.Edges {
		j.Edges = append(j.Edges, edgeJSON{e.Type, e.From, e.To, e.Key, encodeRow(e.Row())})
	}
	data, err := json.Marshal(j)
	if err != nil {
		return "", fmt.Errorf("keeping document %s as extracted: %w", clip(p.Document), err)
	}
	return string(data), nil
}

func decodePart(data string) (Part, error) {
	var j partJSON
	if err := json.Unmarshal([]byte(data), &j); err != nil {
		return Part{}, fmt.Errorf("reading a document as extracted: %w", err)
	}
	p := Part{Document: j.Document, Hash: j.Hash, Asserts: j.Asserts, moved: j.Moved}
	for _, n := range j.Nodes {
		node, err := NewNode(Ref{n.Label, n.ID}, "", decodeRow(n.Props))
		if err != nil {
			return Part{}, fmt.Errorf("reading document %s as extracted: %w", clip(j.Document), err)
		}
		p.Nodes = append(p.Nodes, node)
	}
	for _, e := range j.Edges {
		edge, err := NewEdge(EdgeKey{Type: e.Type, From: e.From, To: e.To, Key: e.Key}, decodeRow(e.Props))
		if err != nil {
			return Part{}, fmt.Errorf("reading document %s as extracted: %w", clip(j.Document), err)
		}
		p.Edges = append(p.Edges, edge)
	}
	return p, nil
}

func encodeRow(p Row) map[string]valueJSON {
	m := make(map[string]valueJSON, len(p))
	for name, v := range p {
		switch v := v.(type) {
		case string:
			m[name] = valueJSON{S: &v}
		case int64:
			m[name] = valueJSON{I: &v}
		case float64:
			m[name] = valueJSON{F: &v}
		case bool:
			m[name] = valueJSON{B: &v}
		case []string:
			m[name] = valueJSON{L: v}
		}
	}
	return m
}

func decodeRow(m map[string]valueJSON) Row {
	p := make(Row, len(m))
	for name, v := range m {
		switch {
		case v.S != nil:
			p[name] = *v.S
		case v.I != nil:
			p[name] = *v.I
		case v.F != nil:
			p[name] = *v.F
		case v.B != nil:
			p[name] = *v.B
		default:
			p[name] = v.L
		}
	}
	return p
}

// partsOf makes parts of what a store holds of documents.
func partsOf(owned *Graph) (map[string]*Part, error) {
	parts := map[string]*Part{}
	within := map[Ref]string{} // the document of each node
	for _, n := range owned.Nodes {
		if p, ok := n.Props.(*DocumentProps); ok {
			asserts, err := decodeAsserts(p.Asserts)
			if err != nil {
				return nil, err
			}
			parts[n.ID] = &Part{Document: n.ID, Hash: p.Hash, Asserts: asserts}
			within[n.Ref] = n.ID
		}
	}
	for _, typ := range []EdgeType{InDocument, Evidence} {
		for _, e := range owned.Edges {
			if e.Type == typ {
				within[e.From] = within[e.To]
			}
		}
	}
	for _, n := range owned.Nodes {
		if p := parts[within[n.Ref]]; p != nil {
			p.Nodes = append(p.Nodes, n.inCluster(n.ID)) // which the store finds anew
		}
	}
	for _, e := range owned.Edges {
		if p := parts[within[e.From]]; p != nil {
			p.Edges = append(p.Edges, e)
		}
	}
	return parts, nil
}
