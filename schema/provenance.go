package schema

// Provenance is how an argument that does not stand plainly with its predicate was found.
type Provenance uint8

const (
	Overt        Provenance = iota // stands with its predicate
	Controlled                     // of an infinitive or gerund, from the clause above
	FromRelative                   // what a relative clause stands with
	Shared                         // of a verb joined to another
	FromAdjunct                    // of a participle, from the clause above or the noun that it stands with
	Gapped                         // left out where it would be said twice
	Possessor                      // of a noun: "Chad's support"
	FromDemonym                    // of a noun: "Chadian support"
	FromLight                      // of a noun, from the verb that carries it: "voiced support"
	FromInverse                    // of a noun, from a verb that turns it round: "drew criticism"
	FromPhrase                     // of a noun, from a phrase with by, among or from
	FromIdiom                      // of the noun that makes an idiom with the verb
	FromCopula                     // what a noun is said to be
	OfApposition                   // of an agent noun, from the other half of an apposition
	OfModified                     // the noun that a prepositional predicate modifies
	AsPredicate                    // "emerged as a critic"
	Itself                         // an agent noun of nobody else
	OfPurpose                      // an infinitive that says what for
	OfEvent                        // an event noun that stands for its agent: "killed in a raid by Chad"
)

// provenances are the names of the constants above, as explain shows them.
var provenances = [...]string{
	Overt:        "",
	Controlled:   "control",
	FromRelative: "relative",
	Shared:       "conjunct",
	FromAdjunct:  "participle",
	Gapped:       "gap",
	Possessor:    "possessive",
	FromDemonym:  "demonym",
	FromLight:    "light",
	FromInverse:  "inverse",
	FromPhrase:   "phrase",
	FromIdiom:    "idiom",
	FromCopula:   "copula",
	OfApposition: "appositive",
	OfModified:   "modifier",
	AsPredicate:  "as",
	Itself:       "self",
	OfPurpose:    "purpose",
	OfEvent:      "event",
}

// String is the provenance's short name: "control" of Controlled, "" of Overt and of no constant.
func (p Provenance) String() string {
	if int(p) >= len(provenances) {
		return ""
	}
	return provenances[p]
}
