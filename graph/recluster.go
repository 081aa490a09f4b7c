package graph

import (
	"context"
	"maps"
	"slices"
)

// clusterChange is what changes in clusters.
type clusterChange struct {
	cluster            map[string]string // of all documents that are new or changed
	others             []ClusterMember   // documents of which nothing changes but the cluster
	edges              []Edge            // new or changed
	gone               []EdgeKey
	indexed, unindexed []ClusterMember
}

// reclustering finds the clusters of documents that come into a store, and those that clusters fall into when documents
// leave it.
type reclustering struct {
	*clustering
	tx     Tx
	before map[string]ClusterMember // documents of the store, as far as they were read
	now    map[string]ClusterMember // documents that are written
	fresh  map[string]bool          // those of them that are new or have another sketch
	loose  map[string]ClusterMember // documents whose clusters are to be found
	opened map[string]bool          // clusters of the store whose documents are loose
	under  map[int64][]int          // new documents by band
}

// recluster finds the clusters of new documents, of those whose text changed, and of the clusters that such and removed
// documents were in. A document that keeps its sketch keeps its cluster.
func (a *applier) recluster(ctx context.Context, old *Graph, parts []Part) (clusterChange, error) {
	r := reclustering{clustering: newClustering(), tx: a.tx, before: map[string]ClusterMember{},
		now: map[string]ClusterMember{}, fresh: map[string]bool{}, loose: map[string]ClusterMember{},
		opened: map[string]bool{}, under: map[int64][]int{}}
	for _, p := range parts {
		for _, c := range membersOf(p.Nodes) {
			r.now[c.Document] = c
		}
	}
	if err := r.open(ctx, membersOf(old.Nodes)); err != nil {
		return clusterChange{}, err
	}
	for _, id := range slices.Sorted(maps.Keys(r.loose)) {
		r.add(r.loose[id])
	}
	if err := r.joinStored(ctx); err != nil {
		return clusterChange{}, err
	}
	members, err := r.members(ctx)
	if err != nil {
		return clusterChange{}, err
	}
	a.sum.Copies += r.copies()
	a.sum.Compared += r.work
	return r.change(members), nil
}

// open makes all documents loose that are new, have another sketch, or were in a cluster with one that leaves it.
func (r *reclustering) open(ctx context.Context, old []ClusterMember) error {
	leaving := map[string]bool{}
	for _, was := range old {
		r.before[was.Document] = was
		if now, stays := r.now[was.Document]; stays && now.Sketch == was.Sketch {
			continue
		}
		leaving[was.Document] = true
		if was.Sketch != "" {
			r.opened[was.Cluster] = true
		}
	}
	for id, now := range r.now {
		if _, there := r.before[id]; there && !leaving[id] {
			continue
		}
		r.fresh[id], r.loose[id] = true, now
	}
	if len(r.opened) == 0 {
		return nil
	}
	members, err := r.read(ctx, slices.Sorted(maps.Keys(r.opened)))
	for _, m := range members {
		if !leaving[m.Document] {
			r.loose[m.Document] = m
		}
	}
	return err
}

// read gives the documents of clusters, as they are in the store.
func (r *reclustering) read(ctx context.Context, clusters []string) ([]ClusterMember, error) {
	list, err := r.tx.ClusterMembers(ctx, clusters)
	if err != nil {
		return nil, err
	}
	r.work += len(list)
	for _, m := range list {
		r.before[m.Document] = m
	}
	return list, nil
}

// firstPage and lastPage are how many documents of a bucket are read at once, first and at most.
const firstPage, lastPage = 16, 1024

// joinStored joins the new documents with clusters of the store. What is loose otherwise has no near-duplicate there.
func (r *reclustering) joinStored(ctx context.Context) error {
	for _, id := range slices.Sorted(maps.Keys(r.fresh)) {
		i := r.node(id)
		if s, ok := r.sketches[i]; ok {
			for _, key := range s.bands() {
				r.under[key] = append(r.under[key], i)
			}
		}
	}
	var places []BandPlace
	for _, key := range slices.Sorted(maps.Keys(r.under)) {
		places = append(places, BandPlace{Key: key})
	}
	for len(places) > 0 {
		found, err := r.tx.NextClusters(ctx, places)
		if err != nil {
			return err
		}
		places = nil
		for _, m := range found {
			r.meetStored(m)
		}
		for _, m := range found { // now that all are compared, fewer are left to be looked for
			next, more, err := r.walk(ctx, m)
			if err != nil {
				return err
			}
			if more {
				places = append(places, next)
			}
		}
	}
	return nil
}

// meetStored compares a document of the store with the new ones of the same bucket that are not in its cluster yet.
func (r *reclustering) meetStored(m BandMember) {
	r.work++
	if r.opened[m.Cluster] {
		return
	}
	s, ok := decodeSketch(m.Sketch)
	if !ok {
		return
	}
	for _, i := range r.under[m.Key] {
		if j := r.node(m.Cluster); r.root(i) != r.root(j) && r.near(i, s) {
			r.join(i, j)
		}
	}
}

