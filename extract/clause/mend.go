package clause

import (
	"github.com/stancegraph/stancegraph/extract/syntax"
)

// The parser is small and greedy, and errs in a few ways again and again. Where a pattern over words is surer than the
// tree, these functions put the tree right. Each says whether it changed anything.

// mends are tried in this order, each on the tree that the one before left.
func (b *builder) mends() []func() bool {
	return []func() bool{
		b.mendUnderAuxiliary,
		b.mendFiniteParticiple,
		b.mendPossessor,
		b.mendHaving,
		b.mendSince,
		b.mendOuterConjunct,
		b.mendTellingOn,
		b.mendPastComplement,
		b.mendSplitTitle,
		b.mendAccording,
		b.mendLateAccording,
		b.mendAskedBehind,
		b.mendBehindSpeaker,
		b.mendWhatCalled,
		b.mendSaidOf,
		b.mendReportedThat,
		b.mendThatCircumstance,
		b.mendSubjunctive,
		b.mendRepeated,
		b.mendStrayObject,
		b.mendLoyal,
		b.mendVerbAsNoun,
		b.mendSlashVerb,
		b.mendNoVerb,
		b.mendDeedActs,
		b.mendResumed,
		b.mendFacedDeed,
		b.mendFrontedTime,
		b.mendOfClause,
		b.mendIncluding,
		b.mendNameAside,
		b.mendUpTo,
		b.mendTimeAsSubject,
		b.mendAgentless,
		b.mendAndSubject,
		b.mendButNot,
		b.mendTwoSubjects,
		b.mendAfterConjunction,
		b.mendAfterObject,
		b.mendProtested,
		b.mendJoinedSubject,
		b.mendObjectAsSubject,
		b.mendPlaces,
		b.mendHostage,
		b.mendNothingToDo,
		b.mendAttributive,
		b.mendWhile,
		b.mendDespite,
		b.mendLike,
		b.mendBest,
		b.mendWithPeople,
		b.mendTime,
		b.mendConjunct,
		b.mendJoinedCompound,
		b.mendPossessedConjunct,
		b.mendSideBySide,
		b.mendTitledName,
		b.mendVerbList,
		b.mendGerundList,
		b.mendGerundBehind,
		b.mendPlaceBehind,
		b.mendLists,
		b.mendNounLists,
		b.mendClefts,
		b.mendWhere,
		b.mendToWhom,
		b.mendInWhich,
		b.mendBecause,
		b.mendGap,
		b.mendWanted,
		b.mendForTo,
		b.mendFrames,
		b.mendAsideGerund,
		b.mendTitleCase,
		b.mendImplicative,
		b.mendPermission,
		b.mendTopic,
		b.mendThatNoun,
		b.mendNewsThat,
		b.mendObjectBehindPhrase,
		b.mendTwoPrepositions,
		b.mendTie,
		b.mendDealt,
		b.mendHelped,
		b.mendThatAdjective,
		b.mendAgainst,
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
