package graph

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// Assert is one claim of a document about what it shares with other documents: that there is an
// actor, an issue or a source of that name, that an actor acts for another (Of, in a Role), or that it
// is a member of another. The Document node keeps them, in JSON, so that they can be retracted.
type Assert struct {
	Source string `json:"source,omitempty"` // id
	Issue  string `json:"issue,omitempty"`  // id
	Actor  string `json:"actor,omitempty"`  // id

	Kind    string   `json:"kind,omitempty"`
	Name    string   `json:"name,omitempty"`
	Aliases []string `json:"aliases,omitempty"`
	Sector  string   `json:"sector,omitempty"`
	Merged  []string `json:"merged,omitempty"` // ids of the actors that were merged into it

	Of       string `json:"of,omitempty"` // id of the actor it acts for
	Role     string `json:"role,omitempty"`
	MemberOf string `json:"member_of,omitempty"` // id of the collective
}

// SourceRef is the node of an outlet.
func SourceRef(name string) Ref {
	return Ref{Source, "source:" + strings.TrimPrefix(schema.ActorID(name), schema.ActorPrefix)}
}

// edge is the key of the relation that is asserted; false where a node is.
func (a Assert) edge() (EdgeKey, bool) {
	actor := Ref{Actor, a.Actor}
	switch {
	case a.Of != "":
		return EdgeKey{Type: AffiliatedWith, From: actor, To: Ref{Actor, a.Of}, Key: a.Role}, true
	case a.MemberOf != "":
		return EdgeKey{Type: MemberOf, From: actor, To: Ref{Actor, a.MemberOf}}, true
	}
	return EdgeKey{}, false
}

// node is the node that is asserted.
func (a Assert) node() Ref {
	switch {
	case a.Source != "":
		return Ref{Source, a.Source}
	case a.Issue != "":
		return Ref{Issue, a.Issue}
	}
	return Ref{Actor, a.Actor}
}

// asserts collects the claims of one document, each once.
type asserts struct {
	nodes map[Ref]Assert
	edges map[EdgeKey]Assert
}

func newAsserts() *asserts {
	return &asserts{nodes: map[Ref]Assert{}, edges: map[EdgeKey]Assert{}}
}

// node adds a node. The first name, kind and sector stay; another name is an alias.
func (as *asserts) node(a Assert) {
	old, known := as.nodes[a.node()]
	if !known {
		as.nodes[a.node()] = a
		return
	}
	if old.Name == "" {
		old.Name = a.Name
	}
	if a.Name != "" && a.Name != old.Name && !slices.Contains(old.Aliases, a.Name) {
		old.Aliases = append(slices.Clone(old.Aliases), a.Name)
		slices.Sort(old.Aliases)
	}
	old.Kind = cmp.Or(old.Kind, a.Kind)
	old.Sector = cmp.Or(old.Sector, a.Sector)
	as.nodes[a.node()] = old
}

func (as *asserts) edge(a Assert) {
	k, _ := a.edge()
	as.edges[k] = a
}

func (as *asserts) sorted() []Assert {
	var list []Assert
	for _, a := range as.nodes {
		list = append(list, a)
	}
	for _, a := range as.edges {
		list = append(list, a)
	}
	slices.SortFunc(list, func(a, b Assert) int {
		return cmp.Or(strings.Compare(a.Source, b.Source), strings.Compare(a.Issue, b.Issue),
			strings.Compare(a.Actor, b.Actor), strings.Compare(a.Of, b.Of), strings.Compare(a.Role, b.Role),
			strings.Compare(a.MemberOf, b.MemberOf))
	})
	return list
}

func encodeAsserts(list []Assert) ([]string, error) {
	out := make([]string, len(list))
	for i, a := range list {
		b, err := json.Marshal(a)
		if err != nil {
			return nil, fmt.Errorf("writing what a document asserts of %s: %w", a.node(), err)
		}
		out[i] = string(b)
	}
	return out, nil
}

// AssertsOf is a piece of text that stands in every assert of an actor, also of one that was merged into another or is
// scoped to its document, as the Document node keeps it. It may stand in those of others.
func AssertsOf(actor string) (string, error) {
	b, err := json.Marshal(actor)
	if err != nil {
		return "", fmt.Errorf("writing the id of actor %s: %w", clip(actor), err)
	}
	return strings.TrimSuffix(string(b), `"`), nil
}

func decodeAsserts(list []string) ([]Assert, error) {
	out := make([]Assert, len(list))
	for i, s := range list {
		if err := json.Unmarshal([]byte(s), &out[i]); err != nil {
			return nil, fmt.Errorf("reading what a document asserts: %w", err)
		}
	}
	return out, nil
}
