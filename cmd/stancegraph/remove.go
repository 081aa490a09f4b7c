package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/graph"
)

func removeCommand(t *terminal) *cobra.Command {
	var s storing
	cmd := &cobra.Command{
		Use:   "remove DOCUMENT...",
		Short: "Take documents out of the store, as if they had never been loaded",
		Long: `Take documents out of the store by their ids. What only they said goes with them; the graph is
then as if they had never been loaded.`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return runRemove(cmd.Context(), t, &s, args) },
	}
	s.flags(cmd)
	return cmd
}

func runRemove(ctx context.Context, t *terminal, s *storing, ids []string) error {
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
			t.report(hintf(fmt.Errorf("%q: %w", id, graph.ErrNoDocument), "a document's id is its file's name without ending, or its \"id\" in JSON lines"))
			continue
		case err != nil:
			return fmt.Errorf("remove %q: %w", id, err)
		}
		t.sayf("removed %q from %s: %s gone", clean(id), s.name(), count(done.Nodes[graph.Statement].Removed, "stance"))
	}
	if failed {
		return errReported
	}
	return nil
}
