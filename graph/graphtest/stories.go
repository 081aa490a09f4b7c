package graphtest

import "github.com/stancegraph/stancegraph/schema"

// Stories are three documents that overlap in actors, issues and stances, and a later version of the first.
type Stories struct {
	Border, Summit, Markets, BorderLater schema.Extraction
}

// All lists the first versions.
func (s Stories) All() []schema.Extraction {
	return []schema.Extraction{s.Border, s.Summit, s.Markets}
}

// NewStories writes them.
func NewStories() Stories {
	return Stories{Border: border(false), Summit: summit(), Markets: markets(), BorderLater: border(true)}
}

// border is the story of two neighbours and a canal. Its later version lacks the last sentence, is surer of
// the first and hears another speaker in the third.
func border(later bool) schema.Extraction {
	s := NewStory("border", "The Lantern", "2031-03-05",
		"Norland wants a toll on the canal, but Sudmark rejects a toll on the canal.",
		"Norland has until now supported the Canal Guild.",
		"Mira Holm said Sudmark opposes the Canal Guild.",
		"Sudmark does not support Norland.",
		"Norland will support Sudmark.").
		Actor("Q9001", "Norland", schema.Country, "the northern kingdom").
		Actor("Q9002", "Sudmark", schema.Country).
		Actor("actor:canal-guild", "Canal Guild", schema.Organization, "the guild").
		Actor("actor:mira-holm", "Mira Holm", schema.Person).
		Actor("actor:jon-berg", "Jon Berg", schema.Person).
		Affiliate("actor:mira-holm", "Q9001", "foreign minister")
	sayer, first := "actor:mira-holm", 0.8
	if later {
		sayer, first = "actor:jon-berg", 0.95
	}
	s.State(0, "Q9001", schema.Wants, "wants", "a toll on the canal", s.Concerns(0, "Q9002", -1), Sure(first)).
		State(0, "Q9002", schema.Rejects, "rejects", "a toll on the canal").Against(0, "but").
		State(1, "Q9001", schema.Supports, "supported", "actor:canal-guild", In(schema.Ended)).
		State(2, "Q9002", schema.Opposes, "opposes", "actor:canal-guild", s.By(2, sayer), s.For(2, "Q9001")).
		State(3, "Q9002", schema.Supports, "support", "Q9001", Negated)
	if !later {
		s.State(4, "Q9001", schema.Supports, "support", "Q9002", In(schema.Planned))
	}
	return s.Extraction
}

func summit() schema.Extraction {
	s := NewStory("summit", "Harbour Post", "2031-04-01",
		"Norland supports the Canal Guild.",
		"Sudmark opposes the Canal Guild and may attack Norland.",
		"Norland will support Sudmark, Mira Holm said, and wants a toll on the canal.").
		Actor("Q9001", "Norland", schema.Country, "the kingdom", "the northern kingdom").
		Actor("Q9002", "Sudmark", schema.Country, "the republic").
		Actor("actor:canal-guild", "Canal Guild", schema.Organization).
		Actor("actor:mira-holm", "Mira Holm", schema.Person, "Holm").
		Affiliate("actor:mira-holm", "Q9001", "foreign minister").
		Affiliate("actor:mira-holm", "actor:canal-guild", "patron")
	s.Actors[2].Members = []string{"Q9001"}
	s.State(0, "Q9001", schema.Supports, "supports", "actor:canal-guild").
		State(1, "Q9002", schema.Opposes, "opposes", "actor:canal-guild", Sure(0.7)).
		State(1, "Q9002", schema.Attacks, "attack", "Q9001", Mood(schema.Possible)).
		State(2, "Q9001", schema.Supports, "support", "Q9002", In(schema.Planned), s.By(2, "actor:mira-holm")).
		State(2, "Q9001", schema.Wants, "wants", "a toll on the canal", s.By(2, "Q9001")).
		State(2, "Q9001", schema.Trusts, "support", "Q9002", Implied, Sure(0.6)).
		State(2, "Q9001", schema.Praises, "support", "Q9002", Implied, s.By(2, "actor:mira-holm"), Sure(0.6)).
		State(2, "Q9001", schema.Aids, "support", "Q9002", Sure(0.3))
	return s.Extraction
}

// markets has neither date nor source, and one actor by another name.
func markets() schema.Extraction {
	s := NewStory("markets", "", "",
		"Traders fear a toll on the canal.",
		"Norland backs the Canal Guild.").
		Actor("actor:traders", "Traders", schema.Group).
		Actor("Q9001", "Kingdom of Norland", schema.Country).
		Actor("actor:canal-guild", "Canal Guild", schema.Organization)
	s.State(0, "actor:traders", schema.Fears, "fear", "a toll on the canal").
		State(1, "Q9001", schema.Supports, "backs", "actor:canal-guild")
	return s.Extraction
}

// Hostile is a document whose every name and text tries to break out of a query.
func Hostile() schema.Extraction {
	long := make([]byte, 100_000)
	for i := range long {
		long[i] = "lengthy "[i%8]
	}
	names := []string{
		`O'Brien "the \ slash"`, "`) DETACH DELETE (n) //", "'}) MATCH (x) DETACH DELETE x //",
		"\"; DROP TABLE statement; --",
		"$actor {id: 1} \\u0027", "<script>alert(1)</script>", "\u202Eright to left\u202C שלום مرحبا",
		"tab\there\nline\rend\x00nul\x07bell",
		"😀 emoji Ⱥ İ ß", "%s %d %!", string(long), "broken \xff\xfe bytes", "{{.}} ${x} #{y}", "  spaces  ",
		"}) RETURN 1 UNION MATCH (n) SET n.evil = true //", "' OR '1'='1'; DELETE FROM actor; --",
		"\u2066\u061Cmarks\u200F\u2069 \u0085\u2028",
	}
	var sentences []string
	for _, n := range names {
		sentences = append(sentences, n+" wants "+n+".")
	}
	s := NewStory("hostile '\"`$ \u202E doc", "Source ` ' \" ) //", "2031-01-01", sentences...)
	s.Document.Title = names[3]
	for i, n := range names {
		id := schema.ActorID(n)
		s.Actor(id, n, schema.Group, "alias of "+n).Affiliate(id, schema.ActorID(names[0]), n)
		s.State(i, id, schema.Wants, "wants", n+".", s.Concerns(i, id, 1)).
			State(i, id, schema.Supports, "wants", id, s.By(i, id))
	}
	return s.Extraction
}
