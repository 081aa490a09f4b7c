package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/schema"
)

func reviewCommand(t *terminal) *cobra.Command {
	var s storing
	f := fixing{}
	note, by, format, list := "", "", "", false
	cmd := &cobra.Command{
		Use:   "review STATEMENT accept|reject|fix|undo",
		Short: "Judge a statement: right, wrong, or to be read otherwise",
		Long: `Judge a statement by its id, or the beginning of it. accept: it is right and stays, whatever a later version finds in its
place. reject: it is wrong and stays out. fix: it is to be read as the flags say. undo takes a verdict
back. A verdict holds for the places in the document; it is kept when the document is loaded again, also
when it was removed meanwhile, and follows its sentence where the text around it has changed.
--list gives all verdicts, as JSON lines with what the statement was and what it is.`,
		Example: `  stancegraph query stance-of Iceland
  stancegraph review st:c4t3fhhpdjmn4cvw reject --note "irony"
  stancegraph review st:c4t3fhhpdjmn4cvw fix --type SUPPORTS --negated --holder Norway
  stancegraph review --list --format jsonl`,
		Args: cobra.MaximumNArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			if list != (len(args) == 0) || !list && len(args) != 2 {
				return hintf(usagef("review takes a statement and a verdict, or --list"), "use: stancegraph review STATEMENT accept|reject|fix|undo")
			}
			f.flags = cmd.Flags().Changed
			if err := f.check(args); err != nil {
				return err
			}
			store, err := s.open(cmd.Context(), true)
			if err != nil {
				return err
			}
			defer store.Close()
			switch {
			case list:
				return listReviews(cmd.Context(), t, store, format)
			case args[1] == "undo":
				return unreview(cmd.Context(), t, store, args[0])
			}
			return review(cmd.Context(), t, store, args[0], graph.Review{Verdict: args[1], Note: note, By: by}, &f)
		},
	}
	s.flags(cmd)
	cmd.Flags().StringVar(&f.typ, "type", "", "fix: the stance is this `TYPE`")
	cmd.Flags().BoolVar(&f.negated, "negated", false, "fix: it is negated; --negated=false: it is not")
	cmd.Flags().StringVar(&f.holder, "holder", "", "fix: this `ACTOR` holds it")
	cmd.Flags().StringVar(&f.target, "target", "", "fix: it is towards this actor or issue, by `NAME`")
	cmd.Flags().StringVar(&f.sayer, "sayer", "", "fix: this `ACTOR` says so; \"\" is the writer")
	cmd.Flags().StringVar(&f.modality, "modality", "", "fix: asserted, possible, conditional, desired or asked")
	cmd.Flags().StringVar(&f.phase, "phase", "", "fix: ongoing, ended or planned")
	cmd.Flags().IntVar(&f.polarity, "polarity", 0, "fix: 1 for, -1 against, 0 neither (default: by type and negation)")
	cmd.Flags().BoolVar(&f.isNew, "new", false, "fix: a name that the graph lacks is a new actor, or as target a new issue")
	cmd.Flags().StringVar(&note, "note", "", "keep a remark")
	cmd.Flags().StringVar(&by, "by", "", "keep who judged")
	cmd.Flags().BoolVar(&list, "list", false, "list all verdicts")
	formatFlag(cmd, &format, "form of the list", "table", "jsonl")
	return cmd
}

// fixing is what a fix changes.
type fixing struct {
	typ, holder, target, sayer, modality, phase string
	negated, isNew                              bool
	polarity                                    int
	flags                                       func(name string) bool // which of them were given
}

// fields are the flags that change a statement.
var fields = []string{"type", "negated", "holder", "target", "sayer", "modality", "phase", "polarity"}

