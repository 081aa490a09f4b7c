package clause

import (
	"github.com/stancegraph/stancegraph/extract/syntax"
)

// The parser is small and greedy, and errs in a few ways again and again. Where a pattern over words is surer than the
// tree, these functions put the tree right. Each says whether it changed anything.

// mends are tried in this order, each on the tree that the one before left.
func (b *builder) mends() []func() bool {
	return []func() bool{
		b.mendSplitTitle,
		b.mendReportedThat,
		b.mendNoVerb,
		b.mendTwoSubjects,
		b.mendAfterConjunction,
		b.mendObjectAsSubject,
		b.mendPlaces,
		b.mendJoinedCompound,
		b.mendFrames,
		b.mendTitleCase,
	}
}

// retag gives a token another part of speech, and the base form that goes with it.
func (b *builder) retag(i int, tag string) {
	b.tok[i].Tag = tag
	b.tok[i].Lemma = syntax.Lemma(b.tok[i].Text, tag)
}

// hang puts a token under another.
func (b *builder) hang(i, head int, rel string) { b.tok[i].Head, b.tok[i].Rel = head, rel }

// replace puts token v where old hangs; old is to be hung anew.
func (b *builder) replace(old, v int) {
	if b.head(old) < 0 {
		b.uproot(v)
		return
	}
	b.hang(v, b.head(old), b.rel(old))
}

// uproot makes a token the root; what was the root hangs on it.
func (b *builder) uproot(i int) {
	b.tok[i].Head, b.tok[i].Rel = -1, "root"
}
