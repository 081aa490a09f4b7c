// Command stancegraph-ablate measures what each condition of the extraction code is worth: how often it has an effect
// on raw text, and how many gold statements are gained and lost without it. It is a tool of this project, not of its
// users.
//
//	stancegraph-ablate [--packages clause,rule] [--gold GLOB] [--pairs DSE.tsv] [--raw GLOB] [--part K/N] > sites.tsv
//	stancegraph-ablate --whole [--gold GLOB] [--pairs DSE.tsv] [--raw GLOB] > parts.tsv
//
// The packages are instrumented in a temporary folder (go build -overlay): each `if` condition, each operand of && and
// ||, and each string of a case list is a site with a neutral value (false, true, false, no match) at which it has no
// effect. A run over the gold notes in which documents a site has an effect; these documents are read again with the
// site switched off, and the difference in link hits, false finds and full hits is the site's worth. Nothing in the
// checkout is changed.
//
// With --whole it leaves out whole rules, word classes (of operators.yaml and classes.yaml) and repairs of trees instead,
// each in turn, in the texts in which it has an effect, 400 at most.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

func main() {
	var o options
	packages := flag.String("packages", "clause,rule,mention", "folders of extract/ to instrument")
	flag.StringVar(&o.gold, "gold", "testdata/gold/*.jsonl", "gold files, as globs parted by commas")
	flag.StringVar(&o.pairs, "pairs", "", "sentences with two marked entities and a directed sign (DSE), tab-separated")
	flag.IntVar(&o.every, "every", 1, "of the pairs take each n-th")
	flag.StringVar(&o.raw, "raw", "", "unlabelled texts to count effects on, as globs parted by commas")
	flag.StringVar(&o.part, "part", "0/1", "measure only the sites of part K of N, to run several at once")
	flag.IntVar(&o.from, "from", 0, "measure only sites from this number on, to go on with a run that was broken off")
	flag.BoolVar(&o.whole, "whole", false, "leave out whole rules, word classes and repairs, each in turn")
	flag.BoolVar(&o.choose, "choose", false, "instead of measuring, switch off as many sites as cost nothing, and list them")
	flag.Float64Var(&o.loss, "loss", 0, "with --choose: what each seldom site may cost, in statements")
	flag.Float64Var(&o.budget, "budget", 1, "with --choose: what all of them may cost")
	list := flag.String("prune", "", "take the sites of this list out of the sources")
	flag.StringVar(&o.sites, "sites", "", "used by the program itself: the list of sites; measures instead of instrumenting")
	flag.Parse()
	run := func() error { return instrumentAndRun(strings.Split(*packages, ","), o.whole) }
	switch {
	case *list != "":
		run = func() error { return prune(*list) }
	case o.sites != "" && o.whole:
		run = func() error { return measureParts(o, os.Stdout) }
	case o.sites != "" && o.choose:
		run = func() error { return choose(o, os.Stdout) }
	case o.sites != "":
		run = func() error { return measure(o, os.Stdout) }
	}
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "stancegraph-ablate:", err)
		os.Exit(1)
	}
}

type options struct {
	gold, pairs, raw, part, sites string
	choose, whole                 bool
	every, from                   int
	loss, budget                  float64
}

// instrumentAndRun builds this program again with instrumented packages and runs it with the same flags.
func instrumentAndRun(packages []string, whole bool) error {
	dir, err := os.MkdirTemp("", "stancegraph-ablate.")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	bin := filepath.Join(dir, "measure")
	skip := map[string]bool{}
	for {
		n, err := 0, error(nil)
		if whole {
			err = instrumentParts(dir)
		} else {
			n, err = instrument(dir, packages, skip)
		}
		if err != nil {
			return fmt.Errorf("instrument: %w", err)
		}
		build := exec.Command("go", "build", "-gcflags=all=-e", "-overlay", filepath.Join(dir, "overlay.json"),
			"-o", bin, "./cmd/stancegraph-ablate")
		out, err := build.CombinedOutput()
		if err == nil {
			if !whole {
				fmt.Fprintln(os.Stderr, n, "sites")
			}
			break
		}
		if whole || !skipFailed(dir, string(out), skip) {
			return fmt.Errorf("build the measuring program: %w\n%s", err, out)
		}
	}
	run := exec.Command(bin, append(os.Args[1:], "--sites", filepath.Join(dir, "sites.tsv"))...)
	run.Stdout, run.Stderr = os.Stdout, os.Stderr
	return run.Run()
}
