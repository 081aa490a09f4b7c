package mention_test

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/extract/clause"
	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/extract/mention"
	"github.com/stancegraph/stancegraph/extract/syntax"
	"github.com/stancegraph/stancegraph/extract/text"
	"github.com/stancegraph/stancegraph/schema"
)

// shared is the folder of public data beside the repository; the test is skipped without it.
func shared(t testing.TB, path ...string) string {
	t.Helper()
	root := os.Getenv("STANCEGRAPH_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "..", "shared")
	}
	p := filepath.Join(append([]string{root}, path...)...)
	if _, err := os.Stat(p); err != nil {
		t.Skipf("no shared data at %s (set STANCEGRAPH_SHARED)", p)
	}
	return p
}

// line is the stages up to mentions.
type line struct {
	split  *text.Splitter
	parse  *syntax.Model
	repair *clause.Splitter
	find   *mention.Finder
}

func newLine(t testing.TB) line {
	t.Helper()
	s, err := text.New()
	if err != nil {
		t.Fatal(err)
	}
	p, err := syntax.Default()
	if err != nil {
		t.Fatal(err)
	}
	l, err := lexicon.Default()
	if err != nil {
		t.Fatal(err)
	}
	words, err := lexicon.DefaultWords()
	if err != nil {
		t.Fatal(err)
	}
	m, err := mention.New(l)
	if err != nil {
		t.Fatal(err)
	}
	return line{s, p, clause.New(words, p), m}
}

func (l line) read(t testing.TB, doc *schema.Document) ([]schema.Sentence, *mention.Result) {
	t.Helper()
	if doc.Turns == nil {
		doc.Turns = []schema.Turn{{Kind: schema.Narration, Span: schema.Span{End: len(doc.Text)}}}
	}
	sents, err := l.split.Split(doc)
	if err != nil {
		t.Fatal(err)
	}
	for i := range sents {
		l.parse.Parse(&sents[i])
	}
	l.repair.Repair(sents)
	return sents, l.find.Find(doc, sents, nil)
}

// caption is the shape of the sound bites in the transcripts that the gold is about.
var caption = regexp.MustCompile(`(?m)^([\p{Lu}][\p{Lu} .,'’-]+?)(:?) ["“](.*?)["”]$`)

// turnsOf cuts such a transcript roughly into turns; the reader of transcripts does it well.
func turnsOf(s string) []schema.Turn {
	var turns []schema.Turn
	at := 0
	add := func(t schema.Turn) {
		if t.Span.Len() > 0 {
			t.Index = len(turns)
			turns = append(turns, t)
		}
	}
	for _, m := range caption.FindAllStringSubmatchIndex(s, -1) {
		label := s[m[2]:m[3]]
		words := strings.Fields(label)
		n := min(2, len(words))
		name := strings.Join(words[:n], " ")
		add(schema.Turn{Kind: schema.Narration, Span: schema.Span{Start: at, End: m[0]}})
		title := func(s string) string {
			w := strings.Fields(strings.ToLower(s))
			for i := range w {
				w[i] = strings.ToUpper(w[i][:1]) + w[i][1:]
			}
			return strings.Join(w, " ")
		}
		add(schema.Turn{Kind: schema.Soundbite, Span: schema.Span{Start: m[6], End: m[7]}, Label: schema.Span{Start: m[2], End: m[3]},
			Speaker: &schema.Speaker{Name: title(name), NameSpan: schema.Span{Start: m[2], End: m[2] + len(name)},
				Title: title(strings.Join(words[n:], " "))}})
		at = m[1]
	}
	add(schema.Turn{Kind: schema.Narration, Span: schema.Span{Start: at, End: len(s)}})
	return turns
}

type goldText struct {
	Doc        string
	Text       string
	Statements []struct {
		Holder     string
		Target     string
		Kind       string
		HolderText string `json:"holder_text"`
		TargetText string `json:"target_text"`
		Optional   bool
	}
}

