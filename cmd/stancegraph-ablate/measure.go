package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"

	"github.com/stancegraph/stancegraph/cmd/stancegraph-ablate/probe"
	"github.com/stancegraph/stancegraph/extract"
	"github.com/stancegraph/stancegraph/extract/eval"
	"github.com/stancegraph/stancegraph/extract/source"
	"github.com/stancegraph/stancegraph/schema"
)

// text is one document to read, with what a reader found in it: stances, or a sign between two names.
type text struct {
	doc  schema.Document
	gold *eval.Doc
	pair *pair
}

// score is what one document's statements are worth.
type score struct{ link, full, wrong int }

func (a score) minus(b score) score {
	return score{a.link - b.link, a.full - b.full, a.wrong - b.wrong}
}

func (a *score) add(b score) { a.link += b.link; a.full += b.full; a.wrong += b.wrong }

// plainlyUsed is how many lost hits end the measuring of a site: it stays whatever the rest would say.
const plainlyUsed = 8

// mostTexts is in how many texts a site is measured; what has an effect in more of them is no special case.
const mostTexts = 400

// sample takes at most mostTexts of the texts, evenly spaced.
func sample(all []int) []int {
	if len(all) <= mostTexts {
		return all
	}
	some := make([]int, mostTexts)
	for k := range some {
		some[k] = all[k*len(all)/mostTexts]
	}
	return some
}

// budget is how many conditions the reading of one document may evaluate, far more than any gold document needs.
const budget = 20_000_000

func measure(o options, w io.Writer) error {
	sites, err := readSites(o.sites)
	if err != nil {
		return err
	}
	probe.Fired = make([]int64, len(sites)+1)
	probe.Off = make([]bool, len(sites)+1)
	probe.Budget = 1 << 40 // of reading the models
	texts, r, err := open(o)
	if err != nil {
		return err
	}
	perMillion, err := countRaw(r, o.raw, len(sites))
	if err != nil {
		return err
	}
	base, where := undisturbed(r, texts, len(sites))
	part, parts, err := partOf(o.part)
	if err != nil {
		return err
	}
	fmt.Fprintln(w, "file\tline\tfrom\tto\tkind\ttexts\tper_million\tlink\tfull\tfalse\tpair_right\tpair_false\tbreaks\tcondition")
	for k, s := range sites {
		if k%parts != part || s.id < o.from {
			continue
		}
		gold, pairs, breaks := without(r, s.id, texts, base, where[s.id])
		fmt.Fprintf(w, "%s\t%d\t%d\t%d\t%s\t%d\t%.1f\t%+d\t%+d\t%+d\t%+d\t%+d\t%d\t%s\n", s.file, s.line, s.from, s.to, s.kind,
			len(where[s.id]), perMillion[s.id], gold.link, gold.full, gold.wrong, pairs.link, pairs.wrong, breaks, s.words)
	}
	return nil
}

// undisturbed reads all texts with every condition in force: what each is worth, and in which texts each site has an
// effect.
func undisturbed(r *reader, texts []text, sites int) (base []score, where [][]int) {
	base = make([]score, len(texts))
	where = make([][]int, sites+1)
	var total score
	for i := range texts {
		clear(probe.Fired)
		base[i], _ = r.score(&texts[i])
		total.add(base[i])
		for s, n := range probe.Fired {
			if n > 0 {
				where[s] = append(where[s], i)
			}
		}
	}
	fmt.Fprintf(os.Stderr, "%d texts: link %d, full %d, false %d\n", len(texts), total.link, total.full, total.wrong)
	return base, where
}

// without reads a sample of the texts in which a site has an effect, with that site off: what gold annotations and
// pairs gain or lose against base, and in how many texts (0 or 1, then it ends) the extraction breaks.
func without(r *reader, site int, texts []text, base []score, where []int) (gold, pairs score, breaks int) {
	probe.Off[site] = true
	defer func() { probe.Off[site] = false }()
	for _, i := range sample(where) {
		if gold.link+pairs.link <= -plainlyUsed {
			break
		}
		got, ok := r.score(&texts[i])
		if !ok {
			return gold, pairs, 1
		}
		if texts[i].pair != nil {
			pairs.add(got.minus(base[i]))
		} else {
			gold.add(got.minus(base[i]))
		}
	}
	return gold, pairs, 0
}

