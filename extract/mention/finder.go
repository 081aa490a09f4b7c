// Package mention finds who is spoken of: names, nationalities, described groups, collectives and
// pronouns, each with the actors that it means. It says nothing where it is not sure.
//
// The order of work: captions (caption.go); names in the words, of the lexicon or of capitals (names.go,
// title.go, run.go), their kinds (kind.go, single.go, place.go); full names and short ones of one document
// brought together (link.go, person.go, short.go, role.go); described actors (nominal.go, demonym.go,
// phrase.go, nation.go, count.go). Then, reading on sentence by sentence (resolve.go, row.go): collectives
// (collective.go), definite nouns (definite.go, body.go, topic.go) and pronouns (pronoun.go, agree.go).
package mention

import (
	"sort"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// Finder finds mentions. It is safe for concurrent use.
type Finder struct {
	names *lexicon.Lexicon
}

// New makes a Finder that knows the names of l.
func New(l *lexicon.Lexicon) *Finder { return &Finder{names: l} }

// Result is what was found in one document.
type Result struct {
	Mentions     []schema.Mention // captions first, then by sentence and position
	Actors       []schema.Actor   // all that Mentions and Affiliations mean, sorted by id
	Affiliations []schema.Affiliation

	heads    map[[2]int]int // sentence, token → index in Mentions of the one whose head it is
	cover    map[[2]int]int // sentence, token → index of the named one that covers it
	sentence map[int][2]int // sentence → its part of Mentions
	speakers map[int]int    // turn → index of its caption
	byID     map[string]int
}

// At gives the mention whose head is that token, or the name that the token is a part of; nil for none.
func (r *Result) At(sentence, head int) *schema.Mention {
	if i, ok := r.heads[[2]int{sentence, head}]; ok {
		return &r.Mentions[i]
	}
	if i, ok := r.cover[[2]int{sentence, head}]; ok {
		return &r.Mentions[i]
	}
	return nil
}

// In gives the mentions of a sentence by position.
func (r *Result) In(sentence int) []schema.Mention {
	part := r.sentence[sentence]
	return r.Mentions[part[0]:part[1]]
}

// Actor finds an actor by id.
func (r *Result) Actor(id string) (schema.Actor, bool) {
	i, ok := r.byID[id]
	if !ok {
		return schema.Actor{}, false
	}
	return r.Actors[i], true
}

// Speaker gives the caption mention of a turn's speaker.
func (r *Result) Speaker(turn int) (schema.Mention, bool) {
	i, ok := r.speakers[turn]
	if !ok {
		return schema.Mention{}, false
	}
	return r.Mentions[i], true
}

// Find reads a document. Its sentences have Tag, Lemma, Head and Rel; without a tree (Head −1
// everywhere) phrases are told by their tags alone.
//
// propose is another finder of name spans, slow and not to be trusted with kinds; nil for none. It is asked
// only where a capitalised word acts or suffers and no rule here could prove it a name.
func (f *Finder) Find(doc *schema.Document, sents []schema.Sentence, propose func(*schema.Sentence) []schema.Span) *Result {
	r := &reader{l: f.names, doc: doc, propose: propose, actors: map[string]*schema.Actor{}, short: map[string]string{}, peopleBy: map[string][]int{}}
	r.captions()
	r.views = make([]*view, len(sents))
	for i := range sents {
		r.views[i] = newView(f.names, &sents[i])
	}
	r.readShips()
	for _, v := range r.views {
		r.readNames(v)
	}
	r.link()
	for _, v := range r.views {
		r.readNominals(v)
	}
	r.resolve()
	for at := range r.views {
		r.readCompounds(at)
	}
	return r.result()
}

// reader is the state of reading one document.
type reader struct {
	l            *lexicon.Lexicon
	doc          *schema.Document
	propose      func(*schema.Sentence) []schema.Span
	views        []*view
	captionsOf   []draft
	actors       map[string]*schema.Actor
	gender       map[string]byte   // of persons
	short        map[string]string // folded short form → id, of this document
	affiliations []schema.Affiliation
	people       []person
	peopleBy     map[string][]int  // first and last word of a full name → indices in people
	bodies       map[string]string // first word of a body's name → id, "" for several
	lower        map[string]bool   // words that the document has in small letters, made when asked for
	ships        map[string]bool   // names of ships, in small letters
	history      []antecedent
	groups       []coordination
	roleOf       []roleBearer
	countries    []string // ids in order of first appearance
	countrySeen  map[string]bool
	topicID      string
	topicDone    bool
	tally        map[string]int  // country → how often the document names it
	tallied      []string        // the same in order of appearance
	named        map[string]bool // countries that the document names
}

// draft is a mention in the making. from and to are tokens, to exclusive.
type draft struct {
	from, to, head int
	form           schema.MentionForm
	name           string // as the text has it, of a name
	kind           schema.Kind
	sure           bool // the kind is told, not guessed
	gender         byte
	number         int
	many           bool // one actor by many people: "the country's forces"
	entry          *lexicon.Entry
	origin         *lexicon.Entry // the nation of its people: "many Colombians"
	sense          lexicon.Sense
	actors         []string
	score          float64
	why            string
	weak           bool // a common word as well: needs support
	place          bool // a place that does nothing where it stands
	possessive     bool // an apostrophe was lost: "Russias backing"
	title          string
	speaker        int // of a caption: the turn
	span           schema.Span
	role           role
	definite       bool
	unsaid         bool // whoever it is, the text does not say: no actor
	thing          bool // no actor: only keeps pronouns from being read too boldly
	noun           lexicon.Noun
	words          string
	office         string // id of the nation whose person in office it is: "the Turkish leader"
}

// result sorts all that was found.
func (r *reader) result() *Result {
	out := &Result{heads: map[[2]int]int{}, cover: map[[2]int]int{}, sentence: map[int][2]int{}, speakers: map[int]int{}, byID: map[string]int{}}
	for i := range r.captionsOf {
		d := &r.captionsOf[i]
		out.speakers[d.speaker] = len(out.Mentions)
		out.Mentions = append(out.Mentions, schema.Mention{Span: d.span, Sentence: -1, Head: -1, Form: d.form, Actors: d.actors, Number: 1, Score: d.score, Why: d.why})
	}
	for _, v := range r.views {
		start := len(out.Mentions)
		sort.SliceStable(v.drafts, func(i, j int) bool {
			if v.drafts[i].from != v.drafts[j].from {
				return v.drafts[i].from < v.drafts[j].from
			}
			return v.drafts[i].to > v.drafts[j].to
		})
		for i := range v.drafts {
			d := &v.drafts[i]
			if d.thing || len(d.actors) == 0 && d.form != schema.FirstPerson {
				continue
			}
			span := v.span(d.from, d.to)
			if d.span != (schema.Span{}) { // a part of a word
				span = d.span
			}
			m := schema.Mention{Span: span, Sentence: v.s.Index, Head: d.head, Prep: v.preposition(d.head), Form: d.form, Actors: d.actors, Number: d.number, Score: d.score, Why: d.why}
			at := len(out.Mentions)
			out.Mentions = append(out.Mentions, m)
			out.heads[[2]int{v.s.Index, d.head}] = at
			if d.form == schema.Named {
				for k := d.from; k < d.to; k++ {
					out.cover[[2]int{v.s.Index, k}] = at
				}
			}
		}
		out.sentence[v.s.Index] = [2]int{start, len(out.Mentions)}
	}
	out.Affiliations = r.sortedAffiliations()
	out.Actors = r.usedActors(out)
	for i := range out.Actors {
		out.byID[out.Actors[i].ID] = i
	}
	return out
}

// usedActors are those that mentions and affiliations mean, sorted by id.
func (r *reader) usedActors(out *Result) []schema.Actor {
	used := map[string]bool{}
	for i := range out.Mentions {
		for _, id := range out.Mentions[i].Actors {
			used[id] = true
		}
	}
	for _, a := range out.Affiliations {
		used[a.Actor], used[a.Of] = true, true
	}
	all := make([]schema.Actor, 0, len(used))
	for id := range used {
		if a := r.actors[id]; a != nil {
			sort.Strings(a.Aliases)
			all = append(all, *a)
		}
	}
	sort.Slice(all, func(i, j int) bool { return all[i].ID < all[j].ID })
	return all
}

// preposition is the case marker of the phrase whose head is token i, "" without.
func (v *view) preposition(i int) string {
	for k := i - 1; k >= 0 && k >= i-8; k-- {
		if v.t[k].Head == i && v.rel(k) == "case" {
			return v.low[k]
		}
	}
	return ""
}
