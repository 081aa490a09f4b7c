package graph

import (
	"encoding/json"
	"fmt"
)

// A document that decisions change is kept as it was extracted too, so that a decision can be taken back. The stores
// keep it as text.

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
	Type     string
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
		j.Nodes = append(j.Nodes, nodeJSON{n.Label, n.ID, encodeProps(n.Props)})
	}
	for _, e := range p.Edges {
		j.Edges = append(j.Edges, edgeJSON{e.Type, e.From, e.To, e.Key, encodeProps(e.Props)})
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
		p.Nodes = append(p.Nodes, Node{Ref: Ref{n.Label, n.ID}, Props: decodeProps(n.Props)})
	}
	for _, e := range j.Edges {
		p.Edges = append(p.Edges, Edge{EdgeKey: EdgeKey{Type: e.Type, From: e.From, To: e.To, Key: e.Key}, Props: decodeProps(e.Props)})
	}
	return p, nil
}

func encodeProps(p Props) map[string]valueJSON {
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

func decodeProps(m map[string]valueJSON) Props {
	p := make(Props, len(m))
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
		if n.Label == Document {
			asserts, err := decodeAsserts(n.Props.Strings("asserts"))
			if err != nil {
				return nil, err
			}
			parts[n.ID] = &Part{Document: n.ID, Hash: n.Props.String("hash"), Asserts: asserts}
			within[n.Ref] = n.ID
		}
	}
	for _, typ := range []string{InDocument, Evidence} {
		for _, e := range owned.Edges {
			if e.Type == typ {
				within[e.From] = within[e.To]
			}
		}
	}
	for _, n := range owned.Nodes {
		if p := parts[within[n.Ref]]; p != nil {
			if n.Label == Document {
				n = n.inStory(n.ID) // which the store finds anew
			}
			p.Nodes = append(p.Nodes, n)
		}
	}
	for _, e := range owned.Edges {
		if p := parts[within[e.From]]; p != nil {
			p.Edges = append(p.Edges, e)
		}
	}
	return parts, nil
}
