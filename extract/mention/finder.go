// Package mention finds who is spoken of: names, nationalities, described groups, collectives and pronouns, each linked
// to the actors of the document. Where it is not sure it links nothing.
//
// The stages, each over the whole document, and what each guarantees to the next:
//
//  1. captions (caption.go): each turn with a speaker has one draft of form caption.
//  2. names (gazetteer.go, title.go, capitals.go, party.go; their kinds in kind.go, single.go and place.go): each token
//     is covered by at most one name; a name has a kind, or is a place, or is dropped.
//  3. aliases (alias.go, person.go, affiliation.go, apposition.go): names of one actor share one id; a name that is not
//     dropped and no place has exactly one actor. Titles and appositions give roles and affiliations.
//  4. descriptions (nominal.go, phrase.go, quantity.go, nation.go, demonym.go): noun phrases of people and bodies,
//     things that compete with them for pronouns, and pronouns are drafts; a country's people in office mean it.
//  5. coreference (coreference.go), sentence by sentence: offices (office.go), collectives (collective.go with
//     coordination.go), definite nouns (definite.go, topic.go) and pronouns (pronoun.go, agreement.go, antecedent.go) get actors of
//     earlier mentions, or of roles that the document gives; descriptions left over make actors of their own.
//
// The result holds what has actors, and the first person, in order of the text.
package mention

