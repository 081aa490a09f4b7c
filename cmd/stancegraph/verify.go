package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
	"github.com/stancegraph/stancegraph/graph"
)

func verifyCommand(t *term.Terminal) *cobra.Command {
	var s storeFlags
	cmd := &cobra.Command{
		Use:   "verify",
		Short: "Check that the store holds what was loaded into it",
		Long: `Check that the store holds what was loaded into it: the structure of the SQLite file, the checksum of
every document with its sentences and statements, references, and all that follows from documents
(actors, issues, projected stances, near-duplicates), which is computed anew. Damage is listed, one a
line, with the documents concerned, and the exit status is 1. stancegraph ingest --reread repairs it.
A store that an older stancegraph made is brought up to date first; a SQLite file is copied before.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return runVerify(cmd.Context(), t, &s) },
	}
	s.add(cmd)
	return cmd
}

func runVerify(ctx context.Context, t *term.Terminal, s *storeFlags) error {
	store, found, err := verified(ctx, s.openRead)
	if errors.Is(err, graph.ErrOld) { // opening for writing migrates
		store, found, err = verified(ctx, func(ctx context.Context) (graph.Store, error) { return s.open(ctx, true) })
	}
	if err != nil {
		return err
	}
	defer store.Close()
	return reportDamage(ctx, t, s, store, found)
}

// verified opens a store and checks it. After an error it is closed.
func verified(ctx context.Context, open func(context.Context) (graph.Store, error)) (graph.Store, []graph.Damage, error) {
	store, err := open(ctx)
	if err != nil {
		return nil, nil, err
	}
	found, err := store.Verify(ctx)
	if err != nil {
		store.Close()
		return nil, nil, err
	}
	return store, found, nil
}

// reportDamage lists what was found; any damage is an error.
func reportDamage(ctx context.Context, t *term.Terminal, s *storeFlags, store graph.Store, found []graph.Damage) error {
	if len(found) == 0 {
		stats, err := store.Stats(ctx)
		if err != nil {
			return fmt.Errorf("verify %s: %w", s.name(), err)
		}
		t.Sayf("%s is intact: %s, %s", s.name(), term.Count(stats.Nodes[graph.Document], "document"),
			term.Count(stats.Nodes[graph.Statement], "stance"))
		return nil
	}
	if err := t.WriteTo("", func(w io.Writer) error {
		for _, d := range found {
			if _, err := fmt.Fprintln(w, damageLine(d)); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		return err
	}
	return damaged(s, found)
}

// damaged is the error of a store with damage.
func damaged(s *storeFlags, found []graph.Damage) error {
	err := fmt.Errorf("%s is damaged: %s", s.name(), term.Count(len(found), "finding"))
	if ids := rereads(found); len(ids) > 0 {
		return term.Hintf(err, "stancegraph ingest%s --reread FILES reads %s again and repairs the rest", s.flag(), names(ids))
	}
	if slices.ContainsFunc(found, func(d graph.Damage) bool { return !d.Derived }) {
		return term.Hintf(err, "restore the file from a backup, or load the documents into a new one")
	}
	return term.Hintf(err, "stancegraph ingest%s --reread FILES repairs it", s.flag())
}

// rereads are the documents that have to be read again, sorted.
func rereads(found []graph.Damage) []string {
	var ids []string
	for _, d := range found {
		if !d.Derived {
			ids = append(ids, d.Documents...)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

func damageLine(d graph.Damage) string {
	what := term.Clean(d.What)
	if len(d.Documents) == 0 {
		return what
	}
	return names(d.Documents) + ": " + what
}

// names lists ids, not all where there are many.
func names(ids []string) string {
	const shown = 10
	text := term.Clean(strings.Join(ids[:min(len(ids), shown)], ", "))
	if len(ids) > shown {
		text += fmt.Sprintf(" and %d more", len(ids)-shown)
	}
	return text
}
