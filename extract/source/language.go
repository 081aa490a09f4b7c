package source

import (
	"sort"
	"strings"
	"unicode"
)

// functionWords are the commonest short words of languages that news is written in. Words that are
// common in two of them, one being English, are in neither list.
var functionWords = map[string]map[string]bool{
	"English":    words("the of and to is that it for with are his this be from by have not but which you were or had they has their we would who what when there been if more its he she said about after than one i'm it's don't our can"),
	"Spanish":    words("el los las del que una por con para como pero sus más está son fue este esta también ha entre cuando sobre según hasta desde muy sin donde y"),
	"French":     words("le les des du une et est dans pour que qui sur pas plus par au avec ce cette sont il elle ont mais leur nous vous aux été ne se selon"),
	"German":     words("der das und ist nicht ein eine den dem des mit auf für von zu sich auch als wird sind werden hat nach bei einer einem wie über aus noch ich sie"),
	"Italian":    words("il che di della per una sono non con del gli le dei anche più nel alla ha dal delle questo è si come ma lo dalla"),
	"Portuguese": words("que não uma com para os dos das mais foi pelo pela são também ele ela seu sua até mas ao isso está em e o"),
	"Dutch":      words("de het een van en dat niet zijn op met voor aan ook er maar om hij als bij door naar heeft wordt nog uit deze ze hebben"),
	"Turkish":    words("ve bir bu için ile olarak da olan daha çok ne gibi kadar sonra ise değil olduğunu var en ancak göre ama her"),
	"Polish":     words("w i na z się nie że do jest o jak po od przez za są ale czy tym dla oraz tego który"),
	"Swedish":    words("och att det som på är av för med den till inte har om ett men var jag från kan vid så"),
	"Danish":     words("og at det er som på af med den til ikke har om et men var jeg fra kan der vil"),
	"Norwegian":  words("og å det er som på av med til ikke har om et men var jeg fra kan vil ble"),
	"Indonesian": words("yang dan di itu dengan untuk tidak ini dari dalam akan pada juga ke karena oleh saya bisa telah adalah"),
	"Romanian":   words("și în de la cu nu este că din pe pentru mai care sunt fi sau după această prin dar"),
	"Finnish":    words("ja on ei että se oli hän mutta ovat kun myös joka tai kuin sen mukaan jos nyt"),
	"Hungarian":  words("a az és hogy nem is egy meg volt csak de ez van el már mint ki azt lesz"),
	"Czech":      words("a se na je že v s z do to i o ale jako za by podle byl pro jsou"),
}

// notEnglish says that a text is in another language, and which, when it is sure: a script other than
// Latin, or many function words of another language and next to none of English. A text that is short
// or a mere list of names is never refused.
func notEnglish(text string) (language string, sure bool) {
	const enough = 20 << 10
	if len(text) > enough {
		text = text[:enough]
	}
	letters, latin := 0, 0
	scripts := map[string]int{}
	for _, r := range text {
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		if unicode.Is(unicode.Latin, r) {
			latin++
		} else {
			scripts[scriptOf(r)]++
		}
	}
	if letters >= 12 && (letters-latin)*2 > letters {
		return commonest(scripts), true
	}
	counts := map[string]int{}
	n := 0
	for w := range strings.FieldsSeq(text) {
		w = strings.Trim(lowerRunes(w), `.,;:!?"'“”‘’«»()[]…—–-`)
		if w == "" {
			continue
		}
		n++
		for language, list := range functionWords {
			if list[w] {
				counts[language]++
			}
		}
	}
	english := counts["English"]
	delete(counts, "English")
	other := commonest(counts)
	if n >= 10 && counts[other] >= 4 && counts[other]*100 >= n*12 && english*100 < n*6 && counts[other] > english*4 {
		return other, true
	}
	return "", false
}

// commonest gives the key of the highest count, of equals the first in the alphabet.
func commonest(counts map[string]int) string {
	keys := make([]string, 0, len(counts))
	for k := range counts {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	best := ""
	for _, k := range keys {
		if best == "" || counts[k] > counts[best] {
			best = k
		}
	}
	return best
}

func scriptOf(r rune) string {
	for _, s := range []struct {
		name  string
		table *unicode.RangeTable
	}{
		{"Cyrillic script", unicode.Cyrillic}, {"Arabic script", unicode.Arabic}, {"Chinese", unicode.Han},
		{"Greek", unicode.Greek}, {"Hebrew", unicode.Hebrew}, {"Japanese", unicode.Hiragana}, {"Japanese", unicode.Katakana},
		{"Korean", unicode.Hangul}, {"Hindi", unicode.Devanagari}, {"Thai", unicode.Thai},
	} {
		if unicode.Is(s.table, r) {
			return s.name
		}
	}
	return "another script"
}
