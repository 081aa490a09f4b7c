package source

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/extract/lexicon"
)

// casing is how the running text of a document writes its capitalised words: what a caption in
// capitals hides ("MACDONALD", "KOMMERSANT", "NATO") the narration often shows.
type casing struct {
	*lexicon.Labels
	mixed map[string]string // lower case → as the text has it
	upper map[string]bool   // words of capitals amid small letters: acronyms
	text  string            // the text that names are looked for in
	asked map[string]bool   // names that were looked for → found
}

// learnCasing reads at most the first 256 kB: a caption's people are named early or not at all.
func learnCasing(words *lexicon.Labels, text string) *casing {
	const enough = 256 << 10
	text = text[:min(len(text), enough)]
	c := &casing{Labels: words, mixed: map[string]string{}, upper: map[string]bool{}, text: text, asked: map[string]bool{}}
	for line := range strings.Lines(text) {
		if !isMixed(line) {
			continue
		}
		capitals, before := false, false
		for w := range strings.FieldsSeq(line) {
			w = withoutOwner(strings.Trim(w, `.,;:!?"'“”‘’()[]—–-…`))
			first, _ := utf8.DecodeRuneInString(w)
			lower, upper := cases(w)
			before, capitals = capitals, upper > 1 && lower == 0
			switch key := strings.ToLower(w); {
			case upper == 0 || !unicode.IsLetter(first):
			case capitals && !before:
				c.upper[w] = true // may be the first word of a caption: mixed overrules it
			case lower > 0 && stripMc(w) == w && c.mixed[key] == "": // not "McALPINE"
				c.mixed[key] = w
			}
		}
	}
	return c
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
	out := slices.Clone(words)
	for i, w := range words {
		if upper == 0 || !isMixed(stripMc(w)) { // closed captions have names in small letters
			out[i] = c.nameWord(words, i)
		}
	}
	return strings.Join(out, " ")
}

// nameWord gives word i of a name in reading case: "de" and "van" stay small, "Le" and "Di" mostly do not.
func (c *casing) nameWord(words []string, i int) string {
	w, lower := words[i], lowerRunes(words[i])
	shown := c.mixed[lower]
	first := i == 0 && (shown != "" || lower != "de" && lower != "van" && lower != "von")
	switch {
	case c.Particles[lower] && !first && i < len(words)-1:
		if slices.Contains([]string{"le", "la", "lo", "di"}, lower) && (i == 0 || lowerRunes(words[i-1]) != "de") {
			return capWord(lower) // "Marine Le Pen", but "Ana de la Cruz"
		}
		return lower
	case shown != "":
		return shown
	case utf8.RuneCountInString(strings.Trim(w, ".")) == 1, strings.Contains(strings.Trim(w, "."), "."), romanNumber(w):
		return w
	}
	return capName(lower, strings.HasPrefix(w, "İ"))
}

// stripMc removes the small letters that stand in words of capitals by custom: "McDONALD".
func stripMc(w string) string {
	for _, p := range []string{"Mc", "Mac", "De", "Le", "La", "Van", "Von", "al-", "el-", "Al-", "El-"} {
		if rest, ok := strings.CutPrefix(w, p); ok && utf8.RuneCountInString(rest) >= 2 && !isMixed(rest) {
			return rest
		}
	}
	return withoutOwner(w)
}

func withoutOwner(w string) string { return strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s") }

func romanNumber(w string) bool {
	return slices.Contains([]string{"II", "III", "IV", "VI", "VII", "VIII", "IX", "XIV", "XVI"}, w)
}

// capName capitalises a name in small letters: o'brien-mcallister → O'Brien-McAllister, al-assad →
// al-Assad. dotted: it begins with "İ", whose small letter is "i".
func capName(w string, dotted bool) string {
	parts := strings.Split(w, "-")
	for i, p := range parts {
		switch at := strings.IndexAny(p, "'’"); {
		case len(parts) > 1 && i == 0 && slices.Contains([]string{"al", "el", "ul", "ad", "as", "ash"}, p):
		case strings.HasPrefix(p, "mc") && len(p) > 4:
			parts[i] = "Mc" + capWord(p[2:])
		case at > 0 && at <= 2:
			_, size := utf8.DecodeRuneInString(p[at:])
			parts[i] = capWord(p[:at+size]) + capWord(p[at+size:])
		default:
			parts[i] = capWord(p)
		}
	}
	name := strings.Join(parts, "-")
	if dotted {
		name = "İ" + strings.TrimPrefix(name, "I")
	}
	return name
}

func capWord(w string) string {
	r, size := utf8.DecodeRuneInString(w)
	if r == utf8.RuneError {
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
	bare, lower := strings.Trim(w, ".,"), lowerRunes(w)
	parts := strings.Split(lower, "-")
	switch {
	case isMixed(stripMc(w)):
		return w
	case c.Small[lower] && !first:
		return lower
	case strings.ContainsAny(bare, ".0123456789"), utf8.RuneCountInString(bare) == 1,
		c.Acronyms[strings.ToUpper(withoutOwner(bare))], len(parts) > 1 && c.Acronyms[strings.ToUpper(parts[0])]: // "ZANU-PF"
		return w
	case c.mixed[lower] != "":
		return capWord(c.mixed[lower])
	case c.acronym(bare):
		return w
	}
	for i := range parts {
		if i == 0 || !c.Small[parts[i]] {
			parts[i] = capName(parts[i], false)
		}
	}
	return strings.Join(parts, "-")
}

// acronym reports whether a word of capitals that no list knows is one: it is short and stands in capitals
// in the running text.
func (c *casing) acronym(bare string) bool {
	lower := lowerRunes(bare)
	known := c.Roles[lower] || c.Modifiers[lower] || c.Bodies[lower] || c.Surnames[lower]
	return c.upper[bare] && utf8.RuneCountInString(bare) <= 5 && !known
}
