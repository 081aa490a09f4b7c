package clause

import ()

// Bulletins of fighting: deeds that act, and long lists of what they did.

// hasSubject: the noun is said to be something.
func (b *builder) hasSubject(n int) bool { return b.kid(n, "nsubj", "nsubj:pass", "cop") >= 0 }
