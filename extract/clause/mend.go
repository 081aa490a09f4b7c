package clause

import (
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/extract/syntax"
	"github.com/stancegraph/stancegraph/schema"
)

// The parser is small and greedy, and errs in a few ways again and again. Where a pattern over words is surer than the
// tree, these functions put the tree right. Each says whether it changed anything.

// mendLateAccording: "…, according to two officials" at the end hangs on the clause before it, not on its last noun.
func (b *builder) mendLateAccording() bool {
	for i := 2; i+2 < len(b.tok); i++ {
		if b.lower(i) != "according" || b.lower(i+1) != "to" {
			continue
		}
		n := b.nounPhraseAt(i + 2)
		root := -1
		for k := range b.tok[:i] {
			if b.head(k) < 0 {
				root = k
			}
		}
		if n < 0 || root < 0 || b.head(n) == root && b.rel(n) == "obl" {
			return false
		}
		b.hang(n, root, "obl")
		b.hang(i, n, "case")
		b.hang(i+1, i, "fixed")
		return true
	}
	return false
}

// mends are tried in this order, each on the tree that the one before left.
func (b *builder) mends() []func() bool {
	return []func() bool{
		b.mendUnderAuxiliary,
		b.mendFiniteParticiple,
		b.mendAccording,
		b.mendLateAccording,
		b.mendReportedThat,
		b.mendRepeated,
		b.mendStrayObject,
		b.mendLoyal,
		b.mendVerbAsNoun,
		b.mendSlashVerb,
		b.mendNoVerb,
		b.mendTimeAsSubject,
		b.mendAgentless,
		b.mendTwoSubjects,
		b.mendAfterConjunction,
		b.mendJoinedSubject,
		b.mendObjectAsSubject,
		b.mendPlaces,
		b.mendTime,
		b.mendConjunct,
		b.mendJoinedCompound,
		b.mendSideBySide,
		b.mendTitledName,
		b.mendVerbList,
		b.mendGerundList,
		b.mendLists,
		b.mendNounLists,
		b.mendClefts,
		b.mendWhere,
		b.mendGap,
		b.mendFrames,
		b.mendThatNoun,
		b.mendAgainst,
	}
}

// mendAccording: "According to the bureau, Armenia …": the phrase before the comma is an oblique of the clause behind it.
func (b *builder) mendAccording() bool {
	if len(b.tok) < 5 || b.lower(0) != "according" || b.lower(1) != "to" {
		return false
	}
	comma := -1
	for i := 2; i < len(b.tok) && i < 40 && comma < 0; i++ {
		if b.tok[i].Text == "," {
			comma = i
		}
	}
	if comma < 0 {
		return false
	}
	noun := -1
	for i := 2; i < comma; i++ {
		if h := b.head(i); b.isNominal(i) && (h < 0 || h > comma || h < 2) {
			noun = i
			break
		}
	}
	verb := b.verbAfter(comma)
	for v := verb; v >= 0; v = b.verbAfter(v) { // the one with a subject of its own, not a relative clause's
		if k := b.kid(v, "nsubj", "nsubj:pass"); k > comma && !b.relativiser(k) {
			verb = v
			break
		}
	}
	if noun < 0 || verb < 0 || b.head(noun) == verb && b.base(noun) == "obl" {
		return false
	}
	b.uproot(verb)
	b.hang(noun, verb, "obl")
	b.hang(0, noun, "case")
	b.hang(1, 0, "fixed")
	return true
}

// mendVerbAsNoun: "The brewery plans to sue": a noun with a subject and no copula is a verb.
func (b *builder) mendVerbAsNoun() bool {
	for i := 1; i < len(b.tok); i++ {
		if b.tag(i) != "NNS" && b.tag(i) != "NN" || b.kid(i, "nsubj", "nsubj:pass") < 0 || b.kid(i, "cop", "det", "nmod:poss", "case", "amod") >= 0 {
			continue
		}
		if k := b.kid(i, "nsubj"); k < 0 || k > i || b.rel(i) != "root" && b.rel(i) != "conj" && b.rel(i) != "ccomp" {
			continue
		}
		tag := "VBP"
		if strings.HasSuffix(b.lower(i), "s") {
			tag = "VBZ"
		}
		b.retag(i, tag)
		return true
	}
	return false
}

