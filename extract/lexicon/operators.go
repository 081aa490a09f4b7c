package lexicon

// operatorClasses are the classes that operators.yaml may fill; the file says what each is for.
var operatorClasses = set(
	"addressee_prep", "advise", "ask", "bad_for", "bad_to", "brought_about", "cognition", "comment_on", "companion", "contest", "courtesy",
	"courtesy_noun", "courtesy_wish", "curious", "desire_other", "enabling_noun", "ending", "entail", "evaluative_negative", "evaluative_negative_verb",
	"evaluative_positive", "everyday", "everyday_acts", "fact_noun", "fielded", "forecaster", "former", "forthcoming", "furniture", "future", "good_for", "good_to", "goods", "guard", "idle", "implicative",
	"kin", "kind_noun", "learnt", "light", "light_inverse", "making", "naming", "necessity", "negative_implicative", "negative_adverb", "of_maker",
	"own_country", "perceive", "performative", "policy", "possible_adverbs", "pressing_noun", "presuming", "prospect", "raising", "refusing_noun", "restraining", "speaking_body",
	"speech", "speech_addressee", "staged", "stop", "strife", "subject_control", "things", "unnamed", "utter", "utterance", "vague", "voiced",
	"wickedness", "ways", "willed", "wish_modal",
)

func set(words ...string) map[string]bool {
	m := map[string]bool{}
	for _, w := range words {
		m[w] = true
	}
	return m
}
