package lexicon

import "fmt"

// WordClass is a class of words by which names and descriptions of actors are read. names/classes.yaml says what each
// class is for and lists its words.
type WordClass uint8

const (
	BodyWord WordClass = iota
	PlainBody
	StateBody
	StateForm
	ThingWord
	EquipmentWord
	CalendarWord
	NeverName
	SentenceStart
	AmbiguousName
	NameParticle
	NameArticle
	GenerationWord
	PartyAdjective
	PartisanWord
	TitleOrWord
	TitleEnd
	HeadOffice
	LeaderWord
	SecondaryRole
	FormerWord
	PersonVerb
	SpeechVerb
	ExpletiveVerb
	MotionWord
	DepartureVerb
	RemovalVerb
	PlacePreposition
	MotionPreposition
	ActorPreposition
	PhrasePreposition
	ArticleWord
	DefiniteWord
	PairWord
	RowWord
	QuantifierWord
	NegativeQuantifier
	QuantityNoun
	NumeralWord
	PeopleAdjective
	AbstractBody
	OwnedBody
	CapitalBody
	QuantityGroup
	BareBody
	GenericBody
	RelationNoun
	CountryNoun
	CountriesNoun
	SidesNoun
	FellowNoun
	FixedNoun
	PersonSuffix
	FirstSingular
	FirstPlural
	MasculinePronoun
	FemininePronoun
	NeuterPronoun
	PluralPronoun
	ReflexivePronoun
	wordClasses // how many there are
)

var wordClassNames = [wordClasses]string{
	BodyWord:           "body_word",
	PlainBody:          "plain_body",
	StateBody:          "state_body",
	StateForm:          "state_form",
	ThingWord:          "thing_word",
	EquipmentWord:      "equipment",
	CalendarWord:       "calendar",
	NeverName:          "never_name",
	SentenceStart:      "sentence_start",
	AmbiguousName:      "ambiguous_name",
	NameParticle:       "particle",
	NameArticle:        "name_article",
	GenerationWord:     "generation",
	PartyAdjective:     "party_adjective",
	PartisanWord:       "partisan",
	TitleOrWord:        "title_or_word",
	TitleEnd:           "title_end",
	HeadOffice:         "head_office",
	LeaderWord:         "leader_word",
	SecondaryRole:      "secondary_role",
	FormerWord:         "former",
	PersonVerb:         "person_verb",
	SpeechVerb:         "speech_verb",
	ExpletiveVerb:      "expletive_verb",
	MotionWord:         "motion",
	DepartureVerb:      "departure_verb",
	RemovalVerb:        "removal_verb",
	PlacePreposition:   "place_preposition",
	MotionPreposition:  "motion_preposition",
	ActorPreposition:   "actor_preposition",
	PhrasePreposition:  "phrase_preposition",
	ArticleWord:        "article",
	DefiniteWord:       "definite",
	PairWord:           "pair",
	RowWord:            "row_word",
	QuantifierWord:     "quantifier",
	NegativeQuantifier: "negative_quantifier",
	QuantityNoun:       "quantity_noun",
	NumeralWord:        "numeral",
	PeopleAdjective:    "people_adjective",
	AbstractBody:       "abstract_body",
	OwnedBody:          "owned_body",
	CapitalBody:        "capital_body",
	QuantityGroup:      "quantity_group",
	BareBody:           "bare_body",
	GenericBody:        "generic_body",
	RelationNoun:       "relation_noun",
	CountryNoun:        "country_noun",
	CountriesNoun:      "countries",
	SidesNoun:          "sides",
	FellowNoun:         "fellow",
	FixedNoun:          "fixed_noun",
	PersonSuffix:       "person_suffix",
	FirstSingular:      "first_singular",
	FirstPlural:        "first_plural",
	MasculinePronoun:   "masculine",
	FemininePronoun:    "feminine",
	NeuterPronoun:      "neuter",
	PluralPronoun:      "plural",
	ReflexivePronoun:   "reflexive",
}

// classSet has the bit of each class that a word is of.
type classSet [(wordClasses + 63) / 64]uint64

// Is says whether a word, in lower case as the text has it, is of a class.
func (l *Lexicon) Is(c WordClass, word string) bool {
	set := l.classes.of[word]
	return set[c/64]&(1<<(c%64)) != 0
}

// Words lists a class in the order of the file.
func (l *Lexicon) Words(c WordClass) []string { return l.classes.words[c] }

// classes are the words of all classes.
type classes struct {
	of    map[string]classSet
	words [wordClasses][]string
}

// loadClasses reads names/classes.yaml. A class that is missing, unknown or empty, and a word that stands twice in one
// class, are errors that name the file.
func loadClasses(name string, data []byte) (*classes, error) {
	var file map[string][]string
	if err := Decode(name, data, &file); err != nil {
		return nil, err
	}
	all := &classes{of: make(map[string]classSet, 1024)}
	for c, key := range wordClassNames {
		if len(file[key]) == 0 {
			return nil, fmt.Errorf("%s: class %s has no words", name, key)
		}
		for _, word := range file[key] {
			set := all.of[word]
			if set[c/64]&(1<<(c%64)) != 0 {
				return nil, fmt.Errorf("%s: %q stands twice in class %s", name, word, key)
			}
			set[c/64] |= 1 << (c % 64)
			all.of[word] = set
		}
		all.words[c] = file[key]
		delete(file, key)
	}
	for _, key := range sortedKeys(file) {
		return nil, fmt.Errorf("%s: unknown class %s", name, key)
	}
	return all, nil
}
