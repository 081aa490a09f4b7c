package graph

// EdgeProps are the properties of an edge; their type follows from the edge's: *MentionProps, *AboutProps,
// *ContrastProps, *NearDuplicateProps, *AffiliationProps, *MemberProps, *StanceProps or *NoProps. Edges share them, so
// they are copied before they are changed.
type EdgeProps interface {
	properties() []property
	edge()
}

// NoProps are those of edges that have none: EVIDENCE, IN_TURN, IN_DOCUMENT, PUBLISHED_BY.
type NoProps struct{}

func (*NoProps) edge() {}

func (*NoProps) properties() []property { return nil }

// MentionProps are those of HOLDER, TARGET, SAID_BY and ON_BEHALF_OF: the words that name the actor or issue, and
// their place in the document's text, in bytes.
type MentionProps struct {
	Text       string
	Start, End int
}

func (*MentionProps) edge() {}

func (p *MentionProps) properties() []property {
	return []property{optional("text", &p.Text), always("start", &p.Start), always("end", &p.End)}
}

// AboutProps are those of ABOUT: a mention of an actor inside the issue, and the holder's stance towards it.
type AboutProps struct {
	Sign int // +1, −1, or 0 where the words do not say
	MentionProps
}

func (p *AboutProps) properties() []property {
	return append([]property{always("sign", &p.Sign)}, p.MentionProps.properties()...)
}

// ContrastProps are those of CONTRASTS_WITH.
type ContrastProps struct {
	Cue string // but, while, whereas …
}

func (*ContrastProps) edge() {}

func (p *ContrastProps) properties() []property { return []property{optional("cue", &p.Cue)} }

// NearDuplicateProps are those of NEAR_DUPLICATE_OF.
type NearDuplicateProps struct {
	Similarity float64 // the share of the shorter text that is in the longer one, in steps of 0.01
}

func (*NearDuplicateProps) edge() {}

func (p *NearDuplicateProps) properties() []property {
	return []property{always("similarity", &p.Similarity)}
}

// AffiliationProps are those of AFFILIATED_WITH.
type AffiliationProps struct {
	Role string // the key of the edge
	N    int    // how many documents assert it
}

func (*AffiliationProps) edge() {}

func (p *AffiliationProps) properties() []property {
	return []property{always("role", &p.Role), always("n", &p.N)}
}

// MemberProps are those of MEMBER_OF.
type MemberProps struct {
	N int // how many documents assert it
}

func (*MemberProps) edge() {}

func (p *MemberProps) properties() []property { return []property{always("n", &p.N)} }

// StanceProps are those of a projected edge.
type StanceProps struct {
	Variant     string // the key of the edge: Stated, Inferred …
	Derived     bool   // true
	N           int    // how many statements it counts
	Sources     []string
	First, Last string // dates, "" where no statement has one
	Latest      string // id of the latest statement
	LatestAt    string // its place: the document's id, "#" and the byte where the sentence starts
	Confidence  float64
	Planned     bool
	Ended       bool
	Inferred    bool
	Claimed     bool
	Sayers      []string
}

func (*StanceProps) edge() {}

func (p *StanceProps) properties() []property {
	return []property{always("variant", &p.Variant), optional("derived", &p.Derived), always("n", &p.N),
		optional("sources", &p.Sources),
		optional("first", &p.First), optional("last", &p.Last), optional("latest", &p.Latest),
		optional("latestAt", &p.LatestAt),
		always("confidence", &p.Confidence), optional("planned", &p.Planned), optional("ended", &p.Ended),
		optional("inferred", &p.Inferred), optional("claimed", &p.Claimed), optional("sayers", &p.Sayers)}
}
