package lexicon

// operatorClasses are the classes that operators.yaml may fill; the file says what each is for.
var operatorClasses = set(
	"speech", "speech_addressee", "cognition", "light", "light_inverse", "negative_implicative", "stop", "continue", "begin", "try", "future",
	"possible_adverbs", "hedge_adverbs", "negative_words", "ended_phrases", "future_adverbs", "subject_control", "addressee_prep", "raising", "factive", "ask", "desire_other", "brought_about", "prospect", "advise", "pressing_noun", "refusing_noun", "enabling_noun", "perceive", "utterance",
	"evaluative_negative", "evaluative_positive", "evaluative_negative_verb", "evaluative_positive_verb", "naming", "good_for", "bad_for",
	"good_to", "bad_to", "contrast", "conditional", "necessity", "wish_modal", "vote", "stance_free_nouns", "unnamed", "making", "voiced", "minimisers", "goods", "attribution_phrases", "utter", "speaking_body", "comment_on", "performative", "kind_noun", "ending",
	"things", "everyday", "everyday_acts", "vague", "curious", "fielded", "furniture", "staged", "learnt", "kin", "idle",
	"presuming",
	"companion", "of_maker", "fact_noun", "courtesy", "courtesy_wish", "courtesy_noun", "willed", "wickedness", "strife", "guard",
	"own_country",
)

func set(words ...string) map[string]bool {
	m := map[string]bool{}
	for _, w := range words {
		m[w] = true
	}
	return m
}
