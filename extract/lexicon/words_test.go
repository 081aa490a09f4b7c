package lexicon

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/stancegraph/stancegraph/schema"
)

func defaults(t *testing.T) *Words {
	t.Helper()
	w, err := DefaultWords()
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// folder is a folder of words with the given files, the others empty.
func folder(files map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for _, f := range []string{"verbs.yaml", "nouns.yaml", "agents.yaml", "adjectives.yaml", "prepositions.yaml",
		"idioms.yaml", "operators.yaml"} {
		fsys[f] = &fstest.MapFile{Data: []byte(files[f])}
	}
	return fsys
}

// A word says type and frame, and where it matters how the stance comes out.
func TestDefaultWords(t *testing.T) {
	w := defaults(t)
	tests := []struct {
		kind             schema.PredKind
		lemma, particle  string
		frame            string
		want             schema.StanceType
		target, holder   string
		why              string
		negated, inverse bool
	}{
		{kind: schema.VerbPred, lemma: "back", frame: "object", want: "SUPPORTS"},
		{kind: schema.VerbPred, lemma: "side", frame: "with", want: "SUPPORTS"},
		{kind: schema.VerbPred, lemma: "rule", particle: "out", frame: "object", want: "REJECTS"},
		{kind: schema.VerbPred, lemma: "rule", particle: "out", frame: "gerund", want: "REJECTS"},
		{kind: schema.VerbPred, lemma: "criticize", frame: "object", want: "CRITICIZES"},
		{kind: schema.VerbPred, lemma: "criticise", frame: "object", want: "CRITICIZES", why: "both spellings"},
		{kind: schema.VerbPred, lemma: "agree", frame: "infinitive", want: "ACCEPTS"},
		{kind: schema.VerbPred, lemma: "agree", frame: "with", want: "AGREES_WITH", why: "one verb, two stances by frame"},
		{kind: schema.VerbPred, lemma: "fight", frame: "object", target: "issue", want: "OPPOSES"},
		{kind: schema.VerbPred, lemma: "fight", frame: "object", target: "actor", holder: "body", want: "ATTACKS",
			why: "one frame, two stances by target"},
		{kind: schema.VerbPred, lemma: "fight", frame: "object", target: "actor", holder: "person", want: "OPPOSES",
			why: "a candidate fights with words"},
		{kind: schema.VerbPred, lemma: "desert", frame: "object", target: "actor", want: "SUPPORTS", negated: true},
		{kind: schema.VerbPred, lemma: "anger", frame: "object", want: "CRITICIZES", inverse: true,
			why: "the one who is angered holds the stance"},
		{kind: schema.VerbPred, lemma: "urge", frame: "addressee-infinitive", want: "DEMANDS"},
		{kind: schema.VerbPred, lemma: "call", frame: "on-infinitive", want: "DEMANDS"},
		{kind: schema.VerbPred, lemma: "appeal", frame: "to-infinitive", want: "REQUESTS"},
		{kind: schema.VerbPred, lemma: "plead", frame: "with-for", want: "REQUESTS"},
		{kind: schema.VerbPred, lemma: "deny", frame: "object+recipient", want: "REJECTS"},
		{kind: schema.NounPred, lemma: "opposition", frame: "to", want: "OPPOSES"},
		{kind: schema.NounPred, lemma: "ally", frame: "of", want: "SUPPORTS"},
		{kind: schema.NounPred, lemma: "critic", frame: "of", target: "actor", want: "CRITICIZES"},
		{kind: schema.NounPred, lemma: "critic", frame: "of", target: "issue", want: "OPPOSES"},
		{kind: schema.AdjPred, lemma: "wary", frame: "of", want: "FEARS"},
		{kind: schema.AdjPred, lemma: "reluctant", frame: "infinitive", want: "WANTS", negated: true},
		{kind: schema.PrepPred, lemma: "against", frame: "object", want: "OPPOSES"},
		{kind: schema.PrepPred, lemma: "in favour of", frame: "object", want: "SUPPORTS"},
		{kind: schema.PrepPred, lemma: "under attack from", frame: "object", target: "actor", want: "CRITICIZES", inverse: true},
	}
	for _, tt := range tests {
		var got *Word
		for _, x := range w.Lookup(tt.kind, tt.lemma, tt.particle) {
			if x.Frame == tt.frame && x.Target == tt.target && !x.Denied && (tt.holder == "" || x.Holder == tt.holder) {
				got = &x
				break
			}
		}
		switch {
		case got == nil:
			t.Errorf("%s %q %s: not there (%s)", tt.kind, join(tt.lemma, tt.particle), tt.frame, tt.why)
		case got.Type != tt.want || got.Negated != tt.negated || got.Inverse != tt.inverse:
			t.Errorf("%s %q %s: got %s negated=%v inverse=%v, want %s %v %v (%s)", tt.kind, join(tt.lemma, tt.particle),
				tt.frame, got.Type, got.Negated, got.Inverse, tt.want, tt.negated, tt.inverse, tt.why)
		}
	}
}

// Words that make traps of everyday sentences are not stances in that frame.
func TestTraps(t *testing.T) {
	w := defaults(t)
	for _, tt := range []struct{ lemma, frame, why string }{
		{"beat", "object", "Togo beat Benin in the cup"},
		{"leave", "object", "left Turkey by boat"},
		{"address", "with", "address is no dispute"},
		{"face", "object", "face a wall"},
		{"run", "object", "run a shop"},
		{"study", "object", "no stance"},
		{"say", "object", "speech is no stance"},
	} {
		for _, x := range w.Lookup(schema.VerbPred, tt.lemma, "") {
			if x.Frame == tt.frame {
				t.Errorf("%q has frame %s with %s: %s", tt.lemma, tt.frame, x.Type, tt.why)
			}
		}
	}
	for _, x := range w.Lookup(schema.VerbPred, "charge", "") {
		if x.Frame == "object" && x.Target != "actor" {
			t.Errorf("charge without marks: charge a fee")
		}
	}
}

// Every type has words, and a verb at that.
func TestEveryTypeHasWords(t *testing.T) {
	verbs := map[schema.StanceType]int{}
	for _, x := range defaults(t).All() {
		if x.Kind == schema.VerbPred {
			verbs[x.Type]++
		}
	}
	for _, info := range schema.Types() {
		if verbs[info.Type] == 0 {
			t.Errorf("%s has no verb", info.Type)
		}
	}
}

func TestIdioms(t *testing.T) {
	w := defaults(t)
	for _, tt := range []struct {
		verb, noun, frame string
		want              schema.StanceType
	}{
		{"impose", "sanction", "on", "SANCTIONS"},
		{"cut", "tie", "with", "SANCTIONS"},
		{"take", "issue", "with", "DISAGREES_WITH"},
		{"cast", "doubt", "on", "DENIES"},
		{"turn", "back", "on", "SUPPORTS"},
		{"have", "intention", "of", "WANTS"},
		{"join", "force", "with", "COOPERATES_WITH"},
		{"take", "side", "of", "SUPPORTS"},
		{"hold", "talk", "none", "MEETS"},
	} {
		found := false
		for _, i := range w.Idioms(tt.verb, tt.noun) {
			for _, f := range i.Frames {
				found = found || f == tt.frame && i.Type == tt.want
			}
		}
		if !found {
			t.Errorf("%s + %s %s: want %s", tt.verb, tt.noun, tt.frame, tt.want)
		}
	}
	if got := w.Idioms("impose", "back"); got != nil {
		t.Errorf("impose + back: got %v", got)
	}
}

func TestOperators(t *testing.T) {
	w := defaults(t)
	for _, tt := range []struct{ class, word string }{
		{"speech", "say"}, {"light", "voice"}, {"light_inverse", "draw"}, {"negative_implicative", "refuse"}, {"stop", "cease"},
		{"negative_adverb", "never"}, {"implicative", "manage"}, {"former", "former"}, {"forthcoming", "planned"},
		{"evaluative_negative", "disaster"}, {"evaluative_positive", "step forward"}, {"good_for", "retain"}, {"bad_for", "collapse"},
		{"goods", "tank"},
	} {
		if !w.Is(tt.class, tt.word) {
			t.Errorf("%q is not in %s", tt.word, tt.class)
		}
	}
	if w.Is("speech", "tree") || w.Is("no such class", "say") {
		t.Error("Is says yes to a stranger")
	}
	for _, class := range w.Classes() {
		if len(w.Class(class)) == 0 {
			t.Errorf("class %s is empty", class)
		}
	}
	for _, pair := range [][2]string{{"good_for", "bad_for"}, {"former", "forthcoming"}, {"evaluative_negative", "evaluative_positive"}} {
		for _, x := range w.Class(pair[0]) {
			if w.Is(pair[1], x) {
				t.Errorf("%q is in %s and in %s", x, pair[0], pair[1])
			}
		}
	}
}

var classAsked = regexp.MustCompile(`\.Is\("([a-z_]+)"|when: \{.*(?:class|verdict): ([a-z_]+)`)

// A class that no code and no rule reads says what the program does not do; one that is read and not there says nothing.
func TestClassesAreRead(t *testing.T) {
	w, err := DefaultWords()
	if err != nil {
		t.Fatal(err)
	}
	var read strings.Builder
	err = filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rule := strings.HasSuffix(path, ".yaml") && strings.Contains(filepath.ToSlash(path), "rule/en/")
		if code := strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go"); !code && !rule {
			return nil
		}
		text, err := os.ReadFile(path)
		read.Write(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, class := range w.Classes() {
		if !strings.Contains(read.String(), `"`+class+`"`) && !strings.Contains(read.String(), ": "+class) {
			t.Errorf("nothing reads the class %s", class)
		}
	}
	for _, m := range classAsked.FindAllStringSubmatch(read.String(), -1) {
		if class := m[1] + m[2]; len(w.Class(class)) == 0 {
			t.Errorf("code or a rule asks for the class %s, which is not in operators.yaml", class)
		}
	}
}

// What is wrong is told with file and line, and all of it at once.
func TestLoadErrors(t *testing.T) {
	tests := []struct {
		name  string
		files map[string]string
		want  []string
	}{
		{"unknown type", map[string]string{"verbs.yaml": "\nLIKES:\n  object: [like]\n"}, []string{`verbs.yaml:2: unknown stance type "LIKES"`}},
		{"unknown frame", map[string]string{"nouns.yaml": "OPPOSES:\n  beside: [opposition]\n"},
			[]string{`nouns.yaml:2: unknown frame "beside"`}},
		{"unknown mark", map[string]string{"verbs.yaml": "OPPOSES:\n  object:\n    - fight (foe)\n"},
			[]string{`verbs.yaml:3: "fight (foe)": unknown mark (foe)`}},
		{"upper case", map[string]string{"verbs.yaml": "OPPOSES: {object: [Fight]}"}, []string{`verbs.yaml:1: cannot read word "Fight"`}},
		{"no particle", map[string]string{"verbs.yaml": "SUPPORTS: {object: [throw weight]}"}, []string{`"weight" is no particle`}},
		{"two words", map[string]string{"nouns.yaml": "OPPOSES: {to: [stiff opposition]}"}, []string{"want one word"}},
		{"twice", map[string]string{"verbs.yaml": "SUPPORTS:\n  object: [back]\nOPPOSES:\n  object: [back]\n"},
			[]string{`verbs.yaml:4: "back" already stands under SUPPORTS object (verbs.yaml:2)`}},
		{"twice by half", map[string]string{"verbs.yaml": "SUPPORTS:\n  object: [back]\nOPPOSES:\n" +
			"  object: [back (actor)]\n"}, []string{`verbs.yaml:4: "back" already stands`}},
		{"all told", map[string]string{"verbs.yaml": "SUPPORTS:\n  object: [back, back, Bad]\n"},
			[]string{`"back" already stands`, `cannot read word "Bad"`}},
		{"no mapping", map[string]string{"verbs.yaml": "- back\n"}, []string{"verbs.yaml:1: want a mapping"}},
		{"no words", map[string]string{"verbs.yaml": "SUPPORTS: {object: [[back]]}"}, []string{"verbs.yaml:1: want words"}},
		{"twice in class", map[string]string{"operators.yaml": "speech: [say,\n  tell, say]"},
			[]string{`operators.yaml:2: "say" stands twice in speech`}},
		{"idiom without frame", map[string]string{"idioms.yaml": "SUPPORTS:\n  - {verb: throw, noun: weight}\n"},
			[]string{"idioms.yaml:2: an idiom needs verb, noun and frame"}},
		{"idiom key", map[string]string{"idioms.yaml": "SUPPORTS:\n  - {verb: throw, noun: weight, prep: behind}\n"},
			[]string{`unknown key "prep"`}},
		{"idiom frame", map[string]string{"idioms.yaml": "SUPPORTS:\n  - {verb: throw, noun: weight, frame: beside}\n"},
			[]string{`unknown frame "beside"`}},
		{"idiom via", map[string]string{"idioms.yaml": "SUPPORTS:\n  - {verb: come, noun: aid, via: beside, frame: of}\n"},
			[]string{"via wants one preposition"}},
		{"idiom twice", map[string]string{"idioms.yaml": "SUPPORTS:\n  - {verb: throw, noun: weight, frame: behind}\n" +
			"OPPOSES:\n  - {verb: throw, noun: weight, frame: behind}\n"},
			[]string{`idioms.yaml:4: "throw" + "weight" with frame "behind" already stands under SUPPORTS`}},
		{"no YAML", map[string]string{"verbs.yaml": "SUPPORTS: ["}, []string{"verbs.yaml"}},
	}
	for _, tt := range tests {
		_, err := LoadWords(folder(tt.files))
		if err == nil {
			t.Errorf("%s: no error", tt.name)
			continue
		}
		for _, want := range tt.want {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("%s: got %v, want %q in it", tt.name, err, want)
			}
		}
	}
	if _, err := LoadWords(fstest.MapFS{}); err == nil {
		t.Error("a folder without files loads")
	}
}

