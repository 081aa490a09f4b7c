package mention

import (
	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// extent is where a mention stands: tokens from to to, to exclusive, and the token that heads them.
type extent struct {
	from, to, head int
}

// agreement is what a pronoun must agree with.
type agreement struct {
	kind   schema.Kind
	gender byte // 'm', 'f' or 0
	number int  // 1, 2 or 0
	many   bool // one actor by many people, so that "they" may mean it: "Swedish officials"
}

// link is what a mention means, how sure that is (0 to 1) and why.
type link struct {
	actors []string
	score  float64
	why    string
}

// named is what is known of a name.
type named struct {
	entry *lexicon.Entry // of the lexicon, nil for a name that it does not have
	sense lexicon.Sense
	weak  bool // a common word too: a name only where the document has a plainer one of the same actor
	sure  bool // the kind is known, not guessed
	title string
}

// described is what is known of a noun phrase that describes an actor.
type described struct {
	noun   lexicon.Noun
	word   string         // its head, lower case
	nation *lexicon.Entry // whose people they are: "many Colombians"
	office string         // id of the country whose office it names: "the Turkish leader"
}

// use says what a draft is for.
type use uint8

const (
	asActor   use = iota
	asPlace       // a place that does nothing where it stands: no actor
	asThing       // no actor, only a competitor for pronouns
	asUnknown     // somebody of whom the text does not say who it is: "his country" after nobody
)

// draft is a mention that is being read.
type draft struct {
	extent
	agreement
	link
	named
	described
	form schema.MentionForm
	role role
	use  use
	name string       // as the text has it
	part schema.Span  // where the mention is only a part of a token, or a caption
	turn *schema.Turn // of a caption
}

// means sets the actors of a draft, and why.
func (d *draft) means(score float64, why string, actors ...string) {
	d.actors, d.score, d.why = actors, score, why
}

// typed sets the kind of a draft that has no actors yet, and why.
func (d *draft) typed(kind schema.Kind, score float64, why string) {
	d.kind, d.score, d.why = kind, score, why
}

// group makes a draft a described group of people that is not the named actor d.entry: "many Colombians".
func (d *draft) group(name string, score float64, why string) {
	d.nation = d.entry
	d.form, d.name, d.number, d.entry, d.sense = schema.Nominal, name, 2, nil, 0
	d.typed(schema.Group, score, why)
}

// noun tells the number of a noun from its tag: 2 for a plural.
func numberOf(v *view, i int) int {
	if tag := v.tag(i); tag == "NNS" || tag == "NNPS" {
		return 2
	}
	return 1
}

// antecedent is an actor or thing mentioned so far, which a later pronoun or definite noun may mean.
type antecedent struct {
	extent
	agreement
	actors   []string // none for a thing
	form     schema.MentionForm
	sentence int // position in views; a caption stands before the first sentence of its turn
	turn     int
	role     role
	governor int     // token that governs it, in its sentence
	sure     float64 // score of the mention
	guessed  bool    // the kind of the name was guessed
	quoted   bool    // it stands within quotation marks
	speaks   bool    // it is the subject of a verb of speech, outside them
	owned    bool    // a description with an owner: "her mother"
}

func (a *antecedent) thing() bool { return len(a.actors) == 0 }
func (a *antecedent) named() bool { return a.form == schema.Named || a.form == schema.CaptionName }
