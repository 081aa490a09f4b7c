// Package extract turns documents into stance statements: text, syntax, mentions, clauses, voices, rules, the reader and the
// judge, in this order, each a package of its own that knows only the ones before it.
package extract

import (
	"context"
	"errors"
	"fmt"
	"sort"
	"sync"

	"github.com/stancegraph/stancegraph/extract/clause"
	"github.com/stancegraph/stancegraph/extract/judge"
	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/extract/mention"
	"github.com/stancegraph/stancegraph/extract/reader"
	"github.com/stancegraph/stancegraph/extract/rule"
	"github.com/stancegraph/stancegraph/extract/syntax"
	"github.com/stancegraph/stancegraph/extract/text"
	"github.com/stancegraph/stancegraph/extract/voice"
	"github.com/stancegraph/stancegraph/schema"
)

// Extractor reads documents. It is safe for concurrent use.
type Extractor struct {
	text     *text.Splitter
	syntax   *syntax.Model
	mentions *mention.Finder
	clauses  *clause.Splitter
	voices   *voice.Assigner
	rules    *rule.Matcher
	reader   *reader.Reader // nil: rules alone
	scratch  sync.Pool
	judge    *judge.Judge
	set      *rule.Set
	words    *lexicon.Words
	options
}

// New makes an Extractor of the models, words and rules that come with the program.
func New(opts ...Option) (*Extractor, error) {
	x := new(Extractor)
	x.minConfidence = judge.Floor
	for _, o := range opts {
		if err := o(&x.options); err != nil {
			return nil, err
		}
	}
	if err := x.load(); err != nil {
		return nil, fmt.Errorf("make extractor: %w", err)
	}
	return x, nil
}

func (x *Extractor) load() (err error) {
	if x.text, err = text.New(); err != nil {
		return err
	}
	if x.syntax, err = syntax.Default(); err != nil {
		return err
	}
	names := x.names
	if names == nil {
		if names, err = lexicon.Default(); err != nil {
			return err
		}
	}
	if x.mentions, err = mention.New(names); err != nil {
		return err
	}
	if x.words, err = lexicon.DefaultWords(); err != nil {
		return err
	}
	x.clauses = clause.New(x.words, x.syntax)
	x.voices = voice.New(x.words)
	x.scratch.New = func() any { return new(reader.Scratch) }
	if !x.noReader {
		if x.reader, err = reader.Default(x.words); err != nil {
			return err
		}
	}
	if x.judge, err = judge.New(x.words); err != nil {
		return err
	}
	if x.set, err = x.ruleSet(); err != nil {
		return err
	}
	x.rules, err = rule.New(x.set, x.words)
	return err
}

// ruleSet is the rules in use: those built in, own ones, or both.
func (x *Extractor) ruleSet() (*rule.Set, error) {
	if x.noBuiltinRules {
		if x.ownRules == nil {
			return nil, errors.New("no rules: the built-in ones are left out and there are no others")
		}
		return x.ownRules, nil
	}
	builtin, err := rule.Default()
	if err != nil || x.ownRules == nil {
		return builtin, err
	}
	return x.ownRules.Before(builtin), nil
}

// Extract reads one document. The only error is that of ctx, or of a document that the text stage cannot split.
func (x *Extractor) Extract(ctx context.Context, doc schema.Document) (schema.Extraction, error) {
	return x.read(ctx, doc, nil)
}

// read is the line, each stage once. A stage that panics fails this document only.
func (x *Extractor) read(ctx context.Context, doc schema.Document, trace *Trace) (out schema.Extraction, err error) {
	defer contain(doc.ID, &out, &err)
	p, err := x.parse(ctx, &doc)
	if err != nil {
		return schema.Extraction{}, fmt.Errorf("extract %s: %w", doc.ID, err)
	}
	in := rule.Input{Text: doc.Text, Clauses: p.Clauses, Mentions: p.found}
	candidates := x.rules.Match(in, trace.rules())
	if candidates, err = x.propose(ctx, p, in, candidates); err != nil {
		return schema.Extraction{}, fmt.Errorf("extract %s: %w", doc.ID, err)
	}
	input := judge.Input{
		Document: &doc, Sentences: sentenceRefs(&doc, p.Sentences), Clauses: p.Clauses, Mentions: p.found,
		Affiliations: p.found.Affiliations, Sayers: in.Sayers, Candidates: candidates,
		Genre: judge.GenreOf(&doc, p.Clauses, p.found),
	}
	statements, decisions := x.judge.Decide(input, judge.Limits{MinConfidence: x.minConfidence, NoInferred: x.noInferred})
	trace.decided(decisions)
	return schema.Extraction{
		Document: doc, Sentences: p.Sentences, Mentions: p.found.Mentions, Mentioned: p.found.Actors, Clauses: p.Clauses,
		Statements: statements, Actors: used(p.found, statements), Affiliations: p.found.Affiliations,
		Genre: input.Genre,
	}, nil
}

