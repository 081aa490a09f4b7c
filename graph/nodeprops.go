package graph

import "github.com/stancegraph/stancegraph/schema"

// NodeProps are the properties of a node; their type follows from the node's label: *SourceProps, *DocumentProps,
// *TurnProps, *SentenceProps, *ActorProps, *IssueProps or *StatementProps. Nodes share them, so they are copied before
// they are changed.
type NodeProps interface {
	properties() []property
	node()
}

// SourceProps are those of an outlet. Like those of actors and issues they are merged from what documents claim.
type SourceProps struct {
	Name    string
	Aliases []string // other names, sorted
	Names   []string // all names and ids by which questions find it, folded
	Claims  []string // what documents claim of it, and how many do; see claims
}

func (*SourceProps) node() {}

func (p *SourceProps) properties() []property {
	return []property{optional("name", &p.Name), optional("aliases", &p.Aliases), optional("names", &p.Names),
		optional("claims", &p.Claims)}
}

// DocumentProps are those of one input text.
type DocumentProps struct {
	SHA256     string // of the text, hex
	Title      string
	Date       string // ISO 8601, day precision at best
	DateSource schema.DateSource
	URL        string
	Kind       schema.Format
	Hash       string   // Part.Hash, also the checksum of all that belongs to the document
	Asserts    []string // what it asserts of shared nodes, in JSON; see Assert
	Sketch     string   // summary of the text by which near-duplicates are found, "" for a short one
	Story      string   // id of the representative of its near-duplicate cluster
}

func (*DocumentProps) node() {}

func (p *DocumentProps) properties() []property {
	return []property{optional("sha256", &p.SHA256), optional("title", &p.Title), optional("date", &p.Date),
		optional("dateSource", (*string)(&p.DateSource)), optional("url", &p.URL), optional("kind", (*string)(&p.Kind)),
		optional("hash", &p.Hash), optional("asserts", &p.Asserts), optional("sketch", &p.Sketch),
		optional("story", &p.Story)}
}

// TurnProps are those of a run of text by one voice. Start and End are bytes of the document's text.
type TurnProps struct {
	Index      int // in the document, from 0
	Kind       schema.TurnKind
	Start, End int
	Speaker    string
	Title      string
	Country    string
	Outlet     string
	StartMS    int // cue time in milliseconds, where EndMS > 0
	EndMS      int
}

func (*TurnProps) node() {}

func (p *TurnProps) properties() []property {
	timed := p.EndMS > 0
	return []property{always("index", &p.Index), optional("kind", (*string)(&p.Kind)), always("start", &p.Start),
		always("end", &p.End), optional("speaker", &p.Speaker), optional("title", &p.Title), optional("country", &p.Country),
		optional("outlet", &p.Outlet), {"startMs", &p.StartMS, timed}, optional("endMs", &p.EndMS)}
}

// SentenceProps are those of a sentence. Start and End are bytes of the document's text.
type SentenceProps struct {
	Index      int // in the document, from 0
	Start, End int
	Text       string
}

func (*SentenceProps) node() {}

func (p *SentenceProps) properties() []property {
	return []property{always("index", &p.Index), always("start", &p.Start), always("end", &p.End),
		optional("text", &p.Text)}
}

// ActorProps are those of an actor.
type ActorProps struct {
	Name    string
	Aliases []string // other names, sorted
	Sector  string
	Names   []string // all names and ids by which questions find it, folded
	Claims  []string // what documents claim of it, and how many do; see claims
}

func (*ActorProps) node() {}

func (p *ActorProps) properties() []property {
	return []property{optional("name", &p.Name), optional("aliases", &p.Aliases), optional("sector", &p.Sector),
		optional("names", &p.Names), optional("claims", &p.Claims)}
}

// IssueProps are those of an issue.
type IssueProps struct {
	Name    string
	Aliases []string // other names, sorted
	Names   []string // all names and ids by which questions find it, folded
	Claims  []string // what documents claim of it, and how many do; see claims
}

func (*IssueProps) node() {}

func (p *IssueProps) properties() []property {
	return []property{optional("name", &p.Name), optional("aliases", &p.Aliases), optional("names", &p.Names),
		optional("claims", &p.Claims)}
}

// StatementProps are those of a statement; see schema.Statement. All places are bytes of the document's text.
type StatementProps struct {
	Type             schema.StanceType
	Polarity         int // +1, 0 or −1, after negation
	Intensity        float64
	Negated          bool
	Modality         schema.Modality
	Phase            schema.Phase
	Attribution      schema.Attribution
	Cue              string
	CueStart, CueEnd int
	Rule             string
	Confidence       float64
	Inferred         bool
	InferredFrom     string // id of the statement that it follows from
	Date             string
	DateSource       string
	Exact            string // the shortest part of the sentence with cue, holder and target; Start and End are its place
	Start, End       int
	Review           string // "accepted" or "fixed" by a person, "" where nobody judged it
}

func (*StatementProps) node() {}

func (p *StatementProps) properties() []property {
	return []property{optional("type", (*string)(&p.Type)), always("polarity", &p.Polarity),
		always("intensity", &p.Intensity),
		always("negated", &p.Negated), optional("modality", (*string)(&p.Modality)), optional("phase", (*string)(&p.Phase)),
		optional("attribution", (*string)(&p.Attribution)), optional("cue", &p.Cue), always("cueStart", &p.CueStart),
		always("cueEnd", &p.CueEnd), optional("rule", &p.Rule), always("confidence", &p.Confidence),
		always("inferred", &p.Inferred), optional("inferredFrom", &p.InferredFrom), optional("date", &p.Date),
		optional("dateSource", &p.DateSource), optional("exact", &p.Exact), always("start", &p.Start), always("end", &p.End),
		optional("review", &p.Review)}
}
