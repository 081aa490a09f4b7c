// Package graphtest is the contract of every store, as tests: Run them on a store to know that it keeps
// graphs as package graph means them. It also makes the extractions that they load, small ones by hand
// and large ones by numbers.
package graphtest

import (
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// Story writes the extraction of a document by hand, sentence by sentence.
type Story struct {
	schema.Extraction
}

// NewStory starts a document; date and source may be "".
func NewStory(id, source, date string, sentences ...string) *Story {
	s := &Story{}
	d := &s.Document
	d.ID, d.Source, d.Date, d.Text, d.Kind = id, source, date, strings.Join(sentences, " "), schema.Text
	d.SHA256 = schema.TextHash(d.Text)
	if date != "" {
		d.DateSource = schema.DateFromField
	}
	d.Turns = []schema.Turn{{Kind: schema.Narration, Span: schema.Span{End: len(d.Text)}}}
	start := 0
	for i, text := range sentences {
		s.Sentences = append(s.Sentences, schema.Sentence{Index: i, Span: schema.Span{Start: start, End: start + len(text)}})
		start += len(text) + 1
	}
	return s
}

// Actor lists an actor with aliases.
func (s *Story) Actor(id, name string, kind schema.Kind, aliases ...string) *Story {
	s.Actors = append(s.Actors, schema.Actor{ID: id, Name: name, Kind: kind, Aliases: aliases})
	return s
}

// Describe says that the document only describes a listed actor.
func (s *Story) Describe(id string) *Story {
	for i := range s.Actors {
		s.Actors[i].Described = s.Actors[i].Described || s.Actors[i].ID == id
	}
	return s
}

// Affiliate says that a listed actor acts for another one.
func (s *Story) Affiliate(actor, of, role string) *Story {
	s.Affiliations = append(s.Affiliations, schema.Affiliation{Actor: actor, Of: of, Role: role})
	return s
}

// Option changes a statement.
type Option func(*schema.Statement)

// State adds a statement of a listed actor towards a listed actor (by id) or an issue (by words). The cue
// is a word of the sentence.
func (s *Story) State(sentence int, holder string, typ schema.StanceType, cue, target string,
	options ...Option) *Story {
	info, _ := schema.TypeOf(typ)
	st := schema.Statement{Document: s.Document.ID, Type: typ, Polarity: info.Sign, Intensity: info.Strength,
		Modality: schema.Asserted,
		Phase:    schema.Ongoing, Attribution: schema.ByNarration, Rule: "by-hand", Confidence: 0.9}
	span := s.Sentences[sentence].Span
	text := span.In(s.Document.Text)
	st.Sentence = schema.SentenceRef{Index: sentence, Start: span.Start, End: span.End, Text: text}
	st.Holder = s.ref(sentence, holder)
	at := max(strings.Index(text, cue), 0)
	st.Cue = schema.TextRef{Text: cue, Start: span.Start + at, End: span.Start + at + len(cue)}
	if a := s.ref(sentence, target); a.Name != "" {
		st.Target = schema.Target{Kind: schema.ToActor, ID: a.ID, Name: a.Name, ActorKind: a.Kind, Text: a.Text,
			Start: a.Start, End: a.End}
	} else {
		at := max(strings.Index(text, target), 0)
		st.Target = schema.Target{Kind: schema.ToIssue, ID: schema.IssueID(target), Name: target, Text: target,
			Start: span.Start + at, End: span.Start + at + len(target)}
	}
	if s.Document.Date != "" {
		source := string(s.Document.DateSource)
		st.Date, st.DateSource = &s.Document.Date, &source
	}
	for _, o := range options {
		o(&st)
	}
	cueSpan := schema.Span{Start: st.Cue.Start, End: st.Cue.End}
	st.ID = schema.StatementID(st.Document, span, cueSpan, st.Holder.ID, st.Type, st.Target.ID, st.Polarity)
	s.Statements = append(s.Statements, st)
	return s
}

// ref is a listed actor as the sentence names it; without a name where it is not listed.
func (s *Story) ref(sentence int, id string) schema.ActorRef {
	span := s.Sentences[sentence].Span
	for _, a := range s.Actors {
		if a.ID == id {
			at := max(strings.Index(span.In(s.Document.Text), a.Name), 0)
			return schema.ActorRef{ID: id, Name: a.Name, Kind: a.Kind, Text: a.Name, Start: span.Start + at, End: span.Start +
				at + len(a.Name)}
		}
	}
	return schema.ActorRef{ID: id}
}

// By says who says it.
func (s *Story) By(sentence int, id string) Option {
	return func(st *schema.Statement) {
		ref := s.ref(sentence, id)
		st.Sayer, st.Attribution = &ref, schema.ByIndirect
	}
}

// For says for whom the sayer speaks.
func (s *Story) For(sentence int, id string) Option {
	return func(st *schema.Statement) {
		ref := s.ref(sentence, id)
		st.OnBehalfOf = &ref
	}
}

// Concerns adds an actor inside the issue.
func (s *Story) Concerns(sentence int, id string, sign int) Option {
	return func(st *schema.Statement) {
		st.About = append(st.About, schema.AboutRef{ActorRef: s.ref(sentence, id), Sign: sign})
	}
}

// Negated turns the statement round.
func Negated(st *schema.Statement) { st.Negated, st.Polarity = true, -st.Polarity }

// Implied marks it as inferred.
func Implied(st *schema.Statement) { st.Inferred = true }

// In sets the phase.
func In(p schema.Phase) Option { return func(st *schema.Statement) { st.Phase = p } }

// Mood sets the modality.
func Mood(m schema.Modality) Option { return func(st *schema.Statement) { st.Modality = m } }

// Sure sets the confidence.
func Sure(c float64) Option { return func(st *schema.Statement) { st.Confidence = c } }

// Against sets the last statement against an earlier one, by number from 0, in both directions.
func (s *Story) Against(earlier int, cue string) *Story {
	a, b := &s.Statements[earlier], &s.Statements[len(s.Statements)-1]
	a.Contrasts = append(a.Contrasts, schema.Contrast{Statement: b.ID, Cue: cue})
	b.Contrasts = append(b.Contrasts, schema.Contrast{Statement: a.ID, Cue: cue})
	return s
}
