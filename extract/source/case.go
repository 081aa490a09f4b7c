package source

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// casing is how the running text of a document writes its capitalised words: what a caption in
// capitals hides ("MACDONALD", "KOMMERSANT", "NATO") the narration often shows.
type casing struct {
	vocabulary
	mixed map[string]string // lower case → as the text has it
	upper map[string]bool   // words of capitals amid small letters: acronyms
	text  string            // the text that names are looked for in
	asked map[string]bool   // names that were looked for → found
}

// learnCasing reads at most the first 256 kB: a caption's people are named early or not at all.
func learnCasing(v vocabulary, text string) *casing {
	const enough = 256 << 10
	text = text[:min(len(text), enough)]
	c := &casing{vocabulary: v, mixed: map[string]string{}, upper: map[string]bool{}, text: text, asked: map[string]bool{}}
	for line := range strings.Lines(text) {
		if !isMixed(line) {
			continue
		}
		afterCapitals := false
		for w := range strings.FieldsSeq(line) {
			afterCapitals = c.learn(w, afterCapitals)
		}
	}
	return c
}

// learn notes how a word of running text is written, and reports whether it is of capitals.
func (c *casing) learn(w string, afterCapitals bool) bool {
	w = strings.Trim(w, `.,;:!?"'“”‘’()[]—–-…`)
	w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
	first, _ := utf8.DecodeRuneInString(w)
	lower, upper := cases(w)
	capitals := upper > 1 && lower == 0
	if len(w) < 2 || !unicode.IsLetter(first) || upper == 0 {
		return capitals
	}
	if lower > 0 && stripMc(w) == w { // not "McALPINE"
		if key := strings.ToLower(w); c.mixed[key] == "" {
			c.mixed[key] = w
		}
	} else if capitals && !afterCapitals {
		c.upper[w] = true // may be the first word of a caption: mixed overrules it
	}
	return capitals
}

// mentions reports whether the running text has these words, in this case. It looks for a limited
// number of names: a text with more captions than that is no transcript.
func (c *casing) mentions(words string) bool {
	const enough = 3000
	found, known := c.asked[words]
	if !known && len(c.asked) < enough {
		found = strings.Contains(c.text, words)
		c.asked[words] = found
	}
	return found
}

// cases counts small and capital letters.
func cases(s string) (lower, upper int) {
	for _, r := range s {
		if unicode.IsLower(r) {
			lower++
		} else if unicode.IsUpper(r) {
			upper++
		}
	}
	return lower, upper
}

func isMixed(s string) bool { return strings.IndexFunc(s, unicode.IsLower) >= 0 }

// nameCase gives a name in reading case: "RECEP TAYYIP ERDOGAN" → "Recep Tayyip Erdogan".
func (c *casing) nameCase(words []string) string {
	letters := ""
	for _, w := range words {
		if !c.Particles[w] {
			letters += stripMc(w)
		}
	}
	lower, upper := cases(letters)
	if lower > 0 && upper > 0 {
		return strings.Join(words, " ") // not a label of capitals
	}
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = w
		if upper == 0 || !isMixed(stripMc(w)) { // closed captions have names in small letters
			out[i] = c.nameWord(words, i)
		}
	}
	return strings.Join(out, " ")
}

// nameWord gives word i of a name in reading case.
func (c *casing) nameWord(words []string, i int) string {
	w, lower := words[i], lowerRunes(words[i])
	if i < len(words)-1 && c.Particles[lower] && (i > 0 || c.mixed[lower] == "") && (i > 0 || lower == "de" || lower == "van" || lower == "von") {
		if slices.Contains([]string{"le", "la", "lo", "di"}, lower) && (i == 0 || lowerRunes(words[i-1]) != "de") {
			return capWord(lower) // "Marine Le Pen", "Luigi Di Maio", but "Ana de la Cruz"
		}
		return lower
	}
	bare := strings.Trim(w, ".")
	switch m := c.mixed[lower]; {
	case m != "":
		return m
	case utf8.RuneCountInString(bare) == 1, strings.Contains(bare, "."), romanNumber(w):
		return w
	case strings.HasPrefix(w, "İ"): // its small letter is "i", whose capital is "I"
		return "İ" + strings.TrimPrefix(capName(lower), "I")
	}
	return capName(lower)
}

