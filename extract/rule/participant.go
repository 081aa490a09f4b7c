package rule

import (
	"slices"

	"github.com/stancegraph/stancegraph/schema"
)

// Who the phrases of a clause mean.

// mentionAt is the mention at the head of a phrase, nil without.
func (in *Input) mentionAt(p *schema.Phrase) *schema.Mention {
	if p.Head < 0 {
		return nil
	}
	return in.Mentions.At(p.Sentence, p.Head)
}

// named: the phrase is a name.
func (m *matcher) named(p *schema.Phrase) bool {
	mention := m.mentionAt(p)
	return mention != nil && mention.Form == schema.Named
}

// actorsOf resolves a filler to the actors it means. First persons and the place "sayer" are whoever says the clause.
func (m *matcher) actorsOf(c *schema.Clause, f filler) []schema.Participant {
	if f.sayer {
		return m.sayers(c, f.Span, f.Head)
	}
	mention := m.meant(&f.Phrase)
	switch {
	case mention == nil:
		return nil
	case mention.Form == schema.FirstPerson:
		return m.sayers(c, mention.Span, mention.Head)
	}
	return m.participants(mention, f.from)
}

// meant is the mention that a phrase means: that of its head, or the name that stands in apposition to a description
// ("the chairman, Karl Odum") or after a body or place that tells whose the office is ("San Jose Mayor Sam Lund").
func (in *Input) meant(p *schema.Phrase) *schema.Mention {
	mention := in.mentionAt(p)
	if p.Clause >= 0 || mention != nil && mention.Form != schema.Nominal {
		return mention
	}
	for _, x := range p.Modifiers {
		if x.Kind != schema.Apposed {
			continue
		}
		named := in.Mentions.At(p.Sentence, x.Head)
		if named == nil || named.Form != schema.Named || len(named.Actors) != 1 {
			continue
		}
		if a, ok := in.Mentions.Actor(named.Actors[0]); ok && (a.Kind == schema.Person || x.Head == p.Head+1) {
			return named
		}
	}
	return mention
}

// participants are the actors of a mention. One that was found less directly is less sure.
func (in *Input) participants(mention *schema.Mention, from schema.Provenance) []schema.Participant {
	score := mention.Score
	switch from {
	case schema.Shared, schema.Controlled, schema.FromAdjunct, schema.FromRelative:
		score *= 0.95
	case schema.Gapped, schema.FromLight, schema.FromInverse:
		score *= 0.9
	}
	var all []schema.Participant
	for _, id := range mention.Actors {
		if a, ok := in.Mentions.Actor(id); ok {
			all = append(all, schema.Participant{ActorID: a.ID, Name: a.Name, Kind: a.Kind, Span: mention.Span, Sentence: mention.Sentence,
				Head: mention.Head, Score: score, Form: mention.Form, Clause: -1})
		}
	}
	return all
}

// sayers are the actors who say the clause; span and head are those of the word that stands for them there ("we").
func (m *matcher) sayers(c *schema.Clause, span schema.Span, head int) []schema.Participant {
	all := m.Sayers(c)
	for i := range all {
		all[i].Sayer = true
		if span != c.Cue { // a word of the clause stands for the sayer
			all[i].Span, all[i].Sentence, all[i].Head = span, c.Sentence, head
		}
	}
	return all
}

// Sayers are the actors who say a clause, where they are named. Those who say "I think that …" in a quotation are those whom
// it quotes.
func (in *Input) Sayers(c *schema.Clause) []schema.Participant {
	var all []schema.Participant
	if c.Voice.Speaker {
		if mention, ok := in.Mentions.Speaker(c.Turn); ok {
			all = in.participants(&mention, schema.Overt)
		}
	}
	for i := range c.Voice.Sayers {
		mention := in.meant(&c.Voice.Sayers[i])
		switch {
		case mention == nil:
		case mention.Form == schema.FirstPerson && len(mention.Actors) == 0 && c.Parent >= 0:
			all = append(all, in.Sayers(&in.Clauses[c.Parent])...)
		default:
			all = append(all, in.participants(mention, schema.Overt)...)
		}
	}
	return all
}

