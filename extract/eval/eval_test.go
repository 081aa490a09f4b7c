package eval_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stancegraph/stancegraph/extract/eval"
	"github.com/stancegraph/stancegraph/schema"
)

func statement(holder string, typ schema.StanceType, polarity int, target string, change ...func(*schema.Statement)) schema.Statement {
	s := schema.Statement{Holder: schema.ActorRef{Name: holder}, Type: typ, Polarity: polarity,
		Target: schema.Target{Kind: schema.ToIssue, Name: target}, Confidence: 0.9}
	for _, f := range change {
		f(&s)
	}
	return s
}

func TestAgreement(t *testing.T) {
	gold := eval.Gold{Holder: "Vladimir Putin", Type: schema.Wants, Polarity: 1, Target: "a buffer zone along the border",
		Kind:     schema.ToIssue,
		Modality: schema.Asserted, Phase: schema.Ongoing}
	said := func(name string) func(*schema.Statement) {
		return func(s *schema.Statement) { s.Sayer = &schema.ActorRef{Name: name} }
	}
	for _, c := range []struct {
		why  string
		s    schema.Statement
		want eval.Level
	}{
		{"surname", statement("Putin", schema.Wants, 1, "buffer zone"), eval.Full},
		{"title", statement("President Vladimir Putin", schema.Wants, 1, "the buffer zone"), eval.Full},
		{"given name alone is somebody else", statement("Vladimir", schema.Wants, 1, "buffer zone"), eval.None},
		{"sign", statement("Putin", schema.Wants, -1, "buffer zone"), eval.None},
		{"other issue", statement("Putin", schema.Wants, 1, "a truce"), eval.None},
		{"type", statement("Putin", schema.Supports, 1, "buffer zone"), eval.Link},
		{"negated", statement("Putin", schema.Wants, 1, "buffer zone", func(s *schema.Statement) { s.Negated = true }), eval.Type},
		{"modality", statement("Putin", schema.Wants, 1, "buffer zone", func(s *schema.Statement) { s.Modality = schema.Possible }), eval.Type},
		// the phase is free for intentions
		{"phase", statement("Putin", schema.Wants, 1, "buffer zone", func(s *schema.Statement) { s.Phase = schema.Ended }),
			eval.Full},
		{"another intention", statement("Putin", schema.Plans, 0, "buffer zone"), eval.Full},
		{"sayer where gold has none", statement("Putin", schema.Wants, 1, "buffer zone", said("Putin")), eval.Type},
	} {
		if got := eval.Agreement(gold, &c.s); got != c.want {
			t.Errorf("%s: level %d, want %d", c.why, got, c.want)
		}
	}
}

func TestActorTargetsNeedTheName(t *testing.T) {
	gold := eval.Gold{Holder: "Chile", Type: schema.Supports, Polarity: 1, Target: "United Kingdom", Kind: schema.ToActor, Sayer: "the envoy",
		Modality: schema.Asserted, Phase: schema.Ongoing}
	for target, want := range map[string]eval.Level{"Britain": eval.Full, "the UK's": eval.Full,
		"United States": eval.None, "the kingdom": eval.None} {
		s := statement("Chile", schema.Supports, 1, target, func(s *schema.Statement) { s.Sayer = &schema.ActorRef{Name: "envoy"} })
		if target == "the kingdom" {
			want = eval.Full // the last word of the longer name: the tolerance that surnames need
		}
		if got := eval.Agreement(gold, &s); got != want {
			t.Errorf("%s: level %d, want %d", target, got, want)
		}
	}
}

const small = `{"doc":"a","text":"Chile backs the plan.","phenomenon":"plain","statements":[
  {"holder":"Chile","type":"SUPPORTS","polarity":1,"target":"the plan","kind":"issue","sayer":null,"tags":[]},
  {"holder":"Chile","type":"WANTS","polarity":1,"target":"the plan","kind":"issue","sayer":null,"tags":["inferred"]},
  {"holder":"Peru","type":"OPPOSES","polarity":-1,"target":"the plan","kind":"issue","sayer":null,"tags":["contrast"]}]}
{"doc":"b","text":"It rained.","phenomenon":"trap","statements":[]}

{"doc":"c","text":"It snowed.","phenomenon":"trap","statements":[]}
`

