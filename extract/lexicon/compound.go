package lexicon

import "strings"

// parted are the second halves of compounds whose first half is who does it, with the verb: "Iran-backed". An empty verb says nothing of a
// stance, only whose it is: "Saudi-led strikes".
var parted = map[string]string{
	"-backed": "back", "-supported": "support", "-sponsored": "sponsor", "-funded": "fund", "-financed": "finance", "-armed": "arm", "-trained": "train",
	"-equipped": "equip", "-bankrolled": "bankroll", "-led": "", "-run": "", "-controlled": "", "-held": "", "-owned": "", "-made": "", "-brokered": "",
}

// NameInCompound gives where the name stands in a hyphenated word: "Iran-backed", "anti-Assad"; false where the word is none of the kind.
func NameInCompound(word string) (from, to int, ok bool) {
	cut := strings.IndexByte(word, '-')
	if cut < 0 {
		return 0, 0, false
	}
	if prefix := strings.ToLower(word[:cut]); prefix == "anti" || prefix == "pro" {
		return cut + 1, len(word), cut+1 < len(word)
	}
	cut = strings.LastIndexByte(word, '-')
	_, ok = parted[strings.ToLower(word[cut:])]
	return 0, cut, ok && cut > 0
}

// InCompound gives the stance in a hyphenated word: the verb of "Iran-backed" (back), or the preposition of "anti-Assad" (anti).
func InCompound(word string) (verb, preposition string) {
	cut := strings.IndexByte(word, '-')
	if cut < 0 {
		return "", ""
	}
	if prefix := strings.ToLower(word[:cut]); prefix == "anti" || prefix == "pro" {
		return "", prefix
	}
	return parted[strings.ToLower(word[strings.LastIndexByte(word, '-'):])], ""
}
