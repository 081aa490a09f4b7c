package lexicon

import (
	"embed"
	"io/fs"
	"maps"
	"slices"
	"sync"

	"github.com/stancegraph/stancegraph/schema"
)

// The words of stance, as data. A rule is a construction ("somebody VERBs something"); words/ says which
// words take part in it and what stance they carry, so that teaching a verb is one line:
//
//	words/verbs.yaml         SUPPORTS: {object: [back, endorse], with: [side]}
//	words/nouns.yaml         OPPOSES: {to: [opposition]}          "Turkey's opposition to the bid"
//	words/agents.yaml        SUPPORTS: {of: [ally]}               "Oman, an ally of the kingdom"
//	words/adjectives.yaml    FEARS: {of: [wary]}                  "is wary of taking sides"
//	words/prepositions.yaml  OPPOSES: {object: [against]}         "is against the levy"
//	words/idioms.yaml        verb + noun: "throw one's weight behind"
//	words/operators.yaml     closed classes that decide how a clause is meant: speech, stop, light …
//
// A word may be followed by marks in brackets, see Word. frames.go lists the frames.

//go:embed words/*.yaml
var embedded embed.FS

// Word is one word in one construction, with the stance it carries there.
type Word struct {
	Lemma    string // first word of a verb; the whole of a preposition: "in favour of"
	Particle string // of a verb: "out" of "rule out"
	Kind     schema.PredKind
	Agent    bool // a noun for the holder himself: critic, ally
	Type     schema.StanceType
	Frame    string // see frames.go
	Target   string // "" any; "actor" must be one; "issue" must not; "clause": the clause that the phrase stands in
	Holder   string // "" any; "person"; "body": a country, an organisation or a group, not a person
	Goods    bool   // only where the thing handed over is in the class goods of operators.yaml
	Plain    bool   // only without negation: "has doubts that", not "has no doubt that"
	Bare     bool   // only where its clause has the bare verb or should: "insisted that he leave", not "insisted that he had left"
	Denied   bool   // only under negation, which is then used up: "will not tolerate" is REJECTS
	Negated  bool   // the stance comes out negated: "desert" is SUPPORTS, negated
	Ended    bool   // and is over: "desert" again
	Planned  bool   // and is yet to come
	Inverse  bool   // holder and target change places: "the treaty angered Fiji" is Fiji's criticism
}

// Idiom is a verb with a noun that together carry a stance: "throw one's weight behind", "come to the aid of".
type Idiom struct {
	Type     schema.StanceType
	Verbs    []string // lemmas
	Nouns    []string // lemmas of the noun: the verb's object, or object of Via
	Via      string   // preposition that the noun stands under: "to" of "come to the aid of"; "" for the object
	Modifier []string // one of these must stand before the noun: "little" agreement; none: anything may
	// Frames say where the target is, in order of preference: a preposition, object, recipient, infinitive, that,
	// none; "of" is also the noun's possessor.
	Frames  []string
	Target  string
	Negated bool
	Ended   bool
	Planned bool
	Inverse bool
}

// Words are all of them. It is read-only after loading and safe for use by many goroutines.
type Words struct {
	words     map[wordKey][]Word
	idioms    map[[2]string][]Idiom
	classes   classes // of operators.yaml
	all       []Word
	allIdioms []Idiom
}

type wordKey struct {
	kind            schema.PredKind
	lemma, particle string
}

var defaultWords = sync.OnceValues(func() (*Words, error) {
	sub, err := fs.Sub(embedded, "words")
	if err != nil {
		return nil, err
	}
	return LoadWords(sub)
})

// DefaultWords are the words that come with the program, loaded once.
func DefaultWords() (*Words, error) { return defaultWords() }

// Lookup gives the constructions of a word: first those that only stand under negation (Denied), then the
// rest in the order of the files, agent nouns after other nouns.
// The slice is shared: do not change it.
func (w *Words) Lookup(kind schema.PredKind, lemma, particle string) []Word {
	return w.words[wordKey{kind, lemma, particle}]
}

// Idioms gives the idioms of a verb and a noun, by lemma, in the order of the file.
// The slice is shared: do not change it.
func (w *Words) Idioms(verb, noun string) []Idiom { return w.idioms[[2]string{verb, noun}] }

// Is says whether a lemma, or a phrase of several words, is in a class of operators.yaml.
func (w *Words) Is(class, lemma string) bool { return w.classes.member[[2]string{class, lemma}] }

// Class lists a class of operators.yaml in the order of the file, nil where there is none.
// The slice is shared: do not change it.
func (w *Words) Class(class string) []string { return w.classes.words[class] }

// Classes are the names of the classes of operators.yaml, sorted.
func (w *Words) Classes() []string { return slices.Sorted(maps.Keys(w.classes.words)) }

// All lists every word in file order. The slice is shared: do not change it.
func (w *Words) All() []Word { return w.all }

// AllIdioms lists every idiom in file order. The slice is shared: do not change it.
func (w *Words) AllIdioms() []Idiom { return w.allIdioms }
