package mention

import (
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
)

// phrase is the extent of the noun phrase whose head is i: what stands before the noun, and a phrase
// with of, in, from or at after it, without relative clauses and appositions.
func (r *reader) phrase(v *view, i, start int, one bool) (from, to int) {
	from = start
	for from > 0 && v.within(from-1, i) {
		from--
	}
	switch v.word(from - 1) {
	case "both", "either", "neither":
		from--
	}
	for from < start && !pairWord[v.low[from]] && (v.tag(from) == "," || v.tag(from) == "CC" || isQuote(v.words[from]) || !letters(v.words[from]) && v.tag(from) != "CD" || v.low[from] == "that" && v.noun(start) && v.tag(start) == "NNS" || v.low[from] == "least") {
		from++
	}
	for k := from + 1; k < start; k++ { // "10 June the coalition forces": an article begins a phrase
		if v.low[k] == "the" && calendar[v.low[k-1]] {
			from = k
		}
	}
	to = i + 1
	for to < len(v.t) && v.tree && v.t[to].Head == i && (v.t[to].Rel == "flat" || v.t[to].Rel == "nummod") {
		to++
	}
	return from, r.after(v, i, to, one)
}

var pairWord = wordSet("both either neither")

// within says whether token k, left of the head i, belongs to its phrase.
func (v *view) within(k, i int) bool {
	if v.tree {
		for hops := 0; hops < 8 && k >= 0 && k < i; hops++ {
			switch v.t[k].Rel {
			case "case", "cc", "mark", "punct", "conj", "advmod", "nsubj", "cop", "aux", "root", "acl", "acl:relcl", "obl", "cc:preconj", "discourse", "advcl", "parataxis":
				if v.t[k].Rel == "case" && v.tag(k) == "POS" || v.t[k].Rel == "punct" && v.words[k] == "-" || v.t[k].Rel == "advmod" && v.t[k].Head != i {
					break
				}
				return false
			}
			if v.t[k].Head == i {
				return true
			}
			if v.t[k].Head < 0 {
				return false
			}
			k = v.t[k].Head
		}
		return k == i
	}
	switch v.tag(k) {
	case "DT", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "CD", "PRP$", "POS", "PDT", "VBN":
		return true
	}
	return false
}

// after extends a phrase over a following "of", "in", "from" or "at" phrase without a verb, up to 10 tokens.
func (r *reader) after(v *view, i, to int, one bool) int {
	for rounds := 0; rounds < 2 && to < len(v.t); rounds++ {
		switch v.low[to] {
		case "of", "in", "from", "at":
		default:
			return to
		}
		end, ok := v.prepPhrase(i, to)
		if !ok || end-i > 11 || one && v.low[to] == "of" && !r.actorIn(v, to, end) {
			return to // "impeached the president of obstruction"
		}
		to = end
	}
	return to
}

// actorIn says whether a name or a noun for people stands between two tokens.
func (r *reader) actorIn(v *view, from, to int) bool {
	for k := from; k < to; k++ {
		if v.covered(k) {
			return true
		}
		if _, ok := r.l.Noun(v.low[k]); ok && v.noun(k) {
			return true
		}
	}
	return false
}

// prepPhrase is the end of the prepositional phrase that begins at p and belongs to the noun i.
func (v *view) prepPhrase(i, p int) (int, bool) {
	head := -1
	if v.tree {
		head = v.t[p].Head
		if head <= p || v.t[p].Rel != "case" || !strings.HasPrefix(v.t[head].Rel, "nmod") {
			return p, false
		}
		if h := v.t[head].Head; h != i && !(h < head && h > i) {
			return p, false
		}
	} else {
		if v.low[p] != "of" && v.low[p] != "from" {
			return p, false
		}
		for head = p + 1; head < len(v.t) && (v.tag(head) == "DT" || v.tag(head) == "JJ" || v.tag(head) == "CD" || v.noun(head) && v.noun(head+1)); head++ {
		}
		if !v.noun(head) {
			return p, false
		}
	}
	switch v.low[p] {
	case "in", "at":
		if !v.covered(head) && v.low[head] != "country" && v.low[head] != "countryside" {
			return p, false
		}
	case "from":
		if v.tree && v.roleOf(i) == object && v.t[i].Head >= 0 && removing[v.t[v.t[i].Head].Lemma] {
			return p, false // "drive out militants from Idlib"
		}
	}
	for k := p + 1; k < head; k++ {
		if strings.HasPrefix(v.tag(k), "VB") && v.tag(k) != "VBN" && v.tag(k) != "VBG" || v.words[k] == "," || isQuote(v.words[k]) {
			return p, false
		}
	}
	end := head + 1
	for end < len(v.t) && v.covered(head) && v.of[end] == v.of[head] {
		end++
	}
	for end+1 < len(v.t) && v.tree && v.low[end] == "and" && v.t[end+1].Rel == "conj" && v.t[end+1].Head == head && v.noun(end+1) {
		end += 2
	}
	if calendar[v.low[head]] || v.tag(head) == "CD" || timeNoun[v.low[head]] {
		return p, false
	}
	return end, true
}

var removing = wordSet(`drive expel remove withdraw evict clear push free rescue evacuate protect keep stop prevent ban bar oust pull chase flush eject
	dislodge exclude deport separate shield save isolate block recall bring take transfer release`)

var timeNoun = wordSet(`year years month months week weeks day days time times moment morning evening night decade decades century hour hours minute minutes
	general particular fact turn part place favour favor addition response order recent light case public private line way ways terms`)

// definiteAt says whether a phrase begins with "the", "this", "that" or a possessive.
func (v *view) definiteAt(from int) bool {
	switch v.low[from] {
	case "the", "this", "that", "these", "those", "both":
		return true
	}
	return v.tag(from) == "PRP$"
}

// described is the name of a described actor: its words without article and without what only counts them.
func (r *reader) described(v *view, from, to int) string {
	for from < to {
		switch v.low[from] {
		case "the", "a", "an", "not":
			from++
			continue
		}
		break
	}
	for to > from && (v.words[to-1] == "," || isQuote(v.words[to-1]) || v.words[to-1] == ".") {
		to--
	}
	if to-from > 12 {
		to = from + 12
	}
	s := v.text(r.doc, from, to)
	if v.starts(from) && !v.proper(from) && v.of[from] < 0 && !isAcronym(v.words[from]) && !acronyms(v.words[from]) && from < len(v.words) && v.words[from] != "I" {
		if w, ok := lexicon.ReadCompound(v.words[from]); ok && w.From == 0 { // "Iran-backed rebels"
			return s
		}
		s = strings.ToLower(firstRune(s)) + s[len(firstRune(s)):]
	}
	return s
}
