package reader

import (
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/extract/syntax/deptree"
	"github.com/stancegraph/stancegraph/schema"
)

// Instance is one sentence as the model sees it: its words with what the stages before know of each, which words may be
// the cue, the holder and the target of a stance, and how each cue stands to each word. All codes are indexes into
// tables that the weights were trained with; 0 means none or another one.
type Instance struct {
	Sentence int
	Words    []string
	Features [][]int   // of each word: codes of Vocabulary, in ascending order
	Turn     int       // code of the turn's kind and of what is known of its speaker
	Cues     []int     // words that may carry a stance
	Holders  []int     // words that head what may be a holder; Sayer stands for who says the cue's clause
	Targets  []int     // words that head what may be a target
	Clause   []int     // of each word: the clause that it belongs to, an index into the document's clauses, −1 without
	Role     [][]uint8 // [cue][word]: the word's part in the cue's clause, see roles
	Path     [][]uint8 // [cue][word]: how the tree joins them, see path
	Distance [][]uint8 // [cue][word]: signed distance in words, see distance
}

// Sayer is the holder that no word of the sentence needs to name: who says the clause of the cue.
const Sayer = -1

// Mentions is what the reader asks of the stage that finds who is meant.
type Mentions interface {
	At(sentence, head int) *schema.Mention
	Actor(id string) (schema.Actor, bool)
	Writer() (schema.Actor, bool) // for whom a text without speakers speaks
}

// Builder makes instances of a document's sentences. It is read-only.
type Builder struct {
	words *lexicon.Words
	codes map[string]int // of Vocabulary
}

// NewBuilder makes a Builder that takes the words of stance from words.
func NewBuilder(words *lexicon.Words) *Builder {
	b := &Builder{words: words, codes: map[string]int{}}
	for i, name := range Vocabulary() {
		b.codes[name] = i
	}
	return b
}

// Document is what the stages before the reader made of a document.
type Document struct {
	*schema.Document
	Sentences []schema.Sentence
	Clauses   []schema.Clause
	Mentions  Mentions
}

// builder is the work on one sentence.
type builder struct {
	*Builder
	deptree.Tree
	doc      *Document
	sentence *schema.Sentence
	out      Instance
	heads    []int // the clause that each word heads, −1
}

// Build makes the instance of sentence s; clauses are those of the sentence, a run of d.Clauses from index first.
func (b *Builder) Build(d *Document, s *schema.Sentence, first int, clauses []schema.Clause) Instance {
	n := len(s.Tokens)
	w := &builder{Builder: b, Tree: deptree.New(s.Tokens), doc: d, sentence: s, heads: make([]int, n)}
	w.out = Instance{Sentence: s.Index, Words: make([]string, n), Features: make([][]int, n), Clause: make([]int, n)}
	for i := range w.heads {
		w.heads[i] = -1
	}
	for i := range clauses {
		if h := clauses[i].Head; h >= 0 && h < n {
			w.heads[h] = first + i
		}
	}
	w.out.Turn = w.turn()
	for i := range s.Tokens {
		w.out.Words[i] = s.Tokens[i].Text
		w.out.Clause[i] = w.clauseOf(i, first, clauses)
		w.out.Features[i] = w.features(i)
		w.node(i)
	}
	w.out.Holders = append(w.out.Holders, Sayer)
	for _, c := range w.out.Cues {
		w.relate(c)
	}
	return w.out
}

// cueTags are the tags of words that may carry a stance: all that name, say or modify.
var cueTags = map[string]bool{"VB": true, "VBD": true, "VBG": true, "VBN": true, "VBP": true, "VBZ": true, "MD": true,
	"NN": true, "NNS": true, "JJ": true, "JJR": true, "JJS": true, "RB": true, "RBR": true, "IN": true, "RP": true, "UH": true}

// node says what word i may be in a stance.
func (w *builder) node(i int) {
	tag := w.Tag(i)
	noun := strings.HasPrefix(tag, "NN")
	m := w.doc.Mentions.At(w.sentence.Index, i)
	named := m != nil && m.Head == i
	part := w.Is(i, "compound", "flat", "fixed", "goeswith")
	if cueTags[tag] || w.heads[i] >= 0 {
		w.out.Cues = append(w.out.Cues, i)
	}
	within := m != nil && !named // the rest of a name
	if named || !within && (noun && !part || tag == "PRP" || tag == "PRP$") {
		w.out.Holders = append(w.out.Holders, i)
	}
	if named || w.heads[i] >= 0 || !within && (noun && !part || tag == "PRP") {
		w.out.Targets = append(w.out.Targets, i)
	}
}

// clauseOf is the clause that word i heads or hangs under, or else the smallest one around it.
func (w *builder) clauseOf(i, first int, clauses []schema.Clause) int {
	for at, n := i, 0; at >= 0 && n <= len(w.Tokens); at, n = w.Head(at), n+1 {
		if w.heads[at] >= 0 {
			return w.heads[at]
		}
	}
	best := -1
	for k := range clauses {
		if clauses[k].Span.Contains(w.Tokens[i].Span) && (best < 0 || clauses[k].Span.Len() < clauses[best].Span.Len()) {
			best = k
		}
	}
	if best < 0 && len(clauses) > 0 {
		best = 0
	}
	if best < 0 {
		return -1
	}
	return first + best
}

// Turns is the number of codes of a turn.
const Turns = 6

// turn is the kind of the turn, and whether its speaker is known.
func (w *builder) turn() int {
	if w.sentence.Turn >= len(w.doc.Turns) {
		return 0
	}
	t := &w.doc.Turns[w.sentence.Turn]
	switch {
	case t.Kind == schema.Headline:
		return 1
	case t.Kind == schema.Soundbite:
		return 2
	case t.Speaker == nil:
		return 3
	case t.Speaker.Reporter:
		return 4
	}
	return 5
}

// features are the codes of what is known of word i.
func (w *builder) features(i int) []int {
	var out []int
	add := func(kind, value string) {
		if code, ok := w.codes[kind+"="+value]; ok {
			out = append(out, code)
		}
	}
	add("tag", w.Tag(i))
	add("rel", w.Base(i))
	if m := w.doc.Mentions.At(w.sentence.Index, i); m != nil {
		add("mention", string(m.Form))
		if len(m.Actors) > 0 {
			if a, ok := w.doc.Mentions.Actor(m.Actors[0]); ok {
				add("kind", string(a.Kind))
			}
		}
	}
	if c := w.out.Clause[i]; c >= 0 {
		add("voice", voiceOf(&w.doc.Clauses[c]))
	}
	if c := w.heads[i]; c >= 0 {
		w.clauseFeatures(&w.doc.Clauses[c], add)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func voiceOf(c *schema.Clause) string {
	said := "writer"
	switch {
	case c.Voice.Speaker:
		said = "speaker"
	case len(c.Voice.Sayers) > 0 && c.Voice.Sayers[0].Sentence == c.Sentence:
		said = "sayer"
	case len(c.Voice.Sayers) > 0:
		said = "sayer-before"
	}
	return string(c.Voice.Attribution) + "-" + said
}

func (w *builder) clauseFeatures(c *schema.Clause, add func(kind, value string)) {
	add("clause", string(c.Kind))
	add("modality", string(c.Modality))
	add("phase", string(c.Phase))
	if c.Negated {
		add("negated", "yes")
	}
	for _, word := range w.words.Lookup(c.Kind, c.Lemma, c.Particle) {
		add("type", string(word.Type))
	}
	if c.Noun != "" {
		for _, idiom := range w.words.Idioms(c.Lemma, c.Noun) {
			add("type", string(idiom.Type))
		}
	}
}
