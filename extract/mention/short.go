package mention

import (
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// acronyms reads "the African National Congress (ANC)": the short form means the long one from then on.
func (r *reader) acronyms() {
	for _, v := range r.views {
		for i := range v.drafts {
			d := &v.drafts[i]
			if d.kind != schema.Organization || d.to+2 >= len(v.words) || v.words[d.to] != "(" && v.words[d.to] != "-LRB-" || v.to(d.to+2) != ")" {
				continue
			}
			short := v.words[d.to+1]
			if isAcronym(short) && initialsOf(short, v.words[d.from:d.to]) {
				if _, taken := r.short[lexicon.Fold(short)]; !taken {
					r.short[lexicon.Fold(short)] = r.nameID(d)
				}
			}
		}
	}
}

func (v *view) to(i int) string {
	if v.words[i] == "-RRB-" {
		return ")"
	}
	return v.words[i]
}

// initialsOf: the letters of short are the first letters of words, small words aside, in order.
func initialsOf(short string, words []string) bool {
	var letters []byte
	for _, w := range words {
		if w != "" && w[0] >= 'A' && w[0] <= 'Z' {
			letters = append(letters, w[0])
		}
	}
	s := strings.ReplaceAll(short, ".", "")
	return strings.HasPrefix(s, string(letters)) || strings.HasPrefix(string(letters), s)
}

// nameID is the actor of a body's or country's name.
func (r *reader) nameID(d *draft) string {
	if d.entry != nil {
		return r.entryActor(d.entry, d.name)
	}
	if h, ok := r.l.Lookup(d.name); ok && h.Entry.Kind == d.kind && h.Sense.Has(lexicon.AsName) {
		return r.entryActor(h.Entry, d.name)
	}
	return r.ownActor(readingCase(d.name), d.kind, "")
}

// longBody finds the one body of the document whose name begins with the word: "Charter" of Charter Communications.
func (r *reader) longBody(word string) (string, bool) {
	if r.bodies == nil {
		r.bodies = map[string]string{}
		for _, v := range r.views {
			for i := range v.drafts {
				if d := &v.drafts[i]; d.kind == schema.Organization && d.to-d.from > 1 && d.form == schema.Named {
					first, _, _ := strings.Cut(d.name, " ")
					id := r.nameID(d)
					if old, ok := r.bodies[first]; ok && old != id {
						id = "" // two begin so
					}
					r.bodies[first] = id
				}
			}
		}
	}
	id := r.bodies[word]
	return id, id != ""
}

// abroad are names that every country may have for its own.
var abroad = wordSet(`republicans democrats congress senate conservatives tories labour liberals greens`)

// otherCountry: the text is about another country than the body's, and does not name the body's at all.
func (r *reader) otherCountry(e *lexicon.Entry) bool {
	if e.Of == "" {
		return false
	}
	topic := r.topic()
	return topic != "" && topic != e.Of && !r.named[e.Of]
}
