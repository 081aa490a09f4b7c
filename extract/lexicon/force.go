package lexicon

// forces are words for those who fight that stand before a noun in small letters: "rebel-held", "a coalition airstrike". The value is who
// they are when the text has not named them.
var forces = map[string]string{
	"rebel": "rebels", "insurgent": "insurgents", "militant": "militants", "jihadist": "jihadists",
	"separatist": "separatists", "guerrilla": "guerrillas", "government": "government", "regime": "regime",
	"coalition": "coalition", "opposition": "opposition", "junta": "junta", "army": "army", "militia": "militia",
}

// Force gives who a modifying word in small letters stands for; false where it is none of those who fight.
func Force(word string) (name string, ok bool) {
	name, ok = forces[word]
	return name, ok
}

// violentDeeds are deeds of force whatever word stands before them: "government shelling".
var violentDeeds = map[string]bool{
	"airstrike": true, "air-strike": true, "bombardment": true, "bombing": true, "shelling": true, "ambush": true,
	"massacre": true, "siege": true, "barrage": true, "incursion": true,
}

// figurative are deeds that politics knows as well: a rebel attack is one of force, a government attack may be on the unions.
var figurative = map[string]bool{
	"strike": true, "attack": true, "raid": true, "offensive": true, "assault": true, "operation": true,
	"blockade": true, "onslaught": true, "fire": true, "crackdown": true,
}

// undertakings are against whom their frame says, by force or not: "an opposition campaign against the tax".
var undertakings = map[string]bool{"campaign": true, "effort": true, "fight": true}

// ForceDeed says whether a noun with such a word before it is a deed of force: "rebel shelling", "a coalition strike". A "coalition
// government" is none.
func ForceDeed(force, lemma string) bool {
	if forces[force] == "" {
		return false
	}
	if violentDeeds[lemma] || undertakings[lemma] {
		return true
	}
	switch force {
	case "government", "opposition":
		return false
	case "coalition":
		return lemma == "strike" || lemma == "operation"
	}
	return figurative[lemma]
}
