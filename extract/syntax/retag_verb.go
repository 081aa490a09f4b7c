package syntax

import (
	"slices"
	"strings"

	lex "github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// Where a word that may be a verb is one, and in which form.

// verbHere: "Sofia insists that", "Asia fears it will", "the brewery plans to sue": a plural noun behind a singular one, with
// something behind it that a verb would have, the form of a stance verb, and no other finite verb before the next stop.
func verbHere(tokens []schema.Token, i int, words *lex.Words) bool {
	if i == 0 || i+1 >= len(tokens) || !strings.HasSuffix(tokens[i].Text, "s") {
		return false
	}
	switch tokens[i-1].Tag {
	case "NNP", "NN", "NNPS":
	default:
		return false
	}
	if tokens[i].Text == "its" {
		return false
	}
	if tokens[i-1].Tag == "NN" && strings.ToLower(tokens[i-1].Text) == tokens[i-1].Text && underPreposition(tokens, i-1) {
		return false // "bowed to weeks of street protests against"
	}
	lemma := Lemma(tokens[i].Text, "VBZ")
	if len(words.Lookup(schema.VerbPred, lemma, "")) == 0 && !words.Is("speech", lemma) && !conjunctionBefore(tokens, i) {
		return false
	}
	if conjunctionBefore(tokens, i) && (tokens[i+1].Text == "," || tokens[i+1].Tag == "IN") {
		return !finiteNear(tokens, i, words)
	}
	switch next := tokens[i+1]; next.Tag {
	case "DT", "PRP", "PRP$", "NNP", "NNPS", "TO", "WP", "WRB", "CD":
	case "IN":
		if next.Text != "that" && next.Text != "to" && !takes(words, lemma, next.Text) {
			return false
		}
	case "WDT", "JJ", "NNS":
	case "VBG":
		if !takes(words, lemma, "gerund") {
			return false
		}
	default:
		return false
	}
	return !finiteNear(tokens, i, words)
}

// underPreposition: a preposition stands straight before the noun at i, adjectives between at most, and the noun has no article.
func underPreposition(tokens []schema.Token, i int) bool {
	k := i - 1
	for k >= 0 && strings.HasPrefix(tokens[k].Tag, "JJ") {
		k--
	}
	return k >= 0 && tokens[k].Tag == "IN" && tokens[k].Text != "that" && !subordinator(tokens[k])
}

// conjunctionBefore: a subordinate clause began a few words before, so a verb is due.
func conjunctionBefore(tokens []schema.Token, i int) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		switch strings.ToLower(tokens[k].Text) {
		case "if", "because", "unless", "although", "while", "whether":
			return true
		}
	}
	return false
}

// pastHere: "Lund, in a letter on Friday, praised the dean": a form in -ed with an object behind it and no auxiliary before it is
// the past tense, not a participle.
func pastHere(tokens []schema.Token, i int, words *lex.Words) bool {
	if i == 0 || i+1 >= len(tokens) {
		return false
	}
	switch next := tokens[i+1].Tag; next {
	case "NNP", "NNPS", "PRP", "DT", "PRP$":
	default:
		return false
	}
	lemma := Lemma(tokens[i].Text, "VBD")
	if words.Is("naming", lemma) || !takes(words, lemma, "object") {
		return false
	}
	for k := i - 1; k >= 0 && k >= i-6; k-- {
		switch t := &tokens[k]; {
		case t.Lemma == "have" || t.Lemma == "be" || t.Lemma == "get" || t.Tag == "MD" || t.Tag == "POS" && k == i-1:
			return false
		case strings.HasPrefix(t.Tag, "VB") || t.Tag == "TO" || t.Tag == "CC":
			return false
		}
	}
	switch prev := tokens[i-1].Tag; {
	case prev == ",", prev == "RB", prev == "CD", strings.HasPrefix(prev, "NN"), prev == "-RRB-":
		return true
	}
	return false
}

