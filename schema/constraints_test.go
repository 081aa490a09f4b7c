package schema_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/schema"
)

func TestConstraintsAreForCommunity(t *testing.T) {
	list := schema.Constraints()
	indexes := 0
	for ; strings.HasPrefix(list[len(list)-1], "CREATE INDEX stancegraph_"); list = list[:len(list)-1] {
		if last := list[len(list)-1]; !strings.Contains(last, " IF NOT EXISTS FOR (n:Document) ON (n.") {
			t.Errorf("%s: an index of something else, or not only once", last)
		}
		indexes++
	}
	if indexes != 17 {
		t.Errorf("%d indexes, want one by story and one for each of 16 bands", indexes)
	}
	if len(list) != 11 {
		t.Errorf("%d constraints, want one for each of eleven labels", len(list))
	}
	for _, c := range list {
		own := strings.HasPrefix(c, "CREATE CONSTRAINT stancegraph_")
		unique := strings.HasSuffix(c, "REQUIRE n.id IS UNIQUE")
		if !own || !unique || !strings.Contains(c, "IF NOT EXISTS") {
			t.Errorf("%s: Community Edition has only constraints of unique ids, created once", c)
		}
	}
	for _, label := range []string{"Source", "Document", "Turn", "Sentence", "Actor", "Issue", "Statement", "Run"} {
		t.Run(label, func(t *testing.T) {
			if !strings.Contains(strings.Join(list, "\n"), fmt.Sprintf("(n:%s)", label)) {
				t.Error("no constraint")
			}
		})
	}
}
