// Package probe is what instrumented conditions call. It is linked only into the measuring program that
// stancegraph-ablate builds; the program that users run does not import it.
package probe

// Sites are numbered from 1.
var (
	// Off says of each site whether its condition is replaced by its neutral value.
	Off []bool
	// Fired counts, for each site, how often its condition differed from its neutral value, that is, had an effect.
	Fired []int64
	// Budget is how many more conditions may be evaluated; below zero the next one panics, so that a loop that lost
	// its end does not run on.
	Budget int64
)

// Part is a whole rule, word class or repair of trees.
type Part struct{ Kind, Name string }

var (
	// Without is the part that is left out, the zero value for none.
	Without Part
	// Parts counts how often each part had an effect, where it is not nil.
	Parts map[Part]int64
)

// took counts an effect of a part and says whether it may have it.
func took(p Part) bool {
	if p == Without {
		return false
	}
	if Parts != nil {
		Parts[p]++
	}
	return true
}

// Rule is what try says of a clause, nothing where the rule is left out.
func Rule(name string, try func() (int, string)) (int, string) {
	p := Part{"rule", name}
	if p == Without {
		return 0, ""
	}
	n, why := try()
	if n > 0 {
		took(p)
	}
	return n, why
}

// Word is whether a word is of a class, false where the class is left out.
func Word(kind, class string, is bool) bool { return is && took(Part{kind, class}) }

// List is the words of a class, none where it is left out.
func List(kind, class string, words []string) []string {
	if Without == (Part{kind, class}) {
		return nil
	}
	return words
}

// Repair is whether apply changed the tree, which it does not where the repair is left out.
func Repair(name string, apply func() bool) bool {
	p := Part{"repair", name}
	return p != Without && apply() && took(p)
}

// OutOfBudget is the value that a condition panics with when Budget is used up.
type OutOfBudget struct{}

// Cond is v, or the site's neutral value where the site is switched off.
func Cond(site int, neutral, v bool) bool {
	Budget--
	if Budget < 0 {
		panic(OutOfBudget{})
	}
	if v != neutral {
		Fired[site]++
		if Off[site] {
			return neutral
		}
	}
	return v
}

// Case is the string of a case list, or one that equals nothing where the site is switched off.
func Case[T ~string](site int, tag, v T) T {
	if tag == v {
		Fired[site]++
	}
	if Off[site] {
		return "\x00"
	}
	return v
}
