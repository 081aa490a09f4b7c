package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/schema"
)

// correction is what `review fix` changes of a statement.
type correction struct {
	typ, holder, target, sayer, modality, phase string
	negated, isNew                              bool
	polarity                                    int
	given                                       func(flag string) bool // whether a flag was given
}

// correctionFlags are the flags that change a statement.
var correctionFlags = []string{"type", "negated", "holder", "target", "sayer", "modality", "phase", "polarity"}

// add adds the flags of fix to a command.
func (c *correction) add(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&c.typ, "type", "", "fix: the `TYPE` of the stance")
	f.BoolVar(&c.negated, "negated", false, "fix: it is negated; --negated=false: it is not")
	f.StringVar(&c.holder, "holder", "", "fix: the `ACTOR` that holds it")
	f.StringVar(&c.target, "target", "", "fix: the `NAME` of the actor or issue it is towards")
	f.StringVar(&c.sayer, "sayer", "", "fix: the `ACTOR` that says so; \"\" is the writer")
	f.StringVar(&c.modality, "modality", "", "fix: asserted, possible, conditional, desired or asked")
	f.StringVar(&c.phase, "phase", "", "fix: ongoing, ended or planned")
	f.IntVar(&c.polarity, "polarity", 0, "fix: 1 for, -1 against, 0 neutral (default: by type and negation)")
	f.BoolVar(&c.isNew, "new", false, "fix: create a new actor, or as target a new issue,\n"+
		"where the graph has none of the name")
	c.given = f.Changed
}

// check finds usage errors before a store is opened.
func (c *correction) check(args []string) error {
	given := slices.ContainsFunc(correctionFlags, c.given)
	verdict := ""
	if len(args) > 1 {
		verdict = args[1]
	}
	switch verdict {
	case graph.Fix:
		if !given {
			return term.Usagef("fix needs a correction: one of --%s", strings.Join(correctionFlags, ", --"))
		}
	case graph.Accept, graph.Reject, undo, "":
		if given {
			return term.Usagef("only fix takes --%s", strings.Join(correctionFlags, ", --"))
		}
	default:
		return term.Usagef("%q is none of accept, reject, fix, undo", verdict)
	}
	if _, ok := schema.TypeOf(schema.StanceType(c.typ)); c.given("type") && !ok {
		return term.Hintf(term.Usagef("there is no stance type %q", c.typ),
			"schema/stances.yaml lists them: SUPPORTS, OPPOSES, WANTS …")
	}
	for _, v := range []struct{ flag, value, all string }{
		{"modality", c.modality, "asserted possible conditional desired asked"},
		{"phase", c.phase, "ongoing ended planned"},
		{"polarity", strconv.Itoa(c.polarity), "1 0 -1"},
	} {
		if c.given(v.flag) && !slices.Contains(strings.Fields(v.all), v.value) {
			return term.Usagef("--%s %q is none of %s", v.flag, v.value, strings.ReplaceAll(v.all, " ", ", "))
		}
	}
	return nil
}

// entities finds the actors and issues of the graph that a correction names, by flag.
func (c *correction) entities(ctx context.Context, store graph.Store) (map[string]entity, error) {
	found := map[string]entity{}
	for _, v := range []struct {
		flag, name string
		labels     []graph.Label
	}{
		{"holder", c.holder, []graph.Label{graph.Actor}},
		{"sayer", c.sayer, []graph.Label{graph.Actor}},
		{"target", c.target, []graph.Label{graph.Actor, graph.Issue}},
	} {
		if !c.given(v.flag) || v.flag == "sayer" && v.name == "" {
			continue
		}
		x, err := findEntity(ctx, store, v.name, v.labels...)
		if errors.Is(err, errNoEntity) && strings.TrimSpace(v.name) != "" {
			if !c.isNew {
				return nil, term.Hintf(fmt.Errorf("--%s %w", v.flag, err), "--new creates it")
			}
			x, err = newEntity(v.flag, v.name)
		}
		if err != nil {
			return nil, err
		}
		found[v.flag] = x
	}
	return found, nil
}

// newEntity is an actor that no document names, or an issue, with the id that a text would give it.
func newEntity(flag, name string) (entity, error) {
	if flag != "target" {
		return entity{label: graph.Actor, id: schema.ActorID(name), name: name}, nil
	}
	_, ids, err := graph.BaseTerms(namer{}, name)
	if err != nil {
		return entity{}, err
	}
	return entity{label: graph.Issue, id: ids[len(ids)-1], name: name}, nil
}

// apply corrects a statement, with the entities that the correction names.
func (c *correction) apply(st *schema.Statement, named map[string]entity) {
	c.applyValues(st)
	if x, ok := named["holder"]; ok {
		st.Holder = mention(st, x, st.Holder.Text, st.Holder.Start, st.Holder.End)
	}
	if x, ok := named["target"]; ok {
		ref := mention(st, x, st.Target.Text, st.Target.Start, st.Target.End)
		st.Target = schema.Target{
			Kind: schema.ToIssue, ID: ref.ID, Name: ref.Name, Text: ref.Text, Start: ref.Start, End: ref.End}
		if x.label == graph.Actor {
			st.Target.Kind, st.Target.ActorKind = schema.ToActor, ref.Kind
		}
	}
	if x, ok := named["sayer"]; ok {
		ref := mention(st, x, "", st.Sentence.Start, st.Sentence.Start)
		if s := st.Sayer; s != nil {
			ref = mention(st, x, s.Text, s.Start, s.End)
		}
		st.Sayer = &ref
		if st.Attribution == schema.ByNarration {
			st.Attribution = schema.ByIndirect
		}
	} else if c.given("sayer") {
		st.Sayer, st.OnBehalfOf, st.Attribution = nil, nil, schema.ByNarration
	}
}

// applyValues corrects all but who and what. Polarity and intensity follow type, negation and modality.
func (c *correction) applyValues(st *schema.Statement) {
	if c.given("type") {
		st.Type = schema.StanceType(c.typ)
	}
	if c.given("negated") {
		st.Negated = c.negated
	}
	info, known := schema.TypeOf(st.Type)
	if c.given("type") || c.given("negated") {
		st.Polarity = info.Sign
		if st.Negated {
			st.Polarity = -info.Sign
		}
	}
	if c.given("polarity") {
		st.Polarity = c.polarity
	}
	if c.given("modality") {
		st.Modality = schema.Modality(c.modality)
	}
	if known && (c.given("type") || c.given("modality")) {
		st.Intensity = info.Intensity(st.Modality)
	}
	if c.given("phase") {
		st.Phase = schema.Phase(c.phase)
	}
}

// mention refers to an entity by its name where that stands in the sentence; elsewhere by the words that were taken for
// somebody else, such as "they" or "the ministry".
func mention(st *schema.Statement, x entity, text string, start, end int) schema.ActorRef {
	ref := schema.ActorRef{ID: x.id, Name: x.name, Kind: schema.Kind(x.kind), Text: text, Start: start, End: end}
	if at := indexWord(st.Sentence.Text, x.name); at >= 0 {
		ref.Text, ref.Start = x.name, st.Sentence.Start+at
		ref.End = ref.Start + len(x.name)
	}
	return ref
}

// indexWord is where a name stands in text as a word or words of its own, in bytes; -1 where it does not.
func indexWord(text, name string) int {
	for from := 0; name != ""; {
		at := strings.Index(text[from:], name)
		if at < 0 {
			break
		}
		at += from
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, _ := utf8.DecodeRuneInString(text[at+len(name):])
		if !inWord(before) && !inWord(after) {
			return at
		}
		from = at + len(name)
	}
	return -1
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
