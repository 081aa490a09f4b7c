package mention

import (
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// affiliateBefore reads the country or body that stands before a titled name: "Russian President Vladimir Putin",
// "U.S. Rep. Jane Holt", "NATO Secretary General Jens Stoltenberg".
func (r *reader) affiliateBefore(v *view, d *draft, id string) {
	if d.title == "" || d.from == 0 || !v.covered(d.from-1) {
		return
	}
	before := &v.drafts[v.of[d.from-1]]
	if before.to != d.from || before.kind == schema.Person || before.kind == "" || before.kind == schema.Group {
		return
	}
	of := r.nameID(before)
	role := v.text(r.doc, before.from, d.from) + " " + d.title
	r.affiliate(id, of, role, v.span(before.from, d.to))
	if n := len(r.roleOf); n > 0 && r.roleOf[n-1].id == id && r.roleOf[n-1].of == "" {
		r.roleOf[n-1].of = of
		if w := v.word(before.from - 1); w == "former" || w == "ex" {
			r.roleOf[n-1].role = "former " + r.roleOf[n-1].role
		}
	}
	before.form, before.score = schema.Demonym, min(before.score, 0.5)
	before.why = "in the title of " + d.name
}

// apposition reads ", the party's spokesman," and ", Turkey's foreign minister," after a name.
func (r *reader) apposition(v *view, d *draft, id string) {
	if v.word(d.to) != "," || d.to+1 >= len(v.words) {
		return
	}
	end, head := d.to+1, -1
	for ; end < len(v.words) && end < d.to+14; end++ {
		w := v.low[end]
		if w == "," || w == "." || w == ")" || isQuote(w) || v.tag(end) == "WP" || v.tag(end) == "WDT" || strings.HasPrefix(v.tag(end), "VB") || v.tag(end) == "MD" {
			break
		}
		if head < 0 && (v.tag(end) == "NN" || v.proper(end)) && v.tag(end+1) != "NN" && v.tag(end+1) != "POS" {
			if n, ok := r.l.Noun(w); ok && n.Class == lexicon.OnePerson || ok && r.l.Title(v.words, end) > 0 || r.l.Title(v.words, end) > 0 || w == "head" || w == "founder" {
				head = end
			} else if v.tag(end) == "NN" {
				return
			}
		}
	}
	if head < 0 {
		return
	}
	from := d.to + 1
	if w := v.low[from]; w == "the" || w == "a" || w == "an" {
		from++
	}
	role := v.text(r.doc, from, end)
	r.bears(id, role, v.span(d.from, end))
}
