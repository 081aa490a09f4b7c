package main

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/render"
	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/questions"
)

// queryFlags are the flags of query.
type queryFlags struct {
	store                  storeFlags
	format, output, cypher string
}

func queryCommand(t *term.Terminal) *cobra.Command {
	var f queryFlags
	cmd := &cobra.Command{
		Use:   "query [NAME [ARG]...]",
		Short: "Query the graph with one of the shipped questions, or with your own Cypher",
		Long: `Query the graph with one of the shipped questions by name; without a name they are listed. Actors
are found by name, alias or id, in upper or lower case, also by names that no text used ("USA"), and
issues however they stand ("the buffer zones"). What nothing is called stands for all whose names
hold its words ("zone"). The answers are the same from both stores. Your own Cypher needs Neo4j, and
is read-only.`,
		Example: `  stancegraph query
  stancegraph query stance-of Iceland
  stancegraph query who-supports-whom --format csv -o support.csv
  stancegraph query --neo4j bolt://127.0.0.1:7687 --cypher 'MATCH (a:Country)-[:WANTS]->(i) RETURN a.name, i.name'`,
		RunE: func(cmd *cobra.Command, args []string) error {
			return t.WriteTo(f.output, func(w io.Writer) error { return runQuery(cmd.Context(), t, &f, args, w) })
		},
		ValidArgsFunction: completeQuestions,
	}
	f.store.add(cmd)
	formatFlag(cmd, &f.format, "output format", "table", "jsonl", "csv")
	outputFlag(cmd, &f.output)
	cmd.Flags().StringVar(&f.cypher, "cypher", "", "run this `CYPHER` query instead; needs Neo4j")
	return cmd
}

func runQuery(ctx context.Context, t *term.Terminal, f *queryFlags, args []string, w io.Writer) error {
	switch {
	case f.cypher != "" && len(args) > 0:
		return term.Usagef("--cypher takes no question; leave out %q", args[0])
	case f.cypher == "" && len(args) == 0:
		lines, err := questionList(t)
		if err != nil {
			return err
		}
		return render.Lines(w, lines)
	}
	rows, unknown, err := ask(ctx, &f.store, f.cypher, args)
	if err != nil {
		return err
	}
	format := f.format
	if format == "" {
		format = render.Format(t, f.output)
	}
	if err := render.Rows(t, w, format, rows); err != nil {
		return fmt.Errorf("write answer: %w", err)
	}
	for _, text := range unknown {
		t.Sayf("%s", text)
	}
	if len(rows.Values) == 0 && len(unknown) == 0 && t.ErrTTY {
		t.Sayf("no answers")
	}
	return nil
}

// questionList is the shipped questions with their arguments and what they answer.
func questionList(t *term.Terminal) ([]string, error) {
	all, err := questions.All()
	if err != nil {
		return nil, err
	}
	var lines []string
	for _, q := range all {
		lines = append(lines, t.Paint(term.Bold, q.Usage()))
		for _, l := range term.Wrap(q.Help, t.Width-5) {
			lines = append(lines, "    "+l)
		}
	}
	return lines, nil
}

func completeQuestions(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	all, err := questions.All()
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	var names []string
	for _, q := range all {
		names = append(names, q.Name+"\t"+q.Help)
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}

// cypherStore is a store that understands Cypher.
type cypherStore interface {
	Cypher(ctx context.Context, query string, params map[string]any, write bool) (graph.Rows, error)
}

// ask runs a query on the store, and says which names of a question without answers nothing in the store has. The store
// is not opened for a question or arguments that are wrong.
func ask(ctx context.Context, s *storeFlags, cypher string, args []string) (graph.Rows, []string, error) {
	if cypher != "" {
		rows, err := askCypher(ctx, s, cypher)
		return rows, nil, err
	}
	q, err := questions.Find(args[0])
	if err != nil {
		err = term.AsUsage(err)
		return graph.Rows{}, nil, term.Hintf(err, "stancegraph query lists the questions and their arguments")
	}
	if _, err := q.Bind(args[1:]); err != nil {
		return graph.Rows{}, nil, term.AsUsage(err)
	}
	store, err := s.openRead(ctx)
	if err != nil {
		return graph.Rows{}, nil, err
	}
	defer store.Close()
	rows, err := store.Query(ctx, args[0], args[1:]...)
	if err != nil || len(rows.Values) > 0 {
		return rows, nil, err
	}
	unknown, err := unknownNames(ctx, store, q.Names(args[1:]))
	return rows, unknown, err
}

func askCypher(ctx context.Context, s *storeFlags, cypher string) (graph.Rows, error) {
	if err := s.choose(); err != nil {
		return graph.Rows{}, err
	}
	if s.uri == "" {
		err := term.Usagef("Cypher needs Neo4j; the embedded store answers the shipped questions only")
		return graph.Rows{}, term.Hintf(err, "--neo4j URI, after stancegraph ingest --neo4j URI")
	}
	store, err := s.openRead(ctx)
	if err != nil {
		return graph.Rows{}, err
	}
	defer store.Close()
	own, ok := store.(cypherStore)
	if !ok {
		return graph.Rows{}, fmt.Errorf("%s does not understand Cypher", s.name())
	}
	return own.Cypher(ctx, cypher, nil, false)
}

// unknownNames says which names mean nothing in the store, with the nearest ones that do.
func unknownNames(ctx context.Context, store graph.Store, names []questions.Named) ([]string, error) {
	var list []string
	for _, n := range names {
		all, err := store.Called(ctx, nil, n.Labels...)
		if err != nil {
			return nil, err
		}
		found, err := graph.Find(namer{}, n.Value, all)
		if err != nil {
			return nil, err
		}
		if len(found) > 0 {
			continue
		}
		list = append(list, fmt.Sprintf("nothing in the graph is called %q%s", term.Clean(n.Value), didYouMean(n.Value, all)))
	}
	return list, nil
}

// nearestNames is how many names are offered for one that is not there.
const nearestNames = 3

// didYouMean offers the names that are nearest to one that is not there; "" where none is near.
func didYouMean(name string, all []graph.Called) string {
	var quoted []string
	for _, near := range graph.Nearest(name, all, nearestNames) {
		quoted = append(quoted, strconv.Quote(term.Clean(near)))
	}
	if len(quoted) == 0 {
		return ""
	}
	return "; did you mean " + strings.Join(quoted, " or ") + "?"
}
