package graph

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
)

// ClusterMember is a document with its place in a cluster of near-duplicates. Documents belong to one cluster when they
// are near-duplicates, one of the other or by a chain of others between them. The cluster has the id of its first
// document, by date (those without come last), then by id. From each other member one NEAR_DUPLICATE_OF edge leads
// towards the first by the fewest steps, so a cluster has fewer edges than members.
type ClusterMember struct {
	Document   string
	Date       string
	Sketch     string  // the property of the Document, "" for none
	Cluster    string  // id of the cluster's first document; the document's own where it is alone or first
	Of         string  // id of the document that the edge leads to, "" for none
	Similarity float64 // property of the edge: the share of the shorter text that is in the other, in steps of 0.01
}

// earlier orders documents.
func earlier(a, b ClusterMember) int {
	undated := func(c ClusterMember) int {
		if c.Date == "" {
			return 1
		}
		return 0
	}
	return cmp.Or(undated(a)-undated(b), strings.Compare(a.Date, b.Date), strings.Compare(a.Document, b.Document))
}

// cluster sets Cluster, Of and Similarity of documents from their sketches, and sorts them.
func cluster(list []ClusterMember) {
	slices.SortFunc(list, earlier)
	first := map[string]int{} // of a sketch
	var distinct []int        // the first documents of each sketch
	for i := range list {
		c := &list[i]
		c.Cluster, c.Of, c.Similarity = c.Document, "", 0
		if c.Sketch == "" {
			continue
		}
		if _, known := first[c.Sketch]; !known {
			first[c.Sketch] = i
			distinct = append(distinct, i)
		}
	}
	near := neighbours(list, distinct)
	seen := map[int]bool{}
	for _, start := range distinct {
		if !seen[start] {
			spread(list, near, start, seen)
		}
	}
	for i := range list {
		c := &list[i]
		if f, ok := first[c.Sketch]; ok && f != i {
			c.Cluster, c.Of, c.Similarity = list[f].Cluster, list[f].Document, 1
		}
	}
}

// spread puts all that can be reached from the first document of a cluster into it, breadth first; of equally short
// ways that over the earlier document counts.
func spread(list []ClusterMember, near map[int][]neighbour, start int, seen map[int]bool) {
	seen[start] = true
	for step := []int{start}; len(step) > 0; {
		var next []int
		for _, i := range step {
			for _, n := range near[i] {
				if seen[n.at] {
					continue
				}
				seen[n.at] = true
				next = append(next, n.at)
				c := &list[n.at]
				c.Cluster, c.Of, c.Similarity = list[start].Document, list[i].Document, float64(n.shared)/100
			}
		}
		slices.Sort(next)
		step = next
	}
}

type neighbour struct{ at, shared int }

// neighbours finds the near-duplicates among documents of distinct sketches, each two both ways. Only those that share
// a band are compared.
func neighbours(list []ClusterMember, distinct []int) map[int][]neighbour {
	near := map[int][]neighbour{}
	sketches := map[int]sketch{}
	inBand := map[int64][]int{}
	for _, i := range distinct {
		s, ok := decodeSketch(list[i].Sketch)
		if !ok {
			continue
		}
		sketches[i] = s
		seen := map[int]bool{}
		for _, key := range s.bands() {
			for _, j := range inBand[key] {
				if seen[j] {
					continue
				}
				seen[j] = true
				if shared, ok := s.compare(sketches[j]); ok {
					near[i] = append(near[i], neighbour{j, shared})
					near[j] = append(near[j], neighbour{i, shared})
				}
			}
			inBand[key] = append(inBand[key], i)
		}
	}
	return near
}

func (c ClusterMember) edge() (Edge, bool) {
	k := EdgeKey{Type: NearDuplicateOf, From: Ref{Document, c.Document}, To: Ref{Document, c.Of}}
	return Edge{EdgeKey: k, Props: &NearDuplicateProps{Similarity: c.Similarity}}, c.Of != ""
}

// membersOf lists the documents among nodes.
func membersOf(nodes []Node) []ClusterMember {
	var list []ClusterMember
	for _, n := range nodes {
		if p, ok := n.Props.(*DocumentProps); ok {
			list = append(list, ClusterMember{Document: n.ID, Date: p.Date, Sketch: p.Sketch, Cluster: p.Story})
		}
	}
	return list
}

