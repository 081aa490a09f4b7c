package source

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// casing is how the running text of a document writes its capitalised words: what a caption in
// capitals hides ("MACDONALD", "KOMMERSANT", "NATO") the narration often shows.
type casing struct {
	mixed map[string]string // lower case → as the text has it
	upper map[string]bool   // words of capitals amid small letters: acronyms
	text  string            // the text that names are looked for in
}

// learnCasing reads at most the first 256 kB: a caption's people are named early or not at all.
func learnCasing(text string) *casing {
	const enough = 256 << 10
	if len(text) > enough {
		text = text[:enough]
	}
	c := &casing{mixed: map[string]string{}, upper: map[string]bool{}, text: text}
	for line := range strings.Lines(text) {
		if !isMixed(line) {
			continue
		}
		prevUpper := false
		for w := range strings.FieldsSeq(line) {
			w = strings.Trim(w, `.,;:!?"'“”‘’()[]—–-…`)
			w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
			first, _ := utf8.DecodeRuneInString(w)
			lower, upper := cases(w)
			isUpper := upper > 1 && lower == 0
			if len(w) >= 2 && unicode.IsLetter(first) && upper > 0 {
				switch {
				case lower > 0 && stripMc(w) == w: // not "McALPINE"
					if _, seen := c.mixed[strings.ToLower(w)]; !seen {
						c.mixed[strings.ToLower(w)] = w
					}
				case isUpper && !prevUpper:
					c.upper[w] = true // may be the first word of a caption: mixed overrules it
				}
			}
			prevUpper = isUpper
		}
	}
	return c
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

func isMixed(s string) bool {
	for _, r := range s {
		if unicode.IsLower(r) {
			return true
		}
	}
	return false
}

// names says that the running text writes these words, in this case.
func (c *casing) names(reading string) bool { return strings.Contains(c.text, reading) }

// nameCase gives a name in reading case: "RECEP TAYYIP ERDOGAN" → "Recep Tayyip Erdogan".
func (c *casing) nameCase(words []string) string {
	out := make([]string, len(words))
	before := ""
	all := ""
	for _, w := range words {
		if !particles[w] {
			all += stripMc(w)
		}
	}
	lower, upper := cases(all)
	if lower > 0 && upper > 0 {
		return strings.Join(words, " ") // not a label of capitals
	}
	small := upper == 0 // as closed captions have names
	for i, w := range words {
		out[i] = c.nameWord(w, before, i, len(words), small)
		before = lowerRunes(w)
	}
	return strings.Join(out, " ")
}

// nameWord gives word i of n of a name, before being the word in front of it in small letters. small
// says that the whole name is in small letters.
func (c *casing) nameWord(w, before string, i, n int, small bool) string {
	if isMixed(stripMc(w)) && !small {
		return w
	}
	lower := lowerRunes(w)
	if i < n-1 && particles[lower] && (i > 0 || lower == "de" || lower == "van" || lower == "von") {
		if (lower == "le" || lower == "la" || lower == "lo" || lower == "di") && before != "de" {
			return capWord(lower) // "Marine Le Pen", "Luigi Di Maio", but "Ana de la Cruz"
		}
		return lower
	}
	if m := c.mixed[lower]; m != "" {
		return m
	}
	if utf8.RuneCountInString(strings.Trim(w, ".")) == 1 || strings.Contains(strings.Trim(w, "."), ".") || romanNumber(w) {
		return w
	}
	name := capName(lower)
	if strings.HasPrefix(w, "İ") { // its small letter is "i", whose capital is "I"
		name = "İ" + strings.TrimPrefix(name, "I")
	}
	return name
}

// stripMc takes away the small letters that stand in words of capitals by custom: "McDONALD".
func stripMc(w string) string {
	for _, p := range []string{"Mc", "Mac", "De", "Le", "La", "Van", "Von", "al-", "el-", "Al-", "El-"} {
		if rest, ok := strings.CutPrefix(w, p); ok && utf8.RuneCountInString(rest) >= 2 && !isMixed(rest) {
			return rest
		}
	}
	if rest, ok := strings.CutSuffix(w, "'s"); ok {
		return rest
	}
	if rest, ok := strings.CutSuffix(w, "’s"); ok {
		return rest
	}
	return w
}

func romanNumber(w string) bool {
	switch w {
	case "II", "III", "IV", "VI", "VII", "VIII", "IX", "XIV", "XVI":
		return true
	}
	return false
}

// capName capitalises a name in small letters: o'brien-mcallister → O'Brien-McAllister, al-assad → al-Assad.
func capName(w string) string {
	if strings.Contains(w, "-") {
		parts := strings.Split(w, "-")
		for i, p := range parts {
			if len(parts) > 1 && i == 0 && (p == "al" || p == "el" || p == "ul" || p == "ad" || p == "as" || p == "ash" || p == "abd") {
				if p == "abd" {
					parts[i] = "Abd"
				}
				continue
			}
			parts[i] = capName(p)
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

// acronyms keep their capitals in reading case where the document does not show them otherwise.
var acronyms = words(`
	ABC ACLU AFD AFP AI AIDS AIPAC AKP ANC ANSA AP ARD ASEAN AU AUKUS BBC BJP BP BRICS CBS CBI CDC CDU CEO CFO CGT CGTN CHP CIA CNN COO
	CSIS CSU CTO DAWN DEA DFID DHS DNC DPRK DUP EBU ECB ECJ ECOWAS EEAS EFE EPA EPP ESA EU EUROPOL FAA FAO FBI FDP FCC FDA FEMA FIFA
	FSB GCC GDP GOP GRU HDP HHS HRW IAEA IATA ICC ICE ICJ ICRC IDF IFRC IGAD ILO IMF IOC IOM IRA IRC IRGC IRNA ISIL ISIS ISS
	IT ITN ITV KGB KPRF LGBT LGBTQ LSE MEP MI5 MI6 MIT MLA MP MSF MSNBC MSP NAACP NAFTA NASA NATO NBC NGO NGOS NHK NHS NPR NRA NSA NTV OAS
	OCHA OECD OPCW OPEC OSCE PBS PJD PKK PLO PM PPP PYD RBC RIA RNC RSF RT RTE SAS SDF SDP SIPRI SNP SOAS SPD TASS TFL TRT TV TUC UAE
	UCLA UK UKIP UN UNAIDS UNDP UNESCO UNHCR UNICEF UNIFIL UNRWA US USA USAID USSR VOA WFP WHO WTO YPG YPJ ZANU ZDF
`)

var shortWords = words("mr mrs ms dr st lt gen sgt sr jr md phd ng")

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
	case smallWords[lower] && !first:
		return lower
	case strings.Contains(bare, ".") || utf8.RuneCountInString(bare) == 1 || strings.ContainsAny(bare, "0123456789"):
		return w
	case acronyms[strings.ToUpper(strings.TrimSuffix(strings.TrimSuffix(bare, "'s"), "’s"))]:
		return w
	}
	if m := c.mixed[lower]; m != "" {
		return capWord(m)
	}
	vowels := strings.ContainsAny(lower, "aeiouyáàâäãåéèêëíìîïóòôöõøúùûüıæœ")
	if !vowels && !shortWords[lowerRunes(bare)] && isLatin(bare) || c.upper[bare] && utf8.RuneCountInString(bare) <= 5 && !knownTitleWord(lowerRunes(bare)) {
		return w
	}
	parts := strings.Split(lower, "-")
	for i := range parts {
		if i == 0 && len(parts) > 1 && acronyms[strings.ToUpper(parts[0])] {
			return w // "ZANU-PF"
		}
		if !(smallWords[parts[i]] && i > 0) {
			parts[i] = capName(parts[i])
		}
	}
	return strings.Join(parts, "-")
}

func isLatin(w string) bool {
	for _, r := range w {
		if unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) {
			return false
		}
	}
	return true
}

func knownTitleWord(lower string) bool {
	return roleWords[lower] || modifiers[lower] || bodyWords[lower] || commonSurnames[lower]
}
