package main

import (
	"bufio"
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/schema"
)

// A batch is loaded when it has so many documents or stances: a few seconds of work, lost at most.
const (
	batchDocuments = 64
	batchStances   = 2000
)

// fewDocuments are shown after loading; more only with --show.
const fewDocuments = 3

func ingestCommand(t *terminal) *cobra.Command {
	in := ingestion{terminal: t}
	cmd := &cobra.Command{
		Use:   "ingest [FILE|DIR|-]...",
		Short: "Read texts and load their stances into the store",
		Long: `Read texts and load their stances as a graph, into one SQLite file by default or into Neo4j with
--neo4j. What was loaded under a document's id is replaced, so loading twice changes nothing. Of a
few documents the stances are shown afterwards, each with its sentence. A document that was
loaded by the same program and has not changed since is not read again. A document that cannot be
read is reported and the others are loaded. Ctrl-C ends after the batch at hand; the same command
again goes on.`,
		Example: `  stancegraph ingest talks.txt
  stancegraph ingest news/ --store news.sqlite
  NEO4J_PASSWORD=… stancegraph ingest --neo4j bolt://127.0.0.1:7687 news/`,
		RunE: func(cmd *cobra.Command, args []string) error { return in.run(cmd.Context(), args) },
	}
	in.reading.flags(cmd)
	in.storing.flags(cmd)
	cmd.Flags().BoolVar(&in.dry, "dry-run", false, "read and show, but load nothing")
	cmd.Flags().BoolVarP(&in.quiet, "quiet", "q", false, "show no stances and say nothing of what was done")
	cmd.Flags().BoolVar(&in.show, "show", false, "show the stances of many documents too")
	return cmd
}

type ingestion struct {
	*terminal
	reading
	storing
	dry, quiet, show bool

	known   known
	store   graph.Store // nil in a dry run
	runInfo graph.RunInfo
	batch   []schema.Extraction
	pending int // stances in batch
	shown   []schema.Extraction
	stances int
	tables  int // documents shown
	summary graph.Summary
}

func (in *ingestion) run(ctx context.Context, args []string) error {
	x, err := in.extractor()
	if err != nil {
		return err
	}
	if !in.dry { // nothing is noted of a dry run, and the program's own file takes a while to hash
		if in.known.maker, err = in.maker(); err != nil {
			return err
		}
	}
	docs, err := in.documents(ctx, in.terminal, args)
	if err != nil {
		return err
	}
	if err := in.openStore(ctx); err != nil {
		return err
	}
	if in.store != nil {
		defer in.store.Close()
	}
	p := newProgress(in.terminal, "documents", size(args))
	in.say = func(text string) { p.hide(); in.sayf("stancegraph: %s", text) }
	failed := 0
	in.runInfo.Inputs = map[string]string{}
	if in.store != nil && !in.show { // what is to be shown is to be read
		docs = in.known.unread(ctx, in.store, docs, in.quiet)
	}
	for o := range x.All(ctx, docs, in.workers) {
		if ctx.Err() != nil {
			break
		}
		if o.Err != nil {
			p.hide()
			if err := in.refused(in.terminal, o.Err); err != nil {
				return err
			}
			failed++
			continue
		}
		p.add(len(o.Extraction.Document.Text))
		if err := in.add(ctx, o.Extraction, p.count); err != nil {
			p.hide()
			return err
		}
	}
	err = in.save(ctx)
	p.hide()
	if err != nil {
		return err
	}
	if in.known.err != nil && ctx.Err() == nil {
		return hintf(in.known.err, "what was loaded before stays; the same command again goes on")
	}
	if err := in.finish(p); err != nil {
		return err
	}
	return verdict(ctx, in.terminal, failed, p.count+in.known.unchanged)
}

func (in *ingestion) openStore(ctx context.Context) (err error) {
	now := time.Now().UTC()
	in.runInfo = graph.RunInfo{ID: "run:" + strconv.FormatInt(now.UnixNano(), 36), At: now}
	if in.dry {
		return in.choose()
	}
	in.store, err = in.open(ctx, false)
	return err
}