// check finds what cannot be meant, before a store is opened.
func (f *fixing) check(args []string) error {
	given := 0
	for _, name := range fields {
		if f.flags(name) {
			given++
		}
	}
	verdict := ""
	if len(args) > 1 {
		verdict = args[1]
	}
	switch verdict {
	case graph.Fix:
		if given == 0 {
			return usagef("fix needs to be told what is otherwise: one of --%s", strings.Join(fields, ", --"))
		}
	case graph.Accept, graph.Reject, "undo", "":
		if given > 0 {
			return usagef("only fix takes --%s", strings.Join(fields, ", --"))
		}
	default:
		return usagef("%q is none of accept, reject, fix, undo", verdict)
	}
	if _, ok := schema.TypeOf(schema.StanceType(f.typ)); f.flags("type") && !ok {
		return hintf(usagef("there is no stance type %q", f.typ), "schema/stances.yaml lists them: SUPPORTS, OPPOSES, WANTS …")
	}
	for _, c := range []struct{ flag, value, all string }{
		{"modality", f.modality, "asserted possible conditional desired asked"}, {"phase", f.phase, "ongoing ended planned"},
		{"polarity", strconv.Itoa(f.polarity), "1 0 -1"},
	} {
		if f.flags(c.flag) && !strings.Contains(" "+c.all+" ", " "+c.value+" ") {
			return usagef("--%s %q is none of %s", c.flag, c.value, strings.ReplaceAll(c.all, " ", ", "))
		}
	}
	return nil
}

func review(ctx context.Context, t *terminal, store graph.Store, statement string, r graph.Review, f *fixing) error {
	var edit func(*schema.Statement) error
	if r.Verdict == graph.Fix {
		who, err := f.look(ctx, store)
		if err != nil {
			return err
		}
		edit = func(st *schema.Statement) error { f.apply(st, who); return nil }
	}
	d, err := store.Judge(ctx, statement, r, edit)
	if err == nil {
		_, err = store.Decide(ctx, d, false)
	}
	if err != nil {
		if errors.Is(err, graph.ErrNoStatement) {
			return hintf(err, "the questions of stancegraph query give each statement's id")
		}
		return fmt.Errorf("review %q: %w", clean(statement), err)
	}
	t.sayf("%s: %s", map[string]string{graph.Accept: "accepted", graph.Reject: "rejected", graph.Fix: "fixed"}[r.Verdict], inWords(d.Review))
	return nil
}

// inWords is a reviewed statement in words, as it is or, if rejected, as it was.
func inWords(r *graph.Review) string {
	st := r.Was
	if r.Is != nil {
		st = *r.Is
	}
	return fmt.Sprintf("%s %s %s (%s): %s", clean(st.Holder.Name), signed(&st), clean(st.Target.Name), st.ID, clean(r.Sentence))
}

// look finds the things of the graph that a fix names.
func (f *fixing) look(ctx context.Context, store graph.Store) (map[string]thing, error) {
	who := map[string]thing{}
	for _, c := range []struct {
		flag, name string
		labels     []graph.Label
	}{
		{"holder", f.holder, []graph.Label{graph.Actor}}, {"sayer", f.sayer, []graph.Label{graph.Actor}},
		{"target", f.target, []graph.Label{graph.Actor, graph.Issue}},
	} {
		if !f.flags(c.flag) || c.flag == "sayer" && c.name == "" {
			continue
		}
		x, err := called(ctx, store, c.name, c.labels...)
		if errors.Is(err, errUncalled) && strings.TrimSpace(c.name) != "" {
			if !f.isNew {
				return nil, hintf(fmt.Errorf("--%s %q: %w", c.flag, clean(c.name), errUncalled), "--new takes it as a new one")
			}
			x, err = thing{label: graph.Actor, id: schema.ActorID(c.name), name: c.name}, nil
			if c.flag == "target" {
				x.label, x.id = graph.Issue, schema.IssueID(strings.ToLower(c.name))
			}
		}
		if err != nil {
			return nil, err
		}
		who[c.flag] = x
	}
	return who, nil
}

