package graph

import (
	"fmt"
	"math"
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/schema"
)

// longestID bounds ids, in bytes: the indexes of the stores end near 8 kB.
const longestID = 1024

// check refuses what must not reach a store. Community Neo4j cannot enforce it, so it is enforced here.
func (b *partBuilder) check() error {
	if err := checkID("document", b.ex.Document.ID); err != nil {
		return err
	}
	for _, a := range b.ex.Actors {
		if err := checkActor("actor", a.ID, a.Kind); err != nil {
			return err
		}
	}
	for _, st := range b.ex.Statements {
		if err := checkStatement(st, b.ex.Document.ID); err != nil {
			return fmt.Errorf("statement %s: %w", clip(st.ID), err)
		}
	}
	return nil
}

func checkStatement(st schema.Statement, document string) error {
	if err := checkID("statement", st.ID); err != nil {
		return err
	}
	if st.Document != document {
		return fmt.Errorf("it is of document %s", clip(st.Document))
	}
	if _, ok := schema.TypeOf(st.Type); !ok {
		return fmt.Errorf("there is no stance type %q", st.Type)
	}
	if sum := st.Confidence + st.Intensity; math.IsNaN(sum) || math.IsInf(sum, 0) {
		return fmt.Errorf("confidence %v or intensity %v is not a finite number", st.Confidence, st.Intensity)
	}
	if err := checkActor("holder", st.Holder.ID, st.Holder.Kind); err != nil {
		return err
	}
	if err := checkTarget(st.Target); err != nil {
		return err
	}
	for _, a := range st.About {
		if err := checkActor("about", a.ID, a.Kind); err != nil {
			return err
		}
	}
	for _, a := range []*schema.ActorRef{st.Sayer, st.OnBehalfOf} {
		if a == nil {
			continue
		}
		if err := checkActor("sayer", a.ID, a.Kind); err != nil {
			return err
		}
	}
	return nil
}

func checkTarget(t schema.Target) error {
	switch t.Kind {
	case schema.ToActor:
		return checkActor("target", t.ID, t.ActorKind)
	case schema.ToIssue:
		return checkID("target", t.ID)
	}
	return fmt.Errorf("target kind %q is neither actor nor issue", t.Kind)
}

func checkActor(role, id string, kind schema.Kind) error {
	switch kind {
	case "", schema.Country, schema.Person, schema.Organization, schema.Group:
		return checkID(role, id)
	}
	return fmt.Errorf("%s %s: there is no kind of actor %q", role, clip(id), kind)
}

func checkID(what, id string) error {
	switch {
	case id == "":
		return fmt.Errorf("the id of the %s is empty", what)
	case len(id) > longestID:
		return fmt.Errorf("the id of the %s has %d bytes, more than %d", what, len(id), longestID)
	case !utf8.ValidString(id):
		return fmt.Errorf("the id of the %s is not UTF-8", what)
	}
	return nil
}