// mendSlashVerb: "Russia/Iran support the corridor": names joined by a slash in front of a noun with an object are its subjects.
func (b *builder) mendSlashVerb() bool {
	for i := 3; i+1 < len(b.tok); i++ {
		if b.tag(i) != "NN" && b.tag(i) != "NNS" || b.tok[i-2].Text != "/" || !strings.HasPrefix(b.tag(i-1), "NNP") || b.kid(i, "obj") < 0 {
			continue
		}
		b.retag(i, "VBP")
		for k := 0; k < i; k++ {
			if b.head(k) == i && strings.HasPrefix(b.tag(k), "NNP") {
				b.tok[k].Rel = "nsubj"
			}
		}
		return true
	}
	return false
}

// mendNoVerb: "The league stood by its captain", read as a noun with a participle: a sentence that ends in a full stop and
// has no finite verb has one here.
func (b *builder) mendNoVerb() bool {
	last := len(b.tok) - 1
	if last < 2 || b.tok[last].Text != "." {
		return false
	}
	noun := -1
	for i := range b.tok {
		switch b.tag(i) {
		case "VBZ", "VBP", "MD":
			return false
		case "VBD":
			if !b.is(i, "acl", "amod", "advcl") {
				return false
			}
		}
		if b.head(i) < 0 && b.isNoun(i) {
			noun = i
		}
	}
	if noun < 0 {
		return false
	}
	v := -1
	for i := noun + 1; i <= last && v < 0; i++ {
		if (b.tag(i) == "VBN" || b.tag(i) == "VBD") && b.rel(i) == "acl" && b.head(i) >= noun {
			v = i
		}
	}
	if v < 0 || b.tag(v) != "VBN" && b.tag(v) != "VBD" || b.kid(v, "aux:pass", "mark") >= 0 {
		return false
	}
	b.retag(v, "VBD")
	b.uproot(v)
	b.hang(noun, v, "nsubj")
	for _, k := range b.kids[v] {
		if b.rel(k) == "obl:agent" {
			b.tok[k].Rel = "obl"
		}
	}
	for _, k := range b.kids[noun] { // what stands after the verb belongs to it
		if k > v && b.is(k, "punct", "advcl", "parataxis", "conj") {
			b.tok[k].Head = v
		}
	}
	return true
}

// mendTwoSubjects: "The admiral who led the raid has praised …": of two subjects of one verb the nearer is the object of the
// relative clause before it.
func (b *builder) mendTwoSubjects() bool {
	for v := range b.tok {
		if !b.isVerb(v) {
			continue
		}
		var own []int
		for _, k := range b.kids[v] {
			if strings.HasPrefix(b.rel(k), "nsubj") && k < v {
				own = append(own, k)
			}
		}
		if len(own) != 2 {
			continue
		}
		if b.reducedRelative(v, own) {
			return true
		}
		for r := own[1] - 1; r > own[0]; r-- {
			if b.isVerb(r) && b.kid(r, "obj") < 0 && (b.rel(r) == "acl:relcl" || b.rel(r) == "acl" && r == b.leftmost(own[1])-1 && b.takesObject(r)) {
				b.hang(own[1], r, "obj") // "The refusal to back Lund angered …" too
				if b.rel(own[0]) == "nsubj:pass" && b.kid(v, "aux:pass") < 0 {
					b.tok[own[0]].Rel = "nsubj"
				}
				return true
			}
		}
	}
	return false
}

// reducedRelative: "an offer Peru accepted", with both nouns as subjects: side by side, the first is what the second's verb is about.
func (b *builder) reducedRelative(v int, own []int) bool {
	if b.kid(own[0], "det") < 0 || b.tag(own[0]) != "NN" && b.tag(own[0]) != "NNS" || b.leftmost(own[1]) != own[0]+1 || b.kid(v, "obj", "ccomp", "xcomp", "aux:pass") >= 0 || b.is(v, "root") {
		return false
	}
	head, rel := b.head(v), b.rel(v)
	if rel == "parataxis" || rel == "advcl" || rel == "ccomp" {
		rel = "parataxis"
	}
	b.hang(own[0], head, rel)
	b.hang(v, own[0], "acl:relcl")
	return true
}

