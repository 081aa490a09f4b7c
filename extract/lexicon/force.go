package lexicon

// forces are words for those who fight that stand before a noun in small letters: "rebel-held", "a coalition airstrike". The value is who
// they are when the text has not named them.
var forces = map[string]string{
	"rebel": "rebels", "insurgent": "insurgents", "militant": "militants", "jihadist": "jihadists", "separatist": "separatists", "guerrilla": "guerrillas",
	"government": "government", "regime": "regime", "coalition": "coalition", "opposition": "opposition", "junta": "junta", "army": "army", "militia": "militia",
}

// Force gives who a modifying word in small letters stands for; false where it is none of those who fight.
func Force(word string) (name string, ok bool) {
	name, ok = forces[word]
	return name, ok
}

// onesided are deeds of force whose doer a word before them names: "rebel shelling". A "coalition government" has no such noun.
var onesided = map[string]bool{
	"airstrike": true, "strike": true, "attack": true, "raid": true, "bombardment": true, "bombing": true, "shelling": true, "offensive": true, "assault": true,
	"campaign": true, "operation": true, "ambush": true, "massacre": true, "air-strike": true, "blockade": true, "siege": true, "barrage": true, "onslaught": true,
	"advance": true, "effort": true, "fire": true, "incursion": true, "crackdown": true,
}

// ForceDeed says whether a noun is a deed of force.
func ForceDeed(lemma string) bool { return onesided[lemma] }
