// Package reader reads stances that no rule lists: a small encoder (extract/encoder) gives each word of a sentence a vector,
// and heads on it say which word carries a stance, of whom and towards what, of which type, negated or not. It chooses among
// the words that the stages before found (mentions, phrases, clauses); it never makes up a span. It proposes candidates of
// its own and says of those of the rules what it thinks of them; the judge decides.
//
// The model factors a stance into pairs, as biaffine parsers do (Dozat and Manning 2017): the logit of a cue, a holder and a
// target is the sum of a score of the cue and of scores of the three pairs. What the syntax, the mentions and the lexicon say
// of a word is added to its embedding, so the encoder sees it; how the tree joins cue and word goes into the pair's score.
// train/reader.py trains the weights.
package reader

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"github.com/stancegraph/stancegraph/extract/encoder"
	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// Reader is the model with its heads. It is read-only and safe for concurrent use, with a Scratch for each goroutine.
type Reader struct {
	*Builder
	encoder        *encoder.Model
	pairs, kinds   *encoder.Linear // of each word: what the pair scores and the type scores need
	width, related int             // of a vector in the pair scores; of one that says how a word stands to the cue
	features, turn []float32       // [code][Hidden]
	sayer          []float32       // [Hidden], on top of the first piece: the holder that no word names
	cue            dense           // width → 1
	kind           dense           // width → types, negation, modalities, phases
	holder, target relation
	rule, bias     float32
}

// relation has a vector and a bias for each code of role, path and distance.
type relation struct{ role, path, distance []float32 }

// dense is a small layer in float32.
type dense struct{ weight, bias []float32 }

// New reads the model. words are those that the instances of training were made with.
func New(m *encoder.Model, words *lexicon.Words) (*Reader, error) {
	r := &Reader{Builder: NewBuilder(words), encoder: m}
	var meta struct {
		Width    int      `json:"width"`
		Related  int      `json:"related"`
		Features []string `json:"features"`
		Types    []string `json:"types"`
	}
	if err := m.Meta("reader", &meta); err != nil {
		return nil, err
	}
	if !slices.Equal(meta.Features, Vocabulary()) || !slices.Equal(meta.Types, typeNames()) {
		return nil, errors.New("reader: the weights were trained with other features of words or other types: train them anew")
	}
	r.width, r.related = meta.Width, meta.Related
	var err error
	if r.pairs, err = m.Linear("reader.pairs"); err != nil {
		return nil, err
	}
	if r.kinds, err = m.Linear("reader.kinds"); err != nil {
		return nil, err
	}
	if r.pairs.In != m.Hidden || r.kinds.In != m.Hidden || r.pairs.Out != 7*r.width+2*r.related || r.kinds.Out != 3*r.width {
		return nil, fmt.Errorf("reader: layers of %d and %d outputs do not fit a width of %d", r.pairs.Out, r.kinds.Out, r.width)
	}
	for _, t := range []struct {
		to    *[]float32
		name  string
		shape []int
	}{
		{&r.features, "reader.features", []int{len(r.codes), m.Hidden}},
		{&r.turn, "reader.turn", []int{Turns, m.Hidden}},
		{&r.sayer, "reader.sayer", []int{m.Hidden}},
		{&r.cue.weight, "reader.cue.weight", []int{1, r.width}},
		{&r.cue.bias, "reader.cue.bias", []int{1}},
		{&r.kind.weight, "reader.kind.weight", []int{outputs, r.width}},
		{&r.kind.bias, "reader.kind.bias", []int{outputs}},
		{&r.holder.role, "reader.holder.role", []int{Roles, r.related + 1}},
		{&r.holder.path, "reader.holder.path", []int{Paths, r.related + 1}},
		{&r.holder.distance, "reader.holder.distance", []int{Distances, r.related + 1}},
		{&r.target.role, "reader.target.role", []int{Roles, r.related + 1}},
		{&r.target.path, "reader.target.path", []int{Paths, r.related + 1}},
		{&r.target.distance, "reader.target.distance", []int{Distances, r.related + 1}},
	} {
		if *t.to, err = m.Float32(t.name, t.shape...); err != nil {
			return nil, err
		}
	}
	scalars, err := m.Float32("reader.scalars", 2)
	if err != nil {
		return nil, err
	}
	r.rule, r.bias = scalars[0], scalars[1]
	return r, nil
}

