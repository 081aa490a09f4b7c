package reader

import "github.com/stancegraph/stancegraph/schema"

// Vocabulary names the features of words; a feature's code is its index. Index 0 is no feature.
func Vocabulary() []string {
	all := []string{"none"}
	add := func(kind string, values ...string) {
		for _, v := range values {
			all = append(all, kind+"="+v)
		}
	}
	add("tag", "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "MD", "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$",
		"RB", "RBR", "RBS", "RP", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB")
	add("rel", "acl", "advcl", "advmod", "amod", "appos", "aux", "case", "cc", "ccomp", "compound", "conj", "cop", "csubj", "dep", "det",
		"discourse", "expl", "fixed", "flat", "iobj", "mark", "nmod", "nsubj", "nummod", "obj", "obl", "orphan", "parataxis", "punct", "root",
		"vocative", "xcomp")
	for _, f := range []schema.MentionForm{schema.Named, schema.Demonym, schema.Nominal, schema.Collective, schema.Pronoun, schema.FirstPerson,
		schema.CaptionName} {
		add("mention", string(f))
	}
	for _, k := range []schema.Kind{schema.Country, schema.Person, schema.Organization, schema.Group} {
		add("kind", string(k))
	}
	for _, a := range []schema.Attribution{schema.ByNarration, schema.ByDirect, schema.ByIndirect, schema.ByCaption} {
		add("voice", string(a)+"-writer", string(a)+"-speaker", string(a)+"-sayer", string(a)+"-sayer-before")
	}
	for _, k := range []schema.PredKind{schema.VerbPred, schema.AdjPred, schema.NounPred, schema.PrepPred} {
		add("clause", string(k))
	}
	for _, m := range []schema.Modality{schema.Asserted, schema.Possible, schema.Conditional, schema.Desired, schema.Asked} {
		add("modality", string(m))
	}
	add("phase", string(schema.Ongoing), string(schema.Ended), string(schema.Planned))
	add("negated", "yes")
	for _, t := range schema.Types() {
		add("type", string(t.Type))
	}
	return all
}