// Marks that never hold at once let a word carry two stances.
func TestMarksKeepApart(t *testing.T) {
	w, err := LoadWords(folder(map[string]string{"verbs.yaml": `
ATTACKS: {object: [fight (actor), attack (body)]}
SUPPORTS: {object: [stand]}
OPPOSES: {object: [fight (issue), stand (denied)]}
CRITICIZES: {object: [attack (person)]}
`}))
	if err != nil {
		t.Fatal(err)
	}
	want := []Word{
		{Lemma: "fight", Kind: schema.VerbPred, Type: "ATTACKS", Frame: "object", Target: "actor"},
		{Lemma: "fight", Kind: schema.VerbPred, Type: "OPPOSES", Frame: "object", Target: "issue"},
	}
	if diff := cmp.Diff(want, w.Lookup(schema.VerbPred, "fight", "")); diff != "" {
		t.Error(diff)
	}
	stand := w.Lookup(schema.VerbPred, "stand", "")
	if len(stand) != 2 || !stand[0].Denied || stand[1].Denied {
		t.Errorf("stand: got %+v, want the one that needs a negation first", stand)
	}
}

func FuzzLoadWords(f *testing.F) {
	f.Add("SUPPORTS: {object: [back, fight (actor)]}", "SUPPORTS:\n  - {verb: throw, noun: weight, frame: behind}\n", "speech: [say]")
	f.Add("SUPPORTS:\n  object: back\n", "OPPOSES: []", "contrast: but")
	f.Add("? [a]\n: b", "SUPPORTS:\n- {}", "&a speech: *a")
	f.Fuzz(func(t *testing.T, verbs, idioms, operators string) {
		w, err := LoadWords(folder(map[string]string{"verbs.yaml": verbs, "idioms.yaml": idioms, "operators.yaml": operators}))
		if (w == nil) == (err == nil) {
			t.Errorf("words %v, error %v", w, err)
		}
	})
}