// reading is what the model thinks of one cue, holder and target.
type reading struct {
	cue, holder, target int // words; Sayer for a holder that none names
	schema.Reading
	modality schema.Modality
	phase    schema.Phase
}

// outputs are those of the kind layer: a type, whether it is negated, a modality, a phase, and by how much the logit of the
// triple is to be corrected: the layer sees cue, holder and target together, the logit is a sum over pairs of them.
var (
	types      = schema.Types()
	modalities = []schema.Modality{schema.Asserted, schema.Possible, schema.Conditional, schema.Desired, schema.Asked}
	phases     = []schema.Phase{schema.Ongoing, schema.Ended, schema.Planned}
	outputs    = len(types) + 1 + len(modalities) + len(phases) + 1
)

func typeNames() []string {
	var all []string
	for _, t := range types {
		all = append(all, string(t.Type))
	}
	return all
}

// Scratch is the memory of one goroutine.
type Scratch struct {
	encoder                   encoder.Scratch
	extra, words, pair, kinds []float32
	row                       []float32
}

// read scores all triples of an instance; nil for one of more pieces than the encoder takes. hinted are triples that the rules
// propose.
func (r *Reader) read(in *Instance, hinted map[[3]int]bool, s *Scratch) (*scores, error) {
	pieces, word := r.encoder.Pieces(in.Words)
	ids := append(append([]int32{r.encoder.CLS}, pieces...), r.encoder.SEP)
	if len(ids) > min(encoder.MaxPieces, r.encoder.Positions) {
		return nil, nil
	}
	hidden := r.encoder.Hidden
	s.extra = zeroed(s.extra, len(ids)*hidden)
	addTo(s.extra[:hidden], r.turn[in.Turn*hidden:])
	for p, w := range word {
		row := s.extra[(p+1)*hidden : (p+2)*hidden]
		for _, code := range in.Features[w] {
			addTo(row, r.features[code*hidden:])
		}
	}
	x, err := r.encoder.Encode(ids, s.extra, &s.encoder)
	if err != nil {
		return nil, err
	}
	// the rows of the words, by their first piece; last the sayer
	n := len(in.Words)
	s.words = zeroed(s.words, (n+1)*hidden)
	for w := range n {
		copy(s.words[w*hidden:(w+1)*hidden], x[:hidden]) // a word without pieces has the row of the sentence
	}
	for p := len(word) - 1; p >= 0; p-- {
		copy(s.words[word[p]*hidden:(word[p]+1)*hidden], x[(p+1)*hidden:])
	}
	say := s.words[n*hidden:]
	copy(say, x[:hidden])
	addTo(say, r.sayer)
	s.pair = zeroed(s.pair, (n+1)*r.pairs.Out)
	s.kinds = zeroed(s.kinds, (n+1)*r.kinds.Out)
	r.pairs.Apply(s.pair, s.words, n+1, &s.encoder)
	r.kinds.Apply(s.kinds, s.words, n+1, &s.encoder)
	return r.score(in, hinted, s), nil
}

// scores are the parts of the logits.
type scores struct {
	*Reader
	in     *Instance
	s      *Scratch
	hinted map[[3]int]bool
	cue    []float32   // [cue]
	holder [][]float32 // [cue][holder]
	target [][]float32 // [cue][target]
	both   [][]float32 // [holder][target]
}

// Parts of a word's row of pairs.
const (
	cueGate = iota
	cueToHolder
	holderToCue
	cueToTarget
	targetToCue
	holderToTarget
	targetToHolder
	related
)

