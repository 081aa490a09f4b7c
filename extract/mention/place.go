package mention

import (
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
)

// inPlace says that a name stands as the place where something is, and does nothing: "in Geneva",
// "came back to Geneva". A verb or noun that takes an actor by that preposition makes it one.
func (r *reader) inPlace(v *view, d *draft) bool {
	prep := ""
	if v.tree {
		h := d.head
		if v.rel(h) == "conj" && v.t[h].Head >= 0 {
			h = v.t[h].Head
		}
		switch v.rel(h) {
		case "obl", "nmod":
		case "compound", "appos", "flat":
			return d.sense == lexicon.AsCapital && v.rel(h) == "appos"
		case "obj":
			return v.t[h].Head >= 0 && leaving[v.t[v.t[h].Head].Lemma]
		case "nsubj", "iobj", "root", "ccomp", "advcl", "xcomp":
			return false
		}
		for k := d.from - 1; k >= 0 && k >= d.from-4; k-- {
			if v.t[k].Rel == "case" && v.t[k].Head == h {
				prep = v.low[k]
				break
			}
		}
	}
	if prep == "" {
		k := d.from - 1
		if v.word(k) == "the" {
			k--
		}
		prep = v.word(k)
	}
	switch prep {
	case "at":
		return d.entry == nil || d.entry.Place != lexicon.Nation // one lashes out at Sweden, nobody is at Sweden
	case "in", "near", "around", "outside", "inside", "across", "throughout", "within", "off", "via", "into", "onto", "over", "through", "above", "along", "beyond":
		return true
	case "to", "from", "toward", "towards":
		return v.moves(d.head)
	}
	return false
}

// moves: the phrase hangs on a verb of moving, or on no verb or noun of relation at all.
func (v *view) moves(head int) bool {
	if !v.tree || head < 0 || v.t[head].Head < 0 {
		return false
	}
	at := v.t[head].Head
	g := v.t[at]
	if g.Lemma == "go" && v.feelingGoes(at) {
		return false
	}
	return moving[g.Lemma] || moving[strings.ToLower(g.Text)]
}

// feelingGoes: what goes is thanks or sympathy: "our thanks go to Mali".
func (v *view) feelingGoes(verb int) bool {
	for k := range v.t[:verb] {
		if v.t[k].Head == verb && v.t[k].Rel == "nsubj" {
			return feelings[v.t[k].Lemma]
		}
	}
	return false
}

var feelings = wordSet("thanks gratitude condolence sympathy support credit praise congratulation appreciation respect heart thought prayer vote money aid help prize award blame")

// leaving are verbs whose object is where somebody is: "left Caracas".
var leaving = wordSet("leave flee enter reach tour cross depart exit")

var moving = wordSet(`come go travel fly drive return move arrive flee walk run sail head trip flight visit journey leave depart escape deport border
	tour bear born live stay remain near withdraw ship transport march migrate emigrate commute relocate broadcast way road route train bus`)