type reader struct{ x *extract.Extractor }

// score reads a text; ok is false where that panics.
func (r *reader) score(t *text) (s score, ok bool) {
	defer func() { ok = recover() == nil }()
	probe.Budget = budget
	doc := t.doc
	if err := source.Structure(&doc); err != nil {
		return score{}, true
	}
	out, err := r.x.Extract(context.Background(), doc)
	if err != nil { // Extract contains panics
		return score{}, false
	}
	if t.pair != nil {
		return t.pair.score(out.Statements), true
	}
	res := eval.Score([]eval.Doc{*t.gold}, map[string][]schema.Statement{t.gold.ID: out.Statements}, nil)
	return score{res.Hits[eval.Link-1], res.Hits[eval.Full-1], res.System - res.Hits[eval.Link-1]}, true
}

func readTexts(o options) ([]text, error) {
	var all []text
	err := eachFile(o.gold, func(name string) error {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		docs, err := eval.ReadGold(f, name)
		for i := range docs {
			all = append(all, text{doc: schema.Document{ID: docs[i].ID, Text: docs[i].Text}, gold: &docs[i]})
		}
		return err
	})
	if err != nil || o.pairs == "" {
		return all, err
	}
	pairs, err := readPairs(o.pairs, o.every)
	return append(all, pairs...), err
}

// countRaw is how often each site has an effect in a million words of unlabelled text.
func countRaw(r *reader, globs string, sites int) ([]float64, error) {
	per := make([]float64, sites+1)
	words, err := readRaw(r, globs)
	for i, n := range probe.Fired {
		per[i] = float64(n) * 1e6 / float64(max(words, 1))
	}
	return per, err
}

// readRaw reads unlabelled texts, none where there is no glob, and counts their words.
func readRaw(r *reader, globs string) (words int, err error) {
	if globs == "" {
		return 0, nil
	}
	err = eachFile(globs, func(name string) error {
		b, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		words += len(strings.Fields(string(b)))
		r.score(&text{doc: schema.Document{ID: filepath.Base(name), Text: string(b)}, gold: &eval.Doc{}})
		return nil
	})
	fmt.Fprintln(os.Stderr, words, "words of raw text")
	return words, err
}

// eachFile calls do for each file of comma-separated globs, in order.
func eachFile(globs string, do func(name string) error) error {
	for _, g := range strings.Split(globs, ",") {
		files, err := filepath.Glob(g)
		if err != nil {
			return err
		}
		if len(files) == 0 {
			return fmt.Errorf("%s: no file", g)
		}
		sort.Strings(files)
		for _, f := range files {
			if err := do(f); err != nil {
				return err
			}
		}
	}
	return nil
}

func readSites(name string) ([]site, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var all []site
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		c := strings.SplitN(lines.Text(), "\t", 7)
		s := site{file: c[1], kind: c[5], words: c[6]}
		for _, n := range []struct {
			to   *int
			from string
		}{{&s.id, c[0]}, {&s.line, c[2]}, {&s.from, c[3]}, {&s.to, c[4]}} {
			if *n.to, err = strconv.Atoi(n.from); err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
		}
		all = append(all, s)
	}
	return all, lines.Err()
}

func partOf(s string) (part, parts int, err error) {
	if _, err := fmt.Sscanf(s, "%d/%d", &part, &parts); err != nil || parts < 1 || part < 0 || part >= parts {
		return 0, 0, fmt.Errorf("--part %q is not K/N with 0 ≤ K < N", s)
	}
	return part, parts, nil
}

// open reads the annotated texts and makes what scores them.
func open(o options) ([]text, *reader, error) {
	texts, err := readTexts(o)
	if err != nil {
		return nil, nil, err
	}
	x, err := newExtractor()
	return texts, &reader{x}, err
}

// newExtractor is the rules alone, each candidate a statement however unsure.
func newExtractor() (*extract.Extractor, error) {
	return extract.New(extract.WithoutReader(), extract.WithMinConfidence(0))
}
