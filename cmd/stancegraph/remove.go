package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
	"github.com/stancegraph/stancegraph/graph"
)

func removeCommand(t *term.Terminal) *cobra.Command {
	var s storeFlags
	cmd := &cobra.Command{
		Use:   "remove DOCUMENT...",
		Short: "Remove documents from the store, as if they had never been loaded",
		Long: `Remove documents from the store by their ids. What only they stated is removed with them; the
graph is then as if they had never been loaded.`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return runRemove(cmd.Context(), t, &s, args) },
	}
	s.add(cmd)
	return cmd
}

func runRemove(ctx context.Context, t *term.Terminal, s *storeFlags, ids []string) error {
	store, err := s.open(ctx, true)
	if err != nil {
		return err
	}
	defer store.Close()
	failed := false
	for _, id := range ids {
		done, err := store.Remove(ctx, id)
		switch {
		case errors.Is(err, graph.ErrNoDocument):
			failed = true
			t.Report(term.Hintf(fmt.Errorf("%q: %w", id, graph.ErrNoDocument),
				"a document's id is its file's name without extension, or its \"id\" in JSON lines"))
			continue
		case err != nil:
			return fmt.Errorf("remove %q: %w", id, err)
		}
		stances := term.Count(done.Nodes[graph.Statement].Removed, "stance")
		t.Sayf("removed %q from %s, with %s", term.Clean(id), s.name(), stances)
	}
	if failed {
		return term.ErrReported
	}
	return nil
}
