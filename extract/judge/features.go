package judge

import (
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// Feature is one named thing that the judge knows of a candidate.
type Feature struct {
	Name  string
	Value float32
}

// features are what the judge knows of a candidate, in a fixed order. Names of groups stand before a colon: one of each
// group holds at a time.
func (w *work) features(v *verdict) []Feature {
	c := &w.Clauses[v.Clause]
	var all []Feature
	add := func(name string, value float32) { all = append(all, Feature{name, value}) }
	is := func(group, value string) { add(group+":"+value, 1) }
	genre := string(w.Genre)
	is("genre", genre)
	is("rule", v.Rule)
	if v.Rule != schema.ByReader {
		add("rule's own score", float32(v.Score))
	}
	if r := v.Read; r != nil {
		logit := between(r.Logit, -6, 6)
		add("reader", logit)
		add("reader in "+genre, logit)
		if v.Rule != schema.ByReader {
			add("reader on a rule", logit)
			add("reader's type differs", truth(r.Type != v.Type))
			add("reader's sign differs", truth(r.Negated != v.Negated || sign(r.Type) != sign(v.Type)))
		}
		add("sure of the type", between(r.Margin, 0, 6))
		add("surer targets of the holder", between(float32(v.surer.targets), 0, 3))
		add("surer holders of the target", between(float32(v.surer.holders), 0, 3))
		add("surer with the cue", between(float32(v.surer.cue), 0, 3))
	} else {
		is("reader", "silent")
	}
	is("type", string(v.Type))
	if v.Negated {
		add("negated", 1)
	}
	is("modality", string(v.Modality))
	is("phase", string(v.Phase))
	is("predicate", string(c.Kind))
	is("attribution", string(v.Voice.Attribution))
	is("holder", holderForm(&v.Holder))
	is("holder is", string(v.Holder.Kind))
	add("holder's link", float32(v.Holder.Score))
	is("target", targetForm(&v.Target))
	add("words of the target", float32(min(12, len(strings.Fields(v.Target.Name)))))
	add("tens of bytes between", between(float32(distance(c, v)), 0, 20))
	for _, name := range v.inside {
		is("inside", name)
	}
	return all
}

// surer counts the candidates of the same sentence that the reader holds for more probable: for the same holder, for the same
// target, with the same cue.
type surer struct{ targets, holders, cue int }

// compare counts for each candidate the surer ones of its sentence.
func (w *work) compare() {
	of := map[int][]int{}
	for i := range w.all {
		if w.all[i].Read != nil {
			n := w.Clauses[w.all[i].Clause].Sentence
			of[n] = append(of[n], i)
		}
	}
	for _, all := range of {
		for _, i := range all {
			v := &w.all[i]
			for _, k := range all {
				o := &w.all[k]
				if o.Read.Logit <= v.Read.Logit {
					continue
				}
				holder, target := o.Holder.Span == v.Holder.Span, o.Target.Span == v.Target.Span
				switch {
				case holder && !target:
					v.surer.targets++
				case target && !holder:
					v.surer.holders++
				}
				if o.Cue == v.Cue && !(holder && target) {
					v.surer.cue++
				}
			}
		}
	}
}

// sureOfType is the margin of logits from which the reader's type stands instead of a rule's.
const sureOfType = 1

// retype takes the reader's type where it is sure of it and the sign stays: a rule's word may carry another stance here.
func (v *verdict) retype() {
	if r := v.Read; r != nil && !v.Own && r.Margin >= sureOfType && r.Type != v.Type {
		was := v.Polarity()
		c := v.Candidate
		c.Type, c.Negated = r.Type, r.Negated
		if c.Polarity() == was {
			v.Candidate = c
		}
	}
}

func sign(t schema.StanceType) int {
	info, _ := schema.TypeOf(t)
	return info.Sign
}

func between(x, low, high float32) float32 { return min(max(x, low), high) }

func truth(is bool) float32 {
	if is {
		return 1
	}
	return 0
}

func holderForm(p *schema.Participant) string {
	if p.Sayer {
		if p.Form == schema.FirstPerson {
			return "first person"
		}
		return "sayer"
	}
	if p.Form == "" {
		return "described"
	}
	return string(p.Form)
}

func targetForm(p *schema.Participant) string {
	switch {
	case p.ActorID != "":
		return string(p.Form)
	case p.Clause >= 0:
		return "clause"
	}
	return "phrase"
}

// distance is how many bytes lie between holder and target, in tens.
func distance(c *schema.Clause, v *verdict) int {
	if v.Holder.Sentence != c.Sentence {
		return 0
	}
	gap := v.Target.Span.Start - v.Holder.Span.End
	if gap < 0 {
		gap = v.Holder.Span.Start - v.Target.Span.End
	}
	return max(0, gap) / 10
}

// GenreOf is what kind of text a document is, as far as the judge's probabilities depend on it: a transcript with speakers,
// a speech in the first person, an article.
func GenreOf(doc *schema.Document, clauses []schema.Clause, mentions Mentions) schema.Genre {
	for i := range doc.Turns {
		if doc.Turns[i].Speaker != nil {
			return schema.InTranscript
		}
	}
	narrated, first := 0, 0
	last := -1
	for i := range clauses {
		c := &clauses[i]
		if c.Sentence == last || c.Voice.Said() || c.Voice.Attribution == schema.ByDirect {
			continue
		}
		last = c.Sentence
		narrated++
		for _, m := range mentions.In(c.Sentence) {
			if m.Form == schema.FirstPerson {
				first++
				break
			}
		}
	}
	if narrated > 0 && 4*first >= narrated && first > 1 {
		return schema.InSpeech
	}
	return schema.InArticle
}
