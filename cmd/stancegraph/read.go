package main

import (
	"context"
	"errors"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
	"github.com/stancegraph/stancegraph/extract"
	"github.com/stancegraph/stancegraph/extract/judge"
	"github.com/stancegraph/stancegraph/extract/source"
	"github.com/stancegraph/stancegraph/schema"
)

// extractor is what the commands need of extract.Extractor.
type extractor interface {
	All(ctx context.Context, docs iter.Seq2[schema.Document, error], workers int) iter.Seq[extract.Outcome]
	Explain(ctx context.Context, doc schema.Document) (schema.Extraction, *extract.Trace, error)
}

// makeExtractor makes the extractor of a command. Tests give one whose documents fail.
type makeExtractor func(opts ...extract.Option) (extractor, error)

func newExtractor(opts ...extract.Option) (extractor, error) { return extract.New(opts...) }

// readFlags are what the commands that read texts have in common.
type readFlags struct {
	source        source.Options
	noInferred    bool
	minConfidence float64
	rules         string
	noReader      bool
	noBuiltin     bool // no rules but those in the folder rules
	names         string
	workers       int
}

// add adds the flags to a command.
func (r *readFlags) add(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&r.source.ID, "id", "", "`ID` of the document, where there is only one (default: the file's base name)")
	f.StringVar(&r.source.Date, "date", "", "`DATE` of documents that give none: 2019-02-14, 2019-02 or 2019")
	f.StringVar(&r.source.Source, "source", "", "`OUTLET` of documents that give none")
	f.BoolVar(&r.source.AnyLanguage, "any-language", false, "do not refuse texts that are not English")
	f.BoolVar(&r.noInferred, "no-inferred", false, "leave out stances that are only inferred from others")
	f.Float64Var(&r.minConfidence, "min-confidence", judge.Floor, "leave out stances with a confidence below `C`, 0 to 1")
	f.BoolVar(&r.noReader, "no-reader", false, "use rules alone, without the learned reader: quicker,\n"+
		"and finds less")
	f.StringVar(&r.rules, "rules", "", "add the rules in `DIR` to the built-in ones; a rule with the name\n"+
		"of a built-in one replaces it")
	f.BoolVar(&r.noBuiltin, "no-builtin-rules", false, "use only the rules of --rules")
	f.StringVar(&r.names, "names", "", "`FILE` of your own names, which take precedence over the built-in\n"+
		"ones: .yaml, .tsv or a PETRARCH actor dictionary")
	f.IntVar(&r.workers, "workers", runtime.NumCPU(), "extract from `N` documents in parallel; the output\n"+
		"is the same for any number")
	_ = cmd.MarkFlagDirname("rules") // fails only where there is no such flag
}

// extractor makes the extractor that the flags ask for.
func (r *readFlags) extractor(build makeExtractor) (extractor, error) {
	if r.workers < 1 {
		return nil, term.Usagef("--workers %d: must be at least 1", r.workers)
	}
	if r.minConfidence < 0 || r.minConfidence > 1 {
		return nil, term.Usagef("--min-confidence %v: must be between 0 and 1", r.minConfidence)
	}
	opts := []extract.Option{extract.WithMinConfidence(r.minConfidence)}
	if r.noReader {
		opts = append(opts, extract.WithoutReader())
	}
	if r.noInferred {
		opts = append(opts, extract.WithoutInferred())
	}
	if r.noBuiltin && r.rules == "" {
		return nil, term.Hintf(term.Usagef("--no-builtin-rules leaves no rules"), "--rules DIR adds others")
	}
	if r.rules != "" {
		rules, err := loadRules(r.rules, r.noBuiltin)
		if err != nil {
			return nil, err
		}
		opts = append(opts, rules...)
	}
	if r.names != "" {
		names, err := loadNames(r.names)
		if err != nil {
			return nil, err
		}
		opts = append(opts, names)
	}
	return build(opts...)
}

// documents is the sequence of documents that the arguments name. Without arguments it is stdin where that is piped.
func (r *readFlags) documents(ctx context.Context, t *term.Terminal, args []string) (
	iter.Seq2[schema.Document, error], error) {
	if len(args) == 0 {
		if t.InTTY {
			return nil, term.Hintf(term.Usagef("no input"), "name a file or folder, or - and type the text")
		}
		args = []string{"-"}
	}
	return source.Open(ctx, args, t.In, r.source), nil
}

// readHint adds to an error of reading what can be done about it.
func readHint(err error) error {
	switch {
	case errors.Is(err, source.ErrDate) && strings.HasPrefix(err.Error(), "--date"):
		return term.AsUsage(err)
	case errors.Is(err, source.ErrLanguage):
		return term.Hintf(err, "--any-language reads it nevertheless, with poor results")
	case errors.Is(err, source.ErrBinary):
		return term.Hintf(err, "supported are plain text, HTML, SRT, WebVTT and JSON lines; save the document as text")
	case errors.Is(err, source.ErrDuplicate):
		return term.Hintf(err, "the id is the file's name without extension; --id sets that of a single document")
	case errors.Is(err, fs.ErrNotExist):
		return term.Hintf(err, "name a file or folder, or - for stdin; stancegraph explain also takes a text itself")
	}
	return err
}

// size is the number of bytes that the arguments name, 0 where that cannot be known before reading.
func size(args []string) int64 {
	total := int64(0)
	for _, arg := range args {
		if arg == "-" {
			return 0
		}
		err := filepath.WalkDir(arg, func(path string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() || path != arg && strings.HasPrefix(d.Name(), ".") {
				return err
			}
			info, err := d.Info()
			if err == nil {
				total += info.Size()
			}
			return err
		})
		if err != nil {
			return 0
		}
	}
	return total
}
