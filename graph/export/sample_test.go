package export_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/schema"
)

// hostile are texts that break a writer which does not escape.
var hostile = []string{
	`Side "A" of 'B'`,
	"back`tick``s",
	`'}) DETACH DELETE n; //`,
	`\' OR true // \u0027 \\u0027 \\\u0027`,
	"two\nlines\rand\r\nmore\t.",
	":param x => 1; $x {} [] /* no comment */ -- #",
	`=HYPERLINK("http://example.org")`,
	"-2+3", "@SUM(1)", "＝1",
	"a;b,c|d\x1fe",
	" leading and trailing ",
	"<node id=\"x\">&amp;]]></node>",
	"nul\x00 bell\x07 escape\x1b",
	"Zoë Åström, İstanbul, 北京, 🕊️, \u202eright to left\u202c, \u2028 line",
	"back\\slash at the end\\",
	strings.Repeat("long name ", 1000),
}

// sample is a graph as the builder makes it: two documents whose every text is hostile.
func sample(t *testing.T) *graph.Graph {
	t.Helper()
	g, err := graph.Build(extraction("first", 0), extraction(`sec"ond; 'doc'`, 1))
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func extraction(id string, shift int) schema.Extraction {
	ex := schema.Extraction{Document: schema.Document{ID: id, Title: hostile[shift], Date: "2019-02-14",
		DateSource: schema.DateFromField,
		Source:     hostile[2+shift], URL: "https://example.org/?a=1&b='2'", Kind: schema.Text}}
	kinds := []schema.Kind{schema.Country, schema.Person, schema.Organization, schema.Group}
	at := 0
	for i, text := range hostile {
		s := fmt.Sprintf("%s wants it: %s", text, hostile[(i+1)%len(hostile)])
		ref := func(j int) schema.ActorRef {
			j %= len(hostile)
			return schema.ActorRef{ID: fmt.Sprintf("actor:%d'`\"", j), Name: hostile[j], Kind: kinds[j%4], Text: hostile[j],
				Start: at, End: at + 1}
		}
		sayer := ref(i + 2)
		date, source := "2019-02-14", "field"
		types := schema.Types()
		st := schema.Statement{Document: id, Sentence: schema.SentenceRef{Index: i, Start: at, End: at + len(s), Text: s},
			Holder: ref(i), Type: types[i%len(types)].Type, Polarity: types[i%len(types)].Sign, Intensity: 0.8,
			Negated:  i%3 == 0,
			Modality: schema.Asserted, Phase: schema.Ongoing,
			Target: schema.Target{Kind: schema.ToIssue, ID: "issue:" + text[:min(len(text), 9)], Name: text, Text: text,
				Start: at, End: at + len(text)},
			About:       []schema.AboutRef{{ActorRef: ref(i + 3), Sign: -1}},
			Attribution: schema.ByNarration, Cue: schema.TextRef{Text: "wants", Start: at + len(text) + 1, End: at + len(text) +
				6},
			Rule: "desire", Confidence: 1 - float64(i%2)/7, Date: &date, DateSource: &source}
		if i%2 == 1 {
			st.Sayer, st.OnBehalfOf, st.Attribution = &sayer, &sayer, schema.ByIndirect
			a := ref(i + 5)
			st.Target = schema.Target{Kind: schema.ToActor, ID: a.ID, Name: a.Name, ActorKind: a.Kind, Text: a.Text, Start: at,
				End: at + 1}
		}
		st.ID = schema.StatementID(id, schema.Span{Start: at, End: at + len(s)}, schema.Span{}, st.Holder.ID, st.Type,
			st.Target.ID,
			st.Polarity)
		if n := len(ex.Statements); n > 0 {
			st.Contrasts = []schema.Contrast{{Statement: ex.Statements[n-1].ID, Cue: text}}
		}
		ex.Statements = append(ex.Statements, st)
		ex.Actors = append(ex.Actors, schema.Actor{ID: ref(i).ID, Name: text, Kind: ref(i).Kind,
			Aliases: []string{hostile[(i+1)%len(hostile)], "plain"}, Sector: "GOV", Members: []string{ref(i + 1).ID}})
		ex.Affiliations = append(ex.Affiliations, schema.Affiliation{Actor: ref(i).ID, Of: ref(i + 4).ID,
			Role: hostile[(i+6)%len(hostile)]})
		at += len(s) + 1
	}
	ex.Document.Text = strings.Repeat("x", at)
	ex.Document.Turns = []schema.Turn{{Index: 0, Kind: schema.Speech, Span: schema.Span{End: at / 2}, StartMS: 0,
		EndMS:   1500,
		Speaker: &schema.Speaker{Name: hostile[0], Title: hostile[1], Country: "Norway"}}}
	return ex
}

// same fails where two graphs differ.
func same(t *testing.T, want, got *graph.Graph) {
	t.Helper()
	got.Sort()
	for _, line := range graph.Diff(want, got, 12) {
		t.Errorf("written and read back: %s", line)
	}
}

// changed is the graph with every text as a format that cannot hold all of them must write it.
func changed(t *testing.T, g *graph.Graph, change func(string) string) *graph.Graph {
	t.Helper()
	out := &graph.Graph{}
	texts := func(row graph.Row) graph.Row {
		for name, v := range row {
			switch v := v.(type) {
			case string:
				row[name] = change(v)
			case []string:
				list := make([]string, len(v))
				for i, s := range v {
					list[i] = change(s)
				}
				row[name] = list
			}
		}
		return row
	}
	ref := func(r graph.Ref) graph.Ref { return graph.Ref{Label: r.Label, ID: change(r.ID)} }
	for _, n := range g.Nodes {
		n, err := graph.NewNode(ref(n.Ref), n.Kind, texts(n.Row()))
		if err != nil {
			t.Fatal(err)
		}
		out.Nodes = append(out.Nodes, n)
	}
	for _, e := range g.Edges {
		key := graph.EdgeKey{Type: e.Type, From: ref(e.From), To: ref(e.To), Key: change(e.Key)}
		e, err := graph.NewEdge(key, texts(e.Row()))
		if err != nil {
			t.Fatal(err)
		}
		out.Edges = append(out.Edges, e)
	}
	out.Sort()
	return out
}

// node and edge put together what a reader found.
func node(t *testing.T, labels []string, row graph.Row) graph.Node {
	t.Helper()
	id, _ := row["id"].(string)
	kind := ""
	if len(labels) > 1 {
		kind = labels[1]
	}
	n, err := graph.NewNode(graph.Ref{Label: graph.Label(labels[0]), ID: id}, kind, row)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func edge(t *testing.T, typ string, from, to graph.Ref, row graph.Row) graph.Edge {
	t.Helper()
	key := graph.EdgeKey{Type: graph.EdgeType(typ), From: from, To: to}
	if info, _ := key.Type.Info(); info.Key != "" {
		key.Key, _ = row[info.Key].(string)
	}
	e, err := graph.NewEdge(key, row)
	if err != nil {
		t.Fatal(err)
	}
	return e
}
