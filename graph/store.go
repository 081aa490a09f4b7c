package graph

import (
	"context"
	"errors"
	"time"

	"github.com/stancegraph/stancegraph/schema"
)

// Store keeps a graph. Saving is idempotent: the same documents, loaded again, in any order or in other
// batches, give the same graph. What needs only a part of it takes the smaller interfaces.
type Store interface {
	Loader
	Asker
	Dumper
	Curator
	Verifier

	// Stats counts nodes and edges.
	Stats(ctx context.Context) (Stats, error)

	Close() error
}

// Loader loads and removes documents.
type Loader interface {
	InputReader

	// Save loads documents, each replacing what was loaded under its id. It works in transactions of some
	// documents each, so after an error or a cancelled ctx whole documents are there or not, the graph is
	// consistent, and a second Save completes it. The Summary says what was done also then.
	Save(ctx context.Context, batch []schema.Extraction, run RunInfo) (Summary, error)

	// Remove removes a document: the graph is then as if it had never been loaded. It gives ErrNoDocument
	// where there is none of that id.
	Remove(ctx context.Context, document string) (Summary, error)
}

// InputReader says what documents were made from.
type InputReader interface {
	// Inputs gives, of those of the documents that are loaded, what RunInfo.Inputs held when they were.
	Inputs(ctx context.Context, documents []string) (map[string]string, error)
}

// Asker answers the shipped questions.
type Asker interface {
	// Query answers a question by name. Unknown names and missing arguments are errors.
	Query(ctx context.Context, name string, args ...string) (Rows, error)

	// Called gives the actors, issues and outlets, of those labels, that have one of the names, which are folded, or all
	// where names is nil; sorted by label and id.
	Called(ctx context.Context, names []string, labels ...Label) ([]Called, error)
}

// Dumper reads all that a store holds.
type Dumper interface {
	// Load reads the whole graph, sorted, without runs.
	Load(ctx context.Context) (*Graph, error)

	// Ledger reads what lies beside the graph.
	Ledger(ctx context.Context) (Ledger, error)
}

// Curator keeps decisions and puts them into effect.
type Curator interface {
	// Decide makes a decision, or takes it back, and puts it into effect on what is loaded; it holds for what is loaded
	// later too. The documents that it touches are changed some in each transaction: after an error the same
	// again completes it. To take back what was not decided is ErrNoDecision.
	Decide(ctx context.Context, d Decision, back bool) (Summary, error)

	// Decisions gives all decisions, sorted by key, with their State.
	Decisions(ctx context.Context) (Decisions, error)

	// Judge makes the review of a statement, to be given to Decide: see graph.Judge.
	Judge(ctx context.Context, statement string, r Review, edit func(*schema.Statement) error) (Decision, error)
}

// ErrOld says that what an older program loaded has to be migrated first, which opening the store for writing does.
var ErrOld = errors.New("an older stancegraph made it")

// ErrNoDocument says that the document to be removed is not in the store.
var ErrNoDocument = errors.New("there is no such document in the graph")

// RunInfo names a load. Batches of one load share it. A run that changes nothing leaves no Run node,
// and the zero RunInfo never does.
type RunInfo struct {
	ID string
	At time.Time

	// Inputs says by document what its extraction was made from and by: two extractions of one key are the same.
	// It is kept beside the graph, so that what is loaded need not be extracted again. It may be nil.
	Inputs map[string]string
}

// Ledger is what a store keeps beside the graph: loads, what was loaded from what, and what people decided. A graph
// with its ledger is all that a store holds. Lists are sorted by id, document or key.
type Ledger struct {
	Runs      []RunInfo // without Inputs
	Loaded    []Loaded
	Decisions Decisions
	Originals []Original
}

// Loaded is which run changed a document last, when it was loaded first (RFC 3339), and what its extraction was made
// from; "" where that is not known.
type Loaded struct{ Document, Run, First, Input string }

// Rows is the answer to a question. A value is nil, a string, int64, float64, bool or []string.
type Rows struct {
	Columns []string
	Values  [][]any
}

// Stats counts nodes by label and edges by type.
type Stats struct {
	Nodes map[Label]int
	Edges map[EdgeType]int
}

// Count counts what happened to nodes or edges.
type Count struct {
	Added, Updated, Unchanged, Removed int
}

func (c *Count) plus(d Count) {
	c.Added += d.Added
	c.Updated += d.Updated
	c.Unchanged += d.Unchanged
	c.Removed += d.Removed
}

// Changed says whether anything was.
func (c Count) Changed() bool { return c.Added+c.Updated+c.Removed > 0 }

// Summary says what a Save, Remove or Decide did: to nodes, by label, and to the projected edges. A shared node
// is updated when what it says changed, not when merely one more document says it.
type Summary struct {
	Nodes     map[Label]Count
	Projected Count
	Copies    int // new documents, and ones with another text, that are near-duplicates of others; see ClusterMember
	Compared  int // sketches read or compared to find near-duplicates: the work that this took
	Recounted int // statements read to compute projected edges anew that lost one: the work that this took
}

// Plus adds what another Save did.
func (s *Summary) Plus(t Summary) {
	for _, info := range Labels() {
		if c, ok := t.Nodes[info.Label]; ok {
			s.count(info.Label, c)
		}
	}
	s.Projected.plus(t.Projected)
	s.Copies += t.Copies
	s.Compared += t.Compared
	s.Recounted += t.Recounted
}

func (s *Summary) count(l Label, c Count) {
	if s.Nodes == nil {
		s.Nodes = map[Label]Count{}
	}
	sum := s.Nodes[l]
	sum.plus(c)
	s.Nodes[l] = sum
}

// Changed says whether the graph differs from that before.
func (s Summary) Changed() bool {
	for _, c := range s.Nodes {
		if c.Changed() {
			return true
		}
	}
	return s.Projected.Changed()
}
