package graph

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
)

// Copy is what is known of a document and its near-copies. Documents that are near-copies, one of the other or over
// others between them, tell one story. It bears the id of its first document, by date (those without come last), then
// by id. From each other one a NEAR_DUPLICATE_OF edge leads over as few steps as can be to the first; so a story of
// many copies has as many edges, not one for each two of them.
type Copy struct {
	Document   string
	Date       string
	Sketch     string  // the property of the Document, "" for none
	Story      string  // id of the story's first document; the document's own where it is alone or first
	Of         string  // id of the document that the edge leads to, "" for none
	Similarity float64 // property of the edge: the share of the shorter text that stands in the other, in steps of 0.01
}

// earlier orders documents.
func earlier(a, b Copy) int {
	undated := func(c Copy) int {
		if c.Date == "" {
			return 1
		}
		return 0
	}
	return cmp.Or(undated(a)-undated(b), strings.Compare(a.Date, b.Date), strings.Compare(a.Document, b.Document))
}

// tellStories sets Story, Of and Similarity of documents, by all that they are among themselves, and sorts them.
func tellStories(list []Copy) {
	slices.SortFunc(list, earlier)
	first := map[string]int{} // of a sketch
	var distinct []int        // the first documents of each sketch
	for i := range list {
		c := &list[i]
		c.Story, c.Of, c.Similarity = c.Document, "", 0
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
		if seen[start] {
			continue
		}
		seen[start] = true
		for step := []int{start}; len(step) > 0; { // breadth first; of equally short ways the earlier document's counts
			var next []int
			for _, i := range step {
				for _, n := range near[i] {
					if !seen[n.at] {
						seen[n.at] = true
						next = append(next, n.at)
						c := &list[n.at]
						c.Story, c.Of, c.Similarity = list[start].Document, list[i].Document, float64(n.shared)/100
					}
				}
			}
			slices.Sort(next)
			step = next
		}
	}
	for i := range list {
		c := &list[i]
		if f, ok := first[c.Sketch]; ok && f != i {
			c.Story, c.Of, c.Similarity = list[f].Story, list[f].Document, 1
		}
	}
}

type neighbour struct{ at, shared int }

// neighbours finds the near-copies among documents of distinct sketches, each two both ways. Only those that meet in a
// band are compared.
func neighbours(list []Copy, distinct []int) map[int][]neighbour {
	near := map[int][]neighbour{}
	sketches := map[int]sketch{}
	met := map[int64][]int{}
	for _, i := range distinct {
		s, ok := decodeSketch(list[i].Sketch)
		if !ok {
			continue
		}
		sketches[i] = s
		seen := map[int]bool{}
		for _, key := range s.bands() {
			for _, j := range met[key] {
				if seen[j] {
					continue
				}
				seen[j] = true
				if shared, ok := s.alike(sketches[j]); ok {
					near[i] = append(near[i], neighbour{j, shared})
					near[j] = append(near[j], neighbour{i, shared})
				}
			}
			met[key] = append(met[key], i)
		}
	}
	return near
}

func (c Copy) edge() (Edge, bool) {
	k := EdgeKey{Type: NearDuplicateOf, From: Ref{Document, c.Document}, To: Ref{Document, c.Of}}
	return Edge{EdgeKey: k, Props: Props{"similarity": c.Similarity}}, c.Of != ""
}

// copyOf reads off a Document node what its story is told by.
func copyOf(n Node) Copy {
	return Copy{Document: n.ID, Date: n.Props.String("date"), Sketch: n.Props.String("sketch"), Story: n.Props.String("story")}
}

// documentsOf lists the documents among nodes.
func documentsOf(nodes []Node) []Copy {
	var list []Copy
	for _, n := range nodes {
		if n.Label == Document {
			list = append(list, copyOf(n))
		}
	}
	return list
}

// tellAll tells the stories of a whole graph.
func tellAll(g *Graph) {
	told := documentsOf(g.Nodes)
	tellStories(told)
	story := map[string]string{}
	for _, c := range told {
		story[c.Document] = c.Story
		if e, ok := c.edge(); ok {
			g.Edges = append(g.Edges, e)
		}
	}
	for i, n := range g.Nodes {
		if n.Label == Document {
			g.Nodes[i] = n.inStory(story[n.ID])
		}
	}
}

// inStory is a Document node with another story.
func (n Node) inStory(story string) Node {
	n.Props = maps.Clone(n.Props)
	n.Props["story"] = story
	return n
}

// retold is what changes in stories: of documents that are written anyway, and of those they are copies of.
type retold struct {
	story              map[string]string // of all documents that are new or changed
	others             []Copy            // documents that stay as they are but for their story
	edges              []Edge
	gone               []EdgeKey
	indexed, unindexed []Copy
}

// retell finds the stories that the change touches and tells them anew: those of documents that go or are replaced, and
// those that near-copies of the new ones belong to. Whatever two documents are near-copies are both among them.
func (a *applier) retell(ctx context.Context, old *Graph, parts []Part) (retold, error) {
	r := retold{story: map[string]string{}}
	gone, stories := map[string]bool{}, map[string]bool{}
	var told []Copy
	sketchNow := map[string]string{}
	for _, p := range parts {
		for _, c := range documentsOf(p.Nodes) {
			told = append(told, c)
			sketchNow[c.Document] = c.Sketch
			if c.Sketch != "" {
				r.indexed = append(r.indexed, c)
			}
		}
	}
	for _, c := range documentsOf(old.Nodes) {
		gone[c.Document] = true
		if c.Sketch == "" {
			continue
		}
		stories[c.Story] = true
		if sketchNow[c.Document] != c.Sketch {
			r.unindexed = append(r.unindexed, c)
		}
	}
	if err := a.touchedBy(ctx, r.indexed, gone, stories); err != nil {
		return r, err
	}
	before := map[string]Copy{}
	if len(stories) > 0 {
		members, err := a.tx.Stories(ctx, slices.Sorted(maps.Keys(stories)))
		if err != nil {
			return r, err
		}
		for _, c := range members {
			before[c.Document] = c
			if !gone[c.Document] {
				told = append(told, c)
			}
		}
	}
	tellStories(told)
	r.compare(before, told, sketchNow)
	for _, c := range told {
		if _, isNew := sketchNow[c.Document]; isNew && c.Of != "" {
			a.sum.Copies++
		}
	}
	return r, nil
}

// touchedBy adds the stories of the near-copies of new documents, but for those that go.
func (a *applier) touchedBy(ctx context.Context, added []Copy, gone, stories map[string]bool) error {
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
	met, err := a.tx.Alike(ctx, slices.Sorted(maps.Keys(byKey)))
	if err != nil {
		return err
	}
	for _, c := range met {
		s, ok := decodeSketch(c.Sketch)
		if !ok || gone[c.Document] || stories[c.Story] {
			continue
		}
		for _, key := range s.bands() {
			for _, t := range byKey[key] {
				if _, near := s.alike(t); near {
					stories[c.Story] = true
				}
			}
		}
	}
	return nil
}

// compare collects what differs between the stories as they were and as they are told now.
func (r *retold) compare(before map[string]Copy, told []Copy, written map[string]string) {
	now := map[string]Copy{}
	for _, c := range told {
		now[c.Document] = c
		was := before[c.Document]
		_, isNew := written[c.Document]
		switch {
		case isNew:
			r.story[c.Document] = c.Story
		case was.Story != c.Story:
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
