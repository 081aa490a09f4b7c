package export

import (
	"slices"
	"unicode/utf16"

	"github.com/stancegraph/stancegraph/graph"
)

// viewData is what the page knows of a graph: tables, each a list a column, in which rows name those of other tables by
// their places. That takes a third of what a list of objects does.
type viewData struct {
	Types      viewTypes      `json:"types"`
	Sources    []string       `json:"sources"` // names
	Nodes      viewNodes      `json:"nodes"`
	Documents  viewDocuments  `json:"documents"`
	Sentences  viewSentences  `json:"sentences"`
	Statements viewStatements `json:"statements"`
}

// viewTypes are the types of edges, in the order of the stance types, negated ones after the plain.
type viewTypes struct {
	Name []graph.EdgeType `json:"name"`
	Sign []int            `json:"sign"`
}

// viewNodes are the actors and issues that statements name.
type viewNodes struct {
	ID      []string   `json:"id"`
	Name    []string   `json:"name"`
	Kind    []string   `json:"kind"` // Country …, Actor where it is not known, or Issue
	Aliases [][]string `json:"aliases"`
}

type viewDocuments struct {
	ID     []string `json:"id"`
	Title  []string `json:"title"`
	URL    []string `json:"url"`
	Source []int    `json:"source"` // -1: unknown
}

type viewSentences struct {
	Text     []string `json:"text"`
	Document []int    `json:"document"`
	Time     []int    `json:"time"` // when its turn begins in the video, in milliseconds; -1: unknown
}

// viewStatements are in the order of statementsOf.
type viewStatements struct {
	ID         []string  `json:"id"`
	Holder     []int     `json:"holder"`
	Type       []int     `json:"type"`
	Target     []int     `json:"target"`
	Polarity   []int     `json:"polarity"`
	Modality   []string  `json:"modality"`
	Phase      []string  `json:"phase"`
	Sayer      []int     `json:"sayer"`  // -1: the writer
	Behalf     []int     `json:"behalf"` // -1: nobody
	Inferred   []bool    `json:"inferred"`
	Confidence []float64 `json:"confidence"`
	Date       []string  `json:"date"`
	Review     []string  `json:"review"`
	Sentence   []int     `json:"sentence"`
	From       []int     `json:"from"` // where the words that state it begin and end, in UTF-16 units of the sentence
	To         []int     `json:"to"`
}

func newViewData(g *graph.Graph) viewData {
	b := viewBuilder{data: viewData{Sources: []string{}}, places: map[graph.Ref]int{}, types: map[graph.EdgeType]int{}}
	for _, t := range graph.Projected() {
		b.types[t] = len(b.data.Types.Name)
		b.data.Types.Name = append(b.data.Types.Name, t)
		b.data.Types.Sign = append(b.data.Types.Sign, sign(t))
	}
	for _, s := range statementsOf(g) {
		if s.holder.Props != nil && s.target.Props != nil && s.documentEnd.Props != nil { // else the store is damaged
			b.statement(s)
		}
	}
	return b.data
}

// viewBuilder adds rows as statements need them.
type viewBuilder struct {
	data   viewData
	places map[graph.Ref]int // of nodes, sources, documents and sentences in their tables
	types  map[graph.EdgeType]int
}

// place is where a node of the graph stands in its table; add adds it where it is new. -1 is none.
func (b *viewBuilder) place(e end, size int, add func()) int {
	if e.Props == nil {
		return -1
	}
	i, known := b.places[e.Ref]
	if !known {
		i = size
		b.places[e.Ref] = i
		add()
	}
	return i
}

func (b *viewBuilder) node(e end) int {
	n := &b.data.Nodes
	return b.place(e, len(n.ID), func() {
		n.ID, n.Name, n.Kind = append(n.ID, e.ID), append(n.Name, e.name()), append(n.Kind, e.kind())
		n.Aliases = append(n.Aliases, e.aliases())
	})
}

func (b *viewBuilder) source(e end) int {
	return b.place(e, len(b.data.Sources), func() { b.data.Sources = append(b.data.Sources, e.name()) })
}

func (b *viewBuilder) document(s statement) int {
	source, d := b.source(s.source), &b.data.Documents
	return b.place(s.documentEnd, len(d.ID), func() {
		d.ID, d.Title = append(d.ID, s.documentEnd.ID), append(d.Title, s.document.Title)
		d.URL, d.Source = append(d.URL, s.document.URL), append(d.Source, source)
	})
}

func (b *viewBuilder) sentence(s statement) int {
	document, list := b.document(s), &b.data.Sentences
	return b.place(s.sentenceEnd, len(list.Text), func() {
		time := -1
		if s.turn.EndMS > 0 {
			time = s.turn.StartMS
		}
		list.Text, list.Document = append(list.Text, s.sentence.Text), append(list.Document, document)
		list.Time = append(list.Time, time)
	})
}

func (b *viewBuilder) statement(s statement) {
	sentence, list := b.sentence(s), &b.data.Statements
	list.ID, list.Sentence = append(list.ID, s.id), append(list.Sentence, sentence)
	list.Holder, list.Target = append(list.Holder, b.node(s.holder)), append(list.Target, b.node(s.target))
	list.Sayer, list.Behalf = append(list.Sayer, b.node(s.sayer)), append(list.Behalf, b.node(s.behalf))
	list.Type = append(list.Type, b.types[graph.EdgeType(s.Type.Edge(s.Negated))])
	list.Polarity, list.Inferred = append(list.Polarity, s.Polarity), append(list.Inferred, s.Inferred)
	list.Modality, list.Phase = append(list.Modality, string(s.Modality)), append(list.Phase, string(s.Phase))
	list.Confidence, list.Date = append(list.Confidence, s.Confidence), append(list.Date, s.Date)
	list.Review = append(list.Review, s.Review)
	list.From = append(list.From, units(s.sentence.Text, s.Start-s.sentence.Start))
	list.To = append(list.To, units(s.sentence.Text, s.End-s.sentence.Start))
}

// units counts the UTF-16 units of a text's first bytes, in which JavaScript counts.
func units(text string, size int) int {
	return len(utf16.Encode([]rune(text[:min(max(size, 0), len(text))])))
}

// aliases are the other names of an actor or issue; empty, not nil, where there are none.
func (e end) aliases() []string {
	var list []string
	switch p := e.Props.(type) {
	case *graph.ActorProps:
		list = p.Aliases
	case *graph.IssueProps:
		list = p.Aliases
	}
	return append([]string{}, slices.DeleteFunc(slices.Clone(list), func(s string) bool { return s == e.name() })...)
}
