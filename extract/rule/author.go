package rule

import (
	"github.com/stancegraph/stancegraph/schema"
)

// spoken are the types that words can carry: a letter may praise, no letter meets or arrests anybody.
var spoken = map[schema.StanceType]bool{
	schema.Supports: true, schema.Opposes: true, schema.Praises: true, schema.Criticizes: true, schema.Accuses: true, schema.Denies: true,
	schema.Defends: true, schema.Recognizes: true, schema.Demands: true, schema.Requests: true, schema.Rejects: true, schema.Promises: true,
	schema.Warns: true, schema.Threatens: true, schema.Wants: true,
}

// authors are the actors whose words a letter, a speech or an advertisement is: its possessor, who it is by or from, who issued it,
// the name before it ("a Tribune editorial"). A board or a management speaks for the body whose name stands before it.
func (m *matcher) authors(p phrase) []end {
	if p.head < 0 || p.clause >= 0 || m.mentionAt(p.sentence, p.head) != nil {
		return nil
	}
	s := &m.Sentences[m.at[p.sentence]]
	lemma := noun(s, p.head)
	words := m.words.Is("utterance", lemma)
	if !words {
		return nil
	}
	for k := range s.Tokens {
		if t := &s.Tokens[k]; t.Head == p.head {
			if all := m.wordsOf(p.sentence, k); len(all) > 0 {
				return all
			}
		}
	}
	if words {
		if all := m.issuers(p); len(all) > 0 {
			return all
		}
	}
	for k := range s.Tokens {
		if t := &s.Tokens[k]; t.Head == p.head && k < p.head {
			if mention := m.mentionAt(p.sentence, k); mention != nil && (mention.Form == schema.Named) {
				return m.wordsOf(p.sentence, k)
			}
		}
	}
	return nil
}

// wordsOf are the actors of the mention at a token, a little less sure than as the subject.
func (m *matcher) wordsOf(sentence, head int) []end {
	mention := m.mentionAt(sentence, head)
	if mention == nil {
		return nil
	}
	return m.ends(mention, "gap")
}

// issuers are the subjects of the verb that the words are uttered by: "issued a statement", "said in a letter".
func (m *matcher) issuers(p phrase) []end {
	for _, i := range m.inSentence[p.sentence] {
		c := &m.Clauses[i]
		if !m.words.Is("utter", c.Lemma) {
			continue
		}
		for _, a := range c.Args {
			if a.Clause >= 0 {
				continue
			}
			return m.subjects(c, "gap")
		}
	}
	return nil
}
