package rule

import (
	"slices"
	"sort"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// What the rules ask of a clause and of the tree under it.

// noun is the lemma of a token in lower case.
func noun(s *schema.Sentence, i int) string { return strings.ToLower(s.Tokens[i].Lemma) }

// childrenOf are the tokens that hang on a head, in their order.
func childrenOf(s *schema.Sentence, head int) []int {
	var all []int
	for k := range s.Tokens {
		if s.Tokens[k].Head == head {
			all = append(all, k)
		}
	}
	return all
}

// owned: the noun has a possessor.
func owned(s *schema.Sentence, head int) bool {
	return slices.ContainsFunc(s.Tokens, func(t schema.Token) bool { return t.Head == head && t.Rel == "nmod:poss" })
}

// conjuncts are the tokens joined to h.
func conjuncts(s *schema.Sentence, h int) []int {
	return slices.DeleteFunc(childrenOf(s, h), func(k int) bool { return s.Tokens[k].Rel != "conj" })
}

// predicative: the noun is said of its subject: "is a friend".
func predicative(s *schema.Sentence, head int) bool {
	return slices.ContainsFunc(s.Tokens, func(t schema.Token) bool { return t.Head == head && t.Rel == "cop" })
}

// tokensIn gives the first and last token of a span; first > last where it has none.
func tokensIn(s *schema.Sentence, span schema.Span) (first, last int) {
	first = sort.Search(len(s.Tokens), func(i int) bool { return s.Tokens[i].Span.Start >= span.Start })
	last = sort.Search(len(s.Tokens), func(i int) bool { return s.Tokens[i].Span.End > span.End }) - 1
	return first, last
}

// hasObject: the clause has an object, a phrase or a clause.
func hasObject(c *schema.Clause) bool {
	return slices.ContainsFunc(c.Args, func(a schema.Arg) bool { return a.Role == schema.Object })
}

// underPrep: a phrase of the clause stands under the preposition.
func underPrep(c *schema.Clause, prep string) bool {
	return slices.ContainsFunc(c.Args, func(a schema.Arg) bool { return a.Role == schema.Oblique && a.Prep == prep })
}

// hasComplement: the clause has a clause that says what is thought or said.
func hasComplement(c *schema.Clause) bool {
	return slices.ContainsFunc(c.Args, func(a schema.Arg) bool { return a.Role == schema.Complement && a.Clause >= 0 })
}
