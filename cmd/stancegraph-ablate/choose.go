package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/stancegraph/stancegraph/cmd/stancegraph-ablate/probe"
)

// choose switches off the candidate sites (a table as measure writes it) in growing sets, as long as the sum over all
// texts does not fall by more than loss for each set, and prints those that stay off. A set that costs too much is halved.
func choose(o options, w io.Writer) error {
	sites, err := readSites(o.sites)
	if err != nil {
		return err
	}
	probe.Fired = make([]int64, len(sites)+1)
	probe.Off = make([]bool, len(sites)+1)
	probe.Budget = 1 << 40
	c := &chooser{loss: o.loss, budget: o.budget, sites: sites}
	if c.texts, err = readTexts(o); err != nil {
		return err
	}
	if err := c.start(); err != nil {
		return err
	}
	candidates, err := readCandidates(o.choose, sites)
	if err != nil {
		return err
	}
	const together = 64
	for from := 0; from < len(candidates); from += together {
		set := candidates[from:min(from+together, len(candidates))]
		c.try(set)
		fmt.Fprintf(os.Stderr, "%d of %d candidates, %d off, value %.2f (begun at %.2f)\n", from+len(set), len(candidates), c.off, c.value, c.first)
	}
	for _, s := range sites {
		if probe.Off[s.id] {
			fmt.Fprintf(w, "%s\t%d\t%d\t%s\n", s.file, s.from, s.to, s.kind)
		}
	}
	return nil
}

// chooser keeps the score of each text as it is with the sites that are off so far.
type chooser struct {
	texts        []text
	sites        []site
	scores       []score
	where        [][]int32 // site → texts in which it has an effect
	reader       reader
	value, first float64
	loss, budget float64
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

func (c *chooser) start() error {
	x, err := newExtractor()
	if err != nil {
		return err
	}
	c.reader = reader{x: x}
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
	if ok && change >= -c.loss*float64(len(set)) && c.value+change >= c.first-c.budget {
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

// readCandidates reads file, from and to of a table's rows and gives the sites' numbers.
func readCandidates(name string, sites []site) ([]int, error) {
	known := map[string]int{}
	for _, s := range sites {
		known[s.file+":"+strconv.Itoa(s.from)+":"+strconv.Itoa(s.to)] = s.id
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var all []int
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		c := strings.Split(lines.Text(), "\t")
		if len(c) < 3 {
			continue
		}
		if id := known[c[0]+":"+c[1]+":"+c[2]]; id > 0 {
			all = append(all, id)
		}
	}
	return all, lines.Err()
}