// holders resolves the holder's fillers; only actors can hold a stance. A noun that names nobody may stand for an actor:
// an event for its agent, words for their author.
func (m *matcher) holders(c *schema.Clause, fillers []filler, r reading) []schema.Participant {
	var all []schema.Participant
	for _, f := range fillers {
		found := m.actorsOf(c, f)
		if len(found) == 0 && force[r.word.Type] {
			found = m.agents(&f.Phrase)
		}
		if len(found) == 0 && spoken[r.word.Type] {
			found = m.authors(&f.Phrase)
		}
		all = append(all, slices.DeleteFunc(found, func(p schema.Participant) bool { return !fits(p, r.word.Holder) })...)
	}
	return all
}

// fits: the actor is of the kind that a word asks of its holder: a person, or a body (all others).
func fits(p schema.Participant, mark string) bool {
	return mark == "" || (p.Kind == schema.Person) == (mark == "person")
}

// targets resolves the target's fillers: actors where they are mentions, else issues by their words. why is said where
// there is none.
func (m *matcher) targets(c *schema.Clause, fillers []filler, r reading, e *plannedEmit,
	typ schema.StanceType) (all []schema.Participant, why string) {
	must := r.word.Target
	if e.TargetMust != "" {
		must = e.TargetMust
	}
	var actors []schema.Participant
	var issues []filler
	for _, f := range fillers {
		var found []schema.Participant
		if f.Clause < 0 || !m.Clauses[f.Clause].Copular { // "called on Peru to be a friend" wants no friend
			found = m.actorsOf(c, f)
		}
		if len(found) == 0 {
			found = m.owners(&f.Phrase, typ)
		}
		switch {
		case len(found) > 0:
			actors = append(actors, found...)
		case f.Issue.Name != "":
			issues = append(issues, f)
		}
	}
	switch must {
	case "actor":
		all = actors
		why = "the target is no actor"
	case "issue":
		all = m.issues(issues)
		why = "the target is no issue"
	default:
		all = append(actors, m.issues(issues)...)
		why = "the target names nobody and nothing"
	}
	return all, why
}

// issues makes issues of fillers. Conjoined ones are one ("soybeans and pork") unless each is a phrase of its own
// ("an apology and the return of the boats").
func (m *matcher) issues(all []filler) []schema.Participant {
	var out []schema.Participant
	for i := range all {
		f := &all[i]
		if n := len(out); n > 0 && !f.Issue.Own && f.Sentence == out[n-1].Sentence && f.Issue.Span.Start > out[n-1].Span.End {
			last := &out[n-1]
			between := schema.Span{Start: last.Span.End, End: f.Issue.Span.End}.In(m.Text)
			last.Span.End = f.Issue.Span.End
			last.Name += between
			last.Key += " and " + f.Issue.Key
			continue
		}
		phrase := f.Phrase
		out = append(out, schema.Participant{Name: f.Issue.Name, Key: f.Issue.Key, Span: f.Issue.Span, Sentence: f.Sentence, Head: f.Head,
			Clause: f.Clause, Score: 1, Phrase: &phrase})
	}
	return out
}

// owners: the role or leadership of X is X as a target, and a measure against goods of X is one against X ("a tariff on
// Chinese steel").
func (m *matcher) owners(p *schema.Phrase, typ schema.StanceType) []schema.Participant {
	if p.Clause >= 0 {
		return nil
	}
	standing := m.words.Is("stands_for_owner", p.Lemma)
	var all []schema.Participant
	for _, x := range p.Modifiers {
		mention := m.Mentions.At(p.Sentence, x.Head)
		if mention == nil || mention.Form == schema.FirstPerson {
			continue
		}
		owner := x.Kind == schema.Possessive || x.Kind == schema.PrepPhrase && x.Prep == "of"
		if standing && owner || typ == schema.Sanctions && x.Kind == schema.Attributive && mention.Form == schema.Demonym {
			all = append(all, m.participants(mention, schema.Overt)...)
		}
	}
	return all
}
