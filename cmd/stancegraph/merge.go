package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/graph"
)

func mergeCommand(t *terminal) *cobra.Command {
	var s storing
	undo, list := "", false
	cmd := &cobra.Command{
		Use:   "merge ACTOR into ACTOR",
		Short: "Say that two actors are one, in what is loaded and in what will be",
		Long: `Say that the first actor is the second one: all that is told of it is told of the other from now on,
who keeps the first one's names as further names. It holds for what is loaded, and for what is loaded
later. --undo takes it back exactly. Actors are given by name, other name or id.`,
		Example: `  stancegraph merge "Jim Smith" into "James Smith"
  stancegraph merge --list
  stancegraph merge --undo "Jim Smith"`,
		Args: cobra.MaximumNArgs(3),
		RunE: func(cmd *cobra.Command, args []string) error {
			asked := 0
			for _, on := range []bool{len(args) > 0, undo != "", list} {
				if on {
					asked++
				}
			}
			if asked != 1 || len(args) > 0 && (len(args) != 3 || !strings.EqualFold(args[1], "into")) {
				return hintf(usagef("merge takes ACTOR into ACTOR, or --undo, or --list"), `use: stancegraph merge "Jim Smith" into "James Smith"`)
			}
			store, err := s.open(cmd.Context(), true)
			if err != nil {
				return err
			}
			defer store.Close()
			switch {
			case list:
				return listMerges(cmd.Context(), t, store)
			case undo != "":
				return unmerge(cmd.Context(), t, store, undo)
			}
			return merge(cmd.Context(), t, store, args[0], args[2])
		},
	}
	s.flags(cmd)
	cmd.Flags().StringVar(&undo, "undo", "", "take back that this `ACTOR` is another one")
	cmd.Flags().BoolVar(&list, "list", false, "list what was merged")
	return cmd
}

func merge(ctx context.Context, t *terminal, store graph.Store, from, into string) error {
	a, err := called(ctx, store, from, graph.Actor)
	if err != nil {
		return err
	}
	if err := mergedAlready(ctx, store, from, a); err != nil {
		return err
	}
	b, err := called(ctx, store, into, graph.Actor)
	if err != nil {
		return err
	}
	done, err := store.Decide(ctx, graph.Decision{Merge: &graph.Merge{From: a.id, Was: a.name, Into: b.id, Name: b.name, Kind: b.kind}}, false)
	if err != nil {
		return fmt.Errorf("merge %q into %q: %w", clean(a.name), clean(b.name), err)
	}
	text := fmt.Sprintf("%s (%s) is %s (%s) from now on: %s changed", clean(a.name), a.id, clean(b.name), b.id, count(done.Nodes[graph.Statement].Updated, "stance"))
	if own, err := store.Query(ctx, "stance-over-time", b.id, b.id); err == nil && len(own.Values) > 0 {
		text += fmt.Sprintf(", %d towards itself", len(own.Values))
	}
	t.sayf("%s", text)
	return nil
}

// mergedAlready refuses a name that now means another actor only because its own was merged into that: who says it
// again, or of somebody else, does not mean to merge that other one.
func mergedAlready(ctx context.Context, store graph.Store, name string, now thing) error {
	if graph.Fold(name) == graph.Fold(now.id) || graph.Fold(name) == graph.Fold(now.name) {
		return nil
	}
	ds, err := store.Decisions(ctx)
	if err != nil {
		return err
	}
	for _, d := range ds {
		if m := d.Merge; m != nil && (graph.Fold(m.From) == graph.Fold(name) || graph.Fold(m.Was) == graph.Fold(name)) {
			return hintf(fmt.Errorf("%q is merged into %s (%s) already", clean(name), clean(m.Name), m.Into),
				"stancegraph merge --undo %s takes that back; to merge %s give its own name or id", m.From, clean(now.name))
		}
	}
	return nil
}

func unmerge(ctx context.Context, t *terminal, store graph.Store, name string) error {
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
		return hintf(fmt.Errorf("%d merges of %q", len(found), clean(name)), "stancegraph merge --list; an id is never ambiguous")
	}
	done, err := store.Decide(ctx, found[0], true)
	if err != nil {
		return fmt.Errorf("take back the merge of %q: %w", clean(name), err)
	}
	t.sayf("%s (%s) stands for itself again: %s changed", clean(found[0].Merge.Was), found[0].Merge.From, count(done.Nodes[graph.Statement].Updated, "stance"))
	return nil
}

func listMerges(ctx context.Context, t *terminal, store graph.Store) error {
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
	return writeRows(t, t.out, formatOf(t), rows)
}

// formatOf is a table for people and JSON lines for programs.
func formatOf(t *terminal) string {
	if t.outTTY {
		return "table"
	}
	return "jsonl"
}

// thing is an actor or an issue of the graph.
type thing struct {
	label    graph.Label
	id, name string
	kind     string
}

// errUncalled says that nothing in the graph has a name.
var errUncalled = errors.New("nothing in the graph is called so")

// called finds the one actor or issue that a name means; an id, or a thing's own name, goes before other names.
func called(ctx context.Context, store graph.Store, name string, labels ...graph.Label) (thing, error) {
	rows, err := store.Query(ctx, "who-is", name)
	if err != nil {
		return thing{}, err
	}
	var byID, byName, all []thing
	for _, r := range rows.Values {
		x := thing{label: graph.Label(fmt.Sprint(r[0])), id: fmt.Sprint(r[1]), name: fmt.Sprint(r[2]), kind: fmt.Sprint(r[3])}
		wanted := false
		for _, l := range labels {
			wanted = wanted || l == x.label
		}
		if !wanted {
			continue
		}
		all = append(all, x)
		if graph.Fold(x.id) == graph.Fold(name) {
			byID = append(byID, x)
		}
		if graph.Fold(x.name) == graph.Fold(name) {
			byName = append(byName, x)
		}
	}
	for _, list := range [][]thing{byID, byName, all} {
		if len(list) == 1 {
			return list[0], nil
		}
	}
	if len(all) == 0 {
		return thing{}, hintf(fmt.Errorf("%q: %w", clean(name), errUncalled), "stancegraph query top-actors lists who is told of most")
	}
	var ids []string
	for _, x := range all {
		ids = append(ids, fmt.Sprintf("%s (%s)", x.id, clean(x.name)))
	}
	return thing{}, hintf(fmt.Errorf("%q is what several are called: %s", clean(name), strings.Join(ids, ", ")), "give the id")
}
