// Package voice says whose words each clause is: the writer's, a speaker's whose turn it stands in, somebody's who is
// quoted, or somebody's whose speech or thought is reported. It is the only place that decides this. It sees clauses and
// the text, never trees.
//
// In “We will stay,” said the envoy, who thinks that Chad lied: the first clause is the envoy's by direct speech, the last
// one by indirect speech, "said the envoy" is the writer's.
package voice

import (
	"slices"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// Assigner sets the voices of clauses. It is safe for concurrent use.
type Assigner struct{ words *lexicon.Words }

// New makes an Assigner that takes verbs of speech and thought from words.
func New(words *lexicon.Words) *Assigner { return &Assigner{words: words} }

// Assign sets Voice of all clauses of a document. Reported speech within a sentence comes first, then quotations, then
// turns; the innermost speaker wins.
func (a *Assigner) Assign(doc *schema.Document, sents []schema.Sentence, clauses []schema.Clause) {
	w := &work{words: a.words, doc: doc, sents: sents, clauses: clauses, done: make([]bool, len(clauses))}
	w.children = make([][]int, len(clauses))
	for i := range clauses {
		if p := clauses[i].Parent; p >= 0 {
			w.children[p] = append(w.children[p], i)
		}
	}
	for i := range clauses {
		w.reported(i)
	}
	w.quoted()
	w.turns()
}

// work is the state of one document.
type work struct {
	words    *lexicon.Words
	doc      *schema.Document
	sents    []schema.Sentence
	clauses  []schema.Clause
	children [][]int
	done     []bool
}

// reported settles clause i by reported speech within its sentence, its parent first.
func (w *work) reported(i int) {
	if w.done[i] {
		return
	}
	w.done[i] = true
	c := &w.clauses[i]
	c.Voice = schema.Voice{Attribution: schema.ByNarration}
	if c.Parent >= 0 {
		w.reported(c.Parent)
		up := &w.clauses[c.Parent]
		switch {
		case w.content(c, up):
			c.Voice = said(up)
			return
		case w.aside(c):
		default:
			c.Voice = up.Voice
		}
	}
	if p, ok := accordingTo(c); ok {
		c.Voice = schema.Voice{Attribution: schema.ByIndirect, Sayers: p}
	}
	for _, k := range w.children[i] {
		if w.aside(&w.clauses[k]) {
			c.Voice = said(&w.clauses[k])
			break
		}
	}
}

// content: c is what the verb of speech or thought up reports.
func (w *work) content(c, up *schema.Clause) bool {
	if up.Kind != schema.VerbPred || !w.reports(up) || len(Subjects(up)) == 0 || c.Modality == schema.Asked {
		return false
	}
	switch c.Link {
	case "ccomp":
		return c.Form == schema.PastForm || c.Form == schema.PresForm || c.Marker == "that" || c.Kind != schema.VerbPred
	case "parataxis":
		return c.Head > up.Head
	case "xcomp":
		return c.Kind != schema.VerbPred
	}
	return false
}

// reports: the verb is one of speech or thought.
func (w *work) reports(c *schema.Clause) bool {
	lemma := c.Lemma
	if c.Particle != "" && w.words.Is("speech", lemma+" "+c.Particle) {
		return true
	}
	return w.words.Is("speech", lemma) || w.words.Is("cognition", lemma)
}

// Subjects are the phrases of a clause's subject, in text order.
func Subjects(c *schema.Clause) []schema.Phrase {
	var found []schema.Phrase
	for i := range c.Args {
		if a := &c.Args[i]; a.Role == schema.Subject && a.Clause < 0 {
			found = append(found, a.Phrase)
		}
	}
	return found
}

func said(up *schema.Clause) schema.Voice {
	return schema.Voice{Attribution: schema.ByIndirect, Sayers: Subjects(up)}
}

// accordingTo is the phrase of "according to the ministry".
func accordingTo(c *schema.Clause) ([]schema.Phrase, bool) {
	var found []schema.Phrase
	for i := range c.Args {
		if a := &c.Args[i]; a.Role == schema.Oblique && a.Prep == "according to" && a.Clause < 0 {
			found = append(found, a.Phrase)
		}
	}
	return found, len(found) > 0
}

// aside: c is a loose "…, the envoy said, …" beside what it reports.
func (w *work) aside(c *schema.Clause) bool {
	switch c.Link {
	case "parataxis", "dep", "discourse":
	case "advcl":
		if c.Marker != "" && c.Marker != "as" {
			return false
		}
	default:
		return false
	}
	if c.Kind != schema.VerbPred || !w.reports(c) {
		return false
	}
	subject := false
	for i := range c.Args {
		switch a := &c.Args[i]; a.Role {
		case schema.Subject:
			subject = subject || a.From == schema.Overt
		case schema.Complement:
			return false
		case schema.Object:
			if a.Class != schema.PronounWord {
				return false
			}
		}
	}
	return subject
}

// turns gives the clauses of a turn that have no other speaker to the turn's own.
func (w *work) turns() {
	for i := range w.clauses {
		c := &w.clauses[i]
		if c.Turn < 0 || c.Turn >= len(w.doc.Turns) || w.doc.Turns[c.Turn].Speaker == nil || len(c.Voice.Sayers) > 0 {
			continue
		}
		c.Voice = schema.Voice{Attribution: schema.ByCaption, Speaker: true}
	}
}

// hasContent: what the verb of speech says stands with it.
func hasContent(c *schema.Clause) bool {
	return slices.ContainsFunc(c.Args, func(a schema.Arg) bool { return a.Role == schema.Complement && a.Clause >= 0 })
}
