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

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
	"github.com/stancegraph/stancegraph/extract"
	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/extract/rule"
	"github.com/stancegraph/stancegraph/extract/syntax"
	"github.com/stancegraph/stancegraph/extract/text"
)

func doctorCommand(t *term.Terminal) *cobra.Command {
	var s storeFlags
	cmd := &cobra.Command{
		Use:   "doctor",
		Short: "Check what works on this machine and what is missing",
		Long: `Check what works on this machine and what is missing: the models, words and rules, the store, Neo4j,
and the programs that a Neo4j server needs. Exit status 1 if extraction or the chosen store does
not work.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return runDoctor(cmd.Context(), t, &s) },
	}
	s.add(cmd)
	return cmd
}

// check is the result of one of the doctor's checks.
type check struct {
	what   string
	works  bool
	detail string
	hint   string
	needed bool // without it the exit status is 1
}

func runDoctor(ctx context.Context, t *term.Terminal, s *storeFlags) error {
	checks := []check{{what: "stancegraph", works: true, detail: programVersion()}}
	checks = append(checks, checkStages()...)
	checks = append(checks, checkExtraction(ctx))
	checks = append(checks, checkStores(ctx, s)...)
	checks = append(checks, checkJava(ctx),
		checkProgram("maven", "mvn", "needed only to download Neo4j for stancegraph neo4j up"))
	width := 0
	for _, c := range checks {
		width = max(width, term.Columns(c.what))
	}
	failed := false
	return t.WriteTo("", func(w io.Writer) error {
		for _, c := range checks {
			failed = failed || c.needed && !c.works
			mark, color := "ok", term.Green
			if !c.works {
				mark, color = "--", term.Yellow
				if c.needed {
					mark, color = "NO", term.Red
				}
			}
			fmt.Fprintf(w, "%s  %s  %s\n", t.Paint(color, mark), term.Pad(c.what, width), term.Clean(c.detail))
			if !c.works && c.hint != "" {
				fmt.Fprintf(w, "    %s  %s\n", strings.Repeat(" ", width), c.hint)
			}
		}
		if failed {
			return term.ErrReported
		}
		return nil
	})
}

// checkStages loads what extraction needs, one by one, and measures how long each takes.
func checkStages() []check {
	stages := []struct {
		what string
		load func() (string, error)
	}{
		{"tokeniser", func() (string, error) { _, err := text.New(); return "prose v2", err }},
		{"syntax model", loadSyntax},
		{"names", loadNameList},
		{"words", loadWords},
		{"rules", loadRuleSet},
	}
	checks := make([]check, len(stages))
	for i, s := range stages {
		start := time.Now()
		detail, err := s.load()
		checks[i] = check{what: s.what, works: err == nil, needed: true}
		checks[i].detail = fmt.Sprintf("%s, loaded in %d ms", detail, time.Since(start).Milliseconds())
		if err != nil {
			checks[i].detail = err.Error()
		}
	}
	return checks
}

func loadSyntax() (string, error) {
	m, err := syntax.Default()
	if err != nil {
		return "", err
	}
	return m.Version(), nil
}

func loadNameList() (string, error) {
	l, err := lexicon.Default()
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%d entries", l.Len()), nil
}

func loadWords() (string, error) {
	w, err := lexicon.DefaultWords()
	if err != nil {
		return "", err
	}
	return term.Count(len(w.All()), "word") + " and " + term.Count(len(w.AllIdioms()), "idiom"), nil
}

func loadRuleSet() (string, error) {
	r, err := rule.Default()
	if err != nil {
		return "", err
	}
	return term.Count(len(r.Rules), "rule"), nil
}

// checkExtraction extracts from one sentence.
func checkExtraction(ctx context.Context) check {
	c := check{what: "extraction", needed: true}
	x, err := extract.New()
	if err != nil {
		c.detail = err.Error()
		return c
	}
	out, err := x.Extract(ctx, extract.Plain("doctor", "Turkey wants a buffer zone."))
	if err != nil {
		c.detail = err.Error()
		return c
	}
	c.detail = "no stance in \"Turkey wants a buffer zone.\""
	for i := range out.Statements {
		c.works, c.detail = true, extract.Line(&out.Statements[i])
	}
	return c
}

func checkJava(ctx context.Context) check {
	java := "java"
	if home := os.Getenv("JAVA_HOME"); home != "" {
		java = home + "/bin/java"
	}
	c := checkProgram("java", java,
		"needed only to run Neo4j here: Java 17 or 21, for instance apt-get install openjdk-17-jre-headless")
	if c.works {
		ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
		defer cancel()
		if out, err := exec.CommandContext(ctx, java, "-version").CombinedOutput(); err == nil {
			c.detail, _, _ = strings.Cut(string(out), "\n")
		}
	}
	return c
}

func checkProgram(what, program, hint string) check {
	path, err := exec.LookPath(program)
	if err != nil {
		return check{what: what, detail: "not found", hint: hint}
	}
	return check{what: what, works: true, detail: path}
}
