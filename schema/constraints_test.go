package schema_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/schema"
)

func TestConstraintsAreForCommunity(t *testing.T) {
	list := schema.Constraints()
	if len(list) != 11 {
		t.Errorf("%d constraints, want one for each of eleven labels", len(list))
	}
	for _, c := range list {
		if !strings.HasPrefix(c, "CREATE CONSTRAINT stancegraph_") || !strings.HasSuffix(c, "REQUIRE n.id IS UNIQUE") || !strings.Contains(c, "IF NOT EXISTS") {
			t.Errorf("%s: only unique ids can be had in Community Edition, and only once", c)
		}
	}
	for _, label := range []string{"Source", "Document", "Turn", "Sentence", "Actor", "Issue", "Statement", "Run"} {
		if !strings.Contains(strings.Join(list, "\n"), fmt.Sprintf("(n:%s)", label)) {
			t.Errorf("label %s has no constraint", label)
		}
	}
}
