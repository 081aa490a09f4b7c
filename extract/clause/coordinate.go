package clause

import (
	"strings"
)

type run struct{ first, last int }

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
