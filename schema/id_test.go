package schema_test

import (
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/schema"
)

// TestStatementID: ids stand in stores, so they are fixed for ever; each part of a statement's identity changes them.
func TestStatementID(t *testing.T) {
	id := func(document string, sentence, cue schema.Span, holder string, typ schema.StanceType, target string,
		polarity int) string {
		return schema.StatementID(document, sentence, cue, holder, typ, target, polarity)
	}
	sentence, cue := schema.Span{Start: 0, End: 20}, schema.Span{Start: 7, End: 12}
	base := id("d", sentence, cue, "Q1", schema.Wants, "issue:x", 1)
	if want := "st:4y3ykoovlqkd4ql3"; base != want {
		t.Errorf("the id is %s, want %s", base, want)
	}
	if got, want := schema.SignlessStatementID("d", sentence, cue, "Q1", schema.Wants, "issue:x"),
		"st:3pmhz5tm2bo6mwwe"; got != want {
		t.Errorf("the id without a sign is %s, want %s", got, want)
	}
	seen := map[string]string{base: "the first"}
	for _, c := range []struct{ why, id string }{
		{"document", id("e", sentence, cue, "Q1", schema.Wants, "issue:x", 1)},
		{"sentence", id("d", schema.Span{Start: 0, End: 21}, cue, "Q1", schema.Wants, "issue:x", 1)},
		{"cue", id("d", sentence, schema.Span{Start: 8, End: 12}, "Q1", schema.Wants, "issue:x", 1)},
		{"holder", id("d", sentence, cue, "Q2", schema.Wants, "issue:x", 1)},
		{"type", id("d", sentence, cue, "Q1", schema.Supports, "issue:x", 1)},
		{"target", id("d", sentence, cue, "Q1", schema.Wants, "issue:y", 1)},
		{"against", id("d", sentence, cue, "Q1", schema.Wants, "issue:x", -1)},
		{"neither", id("d", sentence, cue, "Q1", schema.Wants, "issue:x", 0)},
	} {
		if other, twice := seen[c.id]; twice {
			t.Errorf("another %s has the id of %s", c.why, other)
		}
		seen[c.id] = c.why
	}
}

// TestScopedID: the id of a described actor tells its document, is another one in each, and gives the actor's own back.
func TestScopedID(t *testing.T) {
	rebels, seen := schema.ActorID("rebels"), map[string]string{}
	for _, document := range []string{"one", "a-b", "a b", "A-b", "a@b", "ä", "ö", strings.Repeat("long ", 100), "?", "??"} {
		id := schema.ScopedID(rebels, document)
		if other, taken := seen[id]; taken {
			t.Errorf("%q and %q give %s", document, other, id)
		}
		seen[id] = document
		if actor, scoped := schema.UnscopedID(id); !scoped || actor != rebels {
			t.Errorf("%s is %s, %v", id, actor, scoped)
		}
		if len(id) > 200 {
			t.Errorf("%s has %d bytes", id, len(id))
		}
	}
	if id := schema.ScopedID(rebels, "strait-talks"); id != "actor:rebels@strait-talks" {
		t.Errorf("the id is %s", id)
	}
	for _, id := range []string{rebels, "Q43", "", "x@y"} {
		if actor, scoped := schema.UnscopedID(id); scoped || actor != id {
			t.Errorf("%q is %q, %v", id, actor, scoped)
		}
	}
}
