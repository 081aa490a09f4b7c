package graph

import (
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// readings reads all statements back out of their nodes and edges, sorted by id.
func (b *partBuilder) readings() []schema.Statement {
	from := map[Ref][]Edge{}
	for k, e := range b.edges {
		if k.From.Label == Statement {
			from[k.From] = append(from[k.From], e)
		}
	}
	var list []schema.Statement
	for ref := range b.nodes {
		if ref.Label == Statement {
			list = append(list, b.statementOf(ref, from[ref]))
		}
	}
	slices.SortFunc(list, func(x, y schema.Statement) int { return strings.Compare(x.ID, y.ID) })
	return list
}

// statementOf reads a statement back out of its node and the edges that start there.
func (b *partBuilder) statementOf(ref Ref, edges []Edge) schema.Statement {
	st := schema.Statement{ID: ref.ID, Document: b.ex.Document.ID}
	if p, ok := b.nodes[ref].Props.(*StatementProps); ok {
		st.Type, st.Polarity, st.Intensity, st.Negated = p.Type, p.Polarity, p.Intensity, p.Negated
		st.Modality, st.Phase, st.Attribution = p.Modality, p.Phase, p.Attribution
		st.Cue = schema.TextRef{Text: p.Cue, Start: p.CueStart, End: p.CueEnd}
		st.Inferred, st.From, st.Rule, st.Confidence = p.Inferred, p.InferredFrom, p.Rule, p.Confidence
		st.Date, st.DateSource = pointer(p.Date), pointer(p.DateSource)
	}
	for _, e := range edges {
		switch e.Type {
		case Holder:
			st.Holder = b.actorRef(e)
		case Target:
			st.Target = b.targetOf(e)
		case About:
			a := schema.AboutRef{ActorRef: b.actorRef(e)}
			if p, ok := e.Props.(*AboutProps); ok {
				a.Sign = p.Sign
			}
			st.About = append(st.About, a)
		case SaidBy:
			a := b.actorRef(e)
			st.Sayer = &a
		case OnBehalfOf:
			a := b.actorRef(e)
			st.OnBehalfOf = &a
		case Evidence:
			if s, ok := b.nodes[e.To].Props.(*SentenceProps); ok {
				st.Sentence = schema.SentenceRef{Index: s.Index, Start: s.Start, End: s.End, Text: s.Text}
			}
		}
	}
	slices.SortFunc(st.About, func(x, y schema.AboutRef) int { return strings.Compare(x.ID, y.ID) })
	return st
}

// statementAt copies the properties of a statement's node; they are zero where there is none.
func (b *partBuilder) statementAt(ref Ref) StatementProps {
	if p, ok := b.nodes[ref].Props.(*StatementProps); ok {
		return *p
	}
	return StatementProps{}
}

// pointer is nil for an empty text.
func pointer(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func (b *partBuilder) actorRef(e Edge) schema.ActorRef {
	a := b.asserts.nodes[e.To]
	ref := schema.ActorRef{ID: e.To.ID, Name: a.Name, Kind: schema.Kind(a.Kind)}
	switch p := e.Props.(type) {
	case *MentionProps:
		ref.Text, ref.Start, ref.End = p.Text, p.Start, p.End
	case *AboutProps:
		ref.Text, ref.Start, ref.End = p.Text, p.Start, p.End
	}
	return ref
}

func (b *partBuilder) targetOf(e Edge) schema.Target {
	a := b.actorRef(e)
	t := schema.Target{Kind: schema.ToIssue, ID: a.ID, Name: a.Name, Text: a.Text, Start: a.Start, End: a.End}
	if e.To.Label == Actor {
		t.Kind, t.ActorKind = schema.ToActor, a.Kind
	}
	return t
}

func placesOf(st schema.Statement) Places {
	return Places{
		Sentence: schema.Span{Start: st.Sentence.Start, End: st.Sentence.End},
		Cue:      schema.Span{Start: st.Cue.Start, End: st.Cue.End},
		Holder:   schema.Span{Start: st.Holder.Start, End: st.Holder.End},
		Target:   schema.Span{Start: st.Target.Start, End: st.Target.End},
		Inferred: st.Inferred,
	}
}

// readingOf is what a statement says. Actors are named without their document, as extractions name them.
func readingOf(st schema.Statement) Reading {
	holder, target := ends(st)
	return Reading{Holder: holder, Type: st.Type, Negated: st.Negated, Target: string(st.Target.Kind) + " " + target}
}

// ends are the ids of holder and target without their document.
func ends(st schema.Statement) (holder, target string) {
	holder, _ = schema.UnscopedID(st.Holder.ID)
	target, _ = schema.UnscopedID(st.Target.ID)
	return holder, target
}

func (p Places) shifted(by int) Places {
	for _, s := range []*schema.Span{&p.Sentence, &p.Cue, &p.Holder, &p.Target} {
		*s = schema.Span{Start: s.Start + by, End: s.End + by}
	}
	return p
}

// shiftStatement moves a statement with its sentence. Its id moves too, for places are part of it.
func shiftStatement(st schema.Statement, at place) schema.Statement {
	st.Sentence.Index = at.Index
	by := at.Shift
	if by == 0 {
		return st
	}
	move := func(start, end *int) { *start, *end = *start+by, *end+by }
	move(&st.Sentence.Start, &st.Sentence.End)
	move(&st.Cue.Start, &st.Cue.End)
	move(&st.Holder.Start, &st.Holder.End)
	move(&st.Target.Start, &st.Target.End)
	st.About = slices.Clone(st.About)
	for i := range st.About {
		move(&st.About[i].Start, &st.About[i].End)
	}
	for _, a := range []**schema.ActorRef{&st.Sayer, &st.OnBehalfOf} {
		if *a != nil {
			moved := **a
			move(&moved.Start, &moved.End)
			*a = &moved
		}
	}
	st.ID = idOf(st)
	return st
}

// idOf is the id of a statement made of its parts.
func idOf(st schema.Statement) string {
	p := placesOf(st)
	holder, target := ends(st)
	return schema.StatementID(st.Document, p.Sentence, p.Cue, holder, st.Type, target, st.Polarity)
}

// signlessID is the id that the statement had before its sign was a part of it.
func signlessID(st schema.Statement) string {
	p := placesOf(st)
	holder, target := ends(st)
	return schema.SignlessStatementID(st.Document, p.Sentence, p.Cue, holder, st.Type, target)
}
