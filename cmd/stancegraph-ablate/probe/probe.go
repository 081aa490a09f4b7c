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
