package reader

import (
	"context"
	"fmt"

	"github.com/stancegraph/stancegraph/schema"
)

// floor is the logit from which the reader proposes a triple of its own: a probability of about one in eight. The judge
// decides above it. lookedAt is the one before correction from which a triple is looked at.
const floor, lookedAt = -2, -3

// Input is one document with the candidates of the rules.
type Input struct {
	Document
	Phrases    Phrases
	Sayers     func(*schema.Clause) []schema.Participant // who says a clause
	Candidates []schema.Candidate
}

// Propose adds to each candidate of the rules what the model thinks of it, and returns them with the reader's own. The only
// errors are those of ctx and of weights that do not fit.
func (r *Reader) Propose(ctx context.Context, in Input, s *Scratch) ([]schema.Candidate, error) {
	all := in.Candidates
	of := map[int][]int{} // candidates of the rules by sentence
	for i := range all {
		sentence := in.Clauses[all[i].Clause].Sentence
		of[sentence] = append(of[sentence], i)
	}
	first := 0
	for i := range in.Sentences {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		sentence := &in.Sentences[i]
		next := first
		for next < len(in.Clauses) && in.Clauses[next].Sentence == sentence.Index {
			next++
		}
		w := &proposer{Input: &in, sentence: sentence, clauses: in.Clauses[first:next], first: first}
		found, err := w.propose(r, all, of[sentence.Index], s)
		if err != nil {
			return nil, fmt.Errorf("sentence %d: %w", sentence.Index, err)
		}
		all = append(all, found...)
		first = next
	}
	return all, nil
}

// proposer is the work on one sentence.
type proposer struct {
	*Input
	sentence *schema.Sentence
	clauses  []schema.Clause // of the sentence
	first    int             // index of the first of them in the document
}

func (w *proposer) propose(r *Reader, all []schema.Candidate, ruled []int, s *Scratch) ([]schema.Candidate, error) {
	if len(w.clauses) == 0 || len(w.sentence.Tokens) > longest {
		return nil, nil
	}
	in := r.Build(&w.Document, w.sentence, w.first, w.clauses)
	if len(in.Cues) == 0 || len(in.Targets) == 0 {
		return nil, nil
	}
	hinted := map[[3]int]bool{}
	for _, i := range ruled {
		if !all[i].Inferred {
			hinted[w.triple(&all[i])] = true
		}
	}
	scores, err := r.read(&in, hinted, s)
	if err != nil || scores == nil {
		return nil, err
	}
	best := scores.best()
	taken := map[[2]int]bool{}
	for _, i := range ruled {
		t := w.triple(&all[i])
		if found, ok := best[[2]int{t[1], t[2]}]; ok {
			read := scores.reading(found[0], found[1], found[2])
			all[i].Read = &read.Reading
			taken[[2]int{t[1], t[2]}] = true
		}
	}
	var out []schema.Candidate
	for h := range in.Holders {
		for t := range in.Targets {
			pair := [2]int{in.Holders[h], in.Targets[t]}
			found, ok := best[pair]
			if !ok || taken[pair] || pair[0] == pair[1] || scores.logit(found[0], h, t) < lookedAt {
				continue
			}
			if read := scores.reading(found[0], h, t); read.Logit >= floor {
				out = append(out, w.candidates(&in, &read)...)
			}
		}
	}
	return out, nil
}

// longest is how many words a sentence may have to be read.
const longest = 120

// best gives for each holder and target, as words, the cue that joins them best, with the places in the instance's lists.
func (o *scores) best() map[[2]int][3]int {
	out := map[[2]int][3]int{}
	for h := range o.in.Holders {
		for t := range o.in.Targets {
			best, most := 0, o.logit(0, h, t)
			for c := 1; c < len(o.in.Cues); c++ {
				if x := o.logit(c, h, t); x > most {
					best, most = c, x
				}
			}
			out[[2]int{o.in.Holders[h], o.in.Targets[t]}] = [3]int{best, h, t}
		}
	}
	return out
}

// triple are the words of a rule's candidate.
func (w *proposer) triple(c *schema.Candidate) [3]int {
	return Triple(&w.Clauses[c.Clause], c)
}

// Triple are the words of a candidate whose clause is cl: cue, holder, target; Sayer for a holder outside the sentence.
func Triple(cl *schema.Clause, c *schema.Candidate) [3]int {
	holder, target := c.Holder.Head, c.Target.Head
	if c.Holder.Sentence != cl.Sentence {
		holder = Sayer
	}
	if c.Target.Sentence != cl.Sentence {
		target = -2
	}
	return [3]int{cl.Head, holder, target}
}

