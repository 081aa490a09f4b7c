package mention_test

import (
	"bufio"
	"compress/gzip"
	"os"
	"sort"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/schema"
)

// gumDoc is a document of the GUM corpus with its entities.
type gumDoc struct {
	genre    string
	doc      schema.Document
	sents    []schema.Sentence
	entities []gumEntity
}

type gumEntity struct {
	id, etype string
	sentence  int
	from, to  int // tokens, to exclusive
}

// readGUM reads CoNLL-U with GUM's Entity annotation. Trees and tags are left out: ours are used.
func readGUM(t testing.TB, path string) []gumDoc {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var docs []gumDoc
	var text strings.Builder
	var open []gumEntity
	var sent []schema.Token
	flush := func() {
		if len(sent) == 0 {
			return
		}
		d := &docs[len(docs)-1]
		d.sents = append(d.sents, schema.Sentence{Index: len(d.sents),
			Span: schema.Span{Start: sent[0].Span.Start, End: sent[len(sent)-1].Span.End}, Tokens: sent})
		sent, open = nil, nil
	}
	finish := func() {
		flush()
		if len(docs) > 0 {
			d := &docs[len(docs)-1]
			d.doc.Text = text.String()
			d.doc.Turns = []schema.Turn{{Kind: schema.Narration, Span: schema.Span{End: text.Len()}}}
		}
	}
	in := bufio.NewScanner(z)
	in.Buffer(nil, 1<<22)
	for in.Scan() {
		line := in.Text()
		if id, ok := strings.CutPrefix(line, "# newdoc id = "); ok {
			finish()
			genre := strings.Split(id, "_")[1]
			docs = append(docs, gumDoc{genre: genre, doc: schema.Document{ID: id}})
			text.Reset()
			continue
		}
		if line == "" {
			flush()
			continue
		}
		c := strings.Split(line, "\t")
		if len(c) < 10 || strings.ContainsAny(c[0], "-.") {
			continue
		}
		start := text.Len()
		text.WriteString(c[1])
		sent = append(sent, schema.Token{Span: schema.Span{Start: start, End: text.Len()}, Text: c[1], Head: -1})
		for _, misc := range strings.Split(c[9], "|") {
			if e, ok := strings.CutPrefix(misc, "Entity="); ok {
				d := &docs[len(docs)-1]
				open = entities(e, len(d.sents), len(sent)-1, open, d)
			}
		}
		if !strings.Contains(c[9], "SpaceAfter=No") {
			text.WriteByte(' ')
		}
	}
	finish()
	return docs
}

// entities reads one Entity value: "(12-person-…(13-place-…)13)12)".
func entities(s string, sentence, token int, open []gumEntity, d *gumDoc) []gumEntity {
	for s != "" {
		if s[0] == '(' {
			end := strings.IndexAny(s[1:], "()")
			body, closed := s[1:], false
			if end >= 0 {
				body, closed = s[1:1+end], s[1+end] == ')'
				s = s[1+end:]
			} else {
				s = ""
			}
			parts := strings.Split(body, "-")
			e := gumEntity{id: parts[0], sentence: sentence, from: token, to: token + 1}
			if len(parts) > 1 {
				e.etype = parts[1]
			}
			if closed {
				s = s[1:]
				d.entities = append(d.entities, e)
			} else {
				open = append(open, e)
			}
			continue
		}
		id, rest, _ := strings.Cut(s, ")")
		s = rest
		for i := len(open) - 1; i >= 0; i-- {
			if open[i].id == id {
				open[i].to = token + 1
				d.entities = append(d.entities, open[i])
				open = append(open[:i], open[i+1:]...)
				break
			}
		}
	}
	return open
}

var thirdPerson = map[string]bool{"he": true, "him": true, "his": true, "she": true, "her": true, "it": true,
	"its": true, "they": true, "them": true, "their": true}

type tally struct{ right, wrong, gold int }

// TestPronounsOnGUM measures the decisions "this pronoun means that actor" on annotated text, with our own trees.
// Precision: of those decided, how many mean an entity that the antecedent's words are annotated with.
// Recall: of pronouns for a person, an organisation or a place that is named or described before, how many are right.
func TestPronounsOnGUM(t *testing.T) {
	l := newLine(t)
	path := shared(t, "data", "ud", "gum.dev.conllu.gz")
	if p := os.Getenv("STANCEGRAPH_GUM"); p != "" {
		path = p
	}
	by, words := map[string]*tally{}, map[string]*tally{}
	var news tally
	for _, g := range readGUM(t, path) {
		scoreGUM(t, l, &g, by, words, &news)
	}
	report := func(name string, c *tally) {
		if c.gold > 0 || c.wrong > 0 {
			t.Logf("%-14s P %.2f  R %.2f  (%d right, %d wrong, %d in gold)", name,
				float64(c.right)/float64(max(1, c.right+c.wrong)), float64(c.right)/float64(max(1, c.gold)), c.right, c.wrong,
				c.gold)
		}
	}
	for _, m := range []map[string]*tally{by, words} {
		var names []string
		for k := range m {
			names = append(names, k)
		}
		sort.Strings(names)
		for _, k := range names {
			report(k, m[k])
		}
	}
	report("news-like", &news)
	if p := float64(news.right) / float64(max(1, news.right+news.wrong)); p < 0.72 {
		t.Errorf("precision %.2f on news-like genres, want at least .72", p)
	}
}

