package clause

import (
	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// Closed classes of English function words that the rules of this package ask for. Open classes, and those that are
// read elsewhere too, are data: extract/lexicon/words/operators.yaml.

var (
	complementizers   = lexicon.SetOf("to whether that")
	relativePronouns  = lexicon.SetOf("who whom which that whose")
	indefiniteWords   = lexicon.SetOf("a an any")
	noDeterminers     = lexicon.SetOf("no neither")
	littleDeterminers = lexicon.SetOf("no neither little few")
	noPronouns        = lexicon.SetOf("nobody none nothing neither no-one")
	comparatives      = lexicon.SetOf("longer more") // of "no longer", "no more"
	conditionMarks    = lexicon.SetOf("if whether unless")
	untilWords        = lexicon.SetOf("until till")
	nowWords          = lexicon.SetOf("now recently last this then lately yesterday earlier")
	subjectPronouns   = lexicon.SetOf("i he she it we you they who")
	hyphens           = lexicon.SetOf("- – / '")
	proVerbs          = lexicon.SetOf("do does did")
	notWords          = lexicon.SetOf("not n't n’t")
	disjunctions      = lexicon.SetOf("or nor")
	holderPreps       = lexicon.SetOf("by among amongst")                           // after a stance noun, before its holder
	issuePrepositions = lexicon.SetOf("of in on for to over between about against") // after an object, of its phrase
	trailingAdverbs   = lexicon.SetOf("outright altogether entirely completely anyway nonetheless regardless too either " +
		"yesterday today") // after an issue, not of it
	closingQuotes = lexicon.SetOf("\" '' ”")
)

var (
	adversatives      = lexicon.SetOf("but yet while whereas although though") // conjunctions of contrast
	adversativeOpener = lexicon.SetOf("but yet however")                       // of a sentence
)

// focusWords after "not" leave what follows in: "not only Peru".
var focusWords = lexicon.SetOf(`only just merely simply solely all every everyone everybody many much a even one enough`)

// modals are the modal auxiliaries in all their forms, with what they say of the verb.
var modals = map[string]struct {
	modal        string // plain form
	modality     schema.Modality
	unlessDenied bool // "can" is possible, "cannot" is not so
	planned      bool
	bareVerb     bool // "'d" is "would" only before a bare verb
}{
	"may":    {modal: "may", modality: schema.Possible},
	"might":  {modal: "might", modality: schema.Possible},
	"could":  {modal: "could", modality: schema.Possible, unlessDenied: true},
	"can":    {modal: "can", modality: schema.Possible, unlessDenied: true},
	"ca":     {modal: "can", modality: schema.Possible, unlessDenied: true},
	"will":   {modal: "will", planned: true},
	"wo":     {modal: "will", planned: true},
	"'ll":    {modal: "will", planned: true},
	"’ll":    {modal: "will", planned: true},
	"shall":  {modal: "will", planned: true},
	"would":  {modal: "would", modality: schema.Conditional},
	"'d":     {modal: "would", modality: schema.Conditional, bareVerb: true},
	"’d":     {modal: "would", modality: schema.Conditional, bareVerb: true},
	"should": {modal: "should"},
	"ought":  {modal: "should"},
	"must":   {modal: "must"},
}

// Single function words that decide a construction.
const (
	byWord     = "by"    // agent of a passive
	asWord     = "as"    // "branded as unfit", "as Lund mocked"
	whoWord    = "who"   // relative pronoun of persons
	fromWord   = "from"  // "stopped them from leaving"
	ofWord     = "of"    // "one of the critics of"
	thatWord   = "that"  // complementizer
	theWord    = "the"   // of a preposition of several words: "with the help of"
	soWord     = "so"    // "so did Chad"
	haveAux    = "have"  // auxiliary of the perfect, semi-auxiliary of duty
	semiNeed   = "need"  // semi-auxiliary of duty
	mustModal  = "must"  // duty
	wouldModal = "would" // condition, or future seen from the past
	semiUsed   = "use"   // "used to"
	toWord     = "to"    // infinitive
	whether    = "whether"
)
