package rule

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"sort"
	"strings"
	"sync"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// Set is the rules in use, lowest rank first.
type Set struct {
	Rules []Rule
}

var defaultSet = sync.OnceValues(func() (*Set, error) {
	sub, err := fs.Sub(embedded, "en")
	if err != nil {
		return nil, err
	}
	return Load(sub)
})

// Default is the rules that come with the program, loaded once.
func Default() (*Set, error) { return defaultSet() }

// Load reads all *.yaml files of a folder, one rule each. Unknown keys, unknown places, frames and types, a rule without
// a firing and a silent example are errors that name the file.
func Load(files fs.FS) (*Set, error) {
	names, err := fs.Glob(files, "*.yaml")
	if err != nil {
		return nil, fmt.Errorf("list rules: %w", err)
	}
	sort.Strings(names)
	set := &Set{}
	seen := map[string]string{}
	for _, name := range names {
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, fmt.Errorf("read rule: %w", err)
		}
		var r Rule
		if err := lexicon.Decode(name, data, &r); err != nil {
			return nil, err
		}
		r.File = name
		if err := r.check(); err != nil {
			return nil, fmt.Errorf("rule %s: %w", name, err)
		}
		if other, twice := seen[r.Name]; twice {
			return nil, fmt.Errorf("rule %s: the name %q is taken by %s", name, r.Name, other)
		}
		seen[r.Name] = name
		set.Rules = append(set.Rules, r)
	}
	sort.SliceStable(set.Rules, func(i, j int) bool { return set.Rules[i].Rank < set.Rules[j].Rank })
	return set, nil
}

// Before is the rules of s before those of base: a rule takes the place of one in base that has its name, and goes first
// where ranks are equal.
func (s *Set) Before(base *Set) *Set {
	all := &Set{Rules: slices.Clone(s.Rules)}
	for _, r := range base.Rules {
		if _, own := s.Find(r.Name); !own {
			all.Rules = append(all.Rules, r)
		}
	}
	sort.SliceStable(all.Rules, func(i, j int) bool { return all.Rules[i].Rank < all.Rules[j].Rank })
	return all
}

var kinds = map[Kind]bool{"verb": true, "noun": true, "adjective": true, "preposition": true, agentKind: true, idiomKind: true}

// check says what is wrong with a rule, nil if nothing is.
func (r *Rule) check() error {
	if r.Name == "" || r.Gloss == "" {
		return fmt.Errorf("rule and gloss must be given")
	}
	if want := r.Name + ".yaml"; path.Base(r.File) != want {
		return fmt.Errorf("rule %q must stand in %s", r.Name, want)
	}
	if len(r.When.Kind) == 0 {
		return fmt.Errorf("when: kind must be given")
	}
	for _, k := range r.When.Kind {
		if !kinds[k] {
			return fmt.Errorf("when: unknown kind %q", k)
		}
	}
	if r.When.Frame == "" && len(r.When.Lemma) == 0 && r.When.Class == "" && len(r.When.Modal) == 0 {
		return fmt.Errorf("when: one of frame, lemma, class, modal must be given")
	}
	if len(r.Emit) == 0 {
		return fmt.Errorf("emit: nothing")
	}
	if r.Confidence <= 0 || r.Confidence > 1 {
		return fmt.Errorf("confidence must lie between 0 and 1")
	}
	for _, p := range append(append([]string{}, r.When.Has...), r.When.Lacks...) {
		if _, err := parsePlaces(p); err != nil {
			return fmt.Errorf("when: %w", err)
		}
	}
	for _, e := range r.Emit {
		if err := e.check(r.When.Frame != ""); err != nil {
			return fmt.Errorf("emit: %w", err)
		}
	}
	fire, silent := false, false
	for _, x := range r.Examples {
		fire = fire || len(x.Gives) > 0
		silent = silent || len(x.Gives) == 0
	}
	if !fire || !silent {
		return fmt.Errorf("examples: at least one must fire and one stay silent")
	}
	return nil
}

func (e *Emit) check(word bool) error {
	if e.Type == "" && !word {
		return fmt.Errorf("type must be given where no word of the lexicon gives it")
	}
	if e.Type != "" {
		if _, ok := schema.TypeOf(schema.StanceType(e.Type)); !ok {
			return fmt.Errorf("unknown type %q", e.Type)
		}
	}
	places := append([]string{e.Holder}, e.About...)
	if !e.Reciprocal || e.Target != "" {
		places = append(places, e.Target)
	}
	for _, p := range places {
		if _, err := parsePlaces(p); err != nil {
			return err
		}
	}
	switch e.TargetMust {
	case "", "actor", "issue":
	default:
		return fmt.Errorf("target_must %q: actor or issue", e.TargetMust)
	}
	switch schema.Phase(e.Phase) {
	case "", schema.Ongoing, schema.Ended, schema.Planned:
	default:
		return fmt.Errorf("unknown phase %q", e.Phase)
	}
	return nil
}

// Find gives a rule by name.
func (s *Set) Find(name string) (*Rule, bool) {
	for i := range s.Rules {
		if s.Rules[i].Name == strings.TrimSuffix(name, ".yaml") {
			return &s.Rules[i], true
		}
	}
	return nil, false
}
