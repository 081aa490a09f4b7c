package schema

import "math"

// Regenerate the table and the constants after a change of stances.yaml.
//
//go:generate go test -run ^TestStancesTable$ -update .

// TypeInfo is what stances.yaml says of a stance type.
type TypeInfo struct {
	Type       StanceType
	Sign       int        // +1, 0 or −1 of the holder towards the target when the stance is not negated
	Opposite   StanceType // "" where no type says the contrary
	Reciprocal bool       // holds in both directions: if A meets B, B meets A
	Gloss      string     // completes "the holder …"
	Strength   float64    // intensity of the plain asserted form, 0 to 1
	Cues       string     // the class of words that carry it
	Plover     string     // event type of PLOVER 0.8, "" for none
	Cameo      string     // CAMEO code or root, "" for none
	Quad       Quad
	Scores     []Score // sorted by scale
	Example    string  // a sentence that states it
}

// Quad is the quad class of event data: verbal or material, cooperation or conflict. "" is neither.
type Quad string

const (
	VerbalCooperation   Quad = "VC"
	MaterialCooperation Quad = "MC"
	VerbalConflict      Quad = "VX"
	MaterialConflict    Quad = "MX"
)

// Score places the event on a scale from −10 (conflict) to +10 (cooperation).
type Score struct {
	Scale string // "goldstein", "plover-0.8"
	Value float64
}

// Types lists the stance types in the order of stances.yaml.
func Types() []TypeInfo {
	list := make([]TypeInfo, len(stances))
	for i, t := range stances {
		t.Scores = append([]Score(nil), t.Scores...)
		list[i] = t
	}
	return list
}

// TypeOf tells about one type; false where there is no such type.
func TypeOf(t StanceType) (TypeInfo, bool) {
	for _, info := range stances {
		if info.Type == t {
			info.Scores = append([]Score(nil), info.Scores...)
			return info, true
		}
	}
	return TypeInfo{}, false
}

// Intensity scales the type's strength by modality, never by sign: must 1, asserted as it is, may 0.4, if 0.3.
func (t TypeInfo) Intensity(m Modality) float64 {
	factor := 1.0
	switch m {
	case Possible, Asked:
		factor = 0.4
	case Conditional:
		factor = 0.3
	case Desired:
		factor = 0.5
	}
	return math.Round(t.Strength*factor*100) / 100
}

// Edge is the name of the projected relationship between holder and target: the type's own name, or
// NOT_ and the name for a negated stance. "Does not support" never becomes a SUPPORTS edge.
func (t StanceType) Edge(negated bool) string {
	if negated {
		return "NOT_" + string(t)
	}
	return string(t)
}
