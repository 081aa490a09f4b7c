package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/render"
	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
	"github.com/stancegraph/stancegraph/graph"
)

func mergeCommand(t *term.Terminal) *cobra.Command {
	var s storeFlags
	undo, list := "", false
	cmd := &cobra.Command{
		Use:   "merge ACTOR into ACTOR",
		Short: "Merge two actors that are the same, in what is loaded and in later loads",
		Long: `Merge the first actor into the second: every stance of or towards the first one becomes one of the
second, which keeps the names of the first as aliases. It applies to what is loaded and to later
loads. --undo reverts it exactly. Actors are given by name, alias or id.

An actor that is only described, as "rebels", is one in each document, with an id that ends with the
document's: actor:rebels@north. actor:rebels means those of all documents.`,
		Example: `  stancegraph merge "Jim Smith" into "James Smith"
  stancegraph merge --list
  stancegraph merge --undo "Jim Smith"`,
		Args: cobra.MaximumNArgs(3),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := checkMerge(args, undo, list); err != nil {
				return err
			}
			open := s.openRead
			if !list {
				open = func(ctx context.Context) (graph.Store, error) { return s.open(ctx, true) }
			}
			store, err := open(cmd.Context())
			if err != nil {
				return err
			}
			defer store.Close()
			switch {
			case list:
				return listMerges(cmd.Context(), t, store)
			case undo != "":
				return undoMerge(cmd.Context(), t, store, undo)
			}
			return merge(cmd.Context(), t, store, args[0], args[2])
		},
	}
	s.add(cmd)
	cmd.Flags().StringVar(&undo, "undo", "", "revert the merge of this `ACTOR` into another one")
	cmd.Flags().BoolVar(&list, "list", false, "list all merges")
	return cmd
}

// checkMerge refuses a command line that is not exactly one of a merge, --undo and --list.
func checkMerge(args []string, undo string, list bool) error {
	asked := 0
	for _, on := range []bool{len(args) > 0, undo != "", list} {
		if on {
			asked++
		}
	}
	if asked == 1 && (len(args) == 0 || len(args) == 3 && strings.EqualFold(args[1], "into")) {
		return nil
	}
	return term.Hintf(term.Usagef("merge takes ACTOR into ACTOR, or --undo, or --list"),
		`usage: stancegraph merge "Jim Smith" into "James Smith"`)
}

func merge(ctx context.Context, t *term.Terminal, store graph.Store, from, into string) error {
	a, err := findEntity(ctx, store, from, graph.Actor)
	if err != nil {
		return err
	}
	if err := checkNotMerged(ctx, store, from, a); err != nil {
		return err
	}
	b, err := findEntity(ctx, store, into, graph.Actor)
	if err != nil {
		return err
	}
	m := graph.Merge{From: a.id, Was: a.name, Into: b.id, Name: b.name, Kind: b.kind}
	done, err := store.Decide(ctx, graph.Decision{Merge: &m}, false)
	if err != nil {
		return fmt.Errorf("merge %q into %q: %w", term.Clean(a.name), term.Clean(b.name), err)
	}
	text := fmt.Sprintf("merged %s (%s) into %s (%s): %s changed", term.Clean(a.name), a.id, term.Clean(b.name), b.id,
		term.Count(done.Nodes[graph.Statement].Updated, "stance"))
	if own, err := store.Query(ctx, "stance-over-time", b.id, b.id); err == nil && len(own.Values) > 0 {
		text += fmt.Sprintf(", %d of them towards itself", len(own.Values))
	}
	t.Sayf("%s", text)
	return nil
}

// checkNotMerged refuses a name that now means another actor only because its own was merged into that one: the user
// does not mean to merge that other actor.
func checkNotMerged(ctx context.Context, store graph.Store, name string, now entity) error {
	if graph.Fold(name) == graph.Fold(now.id) || graph.Fold(name) == graph.Fold(now.name) {
		return nil
	}
	ds, err := store.Decisions(ctx)
	if err != nil {
		return err
	}
	for _, d := range ds {
		m := d.Merge
		if m == nil || graph.Fold(m.From) != graph.Fold(name) && graph.Fold(m.Was) != graph.Fold(name) {
			continue
		}
		err := fmt.Errorf("%q is already merged into %s (%s)", term.Clean(name), term.Clean(m.Name), m.Into)
		return term.Hintf(err, "stancegraph merge --undo %s reverts that; to merge %s give its own name or id",
			m.From, term.Clean(now.name))
	}
	return nil
}

func undoMerge(ctx context.Context, t *term.Terminal, store graph.Store, name string) error {
	ds, err := store.Decisions(ctx)
	if err != nil {
		return err
	}
	var found []graph.Decision
	for _, d := range ds {
		if m := d.Merge; m != nil && (m.From == name || graph.Fold(m.Was) == graph.Fold(name)) {
			found = append(found, d)
		}
	}
	if len(found) != 1 {
		err := fmt.Errorf("%s of %q", term.Count(len(found), "merge"), term.Clean(name))
		return term.Hintf(err, "stancegraph merge --list; an id is never ambiguous")
	}
	done, err := store.Decide(ctx, found[0], true)
	if err != nil {
		return fmt.Errorf("undo the merge of %q: %w", term.Clean(name), err)
	}
	t.Sayf("%s (%s) is an actor of its own again: %s changed", term.Clean(found[0].Merge.Was), found[0].Merge.From,
		term.Count(done.Nodes[graph.Statement].Updated, "stance"))
	return nil
}

func listMerges(ctx context.Context, t *term.Terminal, store graph.Store) error {
	ds, err := store.Decisions(ctx)
	if err != nil {
		return err
	}
	rows := graph.Rows{Columns: []string{"actor", "id", "is", "its id", "state"}}
	for _, d := range ds {
		if m := d.Merge; m != nil {
			rows.Values = append(rows.Values, []any{m.Was, m.From, m.Name, m.Into, string(d.State)})
		}
	}
	return render.Rows(t, t.Out, render.Format(t, ""), rows)
}
