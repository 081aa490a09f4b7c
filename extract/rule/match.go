package rule

import (
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// Mentions is what the matcher asks of the stage before it: which actors a phrase means.
type Mentions interface {
	At(sentence, head int) *schema.Mention // the mention whose head is that token, nil if there is none
	In(sentence int) []schema.Mention      // all of a sentence, by position
	Actor(id string) (schema.Actor, bool)
	Speaker(turn int) (schema.Mention, bool) // the caption of a turn's speaker
}

// Input is one document, read as far as clauses.
type Input struct {
	Document     *schema.Document
	Sentences    []schema.Sentence
	Clauses      []schema.Clause
	Mentions     Mentions
	Affiliations []schema.Affiliation
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
		r := &set.Rules[i]
		p := planned{rule: r}
		var err error
		if p.has, err = parseAll(r.When.Has); err != nil {
			return nil, err
		}
		if p.lacks, err = parseAll(r.When.Lacks); err != nil {
			return nil, err
		}
		for n := range r.Emit {
			e := plannedEmit{Emit: &r.Emit[n]}
			if e.holder, err = parsePlaces(e.Holder); err != nil {
				return nil, err
			}
			if e.Target != "" {
				if e.target, err = parsePlaces(e.Target); err != nil {
					return nil, err
				}
			}
			if e.about, err = parseAll(e.About); err != nil {
				return nil, err
			}
			p.emit = append(p.emit, e)
		}
		m.plan = append(m.plan, p)
	}
	return m, nil
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

// Match finds the statements of a document, in text order. The trace, where it is wanted, says of each clause
// which rule fired or what kept it silent.
func (m *Matcher) Match(in Input, trace *Trace) []schema.Statement {
	w := &matcher{Matcher: m, Input: in, trace: trace, at: map[int]int{}, inSentence: map[int][]int{}, voices: map[int][]end{}, byClause: make([][]int, len(in.Clauses))}
	for i := range in.Sentences {
		w.at[in.Sentences[i].Index] = i
	}
	for i := range in.Clauses {
		w.inSentence[in.Clauses[i].Sentence] = append(w.inSentence[in.Clauses[i].Sentence], i)
	}
	for i := range in.Clauses {
		w.clause(&in.Clauses[i])
	}
	return w.statements()
}

// matcher is the work on one document.
type matcher struct {
	*Matcher
	Input
	at         map[int]int // place of a sentence in Sentences
	found      []finding
	byClause   [][]int       // findings of each clause
	inSentence map[int][]int // clauses of each sentence
	voices     map[int][]end // whose statement the words of a turn are
	trace      *Trace
}

// finding is a statement in the making.
type finding struct {
	clause   int
	rule     *Rule
	typ      schema.StanceType
	negated  bool
	phase    schema.Phase
	mode     schema.Modality
	voice    schema.Voice
	sayer    *schema.ActorRef
	holder   end
	target   end
	about    []schema.AboutRef
	score    float64
	inferred bool
	origin   *finding // of an inferred one: what it follows from
	dropped  bool
}

// polarity is the finding's sign: that of its type, turned where it is negated.
func (f *finding) polarity() int {
	info, _ := schema.TypeOf(f.typ)
	if f.negated {
		return -info.Sign
	}
	return info.Sign
}

// reading is one way to take a predicate: a word of the lexicon in one of its frames.
type reading struct {
	word        lexicon.Word
	prep, prep2 string
}

// clause tries the rules on a clause, lowest rank first; the first that makes a statement wins.
func (m *matcher) clause(c *schema.Clause) {
	kinds := m.kinds(c)
	tried := ""
	var usedPrep map[string]bool
	won, idiom := false, false // an idiom leaves room for its other constructions, not for the bare verb
	for i := range m.plan {
		p := &m.plan[i]
		if won && !p.rule.Also && !(idiom && p.rule.fits([]Kind{idiomKind})) || !p.rule.fits(kinds) || !m.applies(p, c) {
			continue
		}
		for _, r := range m.readings(p.rule, c) {
			if idiom && usedPrep[r.prep] {
				continue
			}
			n, why := m.try(p, c, r)
			if n > 0 {
				won = won || !p.rule.Also
				m.trace.fired(c, p.rule, n)
				if p.rule.fits([]Kind{idiomKind}) { // "struck a deal with Hungary on gas" says two things
					idiom, usedPrep = true, map[string]bool{r.prep: true}
					continue
				}
				break
			}
			if why != "" && tried == "" {
				tried = p.rule.Name + ": " + why
			}
		}
	}
	if !won && tried != "" {
		m.trace.silent(c, tried)
	}
}

// kinds says what a clause is to rules; an idiom is tried as one before its verb alone.
func (m *matcher) kinds(c *schema.Clause) []Kind {
	switch {
	case c.Kind == schema.VerbPred && c.Noun != "":
		return []Kind{idiomKind, kindOf(c.Kind)}
	case c.Kind == schema.NounPred:
		return []Kind{agentKind, kindOf(c.Kind)}
	}
	return []Kind{kindOf(c.Kind)}
}

// applies checks what a rule asks of the clause besides the word.
func (m *matcher) applies(p *planned, c *schema.Clause) bool {
	w := &p.rule.When
	if len(w.Lemma) > 0 && !slices.Contains(w.Lemma, c.Lemma) {
		return false
	}
	if w.Class != "" && !m.words.Is(w.Class, c.Lemma) && !(c.Kind == schema.NounPred && m.manner(c.Sentence, c.Head, w.Class)) {
		return false
	}
	if len(w.Modal) > 0 && !slices.Contains(w.Modal, c.Modal) {
		return false
	}
	if w.Said && !(c.Voice.Turn || len(c.Voice.Sayers) > 0) {
		return false
	}
	if w.Negated != nil && *w.Negated != c.Negated {
		return false
	}
	if w.Verdict != "" && !m.verdict(c, w.Verdict) {
		return false
	}
	if w.Parent != "" && (c.Parent < 0 || !m.words.Is(w.Parent, m.Clauses[c.Parent].Lemma)) {
		return false
	}
	return true
}

// verdict: a complement of the verb, or its phrase with "as", is a word of the class.
func (m *matcher) verdict(c *schema.Clause, class string) bool {
	s := &m.Sentences[m.at[c.Sentence]]
	objects := 0
	for _, a := range c.Args {
		if a.Role == schema.Object {
			objects++
		}
		if a.Role != schema.Complement && a.Role != schema.Attribute && !(a.Role == schema.Oblique && a.Prep == "as") && !(a.Role == schema.Object && objects > 1) {
			continue
		}
		t := s.Tokens[a.Head]
		if m.words.Is(class, strings.ToLower(t.Lemma)) || m.words.Is(class, strings.ToLower(t.Text)) || m.manner(c.Sentence, a.Head, class) {
			return true
		}
	}
	return false
}

// manner: "an act of persecution", "a piece of nonsense": a word that only gives the kind of what is a word of the class.
func (m *matcher) manner(sentence, head int, class string) bool {
	s := &m.Sentences[m.at[sentence]]
	if head < 0 || !m.words.Is("kind_noun", noun(s, head)) {
		return false
	}
	for k := head + 1; k < len(s.Tokens); k++ {
		if t := &s.Tokens[k]; t.Head == head && t.Rel == "nmod" && m.words.Is(class, strings.ToLower(t.Lemma)) {
			return true
		}
	}
	return false
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
		switch k {
		case idiomKind:
			for _, i := range m.idioms(c) {
				for _, f := range i.Frames {
					take(lexicon.Word{Lemma: c.Lemma, Kind: c.Kind, Type: i.Type, Frame: f, Target: i.Target, Strict: i.Strict, Armed: i.Armed, Negated: i.Negated, Ended: i.Ended, Planned: i.Planned, Inverse: i.Inverse})
				}
			}
		default:
			kind := schema.PredKind(k)
			if k == agentKind {
				kind = schema.NounPred
			}
			if kind != c.Kind {
				continue
			}
			for _, w := range m.lookup(kind, c) {
				if w.Agent == (k == agentKind) {
					take(w)
				}
			}
		}
	}
	return all
}

