package graph

import "context"

// Unit is a node that belongs to one document, with all edges that start there.
type Unit struct {
	Node
	Edges []Edge
	New   bool // nothing of it is in the store
}

// Tx is one transaction of a store, as Apply and Decide need it. Nothing it does may be seen by others before the
// store commits, and until then no other writer may come between. What only reads takes the smaller interfaces, so a
// store may hand it a transaction that cannot write.
type Tx interface {
	Reader
	Writer
	NearDuplicates
	LoadLog
	DecisionLog
	Originals
	Finder
}

// Reader reads the graph. What does not exist is left out of the answer, without an error.
type Reader interface {
	// Hashes gives Part.Hash of those of the documents that are loaded.
	Hashes(ctx context.Context, documents []string) (map[string]string, error)
	// Owned reads all that belongs to the documents, sorted: their Document, Turn, Sentence and Statement nodes and
	// the edges that start there, without NEAR_DUPLICATE_OF.
	Owned(ctx context.Context, documents []string) (*Graph, error)
	// Nodes reads nodes of any label.
	Nodes(ctx context.Context, refs []Ref) ([]Node, error)
	// Edges reads shared or projected edges.
	Edges(ctx context.Context, keys []EdgeKey) ([]Edge, error)
	// Facts reads all statements with holder, type, negation and target as the projected edges have them.
	// It may give more.
	Facts(ctx context.Context, keys []EdgeKey) ([]Fact, error)
}

// Writer writes the graph. What exists under the same key is replaced.
type Writer interface {
	// PutUnits writes nodes of documents with the edges that start there.
	PutUnits(ctx context.Context, units []Unit) error
	// PutNodes writes shared nodes.
	PutNodes(ctx context.Context, nodes []Node) error
	// PutEdges writes shared and projected edges.
	PutEdges(ctx context.Context, edges []Edge) error
	// AddEdges writes edges that are not in the store.
	AddEdges(ctx context.Context, edges []Edge) error
	// DeleteEdges and DeleteNodes delete what exists of them; edges that start at a node are deleted with it.
	DeleteEdges(ctx context.Context, keys []EdgeKey) error
	DeleteNodes(ctx context.Context, refs []Ref) error
}

// NearDuplicates keeps the index by which near-duplicates of documents are found, and their clusters. The index has a
// bucket for each key of Bands. A bucket is in the order of clusters and, within a cluster, of documents; which order
// of ids that is, is left to the store.
type NearDuplicates interface {
	// NextClusters gives, for each place, the first document of the next cluster in its bucket, if there is one.
	NextClusters(ctx context.Context, after []BandPlace) ([]BandMember, error)
	// Bucket gives up to limit documents that come after a document in its bucket, in order.
	Bucket(ctx context.Context, after BandPlace, limit int) ([]BandMember, error)
	// ClusterMembers gives the documents that belong to one of the clusters.
	ClusterMembers(ctx context.Context, clusters []string) ([]ClusterMember, error)
	// PutClusters sets the cluster (property story) of documents that exist.
	PutClusters(ctx context.Context, list []ClusterMember) error
	// Index puts documents, with their clusters, under the Bands of their sketches. Those in gone were indexed under
	// the sketch and cluster that they have there; they are deleted, replaced or indexed anew.
	Index(ctx context.Context, list, gone []ClusterMember) error
}

// BandPlace is a place in the bucket of a key: after a document, or after all documents of a cluster where Document is
// "", or before all of them where Cluster is "" too.
type BandPlace struct {
	Key               int64
	Cluster, Document string
}

// BandMember is a document of the bucket of a key, without Of and Similarity.
type BandMember struct {
	Key int64
	ClusterMember
}

// LoadLog keeps beside the graph which load changed what, and from what.
type LoadLog interface {
	// Record notes which documents a run loaded or changed, and where none did before that it was the first.
	Record(ctx context.Context, run RunInfo, documents []string) error
	// Note sets the inputs of documents that some run loaded; an empty key is none.
	Note(ctx context.Context, inputs []Input) error
	// Inputs gives those that are set, by document.
	Inputs(ctx context.Context, documents []string) (map[string]string, error)
}

// DecisionLog keeps decisions beside the graph, as Decision.Encode writes them.
type DecisionLog interface {
	DecisionReader
	// PutDecision writes a decision, or replaces that of the same key.
	PutDecision(ctx context.Context, key, data string) error
	// DropDecision deletes a decision; one that is not there is no error.
	DropDecision(ctx context.Context, key string) error
}

// DecisionReader reads decisions.
type DecisionReader interface {
	// Decisions gives the decisions whose keys begin with one of these, as they were written, sorted by key.
	Decisions(ctx context.Context, keys []string) ([]string, error)
}

// OriginalReader reads how documents were extracted that decisions changed.
type OriginalReader interface {
	// Originals gives the data of those of the documents that have an original.
	Originals(ctx context.Context, documents []string) (map[string]string, error)
	// Changed gives the ids of those of the documents that have one.
	Changed(ctx context.Context, documents []string) ([]string, error)
}

// Originals keeps that beside the graph.
type Originals interface {
	OriginalReader
	// Keep sets originals of loaded documents; empty data is none. An original is deleted with its document.
	Keep(ctx context.Context, originals []Original) error
}

// Finder looks for the documents that a decision concerns.
type Finder interface {
	// Naming gives the documents that assert something of an actor, by its id, sorted; it may give more.
	Naming(ctx context.Context, actor string) ([]string, error)
	// Statements gives the first five statements, in the order of ids, whose ids begin so, with their documents.
	Statements(ctx context.Context, prefix string) (map[string]string, error)
}

// CurationReader is what is read to make a decision, and to list those that were made.
type CurationReader interface {
	Reader
	DecisionReader
	OriginalReader
	Finder
}

// Original is a document as it was extracted, before decisions.
type Original struct{ Document, Data string }

// Input is what the extraction of a document was made from.
type Input struct{ Document, Key string }
