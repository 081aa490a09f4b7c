package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/render"
	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/schema"
)

// undo is the fourth thing that review does, beside the three verdicts of package graph.
const undo = "undo"

// reviewFlags are the flags of review.
type reviewFlags struct {
	store            storeFlags
	fix              correction
	note, by, format string
	list             bool
}

func reviewCommand(t *term.Terminal) *cobra.Command {
	var f reviewFlags
	cmd := &cobra.Command{
		Use:   "review STATEMENT accept|reject|fix|undo",
		Short: "Accept, reject or correct a statement",
		Long: `Review a statement, given by its id or the beginning of it. accept keeps it, whatever a later version
of the program extracts in its place; reject removes it, now and in later loads; fix corrects it as
the flags say; undo reverts a verdict. A verdict applies to the statement's place in the document.
It is kept when the document is loaded again, also after it was removed, and follows its sentence
when the text around it changes. --list prints all verdicts, as JSON lines with the statement before
and after.`,
		Example: `  stancegraph query stance-of Iceland
  stancegraph review st:c4t3fhhpdjmn4cvw reject --note "irony"
  stancegraph review st:c4t3fhhpdjmn4cvw fix --type SUPPORTS --negated --holder Norway
  stancegraph review --list --format jsonl`,
		Args: cobra.MaximumNArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error { return runReview(cmd.Context(), t, &f, args) },
	}
	f.store.add(cmd)
	f.fix.add(cmd)
	cmd.Flags().StringVar(&f.note, "note", "", "store a remark with the verdict")
	cmd.Flags().StringVar(&f.by, "by", "", "store the reviewer's name with the verdict")
	cmd.Flags().BoolVar(&f.list, "list", false, "list all verdicts")
	formatFlag(cmd, &f.format, "output format of --list", "table", "jsonl")
	return cmd
}

func runReview(ctx context.Context, t *term.Terminal, f *reviewFlags, args []string) error {
	if f.list != (len(args) == 0) || !f.list && len(args) != 2 {
		return term.Hintf(term.Usagef("review takes a statement and a verdict, or --list"),
			"usage: stancegraph review STATEMENT accept|reject|fix|undo")
	}
	if err := f.fix.check(args); err != nil {
		return err
	}
	var store graph.Store
	var err error
	if f.list {
		store, err = f.store.openRead(ctx)
	} else {
		store, err = f.store.open(ctx, true)
	}
	if err != nil {
		return err
	}
	defer store.Close()
	switch {
	case f.list:
		return listReviews(ctx, t, store, f.format)
	case args[1] == undo:
		return undoReview(ctx, t, store, args[0])
	}
	return review(ctx, t, store, args[0], graph.Review{Verdict: args[1], Note: f.note, By: f.by}, &f.fix)
}

func review(ctx context.Context, t *term.Terminal, store graph.Store, statement string, r graph.Review,
	fix *correction) error {
	var edit func(*schema.Statement) error
	if r.Verdict == graph.Fix {
		named, err := fix.entities(ctx, store)
		if err != nil {
			return err
		}
		edit = func(st *schema.Statement) error { fix.apply(st, named); return nil }
	}
	d, err := store.Judge(ctx, statement, r, edit)
	if err == nil {
		_, err = store.Decide(ctx, d, false)
	}
	if err != nil {
		if errors.Is(err, graph.ErrNoStatement) {
			return term.Hintf(err, "the questions of stancegraph query print the ids of statements")
		}
		return fmt.Errorf("review %q: %w", term.Clean(statement), err)
	}
	done := map[string]string{graph.Accept: "accepted", graph.Reject: "rejected", graph.Fix: "fixed"}
	t.Sayf("%s: %s", done[r.Verdict], reviewLine(d.Review))
	return nil
}

// reviewed is the statement of a review: as it is now or, if rejected, as it was extracted.
func reviewed(r *graph.Review) *schema.Statement {
	if r.Is != nil {
		return r.Is
	}
	return &r.Was
}

func reviewLine(r *graph.Review) string {
	return render.Line(reviewed(r)) + ": " + term.Clean(r.Sentence)
}

func undoReview(ctx context.Context, t *term.Terminal, store graph.Store, statement string) error {
	// any verdict finds the review that is in effect, which Decide then takes back
	d, err := store.Judge(ctx, statement, graph.Review{Verdict: graph.Reject}, nil)
	if err == nil {
		_, err = store.Decide(ctx, d, true)
	}
	if errors.Is(err, graph.ErrNoStatement) || errors.Is(err, graph.ErrNoDecision) {
		return term.Hintf(fmt.Errorf("%q has no review", term.Clean(statement)), "stancegraph review --list")
	}
	if err != nil {
		return fmt.Errorf("undo the review of %q: %w", term.Clean(statement), err)
	}
	t.Sayf("undone: %s", reviewLine(d.Review))
	return nil
}

// listReviews prints all verdicts: whole as JSON lines, in short as a table.
func listReviews(ctx context.Context, t *term.Terminal, store graph.Store, format string) error {
	ds, err := store.Decisions(ctx)
	if err != nil {
		return err
	}
	if format == "" {
		format = render.Format(t, "")
	}
	if format == "jsonl" {
		return reviewLines(t, ds)
	}
	rows := graph.Rows{Columns: []string{
		"verdict", "statement", "holder", "stance", "target", "state", "by", "note", "document", "sentence"}}
	for _, d := range ds {
		if r := d.Review; r != nil {
			st := reviewed(r)
			rows.Values = append(rows.Values, []any{r.Verdict, st.ID, st.Holder.Name, st.Type.Edge(st.Negated),
				st.Target.Name, string(d.State), r.By, r.Note, r.Document, r.Sentence})
		}
	}
	return render.Rows(t, t.Out, format, rows)
}

func reviewLines(t *term.Terminal, ds graph.Decisions) error {
	for _, d := range ds {
		if d.Review == nil {
			continue
		}
		line, err := json.Marshal(struct {
			*graph.Review
			State graph.State `json:"state"`
		}{d.Review, d.State})
		if err == nil {
			_, err = fmt.Fprintf(t.Out, "%s\n", line)
		}
		if err != nil {
			return fmt.Errorf("write reviews: %w", err)
		}
	}
	return nil
}
