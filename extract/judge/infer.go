package judge

import "github.com/stancegraph/stancegraph/schema"

// What no word says but follows: who wants the government to retain control is for the government; who wants action
// against the rebels is against them. Such statements are marked and less sure, and can be left out.

const (
	fromOutcome = "inferred-benefit"
	fromInside  = "inferred-inside"
)

// infer adds what follows from the candidates that are kept.
func (w *work) infer() {
	for i, n := 0, len(w.all); i < n; i++ {
		v := &w.all[i]
		if v.why != "" || v.Target.ActorID != "" || v.Modality == schema.Asked {
			continue
		}
		if v.Type == schema.Wants || v.Type == schema.Demands || v.Type == schema.Requests {
			w.inferFromOutcome(i)
		}
		w.inferFromInside(i)
	}
}

// inferFromOutcome: towards the subject of a wished clause, by what would become of it.
func (w *work) inferFromOutcome(i int) {
	v := w.all[i]
	if v.Target.Clause < 0 {
		return
	}
	c := &w.Clauses[v.Target.Clause]
	good, bad := w.words.Is("good_for", c.Lemma), w.words.Is("bad_for", c.Lemma)
	if good == bad || c.Kind != schema.VerbPred {
		return
	}
	role := schema.Subject
	if c.Passive {
		role = schema.Object
	}
	for n := range c.Args {
		a := &c.Args[n]
		if a.Role != role || a.Clause >= 0 {
			continue
		}
		for _, mention := range w.Mentions.In(a.Sentence) {
			if mention.Head != a.Head || mention.Form == schema.FirstPerson {
				continue
			}
			for _, id := range mention.Actors {
				if p, ok := w.participant(&mention, id); ok && id != v.Holder.ActorID {
					w.inferred(i, p, good != c.Negated, fromOutcome)
				}
			}
		}
	}
}

func (w *work) participant(mention *schema.Mention, id string) (schema.Participant, bool) {
	a, ok := w.Mentions.Actor(id)
	return schema.Participant{ActorID: a.ID, Name: a.Name, Kind: a.Kind, Span: mention.Span, Sentence: mention.Sentence, Head: mention.Head,
		Score: 1, Form: mention.Form, Clause: -1}, ok
}

// inferFromInside: against an actor in the issue that the words are against.
func (w *work) inferFromInside(i int) {
	v := w.all[i]
	if v.Negated || v.Type != schema.Wants && v.Type != schema.Demands && v.Type != schema.Plans {
		return // who does not want to arm somebody is not against him
	}
	for _, a := range v.About {
		if a.Sign < 0 {
			w.inferred(i, schema.Participant{ActorID: a.ID, Name: a.Name, Kind: a.Kind, Span: schema.Span{Start: a.Start, End: a.End},
				Sentence: v.Target.Sentence, Score: 1, Clause: -1, Head: -1}, false, fromInside)
		}
	}
}

func (w *work) inferred(origin int, towards schema.Participant, support bool, rule string) {
	v := w.all[origin]
	v.Rule, v.Inferred, v.Target, v.About, v.origin = rule, true, towards, nil, origin
	v.Type = schema.Opposes
	if support != v.Negated {
		v.Type = schema.Supports
	}
	v.Negated, v.Phase = false, schema.Ongoing
	w.all = append(w.all, v)
}