// add takes one document into the batch, and saves the batch when it is full.
func (in *ingestion) add(ctx context.Context, x schema.Extraction, n int) error {
	in.stances += len(x.Statements)
	in.pending += len(x.Statements)
	in.batch = append(in.batch, x)
	in.runInfo.Inputs[x.Document.ID] = in.known.key(x.Document)
	if !in.quiet && (in.show || n <= fewDocuments) {
		in.shown = append(in.shown, x)
	} else if !in.show {
		in.shown = nil
	}
	if in.show && !in.quiet { // many may come: nothing is kept
		if err := in.table(); err != nil {
			return err
		}
	}
	if len(in.batch) >= batchDocuments || in.pending >= batchStances {
		return in.save(ctx)
	}
	return nil
}

// save loads the batch. It goes through also when the command is being interrupted.
func (in *ingestion) save(ctx context.Context) error {
	defer func() { in.batch, in.pending = nil, 0; clear(in.runInfo.Inputs) }()
	if in.store == nil {
		_, err := graph.Build(in.batch...)
		return err
	}
	if len(in.batch) == 0 {
		return nil
	}
	done, err := in.store.Save(context.WithoutCancel(ctx), in.batch, in.runInfo)
	in.summary.Plus(done)
	if err != nil {
		return hintf(fmt.Errorf("load into %s: %w", in.name(), err), "what was loaded before stays; the same command again goes on")
	}
	return nil
}

// table writes the stances of the documents that are to be shown.
func (in *ingestion) table() error {
	w := bufio.NewWriter(in.out)
	b := &table{t: in.terminal, w: w, n: in.tables}
	for i := range in.shown {
		if err := b.document(&in.shown[i].Document, in.shown[i].Statements); err != nil {
			return fmt.Errorf("write stances: %w", err)
		}
	}
	in.tables, in.shown = b.n, nil
	if err := w.Flush(); err != nil {
		return fmt.Errorf("write stances: %w", err)
	}
	return nil
}

// finish shows the stances of a few documents and says what was done.
func (in *ingestion) finish(p *progress) error {
	if in.quiet {
		return nil
	}
	if in.known.unchanged > 0 {
		in.shown = nil // they are a few out of many
	}
	if err := in.table(); err != nil {
		return err
	}
	if in.tables > 0 && in.outTTY {
		in.sayf("")
	}
	in.sayf("%s", in.account(p))
	if !in.errTTY {
		return nil
	}
	switch {
	case in.stances == 0 && p.count > 0:
		in.sayf("stancegraph explain FILE shows what was seen, and why it is no stance")
	case !in.dry:
		in.sayf("next: stancegraph query who-wants-what%s", in.flag())
	}
	return nil
}

// account is the last line: what was read, where it went, what changed there.
func (in *ingestion) account(p *progress) string {
	text := fmt.Sprintf("%s with %s", count(p.count, "document"), count(in.stances, "stance"))
	if in.dry {
		return text + ", nothing loaded (dry run; would go into " + in.name() + ")"
	}
	c := in.summary.Nodes[graph.Statement]
	var parts []string
	for _, part := range []struct {
		n    int
		what string
	}{{c.Added, "new"}, {c.Updated, "changed"}, {c.Unchanged, "as before"}, {c.Removed, "gone"}} {
		if part.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", part.n, part.what))
		}
	}
	text += " loaded into " + in.name()
	if len(parts) > 0 {
		text += ": " + strings.Join(parts, ", ")
	}
	if n := in.summary.Copies; n == 1 {
		text += "; 1 document is a near-copy of another"
	} else if n > 1 {
		text += fmt.Sprintf("; %d documents are near-copies of others", n)
	}
	if n := in.known.unchanged; n > 0 {
		text += fmt.Sprintf("; %s more unchanged since they were read", count(n, "document"))
	}
	if in.errTTY {
		text += ", in " + p.took()
	}
	return text
}
