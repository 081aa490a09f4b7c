// Package rule finds stances in clauses. A rule is one construction in one YAML file of en/: when it applies, what it
// says, and examples that fire and that stay silent, which the tests run. The words that take part in a construction
// are data of their own (extract/lexicon), so a new verb needs no rule and a new construction no code.
//
// Of the clause want(Turkey, "a buffer zone") the rule verb-object and the word "want: WANTS object" make
// Turkey WANTS "a buffer zone".
package rule

import (
	"embed"
	"slices"
)

//go:embed en/*.yaml
var embedded embed.FS

// Rule is one construction.
type Rule struct {
	Name       string    `yaml:"rule"`
	Gloss      string    `yaml:"gloss"` // one line: X backs Y
	Doc        string    `yaml:"doc"`   // why it is right, and what it must not catch
	Rank       int       `yaml:"rank"`  // of the rules that fit a clause the lowest rank wins
	Also       bool      `yaml:"also"`  // fires beside the others, never instead of them
	When       When      `yaml:"when"`
	Emit       []Emit    `yaml:"emit"`
	Confidence float64   `yaml:"confidence"` // of a reading in which all else is sure; the judge weighs it
	Examples   []Example `yaml:"examples"`
	File       string    `yaml:"-"`
	Own        bool      `yaml:"-"` // added by the user
}

// When says which clauses a rule fits. All that is given must hold.
type When struct {
	Kind    []Kind   `yaml:"kind"`
	Frame   string   `yaml:"frame"` // a frame of the lexicon; PREP stands for any preposition, which places then name as PREP
	Lemma   []string `yaml:"lemma"` // instead of a frame: these predicates
	Class   string   `yaml:"class"` // instead of a frame: predicates of this class of the lexicon's operators
	Type    string   `yaml:"type"`  // only words of this stance type
	Has     []string `yaml:"has"`   // places that must be filled
	Lacks   []string `yaml:"lacks"` // places that must be empty
	Modal   []string `yaml:"modal"` // the clause's modal verb is one of these
	Said    bool     `yaml:"said"`  // somebody other than the writer says the clause
	Negated *bool    `yaml:"negated"`
	Verdict string   `yaml:"verdict"` // what is said of the object, as a noun or adjective, is of this class: "called it a tragedy"
}

// Kind is the kind of predicate a rule is for: a schema.PredKind, or agent (a noun for the holder himself) or idiom.
type Kind string

const (
	agentKind Kind = "agent"
	idiomKind Kind = "idiom"
)

// Emit is one statement that a rule makes. Holder and Target are places, see place.go.
type Emit struct {
	Type       string   `yaml:"type"` // default: the word's own
	Holder     string   `yaml:"holder"`
	Target     string   `yaml:"target"`
	About      []string `yaml:"about"`
	AboutMust  bool     `yaml:"about_must"`  // somebody must stand in about
	Negated    bool     `yaml:"negated"`     // turns the sign
	Reciprocal bool     `yaml:"reciprocal"`  // holder's actors stand towards each other, the first-named first
	TargetMust string   `yaml:"target_must"` // actor or issue
}

// Example is a text and what the rule makes of it: "Turkey +WANTS a buffer zone" (+, − or 0 is the polarity).
type Example struct {
	Text  string   `yaml:"text"`
	Gives []string `yaml:"gives"` // empty: the rule stays silent
	Why   string   `yaml:"why"`
	Fails string   `yaml:"fails"` // a known failure and its cause; the test fails once it passes
}

// fits says whether a clause of the kind is for this rule.
func (r *Rule) fits(kinds []Kind) bool {
	return slices.ContainsFunc(r.When.Kind, func(want Kind) bool { return slices.Contains(kinds, want) })
}
