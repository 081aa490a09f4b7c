package lexicon

// operatorClasses are the classes that operators.yaml may fill; the file says what each is for.
var operatorClasses = set(
	"bad_for", "bad_to", "brought_about", "cognition", "desire_other", "entail", "evaluative_negative",
	"evaluative_negative_verb", "evaluative_positive", "everyday_acts", "former", "forthcoming", "future",
	"good_for", "goods", "implicative", "kind_noun", "light", "light_inverse", "naming", "negative_adverb",
	"negative_implicative", "own_country", "perceive", "possible_adverbs", "raising", "speech", "stop", "things",
	"utter", "utterance", "vague", "wish_modal",
)

func set(words ...string) map[string]bool {
	m := map[string]bool{}
	for _, w := range words {
		m[w] = true
	}
	return m
}
