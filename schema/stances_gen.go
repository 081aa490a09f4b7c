// Code generated from stances.yaml by go generate ./schema; DO NOT EDIT.

package schema

// The stance types; TypeOf says what each means.
const (
	Supports       StanceType = "SUPPORTS"        // backs, sides with or endorses an actor or a course
	Opposes        StanceType = "OPPOSES"         // is against an actor or a course
	Praises        StanceType = "PRAISES"         // speaks well of an actor or a thing
	Criticizes     StanceType = "CRITICIZES"      // speaks ill of an actor or a thing
	Accuses        StanceType = "ACCUSES"         // holds an actor responsible for a wrong
	Denies         StanceType = "DENIES"          // says that a claim is not true
	Defends        StanceType = "DEFENDS"         // justifies or vouches for an actor or a course
	Recognizes     StanceType = "RECOGNIZES"      // accepts as legitimate or true
	Wants          StanceType = "WANTS"           // wishes an outcome
	Demands        StanceType = "DEMANDS"         // requires an outcome, of an addressee where one is named
	Requests       StanceType = "REQUESTS"        // asks for, offers or proposes something
	Rejects        StanceType = "REJECTS"         // turns down, rules out, refuses or will not tolerate something
	Accepts        StanceType = "ACCEPTS"         // agrees to a thing
	Promises       StanceType = "PROMISES"        // commits to something
	Plans          StanceType = "PLANS"           // intends something
	Warns          StanceType = "WARNS"           // warns somebody of or against something
	Threatens      StanceType = "THREATENS"       // announces harm
	Fears          StanceType = "FEARS"           // worries about or distrusts an actor or an outcome
	Trusts         StanceType = "TRUSTS"          // relies on, admires or likes an actor
	AgreesWith     StanceType = "AGREES_WITH"     // shares a view or reaches a deal with an actor
	DisagreesWith  StanceType = "DISAGREES_WITH"  // is at odds with an actor
	CompetesWith   StanceType = "COMPETES_WITH"   // runs against or contends with an actor
	Meets          StanceType = "MEETS"           // talks with an actor
	CooperatesWith StanceType = "COOPERATES_WITH" // works together with an actor
	Aids           StanceType = "AIDS"            // gives help, arms or money to an actor
	Concedes       StanceType = "CONCEDES"        // yields or eases something
	Withdraws      StanceType = "WITHDRAWS"       // takes away troops, support or a candidacy
	Sanctions      StanceType = "SANCTIONS"       // punishes an actor by a measure
	Coerces        StanceType = "COERCES"         // uses the force of the state short of war against an actor
	Protests       StanceType = "PROTESTS"        // demonstrates against an actor or a course
	Attacks        StanceType = "ATTACKS"         // uses violence against an actor
)