// candidates makes those of a reading: one for each actor that holder and target mean.
func (w *proposer) candidates(in *Instance, read *reading) []schema.Candidate {
	at := in.Clause[read.cue]
	if at < 0 {
		return nil
	}
	c := &w.Clauses[at]
	var out []schema.Candidate
	targets := w.targets(c, read.target)
	for _, h := range w.holders(c, read.cue, read.holder) {
		for _, t := range targets {
			if h.ActorID == t.ActorID || t.ActorID == "" && h.Span == t.Span {
				continue
			}
			if t.Clause >= 0 && t.Span.Contains(h.Span) { // what somebody is for or against does not begin with himself
				t = w.deed(t)
			}
			out = append(out, schema.Candidate{Clause: at, Cue: w.sentence.Tokens[read.cue].Span, Rule: schema.ByReader, Read: &read.Reading,
				Type: read.Type, Negated: read.Negated, Modality: read.modality, Phase: read.phase, Voice: c.Voice, Holder: h, Target: t})
		}
	}
	return out
}

// deed is a clause as a target from its verb on.
func (w *proposer) deed(t schema.Participant) schema.Participant {
	if issue := w.Clauses[t.Clause].Deed; issue.Name != "" {
		t.Name, t.Key, t.Span = issue.Name, issue.Key, issue.Span
	}
	return t
}

// holders are the actors that a word means: those of its mention, who says the clause, or a group as it is described.
func (w *proposer) holders(c *schema.Clause, cue, word int) []schema.Participant {
	if word == Sayer {
		return w.speakers(c, w.sentence.Tokens[cue].Span)
	}
	if all, ok := w.meant(c, word); ok {
		return all
	}
	p := w.Phrases.Phrase(w.Text, w.sentence, word)
	if p.Class != schema.CommonNoun || p.Issue.Name == "" {
		return nil
	}
	return []schema.Participant{{ActorID: schema.ActorID(p.Issue.Name), Name: p.Issue.Name, Kind: schema.Group, Span: p.Issue.Span,
		Sentence: w.sentence.Index, Head: word, Score: 0.7, Clause: -1}}
}

// meant are the actors of the mention that a word heads; false where it heads none.
func (w *proposer) meant(c *schema.Clause, word int) ([]schema.Participant, bool) {
	m := w.Mentions.At(w.sentence.Index, word)
	if m == nil {
		return nil, false
	}
	if m.Form == schema.FirstPerson {
		return w.sayers(c, m), true
	}
	var all []schema.Participant
	for _, id := range m.Actors {
		if a, ok := w.Mentions.Actor(id); ok {
			all = append(all, schema.Participant{ActorID: a.ID, Name: a.Name, Kind: a.Kind, Span: m.Span, Sentence: m.Sentence,
				Head: m.Head, Form: m.Form, Score: m.Score, Clause: -1})
		}
	}
	return all, true
}

// speakers are those who say the clause, as they are named there, or for whom the text speaks where nobody else does.
func (w *proposer) speakers(c *schema.Clause, span schema.Span) []schema.Participant {
	if c.Voice.Said() || c.Voice.Attribution == schema.ByDirect {
		all := w.Sayers(c)
		for i := range all {
			all[i].Sayer = true
		}
		return all
	}
	a, ok := w.Mentions.Writer()
	if !ok {
		return nil
	}
	return []schema.Participant{{ActorID: a.ID, Name: a.Name, Kind: a.Kind, Span: span, Sentence: w.sentence.Index, Head: -1, Sayer: true,
		Score: 0.75, Clause: -1}}
}

// sayers are those who say the clause; m is the first person that stands for them there.
func (w *proposer) sayers(c *schema.Clause, m *schema.Mention) []schema.Participant {
	all := w.Sayers(c)
	for i := range all {
		all[i].Sayer, all[i].Span, all[i].Sentence, all[i].Head = true, m.Span, w.sentence.Index, m.Head
	}
	return all
}

// targets are the actors that a word means, or the issue that it heads.
func (w *proposer) targets(c *schema.Clause, word int) []schema.Participant {
	if all, ok := w.meant(c, word); ok && len(all) > 0 {
		return all
	}
	p := Target(&w.Document, w.Phrases, w.sentence, w.clauses, c.Index, word)
	if p.Issue.Name == "" {
		return nil
	}
	return []schema.Participant{{Name: p.Issue.Name, Key: p.Issue.Key, Span: p.Issue.Span, Sentence: w.sentence.Index, Head: word,
		Score: 1, Clause: p.Clause, Phrase: &p}}
}
