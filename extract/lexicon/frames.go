package lexicon

import "strings"

// The frames: where a word's target stands. X is the holder, Y the target, Z an addressee or other actor.
//
//	object                 X backs Y; of a preposition: X is against Y
//	PREP                   X sides with Y; also before a clause: X insists on leaving; "of" is also a noun's possessor
//	PREP-PREP              X pleads with Z for Y: the second one is the target, the first the addressee
//	infinitive             X wants to Y
//	object-infinitive      X wants Z to Y: the target is all of "Z to Y"
//	addressee-infinitive   X urges Z to Y: the target is Y
//	PREP-infinitive        X calls on Z to Y
//	that                   X demands that Y
//	addressee-that         X assures Z that Y
//	gerund                 X rules out doing Y
//	object+PREP            X accuses Y of theft: the object is the target, the rest is content
//	object+as              X branded Y as unfit
//	object>PREP            X demands cash from Y: what stands under the preposition is the target
//	recipient              X gives Y tanks: the one who gets it is the target
//	object+recipient       X promises Z a port: the object is the target, Z the addressee
//	none                   no target is needed, or the stance is mutual: "A and B met", "a row between A and B"
var plainFrames = SetOf(`object infinitive object-infinitive addressee-infinitive that addressee-that gerund recipient
	object+recipient none`)

var framePreps = map[string]bool{
	"about": true, "above": true, "across": true, "after": true, "against": true, "ahead of": true,
	"alongside": true, "among": true, "around": true, "as": true, "at": true, "at hands of": true, "before": true,
	"behind": true, "between": true, "beyond": true, "by": true, "for": true, "from": true, "in": true,
	"in favour of": true, "into": true, "of": true, "off": true, "on": true, "onto": true, "out of": true,
	"over": true, "through": true, "to": true, "toward": true, "towards": true, "under": true, "upon": true,
	"with": true, "within": true, "without": true,
}

// particles are the adverbs that make one verb with a verb: rule out, team up, speak out.
var particles = SetOf(`ahead along apart around aside away back behind by down forward in off on out over short through together up`)

// IsParticle says whether a word can be the particle of a verb in words/verbs.yaml.
func IsParticle(word string) bool { return particles[word] }

// validFrame says whether frame is one of the frames above.
func validFrame(frame string) bool {
	if plainFrames[frame] || framePreps[frame] {
		return true
	}
	if prep, ok := strings.CutSuffix(frame, "-infinitive"); ok {
		return framePreps[prep]
	}
	if prep, ok := strings.CutPrefix(frame, "object+"); ok {
		return framePreps[prep]
	}
	if prep, ok := strings.CutPrefix(frame, "object>"); ok {
		return framePreps[prep]
	}
	first, second, ok := strings.Cut(frame, "-")
	return ok && framePreps[first] && framePreps[second]
}
