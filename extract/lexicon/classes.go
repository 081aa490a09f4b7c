package lexicon

// IsPreposition says whether a frame is a single preposition: with, against, out of.
func IsPreposition(frame string) bool { return framePreps[frame] }

// IsTime says whether a word in lower case names a time: a weekday, a month, "week", "today". A phrase of time is never
// the target of a stance ("sided on Monday with Peru").
func IsTime(word string) bool { return timeWords[word] }

var timeWords = SetOf(`monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
	september october november december jan feb apr aug sept oct nov jan. feb. mar. apr. jun. jul. aug. sept.
	sep. oct. nov. dec. today yesterday tomorrow tonight morning afternoon evening night midnight noon weekend
	day days week weeks month months year years decade decades century hour hours minute minutes spring summer
	autumn winter now then time`)