// clusterAll clusters the documents of a whole graph.
func clusterAll(g *Graph) {
	members := membersOf(g.Nodes)
	cluster(members)
	of := map[string]string{}
	for _, c := range members {
		of[c.Document] = c.Cluster
		if e, ok := c.edge(); ok {
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

// clusterChange is what changes in clusters.
type clusterChange struct {
	cluster            map[string]string // of all documents that are new or changed
	others             []ClusterMember   // documents of which nothing changes but the cluster
	edges              []Edge            // new or changed
	gone               []EdgeKey
	indexed, unindexed []ClusterMember
}

// recluster finds the clusters that the change touches and makes them anew: those of documents that are removed or
// replaced, and those of near-duplicates of the new ones. So any two near-duplicates of them are both among the
// members.
func (a *applier) recluster(ctx context.Context, old *Graph, parts []Part) (clusterChange, error) {
	r := clusterChange{cluster: map[string]string{}}
	gone, touched := map[string]bool{}, map[string]bool{}
	var members []ClusterMember
	sketchNow := map[string]string{}
	for _, p := range parts {
		for _, c := range membersOf(p.Nodes) {
			members = append(members, c)
			sketchNow[c.Document] = c.Sketch
			if c.Sketch != "" {
				r.indexed = append(r.indexed, c)
			}
		}
	}
	for _, c := range membersOf(old.Nodes) {
		gone[c.Document] = true
		if c.Sketch == "" {
			continue
		}
		touched[c.Cluster] = true
		if sketchNow[c.Document] != c.Sketch {
			r.unindexed = append(r.unindexed, c)
		}
	}
	if err := a.clustersOfCandidates(ctx, r.indexed, gone, touched); err != nil {
		return r, err
	}
	before := map[string]ClusterMember{}
	if len(touched) > 0 {
		loaded, err := a.tx.ClusterMembers(ctx, slices.Sorted(maps.Keys(touched)))
		if err != nil {
			return r, err
		}
		for _, c := range loaded {
			before[c.Document] = c
			if !gone[c.Document] {
				members = append(members, c)
			}
		}
	}
	cluster(members)
	r.compare(before, members, sketchNow)
	for _, c := range members {
		if _, isNew := sketchNow[c.Document]; isNew && c.Of != "" {
			a.sum.Copies++
		}
	}
	return r, nil
}

// clustersOfCandidates adds the clusters of the near-duplicates of new documents, but for documents in gone.
func (a *applier) clustersOfCandidates(ctx context.Context, added []ClusterMember, gone,
	clusters map[string]bool) error {
	byKey := map[int64][]sketch{}
	for _, c := range added {
		s, _ := decodeSketch(c.Sketch)
		for _, key := range s.bands() {
			byKey[key] = append(byKey[key], s)
		}
	}
	if len(byKey) == 0 {
		return nil
	}
	candidates, err := a.tx.Candidates(ctx, slices.Sorted(maps.Keys(byKey)))
	if err != nil {
		return err
	}
	for _, c := range candidates {
		s, ok := decodeSketch(c.Sketch)
		if !ok || gone[c.Document] || clusters[c.Cluster] {
			continue
		}
		for _, key := range s.bands() {
			for _, t := range byKey[key] {
				if _, near := s.compare(t); near {
					clusters[c.Cluster] = true
				}
			}
		}
	}
	return nil
}

// compare collects what differs between the clusters as they were and as they are now.
func (r *clusterChange) compare(before map[string]ClusterMember, members []ClusterMember, written map[string]string) {
	now := map[string]ClusterMember{}
	for _, c := range members {
		now[c.Document] = c
		was := before[c.Document]
		_, isNew := written[c.Document]
		switch {
		case isNew:
			r.cluster[c.Document] = c.Cluster
		case was.Cluster != c.Cluster:
			r.others = append(r.others, c)
		}
		if e, ok := c.edge(); ok && (was.Of != c.Of || was.Similarity != c.Similarity) {
			r.edges = append(r.edges, e)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(before)) {
		was := before[id]
		if e, ok := was.edge(); ok && was.Of != now[id].Of {
			r.gone = append(r.gone, e.EdgeKey)
		}
	}
}