// pastBehindInsertion: "Lund, whose party leads, criticised both banks", "The envoy, Meg Lund, called for calm": behind what is inserted
// after the first noun a verb is due, and no other finite verb follows that is not another clause's.
func pastBehindInsertion(tokens []schema.Token, i int) bool {
	if i < 4 || i+1 >= len(tokens) || tokens[i-1].Text != "," || tokens[i+1].Text == "by" || tokens[i+1].Text == "," {
		return false
	}
	open := -1
	for k := i - 2; k > 0 && k > i-longestInserted && open < 0; k-- {
		if tokens[k].Text == "," {
			open = k
		}
	}
	if open < 1 || !nominalEnd(tokens[open-1]) || fronted(tokens, clauseStart(tokens, open), open) || relative(tokens[open+1]) != hasFinite(tokens, open+1, i-1) {
		return false
	}
	if tag := tokens[open+1].Tag; tag == "VBN" || tag == "CC" || tag == "IN" {
		return false
	}
	if hasFinite(tokens, clauseStart(tokens, open), open) {
		return false
	}
	for k := i + 1; k < len(tokens); k++ {
		switch t := &tokens[k]; {
		case opensClause(t):
			return true
		case t.Text == "," && k+1 < len(tokens) && (finite(tokens[k+1].Tag) || tokens[k+1].Tag == "VBN"):
			return false // "called to Rome, said"
		case finite(t.Tag):
			return false
		}
	}
	return true
}

// clauseStart is where the stretch begins that token i is in, after the last mark that parts clauses.
func clauseStart(tokens []schema.Token, i int) int {
	for k := i - 1; k >= 0; k-- {
		if w := tokens[k].Text; w != "," && stops(w) {
			return k + 1
		}
	}
	return 0
}

// opensClause: with this word another clause may begin, which has a finite verb of its own.
func opensClause(t *schema.Token) bool {
	return t.Tag == "CC" || t.Tag == "WP" || t.Tag == "WDT" || t.Tag == "WRB" || t.Tag == "PRP" || t.Text == "that" || subordinator(*t) || t.Text == ";" || t.Text == ":"
}

// participleHere: "Carver, regarded as a dove, praised": behind a noun and its comma, with a preposition behind and the real verb
// after the next comma. That verb may itself pass for a participle.
func participleHere(tokens []schema.Token, i int) bool {
	if i < 2 || i+2 >= len(tokens) || tokens[i-1].Text != "," || !strings.HasPrefix(tokens[i-2].Tag, "NN") || tokens[i+1].Tag != "IN" {
		return false
	}
	for k := i - 2; k >= 0 && !stops(tokens[k].Text); k-- {
		if finite(tokens[k].Tag) {
			return false
		}
	}
	for k := i + 2; k+1 < len(tokens) && k < i+longestInserted; k++ {
		if tokens[k].Text != "," {
			continue
		}
		switch next := &tokens[k+1]; {
		case finite(next.Tag):
			return true
		case next.Tag == "VBN":
			set(next, "VBD")
			return true
		}
	}
	return false
}

// takes: the lexicon knows the verb with this preposition.
func takes(words *lex.Words, lemma, prep string) bool {
	for _, w := range words.Lookup(schema.VerbPred, lemma, "") {
		if w.Frame == prep {
			return true
		}
	}
	return false
}