// mendTimeAsSubject: "The mayor on Friday accused …", with Friday as the subject: a phrase of time with a preposition is none, and
// what the parser hung on it in front of the preposition is.
func (b *builder) mendTimeAsSubject() bool {
	for k := 1; k < len(b.tok); k++ {
		v := b.head(k)
		if v < k || !strings.HasPrefix(b.rel(k), "nsubj") || !b.isVerb(v) || !lexicon.IsTime(b.lower(k)) {
			continue
		}
		on := b.kid(k, "case")
		if on < 0 || on > k || b.tag(on) != "IN" {
			continue
		}
		if len(b.ownSubjectsAll(v)) == 1 {
			subject := -1
			for _, x := range b.kids[k] {
				if x < on && (b.isNoun(x) || b.tag(x) == "PRP") {
					subject = x
				}
			}
			if subject < 0 {
				continue
			}
			b.hang(subject, v, b.rel(k))
		}
		b.tok[k].Rel = "obl"
		return true
	}
	return false
}

func (b *builder) ownSubjectsAll(v int) []int {
	var all []int
	for _, k := range b.kids[v] {
		if strings.HasPrefix(b.rel(k), "nsubj") {
			all = append(all, k)
		}
	}
	return all
}

// mendAgentless: "has supported President Lund", with Lund as the one who acts: an agent has "by" before it.
func (b *builder) mendAgentless() bool {
	for k := range b.tok {
		v := b.head(k)
		if b.rel(k) == "obl:agent" && v >= 0 && v < k && b.case_(k) == "" && b.kid(v, "obj", "aux:pass") < 0 {
			b.tok[k].Rel = "obj"
			return true
		}
	}
	return false
}

// mendObjectAsSubject: "Polls show most voters are set to …", with the voters as what is shown: a noun between a verb and its clause,
// which has no subject, is that subject.
func (b *builder) mendObjectAsSubject() bool {
	for c := 2; c < len(b.tok); c++ {
		v := b.head(c)
		if b.rel(c) != "ccomp" || v < 0 || v > c || !b.isVerb(v) || len(b.ownSubjects(c)) > 0 || b.nonFinite(c) || b.kid(c, "mark", "csubj", "expl") >= 0 {
			continue
		}
		o := b.kid(v, "obj")
		if o < 0 || o < v || o > c || !b.isNoun(o) && b.tag(o) != "PRP" {
			continue
		}
		if l := b.verbLemma(v); b.leftmost(c) != o+1 || b.leftmost(o) != v+1 || l != "show" && l != "suggest" && !b.words.Is("speech", l) && !b.words.Is("cognition", l) {
			continue
		}
		b.hang(o, c, "nsubj")
		return true
	}
	return false
}

// takesObject: the lexicon knows the verb with an object.
func (b *builder) takesObject(v int) bool {
	for _, w := range b.words.Lookup(schema.VerbPred, b.verbLemma(v), "") {
		if w.Frame == "object" {
			return true
		}
	}
	return false
}

// mendAfterConjunction: "cheered as Lund mocked the mayor", with "as Lund" read as a phrase: what stands between a word that may
// begin a clause and a finite verb without a subject is that subject.
func (b *builder) mendAfterConjunction() bool {
	for v := 2; v < len(b.tok); v++ {
		if t := b.tag(v); t != "VBD" && t != "VBZ" && t != "VBP" || b.is(v, "aux", "aux:pass", "cop") || len(b.ownSubjects(v)) > 0 || b.kid(v, "mark", "cc", "expl") >= 0 {
			continue
		}
		n := v - 1
		for n > 0 && b.tag(n) == "RB" {
			n--
		}
		for b.head(n) >= 0 && b.head(n) < v && b.isNoun(n) && b.is(n, "compound", "flat", "conj") && b.head(n) > n-6 {
			n = b.head(n)
		}
		if !b.isNoun(n) && b.tag(n) != "PRP" || !b.is(n, "obl", "nmod") {
			continue
		}
		as := b.kid(n, "case")
		if as < 0 || as > n || b.kid(n, "nmod:poss", "appos") >= 0 || !clauseOpener(b.lower(as)) {
			continue
		}
		h := b.head(n)
		if h < 0 || h > as || b.head(v) == n {
			continue
		}
		b.hang(n, v, "nsubj")
		b.hang(as, v, "mark")
		if b.head(v) >= 0 && b.rel(v) != "ccomp" {
			b.tok[v].Rel = "advcl"
		}
		return true
	}
	return false
}

