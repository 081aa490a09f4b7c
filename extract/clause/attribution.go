package clause

import (
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// indirectSpeech settles, within the sentence, whose words each clause is: the complement of a verb of speech or thought
// is its subject's, "according to X" and ", X said," make the clause round them X's. The innermost speaker wins.
func (b *builder) indirectSpeech() {
	done := make([]bool, len(b.clauses))
	for i := range b.clauses {
		b.voiceOf(i, done)
	}
}

func (b *builder) voiceOf(i int, done []bool) {
	if done[i] {
		return
	}
	done[i] = true
	c := &b.clauses[i]
	c.Voice = schema.Voice{Attribution: schema.ByNarration, Sentence: b.sentence.Index}
	if c.Parent >= 0 {
		b.voiceOf(c.Parent, done)
		up := &b.clauses[c.Parent]
		switch {
		case b.reportedBy(c, up):
			c.Voice = b.said(up)
			b.conditionalInReport(c, up)
			return
		case b.reportingAside(c):
		default:
			c.Voice = up.Voice
		}
	}
	if v, ok := b.accordingTo(c); ok {
		c.Voice = v
	}
	if v, ok := b.aside(c); ok {
		c.Voice = v
	}
}

// reportedBy: c is what the verb of speech or thought up says.
func (b *builder) reportedBy(c, up *schema.Clause) bool {
	if up.Kind != schema.VerbPred {
		return false
	}
	lemma := up.Lemma
	if up.Particle != "" && b.words.Is("speech", lemma+" "+up.Particle) {
		lemma += " " + up.Particle
	}
	if !b.reporting(lemma) {
		return false
	}
	if len(b.sayers(up)) == 0 || c.Modality == schema.Asked {
		return false
	}
	switch c.Link {
	case "ccomp":
		return !b.nonFinite(c.Head)
	case "parataxis":
		return c.Head > up.Head
	case "xcomp":
		return c.Kind != schema.VerbPred
	}
	return false
}

// conditionalInReport: "said she would veto the law" is a plan, not a condition.
func (b *builder) conditionalInReport(c, up *schema.Clause) {
	if c.Modal == "would" && c.Modality == schema.Conditional && !b.perfect(c.Head) {
		c.Modality, c.Phase = schema.Asserted, schema.Planned
	}
}

func (b *builder) perfect(h int) bool {
	for _, k := range b.kids[h] {
		if b.rel(k) == "aux" && b.lower(k) == "have" {
			return true
		}
	}
	return false
}

// sayers are the subject phrases of a verb of speech.
func (b *builder) sayers(up *schema.Clause) []schema.Arg {
	var found []schema.Arg
	for _, a := range up.Args {
		if a.Role == schema.Subject && a.Clause < 0 {
			found = append(found, a)
		}
	}
	return found
}

func (b *builder) said(up *schema.Clause) schema.Voice {
	return schema.Voice{Attribution: schema.ByIndirect, Sayers: b.sayers(up), Sentence: b.sentence.Index, Verb: up.Lemma}
}

// accordingTo: "According to the ministry, Serbia is arming …"; also "in the words of", "for X" is not.
func (b *builder) accordingTo(c *schema.Clause) (schema.Voice, bool) {
	under := b.kids[c.Head]
	for _, s := range b.kids[c.Head] {
		if b.is(s, "nsubj", "nsubj:pass") { // "Chad, according to the ministry, opposes it": the tree hangs it on Chad
			under = append(append([]int{}, under...), b.kids[s]...)
		}
	}
	for _, k := range under {
		if !b.is(k, "obl", "nmod", "advcl", "advmod", "parataxis", "obl:unmarked") {
			continue
		}
		head := k
		if p := b.case_(k); p != "according to" {
			if b.lower(k) != "according" {
				continue
			}
			head = -1
			if head < 0 {
				continue
			}
		}
		scratch := schema.Clause{}
		b.add(&scratch, schema.Subject, "according to", []int{head}, "")
		return schema.Voice{Attribution: schema.ByIndirect, Sayers: scratch.Args, Sentence: b.sentence.Index, Verb: "according to"}, true
	}
	return schema.Voice{}, false
}

// aside: "…, the envoy said, …": a verb of speech hangs loosely on what it reports.
func (b *builder) aside(c *schema.Clause) (schema.Voice, bool) {
	for _, k := range b.kids[c.Head] {
		i := b.byHead[k]
		if i < 0 || !b.reportingAside(&b.clauses[i]) {
			continue
		}
		return b.said(&b.clauses[i]), true
	}
	return schema.Voice{}, false
}

// reportingAside: c is itself such a loose "X said".
func (b *builder) reportingAside(c *schema.Clause) bool {
	if c.Link != "parataxis" && c.Link != "advcl" && c.Link != "dep" || c.Kind != schema.VerbPred {
		return false
	}
	if c.Link == "advcl" && c.Marker != "" && c.Marker != "as" {
		return false
	}
	n := b.kid(c.Head, "nsubj")
	if !b.reporting(c.Lemma) || n < 0 { // "had Sweden asked" is a condition
		return false
	}
	for _, a := range c.Args {
		if a.Role == schema.Complement || a.Role == schema.Object && !b.relativiser(a.Head) {
			return false
		}
	}
	return true
}

// attributeQuotes finds who speaks each quotation and gives the clauses inside it that voice.
func attributeQuotes(doc *schema.Document, sents []schema.Sentence, all []schema.Clause, quotes []quote, words *lexicon.Words) {
	if len(quotes) == 0 {
		return
	}
	at := map[int]int{}
	for i := range sents {
		at[sents[i].Index] = i
	}
	headAt := func(c *schema.Clause) int { return sents[at[c.Sentence]].Tokens[c.Head].Span.Start }
	voices := make([]schema.Voice, len(quotes))
	for q := range quotes {
		if !quotes[q].speech(doc.Text) {
			continue
		}
		goesOn := q > 0 && quotes[q].turn == quotes[q-1].turn && len(voices[q-1].Sayers) > 0 && (nearby(doc.Text, quotes[q-1].span, quotes[q].span))
		v, ok := speakerNear(doc, sents, at, all, quotes, q, goesOn, headAt, words)
		if !ok && goesOn {
			v, ok = voices[q-1], true
		}
		if ok {
			v.Attribution = schema.ByDirect
			voices[q] = v
		}
	}
	for i := range all {
		c := &all[i]
		q := quoteAt(quotes, headAt(c))
		if q < 0 || !quotes[q].speech(doc.Text) {
			continue
		}
		if len(c.Voice.Sayers) > 0 && c.Voice.Sentence == c.Sentence {
			if s := sents[at[c.Sentence]].Tokens[c.Voice.Sayers[0].Head].Span.Start; quoteAt(quotes, s) == q {
				continue // somebody quoted within the quotation
			}
			c.Voice.Attribution = schema.ByDirect
			continue
		}
		if len(voices[q].Sayers) > 0 {
			c.Voice = voices[q]
		} else {
			c.Voice.Attribution = schema.ByDirect
		}
	}
}

// nearby: two quotations of one paragraph with few words between go to one speaker.
func nearby(text string, a, b schema.Span) bool {
	between := schema.Span{Start: a.End, End: b.Start}.In(text)
	return len(strings.Fields(between)) <= 12
}

// speakerNear looks for a verb of speech outside quotations in the sentences that the quotation touches: the nearest one wins.
// A sentence before that ends in a colon also introduces it; one that begins behind it tells nothing of it in another paragraph, or where
// the quotation goes on with one whose speaker is known.
func speakerNear(doc *schema.Document, sents []schema.Sentence, at map[int]int, all []schema.Clause, quotes []quote, q int, goesOn bool, headAt func(*schema.Clause) int, words *lexicon.Words) (schema.Voice, bool) {
	best, distance := -1, 1<<30
	span := quotes[q].span
	for i := range all {
		c := &all[i]
		s := &sents[at[c.Sentence]]
		if s.Turn != quotes[q].turn {
			continue
		}
		touches := s.Span.Overlaps(schema.Span{Start: span.Start - 2, End: span.End + 3})
		if s.Span.Start >= span.End && (goesOn || hasContent(c) || strings.Contains(schema.Span{Start: span.End, End: s.Span.Start}.In(doc.Text), "\n")) {
			continue
		}
		intro := !touches && s.Span.End <= span.Start && span.Start-s.Span.End <= 4 && strings.HasSuffix(strings.TrimSpace(s.Span.In(doc.Text)), ":")
		if !touches && !intro || c.Kind != schema.VerbPred || !words.Is("speech", c.Lemma) && !words.Is("cognition", c.Lemma) {
			continue
		}
		h := headAt(c)
		if quoteAt(quotes, h) >= 0 { // "never said"
			continue
		}
		d := span.Start - h
		if h >= span.End {
			d = h - span.End
		}
		if d < distance {
			best, distance = i, d
		}
	}
	if best < 0 || distance > 250 {
		return schema.Voice{}, false
	}
	c := &all[best]
	v := schema.Voice{Sentence: c.Sentence, Verb: c.Lemma}
	for _, a := range c.Args {
		if a.Role == schema.Subject && a.Clause < 0 {
			v.Sayers = append(v.Sayers, a)
		}
	}
	return v, true
}

// hasContent: what the verb of speech says stands with it, so it does not say the quotation before: "“No.” The dean said that he would stay."
func hasContent(c *schema.Clause) bool {
	return slices.ContainsFunc(c.Args, func(a schema.Arg) bool { return a.Role == schema.Complement && a.Clause >= 0 })
}

func hasSubject(c *schema.Clause) bool {
	for _, a := range c.Args {
		if a.Role == schema.Subject && a.Clause < 0 {
			return true
		}
	}
	return false
}

// turnVoices gives the clauses of a sound bite or labelled turn that have no other speaker to the turn's own.
func turnVoices(doc *schema.Document, sents []schema.Sentence, all []schema.Clause) {
	turns := map[int]int{}
	for _, s := range sents {
		turns[s.Index] = s.Turn
	}
	for i := range all {
		c := &all[i]
		t := turns[c.Sentence]
		if t < 0 || t >= len(doc.Turns) || doc.Turns[t].Speaker == nil || len(c.Voice.Sayers) > 0 {
			continue
		}
		c.Voice = schema.Voice{Attribution: schema.ByCaption, Turn: true, Sentence: c.Sentence}
	}
}
