package graph

import (
	"github.com/stancegraph/stancegraph/schema"
)

// statement adds a statement with its sentence and the actors and issue it names. Of two with one id the
// first counts.
func (b *partBuilder) statement(st schema.Statement) {
	ref := Ref{Statement, st.ID}
	if _, twice := b.nodes[ref]; twice {
		return
	}
	b.nodes[ref] = Node{Ref: ref, Props: b.statementProps(st)}
	b.edge(Holder, ref, b.actor(st.Holder.ID, st.Holder.Name, st.Holder.Kind), mention(st.Holder.Text, st.Holder.Start, st.Holder.End))
	b.edge(Target, ref, b.target(st.Target), mention(st.Target.Text, st.Target.Start, st.Target.End))
	for _, a := range st.About {
		p := mention(a.Text, a.Start, a.End)
		p["sign"] = int64(a.Sign)
		b.edge(About, ref, b.actor(a.ID, a.Name, a.Kind), p)
	}
	if s := st.Sayer; s != nil {
		b.edge(SaidBy, ref, b.actor(s.ID, s.Name, s.Kind), mention(s.Text, s.Start, s.End))
	}
	if s := st.OnBehalfOf; s != nil {
		b.edge(OnBehalfOf, ref, b.actor(s.ID, s.Name, s.Kind), mention(s.Text, s.Start, s.End))
	}
	b.edge(Evidence, ref, b.sentence(st.Sentence), Props{})
}

func (b *partBuilder) statementProps(st schema.Statement) Props {
	exact := b.stretch(st)
	p := Props{
		"polarity": int64(st.Polarity), "intensity": st.Intensity, "confidence": st.Confidence,
		"negated": st.Negated, "inferred": st.Inferred,
		"cueStart": int64(st.Cue.Start), "cueEnd": int64(st.Cue.End),
		"start": int64(exact.Start), "end": int64(exact.End),
	}
	set(p, "exact", schema.Span{Start: exact.Start - st.Sentence.Start, End: exact.End - st.Sentence.Start}.In(st.Sentence.Text))
	set(p, "type", string(st.Type))
	set(p, "modality", string(st.Modality))
	set(p, "phase", string(st.Phase))
	set(p, "attribution", string(st.Attribution))
	set(p, "cue", st.Cue.Text)
	set(p, "rule", st.Rule)
	set(p, "inferredFrom", st.From)
	if st.Date != nil {
		set(p, "date", *st.Date)
	}
	if st.DateSource != nil {
		set(p, "dateSource", *st.DateSource)
	}
	return p
}

// stretch is the shortest piece of the sentence that holds cue, holder and target, as far as these
// stand in the sentence.
func (b *partBuilder) stretch(st schema.Statement) schema.Span {
	sentence := schema.Span{Start: st.Sentence.Start, End: st.Sentence.End}
	span := schema.Span{Start: st.Cue.Start, End: st.Cue.End}
	for _, s := range []schema.Span{{Start: st.Holder.Start, End: st.Holder.End}, {Start: st.Target.Start, End: st.Target.End}} {
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
	p := Props{"index": int64(s.Index), "start": int64(s.Start), "end": int64(s.End)}
	set(p, "text", s.Text)
	b.nodes[ref] = Node{Ref: ref, Props: p}
	b.edge(InDocument, ref, b.docRef(), Props{})
	if t, ok := b.turnOf(s); ok {
		b.edge(InTurn, ref, b.turnRef(t), Props{})
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
		p := Props{}
		set(p, "cue", c.Cue)
		b.edge(ContrastsWith, from, to, p)
	}
}

func mention(text string, start, end int) Props {
	p := Props{"start": int64(start), "end": int64(end)}
	set(p, "text", text)
	return p
}
