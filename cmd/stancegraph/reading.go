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

	"github.com/stancegraph/stancegraph/extract"
	"github.com/stancegraph/stancegraph/extract/source"
	"github.com/stancegraph/stancegraph/schema"
)

// reading is what the commands that read texts have in common.
type reading struct {
	source        source.Options
	noInferred    bool
	minConfidence float64
	rules         string
	noBuiltin     bool // no rules but those in the folder rules
	names         string
	workers       int
}

// flags adds the flags of reading to a command.
func (r *reading) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&r.source.ID, "id", "", "`ID` of the document, where there is one only (default its file's name without ending)")
	f.StringVar(&r.source.Date, "date", "", "`DATE` of documents that do not say theirs: 2019-02-14, 2019-02 or 2019")
	f.StringVar(&r.source.Source, "source", "", "`OUTLET` of documents that do not say theirs")
	f.BoolVar(&r.source.AnyLanguage, "any-language", false, "do not refuse texts that are not English")
	f.BoolVar(&r.noInferred, "no-inferred", false, "leave out what only follows from other stances")
	f.Float64Var(&r.minConfidence, "min-confidence", 0, "leave out what is less sure than `C`, 0 to 1")
	f.StringVar(&r.rules, "rules", "", "add the rules in `DIR` to the built-in ones; one with the name of a built-in one takes its place")
	f.BoolVar(&r.noBuiltin, "no-builtin-rules", false, "use no rules but those of --rules")
	f.StringVar(&r.names, "names", "", "`FILE` of your own names, which go before the built-in ones:\n.yaml, .tsv or a PETRARCH actor dictionary")
	f.IntVar(&r.workers, "workers", runtime.NumCPU(), "read `N` documents at the same time; the output is the same for any number")
	cmd.MarkFlagDirname("rules")
}

// extractor makes the extractor that the flags ask for.
func (r *reading) extractor() (*extract.Extractor, error) {
	if r.workers < 1 {
		return nil, usagef("--workers %d: at least 1 is needed", r.workers)
	}
	if r.minConfidence < 0 || r.minConfidence > 1 {
		return nil, usagef("--min-confidence %v does not lie between 0 and 1", r.minConfidence)
	}
	opts := []extract.Option{extract.WithMinConfidence(r.minConfidence)}
	if r.noInferred {
		opts = append(opts, extract.WithoutInferred())
	}
	if r.noBuiltin && r.rules == "" {
		return nil, hintf(usagef("--no-builtin-rules leaves no rules"), "--rules DIR gives others")
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
	return extract.New(opts...)
}

// documents opens what the arguments name. Without arguments it is stdin where that is piped.
func (r *reading) documents(ctx context.Context, t *terminal, args []string) (iter.Seq2[schema.Document, error], error) {
	if len(args) == 0 {
		if t.inTTY {
			return nil, hintf(usagef("nothing to read"), "name a file or folder, or - and type the text")
		}
		args = []string{"-"}
	}
	return source.Open(ctx, args, t.in, r.source), nil
}

// refused reports a document that cannot be read. It gives an error only where the rest cannot be read either.
func (r *reading) refused(t *terminal, err error) error {
	err = readHint(err)
	var wrong usageError
	if errors.As(err, &wrong) || errors.Is(err, context.Canceled) {
		return err
	}
	t.report(err)
	return nil
}

// readHint adds to an error of reading what can be done about it.
func readHint(err error) error {
	switch {
	case errors.Is(err, source.ErrDate) && strings.HasPrefix(err.Error(), "--date"):
		return usageError{err}
	case errors.Is(err, source.ErrLanguage):
		return hintf(err, "--any-language reads it all the same, with little success")
	case errors.Is(err, source.ErrBinary):
		return hintf(err, "read are plain text, HTML, SRT, WebVTT and JSON lines; save the document as text")
	case errors.Is(err, source.ErrDuplicate):
		return hintf(err, "the id is the file's name without ending; --id sets that of one document")
	case errors.Is(err, fs.ErrNotExist):
		return hintf(err, "name a file or folder, or - for stdin; stancegraph explain takes a text itself")
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
