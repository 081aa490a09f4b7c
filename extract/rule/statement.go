package rule

import (
	"sort"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// statements turns the findings into statements: content of accusations gets its speaker, what is only wished for is
// dropped, actors inside issues get their sign, doubles go, contrasts are linked.
func (m *matcher) statements() []schema.Statement {
	m.embed()
	m.signs()
	m.dropNoise()
	m.infer()
	var all []schema.Statement
	clauseOf, at := map[string]int{}, map[string]int{}
	for i := range m.found {
		f := &m.found[i]
		if f.dropped {
			continue
		}
		s := m.statement(f)
		if j, twice := at[s.ID]; twice { // the surest reading counts, of equals the first
			if s.Confidence > all[j].Confidence {
				all[j] = s
			}
			continue
		}
		at[s.ID], clauseOf[s.ID] = len(all), f.clause
		all = append(all, s)
	}
	all = dropDoubles(all)
	sort.SliceStable(all, func(i, j int) bool { return less(&all[i], &all[j]) })
	m.contrast(all, clauseOf)
	return all
}

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

// statement writes a finding out.
func (m *matcher) statement(f *finding) schema.Statement {
	c := &m.Clauses[f.clause]
	sent := &m.Sentences[m.at[c.Sentence]]
	info, _ := schema.TypeOf(f.typ)
	s := schema.Statement{
		Document: m.Document.ID,
		Sentence: schema.SentenceRef{Index: sent.Index, Start: sent.Span.Start, End: sent.Span.End, Text: sent.Span.In(m.Document.Text)},
		Holder:   f.holder.ref(m), Type: f.typ, Polarity: f.polarity(), Negated: f.negated, Modality: f.mode, Phase: f.phase,
		About: f.about, Attribution: f.voice.Attribution, Inferred: f.inferred,
		Cue:        schema.TextRef{Text: c.Cue.In(m.Document.Text), Start: c.Cue.Start, End: c.Cue.End},
		Confidence: f.score, Rule: f.rule.Name,
	}
	if s.About == nil {
		s.About = []schema.AboutRef{}
	}
	s.Intensity = info.Intensity(f.mode)
	s.Target = m.target(f)
	s.Sayer = m.sayer(c, f)
	s.OnBehalfOf = m.onBehalfOf(s.Sayer)
	if s.Sayer == nil && s.Attribution != schema.ByDirect {
		s.Attribution = schema.ByNarration
	}
	if m.Document.Date != "" {
		date, source := m.Document.Date, string(m.Document.DateSource)
		s.Date, s.DateSource = &date, &source
	}
	if f.origin != nil {
		s.From = m.statement(f.origin).ID
	}
	s.ID = schema.StatementID(m.Document.ID, sent.Span, c.Cue, s.Holder.ID, s.Type, s.Target.ID, s.Polarity)
	return s
}

func (m *matcher) target(f *finding) schema.Target {
	t := schema.Target{Kind: schema.ToIssue, Text: f.target.span.In(m.Document.Text), Start: f.target.span.Start, End: f.target.span.End}
	if f.target.actor != "" {
		t.Kind, t.ID, t.Name, t.ActorKind = schema.ToActor, f.target.actor, f.target.name, f.target.kind
		return t
	}
	s := &m.Sentences[m.at[f.target.sentence]]
	first, last := tokensIn(s, f.target.span)
	t.Name = f.target.name
	t.ID = schema.IssueID(issueKey(s.Tokens[first : last+1]))
	return t
}

// sayer is who says the statement; the holder where he is among those who say it, nil for the writer's own words.
func (m *matcher) sayer(c *schema.Clause, f *finding) *schema.ActorRef {
	if f.sayer != nil {
		return f.sayer
	}
	if f.voice.Attribution == schema.ByNarration && len(f.voice.Sayers) == 0 && !f.voice.Turn {
		return nil
	}
	clause := *c
	clause.Voice = f.voice
	span := m.voiceSpan(&clause)
	all := m.sayers(&clause, span)
	for _, e := range all {
		if e.actor == f.holder.actor {
			r := e.ref(m)
			return &r
		}
	}
	if len(all) > 0 {
		r := all[0].ref(m)
		return &r
	}
	return m.describedSayer(&clause)
}

// onBehalfOf is whom a sayer speaks for by office: a Russian president for Russia, a party's spokesman for the party.
// A Sudanese doctor speaks for herself.
func (m *matcher) onBehalfOf(sayer *schema.ActorRef) *schema.ActorRef {
	if sayer == nil || sayer.Kind != schema.Person {
		return nil
	}
	for _, a := range m.Affiliations {
		if a.Actor != sayer.ID || !speaksFor(a.Role) {
			continue
		}
		if of, ok := m.Mentions.Actor(a.Of); ok {
			return &schema.ActorRef{ID: of.ID, Name: of.Name, Kind: of.Kind, Text: a.Span.In(m.Document.Text), Start: a.Span.Start, End: a.Span.End}
		}
	}
	return nil
}

var offices = []string{"president", "minister", "premier", "chancellor", "ambassador", "envoy", "spokesman", "spokeswoman", "spokesperson",
	"secretary", "representative", "negotiator", "delegate", "official", "king", "queen", "emir", "prince", "leader", "chair", "chairman",
	"chairwoman", "governor", "mayor", "commander", "general", "commissioner"}

func speaksFor(role string) bool {
	words := strings.Fields(strings.ToLower(role))
	for _, w := range words {
		if w == "former" || w == "ex" || w == "retired" {
			return false
		}
	}
	for _, w := range words {
		for _, o := range offices {
			if w == o {
				return true
			}
		}
	}
	return false
}

// voiceSpan is where the sayer is named: the caption's name, or the phrase beside the verb of speech.
func (m *matcher) voiceSpan(c *schema.Clause) schema.Span {
	if len(c.Voice.Sayers) > 0 {
		a := c.Voice.Sayers[0]
		if mention := m.mentionAt(c.Voice.Sentence, a.Head); mention != nil {
			return mention.Span
		}
		return a.Span
	}
	if turn, ok := m.Mentions.Speaker(m.Sentences[m.at[c.Sentence]].Turn); ok {
		return turn.Span
	}
	return c.Cue
}

// describedSayer: a sayer that is no known actor stands as described ("two people close to the talks").
func (m *matcher) describedSayer(c *schema.Clause) *schema.ActorRef {
	if len(c.Voice.Sayers) == 0 {
		return nil
	}
	a := c.Voice.Sayers[0]
	s := &m.Sentences[m.at[c.Voice.Sentence]]
	if s.Tokens[a.Head].Tag == "WP" || s.Tokens[a.Head].Tag == "WDT" || s.Tokens[a.Head].Tag == "EX" {
		return nil
	}
	text := a.Span.In(m.Document.Text)
	return &schema.ActorRef{ID: schema.ActorID(text), Name: text, Kind: schema.Group, Text: text, Start: a.Span.Start, End: a.Span.End}
}

// dropDoubles keeps, of statements of one sentence with the same holder, target and sign, the surest.
func dropDoubles(all []schema.Statement) []schema.Statement {
	type key struct {
		sentence       int
		holder, target string
		polarity       int
		typ            schema.StanceType
	}
	best := map[key]int{}
	drop := make([]bool, len(all))
	for i := range all {
		k := key{all[i].Sentence.Index, all[i].Holder.ID, all[i].Target.ID, all[i].Polarity, all[i].Type}
		j, seen := best[k]
		switch {
		case !seen:
			best[k] = i
		case all[i].Confidence > all[j].Confidence:
			drop[j] = true
			best[k] = i
		default:
			drop[i] = true
		}
	}
	kept := all[:0]
	for i := range all {
		if !drop[i] {
			kept = append(kept, all[i])
		}
	}
	return kept
}
