package lexicon

import "strings"

// parted are the second halves of compounds whose first half is who does it, with the verb: "Iran-backed". An empty verb says nothing of a
// stance, only whose it is: "Saudi-led strikes".
var parted = map[string]string{
	"-backed": "back", "-supported": "support", "-sponsored": "sponsor", "-funded": "fund", "-financed": "finance",
	"-armed": "arm", "-trained": "train", "-equipped": "equip", "-bankrolled": "bankroll", "-led": "", "-run": "",
	"-controlled": "", "-held": "", "-owned": "", "-made": "", "-brokered": "",
}

// Compound is a hyphenated word with a name in it: "Iran-backed", "anti-Assad".
type Compound struct {
	From, To    int    // where the name stands in the word
	Verb        string // what the name does to what the word stands before: "back"; "" where it is a matter of whose it is, or of Preposition
	Preposition string // "anti" or "pro"
}

// ReadCompound reads a hyphenated word; false where it is none of the kind.
func ReadCompound(word string) (Compound, bool) {
	cut := strings.IndexByte(word, '-')
	if cut < 0 {
		return Compound{}, false
	}
	if prefix := strings.ToLower(word[:cut]); prefix == "anti" || prefix == "pro" {
		return Compound{From: cut + 1, To: len(word), Preposition: prefix}, cut+1 < len(word)
	}
	cut = strings.LastIndexByte(word, '-')
	verb, ok := parted[strings.ToLower(word[cut:])]
	return Compound{To: cut, Verb: verb}, ok && cut > 0
}
