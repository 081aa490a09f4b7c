package lexicon

// IsPreposition says whether a frame is a single preposition: with, against, out of.
func IsPreposition(frame string) bool { return framePreps[frame] }

// IsTime says whether a word in lower case names a time: a weekday, a month, "week", "today". A phrase of time is never
// the target of a stance ("sided on Monday with Peru").
func IsTime(word string) bool { return timeWords[word] }

// IsMeasure says whether a word in lower case measures how far, how much or how often: "marched 3 miles", "fell 4 points". A counted
// phrase of it is a circumstance; any other is what the verb is done to ("killed 39 people").
func IsMeasure(word string) bool { return measureWords[word] || timeWords[word] }

var measureWords = map[string]bool{
	"percent": true, "percentage": true, "point": true, "points": true, "mile": true, "miles": true, "km": true,
	"kilometer": true, "kilometers": true, "kilometre": true, "kilometres": true, "meter": true, "meters": true,
	"metre": true, "metres": true, "foot": true, "feet": true, "yard": true, "yards": true, "inch": true,
	"inches": true, "times": true, "degree": true, "degrees": true, "dollar": true, "dollars": true, "euro": true,
	"euros": true, "pound": true, "pounds": true, "ton": true, "tons": true, "tonne": true, "tonnes": true,
	"barrel": true, "barrels": true, "acre": true, "acres": true, "second": true, "seconds": true, "age": true,
	"aged": true,
}

var timeWords = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range []string{
		"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
		"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
		"jan", "feb", "apr", "aug", "sept", "oct", "nov", "jan.", "feb.", "mar.", "apr.", "jun.", "jul.", "aug.",
		"sept.", "sep.", "oct.", "nov.", "dec.",
		"today", "yesterday", "tomorrow", "tonight", "morning", "afternoon", "evening", "night", "midnight", "noon", "weekend",
		"day", "days", "week", "weeks", "month", "months", "year", "years", "decade", "decades", "century", "hour", "hours", "minute", "minutes",
		"spring", "summer", "autumn", "winter", "now", "then", "time",
	} {
		m[w] = true
	}
	return m
}()
