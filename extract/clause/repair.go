package clause

import (
	"slices"

	"github.com/stancegraph/stancegraph/extract/syntax"
	"github.com/stancegraph/stancegraph/extract/syntax/deptree"
	"github.com/stancegraph/stancegraph/schema"
)

// The parser is small and greedy, and errs in a few ways again and again. Where a pattern over words is surer than
// the tree, a repair corrects the tree before mentions and clauses are read from it.

// repair is one declared correction. It may change heads, relations and tags only.
type repair struct {
	name  string
	doc   string
	apply func(*builder) bool // corrects one place or more, and says whether it changed anything

	example       string // an own sentence
	before, after string // what it corrects there, an arc as relation(head, dependent)

	// Measured over all annotated texts, 3,900 of them: what is lost without the repair, in statements (a false one
	// counts −0.35), and in how many texts it has an effect.
	worth float64
	texts int
}

// mostRepeats is how often one repair may find something in one sentence.
const mostRepeats = 6

// Repair corrects the sentences' trees. It comes before the mentions are found, so that pronouns look for their
// antecedents in the corrected trees. Heads outside the sentence and cycles become roots.
func (p *Splitter) Repair(sents []schema.Sentence) {
	for i := range sents {
		b := builder{words: p.words, sentence: &sents[i]}
		if b.findVerbs() {
			p.parser.ParseTagged(&sents[i])
		}
		b.repairTree()
	}
}

func (b *builder) repairTree() {
	b.Tree = deptree.New(b.sentence.Tokens)
	b.BreakCycles()
	before := slices.Clone(b.Tokens)
	for i := range repairs {
		b.repeat(repairs[i].apply, before)
	}
}

// repeat applies a repair until it finds nothing, for most stop at the first place that they correct. A change that
// ties heads into a cycle is taken back. before is the tree as it stands, and is kept so.
func (b *builder) repeat(apply func(*builder) bool, before []schema.Token) {
	for n := 0; n < mostRepeats && apply(b) && !slices.Equal(b.Tokens, before); n++ {
		cyclic := b.Cyclic()
		if cyclic {
			copy(b.Tokens, before)
		} else {
			copy(before, b.Tokens)
		}
		b.Tree = deptree.New(b.sentence.Tokens)
		if cyclic {
			return
		}
	}
}

// attach makes token i depend on head.
func (b *builder) attach(i, head int, rel string) { b.Tokens[i].Head, b.Tokens[i].Rel = head, rel }

// replaceHead puts token i in the place of old, which is to be attached anew.
func (b *builder) replaceHead(old, i int) { b.attach(i, b.Head(old), b.Rel(old)) }

// makeRoot makes token i the root; what was the root is to be attached anew.
func (b *builder) makeRoot(i int) { b.attach(i, -1, "root") }

// correctTag gives a token another part of speech, and the base form that goes with it.
func (b *builder) correctTag(i int, tag string) {
	b.Tokens[i].Tag = tag
	b.Tokens[i].Lemma = syntax.Lemma(b.Tokens[i].Text, tag)
}
