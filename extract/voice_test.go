package extract

import (
	"context"
	"strings"
	"testing"
)

// TestVoice: whose words a text is where no quotation marks and no caption say so.
func TestVoice(t *testing.T) {
	x, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct{ text, want, why string }{
		{"Interior Minister Jonas Berg said:\n\nI welcome the truce.\n\nWe condemn Chad.", "Jonas Berg PRAISES truce (Interior Minister Jonas Berg); Jonas Berg CRITICIZES Chad (We)", "what follows the line is the minister's"},
		{"Jonas Berg issued the following statement:\n\nChad must leave Mali.", "Jonas Berg OPPOSES Chad (Jonas Berg); Jonas Berg DEMANDS leave Mali (Jonas Berg)", "a statement handed out"},
		{"Jonas Berg said:\n\nWe condemn Chad.\n\nNotes to editors\n\nWe support Mali.", "Jonas Berg CRITICIZES Chad (We)", "a heading ends it"},
		{"Jonas Berg said:\n\nWe condemn Chad.\n\nEva Holm added:\n\nWe support Mali.", "Jonas Berg CRITICIZES Chad (We); Eva Holm SUPPORTS Mali (We)", "another speaker"},
		{"Jonas Berg said:\n\nWe condemn Chad.\n\nBerg told reporters of his trip.\n\nWe support Mali.", "Jonas Berg CRITICIZES Chad (We)", "the writer is back"},
		{"Jonas Berg said:\n\n- We condemn Chad.", "", "a list of points"},
		{"The fair opened.\n\nRain fell.\n\nThe band played.\n\nCrowds came.\n\nJonas Berg said:\n\nWe condemn Chad.\n\nWe support Mali.", "Jonas Berg CRITICIZES Chad (We)", "amid an article one paragraph is his"},
		{"Norway strongly condemns the attack. We support Mali. I oppose the toll.", "Norway CRITICIZES attack (Norway); Norway SUPPORTS Mali (We)", "who condemns by these words is the text's we, and nobody its I"},
		{"Norway remains committed to the treaty. Our support for Mali is firm.", "Norway PROMISES treaty (Norway); Norway SUPPORTS Mali (Our)", "our"},
		{"Norway condemned the raid. We support Mali.", "Norway CRITICIZES raid (Norway)", "what is told of is no statement of its own"},
		{"Norway condemns the raid. Peru condemns Mali. We support Mali.", "Norway CRITICIZES raid (Norway); Peru CRITICIZES Mali (Peru)", "one of two"},
		{"\"Norway condemns the raid,\" said Eva Holm. We support Mali.", "Norway CRITICIZES raid (Norway)", "somebody else says it"},
	} {
		out, err := x.Extract(context.Background(), Plain("t", row.text))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, s := range out.Statements {
			got = append(got, s.Holder.Name+" "+string(s.Type)+" "+s.Target.Name+" ("+s.Holder.Text+")")
		}
		if g := strings.Join(got, "; "); g != row.want {
			t.Errorf("%q\n  got  %s\n  want %s (%s)", row.text, g, row.want, row.why)
		}
	}
}
