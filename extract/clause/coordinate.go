package clause

import (
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
)

// mendLists rebuilds coordinations of names that the parser broke: "Russia, Turkey and Iran", "Russia/Iran".
// Parsers are weak at conjunctions (55 to 60 F1) where a pattern over names is nearly always right.
// It says whether it changed the tree.
func (b *builder) mendLists() bool {
	changed := false
	for i := 0; i < len(b.tok); {
		_, next := b.nameList(i)
		i = max(next, i+1)
	}
	return changed
}

type run struct{ first, last int }

// nameList reads a list of names that starts at i: names with commas, "and", "or", "/" between and at least one of the latter.
func (b *builder) nameList(i int) (runs []run, next int) {
	joined := false
	for {
		r, ok := b.nameRun(i)
		if !ok {
			break
		}
		runs = append(runs, r)
		next = r.last + 1
		sep, word := b.separator(next)
		if sep == next {
			break
		}
		joined = joined || word != ","
		i = sep
		if _, ok := b.nameRun(i); !ok {
			break
		}
	}
	if !joined {
		return nil, next
	}
	return runs, next
}

// nameRun is a run of name tokens at i, an article before it allowed.
func (b *builder) nameRun(i int) (run, bool) {
	if i < len(b.tok) && b.lower(i) == "the" {
		i++
	}
	j := i
	for j < len(b.tok) && (strings.HasPrefix(b.tag(j), "NNP") || j == 0 && b.isNoun(j) && startsUpper(b.tok[j].Text) && len(b.kids[j]) == 0) {
		j++
	}
	if j == i || j-i > 4 {
		return run{}, false
	}
	if j < len(b.tok) && (b.isNoun(j) || b.tag(j) == "POS") { // part of a longer phrase: "EU leaders", "Chad's"
		return run{}, false
	}
	return run{i, j - 1}, true
}

// mendNounLists joins three or more plain noun phrases in a row: "a banker, two judges and a bishop". Behind a name a phrase with "a" is an
// apposition, and then there is no list.
func (b *builder) mendNounLists() bool {
	changed := false
	for i := 0; i < len(b.tok); i++ {
		runs, next := b.phraseList(i)
		if len(runs) < 3 {
			continue
		}
		i = next - 1
	}
	return changed
}

func (b *builder) phraseList(i int) (runs []run, next int) {
	if i > 0 && (b.tag(i-1) == "IN" || b.tag(i-1) == "TO" || b.isNoun(i-1) || b.isAdj(i-1) || b.tag(i-1) == "DT" || b.tag(i-1) == "PRP$" || b.tag(i-1) == "CD") {
		return nil, i
	}
	joined := false
	for {
		last := b.nounPhraseAt(i)
		if last < 0 || last-i > 5 || !b.plain(i, last) || lexicon.IsTime(b.lower(last)) {
			break
		}
		if len(runs) == 1 && (b.lower(i) == "a") && strings.HasPrefix(b.tag(runs[0].last), "NNP") {
			return nil, i
		}
		runs = append(runs, run{i, last})
		next = last + 1
		sep, word := b.separator(next)
		if sep == next || joined {
			break
		}
		joined = word != ","
		i = sep
	}
	if !joined {
		return nil, next
	}
	return runs, next
}

// plain: the tokens are those of one noun phrase without genitives.
func (b *builder) plain(first, last int) bool {
	for k := first; k <= last; k++ {
		switch t := b.tag(k); {
		case strings.HasPrefix(t, "NN"), strings.HasPrefix(t, "JJ"), t == "DT", t == "PRP$", t == "CD":
		default:
			return false
		}
	}
	return true
}

// separator reads ",", "and", ", and", "/", "or", "&" at i and gives the place after it.
func (b *builder) separator(i int) (next int, word string) {
	next = i
	if next < len(b.tok) && b.tok[next].Text == "," {
		next, word = next+1, ","
	}
	if next < len(b.tok) {
		switch w := b.lower(next); w {
		case "and":
			return next + 1, w
		}
	}
	return next, word
}

// join hangs the later names on the first as conjuncts, unless one of them is the subject of a clause of its own.
func (b *builder) join(runs []run) bool {
	heads := make([]int, len(runs))
	inside := func(i int) bool { return i >= runs[0].first && i <= runs[len(runs)-1].last }
	for n, r := range runs {
		heads[n] = b.runHead(r)
	}
	first := heads[0]
	done := true
	for _, h := range heads[1:] {
		done = done && b.rel(h) == "conj"
	}
	stray := map[int]int{} // a title or a surname hung elsewhere → the head of its run
	for n, r := range runs {
		for i := r.first; i <= r.last; i++ {
			if h := b.head(i); i != heads[n] && (h < r.first) {
				stray[i] = heads[n]
			}
		}
	}
	if done && len(stray) == 0 && !inside(b.head(first)) {
		return false
	}
	outer, rel := -2, ""
	for n, h := range heads {
		if inside(b.head(h)) {
			continue
		}
		own := strings.HasPrefix(b.rel(h), "nsubj")
		if n > 0 && own && b.head(first) < first && b.head(first) >= 0 {
			return false // "backs Russia, and Iran opposes it"
		}
		if outer == -2 || own && b.head(h) > h {
			outer, rel = b.head(h), b.rel(h)
		}
	}
	for i, h := range stray {
		b.hang(i, h, "flat")
	}
	b.tok[first].Head, b.tok[first].Rel = outer, rel
	for _, h := range heads[1:] {
		b.tok[h].Head, b.tok[h].Rel = first, "conj"
	}
	for n := 1; n < len(runs); n++ {
		for k := runs[n-1].last + 1; k < runs[n].first; k++ {
			b.tok[k].Head = heads[n]
			switch b.lower(k) {
			case ",":
				b.tok[k].Rel = "punct"
			default:
				b.tok[k].Rel = "cc"
			}
		}
	}
	return true
}

// runHead is the token of a name that hangs outside it.
func (b *builder) runHead(r run) int {
	for i := r.first; i <= r.last; i++ {
		if h := b.head(i); h < r.first || h > r.last {
			return i
		}
	}
	return r.last
}