// settled says that no document of a cluster has to be compared in a bucket any more.
func (r *reclustering) settled(key int64, cluster string) bool {
	if r.opened[cluster] {
		return true
	}
	root := r.root(r.node(cluster))
	return !slices.ContainsFunc(r.under[key], func(i int) bool { return r.root(i) != root })
}

// walk goes on through a bucket until a cluster is settled, and gives the place after it; false at the bucket's end.
func (r *reclustering) walk(ctx context.Context, m BandMember) (BandPlace, bool, error) {
	for limit := firstPage; !r.settled(m.Key, m.Cluster); limit = min(4*limit, lastPage) {
		page, err := r.tx.Bucket(ctx, BandPlace{m.Key, m.Cluster, m.Document}, limit)
		if err != nil {
			return BandPlace{}, false, err
		}
		for _, m = range page {
			if r.meetStored(m); r.settled(m.Key, m.Cluster) {
				return BandPlace{Key: m.Key, Cluster: m.Cluster}, true, nil
			}
		}
		if len(page) < limit {
			return BandPlace{}, false, nil
		}
	}
	return BandPlace{Key: m.Key, Cluster: m.Cluster}, true, nil
}

// members gives all documents whose cluster was looked for or is another now, with what they are now.
func (r *reclustering) members(ctx context.Context) ([]ClusterMember, error) {
	var moved []string
	for _, n := range r.nodes {
		if _, isDocument := r.loose[n.document]; !isDocument && r.representative(n.document) != n.document {
			moved = append(moved, n.document)
		}
	}
	slices.Sort(moved)
	list, err := r.read(ctx, moved)
	if err != nil {
		return nil, err
	}
	clusterOf := map[string]string{}
	for _, m := range list {
		clusterOf[m.Document] = r.representative(m.Cluster)
	}
	for _, id := range slices.Sorted(maps.Keys(r.loose)) {
		list = append(list, r.loose[id])
		clusterOf[id] = r.representative(id)
	}
	sketches, err := r.sketchesOf(ctx, list, clusterOf)
	if err != nil {
		return nil, err
	}
	for i, m := range list {
		list[i] = m.in(clusterOf[m.Document], sketches[clusterOf[m.Document]])
	}
	return list, nil
}

// sketchesOf gives the sketches of representatives, some of which are in the store only.
func (r *reclustering) sketchesOf(ctx context.Context, list []ClusterMember, clusterOf map[string]string) (
	map[string]string, error) {
	sketches := map[string]string{}
	for _, m := range list {
		sketches[m.Document] = m.Sketch
	}
	absent := map[string]bool{}
	for _, id := range clusterOf {
		if _, there := sketches[id]; !there {
			absent[id] = true
		}
	}
	var refs []Ref
	for _, id := range slices.Sorted(maps.Keys(absent)) {
		refs = append(refs, Ref{Document, id})
	}
	nodes, err := r.tx.Nodes(ctx, refs)
	for _, m := range membersOf(nodes) {
		r.work++
		sketches[m.Document] = m.Sketch
	}
	return sketches, err
}

// copies counts the new documents that are near-duplicates of others; the first of a cluster that is new is none.
func (r *reclustering) copies() int {
	added, known := map[string]int{}, map[string]bool{}
	for _, n := range r.nodes {
		if r.fresh[n.document] {
			added[r.representative(n.document)]++
		} else {
			known[r.representative(n.document)] = true
		}
	}
	count := 0
	for cluster, n := range added {
		if !known[cluster] {
			n--
		}
		count += n
	}
	return count
}

// change collects what differs between the clusters as they were and as they are now.
func (r *reclustering) change(members []ClusterMember) clusterChange {
	c := clusterChange{cluster: map[string]string{}}
	current := map[string]ClusterMember{}
	for _, id := range slices.Sorted(maps.Keys(r.now)) { // those that keep their clusters
		if _, isLoose := r.loose[id]; !isLoose {
			current[id] = r.before[id]
			c.cluster[id] = r.before[id].Cluster
		}
	}
	for _, m := range members {
		current[m.Document] = m
		was, existed := r.before[m.Document]
		if _, written := r.now[m.Document]; written {
			c.cluster[m.Document] = m.Cluster
		} else if was.Cluster != m.Cluster {
			c.others = append(c.others, m)
		}
		if e, ok := m.Edge(); ok && (was.Of != m.Of || was.Similarity != m.Similarity || !existed) {
			c.edges = append(c.edges, e)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(r.before)) {
		was, now := r.before[id], current[id]
		if e, ok := was.Edge(); ok && was.Of != now.Of {
			c.gone = append(c.gone, e.EdgeKey)
		}
		if was.Sketch != "" && (was.Sketch != now.Sketch || was.Cluster != now.Cluster) {
			c.unindexed = append(c.unindexed, was)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(current)) {
		was, now := r.before[id], current[id]
		_, written := r.now[id] // a store may keep the index beside what is written
		if now.Sketch != "" && (written || was.Cluster != now.Cluster) {
			c.indexed = append(c.indexed, now)
		}
	}
	return c
}