// propose asks the reader, where there is one.
func (x *Extractor) propose(ctx context.Context, p *parsed, in rule.Input, candidates []schema.Candidate) ([]schema.Candidate, error) {
	if x.reader == nil {
		return candidates, nil
	}
	scratch := x.scratch.Get().(*reader.Scratch)
	defer x.scratch.Put(scratch)
	return x.reader.Propose(ctx, reader.Input{Document: p.Document, Phrases: x.clauses, Sayers: in.Sayers, Candidates: candidates}, scratch)
}

// parsed is a document with what all proposers of candidates see of it.
type parsed struct {
	reader.Document
	found *mention.Result
}

// sentences is the line up to the trees.
func (x *Extractor) sentences(ctx context.Context, doc *schema.Document) ([]schema.Sentence, error) {
	sents, err := x.text.Split(doc)
	if err != nil {
		return nil, err
	}
	for i := range sents {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		x.syntax.Parse(&sents[i])
	}
	x.clauses.Repair(sents)
	return sents, nil
}

// nameFinder proposes names in sentences of a document.
func (x *Extractor) nameFinder(doc *schema.Document) func(*schema.Sentence) []schema.Span {
	return func(s *schema.Sentence) []schema.Span { return x.text.ProposeNames(doc, *s) }
}

// parse is the line up to where candidates are proposed.
func (x *Extractor) parse(ctx context.Context, doc *schema.Document) (*parsed, error) {
	sents, err := x.sentences(ctx, doc)
	if err != nil {
		return nil, err
	}
	mentions := x.mentions.Find(doc, sents, x.nameFinder(doc))
	clauses := x.clauses.Split(doc, sents)
	x.voices.Assign(doc, sents, clauses)
	return &parsed{reader.Document{Document: doc, Sentences: sents, Clauses: clauses, Mentions: mentions}, mentions}, nil
}

// sentenceRefs are the sentences by index, as statements cite them.
func sentenceRefs(doc *schema.Document, sents []schema.Sentence) []schema.SentenceRef {
	refs := make([]schema.SentenceRef, len(sents))
	for i := range sents {
		s := &sents[i]
		refs[s.Index] = schema.SentenceRef{Index: s.Index, Start: s.Span.Start, End: s.Span.End, Text: s.Span.In(doc.Text)}
	}
	return refs
}

// used are the actors that statements and affiliations mean, sorted by id.
func used(found *mention.Result, statements []schema.Statement) []schema.Actor {
	all := found.Actors
	want := map[string]schema.ActorRef{}
	for i := range statements {
		s := &statements[i]
		want[s.Holder.ID] = s.Holder
		if s.Target.Kind == schema.ToActor {
			want[s.Target.ID] = schema.ActorRef{Name: s.Target.Name, Kind: s.Target.ActorKind, Start: s.Target.Start, End: s.Target.End}
		}
		for _, a := range s.About {
			want[a.ID] = a.ActorRef
		}
		if s.Sayer != nil {
			want[s.Sayer.ID] = *s.Sayer
		}
		if s.OnBehalfOf != nil {
			want[s.OnBehalfOf.ID] = *s.OnBehalfOf
		}
	}
	for _, a := range found.Affiliations {
		want[a.Actor], want[a.Of] = schema.ActorRef{}, schema.ActorRef{}
	}
	for _, a := range all {
		if _, ok := want[a.ID]; ok {
			for _, m := range a.Members { // a union brings its members
				if _, known := want[m]; !known {
					want[m] = schema.ActorRef{}
				}
			}
		}
	}
	kept := []schema.Actor{}
	for _, a := range all {
		if _, ok := want[a.ID]; ok {
			kept = append(kept, a)
			delete(want, a.ID)
		}
	}
	for id, ref := range want { // holders and sayers of which no mention is
		if ref.Name != "" {
			described := !found.NamesIn(schema.Span{Start: ref.Start, End: ref.End})
			kept = append(kept, schema.Actor{ID: id, Name: ref.Name, Kind: ref.Kind, Described: described})
		}
	}
	sort.Slice(kept, func(i, j int) bool { return kept[i].ID < kept[j].ID })
	return kept
}
