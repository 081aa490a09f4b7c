package rule

import (
	"strings"
	"testing"
	"testing/fstest"
)

const good = `rule: back
gloss: X backs Y
rank: 50
when: {kind: [verb], frame: object, has: [subject, object]}
emit:
  - {holder: subject, target: object}
confidence: 0.9
examples:
  - {text: Peru backs Chile., gives: [Peru +SUPPORTS Chile]}
  - {text: Peru came back., gives: []}
`

func TestLoad(t *testing.T) {
	for _, c := range []struct{ name, file, from, to, want string }{
		{"as it should be", "back.yaml", "", "", ""},
		{"unknown key", "back.yaml", "emit:", "emti:", "back.yaml:5"},
		{"unknown place", "back.yaml", "target: object", "target: objekt", `unknown place "objekt"`},
		{"unknown kind", "back.yaml", "[verb]", "[verbs]", `unknown kind "verbs"`},
		{"unknown type", "back.yaml", "holder: subject", "type: LIKES, holder: subject", `unknown type "LIKES"`},
		{"nothing silent", "back.yaml", "gives: []", "gives: [Peru +SUPPORTS Chile]", "one stay silent"},
		{"nothing fires", "back.yaml", "gives: [Peru +SUPPORTS Chile]", "gives: []", "at least one must fire"},
		{"file of another name", "front.yaml", "", "", `must stand in back.yaml`},
		{"confidence", "back.yaml", "0.9", "1.9", "between 0 and 1"},
		{"no word and no type", "back.yaml", "frame: object", "class: speech", "type must be given"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := strings.Replace(good, c.from, c.to, 1)
			if c.from == "" {
				text = good
			}
			_, err := Load(fstest.MapFS{c.file: {Data: []byte(text)}})
			switch {
			case c.want == "" && err != nil:
				t.Errorf("error: %v", err)
			case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
				t.Errorf("error %v, want one with %q", err, c.want)
			}
		})
	}
}

func TestBefore(t *testing.T) {
	set := func(rules ...Rule) *Set { return &Set{Rules: rules} }
	own := set(Rule{Name: "back", Gloss: "own", Rank: 50}, Rule{Name: "late", Rank: 70})
	base := set(Rule{Name: "early", Rank: 10}, Rule{Name: "mid", Rank: 50}, Rule{Name: "back", Gloss: "built in", Rank: 60})
	all := own.Before(base)
	var names []string
	for _, r := range all.Rules {
		names = append(names, r.Name)
	}
	if got, want := strings.Join(names, " "), "early back mid late"; got != want {
		t.Errorf("rules %s, want %s", got, want)
	}
	if r, _ := all.Find("back"); r.Gloss != "own" {
		t.Errorf("the rule back is that which is %s", r.Gloss)
	}
	if len(own.Rules) != 2 || len(base.Rules) != 3 {
		t.Error("the sets joined have changed")
	}
}

func TestLoadTwice(t *testing.T) {
	other := strings.Replace(good, "rule: back", "rule: back", 1)
	if _, err := Load(fstest.MapFS{"a/back.yaml": {Data: []byte(other)}, "back.yaml": {Data: []byte(good)}}); err != nil {
		t.Errorf("only the folder itself is read: %v", err)
	}
}

func TestFrameFits(t *testing.T) {
	for _, c := range []struct {
		rule, word, prep, prep2 string
		ok                      bool
	}{
		{"object", "object", "", "", true},
		{"object", "object+of", "", "", false},
		{"PREP", "with", "with", "", true},
		{"PREP", "infinitive", "infinitive", "", false},
		{"PREP-infinitive", "on-infinitive", "on", "", true},
		{"PREP-infinitive", "addressee-infinitive", "addressee", "", false},
		{"object+PREP", "object+of", "of", "", true},
		{"object+PREP", "object+recipient", "recipient", "", false},
		{"object>PREP", "object>to", "to", "", true},
		{"PREP-PREP", "with-for", "with", "for", true},
	} {
		prep, prep2, ok := frameFits(c.rule, c.word)
		if ok != c.ok || ok && (prep != c.prep || prep2 != c.prep2) {
			t.Errorf("frameFits(%q, %q) = %q %q %v", c.rule, c.word, prep, prep2, ok)
		}
	}
}