import (
	"cmp"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// Finder finds mentions. It is safe for concurrent use.
type Finder struct {
	names       *lexicon.Lexicon
	antecedents antecedentWeights
}

// New makes a Finder that knows the names of l.
func New(l *lexicon.Lexicon) (*Finder, error) {
	w, err := defaultAntecedents()
	return &Finder{names: l, antecedents: w}, err
}

// Find reads a document. Its sentences have Tag, Lemma, Head and Rel; without a tree (Head −1
// everywhere) phrases are read by their tags alone.
//
// propose is another finder of name spans, slow and not to be trusted with kinds; nil for none. It is asked
// only where a capitalised word is an argument or a possessor and no rule here could prove it a name.
func (f *Finder) Find(
	doc *schema.Document, sents []schema.Sentence, propose func(*schema.Sentence) []schema.Span,
) *Result {
	return f.reader(doc, propose).read(sents)
}

// Rankings is Find, and what each pronoun was ranked for.
func (f *Finder) Rankings(
	doc *schema.Document, sents []schema.Sentence, propose func(*schema.Sentence) []schema.Span,
) (*Result, []Ranking) {
	r := f.reader(doc, propose)
	r.keep = true
	return r.read(sents), r.rankings
}

func (f *Finder) reader(doc *schema.Document, propose func(*schema.Sentence) []schema.Span) *reader {
	return &reader{
		l: f.names, doc: doc, propose: propose, actors: map[string]*schema.Actor{}, short: map[string]string{},
		peopleBy: map[string][]int{}, gender: map[string]byte{}, weights: f.antecedents, times: map[string]int{},
	}
}

func (r *reader) read(sents []schema.Sentence) *Result {
	r.readCaptions()
	r.views = make([]*view, len(sents))
	for i := range sents {
		v := newView(r.l, &sents[i])
		if i > 0 && !strings.Contains(r.doc.Text[sents[i-1].Span.End:v.s.Span.Start], "\n") {
			v.quoting = r.views[i-1].quotedAt(len(sents[i-1].Tokens))
		}
		r.views[i] = v
	}
	for _, v := range r.views {
		r.readNames(v)
	}
	r.linkNames()
	for _, v := range r.views {
		r.readNominals(v)
	}
	r.topicID, r.writerID = r.topic(), r.writer()
	r.resolve()
	return r.result()
}

// reader is the state of reading one document.
type reader struct {
	l       *lexicon.Lexicon
	doc     *schema.Document
	propose func(*schema.Sentence) []schema.Span
	views   []*view
	lower   map[string]bool // words that the document has in small letters, made when asked for
	inside  map[string]bool // and those that it has as names within sentences

	captions     []draft
	actors       map[string]*schema.Actor
	affiliations []schema.Affiliation
	roles        []roleBearer

	people   []person
	peopleBy map[string][]int  // first and last word of a full name → indices in people
	gender   map[string]byte   // person's id → gender
	short    map[string]string // folded short form of a body → id

	weights  antecedentWeights
	keep     bool           // the rankings
	rankings []Ranking      // of the pronouns, in the order in which they were decided
	times    map[string]int // how often each actor was mentioned so far

	history           []antecedent
	rows              []coordination
	countries         []string // ids of the countries so far, in order of first appearance
	topicID, writerID string   // countries that the text is about, that its writer speaks for; "" for none
}

// Result is what was found in one document.
type Result struct {
	Mentions     []schema.Mention // captions first, then by sentence and position
	Actors       []schema.Actor   // all that Mentions and Affiliations mean, sorted by id
	Affiliations []schema.Affiliation

	writer   string         // id of the country that a text without speakers speaks for, "" for none
	heads    map[[2]int]int // sentence, token → index in Mentions of the one whose head it is
	cover    map[[2]int]int // sentence, token → index of the named one that covers it
	sentence map[int][2]int // sentence → its part of Mentions
	speakers map[int]int    // turn → index of its caption
	byID     map[string]int
}

// At gives the mention whose head is that token, or the name that the token is a part of; nil for none.
func (r *Result) At(sentence, head int) *schema.Mention {
	for _, index := range []map[[2]int]int{r.heads, r.cover} {
		if i, ok := index[[2]int{sentence, head}]; ok {
			return &r.Mentions[i]
		}
	}
	return nil
}

// In gives the mentions of a sentence by position.
func (r *Result) In(sentence int) []schema.Mention {
	part := r.sentence[sentence]
	return r.Mentions[part[0]:part[1]]
}

// NamesIn says whether a name or the adjective of one stands in a stretch of text.
func (r *Result) NamesIn(span schema.Span) bool {
	return slices.ContainsFunc(r.Mentions, func(m schema.Mention) bool {
		return (m.Form == schema.Named || m.Form == schema.Demonym) && span.Contains(m.Span)
	})
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

// Writer is the country that a text without speakers speaks for in the first person.
func (r *Result) Writer() (schema.Actor, bool) { return r.Actor(r.writer) }

// result puts the drafts that have actors, and the first person, in order.
func (r *reader) result() *Result {
	out := &Result{
		heads: map[[2]int]int{}, cover: map[[2]int]int{}, sentence: map[int][2]int{}, speakers: map[int]int{},
		byID: map[string]int{}, writer: r.writer(),
	}
	for i := range r.captions {
		d := &r.captions[i]
		out.speakers[d.turn.Index] = len(out.Mentions)
		m := schema.Mention{Span: d.part, Sentence: -1, Head: -1, Form: d.form, Actors: d.actors, Number: 1}
		m.Score, m.Why = d.score, d.why
		out.Mentions = append(out.Mentions, m)
	}
	for _, v := range r.views {
		start := len(out.Mentions)
		slices.SortStableFunc(v.drafts, func(a, b draft) int {
			return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(b.to, a.to))
		})
		for i := range v.drafts {
			out.add(v, &v.drafts[i])
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

func (r *Result) add(v *view, d *draft) {
	if d.use == asThing || len(d.actors) == 0 && d.form != schema.FirstPerson {
		return
	}
	span := v.span(d.from, d.to)
	if !d.part.Empty() {
		span = d.part
	}
	at := len(r.Mentions)
	r.Mentions = append(r.Mentions, schema.Mention{
		Span: span, Sentence: v.s.Index, Head: d.head, Form: d.form, Prep: v.preposition(d.extent),
		Actors: d.actors, Number: d.number, Score: d.score, Why: d.why,
	})
	r.heads[[2]int{v.s.Index, d.head}] = at
	if d.form == schema.Named {
		for k := d.from; k < d.to; k++ {
			r.cover[[2]int{v.s.Index, k}] = at
		}
	}
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
			slices.Sort(a.Aliases)
			all = append(all, *a)
		}
	}
	slices.SortFunc(all, func(a, b schema.Actor) int { return cmp.Compare(a.ID, b.ID) })
	return all
}
