package syntax

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/stancegraph/stancegraph/schema"
)

func parser(t testing.TB) *Model {
	m, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// arcs writes the arcs of some words as relation(head, word).
func arcs(s *schema.Sentence) map[string]bool {
	all := make(map[string]bool)
	for _, t := range s.Tokens {
		head := "ROOT"
		if t.Head >= 0 {
			head = s.Tokens[t.Head].Text
		}
		all[fmt.Sprintf("%s(%s, %s)", t.Rel, head, t.Text)] = true
	}
	return all
}

func TestParse(t *testing.T) {
	m := parser(t)
	for _, c := range []struct {
		text, why string
		want      string // arcs, separated by semicolons
		fails     bool   // only reported
	}{
		{"The union opposes the new law .", "",
			"root(ROOT, opposes); nsubj(opposes, union); obj(opposes, law); amod(law, new)", false},
		{"The law was opposed by the union .", "passive",
			"nsubj:pass(opposed, law); aux:pass(opposed, was); obl:agent(opposed, union)", false},
		{"The minister does n't want to leave the coalition .", "negation and control",
			"aux(want, does); advmod(want, n't); xcomp(want, leave); obj(leave, coalition)", false},
		{"She said that the court would reject the appeal .", "reported speech",
			"nsubj(said, She); ccomp(said, reject); mark(reject, that); nsubj(reject, court); obj(reject, appeal)", false},
		{"Poland and Hungary reject the plan .", "coordination",
			"nsubj(reject, Poland); conj(Poland, Hungary); obj(reject, plan)", false},
		{"The party that backs the strike lost the vote .", "a relative clause whose object may be a subject",
			"acl:relcl(party, backs); nsubj(lost, party); obj(backs, strike)", true},
		{"The party , which backs the strike , lost the vote .", "relative clause",
			"acl:relcl(party, backs); nsubj(lost, party); obj(backs, strike)", false},
		{"The president called on the rebels to lay down their arms .", "",
			"nsubj(called, president); obl(called, rebels)", false},
		{"France is an ally of Greece .", "copula",
			"cop(ally, is); nsubj(ally, France); nmod(ally, Greece)", false},
		{"US-backed rebels left the city .", "a hyphenated word in one piece",
			"amod(rebels, US-backed); nsubj(left, rebels); obj(left, city)", false},
		{"THE UNION OPPOSES THE NEW LAW", "capitals",
			"nsubj(OPPOSES, UNION); obj(OPPOSES, LAW)", false},
		{"the union opposes the new law", "small letters",
			"nsubj(opposes, union); obj(opposes, law)", false},
		{"Union Leaders Oppose New Law", "a headline",
			"nsubj(Oppose, Leaders); obj(Oppose, Law)", false},
	} {
		t.Run(c.text, func(t *testing.T) {
			s := sentence(c.text)
			m.Parse(s)
			got := arcs(s)
			for _, want := range strings.Split(c.want, "; ") {
				switch {
				case got[want]:
				case c.fails:
					t.Skipf("no %s, %s", want, c.why)
				default:
					t.Errorf("no %s %s: %s", want, c.why, drawn(s))
				}
			}
		})
	}
}

func drawn(s *schema.Sentence) string {
	var b strings.Builder
	for i, t := range s.Tokens {
		fmt.Fprintf(&b, "%d:%s/%s<-%s-%d ", i, t.Text, t.Tag, t.Rel, t.Head)
	}
	return b.String()
}

// checkTree says what is wrong with a tree: there must be one root, and every word must depend on it.
func checkTree(s *schema.Sentence) error {
	roots := 0
	for i, t := range s.Tokens {
		if t.Head < 0 {
			roots++
			if t.Rel != "root" {
				return fmt.Errorf("token %d has no head and relation %s", i, t.Rel)
			}
		}
		steps := 0
		for j := i; j >= 0; j = s.Tokens[j].Head {
			if steps++; steps > len(s.Tokens) || s.Tokens[j].Head >= len(s.Tokens) {
				return fmt.Errorf("token %d does not depend on the root", i)
			}
		}
	}
	if len(s.Tokens) > 0 && roots != 1 {
		return fmt.Errorf("%d roots", roots)
	}
	return nil
}

func TestOddInput(t *testing.T) {
	m := parser(t)
	for _, text := range []string{"", "Yes", ". . .", "\" \" \"", "( ( (", "1 2 3", "ȺȺȺȺ ' s", "\xff\xfe",
		"Türkiye İran", strings.Repeat("and ", 300), strings.Repeat("( a", 200)} {
		s := sentence(text)
		m.Parse(s)
		if err := checkTree(s); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
	empty := &schema.Sentence{Tokens: []schema.Token{{Text: ""}, {Text: " "}}}
	m.Parse(empty)
	if err := checkTree(empty); err != nil {
		t.Errorf("empty words: %v", err)
	}
}

// TestLongSentence: a text without full stops is one sentence, and has one tree.
func TestLongSentence(t *testing.T) {
	words := strings.Fields(strings.ReplaceAll(benchText, ".", ","))
	long := new(schema.Sentence)
	for len(long.Tokens) < 20_000 {
		long.Tokens = append(long.Tokens, schema.Token{Text: words[len(long.Tokens)%len(words)]})
	}
	parser(t).Parse(long)
	if err := checkTree(long); err != nil {
		t.Error(err)
	}
}

// TestSameTree parses the same sentences on many goroutines, in many orders.
func TestSameTree(t *testing.T) {
	m := parser(t)
	lines := strings.Split(benchText, "\n")
	want := make([]*schema.Sentence, len(lines))
	for i, l := range lines {
		want[i] = sentence(l)
		m.Parse(want[i])
	}
	var wg sync.WaitGroup
	for n := range 8 {
		wg.Go(func() {
			for _, i := range rand.New(rand.NewPCG(uint64(n), 0)).Perm(len(lines)) {
				s := sentence(lines[i])
				m.Parse(s)
				if diff := cmp.Diff(want[i], s); diff != "" {
					t.Errorf("%q changed:\n%s", lines[i], diff)
				}
			}
		})
	}
	wg.Wait()
}

func TestVersion(t *testing.T) {
	if v := parser(t).Version(); len(v) != 12 {
		t.Errorf("version %q", v)
	}
	if _, err := New([]byte("no model")); err == nil {
		t.Error("rubbish is taken for a model")
	}
	if _, err := New(Embedded()[:len(Embedded())/2]); err == nil {
		t.Error("half a model is taken for one")
	}
}

func FuzzParse(f *testing.F) {
	for _, line := range strings.Split(benchText, "\n") {
		f.Add(line)
	}
	f.Add("Ⱥ's \xff ( ) \" ''")
	m := parser(f)
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 {
			return
		}
		s := sentence(text)
		m.Parse(s)
		if err := checkTree(s); err != nil {
			t.Error(err, drawn(s))
		}
	})
}
