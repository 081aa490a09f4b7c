package mention

import (
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// readNominals finds the described actors of a sentence, noun phrases whose head means people or a body, the things
// that compete with them for pronouns, and the pronouns.
func (r *reader) readNominals(v *view) {
	for i := range v.t {
		if v.covered(i) {
			continue
		}
		switch v.tag(i) {
		case "NN", "NNS", "NNP", "NNPS":
			r.nominalAt(v, i)
		case "JJ", "JJS", "VBN", "CD", "DT":
			r.groupAt(v, i)
		case "PRP", "PRP$":
			r.pronounAt(v, i)
		}
	}
}

// nominalAt reads the phrase whose head is the noun at i.
func (r *reader) nominalAt(v *view, i int) {
	if v.modifier(i) {
		return
	}
	d := draft{extent: extent{i, i + 1, i}, form: schema.Nominal, role: v.roleOf(i), use: asThing}
	d.number = numberOf(v, i)
	n, start, ok := r.nounAt(v, i)
	if !ok || r.abstract(v, i) {
		if !v.is(i, lexicon.CalendarWord) {
			v.drafts = append(v.drafts, d)
		}
		return
	}
	end := i + 1
	if two, found := r.l.Noun(v.low[i] + " " + v.word(end)); found && v.tag(end) == "JJ" && !v.noun(end+1) {
		n, end = two, end+1 // "the attorney general"
	}
	d.from, d.to = v.phrase(i, start)
	if v.is(d.from, lexicon.NegativeQuantifier) {
		d.to = i + 1
		v.drafts = append(v.drafts, d)
		return
	}
	d.to, d.use = max(d.to, end), asActor
	d.noun, d.word, d.gender = n, v.low[i], n.Gender
	if n.Plural {
		d.number = 2
	}
	d.typed(kindOfNoun(n.Class, d.number), 0.75, "described")
	if d.name = r.describedName(v, d.from, d.to); d.name == "" || r.bare(v, &d, start) {
		return
	}
	if !r.ofNation(v, &d) && n.Class == lexicon.NotActor {
		d.use = asThing
	}
	r.counted(v, &d)
	v.drafts = append(v.drafts, d)
}

func kindOfNoun(c lexicon.Class, number int) schema.Kind {
	if c == lexicon.Body && number == 2 {
		return schema.Group
	}
	return map[lexicon.Class]schema.Kind{
		lexicon.OnePerson: schema.Person, lexicon.SomeGroup: schema.Group, lexicon.Body: schema.Organization,
	}[c]
}

// modifier says that the noun at i only modifies another one.
func (v *view) modifier(i int) bool {
	switch v.rel(i) {
	case "compound":
		apart := !v.noun(i+1) && v.word(i+1) != "-" && v.tag(i+1) != "JJ" // the tree joins what does not stand together
		return !apart && v.governor(i) > i
	case "amod", "flat", "fixed", "goeswith":
		return true
	}
	return false
}

// nounAt looks up the noun at i, with the word before it where both are one noun ("aid groups"). start is the first
// token of the noun; ok is false where it means no actor.
func (r *reader) nounAt(v *view, i int) (n lexicon.Noun, start int, ok bool) {
	actor := func(n lexicon.Noun) bool { return n.Class != lexicon.NotActor || n.Acting }
	if i > 0 && !v.covered(i-1) && letters(v.words[i-1]) {
		if n, ok = r.l.Noun(v.low[i-1] + " " + v.low[i]); ok {
			return n, i - 1, actor(n)
		}
	}
	if r.l.NeverActor(v.low[i]) {
		return n, i, false
	}
	if n, ok = r.l.Noun(v.low[i]); ok {
		return n, i, actor(n)
	}
	n, ok = r.bySuffix(v, i)
	return n, i, ok
}

// bySuffix recognises persons by their ending where no list has them: "steelworkers", "novelist".
func (r *reader) bySuffix(v *view, i int) (lexicon.Noun, bool) {
	w, plural := v.low[i], numberOf(v, i) == 2
	if plural {
		w = strings.TrimSuffix(w, "s")
	} else if v.proper(i) {
		return lexicon.Noun{}, false
	}
	for _, end := range r.l.Words(lexicon.PersonSuffix) {
		if stem, ok := strings.CutSuffix(w, end); ok && len(stem) > 2 && len(w) > 6 {
			n := lexicon.Noun{Class: lexicon.OnePerson, Sector: "CVL"}
			if plural || strings.HasSuffix(w, "men") {
				n.Class, n.Plural = lexicon.SomeGroup, true
			}
			return n, true
		}
	}
	return lexicon.Noun{}, false
}

// abstract: the noun at i means a body only in other contexts: "the opposition" is one, "Turkey's opposition to the
// bid" is none; "a majority of the voters" counts the voters.
func (r *reader) abstract(v *view, i int) bool {
	complement := v.rel(i+1) == "case"
	switch {
	case v.is(i, lexicon.CapitalBody):
		return !v.capital(i) || v.starts(i)
	case v.is(i, lexicon.QuantityGroup):
		return v.isOf(i+1) && complement
	case !v.is(i, lexicon.AbstractBody):
		return false
	case complement:
		return true
	}
	before := v.nameAt(i - 1)
	owned := v.tag(i-1) == "POS" || before != nil && before.form == schema.Named
	if owned && v.is(i, lexicon.OwnedBody) { // "Lund's campaign accused", "Christies office", its apostrophe lost
		return false
	}
	for k := i - 1; k >= 0 && k > i-4; k-- {
		n := v.nameAt(k)
		if v.isThe(k) || n != nil && n.form == schema.Demonym {
			return false
		}
		if !strings.HasPrefix(v.tag(k), "JJ") && !v.noun(k) {
			break
		}
	}
	return true
}

// bare: one person's noun without article is a role, not somebody: "for president", "took hostage". A body's is one
// too, unless it is spoken of so: "told parliament".
func (r *reader) bare(v *view, d *draft, start int) bool {
	if d.number != 1 || d.noun.Class == lexicon.SomeGroup || v.proper(d.head) && d.noun.Class == lexicon.Body {
		return false
	}
	for k := d.from; k < start; k++ {
		switch v.tag(k) {
		case "DT", "PRP$", "POS", "CD", "PDT":
			return false
		}
		if v.covered(k) {
			return false
		}
	}
	return !r.l.Is(lexicon.BareBody, d.word)
}
