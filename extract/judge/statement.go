package judge

import (
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// statement writes a candidate out.
func (w *work) statement(v *verdict) schema.Statement {
	c := &w.Clauses[v.Clause]
	text := w.Document.Text
	info, _ := schema.TypeOf(v.Type)
	s := schema.Statement{
		Document: w.Document.ID, Sentence: w.Sentences[c.Sentence],
		Holder: v.Holder.Ref(text), Type: v.Type, Polarity: v.Polarity(), Negated: v.Negated, Modality: v.Modality, Phase: v.Phase,
		About: v.About, Attribution: v.Voice.Attribution, Inferred: v.Inferred,
		Cue: schema.TextRef{Text: v.Cue.In(text), Start: v.Cue.Start, End: v.Cue.End}, Rule: v.Rule,
	}
	if s.About == nil {
		s.About = []schema.AboutRef{}
	}
	s.Intensity = info.Intensity(v.Modality)
	s.Target = w.target(v)
	s.Sayer = w.sayer(v)
	s.OnBehalfOf = w.onBehalfOf(s.Sayer)
	if s.Sayer == nil && s.Attribution != schema.ByDirect {
		s.Attribution = schema.ByNarration
	}
	if w.Document.Date != "" {
		date, source := w.Document.Date, string(w.Document.DateSource)
		s.Date, s.DateSource = &date, &source
	}
	if v.origin >= 0 {
		s.From = w.statement(&w.all[v.origin]).ID
	}
	s.ID = w.id(&s)
	return s
}

func (w *work) id(s *schema.Statement) string {
	sentence, cue := schema.Span{Start: s.Sentence.Start, End: s.Sentence.End}, schema.Span{Start: s.Cue.Start, End: s.Cue.End}
	return schema.StatementID(s.Document, sentence, cue, s.Holder.ID, s.Type, s.Target.ID, s.Polarity)
}

func (w *work) target(v *verdict) schema.Target {
	p := &v.Target
	t := schema.Target{Kind: schema.ToIssue, Name: p.Name, Text: p.Span.In(w.Document.Text), Start: p.Span.Start, End: p.Span.End}
	if p.ActorID != "" {
		t.Kind, t.ID, t.ActorKind = schema.ToActor, p.ActorID, p.Kind
		return t
	}
	t.ID = schema.IssueID(p.Key)
	return t
}

// sayer is who says the statement: the holder where he is among those who say it, nil for the writer's own words, and
// the words themselves where they name no actor ("two people close to the talks").
func (w *work) sayer(v *verdict) *schema.ActorRef {
	if v.sayer != nil {
		return v.sayer
	}
	if !v.Voice.Said() {
		return nil
	}
	c := w.Clauses[v.Clause]
	c.Voice = v.Voice
	all := w.Sayers(&c)
	for i := range all {
		if all[i].ActorID == v.Holder.ActorID {
			return w.spoken(&c, all[i])
		}
	}
	if len(all) > 0 {
		return w.spoken(&c, all[0])
	}
	if len(v.Voice.Sayers) == 0 || v.Voice.Sayers[0].Class == schema.PronounWord {
		return nil
	}
	span := v.Voice.Sayers[0].Span
	text := span.In(w.Document.Text)
	return &schema.ActorRef{ID: schema.ActorID(text), Name: text, Kind: schema.Group, Text: text, Start: span.Start, End: span.End}
}

// spoken is a sayer as he is named: in the caption of the turn, or beside the verb of speech.
func (w *work) spoken(c *schema.Clause, p schema.Participant) *schema.ActorRef {
	if c.Voice.Speaker {
		if mention, ok := w.Mentions.Speaker(c.Turn); ok {
			p.Span = mention.Span
		}
	}
	ref := p.Ref(w.Document.Text)
	return &ref
}

// onBehalfOf is whom a sayer speaks for by office: a Russian president for Russia, a party's spokesman for the party.
// A Sudanese doctor speaks for herself.
func (w *work) onBehalfOf(sayer *schema.ActorRef) *schema.ActorRef {
	if sayer == nil || sayer.Kind != schema.Person {
		return nil
	}
	for _, a := range w.Affiliations {
		if a.Actor != sayer.ID || !w.speaksFor(a.Role) {
			continue
		}
		if of, ok := w.Mentions.Actor(a.Of); ok {
			return &schema.ActorRef{ID: of.ID, Name: of.Name, Kind: of.Kind, Text: a.Span.In(w.Document.Text), Start: a.Span.Start, End: a.Span.End}
		}
	}
	return nil
}

// speaksFor: the role has the word of an office and none of a former one.
func (w *work) speaksFor(role string) bool {
	office := false
	for _, word := range strings.Fields(strings.ToLower(role)) {
		if w.words.Is("former", word) {
			return false
		}
		office = office || w.words.Is("office", word)
	}
	return office
}

// contrast links the statements of clauses that the text sets against each other.
func (w *work) contrast(all []schema.Statement, clauseOf map[string]int) {
	inSentence := map[int][]int{} // statements of each sentence
	for i := range all {
		if !all[i].Inferred {
			inSentence[all[i].Sentence.Index] = append(inSentence[all[i].Sentence.Index], i)
		}
	}
	for i := range w.Clauses {
		link := w.Clauses[i].Contrast
		if link == nil {
			continue
		}
		for _, a := range inSentence[w.Clauses[i].Sentence] {
			if !w.belongs(clauseOf[all[a].ID], i) {
				continue
			}
			for _, b := range inSentence[w.Clauses[link.Clause].Sentence] {
				if all[b].Holder.ID != all[a].Holder.ID && w.belongs(clauseOf[all[b].ID], link.Clause) {
					all[a].Contrasts = append(all[a].Contrasts, schema.Contrast{Statement: all[b].ID, Cue: link.Cue})
				}
			}
		}
	}
}

// belongs: the clause is the other one or stands under it, not across a conjunction.
func (w *work) belongs(clause, top int) bool {
	for c := clause; c >= 0; c = w.Clauses[c].Parent {
		if c == top {
			return true
		}
		if w.Clauses[c].Contrast != nil || w.Clauses[c].Link == "conj" || w.Clauses[c].Link == "acl:relcl" || w.Clauses[c].Link == "parataxis" {
			return false
		}
	}
	return false
}