func read(t *testing.T, gold string) []eval.Doc {
	t.Helper()
	docs, err := eval.ReadGold(strings.NewReader(strings.ReplaceAll(gold, "\n  ", " ")), "gold.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

func TestScoreCounts(t *testing.T) {
	r := eval.Score(read(t, small), map[string][]schema.Statement{
		"a": {statement("Chile", schema.Supports, 1, "plan"), statement("Chile", schema.Praises, 1, "plan"),
			statement("Peru", schema.Rejects, -1, "plan"), statement("Chile", schema.Rejects, -1, "Peru")},
		"b": {statement("Rain", schema.Attacks, -1, "town")},
		"c": {statement("Snow", schema.Attacks, -1, "town", func(s *schema.Statement) { s.Inferred = true })},
		"x": {statement("Chile", schema.Supports, 1, "plan")},
	})
	got := map[string]int{"gold": r.Gold, "system": r.System, "link": r.Hits[0], "type": r.Hits[1], "full": r.Hits[2],
		"silent": r.Silent, "empty": r.Empty, "errors": len(r.Errors)}
	// Chile PRAISES meets the inferred WANTS and costs nothing.
	want := map[string]int{"gold": 2, "system": 4, "link": 2, "type": 1, "full": 1, "silent": 1, "empty": 2, "errors": 2}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("counts (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"x"}, r.Unknown); diff != "" {
		t.Errorf("unknown documents (-want +got):\n%s", diff)
	}
	var a, b bytes.Buffer
	if err := r.Write(&a); err != nil {
		t.Fatal(err)
	}
	if r.Write(&b); a.String() != b.String() {
		t.Error("two reports of one result differ")
	}
	for _, line := range []string{"3 texts, 2 gold statements, 4 extracted, 1 unknown documents",
		"link  P 0.500  R 1.000  F1 0.667", "silent on 1 of 2 texts without stance"} {
		if !strings.Contains(a.String(), line+"\n") {
			t.Errorf("report lacks %q:\n%s", line, a.String())
		}
	}
}

func TestReadGoldErrors(t *testing.T) {
	for input, want := range map[string]string{
		"{":                  "g:1: ",
		"\n{\"text\":\"x\"}": `g:2: read gold: "doc" is missing`,
		`{"doc":"a","statements":[{"holder":"A","type":"LIKES","target":"B"}]}`: `there is no type "LIKES"`,
		`{"doc":"a","statements":[{"type":"WANTS","target":"B"}]}`:              "holder or target is missing",

		`{"doc":"a","statements":[{"holder":"A","type":"WANTS","polarity":3,"target":"B"}]}`:                                "polarity 3",
		`{"doc":"a","statements":[{"holder":"A","type":"WANTS","polarity":1,"target":"B","kind":"thing"}]}`:                 `kind "thing"`,
		`{"doc":"a","statements":[{"holder":"A","type":"WANTS","polarity":1,"target":"B","kind":"actor","phase":"past"}]}`:  `phase "past"`,
		`{"doc":"a","statements":[{"holder":"A","type":"WANTS","polarity":1,"target":"B","kind":"actor","modality":"no"}]}`: `modality "no"`,

		`{"doc":"a"}` + "\n" + `{"doc":"a"}`: `g:2: read gold: document "a" stands in line 1 already`,
	} {
		_, err := eval.ReadGold(strings.NewReader(input), "g")
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v, want one with %q", input, err, want)
		}
	}
}

func FuzzReadGold(f *testing.F) {
	f.Add(small)
	f.Add(`{"doc":"a","statements":[{"holder":"A","type":"WANTS","polarity":1,"target":"’s İ","kind":"actor"}]}`)
	f.Fuzz(func(t *testing.T, gold string) {
		docs, err := eval.ReadGold(strings.NewReader(gold), "g")
		if err != nil {
			return
		}
		found := map[string][]schema.Statement{}
		for _, d := range docs {
			for _, g := range d.Statements {
				found[d.ID] = append(found[d.ID], derived(g))
			}
		}
		if r := eval.Score(docs, found); len(r.Unknown) != 0 || r.Hits[0] < r.Hits[1] || r.Hits[1] < r.Hits[2] {
			t.Errorf("levels %v do not nest", r.Hits)
		}
	})
}

// derived is what a perfect system would have found.
func derived(g eval.Gold) schema.Statement {
	s := schema.Statement{Holder: schema.ActorRef{Name: g.Holder, Text: g.HolderText}, Type: g.Type, Polarity: g.Polarity,
		Negated: g.Negated, Modality: g.Modality, Phase: g.Phase,
		Target: schema.Target{Kind: g.Kind, Name: g.Target, Text: g.TargetText}, Attribution: g.Attribution, Confidence: 0.9}
	if g.Sayer != "" {
		s.Sayer = &schema.ActorRef{Name: g.Sayer}
	}
	return s
}