func (r *Reader) score(in *Instance, hinted map[[3]int]bool, s *Scratch) *scores {
	out := &scores{Reader: r, in: in, s: s, hinted: hinted}
	by := float32(1 / math.Sqrt(float64(r.width)))
	s.row = zeroed(s.row, r.width)
	for k, c := range in.Cues {
		copy(s.row, r.part(s, c, cueGate))
		encoder.GELU(s.row)
		out.cue = append(out.cue, encoder.Dot(s.row, r.cue.weight)+r.cue.bias[0])
		vectors := r.part(s, c, related)
		holders := make([]float32, len(in.Holders))
		for n, h := range in.Holders {
			role, path, distance := uint8(silentSayer), uint8(0), uint8(0)
			if h >= 0 {
				role, path, distance = in.Role[k][h], in.Path[k][h], in.Distance[k][h]
			}
			pair := encoder.Dot(r.part(s, c, cueToHolder), r.part(s, r.rowOf(in, h), holderToCue))
			holders[n] = float32(pair*by) + r.holder.score(vectors[:r.related], role, path, distance)
		}
		targets := make([]float32, len(in.Targets))
		for n, t := range in.Targets {
			pair := encoder.Dot(r.part(s, c, cueToTarget), r.part(s, t, targetToCue))
			targets[n] = float32(pair*by) + r.target.score(vectors[r.related:], in.Role[k][t], in.Path[k][t], in.Distance[k][t])
		}
		out.holder, out.target = append(out.holder, holders), append(out.target, targets)
	}
	for _, h := range in.Holders {
		row := make([]float32, len(in.Targets))
		for n, t := range in.Targets {
			row[n] = float32(encoder.Dot(r.part(s, r.rowOf(in, h), holderToTarget), r.part(s, t, targetToHolder)) * by)
		}
		out.both = append(out.both, row)
	}
	return out
}

func (r *Reader) rowOf(in *Instance, word int) int {
	if word < 0 {
		return len(in.Words)
	}
	return word
}

// part is one vector of a word's row of pairs; related is the last two.
func (r *Reader) part(s *Scratch, word, k int) []float32 {
	row := s.pair[word*r.pairs.Out : (word+1)*r.pairs.Out]
	if k == related {
		return row[7*r.width:]
	}
	return row[k*r.width : (k+1)*r.width]
}

func (t *relation) score(v []float32, role, path, distance uint8) float32 {
	n := len(v) + 1
	a, b, c := t.role[int(role)*n:][:n], t.path[int(path)*n:][:n], t.distance[int(distance)*n:][:n]
	sum := a[n-1] + b[n-1] + c[n-1]
	for i, x := range v {
		sum += float32(x * (a[i] + b[i] + c[i]))
	}
	return sum
}

// logit of cue, holder and target, by their places in the instance's lists.
func (o *scores) logit(c, h, t int) float32 {
	sum := o.cue[c] + o.holder[c][h] + o.target[c][t] + o.both[h][t] + o.bias
	if o.hinted[[3]int{o.in.Cues[c], o.in.Holders[h], o.in.Targets[t]}] {
		sum += o.rule
	}
	return sum
}

// reading says all that the model thinks of a triple.
func (o *scores) reading(c, h, t int) reading {
	in, w := o.in, o.width
	row := o.s.row[:w]
	kind := func(word, k int) []float32 {
		return o.s.kinds[word*o.kinds.Out+k*w:][:w]
	}
	a, b, d := kind(in.Cues[c], 0), kind(o.rowOf(in, in.Holders[h]), 1), kind(in.Targets[t], 2)
	for i := range row {
		row[i] = a[i] + b[i] + d[i]
	}
	encoder.GELU(row)
	out := make([]float32, outputs)
	for k := range out {
		out[k] = encoder.Dot(row, o.kind.weight[k*w:(k+1)*w]) + o.kind.bias[k]
	}
	best, margin := top(out[:len(types)])
	rest := out[len(types):]
	modality, _ := top(rest[1 : 1+len(modalities)])
	phase, _ := top(rest[1+len(modalities) : len(rest)-1])
	return reading{in.Cues[c], in.Holders[h], in.Targets[t],
		schema.Reading{Logit: o.logit(c, h, t) + rest[len(rest)-1], Type: types[best].Type, Margin: margin, Negated: rest[0] > 0},
		modalities[modality], phases[phase]}
}

// top is the index of the largest value and how far the next one is below it.
func top(x []float32) (best int, margin float32) {
	for i := range x {
		if x[i] > x[best] {
			best = i
		}
	}
	next := float32(math.Inf(-1))
	for i := range x {
		if i != best && x[i] > next {
			next = x[i]
		}
	}
	return best, x[best] - next
}

func addTo(to, from []float32) {
	for i := range to {
		to[i] += from[i]
	}
}

func zeroed(s []float32, n int) []float32 {
	if cap(s) < n {
		return make([]float32, n)
	}
	s = s[:n]
	clear(s)
	return s
}
