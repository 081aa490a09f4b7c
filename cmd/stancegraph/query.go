package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/questions"
)

func queryCommand(t *terminal) *cobra.Command {
	var s storing
	format, output, cypher := "", "", ""
	cmd := &cobra.Command{
		Use:   "query [NAME [ARG]...]",
		Short: "Ask the graph one of the shipped questions, or your own in Cypher",
		Long: `Ask the graph one of the shipped questions by name; without a name they are listed. Actors are
found by name, other names or id, in whatever case. The answers are the same from both stores.
Your own question in Cypher needs Neo4j, and can only read.`,
		Example: `  stancegraph query
  stancegraph query stance-of Iceland
  stancegraph query who-supports-whom --format csv -o support.csv
  stancegraph query --neo4j bolt://127.0.0.1:7687 --cypher 'MATCH (a:Country)-[w:WANTS]->(i) RETURN a.name, i.name, w.n'`,
		RunE: func(cmd *cobra.Command, args []string) error {
			return writeTo(t, output, func(w io.Writer) error {
				switch {
				case cypher != "" && len(args) > 0:
					return usagef("--cypher is a question of its own; leave out %q", args[0])
				case cypher == "" && len(args) == 0:
					lines, err := questionList(t)
					if err != nil {
						return err
					}
					return printLines(w, lines)
				}
				rows, err := ask(cmd.Context(), &s, cypher, args)
				if err != nil {
					return err
				}
				if format == "" && (!t.outTTY || output != "") {
					format = "jsonl"
				}
				if err := writeRows(t, w, format, rows); err != nil {
					return fmt.Errorf("write answer: %w", err)
				}
				if len(rows.Values) == 0 && t.errTTY {
					t.sayf("no answers")
				}
				return nil
			})
		},
		ValidArgsFunction: completeQuestions,
	}
	s.flags(cmd)
	formatFlag(cmd, &format, "form of the output", "table", "jsonl", "csv")
	cmd.Flags().StringVarP(&output, "output", "o", "", "write to `FILE` instead of stdout")
	cmd.Flags().StringVar(&cypher, "cypher", "", "ask this instead, in `CYPHER`; needs Neo4j")
	return cmd
}

// questionList is the shipped questions, as one calls them.
func questionList(t *terminal) ([]string, error) {
	all, err := questions.All()
	if err != nil {
		return nil, err
	}
	var lines []string
	for _, q := range all {
		lines = append(lines, t.paint(bold, q.Usage()))
		for _, l := range wrap(q.Help, t.width-5) {
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

// ask puts a question to the store. A question that cannot be understood does not open it.
func ask(ctx context.Context, s *storing, cypher string, args []string) (graph.Rows, error) {
	if cypher == "" {
		q, err := questions.Find(args[0])
		if err != nil {
			return graph.Rows{}, hintf(usageError{err}, "stancegraph query lists the questions and what they take")
		}
		if _, err := q.Bind(args[1:]); err != nil {
			return graph.Rows{}, usageError{err}
		}
	}
	if err := s.choose(); err != nil {
		return graph.Rows{}, err
	}
	if cypher != "" && s.uri == "" {
		return graph.Rows{}, hintf(usagef("Cypher needs Neo4j; the embedded store answers the shipped questions only"), "--neo4j URI, after stancegraph ingest --neo4j URI")
	}
	store, err := s.open(ctx, true)
	if err != nil {
		return graph.Rows{}, err
	}
	defer store.Close()
	if cypher == "" {
		return store.Query(ctx, args[0], args[1:]...)
	}
	own, ok := store.(cypherStore)
	if !ok {
		return graph.Rows{}, fmt.Errorf("%s does not understand Cypher", s.name())
	}
	return own.Cypher(ctx, cypher, nil, false)
}
