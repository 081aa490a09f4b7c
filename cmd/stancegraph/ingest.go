package main

import (
	"bufio"
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/render"
	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/schema"
)

// fewDocuments are shown after loading; more only with --show.
const fewDocuments = 3

// ingestFlags are the flags of ingest.
type ingestFlags struct {
	read             readFlags
	store            storeFlags
	dry, quiet, show bool
	reread           bool
}

func ingestCommand(t *term.Terminal, build makeExtractor) *cobra.Command {
	var f ingestFlags
	cmd := &cobra.Command{
		Use:   "ingest [FILE|DIR|-]...",
		Short: "Extract the stances of texts and load them into the store",
		Long: `Extract the stances of texts and load them as a graph, into one SQLite file by default or into
Neo4j with --neo4j. A document replaces what was loaded under its id before, so loading twice
changes nothing. If there are only a few documents, their stances are shown afterwards, each with
its sentence. A document that was loaded by the same program and is unchanged is skipped. A
document that fails is reported and the others are loaded. Ctrl-C ends after the current batch;
the same command again continues. --reread checks the whole store first (see stancegraph verify),
repairs what follows from documents, and reads those again that are damaged.`,
		Example: `  stancegraph ingest talks.txt
  stancegraph ingest news/ --store news.sqlite
  NEO4J_PASSWORD=… stancegraph ingest --neo4j bolt://127.0.0.1:7687 news/`,
		RunE: func(cmd *cobra.Command, args []string) error { return runIngest(cmd.Context(), t, &f, build, args) },
	}
	f.read.add(cmd)
	f.store.add(cmd)
	cmd.Flags().BoolVar(&f.dry, "dry-run", false, "extract and show, but load nothing")
	cmd.Flags().BoolVarP(&f.quiet, "quiet", "q", false, "show neither stances nor the summary")
	cmd.Flags().BoolVar(&f.reread, "reread", false, "find damage in the store, read damaged documents again and repair it")
	cmd.Flags().BoolVar(&f.store.durable, "durable", false,
		"wait until each batch is on the disk, so that a power cut takes\nback none (SQLite's synchronous=FULL)")
	cmd.Flags().BoolVar(&f.show, "show", false, "show the stances of all documents, however many")
	return cmd
}

func runIngest(ctx context.Context, t *term.Terminal, f *ingestFlags, build makeExtractor, args []string) error {
	if f.dry && f.reread {
		return term.Usagef("--dry-run loads nothing, --reread repairs; give one")
	}
	x, err := f.read.extractor(build)
	if err != nil {
		return err
	}
	var k known
	if !f.dry { // nothing is noted of a dry run, and the program's own file takes a while to hash
		if k.maker, err = f.read.maker(); err != nil {
			return err
		}
	}
	docs, err := f.read.documents(ctx, t, args)
	if err != nil {
		return err
	}
	if f.reread {
		if err := f.store.mustExist(); err != nil {
			return err
		}
	}
	l, err := newLoader(ctx, f, k.key)
	if err != nil {
		return err
	}
	defer l.close()
	p := t.NewProgress("documents", size(args))
	f.store.say = func(text string) { p.Hide(); t.Sayf("stancegraph: %s", text) }
	if f.reread {
		if err := l.findDamage(ctx); err != nil {
			return err
		}
		k.damaged = l.damaged
	}
	if l.store != nil && !f.show { // what is to be shown is to be read
		docs = k.unread(ctx, l.store, docs, f.quiet)
	}
	d := newDisplay(t, f)
	n, err := each(ctx, t, x, docs, f.read.workers, p, func(e *schema.Extraction) error {
		if err := l.add(ctx, e); err != nil {
			return err
		}
		return d.add(e)
	})
	if err != nil {
		return err
	}
	if err := l.save(ctx); err != nil {
		return err
	}
	if k.err != nil && ctx.Err() == nil {
		return term.Hintf(k.err, "what was loaded before is kept; the same command again continues")
	}
	if err := finishIngest(t, f, d, l, &k, p); err != nil {
		return err
	}
	if err := l.checkRepair(ctx, t, f); err != nil {
		return err
	}
	n.done += k.unchanged
	return n.status(ctx, t)
}

// finishIngest shows the stances of a few documents and says what was done.
func finishIngest(t *term.Terminal, f *ingestFlags, d *display, l *loader, k *known, p *term.Progress) error {
	if f.quiet {
		return nil
	}
	if k.unchanged > 0 {
		d.few = nil // they are a few out of many
	}
	if err := d.print(); err != nil {
		return err
	}
	if d.table.Documents() > 0 && t.OutTTY {
		t.Sayf("")
	}
	text := l.account(f, k.unchanged)
	if t.ErrTTY && !f.dry {
		text += ", in " + p.Took()
	}
	t.Sayf("%s", text)
	if !t.ErrTTY {
		return nil
	}
	switch {
	case l.stances == 0 && l.documents > 0:
		t.Sayf("%s", noStanceHint)
	case !f.dry:
		t.Sayf("next: stancegraph view%s", f.store.flag())
	}
	return nil
}

// account is the last line: what was extracted, where it went, what changed there.
func (l *loader) account(f *ingestFlags, unchanged int) string {
	text := fmt.Sprintf("%s with %s", term.Count(l.documents, "document"), term.Count(l.stances, "stance"))
	if f.dry {
		return text + ", nothing loaded (dry run; would go into " + f.store.name() + ")"
	}
	c := l.summary.Nodes[graph.Statement]
	var parts []string
	for _, part := range []struct {
		n    int
		what string
	}{{c.Added, "new"}, {c.Updated, "changed"}, {c.Unchanged, "unchanged"}, {c.Removed, "removed"}} {
		if part.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", part.n, part.what))
		}
	}
	text += " loaded into " + f.store.name()
	if len(parts) > 0 {
		text += ": " + strings.Join(parts, ", ")
	}
	if n := l.summary.Copies; n == 1 {
		text += "; 1 document is a near-duplicate of another"
	} else if n > 1 {
		text += fmt.Sprintf("; %d documents are near-duplicates of others", n)
	}
	if unchanged > 0 {
		text += fmt.Sprintf("; %s unchanged and skipped", term.Count(unchanged, "document"))
	}
	return text
}

// display shows stances: those of a few documents after loading, or those of all as they come.
type display struct {
	all, quiet bool
	few        []schema.Extraction // to be shown; none once there are too many
	added      int
	table      *render.Table
	out        *bufio.Writer
}

func newDisplay(t *term.Terminal, f *ingestFlags) *display {
	out := bufio.NewWriter(t.Out)
	return &display{all: f.show, quiet: f.quiet, table: render.NewTable(t, out), out: out}
}

// add takes the next document. With all, it is shown at once and nothing is kept, for many may come.
func (d *display) add(x *schema.Extraction) error {
	d.added++
	switch {
	case d.quiet:
		return nil
	case d.all:
		d.few = []schema.Extraction{*x}
		return d.print()
	case d.added <= fewDocuments:
		d.few = append(d.few, *x)
	default:
		d.few = nil
	}
	return nil
}

// print writes the stances of the documents that are to be shown.
func (d *display) print() error {
	for i := range d.few {
		if err := d.table.Write(&d.few[i]); err != nil {
			return fmt.Errorf("write stances: %w", err)
		}
	}
	d.few = nil
	if err := d.out.Flush(); err != nil {
		return fmt.Errorf("write stances: %w", err)
	}
	return nil
}
