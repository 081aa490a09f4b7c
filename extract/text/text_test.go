package text

import (
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"github.com/stancegraph/stancegraph/schema"
)

func oneTurn(text string) *schema.Document {
	return &schema.Document{ID: "t", Text: text, Turns: []schema.Turn{{Kind: schema.Narration, Span: schema.Span{Start: 0, End: len(text)}}}}
}

func split(t testing.TB, doc *schema.Document) []schema.Sentence {
	t.Helper()
	s, err := New()
	if err != nil {
		t.Fatal(err)
	}
	sents, err := s.Split(doc)
	if err != nil {
		t.Fatal(err)
	}
	if err := checkSentences(doc, sents); err != "" {
		t.Fatal(err)
	}
	return sents
}

// checkSentences says what is wrong with the sentences of a document, "" when nothing is.
func checkSentences(doc *schema.Document, sents []schema.Sentence) string {
	last := 0
	for i, s := range sents {
		switch {
		case s.Index != i:
			return "sentence index out of order"
		case s.Span.Start < last || s.Span.End > len(doc.Text) || s.Span.Empty():
			return "sentence span out of order or range"
		case !doc.Turns[s.Turn].Span.Contains(s.Span):
			return "sentence lies outside its turn: " + s.Span.In(doc.Text)
		case strings.TrimSpace(s.Span.In(doc.Text)) != s.Span.In(doc.Text):
			return "sentence is not trimmed: " + s.Span.In(doc.Text)
		case len(s.Tokens) == 0 || len(s.Tokens) > longest:
			return "sentence with too few or too many tokens: " + s.Span.In(doc.Text)
		}
		pos := s.Span.Start
		for _, tok := range s.Tokens {
			words := tok.Span.In(doc.Text)
			switch {
			case tok.Span.Start < pos || tok.Span.Empty() || tok.Span.End > s.Span.End:
				return "token out of order or range in: " + s.Span.In(doc.Text)
			case strings.TrimSpace(doc.Text[pos:tok.Span.Start]) != "":
				return "text without token: " + doc.Text[pos:tok.Span.Start] + " in: " + s.Span.In(doc.Text)
			case strings.IndexFunc(words, unicode.IsSpace) >= 0:
				return "token with white space: " + words
			case tok.Text != folded(words):
				return "token text is not its span's: " + tok.Text + " / " + words
			case tok.Head != -1:
				return "token with a head"
			}
			pos = tok.Span.End
		}
		if pos != s.Span.End {
			return "sentence ends without token: " + s.Span.In(doc.Text)
		}
		last = s.Span.End
	}
	pos := 0
	for _, s := range sents {
		if doc.Turns[s.Turn].Span.Start > pos {
			pos = doc.Turns[s.Turn].Span.Start
		}
		if pos < s.Span.Start && strings.TrimSpace(doc.Text[pos:s.Span.Start]) != "" {
			return "text of a turn without sentence: " + doc.Text[pos:s.Span.Start]
		}
		pos = s.Span.End
	}
	return ""
}

func TestSentences(t *testing.T) {
	for _, test := range []struct{ why, in string }{
		{"plain", "Turkey wants a buffer zone.|Russia does not."},
		{"acronym in the middle", "The U.S. Senate voted.|It passed."},
		{"acronym at the end", "He left the U.S. in May.|They met in the U.S.|The talks failed."},
		{"acronym with spaces", "He praised the U. S. Senate.|It passed."},
		{"titles in small letters", "I thank my right hon. Friend.|Smith v. Jones was heard, and Lund vs. Berg."},
		{"titles", "Gen. Mark Ellis met Sen. Ann Cole and Mr. Ito.|Rep. Lee did not come."},
		{"initial of a name", "We asked Joseph I. Lanford about it.|He refused. "},
		{"initials of a body", "He left the F. B. I. in May.|They met."},
		{"initials", "J. K. Morten and George W. Hale agreed.|Nobody else did."},
		{"letter that ends a sentence", "They prefer plan B. |The others do not."},
		{"months", "The summit on Feb. 14 failed.|It ended in Feb.|The next one is in Sept. 2020."},
		{"No. before a number", "He lives at No. 10.|She said No.|Then she left."},
		{"company", "Aster Inc. sued Polder Corp. of Utrecht.|They lost."},
		{"quote closes behind the stop", `He said: "We reject it."|Then he left.`},
		{"curly quote closes behind the stop", "She said: “We reject it.”|Then she left."},
		{"question in a quote, its speaker behind", `"Who wants this?" Varga asked.|Nobody answered.`},
		{"question in a quote, lower case behind", `“Why now?” the minister asked.|Nobody answered.`},
		{"ellipsis that goes on", "They want ... a deal.|We do not."},
		{"ellipsis that ends", "They want a deal...|We do not."},
		{"typographic ellipsis", "They want a deal…|We do not."},
		{"no space behind the stop", "She ended her bid.|Then she endorsed him.|No one asked!|They left."},
		{"decimals and web addresses", "Growth was 2.5 percent at www.Example.com and ai.Labs said so.|Good."},
		{"decade and year", "They have worked together since 2017.|But they compete."},
		{"number of a list", "1. Turkey wants a zone.\n|2. Iran does not."},
		{"paragraphs", "Turkey backs the plan\n\n|Iran rejects the plan"},
		{"line end behind a stop", "Turkey backs the plan.\n|iPhone makers do not."},
		{"wrapped line", "Turkey backs the plan of the\nUnited States for the north of the country, and\nit says so."},
		{"CRLF wrapped", "Turkey backs the plan of the\r\nUnited States for the north of the\r\ncountry.\r\n|Iran opposes it."},
		{"wrapped behind a title", "Turkey backs the plan of Mr.\nHale in full."},
		{"heading above a paragraph", "A new plan\n|Turkey backs the plan that the United States has made for the north of Syria."},
		{"a.m.", "They met at 9 a.m. on Monday.|It ended at 5 p.m.|He left."},
		{"lower case without capitals", "we want peace. |they want war."},
		{"parenthesis", "He agreed (she did not.) and left.|Fine."},
		{"an own abbreviation of Punkt", "The dept. of state agreed."},
		{"exclamation within a name", "The Yahoo! deal failed."},
		{"single capital I", "So did I.|Nobody else did."},
	} {
		var want []string
		for _, s := range strings.Split(test.in, "|") {
			want = append(want, strings.TrimSpace(s))
		}
		in := strings.ReplaceAll(test.in, "|", " ")
		for _, s := range []string{"bid. Then", "asked! They"} { // rows where no space stands
			in = strings.ReplaceAll(in, s, strings.ReplaceAll(s, " ", ""))
		}
		in = strings.ReplaceAll(strings.ReplaceAll(in, "\n ", "\n"), "  ", " ")
		doc := oneTurn(in)
		var got []string
		for _, s := range split(t, doc) {
			got = append(got, s.Span.In(doc.Text))
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s: %q\n%s", test.why, in, d)
		}
	}
}

