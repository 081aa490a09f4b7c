package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/extract"
	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/extract/rule"
	"github.com/stancegraph/stancegraph/extract/syntax"
	"github.com/stancegraph/stancegraph/extract/text"
)

func doctorCommand(t *terminal) *cobra.Command {
	var s storing
	cmd := &cobra.Command{
		Use:   "doctor",
		Short: "Say what works here and what is missing",
		Long: `Say what works here and what is missing: the models, words and rules, the store, Neo4j, and what
runs a Neo4j server. Exit status 1 where extraction or the chosen store does not work.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return runDoctor(cmd.Context(), t, &s) },
	}
	s.flags(cmd)
	return cmd
}

// finding is one line of the doctor's.
type finding struct {
	what   string
	works  bool
	detail string
	hint   string
	needed bool // without it the exit status is 1
}

func runDoctor(ctx context.Context, t *terminal, s *storing) error {
	findings := append([]finding{{what: "stancegraph", works: true, detail: programVersion()}}, stages()...)
	findings = append(findings, line(ctx))
	findings = append(findings, s.examine(ctx)...)
	findings = append(findings, javaFinding(ctx), found("maven", "mvn", "only to fetch Neo4j for: stancegraph neo4j up"))
	failed := false
	return writeTo(t, "", func(w io.Writer) error {
		width := 0
		for _, f := range findings {
			width = max(width, columns(f.what))
		}
		for _, f := range findings {
			failed = failed || f.needed && !f.works
			mark, color := "ok", green
			if !f.works {
				mark, color = "--", yellow
				if f.needed {
					mark, color = "NO", red
				}
			}
			fmt.Fprintf(w, "%s  %s  %s\n", t.paint(color, mark), pad(f.what, width), clean(f.detail))
			if !f.works && f.hint != "" {
				fmt.Fprintf(w, "    %s  %s\n", strings.Repeat(" ", width), f.hint)
			}
		}
		if failed {
			return errReported
		}
		return nil
	})
}

// stages loads what extraction needs, one by one, and says how long each takes.
func stages() []finding {
	try := func(what string, load func() (string, error)) finding {
		start := time.Now()
		detail, err := load()
		if err != nil {
			return finding{what: what, detail: err.Error(), needed: true}
		}
		return finding{what: what, works: true, needed: true, detail: fmt.Sprintf("%s, loaded in %d ms", detail, time.Since(start).Milliseconds())}
	}
	return []finding{
		try("tokeniser", func() (string, error) {
			_, err := text.New()
			return "prose v2", err
		}),
		try("syntax model", func() (string, error) {
			m, err := syntax.Default()
			if err != nil {
				return "", err
			}
			return m.Version(), nil
		}),
		try("names", func() (string, error) {
			l, err := lexicon.Default()
			if err != nil {
				return "", err
			}
			return fmt.Sprintf("%d entries", l.Len()), nil
		}),
		try("words", func() (string, error) {
			w, err := lexicon.DefaultWords()
			if err != nil {
				return "", err
			}
			return fmt.Sprintf("%s, %s and %s", short(w.Hash()), count(len(w.All()), "word"), count(len(w.AllIdioms()), "idiom")), nil
		}),
		try("rules", func() (string, error) {
			r, err := rule.Default()
			if err != nil {
				return "", err
			}
			return fmt.Sprintf("%s, %s", short(r.Hash), count(len(r.Rules), "rule")), nil
		}),
	}
}

// line extracts from one sentence, as a whole test.
func line(ctx context.Context) finding {
	f := finding{what: "extraction", needed: true}
	x, err := extract.New()
	if err != nil {
		f.detail = err.Error()
		return f
	}
	out, err := x.Extract(ctx, extract.Plain("doctor", "Turkey wants a buffer zone."))
	if err != nil {
		f.detail = err.Error()
		return f
	}
	f.detail = "no stance in \"Turkey wants a buffer zone.\""
	for i := range out.Statements {
		f.works, f.detail = true, extract.Line(&out.Statements[i])
	}
	return f
}

func javaFinding(ctx context.Context) finding {
	java := "java"
	if home := os.Getenv("JAVA_HOME"); home != "" {
		java = home + "/bin/java"
	}
	f := found("java", java, "only to run Neo4j here: Java 17 or 21, for instance apt-get install openjdk-17-jre-headless")
	if f.works {
		ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
		defer cancel()
		if out, err := exec.CommandContext(ctx, java, "-version").CombinedOutput(); err == nil {
			first, _, _ := strings.Cut(string(out), "\n")
			f.detail = first
		}
	}
	return f
}

func found(what, program, hint string) finding {
	path, err := exec.LookPath(program)
	if err != nil {
		return finding{what: what, detail: "not found", hint: hint}
	}
	return finding{what: what, works: true, detail: path}
}
