package rule

import (
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// Mentions is what the matcher asks of the stage before it: which actors a phrase means. Tokens are named by their index
// only.
type Mentions interface {
	At(sentence, head int) *schema.Mention // the mention whose head is that token, nil if there is none
	Actor(id string) (schema.Actor, bool)
	Speaker(turn int) (schema.Mention, bool) // the caption of a turn's speaker
}

// Input is one document, read as far as clauses. It holds no tokens and no trees: clauses are all that a rule sees.
type Input struct {
	Text     string // of the document
	Clauses  []schema.Clause
	Mentions Mentions
}

// Matcher applies a set of rules. It is safe for concurrent use.
type Matcher struct {
	set   *Set
	words *lexicon.Words
	plan  []planned
}

// planned is a rule with its places parsed.
type planned struct {
	rule       *Rule
	has, lacks [][]place
	emit       []plannedEmit
}

type plannedEmit struct {
	*Emit
	holder, target []place
	about          [][]place
}

// New makes a Matcher of rules and words.
func New(set *Set, words *lexicon.Words) (*Matcher, error) {
	m := &Matcher{set: set, words: words}
	for i := range set.Rules {
		p, err := plan(&set.Rules[i])
		if err != nil {
			return nil, err
		}
		m.plan = append(m.plan, p)
	}
	return m, nil
}

func plan(r *Rule) (p planned, err error) {
	p.rule = r
	if p.has, err = parseAll(r.When.Has); err != nil {
		return p, err
	}
	if p.lacks, err = parseAll(r.When.Lacks); err != nil {
		return p, err
	}
	for n := range r.Emit {
		e := plannedEmit{Emit: &r.Emit[n]}
		if e.holder, err = parsePlaces(e.Holder); err != nil {
			return p, err
		}
		if e.Target != "" {
			if e.target, err = parsePlaces(e.Target); err != nil {
				return p, err
			}
		}
		if e.about, err = parseAll(e.About); err != nil {
			return p, err
		}
		p.emit = append(p.emit, e)
	}
	return p, nil
}

func parseAll(list []string) ([][]place, error) {
	var all [][]place
	for _, s := range list {
		p, err := parsePlaces(s)
		if err != nil {
			return nil, err
		}
		all = append(all, p)
	}
	return all, nil
}

// Match proposes candidates for the stances of a document, clause by clause. The trace, where it is wanted, says of a
// clause with a stance word what kept the rules silent.
func (m *Matcher) Match(in Input, trace *Trace) []schema.Candidate {
	w := &matcher{Matcher: m, Input: in, trace: trace, inSentence: map[int][]int{}}
	for i := range in.Clauses {
		w.inSentence[in.Clauses[i].Sentence] = append(w.inSentence[in.Clauses[i].Sentence], i)
	}
	for i := range in.Clauses {
		w.clause(&in.Clauses[i])
	}
	return w.found
}

// matcher is the work on one document.
type matcher struct {
	*Matcher
	Input
	found      []schema.Candidate
	inSentence map[int][]int // clauses of each sentence
	trace      *Trace
}

// reading is one way to take a predicate: a word of the lexicon in one of its frames.
type reading struct {
	word        lexicon.Word
	prep, prep2 string
}

// clause tries the rules on a clause, lowest rank first; the first that proposes something wins. An idiom leaves room
// for its other constructions ("struck a deal with Hungary on gas"), not for the verb alone.
func (m *matcher) clause(c *schema.Clause) {
	kinds := kindsOf(c)
	tried := ""
	won := false
	var idiomPreps []string
	for i := range m.plan {
		p := &m.plan[i]
		idiom := p.rule.fits([]Kind{idiomKind})
		if won && !p.rule.Also && !(len(idiomPreps) > 0 && idiom) || !p.rule.fits(kinds) || !m.applies(p, c) {
			continue
		}
		for _, r := range m.readings(p.rule, c) {
			if slices.Contains(idiomPreps, r.prep) {
				continue
			}
			n, why := m.try(p, c, r)
			if n == 0 {
				if why != "" && tried == "" {
					tried = p.rule.Name + ": " + why
				}
				continue
			}
			won = won || !p.rule.Also
			if !idiom {
				break
			}
			idiomPreps = append(idiomPreps, r.prep)
		}
	}
	if !won && tried != "" {
		m.trace.silent(c, tried)
	}
}

// kindsOf says what a clause is to rules; an idiom is tried as one before its verb alone.
func kindsOf(c *schema.Clause) []Kind {
	switch {
	case c.Kind == schema.VerbPred && c.Noun != "":
		return []Kind{idiomKind, Kind(c.Kind)}
	case c.Kind == schema.NounPred:
		return []Kind{agentKind, Kind(c.Kind)}
	}
	return []Kind{Kind(c.Kind)}
}

// applies checks what a rule asks of the clause besides the word.
func (m *matcher) applies(p *planned, c *schema.Clause) bool {
	w := &p.rule.When
	switch {
	case len(w.Lemma) > 0 && !slices.Contains(w.Lemma, c.Lemma),
		w.Class != "" && !m.words.Is(w.Class, c.Lemma) && !(c.Kind == schema.NounPred && m.kindOf(&c.Self, w.Class)),
		len(w.Modal) > 0 && !slices.Contains(w.Modal, c.Modal),
		w.Said && !c.Voice.Said(),
		w.Negated != nil && *w.Negated != c.Negated,
		w.Verdict != "" && !m.verdict(c, w.Verdict):
		return false
	}
	return true
}

// verdict: a complement of the verb, or its phrase with "as", is a word of the class.
func (m *matcher) verdict(c *schema.Clause, class string) bool {
	objects := 0
	for i := range c.Args {
		a := &c.Args[i]
		if a.Role == schema.Object {
			objects++
		}
		switch {
		case a.Role == schema.Complement, a.Role == schema.Attribute, a.Role == schema.Oblique && a.Prep == "as",
			a.Role == schema.Object && objects > 1:
			if m.words.Is(class, a.Lemma) || m.kindOf(&a.Phrase, class) {
				return true
			}
		}
	}
	return false
}

// kindOf: "an act of persecution", "a piece of nonsense": a word that only gives the kind of what is a word of the class.
func (m *matcher) kindOf(p *schema.Phrase, class string) bool {
	return m.words.Is("kind_noun", p.Lemma) && slices.ContainsFunc(p.Modifiers, func(x schema.Modifier) bool {
		return x.Kind == schema.PrepPhrase && m.words.Is(class, x.Lemma)
	})
}

// readings are the words of the lexicon that the clause's predicate may be, in the frames the rule is for.
func (m *matcher) readings(r *Rule, c *schema.Clause) []reading {
	if r.When.Frame == "" {
		return []reading{{}}
	}
	var all []reading
	take := func(w lexicon.Word) {
		if r.When.Type != "" && r.When.Type != string(w.Type) {
			return
		}
		if prep, prep2, ok := frameFits(r.When.Frame, w.Frame); ok {
			all = append(all, reading{w, prep, prep2})
		}
	}
	for _, k := range r.When.Kind {
		kind := schema.PredKind(k)
		if k == agentKind {
			kind = schema.NounPred
		}
		switch {
		case k == idiomKind:
			for _, i := range m.idioms(c) {
				for _, f := range i.Frames {
					take(lexicon.Word{Lemma: c.Lemma, Kind: c.Kind, Type: i.Type, Frame: f, Target: i.Target,
						Negated: i.Negated, Ended: i.Ended, Planned: i.Planned, Inverse: i.Inverse})
				}
			}
		case kind == c.Kind:
			for _, w := range m.lookup(c) {
				if w.Agent == (k == agentKind) {
					take(w)
				}
			}
		}
	}
	return all
}

// lookup finds the predicate's words. A verb with a particle that the lexicon lacks counts as the verb alone.
func (m *matcher) lookup(c *schema.Clause) []lexicon.Word {
	if found := m.words.Lookup(c.Kind, c.Lemma, c.Particle); len(found) > 0 || c.Particle == "" {
		return found
	}
	return m.words.Lookup(c.Kind, c.Lemma, "")
}

func (m *matcher) idioms(c *schema.Clause) []lexicon.Idiom {
	if c.Noun == "" {
		return nil
	}
	found := m.words.Idioms(c.Lemma, c.Noun)
	if c.Particle != "" {
		if with := m.words.Idioms(c.Lemma+" "+c.Particle, c.Noun); len(with) > 0 {
			found = with
		}
	}
	var all []lexicon.Idiom
	for _, i := range found {
		if idiomStands(c, &i) {
			all = append(all, i)
		}
	}
	return all
}

// idiomStands: the noun is where the idiom has it, with one of the modifiers it asks for.
func idiomStands(c *schema.Clause, i *lexicon.Idiom) bool {
	for n := range c.Args {
		a := &c.Args[n]
		if a.Head != c.NounHead {
			continue
		}
		object := a.Role == schema.Object || a.Role == schema.Complement
		if i.Via == "" && !object || i.Via != "" && (a.Role != schema.Oblique || a.Prep != i.Via) {
			continue
		}
		if len(i.Modifier) == 0 || slices.ContainsFunc(a.Modifiers, func(x schema.Modifier) bool {
			return slices.Contains(i.Modifier, x.Lemma)
		}) {
			return true
		}
	}
	return false
}

// frameFits says whether a word's frame is one that a rule is for, and which prepositions it names.
func frameFits(rule, word string) (prep, prep2 string, ok bool) {
	switch rule {
	case "PREP":
		return word, "", lexicon.IsPreposition(word)
	case "PREP-infinitive":
		p, found := strings.CutSuffix(word, "-infinitive")
		return p, "", found && lexicon.IsPreposition(p)
	case "object+PREP":
		p, found := strings.CutPrefix(word, "object+")
		return p, "", found && p != "recipient"
	case "object>PREP":
		p, found := strings.CutPrefix(word, "object>")
		return p, "", found
	case "PREP-PREP":
		a, b, found := strings.Cut(word, "-")
		return a, b, found && lexicon.IsPreposition(a) && lexicon.IsPreposition(b)
	}
	return "", "", rule == word
}
