package graph

import (
	"github.com/stancegraph/stancegraph/schema"
)

// statement adds a statement with its sentence and the actors and issue it names. It replaces none of its id.
func (b *partBuilder) statement(st schema.Statement) {
	ref := Ref{Statement, st.ID}
	if _, twice := b.nodes[ref]; twice {
		return
	}
	b.node(ref, statementProps(st))
	h, t := st.Holder, st.Target
	b.edge(Holder, ref, b.actor(h.ID, h.Name, h.Kind), mention(h.Text, h.Start, h.End))
	b.edge(Target, ref, b.target(t), mention(t.Text, t.Start, t.End))
	for _, a := range st.About {
		b.edge(About, ref, b.actor(a.ID, a.Name, a.Kind),
			&AboutProps{Sign: a.Sign, MentionProps: *mention(a.Text, a.Start, a.End)})
	}
	if s := st.Sayer; s != nil {
		b.edge(SaidBy, ref, b.actor(s.ID, s.Name, s.Kind), mention(s.Text, s.Start, s.End))
	}
	if s := st.OnBehalfOf; s != nil {
		b.edge(OnBehalfOf, ref, b.actor(s.ID, s.Name, s.Kind), mention(s.Text, s.Start, s.End))
	}
	b.edge(Evidence, ref, b.sentence(st.Sentence), &NoProps{})
}

func statementProps(st schema.Statement) *StatementProps {
	exact := stretch(st)
	inSentence := schema.Span{Start: exact.Start - st.Sentence.Start, End: exact.End - st.Sentence.Start}
	p := &StatementProps{Type: st.Type, Polarity: st.Polarity, Intensity: st.Intensity, Negated: st.Negated,
		Modality: st.Modality, Phase: st.Phase, Attribution: st.Attribution,
		Cue: st.Cue.Text, CueStart: st.Cue.Start, CueEnd: st.Cue.End,
		Rule: st.Rule, Confidence: st.Confidence, Inferred: st.Inferred, InferredFrom: st.From,
		Exact: inSentence.In(st.Sentence.Text), Start: exact.Start, End: exact.End}
	if st.Date != nil {
		p.Date = *st.Date
	}
	if st.DateSource != nil {
		p.DateSource = *st.DateSource
	}
	return p
}

// stretch is the shortest piece of the sentence that holds cue, holder and target, as far as these
// stand in the sentence.
func stretch(st schema.Statement) schema.Span {
	sentence := schema.Span{Start: st.Sentence.Start, End: st.Sentence.End}
	span := schema.Span{Start: st.Cue.Start, End: st.Cue.End}
	for _, s := range []schema.Span{{Start: st.Holder.Start, End: st.Holder.End},
		{Start: st.Target.Start, End: st.Target.End}} {
		if !s.Empty() && sentence.Contains(s) {
			span = schema.Span{Start: min(span.Start, s.Start), End: max(span.End, s.End)}
		}
	}
	return span
}

func (b *partBuilder) target(t schema.Target) Ref {
	if t.Kind == schema.ToActor {
		return b.actor(t.ID, t.Name, t.ActorKind)
	}
	b.asserts.node(Assert{Issue: t.ID, Name: valid(t.Name)})
	return Ref{Issue, t.ID}
}

func (b *partBuilder) sentence(s schema.SentenceRef) Ref {
	ref := b.sentenceRef(s)
	if _, known := b.nodes[ref]; known {
		return ref
	}
	b.node(ref, &SentenceProps{Index: s.Index, Start: s.Start, End: s.End, Text: s.Text})
	b.edge(InDocument, ref, b.docRef(), &NoProps{})
	if t, ok := b.turnOf(s); ok {
		b.edge(InTurn, ref, b.turnRef(t), &NoProps{})
	}
	return ref
}

// turnOf finds the turn in which a sentence stands.
func (b *partBuilder) turnOf(s schema.SentenceRef) (schema.Turn, bool) {
	for _, t := range b.ex.Document.Turns {
		if t.Span.Start <= s.Start && s.Start < t.Span.End {
			return t, true
		}
	}
	return schema.Turn{}, false
}

// contrasts links a statement to those it is set against, each two once: from the one that is listed first.
func (b *partBuilder) contrasts(st schema.Statement) {
	from := Ref{Statement, st.ID}
	for _, c := range st.Contrasts {
		to := Ref{Statement, c.Statement}
		_, known := b.nodes[to]
		_, back := b.edges[EdgeKey{Type: ContrastsWith, From: to, To: from}]
		if !known || back || to == from {
			continue
		}
		b.edge(ContrastsWith, from, to, validProps(&ContrastProps{Cue: c.Cue}))
	}
}

func mention(text string, start, end int) *MentionProps {
	return validProps(&MentionProps{Text: text, Start: start, End: end})
}
