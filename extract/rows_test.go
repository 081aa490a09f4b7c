package extract

import (
	"context"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/schema"
)

// row is a text of own making, what its statements are, and why. A known failure says in fails why it fails or what is
// found instead, and its test fails once it passes.
type row struct{ text, want, fails, why string }

// checkRows extracts each text and compares what show makes of its statements, parted by semicolons.
func checkRows(t *testing.T, rows []row, show func(*schema.Statement) string) {
	t.Helper()
	x, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		t.Run(r.text, func(t *testing.T) {
			out, err := x.Extract(context.Background(), Plain("t", r.text))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for i := range out.Statements {
				got = append(got, show(&out.Statements[i]))
			}
			switch g := strings.Join(got, "; "); {
			case r.fails != "" && g == r.want:
				t.Errorf("is marked as failing (%s) but passes", r.fails)
			case r.fails == "" && g != r.want:
				t.Errorf("got  %s\nwant %s (%s)", g, r.want, r.why)
			}
		})
	}
}

// plainly is holder, type and target of a statement.
func plainly(s *schema.Statement) string {
	return s.Holder.Name + " " + string(s.Type) + " " + s.Target.Name
}
