package mention

import (
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// definiteNoun resolves "the chancellor", "the council", "the government", "his country" to whom the
// document has named, where only one can be meant.
func (r *reader) definiteNoun(v *view, at int, d *draft) bool {
	if r.byApposition(v, d) {
		return true
	}
	if d.number != 1 {
		return false
	}
	if v.tag(d.from) == "PRP$" {
		return r.ownCountry(v, at, d)
	}
	if w := v.low[d.from]; w != "the" && w != "this" && w != "that" || d.to > d.head+1 {
		return false
	}
	for k := d.from + 1; k < d.head; k++ {
		if v.tag(k) == "POS" || v.covered(k) {
			return false
		}
	}
	switch d.noun.Class {
	case lexicon.OnePerson:
		return r.roleBearer(v, at, d)
	case lexicon.Body:
		if d.words == "government" || d.words == "country" || d.words == "nation" {
			return r.government(v, at, d)
		}
		return r.body(v, at, d) || d.words == "ministry" && v.acts(d.head) && r.government(v, at, d)
	case lexicon.SomeGroup:
		return r.body(v, at, d)
	}
	return false
}

// byApposition: "the treaty's main backer, Senator Nora Pike": the phrase and the name are one.
func (r *reader) byApposition(v *view, d *draft) bool {
	if !v.tree || d.number != 1 {
		return false
	}
	for k := d.head + 1; k < len(v.t) && k < d.head+12; k++ {
		if v.t[k].Head == d.head && v.t[k].Rel == "appos" && v.covered(k) {
			if n := v.of[k]; r.takeFrom(v, d, n) {
				if v.drafts[n].from == d.to { // "the armed group Hamas"
					d.to = v.drafts[n].to
				}
				return true
			}
			return false
		}
	}
	if v.t[d.head].Rel == "appos" && !v.preposed(d.from) {
		if h := v.t[d.head].Head; h >= 0 && v.covered(h) {
			return r.takeFrom(v, d, v.of[h])
		}
	}
	// the tree often misses it: NOUN , Name ,
	if at := d.to + 1; v.word(d.to) == "," && eitherSide[d.words] {
		if v.word(at) == "the" {
			at++
		}
		if v.covered(at) && v.drafts[v.of[at]].kind == schema.Organization {
			return r.takeFrom(v, d, v.of[at])
		}
	}
	if v.word(d.to) == "," && v.covered(d.to+1) && d.noun.Class == lexicon.OnePerson {
		n := &v.drafts[v.of[d.to+1]]
		if n.kind == schema.Person && (v.word(n.to) == "," || v.word(n.to) == ".") {
			return r.takeFrom(v, d, v.of[d.to+1])
		}
	}
	return false
}

// preposed: a preposition stands before the phrase, so that it is no apposition: "Chad, according to the ministry, …".
func (v *view) preposed(from int) bool {
	return v.tag(from-1) == "IN" || v.tag(from-1) == "TO"
}

// eitherSide are words for persons that bodies are called by as well.
var eitherSide = wordSet("rival ally opponent foe enemy competitor partner critic neighbour neighbor adversary backer supporter guarantor member founder owner")

func (r *reader) takeFrom(v *view, d *draft, i int) bool {
	n := &v.drafts[i]
	fits := n.kind == schema.Person && d.noun.Class == lexicon.OnePerson || n.kind == schema.Organization && eitherSide[d.words] || n.kind == schema.Organization && d.noun.Class == lexicon.Body || n.kind == schema.Country && d.words != "" && (d.noun.Class == lexicon.Body || d.noun.Class == lexicon.OnePerson)
	if len(n.actors) != 1 || n.form != schema.Named || !fits {
		return false
	}
	d.actors, d.kind, d.gender, d.score, d.why = n.actors, n.kind, n.gender, 0.85, "stands with the name "+n.name
	if d.kind == schema.Person {
		r.bears(n.actors[0], r.described(v, d.from, d.to), v.span(d.from, d.to))
	}
	return true
}

// roleBearer finds the one person of whom the document says the role.
func (r *reader) roleBearer(v *view, at int, d *draft) bool {
	role := strings.ToLower(r.described(v, d.from, d.to))
	id := ""
	for _, b := range r.roleOf[max(0, len(r.roleOf)-farthest):] {
		if !hasRole(b.role, role) {
			continue
		}
		if id != "" && id != b.id {
			return false
		}
		id = b.id
	}
	if id == "" {
		return false
	}
	d.actors, d.kind, d.score, d.why = []string{id}, schema.Person, 0.8, "the "+d.words+" of this text is "+r.actors[id].Name
	d.gender = r.genderOf(id, d.gender)
	return true
}

// hasRole: the role ends with the words or has them before a comma or "of": "german chancellor", "president of the council".
func hasRole(role, words string) bool {
	if role == words {
		return true
	}
	if i := strings.IndexAny(role, ","); i >= 0 {
		if hasRole(strings.TrimSpace(role[:i]), words) {
			return true
		}
		return hasRole(strings.TrimSpace(role[i+1:]), words)
	}
	if i := strings.Index(role, " of "); i >= 0 {
		return hasRole(role[:i], words)
	}
	if i := strings.Index(role, " to "); i >= 0 {
		return hasRole(role[:i], words)
	}
	return strings.HasSuffix(role, " "+words) && !secondary(role, words)
}

// secondary: a vice president is not the president.
func secondary(role, words string) bool {
	before := strings.TrimSpace(strings.TrimSuffix(role, words))
	switch lastWord(before) {
	case "vice", "deputy", "former", "ex", "assistant", "associate", "under", "shadow", "press":
		return true
	case "prime":
		return words == "minister"
	}
	return false
}