// stripMc removes the small letters that stand in words of capitals by custom: "McDONALD".
func stripMc(w string) string {
	for _, p := range []string{"Mc", "Mac", "De", "Le", "La", "Van", "Von", "al-", "el-", "Al-", "El-"} {
		if rest, ok := strings.CutPrefix(w, p); ok && utf8.RuneCountInString(rest) >= 2 && !isMixed(rest) {
			return rest
		}
	}
	return strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
}

func romanNumber(w string) bool {
	return slices.Contains([]string{"II", "III", "IV", "VI", "VII", "VIII", "IX", "XIV", "XVI"}, w)
}

// capName capitalises a name in small letters: o'brien-mcallister → O'Brien-McAllister, al-assad → al-Assad.
func capName(w string) string {
	if parts := strings.Split(w, "-"); len(parts) > 1 {
		for i, p := range parts {
			if i > 0 || !slices.Contains([]string{"al", "el", "ul", "ad", "as", "ash"}, p) {
				parts[i] = capName(p)
			}
		}
		return strings.Join(parts, "-")
	}
	if rest, ok := strings.CutPrefix(w, "mc"); ok && len(rest) >= 3 {
		return "Mc" + capWord(rest)
	}
	for _, q := range []string{"'", "’"} {
		if i := strings.Index(w, q); i >= 0 && i <= 2 && len(w) > i+len(q)+1 {
			return capWord(w[:i]) + q + capWord(w[i+len(q):])
		}
	}
	return capWord(w)
}

func capWord(w string) string {
	r, size := utf8.DecodeRuneInString(w)
	if size == 0 || r == utf8.RuneError {
		return w
	}
	return string(unicode.ToUpper(r)) + w[size:]
}

// lowerRunes lowers each rune by itself, so that "İ" becomes "i" and no combining mark is added.
func lowerRunes(w string) string { return strings.Map(unicode.ToLower, w) }

// titleCase gives a title or the name of a body in reading case: "BRITISH AMBASSADOR TO THE UN" →
// "British Ambassador to the UN".
func (c *casing) titleCase(words []string) string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = c.titleWord(w, i == 0)
	}
	return strings.Join(out, " ")
}

func (c *casing) titleWord(w string, first bool) string {
	if isMixed(stripMc(w)) {
		return w
	}
	bare := strings.Trim(w, ".,")
	lower := lowerRunes(w)
	switch {
	case c.Small[lower] && !first:
		return lower
	case strings.Contains(bare, "."), utf8.RuneCountInString(bare) == 1, strings.ContainsAny(bare, "0123456789"):
		return w
	case c.Acronyms[strings.ToUpper(strings.TrimSuffix(strings.TrimSuffix(bare, "'s"), "’s"))]:
		return w
	case c.mixed[lower] != "":
		return capWord(c.mixed[lower])
	case c.acronym(bare):
		return w
	}
	parts := strings.Split(lower, "-")
	if len(parts) > 1 && c.Acronyms[strings.ToUpper(parts[0])] {
		return w // "ZANU-PF"
	}
	for i := range parts {
		if i == 0 || !c.Small[parts[i]] {
			parts[i] = capName(parts[i])
		}
	}
	return strings.Join(parts, "-")
}

// acronym reports whether a word of capitals that no list knows is one: it has no vowel, or it is
// short and stands in capitals in the running text.
func (c *casing) acronym(bare string) bool {
	lower := lowerRunes(bare)
	if !strings.ContainsAny(lower, "aeiouyáàâäãåéèêëíìîïóòôöõøúùûüıæœ") && !c.Short[lower] && isLatin(bare) {
		return true
	}
	known := c.Roles[lower] || c.Modifiers[lower] || c.Bodies[lower] || c.Surnames[lower]
	return c.upper[bare] && utf8.RuneCountInString(bare) <= 5 && !known
}

func isLatin(w string) bool {
	return strings.IndexFunc(w, func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) }) < 0
}
