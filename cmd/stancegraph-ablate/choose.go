package main

import (
	"fmt"
	"io"
	"math"
	"os"
	"regexp"
	"sort"
	"strings"

	"github.com/stancegraph/stancegraph/cmd/stancegraph-ablate/probe"
)

// choose switches off sites in growing sets, as long as the sum over all texts does not fall, and prints those that stay
// off. A set that costs something is halved. Then it does the same to the sites that have an effect less than rare times
// in a million words of raw text, each of which may cost loss, all of them budget.
func choose(o options, w io.Writer) error {
	sites, err := readSites(o.sites)
	if err != nil {
		return err
	}
	probe.Fired = make([]int64, len(sites)+1)
	probe.Off = make([]bool, len(sites)+1)
	probe.Budget = 1 << 40
	c := &chooser{}
	if c.texts, err = readTexts(o); err != nil {
		return err
	}
	if err := c.start(o); err != nil {
		return err
	}
	order := c.candidates(sites)
	c.all(order, 0, math.Inf(1))
	fmt.Fprintf(os.Stderr, "%d of %d candidates off at no cost\n", c.off, len(order))
	var seldom []int
	for _, s := range order {
		if !probe.Off[s] && c.perMillion[s] < rare {
			seldom = append(seldom, s)
		}
	}
	c.all(seldom, o.loss, o.budget)
	for _, s := range sites {
		if probe.Off[s.id] {
			fmt.Fprintf(w, "%s\t%d\t%d\t%s\t%.1f\t%d\t%s\n", s.file, s.from, s.to, s.kind, c.perMillion[s.id], len(c.where[s.id]), s.words)
		}
	}
	return nil
}

// rare is how often in a million words of raw text a site must have an effect to be kept for a small gain.
const rare = 20

// guard is a condition that keeps an index within its slice or a pointer from being nil: it has no effect on texts that
// go well.
var guard = regexp.MustCompile(`len\(|nil|[<>]=? ?-?[0-9]|\bok\b|maxClimb|== -1|onCycle|cyclic`)

// lexical is a condition on single words or word classes.
var lexical = regexp.MustCompile("\"|Is\\(|Lookup|\\[b?\\.?(lower|lemma)|contains|Contains")

// mostTouched is in how many of the texts a site may have an effect to be a candidate; what has one in more is no
// special case.
const mostTouched = 150

// candidates are the sites to try, those with an effect in the fewest texts first.
func (c *chooser) candidates(sites []site) []int {
	var all []int
	for _, s := range sites {
		composite := strings.Contains(s.words, "&&")
		if len(c.where[s.id]) > mostTouched || guard.MatchString(s.words) && (!composite || strings.Contains(s.words, "||")) {
			continue
		}
		if s.kind == "and" && !lexical.MatchString(s.words) {
			continue // without it a general condition would become too general
		}
		all = append(all, s.id)
	}
	sort.SliceStable(all, func(i, j int) bool { return len(c.where[all[i]]) < len(c.where[all[j]]) })
	return all
}

// all tries all candidates, set by set.
func (c *chooser) all(order []int, loss, budget float64) {
	const together = 96
	c.loss, c.floor = loss, c.value-budget
	for from := 0; from < len(order); from += together {
		set := order[from:min(from+together, len(order))]
		c.try(set)
		fmt.Fprintf(os.Stderr, "%d of %d candidates, %d off, value %.2f (begun at %.2f)\n", from+len(set), len(order), c.off, c.value, c.first)
	}
}

// chooser keeps the score of each text as it is with the sites that are off so far.
type chooser struct {
	texts        []text
	scores       []score
	where        [][]int32 // site → texts in which it has an effect
	reader       reader
	value, first float64
	loss, floor  float64
	perMillion   []float64
	off          int
}

// worth weighs a text's score: a false find costs a third of a hit, a pair counts half a statement.
func (c *chooser) worth(i int, s score) float64 {
	v := float64(s.link) + 0.3*float64(s.full) - 0.35*float64(s.wrong)
	if c.texts[i].pair != nil {
		v = 0.5 * (float64(s.link) - 0.35*float64(s.wrong))
	}
	return v
}

func (c *chooser) start(o options) error {
	x, err := newExtractor()
	if err != nil {
		return err
	}
	c.reader = reader{x}
	if c.perMillion, err = countRaw(&c.reader, o.raw, len(probe.Fired)-1); err != nil {
		return err
	}
	c.scores = make([]score, len(c.texts))
	c.where = make([][]int32, len(probe.Fired))
	for i := range c.texts {
		clear(probe.Fired)
		c.scores[i], _ = c.reader.score(&c.texts[i])
		c.value += c.worth(i, c.scores[i])
		for s, n := range probe.Fired {
			if n > 0 {
				c.where[s] = append(c.where[s], int32(i))
			}
		}
	}
	c.first = c.value
	return nil
}

// try switches a set off, in halves where the whole costs too much.
func (c *chooser) try(set []int) {
	if len(set) == 0 {
		return
	}
	touched := make([]bool, len(c.texts))
	for _, s := range set {
		probe.Off[s] = true
		for _, i := range c.where[s] {
			touched[i] = true
		}
	}
	change, ok := 0.0, true
	found := map[int]score{}
	for i := range c.texts {
		if !touched[i] {
			continue
		}
		s, sound := c.reader.score(&c.texts[i])
		if !sound {
			ok = false
			break
		}
		if s != c.scores[i] {
			found[i] = s
			change += c.worth(i, s) - c.worth(i, c.scores[i])
		}
		if change < -20 {
			break
		}
	}
	if ok && change >= -c.loss*float64(len(set)) && c.value+change >= c.floor {
		for i, s := range found {
			c.scores[i] = s
		}
		c.value += change
		c.off += len(set)
		return
	}
	for _, s := range set {
		probe.Off[s] = false
	}
	if len(set) > 1 {
		c.try(set[:len(set)/2])
		c.try(set[len(set)/2:])
	}
}