// mendJoinedSubject: "Peru accepted and Chile turned down", with Chile joined to the verb before it: a name between "and" and a finite
// verb without a subject is that subject.
func (b *builder) mendJoinedSubject() bool {
	for n := 2; n+1 < len(b.tok); n++ {
		h := b.head(n)
		if b.rel(n) != "conj" || !b.isNoun(n) || h < 0 || h > n || !b.isVerb(h) || b.kid(n, "case") >= 0 || b.kid(n, "cc") < 0 {
			continue
		}
		for _, v := range b.kids[h] {
			if v > n && b.rel(v) == "conj" && (b.tag(v) == "VBD" || b.tag(v) == "VBZ" || b.tag(v) == "VBP") && len(b.ownSubjects(v)) == 0 && b.kid(v, "cc") < 0 {
				b.hang(b.kid(n, "cc"), v, "cc")
				b.hang(n, v, "nsubj")
				return true
			}
		}
	}
	return false
}

// clauseOpener: a preposition that is a conjunction too.
func clauseOpener(w string) bool {
	switch w {
	case "as", "since", "before", "after", "until", "than":
		return true
	}
	return false
}

// mendTime: "On Monday Iraq closed the crossing": a name behind a name of time is a phrase of its own.
func (b *builder) mendTime() bool {
	for i := 0; i+2 < len(b.tok); i++ {
		n := i + 1
		if !strings.HasPrefix(b.tag(i), "NNP") || !strings.HasPrefix(b.tag(n), "NNP") || !lexicon.IsTime(b.lower(i)) || lexicon.IsTime(b.lower(n)) {
			continue
		}
		if b.head(n) != i && b.head(i) != n || i > 0 && b.lower(i-1) != "on" && b.lower(i-1) != "last" && b.lower(i-1) != "in" && b.lower(i-1) != "this" {
			continue
		}
		last := n
		for last+1 < len(b.tok) && strings.HasPrefix(b.tag(last+1), "NNP") {
			last++
		}
		v := last + 1
		for v < len(b.tok) && (b.tag(v) == "RB" || b.is(v, "aux", "aux:pass")) {
			v++
		}
		if v >= len(b.tok) || !b.isVerb(v) {
			continue
		}
		if k := b.kid(v, "nsubj", "nsubj:pass"); k >= 0 && k != i && k != n {
			continue
		}
		b.hang(i, v, "obl")
		if i > 0 {
			b.hang(i-1, i, "case")
		}
		for k := n + 1; k <= last; k++ {
			b.hang(k, n, "flat")
		}
		b.hang(n, v, "nsubj")
		return true
	}
	return false
}

// mendReportedThat: "said in an interview that guards had fired": a clause with "that" and a subject under a circumstance of a verb
// of speech is what was said, not a relative clause.
func (b *builder) mendReportedThat() bool {
	for v := range b.tok {
		if !b.is(v, "acl:relcl", "acl", "ccomp") || b.head(v) < 0 || b.isVerb(b.head(v)) || b.kid(v, "nsubj", "nsubj:pass") < 0 {
			continue
		}
		that := b.openingThat(v)
		if that < 0 {
			continue
		}
		for n, h := 0, b.head(v); h >= 0 && n < 4; n, h = n+1, b.head(h) {
			if !b.isVerb(h) {
				continue
			}
			if h < v && b.words.Is("speech", b.verbLemma(h)) && b.kid(h, "ccomp") < 0 && (b.kid(h, "obj") < 0 || b.words.Is("speech_addressee", b.verbLemma(h))) {
				b.hang(v, h, "ccomp")
				b.tok[that].Rel = "mark"
				for _, k := range b.kids[v] { // "in an interview last week that": the time is that of the report
					if k < that && strings.HasPrefix(b.rel(k), "obl") {
						b.tok[k].Head = h
					}
				}
				return true
			}
			break
		}
	}
	return false
}

