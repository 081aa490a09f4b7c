package main

import (
	"io"
	"runtime"
	"runtime/debug"
	"strconv"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/render"
	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/extract/rule"
	"github.com/stancegraph/stancegraph/extract/syntax"
)

// printVersion prints the version and all else that the output depends on: the syntax model, the rules and the words.
func printVersion(t *term.Terminal) error {
	lines, err := versions()
	if err != nil {
		return err
	}
	return t.WriteTo("", func(w io.Writer) error { return render.Lines(w, term.Grid(lines)) })
}

func versions() ([][]string, error) {
	model, err := syntax.Default()
	if err != nil {
		return nil, err
	}
	rules, err := rule.Default()
	if err != nil {
		return nil, err
	}
	words, err := lexicon.DefaultWords()
	if err != nil {
		return nil, err
	}
	return [][]string{
		{"stancegraph", programVersion()},
		{"go", runtime.Version() + " " + runtime.GOOS + "/" + runtime.GOARCH},
		{"syntax model", model.Version()},
		{"rules", strconv.Itoa(len(rules.Rules))},
		{"words", strconv.Itoa(len(words.All()) + len(words.AllIdioms()))},
	}, nil
}

// programVersion is the module's version and, of a build in a repository, the commit.
func programVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	version := info.Main.Version
	if version == "" || version == "(devel)" {
		version = "development"
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" {
				version += " " + short(s.Value)
			}
		}
	}
	return version
}

func short(hash string) string { return hash[:min(len(hash), 12)] }
