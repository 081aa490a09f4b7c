package main

import (
	"slices"
	"strconv"
	"strings"

	"github.com/stancegraph/stancegraph/extract"
	"github.com/stancegraph/stancegraph/extract/eval"
	"github.com/stancegraph/stancegraph/extract/reader"
	"github.com/stancegraph/stancegraph/schema"
)

// label is a gold statement in the words of an instance.
type label struct {
	Cue      int   // −1 where none of the cue's words may be one
	CueWords []int // all words of the cue
	Holder   int   // reader.Sayer where who says the clause is the holder and no word names him; −2 where nothing does
	Target   int   // −1 where no word heads the target
	Type     schema.StanceType
	Negated  bool
	Modality schema.Modality
	Phase    schema.Phase
	Polarity int
	Optional bool
}

// labelled is an instance with the gold statements whose cue stands in it.
type labelled struct {
	Doc string
	reader.Instance
	Proposed [][3]int // cue, holder and target of the rules' candidates
	Gold     []label
}

// align puts each statement of a gold text to the instance that its cue stands in. Statements without a cue or a sentence
// that the text has are left out.
func align(d *eval.Doc, instances []extract.Instance) []labelled {
	all := make([]labelled, len(instances))
	for i := range instances {
		in := &instances[i]
		all[i] = labelled{Doc: d.ID, Instance: in.Instance, Proposed: append([][3]int{}, in.Rules...), Gold: []label{}}
	}
	for n := range d.Statements {
		g := &d.Statements[n]
		cue, ok := d.Place(g, g.Cue)
		if !ok {
			continue
		}
		at := slices.IndexFunc(instances, func(in extract.Instance) bool { return in.Start <= cue.Start && cue.Start < in.End })
		if at < 0 {
			continue
		}
		a := aligner{in: &instances[at], g: g}
		l := label{Type: g.Type, Negated: g.Negated, Modality: g.Modality, Phase: g.Phase, Polarity: g.Polarity, Optional: g.Free()}
		l.CueWords = a.words(cue)
		l.Cue = a.cue(l.CueWords)
		span, ok := d.Place(g, or(g.TargetText, g.Target))
		l.Target = a.target(span, ok)
		span, ok = d.Place(g, or(g.HolderText, g.Holder))
		l.Holder = a.holder(span, ok, l.Cue)
		all[at].Gold = append(all[at].Gold, l)
	}
	return all
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// aligner finds the words of one statement in one instance.
type aligner struct {
	in *extract.Instance
	g  *eval.Gold
}

// words are those that a span touches.
func (a *aligner) words(s schema.Span) []int {
	out := []int{}
	for i, w := range a.in.Spans {
		if w.Overlaps(s) {
			out = append(out, i)
		}
	}
	return out
}

func (a *aligner) inside(s schema.Span) bool { return a.in.Start <= s.Start && s.Start < a.in.End }

// top is the first of words whose head is not one of within, else the first.
func (a *aligner) top(words, within []int) int {
	for _, k := range words {
		if !slices.Contains(within, a.in.Heads[k]) {
			return k
		}
	}
	if len(words) > 0 {
		return words[0]
	}
	return -1
}

func (a *aligner) cue(words []int) int {
	can := slices.DeleteFunc(slices.Clone(words), func(k int) bool { return !slices.Contains(a.in.Cues, k) })
	return a.top(can, words)
}

// target is the word that heads what the gold's target is called; where several do, the one on top of the tree.
func (a *aligner) target(span schema.Span, found bool) int {
	if !found || !a.inside(span) {
		return -1
	}
	words := a.words(span)
	best, all := 0, []int{}
	for _, k := range a.in.Targets {
		if !slices.Contains(words, k) {
			continue
		}
		rank := a.rank(k, !slices.Contains(words, a.in.Heads[k]))
		if rank > best {
			best, all = rank, nil
		}
		if rank == best && rank > 0 {
			all = append(all, k)
		}
	}
	return a.top(all, all)
}

// rank says how well word k heads the target: 0 not at all.
func (a *aligner) rank(k int, top bool) int {
	key := strconv.Itoa(k)
	names, issue := a.in.Names[key], a.in.Issues[key]
	if a.g.Kind == schema.ToActor {
		switch {
		case a.called(a.g.Target, append(slices.Clone(names), issue)):
			return 3
		case top:
			return 1
		}
		return 0
	}
	switch {
	case issue != "" && eval.SameIssue(a.g.Target, issue):
		if top {
			return 2
		}
		return 1
	case issue == "" && len(names) > 0 && eval.SameIssue(a.g.Target, strings.Join(names, " ")):
		return 1
	}
	return 0
}

func (a *aligner) called(gold string, names []string) bool {
	return slices.ContainsFunc(names, func(n string) bool { return n != "" && eval.SameActor(gold, n) })
}

// holder is the word that names the holder, best one that is called so; reader.Sayer where who says the cue's clause is called
// so; −2 where neither is.
func (a *aligner) holder(span schema.Span, found bool, cue int) int {
	named := func(words []int) []int {
		return slices.DeleteFunc(slices.Clone(words), func(k int) bool { return !a.called(a.g.Holder, a.in.Names[strconv.Itoa(k)]) })
	}
	may := slices.DeleteFunc(slices.Clone(a.in.Holders), func(k int) bool { return k < 0 })
	if found && a.inside(span) {
		words := a.words(span)
		within := slices.DeleteFunc(slices.Clone(may), func(k int) bool { return !slices.Contains(words, k) })
		if all := named(within); len(all) > 0 {
			return a.top(all, all)
		}
		if k := a.top(within, words); k >= 0 {
			return k
		}
	}
	if k := slices.Index(a.in.Cues, cue); k >= 0 && a.called(a.g.Holder, a.in.Sayers[k]) {
		return reader.Sayer
	}
	if all := named(may); len(all) > 0 {
		return a.top(all, all)
	}
	return -2
}