func readGold(t testing.TB, name string) []goldText {
	f, err := os.Open(shared(t, "gold", name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all []goldText
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<22)
	for in.Scan() {
		var g goldText
		if err := json.Unmarshal(in.Bytes(), &g); err != nil {
			t.Fatal(err)
		}
		all = append(all, g)
	}
	return all
}

var (
	wordPattern = regexp.MustCompile(`[\p{L}\p{N}_]+`)
	genitive    = regexp.MustCompile(`['’]s\b`)
)

func normal(s string) []string {
	s = lexicon.Fold(genitive.ReplaceAllString(s, ""))
	var kept []string
	all := wordPattern.FindAllString(s, -1)
	for _, w := range all {
		switch w {
		case "the", "a", "an", "of", "to", "in", "on", "at", "for", "by", "with", "and", "or", "its", "his", "her",
			"their", "our", "mr", "mrs", "ms", "president", "senator", "s":
			continue
		}
		kept = append(kept, w)
	}
	if len(kept) == 0 && len(all) > 0 {
		return all[len(all)-1:]
	}
	return kept
}

// sameName is how the gold's scorer compares actors: equal, or the shorter is the end of the longer.
func sameName(a, b string) bool {
	x, y := normal(a), normal(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) == 0 || x[len(x)-1] != y[len(y)-1] {
		return false
	}
	in := map[string]bool{}
	for _, w := range y {
		in[w] = true
	}
	for _, w := range x {
		if !in[w] {
			return false
		}
	}
	return true
}

// TestGoldActors asks of every holder and actor target of the development gold whether a mention at its place means it.
func TestGoldActors(t *testing.T) {
	l := newLine(t)
	for _, file := range []struct {
		name  string
		floor float64
	}{{"seed.jsonl", 0.9}, {"transcripts_dev.jsonl", 0.86}, {"suite_dev.jsonl", 0.95}, {"dev.jsonl", 0.87}} {
		found, all := 0, 0
		for _, g := range readGold(t, file.name) {
			doc := schema.Document{ID: g.Doc, Text: g.Text}
			if strings.HasPrefix(file.name, "transcripts") || strings.HasPrefix(file.name, "seed") {
				doc.Turns = turnsOf(g.Text)
			}
			_, r := l.read(t, &doc)
			check := func(name, words string) {
				if words == "" || strings.ToUpper(words) == words && len(words) > 6 {
					return // a caption
				}
				all++
				if meant(&doc, r, name, words) {
					found++
				} else if testing.Verbose() {
					t.Logf("%s: %q for %q not found; there: %s", g.Doc, name, words, there(&doc, r, words))
				}
			}
			for _, s := range g.Statements {
				if s.Optional {
					continue
				}
				check(s.Holder, s.HolderText)
				if s.Kind == "actor" {
					check(s.Target, s.TargetText)
				}
			}
		}
		share := float64(found) / float64(all)
		t.Logf("%-22s %d of %d actors found, %.2f", file.name, found, all, share)
		if share < file.floor {
			t.Errorf("%s: %.2f of the actors found, want at least %.2f", file.name, share, file.floor)
		}
	}
}

func meant(doc *schema.Document, r *mention.Result, name, words string) bool {
	for _, m := range r.Mentions {
		if m.Sentence < 0 {
			continue
		}
		got := m.Span.In(doc.Text)
		if !overlaps(doc.Text, words, m.Span) {
			continue
		}
		for _, id := range m.Actors {
			a, _ := r.Actor(id)
			if sameName(name, a.Name) || sameName(name, got) && m.Form != schema.Pronoun && m.Form != schema.Collective {
				return true
			}
		}
	}
	return false
}

// overlaps says whether span touches an occurrence of words.
func overlaps(text, words string, span schema.Span) bool {
	for at := 0; ; {
		i := strings.Index(text[at:], words)
		if i < 0 {
			return false
		}
		if span.Overlaps(schema.Span{Start: at + i, End: at + i + len(words)}) {
			return true
		}
		at += i + 1
	}
}

func there(doc *schema.Document, r *mention.Result, words string) string {
	var all []string
	for _, m := range r.Mentions {
		if m.Sentence >= 0 && overlaps(doc.Text, words, m.Span) {
			s := m.Span.In(doc.Text) + " ="
			for _, id := range m.Actors {
				a, _ := r.Actor(id)
				s += " " + a.Name
			}
			all = append(all, s)
		}
	}
	return strings.Join(all, "; ")
}