// finiteNear: there is a finite verb in the same stretch between stops; behind "that" or a pronoun another clause begins.
func finiteNear(tokens []schema.Token, i int, words *lex.Words) bool {
	phrased := false // a preposition stands between
	for k := i - 1; k >= 0 && !stops(tokens[k].Text); k-- {
		if finite(tokens[k].Tag) {
			return !words.Is("speech", tokens[k].Lemma) || k == i-1 || phrased // "say Lund fears losing": what is said has a verb of its own
		}
		phrased = phrased || tokens[k].Tag == "IN" || tokens[k].Tag == "TO"
		if tokens[k].Tag == "CC" || tokens[k].Tag == "WP" || tokens[k].Tag == "WDT" || tokens[k].Tag == "IN" && tokens[k].Text == "that" {
			break
		}
	}
	for k := i + 1; k < len(tokens) && !stops(tokens[k].Text); k++ {
		switch {
		case tokens[k].Tag == "PRP" || tokens[k].Tag == "WDT" || tokens[k].Tag == "WP" || tokens[k].Tag == "WRB" || tokens[k].Text == "that" || tokens[k].Tag == "CC":
			return false
		case finite(tokens[k].Tag):
			return true
		}
	}
	return false
}

func stops(w string) bool {
	return w == "," || w == ";" || w == ":" || w == "." || w == "\"" || w == "—" || w == "–"
}

func finite(tag string) bool { return tag == "VBZ" || tag == "VBP" || tag == "VBD" || tag == "MD" }

// likesHere: "The Reds like the mayor": like behind a plural with no verb before it in its stretch.
func likesHere(tokens []schema.Token, i int, words *lex.Words) bool {
	if i+1 >= len(tokens) || !strings.HasSuffix(tokens[i-1].Text, "s") && tokens[i-1].Tag != "PRP" || !strings.HasPrefix(tokens[i-1].Tag, "NN") && tokens[i-1].Tag != "PRP" {
		return false
	}
	return !finiteNear(tokens, i, words)
}

// retagOnlyVerb: a sentence that ends in a full stop and has no finite verb has one all the same: the first participle behind a noun
// ("Canada imposed sanctions on Belarus").
func retagOnlyVerb(tokens []schema.Token, words *lex.Words) {
	last := len(tokens) - 1
	if last < 2 || tokens[last].Text != "." || hasFinite(tokens, 0, last) {
		return
	}
	for i := 1; i < last; i++ {
		t := &tokens[i]
		if t.Tag != "VBN" || !strings.HasSuffix(t.Text, "ed") && Lemma(t.Text, "VBD") == t.Lemma && t.Text == t.Lemma {
			continue
		}
		switch prev := tokens[i-1].Tag; {
		case strings.HasPrefix(prev, "NN"), prev == "PRP", prev == "RB":
		case prev == "VB" && i > 2 && tokens[i-2].Tag == "TO" && strings.HasPrefix(tokens[i-3].Tag, "NN") && opensObject(tokens[i+1]): // "her refusal to resign angered the party"
		default:
			continue
		}
		if tokens[i+1].Text == "by" || tokens[i-1].Text == "," {
			return
		}
		set(t, "VBD")
		return
	}
	for i := 1; i < last; i++ {
		switch {
		case plainVerbHere(tokens, i, words):
			set(&tokens[i], "VBP")
			return
		case oddPastHere(tokens, i):
			set(&tokens[i], "VBD")
			return
		}
	}
}

// oddPastHere: "Lund, her deputy, sprang to her defence": a past form that is no noun, behind a noun or what is inserted after one.
func oddPastHere(tokens []schema.Token, i int) bool {
	t := &tokens[i]
	if t.Tag != "NN" || t.Text == "" || t.Text[0] < 'a' || strings.HasSuffix(t.Text, "ed") || Lemma(t.Text, "VBD") == t.Text {
		return false
	}
	next := tokens[i+1].Tag
	return (tokens[i-1].Text == "," || strings.HasPrefix(tokens[i-1].Tag, "NN") || tokens[i-1].Tag == "RB") && (next == "IN" || next == "TO" || next == "RP" || next == "DT" || next == "PRP" || next == "PRP$")
}

