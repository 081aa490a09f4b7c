// Package judge decides which candidates become statements. It is the only place that drops a candidate, each with its
// reason; it settles what stands inside something else (the content of an accusation, of a denial, of a wish), fills in
// the actors inside an issue with their sign, adds what follows from a stance, and writes statements.
package judge

import (
	"cmp"
	"slices"
	"sort"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// Mentions is what the judge asks of the stage before it.
type Mentions interface {
	In(sentence int) []schema.Mention // all of a sentence, by position
	Actor(id string) (schema.Actor, bool)
	Speaker(turn int) (schema.Mention, bool)
}

// Input is one document with its candidates.
type Input struct {
	Document     *schema.Document
	Sentences    []schema.SentenceRef // by index
	Clauses      []schema.Clause
	Mentions     Mentions
	Affiliations []schema.Affiliation
	Sayers       func(*schema.Clause) []schema.Participant // who says a clause
	Candidates   []schema.Candidate
	Genre        schema.Genre
}

// Limits are what a user asks for beyond the judge's own reasons.
type Limits struct {
	MinConfidence float64 // of what is kept
	NoInferred    bool    // leave out what no word says
}

// Decision says what became of a candidate, and what the judge knew of it.
type Decision struct {
	Clause      int
	Rule        string
	Kept        bool
	Why         string           // of one that was dropped
	Read        bool             // the reader has seen it
	Statement   schema.Statement // that it is or would have been
	Features    []Feature
	Probability Probability
	Reasons     []Feature // what decided most of it, where somebody asks: see Reasons
}

// Judge decides on candidates. It is safe for concurrent use.
type Judge struct {
	words *lexicon.Words
	model *model
}

// New makes a Judge that takes word classes from words.
func New(words *lexicon.Words) (*Judge, error) {
	m, err := weights()
	if err != nil {
		return nil, err
	}
	return &Judge{words: words, model: m}, nil
}

// work is the state of one document.
type work struct {
	*Judge
	Input
	all        []verdict
	byClause   map[int][]int // verdicts of each clause
	inSentence map[int][]int // clauses of each sentence
}

// verdict is a candidate under decision.
type verdict struct {
	schema.Candidate
	why         string           // it is dropped, "" while it is not
	sayer       *schema.ActorRef // where another statement says who says this
	origin      int              // of an inferred one: the verdict that it follows from, −1
	surer       surer
	inside      []string // what it stands in that says it is not so
	features    []Feature
	probability Probability
}

// Decide makes statements of the candidates, in text order, and says what became of each candidate.
func (j *Judge) Decide(in Input, limits Limits) ([]schema.Statement, []Decision) {
	w := &work{Judge: j, Input: in, byClause: map[int][]int{}, inSentence: map[int][]int{}}
	for i := range in.Clauses {
		s := in.Clauses[i].Sentence
		w.inSentence[s] = append(w.inSentence[s], i)
	}
	for i, c := range in.Candidates {
		w.all = append(w.all, verdict{Candidate: c, origin: -1})
		if probable(&c) {
			w.byClause[c.Clause] = append(w.byClause[c.Clause], i)
		}
	}
	w.embedded()
	w.unmeant()
	w.compare()
	for i := range w.all {
		v := &w.all[i]
		v.features = w.features(v)
		v.probability = j.model.probability(v.features, v.Read != nil)
		if v.Own { // its author knows better than weights that have never seen it
			v.probability.Link = max(v.probability.Link, float32(v.Score))
		}
		if v.Read == nil && len(v.inside) > 0 { // what the rules alone say of it is that it stands there
			v.why = "it stands inside " + v.inside[0]
		}
		v.retype()
	}
	w.signs()
	if !limits.NoInferred {
		w.infer()
	}
	statements, written := w.statements(limits)
	decisions := make([]Decision, len(w.all))
	for i := range w.all {
		v := &w.all[i]
		decisions[i] = Decision{Clause: v.Clause, Rule: v.Rule, Kept: v.why == "", Why: v.why, Features: v.features,
			Statement: written[i], Probability: v.probability, Read: v.Read != nil}
	}
	return statements, decisions
}

// probable: a candidate of a rule, or one that the reader holds for more probable than not, so that others may depend on it.
func probable(c *schema.Candidate) bool { return c.Rule != schema.ByReader || c.Read.Logit >= 0 }

// statements writes what was kept, the surest of doubles only.
func (w *work) statements(limits Limits) (all, written []schema.Statement) {
	written = make([]schema.Statement, len(w.all))
	for i := range w.all {
		written[i] = w.statement(&w.all[i])
		written[i].Confidence = w.confidence(&w.all[i])
	}
	w.dropDoubles(written)
	for i := range w.all {
		if o := w.all[i].origin; o >= 0 && w.all[i].why == "" && w.all[o].why != "" {
			w.all[i].why = "what it follows from is not stated"
		}
	}
	clauseOf := map[string]int{}
	for i := range w.all {
		v, s := &w.all[i], &written[i]
		sure := s.Confidence
		if v.origin >= 0 { // what follows from a statement stands with it
			sure = written[v.origin].Confidence
		}
		if v.why == "" && sure < limits.MinConfidence {
			v.why = "less sure than wanted"
		}
		if v.why == "" {
			clauseOf[s.ID] = v.Clause
			all = append(all, *s)
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return less(&all[i], &all[j]) })
	w.contrast(all, clauseOf)
	return all, written
}

// less orders statements by sentence, cue, holder, target and type.
func less(a, b *schema.Statement) bool {
	switch {
	case a.Sentence.Index != b.Sentence.Index:
		return a.Sentence.Index < b.Sentence.Index
	case a.Cue.Start != b.Cue.Start:
		return a.Cue.Start < b.Cue.Start
	case a.Holder.Start != b.Holder.Start:
		return a.Holder.Start < b.Holder.Start
	case a.Target.Start != b.Target.Start:
		return a.Target.Start < b.Target.Start
	case a.Type != b.Type:
		return a.Type < b.Type
	}
	return a.ID < b.ID
}

// dropDoubles keeps, of statements of one sentence with the same holder and sign towards the same target, or towards words
// of which one lie within the other, the surest. Types that say different things of one target stay side by side where both
// come from rules.
func (w *work) dropDoubles(written []schema.Statement) {
	bySentence := map[int][]int{}
	for i := range written {
		if w.all[i].why == "" {
			n := written[i].Sentence.Index
			bySentence[n] = append(bySentence[n], i)
		}
	}
	for _, all := range bySentence {
		slices.SortStableFunc(all, func(a, b int) int { // what words say stays before what only follows
			x, y := &written[a], &written[b]
			return cmp.Or(cmp.Compare(truth(x.Inferred), truth(y.Inferred)), cmp.Compare(y.Confidence, x.Confidence))
		})
		for n, i := range all {
			if slices.ContainsFunc(all[:n], func(k int) bool { return w.all[k].why == "" && w.double(&written[k], &written[i]) }) {
				w.all[i].why = said
			}
		}
	}
}

// double: b, the less sure, says what a says.
func (w *work) double(a, b *schema.Statement) bool {
	if a.Holder.ID != b.Holder.ID || a.Polarity != b.Polarity {
		return false
	}
	if a.Type != b.Type && a.Rule != schema.ByReader && b.Rule != schema.ByReader {
		return false
	}
	if a.Target.ID == b.Target.ID {
		return true
	}
	x, y := schema.Span{Start: a.Target.Start, End: a.Target.End}, schema.Span{Start: b.Target.Start, End: b.Target.End}
	if b.Rule == schema.ByReader && a.Type == b.Type && x.Contains(y) { // "wants Chile" within "wants Chile to leave"
		return true
	}
	return a.Target.Kind == b.Target.Kind && a.Target.Kind == schema.ToIssue && (x.Contains(y) || y.Contains(x))
}

const said = "the sentence says the same more surely elsewhere"