// apply changes what the statement says. A name that stands in the sentence becomes the words of its mention; where it
// does not, the words that were taken for somebody else mean it: "they", "the ministry".
func (f *fixing) apply(st *schema.Statement, who map[string]thing) {
	if f.flags("type") {
		st.Type = schema.StanceType(f.typ)
	}
	if f.flags("negated") {
		st.Negated = f.negated
	}
	if f.flags("type") || f.flags("negated") {
		info, _ := schema.TypeOf(st.Type)
		st.Polarity = info.Sign
		if st.Negated {
			st.Polarity = -info.Sign
		}
	}
	if f.flags("polarity") {
		st.Polarity = f.polarity
	}
	if f.flags("modality") {
		st.Modality = schema.Modality(f.modality)
	}
	if info, ok := schema.TypeOf(st.Type); ok && (f.flags("type") || f.flags("modality")) {
		st.Intensity = info.Intensity(st.Modality)
	}
	if f.flags("phase") {
		st.Phase = schema.Phase(f.phase)
	}
	mention := func(x thing, text string, start, end int) schema.ActorRef {
		ref := schema.ActorRef{ID: x.id, Name: x.name, Kind: schema.Kind(x.kind), Text: text, Start: start, End: end}
		if at := word(st.Sentence.Text, x.name); at >= 0 {
			ref.Text, ref.Start, ref.End = x.name, st.Sentence.Start+at, st.Sentence.Start+at+len(x.name)
		}
		return ref
	}
	if x, ok := who["holder"]; ok {
		st.Holder = mention(x, st.Holder.Text, st.Holder.Start, st.Holder.End)
	}
	if x, ok := who["target"]; ok {
		ref := mention(x, st.Target.Text, st.Target.Start, st.Target.End)
		st.Target = schema.Target{Kind: schema.ToIssue, ID: ref.ID, Name: ref.Name, Text: ref.Text, Start: ref.Start, End: ref.End}
		if x.label == graph.Actor {
			st.Target.Kind, st.Target.ActorKind = schema.ToActor, ref.Kind
		}
	}
	if x, ok := who["sayer"]; ok {
		ref := mention(x, "", st.Sentence.Start, st.Sentence.Start)
		if s := st.Sayer; s != nil {
			ref = mention(x, s.Text, s.Start, s.End)
		}
		st.Sayer = &ref
		if st.Attribution == schema.ByNarration {
			st.Attribution = schema.ByIndirect
		}
	} else if f.flags("sayer") {
		st.Sayer, st.OnBehalfOf, st.Attribution = nil, nil, schema.ByNarration
	}
}

// word finds a name as a word or words of its own; -1 where it does not stand in the text.
func word(text, name string) int {
	for from := 0; name != ""; {
		at := strings.Index(text[from:], name)
		if at < 0 {
			break
		}
		at += from
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, _ := utf8.DecodeRuneInString(text[at+len(name):])
		if !unicode.IsLetter(before) && !unicode.IsDigit(before) && !unicode.IsLetter(after) && !unicode.IsDigit(after) {
			return at
		}
		from = at + len(name)
	}
	return -1
}

func unreview(ctx context.Context, t *terminal, store graph.Store, statement string) error {
	d, err := store.Judge(ctx, statement, graph.Review{Verdict: graph.Reject}, nil) // finds the one that is in effect
	if err == nil {
		_, err = store.Decide(ctx, d, true)
	}
	if errors.Is(err, graph.ErrNoStatement) || errors.Is(err, graph.ErrNoDecision) {
		return hintf(fmt.Errorf("%q: nobody has judged it", clean(statement)), "stancegraph review --list")
	}
	if err != nil {
		return fmt.Errorf("take back the review of %q: %w", clean(statement), err)
	}
	t.sayf("taken back: %s", inWords(d.Review))
	return nil
}

// listReviews gives all verdicts: as JSON lines whole, for people in short.
func listReviews(ctx context.Context, t *terminal, store graph.Store, format string) error {
	ds, err := store.Decisions(ctx)
	if err != nil {
		return err
	}
	if format == "" {
		format = formatOf(t)
	}
	rows := graph.Rows{Columns: []string{"verdict", "statement", "holder", "stance", "target", "state", "by", "note", "document", "sentence"}}
	for _, d := range ds {
		r := d.Review
		if r == nil {
			continue
		}
		if format == "jsonl" {
			line, err := json.Marshal(struct {
				*graph.Review
				State graph.State `json:"state"`
			}{r, d.State})
			if err == nil {
				_, err = fmt.Fprintf(t.out, "%s\n", line)
			}
			if err != nil {
				return fmt.Errorf("write reviews: %w", err)
			}
			continue
		}
		st := r.Was
		if r.Is != nil {
			st = *r.Is
		}
		rows.Values = append(rows.Values, []any{r.Verdict, st.ID, st.Holder.Name, st.Type.Edge(st.Negated), st.Target.Name, string(d.State), r.By, r.Note, r.Document, r.Sentence})
	}
	if format == "jsonl" {
		return nil
	}
	return writeRows(t, t.out, format, rows)
}