// plainVerbHere: "The Greens, on the other hand, back the levy": the form of a verb of stance behind a plural, or behind what is inserted
// after one, with an object behind it.
func plainVerbHere(tokens []schema.Token, i int, words *lex.Words) bool {
	t := &tokens[i]
	if t.Text == "" || t.Text[0] < 'a' || t.Tag != "RB" && t.Tag != "NN" && t.Tag != "JJ" && t.Tag != "VB" || !opensObject(tokens[i+1]) && !strings.HasPrefix(tokens[i+1].Tag, "NNP") && tokens[i+1].Tag != "NNS" {
		return false
	}
	if !takes(words, strings.ToLower(t.Text), "object") {
		return false
	}
	k := i - 1
	if tokens[k].Text == "," {
		for k--; k > 0 && tokens[k].Text != ","; k-- {
		}
		k--
	}
	return k >= 0 && (tokens[k].Tag == "NNS" || tokens[k].Tag == "NNPS")
}

// retagInfinitives: "to fund the fair", "will the panel lift the ban?", "funds, trains and arms them": a noun's form where an object
// follows and a verb is due.
func retagInfinitives(tokens []schema.Token, words *lex.Words) {
	modal := -1 // an auxiliary that still waits for its verb
	for i := range tokens {
		t := &tokens[i]
		switch {
		case stops(t.Text):
			modal = -1
		case t.Tag == "MD", i == 0 && (t.Lemma == "do"):
			modal = i
		case strings.HasPrefix(t.Tag, "VB"):
			modal = -1
		}
		if i == 0 || i+1 >= len(tokens) || t.Tag != "NN" && t.Tag != "JJ" && t.Tag != "RB" || t.Text[0] < 'a' {
			continue
		}
		if toName(tokens, i, words) {
			set(t, "VB")
			set(&tokens[i-1], "TO")
			continue
		}
		if !opensObject(tokens[i+1]) {
			continue
		}
		switch {
		case tokens[i-1].Text == "to" && (i < 2 || tokens[i-2].Tag != "VBG"):
			set(t, "VB")
			set(&tokens[i-1], "TO")
		case modal >= 0 && modal >= i-6 && strings.HasPrefix(tokens[i-1].Tag, "NN") && tokens[i+1].Tag != "PRP":
			set(t, "VB")
			modal = -1
		}
	}
	for i := 1; i+1 < len(tokens); i++ { // "does not fund the rebels but trains them"
		t := &tokens[i]
		if t.Tag == "NNS" && t.Text[0] >= 'a' && tokens[i-1].Tag == "CC" && (tokens[i+1].Tag == "PRP" || tokens[i+1].Tag == "PRP$") && len(words.Lookup(schema.VerbPred, Lemma(t.Text, "VBZ"), "")) > 0 && hasFinite(tokens, 0, i) {
			set(t, "VBZ")
		}
	}
}

// toName: "failed to back Chile", "too loyal to criticise Lund": between a verb or an adjective with "to" and a name, a word that the lexicon knows as a verb is one.
func toName(tokens []schema.Token, i int, words *lex.Words) bool {
	return i >= 2 && tokens[i-1].Text == "to" && (strings.HasPrefix(tokens[i-2].Tag, "VB") && tokens[i-2].Tag != "VBG" || tokens[i-2].Tag == "JJ") && strings.HasPrefix(tokens[i+1].Tag, "NNP") &&
		slices.ContainsFunc(words.Lookup(schema.VerbPred, tokens[i].Text, ""), func(w lex.Word) bool { return w.Frame == "object" })
}

// opensObject: what an object begins with.
func opensObject(t schema.Token) bool {
	return t.Tag == "DT" || t.Tag == "PRP$" || t.Tag == "PRP" || t.Tag == "CD"
}

// headline: most of the longer words begin with a capital, as in a headline or a caption.
func headline(tokens []schema.Token) bool {
	upper, lower := 0, 0
	for i := range tokens {
		w := tokens[i].Text
		if len(w) < 4 || !isLetter(w) {
			continue
		}
		if w[0] >= 'A' && w[0] <= 'Z' {
			upper++
		} else {
			lower++
		}
	}
	return upper > lower
}