var stances = []TypeInfo{
	{
		Type: Supports, Sign: 1, Opposite: Opposes,
		Gloss:    "backs, sides with or endorses an actor or a course",
		Strength: 0.8, Cues: "SUPPORTS",
		Plover: "SUPPORT", Cameo: "05", Quad: "VC",
		Scores:  []Score{{"goldstein", 3.5}, {"plover-0.8", 5}},
		Example: "Norway backs the island states in their call for a loss fund.",
	},
	{
		Type: Opposes, Sign: -1, Opposite: Supports,
		Gloss:    "is against an actor or a course",
		Strength: 0.8, Cues: "OPPOSES",
		Plover: "REJECT", Cameo: "12", Quad: "VX",
		Scores:  []Score{{"goldstein", -4}, {"plover-0.8", -2}},
		Example: "Hungary opposes the new asylum pact.",
	},
	{
		Type: Praises, Sign: 1, Opposite: Criticizes,
		Gloss:    "speaks well of an actor or a thing",
		Strength: 0.6, Cues: "PRAISES",
		Plover: "SUPPORT", Cameo: "051", Quad: "VC",
		Scores:  []Score{{"goldstein", 3.4}, {"plover-0.8", 5}},
		Example: "The commissioner hailed the ceasefire as a brave step.",
	},
	{
		Type: Criticizes, Sign: -1, Opposite: Praises,
		Gloss:    "speaks ill of an actor or a thing",
		Strength: 0.6, Cues: "CRITICIZES",
		Plover: "ACCUSE", Cameo: "111", Quad: "VX",
		Scores:  []Score{{"goldstein", -2}, {"plover-0.8", -2}},
		Example: "Brazil condemned the raid on the embassy.",
	},
	{
		Type: Accuses, Sign: -1, Opposite: Defends,
		Gloss:    "holds an actor responsible for a wrong",
		Strength: 0.7, Cues: "ACCUSES",
		Plover: "ACCUSE", Cameo: "112", Quad: "VX",
		Scores:  []Score{{"goldstein", -2}, {"plover-0.8", -3.5}},
		Example: "Sudan accuses its neighbour of arming the rebels.",
	},
	{
		Type: Denies, Sign: -1, Opposite: Recognizes,
		Gloss:    "says that a claim is not true",
		Strength: 0.6, Cues: "DENIES",
		Plover: "", Cameo: "016", Quad: "VX",
		Scores:  []Score{{"goldstein", -2}},
		Example: "The ministry denied that its ships had crossed the line.",
	},
	{
		Type: Defends, Sign: 1, Opposite: Accuses,
		Gloss:    "justifies or vouches for an actor or a course",
		Strength: 0.7, Cues: "DEFENDS",
		Plover: "SUPPORT", Cameo: "052", Quad: "VC",
		Scores:  []Score{{"goldstein", 3.5}, {"plover-0.8", 5}},
		Example: "The chancellor defended her budget against the regions.",
	},
	{
		Type: Recognizes, Sign: 1, Opposite: Rejects,
		Gloss:    "accepts as legitimate or true",
		Strength: 0.7, Cues: "RECOGNIZES",
		Plover: "SUPPORT", Cameo: "054", Quad: "VC",
		Scores:  []Score{{"goldstein", 6}, {"plover-0.8", 5}},
		Example: "Ireland has recognised the new assembly.",
	},
	{
		Type: Wants, Sign: 1, Opposite: Rejects,
		Gloss:    "wishes an outcome",
		Strength: 0.8, Cues: "WANTS",
		Plover: "", Cameo: "", Quad: "",
		Scores:  []Score{},
		Example: "Turkey wants a buffer zone along its border.",
	},
	{
		Type: Demands, Sign: 1, Opposite: Rejects,
		Gloss:    "requires an outcome, of an addressee where one is named",
		Strength: 0.9, Cues: "DEMANDS",
		Plover: "REQUEST", Cameo: "10", Quad: "VX",
		Scores:  []Score{{"goldstein", -5}, {"plover-0.8", 0}},
		Example: "Peru demands the return of the seized trawlers.",
	},
	{
		Type: Requests, Sign: 1, Opposite: Rejects,
		Gloss:    "asks for, offers or proposes something",
		Strength: 0.5, Cues: "REQUESTS",
		Plover: "REQUEST", Cameo: "02", Quad: "",
		Scores:  []Score{{"goldstein", 3}, {"plover-0.8", 0.5}},
		Example: "Malawi asked the fund for a longer grace period.",
	},
	{
		Type: Rejects, Sign: -1, Opposite: Accepts,
		Gloss:    "turns down, rules out, refuses or will not tolerate something",
		Strength: 0.8, Cues: "REJECTS",
		Plover: "REJECT", Cameo: "12", Quad: "VX",
		Scores:  []Score{{"goldstein", -4}, {"plover-0.8", -2}},
		Example: "The unions rejected the offer within the hour.",
	},
	{
		Type: Accepts, Sign: 1, Opposite: Rejects,
		Gloss:    "agrees to a thing",
		Strength: 0.7, Cues: "ACCEPTS",
		Plover: "AGREE", Cameo: "03", Quad: "VC",
		Scores:  []Score{{"goldstein", 4}, {"plover-0.8", 2.5}},
		Example: "Chile agreed to the court's ruling on the river.",
	},
	{
		Type: Promises, Sign: 1, Opposite: Threatens,
		Gloss:    "commits to something",
		Strength: 0.7, Cues: "PROMISES",
		Plover: "AGREE", Cameo: "03", Quad: "VC",
		Scores:  []Score{{"goldstein", 4}, {"plover-0.8", 2.5}},
		Example: "The premier pledged a vote before the summer.",
	},
	{
		Type: Plans, Sign: 0,
		Gloss:    "intends something",
		Strength: 0.6, Cues: "PLANS",
		Plover: "", Cameo: "", Quad: "",
		Scores:  []Score{},
		Example: "Kenya plans to reopen its northern crossing.",
	},
	{
		Type: Warns, Sign: -1,
		Gloss:    "warns somebody of or against something",
		Strength: 0.6, Cues: "WARNS",
		Plover: "THREATEN", Cameo: "130", Quad: "VX",
		Scores:  []Score{{"goldstein", -4.4}, {"plover-0.8", -2}},
		Example: "Finland warned the shippers against the shallow route.",
	},
	{
		Type: Threatens, Sign: -1, Opposite: Promises,
		Gloss:    "announces harm",
		Strength: 0.9, Cues: "THREATENS",
		Plover: "THREATEN", Cameo: "13", Quad: "VX",
		Scores:  []Score{{"goldstein", -6}, {"plover-0.8", -3.5}},
		Example: "The junta threatened the broadcasters with closure.",
	},
	{
		Type: Fears, Sign: -1, Opposite: Trusts,
		Gloss:    "worries about or distrusts an actor or an outcome",
		Strength: 0.5, Cues: "FEARS",
		Plover: "", Cameo: "", Quad: "",
		Scores:  []Score{},
		Example: "Estonia is wary of the pipeline's new owners.",
	},
	{
		Type: Trusts, Sign: 1, Opposite: Fears,
		Gloss:    "relies on, admires or likes an actor",
		Strength: 0.5, Cues: "TRUSTS",
		Plover: "", Cameo: "", Quad: "",
		Scores:  []Score{},
		Example: "The fishermen trust the harbour council.",
	},
	{
		Type: AgreesWith, Sign: 1, Opposite: DisagreesWith, Reciprocal: true,
		Gloss:    "shares a view or reaches a deal with an actor",
		Strength: 0.6, Cues: "AGREES_WITH",
		Plover: "AGREE", Cameo: "03", Quad: "VC",
		Scores:  []Score{{"goldstein", 4}, {"plover-0.8", 2.5}},
		Example: "Japan agrees with Canada on the quota.",
	},
	{
		Type: DisagreesWith, Sign: -1, Opposite: AgreesWith, Reciprocal: true,
		Gloss:    "is at odds with an actor",
		Strength: 0.6, Cues: "DISAGREES_WITH",
		Plover: "ACCUSE", Cameo: "111", Quad: "VX",
		Scores:  []Score{{"goldstein", -2}, {"plover-0.8", -2}},
		Example: "Ghana and Togo are at odds over the sea border.",
	},
	{
		Type: CompetesWith, Sign: -1, Opposite: CooperatesWith, Reciprocal: true,
		Gloss:    "runs against or contends with an actor",
		Strength: 0.5, Cues: "COMPETES_WITH",
		Plover: "", Cameo: "", Quad: "",
		Scores:  []Score{},
		Example: "The mayor will run against the former governor.",
	},
	{
		Type: Meets, Sign: 0, Reciprocal: true,
		Gloss:    "talks with an actor",
		Strength: 0.4, Cues: "MEETS",
		Plover: "CONSULT", Cameo: "04", Quad: "VC",
		Scores:  []Score{{"goldstein", 1}, {"plover-0.8", 2.5}},
		Example: "The envoys met the tribal elders on Monday.",
	},
	{
		Type: CooperatesWith, Sign: 1, Opposite: CompetesWith, Reciprocal: true,
		Gloss:    "works together with an actor",
		Strength: 0.8, Cues: "COOPERATES_WITH",
		Plover: "COOPERATE", Cameo: "06", Quad: "MC",
		Scores:  []Score{{"goldstein", 6}, {"plover-0.8", 9.5}},
		Example: "Spain works with Morocco to patrol the strait.",
	},
	{
		Type: Aids, Sign: 1, Opposite: Sanctions,
		Gloss:    "gives help, arms or money to an actor",
		Strength: 0.9, Cues: "AIDS",
		Plover: "AID", Cameo: "07", Quad: "MC",
		Scores:  []Score{{"goldstein", 7}, {"plover-0.8", 10}},
		Example: "Denmark supplies the coast guard with drones.",
	},
	{
		Type: Concedes, Sign: 1, Opposite: Rejects,
		Gloss:    "yields or eases something",
		Strength: 0.7, Cues: "CONCEDES",
		Plover: "CONCEDE", Cameo: "08", Quad: "MC",
		Scores:  []Score{{"goldstein", 5}, {"plover-0.8", 4.5}},
		Example: "The cabinet gave in to the teachers.",
	},
	{
		Type: Withdraws, Sign: 0,
		Gloss:    "takes away troops, support or a candidacy",
		Strength: 0.8, Cues: "WITHDRAWS",
		Plover: "RETREAT", Cameo: "08", Quad: "MC",
		Scores:  []Score{{"goldstein", 7}, {"plover-0.8", 6.5}},
		Example: "Ethiopia withdrew its troops from the valley.",
	},
	{
		Type: Sanctions, Sign: -1, Opposite: Aids,
		Gloss:    "punishes an actor by a measure",
		Strength: 0.9, Cues: "SANCTIONS",
		Plover: "SANCTION", Cameo: "16", Quad: "MX",
		Scores:  []Score{{"goldstein", -4}, {"plover-0.8", -6}},
		Example: "Australia expelled the attaché.",
	},
	{
		Type: Coerces, Sign: -1,
		Gloss:    "uses the force of the state short of war against an actor",
		Strength: 0.9, Cues: "COERCES",
		Plover: "COERCE", Cameo: "17", Quad: "MX",
		Scores:  []Score{{"goldstein", -7}, {"plover-0.8", -7}},
		Example: "Police detained the editor of the weekly.",
	},
	{
		Type: Protests, Sign: -1,
		Gloss:    "demonstrates against an actor or a course",
		Strength: 0.8, Cues: "PROTESTS",
		Plover: "PROTEST", Cameo: "14", Quad: "MX",
		Scores:  []Score{{"goldstein", -6.5}, {"plover-0.8", -5}},
		Example: "Students marched against the fee.",
	},
	{
		Type: Attacks, Sign: -1,
		Gloss:    "uses violence against an actor",
		Strength: 1, Cues: "ATTACKS",
		Plover: "ASSAULT", Cameo: "18", Quad: "MX",
		Scores:  []Score{{"goldstein", -9}, {"plover-0.8", -9}},
		Example: "The militia shelled the airport overnight.",
	},
}