func scoreGUM(t *testing.T, l line, g *gumDoc, by, words map[string]*tally, news *tally) {
	for i := range g.sents {
		l.parse.Parse(&g.sents[i])
	}
	l.repair.Repair(g.sents)
	r := l.find.Find(&g.doc, g.sents, nil)
	ids := map[string]map[string]bool{} // our actor → entities its words are annotated with
	for _, m := range r.Mentions {
		if m.Sentence < 0 || m.Form == schema.Pronoun || m.Form == schema.FirstPerson || len(m.Actors) != 1 {
			continue
		}
		if e := entityAt(g, m.Sentence, m.Head, m.Span); e != nil {
			if ids[m.Actors[0]] == nil {
				ids[m.Actors[0]] = map[string]bool{}
			}
			ids[m.Actors[0]][e.id] = true
		}
	}
	seen := map[string]bool{}
	for _, e := range g.entities {
		s := g.sents[e.sentence]
		w := strings.ToLower(s.Tokens[e.from].Text)
		if e.to-e.from != 1 || !thirdPerson[w] {
			seen[e.id] = true
			continue
		}
		m := r.At(e.sentence, e.from)
		decided := m != nil && m.Form == schema.Pronoun && len(m.Actors) > 0
		wanted := (e.etype == "person" || e.etype == "organization" || e.etype == "place") && seen[e.id]
		right := decided && rightActors(g, r, m, e.id, ids)
		if os.Getenv("GUM_ERRORS") != "" && decided && !right && newsLike[g.genre] {
			names := ""
			for _, id := range m.Actors {
				a, _ := r.Actor(id)
				names += a.Name + " "
			}
			t.Logf("%s %d: %s(%s) -> %s %.2f %s | %s", g.doc.ID, e.sentence, w, e.etype, names, m.Score, m.Why, s.Span.In(g.doc.Text))
		}
		for _, c := range []*tally{get(by, g.genre), get(words, w), news} {
			if c == news && !newsLike[g.genre] {
				continue
			}
			if wanted {
				c.gold++
			}
			if right {
				c.right++
			} else if decided {
				c.wrong++
			}
		}
	}
}

var newsLike = map[string]bool{"news": true, "interview": true, "bio": true, "court": true, "academic": true, "speech": true}

func get(m map[string]*tally, k string) *tally {
	if m[k] == nil {
		m[k] = &tally{}
	}
	return m[k]
}

// rightActors: one actor whose words are annotated with the entity, or a row that a mention of the entity covers.
func rightActors(g *gumDoc, r interface {
	In(int) []schema.Mention
}, m *schema.Mention, entity string, ids map[string]map[string]bool) bool {
	if len(m.Actors) == 1 {
		return ids[m.Actors[0]][entity]
	}
	for _, e := range g.entities {
		if e.id != entity || e.to-e.from < 2 {
			continue
		}
		covered := map[string]bool{}
		span := schema.Span{Start: g.sents[e.sentence].Tokens[e.from].Span.Start, End: g.sents[e.sentence].Tokens[e.to-1].Span.End}
		for _, x := range r.In(e.sentence) {
			if span.Contains(x.Span) && len(x.Actors) == 1 {
				covered[x.Actors[0]] = true
			}
		}
		all := true
		for _, id := range m.Actors {
			all = all && covered[id]
		}
		if all {
			return true
		}
	}
	return false
}

// entityAt is the annotated entity that a mention is: the one whose words fit its own best.
func entityAt(g *gumDoc, sentence, head int, span schema.Span) *gumEntity {
	var best *gumEntity
	gap := 1 << 30
	for i := range g.entities {
		e := &g.entities[i]
		if e.sentence != sentence || head < e.from || head >= e.to {
			continue
		}
		s := schema.Span{Start: g.sents[sentence].Tokens[e.from].Span.Start, End: g.sents[sentence].Tokens[e.to-1].Span.End}
		if d := abs(s.Start-span.Start) + abs(s.End-span.End)/2; d < gap {
			best, gap = e, d
		}
	}
	return best
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