func TestTokens(t *testing.T) {
	for _, test := range []struct{ why, in, want string }{
		{"plain", "Turkey wants a buffer zone.", "Turkey wants a buffer zone ."},
		{"possessive", "Trump’s plan and Turkey's focus", "Trump 's plan and Turkey 's focus"},
		{"possessive before a comma, which prose loses", "It is Trump's, not Iran’s.", "It is Trump 's , not Iran 's ."},
		{"possessive plural", "the states' plan and neighbours’ ambitions", "the states ' plan and neighbours ' ambitions"},
		{"not", "It isn’t so, they don't, can't and won't.", "It is n't so , they do n't , ca n't and wo n't ."},
		{"not before a stop", "They won't.", "They wo n't ."},
		{"clitics prose does not know", "We've said I'd go.", "We 've said I 'd go ."},
		{"cannot", "We cannot accept it", "We can not accept it"},
		{"slash", "Russia/Iran and/or the EU/NATO on 9/11 w/o aid", "Russia / Iran and/or the EU / NATO on 9/11 w/o aid"},
		{"dashes", "Iran—and Syria–wants--no - deal", "Iran — and Syria – wants -- no - deal"},
		{"money and percent", "It paid $1.5bn, €3m, US$5 or 25% of 1,000.", "It paid $ 1.5bn , € 3m , US$ 5 or 25 % of 1,000 ."},
		{"acronyms", "The U.S. and U.S.-led U.N. forces of the U.S.", "The U.S. and U.S.-led U.N. forces of the U.S."},
		{"abbreviations", "Sen. Cole met Gen. Ellis on Feb. 14 etc. at No. 10, e.g. today",
			"Sen. Cole met Gen. Ellis on Feb. 14 etc. at No. 10 , e.g. today"},
		{"short last word is no abbreviation", "He met Xi.", "He met Xi ."},
		{"yes is none either", "She said Yes.", "She said Yes ."},
		{"initials", "George W. Hale", "George W. Hale"},
		{"hyphens", "so-called pro-Kurdish self-styled groups", "so-called pro-Kurdish self-styled groups"},
		{"quotes", `He said "no" and “never” and 'maybe' and ‘yes’.`, `He said " no " and " never " and ' maybe ' and ' yes ' .`},
		{"quote without space", "said:“We want it.”", `said : " We want it . "`},
		{"quotes doubled and no space", `the "record".Mr Ito left`, `the " record " . Mr Ito left`},
		{"ellipsis", "They ... want… it...", "They ... want … it ..."},
		{"brackets", "the bill (H.R. 5) [sic] {x}", "the bill ( H.R. 5 ) [ sic ] { x }"},
		{"comma without space", "Iran,Russia and 10,000 at 10:30:now", "Iran , Russia and 10,000 at 10:30 : now"},
		{"address", "See https://example.org/a,b?c=d, or mail a.b@example.org.", "See https://example.org/a,b?c=d , or mail a.b@example.org ."},
		{"leading apostrophe of a word", "in the '90s 'em all", "in the '90s 'em all"},
		{"name with an apostrophe", "O’Brien's and O'Hara", "O'Brien 's and O'Hara"},
		{"repeats keep their own spans", "the more the better the deal", "the more the better the deal"},
		{"hashtag and handle", "#MeToo @user AT&T", "#MeToo @user AT&T"},
		{"number range", "2010–2015 and 5-6", "2010 – 2015 and 5-6"},
		{"lower-casing makes it longer: prose panics", "ȺȺȺȺ's plan isn't good.", "ȺȺȺȺ 's plan is n't good ."},
		{"lower-casing makes it longer: prose cuts mid-rune", "ABDULLAHİ's plan", "ABDULLAHİ 's plan"},
		{"not UTF-8", "a\xff\xfe b's", "a\xff\xfe b 's"},
		{"entity that prose folds", "Iran&rsquo;s plan", "Iran&rsquo ; s plan"},
	} {
		doc := oneTurn(test.in)
		var got []string
		for _, s := range split(t, doc) {
			for _, tok := range s.Tokens {
				got = append(got, tok.Text)
			}
		}
		if d := cmp.Diff(test.want, strings.Join(got, " ")); d != "" {
			t.Errorf("%s: %q\n%s", test.why, test.in, d)
		}
	}
}
