package eval

import (
	"cmp"
	"slices"

	"github.com/stancegraph/stancegraph/schema"
)

// Level is how far an extracted statement agrees with a gold one. Each level needs the one before.
type Level int

const (
	None Level = iota
	Link       // same holder, same target, same sign: the headline
	Type       // and the same stance type
	Full       // and the same sayer, negation, modality and phase
)

// Levels names the levels from Link on, as reports print them.
var Levels = [3]string{"link", "type", "full"}

// Agreement compares one extracted statement with one of gold.
func Agreement(g Gold, s *schema.Statement) Level {
	switch {
	case !link(g, s):
		return None
	case !typed(g, s):
		return Link
	case !full(g, s):
		return Type
	}
	return Full
}

// symmetric are the stances that two hold towards each other: either direction is right.
var symmetric = map[schema.StanceType]bool{schema.Meets: true, schema.CooperatesWith: true, schema.AgreesWith: true,
	schema.DisagreesWith: true, schema.CompetesWith: true}

// intent are the stances between which annotators themselves waver: any of them is right for any other.
var intent = map[schema.StanceType]bool{schema.Wants: true, schema.Plans: true, schema.Promises: true}

func bothIntent(g Gold, s *schema.Statement) bool { return intent[g.Type] && intent[s.Type] }

func typed(g Gold, s *schema.Statement) bool { return g.Type == s.Type || bothIntent(g, s) }

func link(g Gold, s *schema.Statement) bool {
	a, b := cmp.Compare(g.Polarity, 0), cmp.Compare(s.Polarity, 0)
	names := []string{s.Target.Name, s.Target.Text}
	if symmetric[g.Type] && symmetric[s.Type] && g.Kind == schema.ToActor && SameActor(g.Holder, names...) &&
		SameActor(g.Target, s.Holder.Name, s.Holder.Text) {
		return a == b
	}
	if !SameActor(g.Holder, s.Holder.Name, s.Holder.Text) {
		return false
	}
	if g.Kind == schema.ToActor {
		if !SameActor(g.Target, names...) {
			return false
		}
	} else if !slices.ContainsFunc(names, func(n string) bool { return n != "" && SameIssue(g.Target, n) }) {
		return false
	}
	return a == b || a >= 0 && b >= 0 && bothIntent(g, s)
}

func full(g Gold, s *schema.Statement) bool {
	name, words := "", ""
	if s.Sayer != nil {
		name, words = s.Sayer.Name, s.Sayer.Text
	}
	if (g.Sayer != "") != (name != "") || g.Sayer != "" && !SameActor(g.Sayer, name, words) {
		return false
	}
	return g.Negated == s.Negated && g.Modality == orAsserted(s.Modality) &&
		(g.Phase == orOngoing(s.Phase) || intent[g.Type])
}

func orAsserted(m schema.Modality) schema.Modality { return cmp.Or(m, schema.Asserted) }
func orOngoing(p schema.Phase) schema.Phase        { return cmp.Or(p, schema.Ongoing) }

// pair is a gold statement, an extracted one, or both where they were matched; −1 is none.
type pair struct {
	gold, system int
	level        Level
}

// match pairs the two sides: best agreement first, required gold before free, each side once.
func match(gold []Gold, system []*schema.Statement) []pair {
	var found []pair
	for i, g := range gold {
		for j, s := range system {
			if lv := Agreement(g, s); lv > None {
				found = append(found, pair{i, j, lv})
			}
		}
	}
	slices.SortFunc(found, func(a, b pair) int {
		return cmp.Or(cmp.Compare(b.level, a.level), boolCompare(gold[a.gold].Free(), gold[b.gold].Free()),
			cmp.Compare(a.gold, b.gold), cmp.Compare(a.system, b.system))
	})
	usedGold, usedSystem := make([]bool, len(gold)), make([]bool, len(system))
	var out []pair
	for _, p := range found {
		if !usedGold[p.gold] && !usedSystem[p.system] {
			usedGold[p.gold], usedSystem[p.system] = true, true
			out = append(out, p)
		}
	}
	for i, used := range usedGold {
		if !used {
			out = append(out, pair{i, -1, None})
		}
	}
	for j, used := range usedSystem {
		if !used {
			out = append(out, pair{-1, j, None})
		}
	}
	return out
}

// boolCompare puts false before true.
func boolCompare(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}
