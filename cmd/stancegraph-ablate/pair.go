package main

import (
	"bufio"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// pair is the directed sign between two names of a sentence, in the form of the DSE data (Park, Pan and Joo 2021):
// 0 neutral, 1 first to second positive, 2 second to first positive, 3 and 4 the same negative.
type pair struct {
	a, b string
	sign int
}

// readPairs reads each n-th row: sentence, first name, second name, …, sign.
func readPairs(name string, every int) ([]text, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var all []text
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		c := strings.Split(lines.Text(), "\t")
		if len(c) < 4 || n%every != 0 {
			continue
		}
		sign, err := strconv.Atoi(c[len(c)-1])
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n, err)
		}
		s := c[0]
		for _, e := range c[1:3] {
			s = strings.Replace(s, "["+e+"]", e, 1)
		}
		doc := schema.Document{ID: "pair-" + strconv.Itoa(n), Text: strings.Join(strings.Fields(s), " ")}
		all = append(all, text{doc: doc, pair: &pair{c[1], c[2], sign}})
	}
	return all, lines.Err()
}

// score counts a pair whose sign is found as link and full, one that is found with another sign as wrong.
func (p *pair) score(statements []schema.Statement) score {
	var ab, ba float64
	for _, s := range statements {
		ends := []struct {
			names string
			sign  float64
		}{{s.Target.Name + " " + s.Target.Text, float64(s.Polarity) * s.Confidence}}
		for _, a := range s.About {
			ends = append(ends, struct {
				names string
				sign  float64
			}{a.Name + " " + a.Text, float64(a.Sign) * s.Confidence})
		}
		holder := s.Holder.Name + " " + s.Holder.Text
		for _, e := range ends {
			if shareWord(p.a, holder) && shareWord(p.b, e.names) {
				ab += e.sign
			}
			if shareWord(p.b, holder) && shareWord(p.a, e.names) {
				ba += e.sign
			}
		}
	}
	found := 0
	switch {
	case ab == 0 && ba == 0:
	case max(ab, -ab) >= max(ba, -ba):
		found = map[bool]int{true: 1, false: 3}[ab > 0]
	default:
		found = map[bool]int{true: 2, false: 4}[ba > 0]
	}
	switch {
	case found == 0:
		return score{}
	case found == p.sign:
		return score{1, 1, 0}
	}
	return score{0, 0, 1}
}

var longWord = regexp.MustCompile(`[a-z]{3,}`)

func shareWord(a, b string) bool {
	words := longWord.FindAllString(strings.ToLower(a), -1)
	for _, w := range longWord.FindAllString(strings.ToLower(b), -1) {
		for _, v := range words {
			if v == w {
				return true
			}
		}
	}
	return false
}
