package clause_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/extract/clause"
	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/extract/voice"
	"github.com/stancegraph/stancegraph/schema"
)

// expected is one sentence of testdata/*.yaml, a file a phenomenon: what clauses it must have. Only the fields given
// are checked; an argument is named by its head word.
type expected struct {
	Text    string           `yaml:"text"`
	Clauses []expectedClause `yaml:"clauses"`
	Fails   string           `yaml:"fails"` // a known failure and its cause
	Why     string           `yaml:"why"`
}

type expectedClause struct {
	Pred       string           `yaml:"pred"`
	Kind       string           `yaml:"kind"`
	Particle   string           `yaml:"particle"`
	Subject    words            `yaml:"subject"`
	Object     words            `yaml:"object"`
	Recipient  words            `yaml:"recipient"`
	Attribute  words            `yaml:"attribute"`
	Oblique    map[string]words `yaml:"oblique"`
	Complement string           `yaml:"complement"`
	Passive    *bool            `yaml:"passive"`
	Negated    *bool            `yaml:"negated"`
	Modality   string           `yaml:"modality"`
	Phase      string           `yaml:"phase"`
	Sayer      string           `yaml:"sayer"`
	Contrast   string           `yaml:"contrast"`
}

// words is one word or a list of them.
type words []string

func (w *words) UnmarshalYAML(decode func(any) error) error {
	var list []string
	if err := decode(&list); err == nil {
		*w = list
		return nil
	}
	var one string
	if err := decode(&one); err != nil {
		return err
	}
	*w = words{one}
	return nil
}

func splitter(t testing.TB) func(string) (schema.Document, []schema.Sentence, []schema.Clause) {
	read := clause.NewReader(t)
	clauses, voices := clause.New(read.Words, read.Model), voice.New(read.Words)
	return func(s string) (schema.Document, []schema.Sentence, []schema.Clause) {
		doc, sents := read.Text(t, s)
		clauses.Repair(sents)
		found := clauses.Split(&doc, sents)
		voices.Assign(&doc, sents, found)
		return doc, sents, found
	}
}

func TestPhenomena(t *testing.T) {
	files, err := filepath.Glob("testdata/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no tables: %v", err)
	}
	split := splitter(t)
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var cases []expected
		if err := lexicon.Decode(file, data, &cases); err != nil {
			t.Fatal(err)
		}
		t.Run(strings.TrimSuffix(filepath.Base(file), ".yaml"), func(t *testing.T) {
			if len(cases) < 8 {
				t.Errorf("%d sentences, want at least 8", len(cases))
			}
			for _, c := range cases {
				t.Run(c.Text, func(t *testing.T) {
					doc, sents, got := split(c.Text)
					var wrong []string
					for _, want := range c.Clauses {
						if miss := check(doc, sents, got, want); miss != "" {
							wrong = append(wrong, miss)
						}
					}
					switch {
					case len(wrong) > 0 && c.Fails == "":
						t.Error(strings.Join(wrong, "\n"))
					case len(wrong) == 0 && c.Fails != "":
						t.Errorf("is marked as failing (%s) but passes", c.Fails)
					}
				})
			}
		})
	}
}

// check finds a clause that is all that want says; "" if there is one, else what the nearest ones lack.
func check(doc schema.Document, sents []schema.Sentence, got []schema.Clause, want expectedClause) string {
	var near []string
	for i := range got {
		c := &got[i]
		if c.Lemma != want.Pred && c.Lemma+" "+c.Particle != want.Pred && !strings.EqualFold(c.Lemma, want.Pred) {
			continue
		}
		if want.Kind != "" && string(c.Kind) != want.Kind {
			near = append(near, fmt.Sprintf("kind %s", c.Kind))
			continue
		}
		if miss := compare(doc, sents, got, c, want); miss != "" {
			near = append(near, miss)
			continue
		}
		return ""
	}
	if len(near) == 0 {
		var all []string
		for _, c := range got {
			all = append(all, c.Lemma)
		}
		return fmt.Sprintf("no clause %q among %v", want.Pred, all)
	}
	return want.Pred + ": " + strings.Join(near, " | ")
}

// compare lists what clause c has otherwise than wanted, "" where nothing.
func compare(
	doc schema.Document, sents []schema.Sentence, all []schema.Clause, c *schema.Clause, want expectedClause,
) string {
	s := sents[c.Sentence]
	heads := func(role schema.Role, prep string) string {
		var found []string
		for _, a := range c.Args {
			if a.Role == role && (prep == "" || a.Prep == prep) {
				found = append(found, s.Tokens[a.Head].Span.In(doc.Text))
			}
		}
		return strings.Join(found, ",")
	}
	var wrong []string
	eq := func(what, got, want string) {
		if !strings.EqualFold(got, want) {
			wrong = append(wrong, fmt.Sprintf("%s %q, want %q", what, got, want))
		}
	}
	for _, arg := range []struct {
		role schema.Role
		want words
	}{
		{schema.Subject, want.Subject}, {schema.Object, want.Object}, {schema.Recipient, want.Recipient},
		{schema.Attribute, want.Attribute},
	} {
		if arg.want != nil {
			eq(string(arg.role), heads(arg.role, ""), strings.Join(arg.want, ","))
		}
	}
	for _, p := range slices.Sorted(maps.Keys(want.Oblique)) {
		eq("oblique "+p, heads(schema.Oblique, p), strings.Join(want.Oblique[p], ","))
	}
	for _, flag := range []struct {
		what string
		got  bool
		want *bool
	}{{"passive", c.Passive, want.Passive}, {"negated", c.Negated, want.Negated}} {
		if flag.want != nil {
			eq(flag.what, fmt.Sprint(flag.got), fmt.Sprint(*flag.want))
		}
	}
	for _, word := range []struct{ what, got, want string }{
		{"complement", complement(&s, all, c, want.Complement), want.Complement},
		{"modality", string(c.Modality), want.Modality},
		{"phase", string(c.Phase), want.Phase},
		{"particle", c.Particle, want.Particle},
		{"sayer", sayer(doc, sents, c), want.Sayer},
		{"contrast", contrast(c), want.Contrast},
	} {
		if word.want != "" {
			eq(word.what, word.got, word.want)
		}
	}
	return strings.Join(wrong, ", ")
}

// complement is the lemma of c's clausal complement or oblique: of several the wanted one, else the first.
func complement(s *schema.Sentence, all []schema.Clause, c *schema.Clause, want string) string {
	found := ""
	for _, a := range c.Args {
		if a.Role != schema.Complement && (a.Role != schema.Oblique || a.Clause < 0) {
			continue
		}
		l := s.Tokens[a.Head].Lemma
		if a.Clause >= 0 && all[a.Clause].Particle != "" && strings.Contains(want, " ") {
			l = all[a.Clause].Lemma + " " + all[a.Clause].Particle
		}
		if found == "" || strings.EqualFold(l, want) {
			found = l
		}
	}
	return found
}

func sayer(doc schema.Document, sents []schema.Sentence, c *schema.Clause) string {
	if len(c.Voice.Sayers) == 0 {
		return ""
	}
	who := c.Voice.Sayers[0]
	return sents[who.Sentence].Tokens[who.Head].Span.In(doc.Text)
}

func contrast(c *schema.Clause) string {
	if c.Contrast == nil {
		return ""
	}
	return c.Contrast.Cue
}
