package lexicon

import (
	"errors"
	"fmt"
)

// WordClass is a class of words by which names and descriptions of actors are read. names/classes.yaml says what each
// class is for and lists its words.
type WordClass string

const (
	BodyWord           WordClass = "body_word"
	PlainBody          WordClass = "plain_body"
	StateForm          WordClass = "state_form"
	ThingWord          WordClass = "thing_word"
	EquipmentWord      WordClass = "equipment"
	CalendarWord       WordClass = "calendar"
	NeverName          WordClass = "never_name"
	SentenceStart      WordClass = "sentence_start"
	AmbiguousName      WordClass = "ambiguous_name"
	NameParticle       WordClass = "particle"
	NameArticle        WordClass = "name_article"
	GenerationWord     WordClass = "generation"
	PartyAdjective     WordClass = "party_adjective"
	TitleOrWord        WordClass = "title_or_word"
	TitleEnd           WordClass = "title_end"
	HeadOffice         WordClass = "head_office"
	LeaderWord         WordClass = "leader_word"
	SecondaryRole      WordClass = "secondary_role"
	FormerWord         WordClass = "former"
	PersonVerb         WordClass = "person_verb"
	SpeechVerb         WordClass = "speech_verb"
	ExpletiveVerb      WordClass = "expletive_verb"
	MotionWord         WordClass = "motion"
	DepartureVerb      WordClass = "departure_verb"
	PlacePreposition   WordClass = "place_preposition"
	MotionPreposition  WordClass = "motion_preposition"
	ActorPreposition   WordClass = "actor_preposition"
	PhrasePreposition  WordClass = "phrase_preposition"
	ArticleWord        WordClass = "article"
	DefiniteWord       WordClass = "definite"
	PairWord           WordClass = "pair"
	RowWord            WordClass = "row_word"
	QuantifierWord     WordClass = "quantifier"
	NegativeQuantifier WordClass = "negative_quantifier"
	QuantityNoun       WordClass = "quantity_noun"
	NumeralWord        WordClass = "numeral"
	PeopleAdjective    WordClass = "people_adjective"
	AbstractBody       WordClass = "abstract_body"
	OwnedBody          WordClass = "owned_body"
	CapitalBody        WordClass = "capital_body"
	QuantityGroup      WordClass = "quantity_group"
	BareBody           WordClass = "bare_body"
	GenericBody        WordClass = "generic_body"
	RelationNoun       WordClass = "relation_noun"
	CountryNoun        WordClass = "country_noun"
	CountriesNoun      WordClass = "countries"
	SidesNoun          WordClass = "sides"
	FixedNoun          WordClass = "fixed_noun"
	PersonSuffix       WordClass = "person_suffix"
	FirstSingular      WordClass = "first_singular"
	FirstPlural        WordClass = "first_plural"
	MasculinePronoun   WordClass = "masculine"
	FemininePronoun    WordClass = "feminine"
	NeuterPronoun      WordClass = "neuter"
	PluralPronoun      WordClass = "plural"
	ReflexivePronoun   WordClass = "reflexive"
)

// classes are words by class, in the order of their file.
type classes struct {
	words  map[string][]string
	member map[[2]string]bool // class, word
}

// loadClasses reads class: [word, …]. A word that stands twice in one class is an error with file and line.
func loadClasses(name string, data []byte) (c classes, err error) {
	c = classes{words: map[string][]string{}, member: map[[2]string]bool{}}
	all, err := topLevel(name, data)
	if err != nil {
		return c, err
	}
	var wrong []error
	for _, node := range all {
		class := keyOf(node)
		entries, err := list(name, node.Value)
		if err != nil {
			return c, err
		}
		for _, e := range entries {
			if c.member[[2]string{class, e.text}] {
				wrong = append(wrong, fmt.Errorf("%s: %q stands twice in %s", e.at, e.text, class))
				continue
			}
			c.member[[2]string{class, e.text}] = true
			c.words[class] = append(c.words[class], e.text)
		}
	}
	return c, errors.Join(wrong...)
}

// Is says whether a word, in lower case as the text has it, is of a class.
func (l *Lexicon) Is(c WordClass, word string) bool {
	return l.classes.member[[2]string{string(c), word}]
}

// Words lists a class in the order of the file.
func (l *Lexicon) Words(c WordClass) []string { return l.classes.words[string(c)] }