// lookup finds the predicate's words; a verb with a particle that the lexicon lacks counts as the bare verb, but not before a preposition where
// it has an object: "set up a state on the border" is not "set on".
func (m *matcher) lookup(kind schema.PredKind, c *schema.Clause) []lexicon.Word {
	if found := m.words.Lookup(kind, c.Lemma, c.Particle); len(found) > 0 || c.Particle == "" {
		return found
	}
	bare := m.words.Lookup(kind, c.Lemma, "")
	if !hasObject(c) {
		return bare
	}
	return slices.DeleteFunc(slices.Clone(bare), func(w lexicon.Word) bool { return lexicon.IsPreposition(w.Frame) })
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
		if m.idiomStands(c, &i) {
			all = append(all, i)
		}
	}
	return all
}

// idiomStands: the noun is where the idiom has it, with one of the modifiers it asks for.
func (m *matcher) idiomStands(c *schema.Clause, i *lexicon.Idiom) bool {
	for _, a := range c.Args {
		if a.Head != c.NounHead {
			continue
		}
		if (i.Via != "" || a.Role != schema.Object && a.Role != schema.Complement) && (i.Via == "" || a.Role != schema.Oblique || a.Prep != i.Via) {
			continue
		}
		if len(i.Modifier) == 0 {
			return true
		}
		for _, t := range m.Sentences[m.at[c.Sentence]].Tokens {
			if t.Head == c.NounHead && slices.Contains(i.Modifier, strings.ToLower(t.Text)) {
				return true
			}
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
