package graphtest

import (
	"slices"
	"testing"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/schema"
)

// flips: a stance changes sides only where days tell the order, and only by what the actor says or the outlet tells.
func flips(t *testing.T, s graph.Store, _ Stories) {
	type told struct {
		date  string
		typ   schema.StanceType
		sayer string
	}
	const holm = "actor:mira-holm"
	for _, c := range []struct {
		why  string
		told []told
		want []string // from date, to date
	}{
		{"a later day", []told{{"2031-05-01", schema.Supports, ""}, {"2031-05-02", schema.Opposes, "Q9001"}},
			[]string{"2031-05-01 | 2031-05-02"}},
		{"there and back", []told{{"2031-05-01", schema.Supports, ""}, {"2031-05-02", schema.Opposes, ""},
			{"2031-05-03", schema.Supports, ""}},
			[]string{"2031-05-01 | 2031-05-02", "2031-05-02 | 2031-05-03"}},
		{"the same day", []told{{"2031-05-01", schema.Supports, ""}, {"2031-05-01", schema.Opposes, ""}}, nil},
		{"a day of both is passed over", []told{{"2031-05-01", schema.Supports, ""}, {"2031-05-02", schema.Supports, ""},
			{"2031-05-02", schema.Opposes, ""}, {"2031-05-03", schema.Opposes, ""}},
			[]string{"2031-05-01 | 2031-05-03"}},
		{"a year may be before or after a day of it", []told{{"2031", schema.Supports, ""},
			{"2031-05-02", schema.Opposes, ""}}, nil},
		{"without a date", []told{{"", schema.Supports, ""}, {"2031-05-02", schema.Opposes, ""}}, nil},
		{"what another one claims", []told{{"2031-05-01", schema.Supports, ""}, {"2031-05-02", schema.Opposes, holm}}, nil},
		{"the same side", []told{{"2031-05-01", schema.Supports, ""}, {"2031-05-02", schema.Wants, ""}}, nil},
	} {
		var ids []string
		for i, x := range c.told {
			story := NewStory("doc-flip-"+string(rune('a'+i)), "The Lantern", x.date, "Norland speaks of the old toll.").
				Actor("Q9001", "Norland", schema.Country).Actor(holm, "Mira Holm", schema.Person)
			var options []Option
			if x.sayer != "" {
				options = append(options, story.By(0, x.sayer))
			}
			story.State(0, "Q9001", x.typ, "speaks", "the old toll", options...)
			save(t, s, story.Extraction)
			ids = append(ids, story.Document.ID)
		}
		for _, args := range [][]string{nil, {"norland"}} {
			rows, err := s.Query(t.Context(), "flips", args...)
			if got := pick(rows, []string{"from date", "to date"}); err != nil || !slices.Equal(got, c.want) {
				t.Errorf("%s: %q %v, want %q", c.why, got, err, c.want)
			}
		}
		for _, id := range ids {
			if _, err := s.Remove(t.Context(), id); err != nil {
				t.Fatal(err)
			}
		}
	}
}