// openingThat is the "that" in front of clause v, behind a phrase of time at most, that is neither its subject nor, where it has
// nothing else to say something of, its object; −1 without.
func (b *builder) openingThat(v int) int {
	for _, k := range b.kids[v] {
		if b.lower(k) != "that" || k > v || b.is(k, "nsubj", "nsubj:pass") {
			continue
		}
		if k == b.leftmost(v) && b.rel(k) != "obj" {
			return k
		}
		for _, x := range b.kids[v] { // an object or a phrase of its own: "that" is no gap
			if x > v && (b.base(x) == "obl" || b.is(x, "obj", "ccomp", "xcomp")) {
				return k
			}
		}
	}
	return -1
}

// mendPlaces: a phrase without a preposition straight behind its verb is the object, and a phrase with one between a subject and its
// verb is the subject's ("Support for the levy is growing").
func (b *builder) mendPlaces() bool {
	changed := false
	for k := range b.tok {
		v := b.head(k)
		if v >= 0 && b.rel(k) == "xcomp" && k > v && (strings.HasPrefix(b.tag(k), "NNP") || b.tok[k].Text[0] >= 'A' && b.tok[k].Text[0] <= 'Z') && b.isVerb(v) && b.kid(v, "obj") < 0 && b.kid(k, "cop", "mark", "case") < 0 && b.takesObject(v) {
			b.tok[k].Rel = "obj" // "criticized Deutsche for"
			changed = true
			continue
		}
		if v < 0 || !b.isVerb(v) || b.base(k) != "obl" || !b.isNoun(k) {
			continue
		}
		switch c := b.case_(k); {
		case c == "" && k > v && (b.rel(k) == "obl" || b.kid(k, "nmod:poss") >= 0) && b.kid(v, "obj", "ccomp", "xcomp") < 0 && b.leftmost(k) == v+1 && !b.timePhrase(k) && b.kid(v, "aux:pass") < 0:
			b.tok[k].Rel = "obj"
			changed = true
		case c != "" && k < v:
			n := b.kid(v, "nsubj", "nsubj:pass")
			if n >= 0 && n < k && b.isNoun(n) && b.leftmost(k) == n+1 {
				b.hang(k, n, "nmod")
				changed = true
			}
		}
	}
	return changed
}

func (b *builder) timePhrase(k int) bool {
	return lexicon.IsTime(b.lower(k)) && b.kid(k, "nmod:poss") < 0 || b.kid(k, "nummod") >= 0
}

// mendConjunct: "was freed, but is now suing the bank": a verb with "and" or "but" and no subject of its own is joined to the verb
// that it hangs under, whatever the parser calls it.
func (b *builder) mendConjunct() bool {
	for v := 2; v < len(b.tok); v++ {
		h := b.head(v)
		if !b.isVerb(v) || h < 0 || h > v || !b.isVerb(h) || !b.is(v, "advcl", "parataxis", "ccomp", "xcomp") {
			continue
		}
		cc := b.kid(v, "cc")
		if cc < 0 || cc > v || b.kid(v, "mark") >= 0 || len(b.ownSubjects(v)) > 0 {
			continue
		}
		if w := b.lower(cc); w != "and" && w != "but" && w != "or" {
			continue
		}
		b.tok[v].Rel = "conj"
		return true
	}
	return false
}

// mendJoinedCompound: "accused the IMF and relief funds", with IMF read as part of the compound: what stands before "and" is no
// modifier of the noun behind it but its partner.
func (b *builder) mendJoinedCompound() bool {
	for a := 0; a+2 < len(b.tok); a++ {
		h := b.head(a)
		if !b.isNoun(a) || h <= a+1 || !b.isNoun(h) || !b.is(a, "compound", "nmod", "amod", "nsubj", "flat") || b.tag(a+1) != "CC" || b.lower(a+1) == "nor" {
			continue
		}
		if b.rel(a) == "nsubj" && b.kid(h, "cop") >= 0 || b.case_(a) != "" {
			continue
		}
		outer, rel := b.head(h), b.rel(h)
		b.hang(a, outer, rel)
		b.hang(h, a, "conj")
		b.hang(a+1, h, "cc")
		for _, k := range b.kids[h] {
			if k < a {
				b.tok[k].Head = a
			}
		}
		return true
	}
	return false
}

