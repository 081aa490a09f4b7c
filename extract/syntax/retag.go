package syntax

import (
	"strings"

	lex "github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// retag puts parts of speech right where names or the shape of the sentence know better than a tagger that was trained
// on few news: names of countries are names, and a sentence has a verb.
func retag(tokens []schema.Token, names *lex.Lexicon, words *lex.Words) {
	retagNames(tokens, names)
	retagInfinitives(tokens, words)
	retagOnlyVerb(tokens, words)
	for i := range tokens {
		t := &tokens[i]
		if t.Text == "" {
			continue
		}
		switch c := t.Text[0]; {
		case strings.HasPrefix(t.Tag, "VB") && strings.Contains(t.Text, "-") && (strings.HasSuffix(t.Text, "ed") || strings.HasSuffix(t.Text, "en") || strings.HasSuffix(t.Text, "led")): // "Nairobi-based"
			set(t, "JJ")
		case t.Text == "to" && t.Tag == "IN" && (i+1 < len(tokens) && tokens[i+1].Tag == "VB" || i+2 < len(tokens) && tokens[i+1].Tag == "RB" && tokens[i+2].Tag == "VB"):
			set(t, "TO")
		case c >= 'a' && c <= 'z' && strings.HasPrefix(t.Tag, "NNP") && len(words.Lookup(schema.VerbPred, Lemma(t.Text, "VBD"), "")) > 0 && strings.HasSuffix(t.Text, "t"):
			set(t, "VBD")
		case t.Text == "Let" && strings.HasPrefix(t.Tag, "NNP") && i+1 < len(tokens) && tokens[i+1].Tag == "PRP":
			set(t, "VB") // "Let me thank", "Let us hope"
		case i == 0 && (t.Text == "Neither" || t.Text == "Both") && t.Tag == "IN":
			set(t, "DT")
		case strings.HasPrefix(t.Tag, "NN") && i+1 < len(tokens) && strings.HasPrefix(tokens[i+1].Tag, "NN") && isCompound(t.Text): // "ISIL-held towns"
			set(t, "JJ")
		case adjectival[t.Text] && t.Tag == "VBG" && i+1 < len(tokens) && strings.HasPrefix(tokens[i+1].Tag, "NN"):
			set(t, "JJ")
		case t.Tag == "VBD" && i > 0 && noPast(t.Text) && len(words.Lookup(schema.NounPred, t.Text, "")) > 0 && (strings.HasPrefix(tokens[i-1].Tag, "NN") || strings.HasPrefix(tokens[i-1].Tag, "JJ")): // "the Boko Haram raid"
			set(t, "NN")
		case remains[t.Text] && strings.HasPrefix(t.Tag, "VB") && i > 0 && tokens[i-1].Text == "to": // "bombed to rubble"
			set(t, "NN")
			set(&tokens[i-1], "IN")
		case i >= 2 && i+1 < len(tokens) && (t.Tag == "RB" || t.Tag == "NN" || t.Tag == "JJ") && deniedVerb(tokens, i, words): // "does not back the plan"
			set(t, "VB")
		case t.Tag == "VB" && i > 0 && nounBehindVerb(tokens, i, words): // "paid tribute to"
			set(t, "NN")
		case placing[t.Text] && strings.HasPrefix(t.Tag, "VB") && placeFollows(tokens, i):
			set(t, "IN")
		case t.Tag == "VBN" && resumes(tokens, i):
			set(t, "VBD")
		case i == 0 && (t.Tag == "VB" || t.Tag == "VBP") && i+1 < len(tokens) && tokens[1].Tag == "IN" && len(words.Lookup(schema.NounPred, strings.ToLower(t.Text), "")) > 0 && hasFinite(tokens, 1, len(tokens)):
			set(t, "NN") // "Support for the levy is growing"
		case c >= 'A' && c <= 'Z' && !strings.HasPrefix(t.Tag, "NNP") && (t.Tag == "VBG" || !strings.HasPrefix(t.Tag, "VB")):
			if h, ok := names.Lookup(t.Text); ok && h.Sense.Has(lex.AsName) && !h.Weak && !h.Sense.Has(lex.AsAdjective) {
				set(t, "NNP")
			}
		case c >= 'a' && c <= 'z' && t.Tag == "NNS" && verbHere(tokens, i, words):
			set(t, "VBZ")
		case c >= 'a' && c <= 'z' && t.Tag == "VBN" && (pastHere(tokens, i, words) || pastBehindInsertion(tokens, i)):
			set(t, "VBD")
		case c >= 'a' && c <= 'z' && t.Tag == "VBD" && t.Text != "was" && strings.HasSuffix(t.Text, "s") && !strings.HasSuffix(t.Text, "ss"):
			set(t, "VBZ") // "rips the record and slams it": no past ends so
		case c >= 'a' && c <= 'z' && (t.Tag == "VBD" || t.Tag == "VBN") && participleHere(tokens, i):
			set(t, "VBN")
		case i > 0 && (t.Tag == "RB" || t.Tag == "VB" || t.Tag == "VBP") && (tokens[i-1].Text == "a" || tokens[i-1].Text == "an") && i+1 < len(tokens) && (tokens[i+1].Tag == "IN" || tokens[i+1].Tag == "." || tokens[i+1].Tag == ","):
			set(t, "NN") // "an ally of"
		case t.Text == "like" && t.Tag == "IN" && i > 0 && likesHere(tokens, i, words):
			set(t, "VBP")
		}
	}
}

func set(t *schema.Token, tag string) {
	t.Tag = tag
	t.Lemma = Lemma(t.Text, tag)
}

// isCompound: "Iran-backed", "rebel-held"; what begins with "anti" or "pro" may be a noun.
func isCompound(word string) bool {
	c, ok := lex.ReadCompound(word)
	return ok && c.Preposition == ""
}

// adjectival are participles of what needs no object, which before a noun only describe it: "a lasting peace".
var adjectival = map[string]bool{"lasting": true, "existing": true, "remaining": true, "standing": true, "sitting": true, "falling": true, "dwindling": true}

// remains are what things are bombed, burnt or reduced to.
var remains = map[string]bool{"rubble": true, "ash": true, "dust": true, "ruin": true, "ruins": true, "cinders": true, "pulp": true}

// deniedVerb: behind an auxiliary and "not", before an object, a word that the lexicon has as a verb is one.
func deniedVerb(tokens []schema.Token, i int, words *lex.Words) bool {
	switch strings.ToLower(tokens[i-1].Text) {
	case "not", "n't", "n’t":
	default:
		return false
	}
	if aux := tokens[i-2]; aux.Tag != "MD" && aux.Lemma != "do" {
		return false
	}
	next := tokens[i+1].Tag
	return (next == "DT" || next == "PRP$" || next == "PRP" || strings.HasPrefix(next, "NN")) && len(words.Lookup(schema.VerbPred, tokens[i].Text, "")) > 0
}

// bareTaking are verbs that take another in its plain form: "helped build".
var bareTaking = map[string]bool{"do": true, "be": true, "have": true, "help": true, "let": true, "make": true, "dare": true, "need": true, "go": true, "come": true, "see": true, "hear": true, "watch": true, "better": true}

// nounBehindVerb: straight behind a finite verb that takes no plain form, before a preposition, a word that the lexicon has as a noun is one.
func nounBehindVerb(tokens []schema.Token, i int, words *lex.Words) bool {
	before := tokens[i-1]
	if before.Tag != "VBD" && before.Tag != "VBZ" && before.Tag != "VBN" && before.Tag != "VBG" || bareTaking[before.Lemma] || i+1 >= len(tokens) || tokens[i+1].Tag != "TO" && tokens[i+1].Tag != "IN" {
		return false
	}
	return len(words.Lookup(schema.NounPred, tokens[i].Text, "")) > 0
}

// placing are prepositions that open a sentence with its place.
var placing = map[string]bool{"Near": true, "Off": true, "Outside": true, "Inside": true, "Around": true, "Beyond": true, "Past": true, "Above": true, "Below": true, "Round": true}

// noPast: the word has neither the form of a regular past nor is one of those whose past is like the present.
func noPast(w string) bool {
	return Lemma(w, "VBD") == w && !strings.HasSuffix(w, "ed") && !samePast[w]
}

var samePast = map[string]bool{"bet": true, "bid": true, "broadcast": true, "burst": true, "cast": true, "cost": true, "cut": true, "forecast": true, "hit": true, "hurt": true, "knit": true, "let": true,
	"put": true, "quit": true, "read": true, "rid": true, "set": true, "shed": true, "shut": true, "slit": true, "split": true, "spread": true, "thrust": true, "upset": true, "wed": true, "beat": true}

// placeFollows: "Near Gao, …": a name and a comma, so no verb.
func placeFollows(tokens []schema.Token, i int) bool {
	k := i + 1
	for k < len(tokens) && (strings.HasPrefix(tokens[k].Tag, "NN") || tokens[k].Tag == "DT" || strings.HasPrefix(tokens[k].Tag, "JJ")) {
		k++
	}
	return k > i+1 && k < len(tokens) && tokens[k].Text == ","
}

// resumes: "razed two farms; damaged a bridge; and killed …": behind a semicolon a past with an object goes on with the verb before.
func resumes(tokens []schema.Token, i int) bool {
	first := i
	if first > 0 && tokens[first-1].Tag == "CC" {
		first--
	}
	if first < 2 || tokens[first-1].Text != ";" || i+1 >= len(tokens) {
		return false
	}
	switch next := tokens[i+1].Tag; next {
	case "DT", "CD", "PRP$", "NNS", "NNP":
	default:
		return false
	}
	for k := range tokens[:first] {
		if tokens[k].Tag == "VBD" || tokens[k].Tag == "VBN" {
			return true
		}
	}
	return false
}

// retagNames: a word with a capital within a sentence is a name ("praised Banks"), and so is a known name at its
// beginning ("Lula says"). Headlines and shouting, where capitals say nothing, stay as they are.
func retagNames(tokens []schema.Token, names *lex.Lexicon) {
	if headline(tokens) {
		return
	}
	first := true
	for i := range tokens {
		t := &tokens[i]
		word := len(t.Text) > 1 && t.Text[0] >= 'A' && t.Text[0] <= 'Z'
		switch {
		case isLetter(t.Text) && first:
			first = false
			if word && (strings.HasPrefix(t.Tag, "NN") || t.Tag == "VB" || t.Tag == "JJ" || t.Tag == "VBP") && !strings.HasPrefix(t.Tag, "NNP") && i+1 < len(tokens) && knownName(names, t.Text) {
				set(t, "NNP")
			}
		case word && (t.Tag == "NN" || t.Tag == "NNS" || t.Tag == "VB" || t.Tag == "VBZ" || t.Tag == "VBP" || t.Tag == "VBD" || t.Tag == "RB" || t.Tag == "UH" || t.Tag == "FW" || t.Tag == "MD") && !startsSpeech(tokens, i):
			set(t, "NNP")
		}
	}
}

// knownName: a surname or first name that the lexicon has.
func knownName(names *lex.Lexicon, word string) bool {
	if _, ok := names.Surname(word); ok {
		return true
	}
	h, ok := names.Lookup(word)
	return ok && h.Sense.Has(lex.AsName) && !h.Weak
}

// startsSpeech: the word before is a mark after which a sentence may begin.
func startsSpeech(tokens []schema.Token, i int) bool {
	switch tokens[i-1].Text {
	case "\"", "``", "''", "'", "`", ":", ".", "?", "!", "(", "-", "–", "—", "...", "…", "“", "”", "‘":
		return true
	}
	return false
}

func isLetter(w string) bool {
	return w != "" && (w[0] >= 'A' && w[0] <= 'Z' || w[0] >= 'a' && w[0] <= 'z' || w[0] >= 0x80)
}
