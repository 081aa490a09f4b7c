package graph

import (
	"cmp"
	"slices"
	"strings"
)

// ClusterMember is a document with its place in a cluster of near-duplicates. Documents belong to one cluster when they
// are near-duplicates, one of the other or by a chain of others between them. The cluster has the id of its
// representative, the member of the lowest rank (see rank). From each other member one NEAR_DUPLICATE_OF edge leads to
// the representative, so a cluster has one edge fewer than members.
type ClusterMember struct {
	Document   string
	Sketch     string  // the property of the Document, "" for none
	Cluster    string  // id of the cluster's representative; the document's own where it is alone
	Of         string  // id of the document that the edge leads to, "" for none
	Similarity float64 // property of the edge: the share of the shorter text that is in the other, in steps of 0.01
}

// rank orders documents for the choice of representatives. It has nothing to do with dates or with the order of loads,
// so in whatever order N near-duplicates are loaded, their representative changes about log N times.
func rank(document string) string { return hashOf("rank", document) }

// in gives a member its cluster, and the edge to the representative, which has this sketch.
func (c ClusterMember) in(representative, sketch string) ClusterMember {
	c.Cluster, c.Of, c.Similarity = representative, "", 0
	if c.Document == representative {
		return c
	}
	mine, _ := decodeSketch(c.Sketch)
	other, _ := decodeSketch(sketch)
	shared, _ := mine.compare(other)
	c.Of, c.Similarity = representative, float64(shared)/100
	return c
}

// Edge is the edge to the representative; false where there is none.
func (c ClusterMember) Edge() (Edge, bool) {
	k := EdgeKey{Type: NearDuplicateOf, From: Ref{Document, c.Document}, To: Ref{Document, c.Of}}
	return Edge{EdgeKey: k, Props: &NearDuplicateProps{Similarity: c.Similarity}}, c.Of != ""
}

// forest is a union-find over ids of documents. The root of a tree is the document of the lowest rank in it.
type forest struct {
	at    map[string]int
	nodes []treeNode
}

type treeNode struct {
	document, rank string
	parent         int
}

// node gives the number of a document, which is alone where it is new.
func (f *forest) node(document string) int {
	if i, ok := f.at[document]; ok {
		return i
	}
	if f.at == nil {
		f.at = map[string]int{}
	}
	i := len(f.nodes)
	f.at[document] = i
	f.nodes = append(f.nodes, treeNode{document, rank(document), i})
	return i
}

func (f *forest) root(i int) int {
	for f.nodes[i].parent != i {
		f.nodes[i].parent = f.nodes[f.nodes[i].parent].parent
		i = f.nodes[i].parent
	}
	return i
}

// join makes two trees one.
func (f *forest) join(i, j int) {
	i, j = f.root(i), f.root(j)
	a, b := f.nodes[i], f.nodes[j]
	if cmp.Or(strings.Compare(a.rank, b.rank), strings.Compare(a.document, b.document)) > 0 {
		i, j = j, i
	}
	f.nodes[j].parent = i
}

// clustering joins near-duplicates. Two documents are compared only where they share a band and are not known to be in
// one cluster yet: of N near-duplicates, each is compared to few others.
type clustering struct {
	forest
	sketches map[int]sketch
	buckets  map[int64][]bucketGroup // loose documents by band
	work     int                     // sketches that were read from a store or compared
}

// bucketGroup are documents of one bucket that are in one tree.
type bucketGroup struct{ documents []int }

func newClustering() *clustering {
	return &clustering{sketches: map[int]sketch{}, buckets: map[int64][]bucketGroup{}}
}

// add adds a document whose cluster is to be found, and joins it with its near-duplicates among those that were added.
func (c *clustering) add(m ClusterMember) {
	i := c.node(m.Document)
	s, ok := decodeSketch(m.Sketch)
	if !ok {
		return
	}
	c.sketches[i] = s
	compared := map[int]bool{}
	for _, key := range s.bands() {
		groups := c.gather(c.buckets[key])
		for _, g := range groups {
			c.meet(i, g.documents, compared)
		}
		c.buckets[key] = append(groups, bucketGroup{[]int{i}})
	}
}

// meet compares a document with others of one tree until it belongs to that tree.
func (c *clustering) meet(i int, others []int, compared map[int]bool) {
	for _, j := range others {
		if c.root(i) == c.root(j) {
			return
		}
		if !compared[j] {
			compared[j] = true
			if c.near(i, c.sketches[j]) {
				c.join(i, j)
				return
			}
		}
	}
}

func (c *clustering) near(i int, s sketch) bool {
	c.work++
	_, near := c.sketches[i].compare(s)
	return near
}

// gather puts groups together that have come into one tree, the smaller one into the larger.
func (c *clustering) gather(groups []bucketGroup) []bucketGroup {
	at := map[int]int{}
	kept := groups[:0]
	for _, g := range groups {
		root := c.root(g.documents[0])
		i, known := at[root]
		if !known {
			at[root] = len(kept)
			kept = append(kept, g)
			continue
		}
		a, b := kept[i].documents, g.documents
		if len(a) < len(b) {
			a, b = b, a
		}
		kept[i].documents = append(a, b...)
	}
	return kept
}

// representative is the id of the cluster of a document that was added, or of a cluster that was met.
func (c *clustering) representative(document string) string {
	return c.nodes[c.root(c.node(document))].document
}

// membersOf lists the documents among nodes.
func membersOf(nodes []Node) []ClusterMember {
	var list []ClusterMember
	for _, n := range nodes {
		if p, ok := n.Props.(*DocumentProps); ok {
			list = append(list, ClusterMember{Document: n.ID, Sketch: p.Sketch, Cluster: p.Story})
		}
	}
	return list
}

// Cluster sets Cluster, Of and Similarity of documents from their sketches, and sorts them by id.
func Cluster(list []ClusterMember) {
	slices.SortFunc(list, func(a, b ClusterMember) int { return strings.Compare(a.Document, b.Document) })
	c := newClustering()
	sketches := map[string]string{}
	for _, m := range list {
		c.add(m)
		sketches[m.Document] = m.Sketch
	}
	for i, m := range list {
		r := c.representative(m.Document)
		list[i] = m.in(r, sketches[r])
	}
}

// clusterAll clusters the documents of a whole graph.
func clusterAll(g *Graph) {
	members := membersOf(g.Nodes)
	Cluster(members)
	of := map[string]string{}
	for _, c := range members {
		of[c.Document] = c.Cluster
		if e, ok := c.Edge(); ok {
			g.Edges = append(g.Edges, e)
		}
	}
	for i, n := range g.Nodes {
		g.Nodes[i] = n.inCluster(of[n.ID])
	}
}

// inCluster is a Document node in another cluster; other nodes stay as they are.
func (n Node) inCluster(id string) Node {
	if p, ok := n.Props.(*DocumentProps); ok {
		q := *p
		q.Story, n.Props = id, &q
	}
	return n
}