// mendSideBySide: "the IMF and aid agencies", with both nouns as conjuncts: two nouns side by side are one.
func (b *builder) mendSideBySide() bool {
	for i := 1; i+1 < len(b.tok); i++ {
		if b.rel(i) == "conj" && b.rel(i+1) == "conj" && b.head(i) == b.head(i+1) && b.tag(i) == "NN" && strings.HasPrefix(b.tag(i+1), "NN") && len(b.kids[i]) == 0 {
			b.hang(i, i+1, "compound")
			return true
		}
	}
	return false
}

// mendTitledName: "Barclays chairman Paul Lund called …", with Lund in apposition to the bank: before a title and a name, no comma
// between, stands what the title is of.
func (b *builder) mendTitledName() bool {
	for k := 2; k < len(b.tok); k++ {
		h := b.head(k)
		if b.rel(k) != "appos" || h < 0 || h > k || b.tag(k) != "NNP" || b.leftmost(k) != h+1 || b.head(h+1) != k || b.rel(h+1) != "nmod:desc" {
			continue
		}
		outer, rel := b.head(h), b.rel(h)
		for _, x := range b.kids[h] {
			if x != k && (b.is(x, "case", "cc", "punct") || x > k) {
				b.tok[x].Head = k
			}
		}
		b.hang(k, outer, rel)
		b.hang(h, k, "compound")
		return true
	}
	return false
}

// mendVerbList: "met the miners, praised their patience and promised a new law": a finite verb behind a comma, without a subject,
// read as a participle of the noun before it, is a conjunct of the verb before.
func (b *builder) mendVerbList() bool {
	for v := 2; v < len(b.tok); v++ {
		if b.tag(v) != "VBD" || b.tok[v-1].Text != "," || b.rel(v) != "acl" || b.ownSubjects(v) != nil || b.agent(v) >= 0 {
			continue
		}
		for n, h := 0, b.head(v); h >= 0 && n < maxClimb; n, h = n+1, b.head(h) {
			if b.isVerb(h) && h < v && (b.tag(h) == "VBD" || b.tag(h) == "VBZ") {
				b.hang(v, h, "conj")
				return true
			}
		}
	}
	return false
}

// mendGerundList: "accused her of silencing critics, taking bribes, and backing firms": gerunds in a row share the preposition.
func (b *builder) mendGerundList() bool {
	for v := 2; v < len(b.tok); v++ {
		h := b.head(v)
		if b.tag(v) != "VBG" || h < 0 || b.rel(v) != "advcl" || b.kid(v, "mark", "case") >= 0 || !b.joins(v) {
			continue
		}
		for _, g := range b.kids[h] {
			if g < v && g > h && b.tag(g) == "VBG" && b.kid(g, "mark", "case") >= 0 {
				b.hang(v, g, "conj")
				return true
			}
		}
	}
	return false
}

// joins: a conjunction stands before v or before what is joined to it.
func (b *builder) joins(v int) bool {
	if b.coordinator(v) != "" {
		return true
	}
	for _, k := range b.kids[v] {
		if b.rel(k) == "conj" && b.tag(k) == b.tag(v) {
			return b.coordinator(k) != ""
		}
	}
	return false
}

// retag gives a token another part of speech, and the base form that goes with it.
func (b *builder) retag(i int, tag string) {
	b.tok[i].Tag = tag
	b.tok[i].Lemma = syntax.Lemma(b.tok[i].Text, tag)
}

// hang puts a token under another.
func (b *builder) hang(i, head int, rel string) { b.tok[i].Head, b.tok[i].Rel = head, rel }

// uproot makes a token the root; what was the root hangs on it.
func (b *builder) uproot(i int) {
	for k := range b.tok {
		if k != i && b.tok[k].Head < 0 {
			b.tok[k].Head = i
			if b.tok[k].Rel == "root" {
				b.tok[k].Rel = "dep"
			}
		}
	}
	b.tok[i].Head, b.tok[i].Rel = -1, "root"
}
