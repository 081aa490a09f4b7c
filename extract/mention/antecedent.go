package mention

import (
	_ "embed"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/stancegraph/stancegraph/schema"
)

// Which antecedent a pronoun means is ranked by a linear model over named features of the pair: the sum of the weights of
// those that hold. antecedents.tsv has the weights, of each feature for all pronouns and for each class of them; it is
// fitted to annotated text by train/antecedents.py. The option of no actor has features of its own.

//go:embed antecedents.tsv
var antecedentsTSV string

// pronounClasses are the columns of antecedents.tsv after that for all.
var pronounClasses = []string{"person", "it", "its", "they", "their"}

var defaultAntecedents = sync.OnceValues(func() (antecedentWeights, error) { return readAntecedents(antecedentsTSV) })

// antecedentWeights gives of a feature the weight for each class of pronouns, that for all added.
type antecedentWeights map[string][]float64

func readAntecedents(text string) (antecedentWeights, error) {
	w := antecedentWeights{}
	for n, line := range strings.Split(strings.TrimSpace(text), "\n") {
		fields := strings.Split(line, "\t")
		if strings.HasPrefix(line, "#") {
			continue
		}
		if len(fields) != 2+len(pronounClasses) {
			return nil, fmt.Errorf("antecedents.tsv:%d: %d columns, want %d", n+1, len(fields), 2+len(pronounClasses))
		}
		row := make([]float64, len(pronounClasses))
		for k := range fields[1:] {
			x, err := strconv.ParseFloat(fields[k+1], 64)
			if err != nil {
				return nil, fmt.Errorf("antecedents.tsv:%d: %w", n+1, err)
			}
			if k > 0 {
				row[k-1] += x
				continue
			}
			for c := range row {
				row[c] = x
			}
		}
		w[fields[0]] = row
	}
	return w, nil
}

// Ranking is a pronoun with what it may mean, as the model sees it.
type Ranking struct {
	Span    schema.Span
	Options []Option // the first one: no actor
	class   int      // of pronounClasses
}

// Class is the class of the pronoun.
func (k *Ranking) Class() string { return pronounClasses[k.class] }

// Option is one antecedent, or with Actors empty a thing.
type Option struct {
	Actors   []string // ids
	Features []string
	kind     schema.Kind
	sure     float64 // of what the antecedent itself means
}

// classOf is the index of a pronoun's class.
func (v *view) classOf(d *draft) int {
	owner := v.possessive(d)
	switch {
	case d.kind == schema.Person:
		return 0
	case d.number == 2 && owner:
		return 4
	case d.number == 2:
		return 3
	case owner:
		return 2
	}
	return 1
}

// ranking collects what a pronoun may mean: those of the nearest 150 mentions, in the last five sentences, that agree with it.
func (r *reader) ranking(v *view, at int, d *draft) Ranking {
	k := Ranking{Span: v.span(d.from, d.to), Options: []Option{{Features: noneFeatures(v, d)}}, class: v.classOf(d)}
	for i := len(r.history) - 1; i >= 0 && len(r.history)-i <= 150; i-- {
		a := &r.history[i]
		if at-a.sentence >= len(sentenceNames) {
			break
		}
		if r.possible(v, at, d, a) {
			features := r.pairFeatures(v, at, d, a, len(k.Options))
			k.Options = append(k.Options, Option{Actors: a.actors, Features: features, kind: a.kind, sure: a.sure})
		}
	}
	if d.number == 2 {
		k.Options = append(k.Options, r.rowOptions(v, at, d)...)
	}
	return k
}

// noneFeatures are those of the option that a pronoun means no actor.
func noneFeatures(v *view, d *draft) []string {
	quoted := "none, unquoted"
	if v.quotedAt(d.head) {
		quoted = "none, quoted"
	}
	return []string{"none", "none, " + roleNames[d.role], quoted}
}

// pairFeatures are those of a pronoun and an antecedent; nearer is how many options stand between them.
func (r *reader) pairFeatures(v *view, at int, d *draft, a *antecedent, nearer int) []string {
	f := []string{
		sentenceNames[at-a.sentence], nearerNames[bucket(nearer)], pairNames[[2]role{a.role, d.role}],
		"is a " + string(a.form), "kind " + string(a.kind), quotedNames[[2]bool{a.quoted, v.quotedAt(d.head)}],
	}
	add := func(when bool, name string) {
		if when {
			f = append(f, name)
		}
	}
	same := a.sentence == at
	add(same && a.role == subject, "subject of the sentence")
	add(a.turn != v.s.Turn, "another turn")
	add(a.thing(), "thing")
	add(a.guessed, "kind guessed")
	add(a.owned, "owned")
	add(a.speaks, "speaks")
	add(a.many, "one body of many")
	add(a.number == 1 && d.number == 2 && !a.many, "singular for plural")
	add(len(a.actors) > 1, "several actors")
	add(d.gender != 0 && len(a.actors) == 1 && r.genderOf(a.actors[0], a.gender) == 0, "gender unknown")
	add(same && v.reports(a.governor, v.governor(d.head)), "reports it")
	joined := a.to == d.head-1 || a.to == d.head-2 && v.comma(a.to)
	add(v.possessive(d) && same && v.isAnd(d.head-1) && joined, "coordinated")
	if len(a.actors) == 1 {
		f = append(f, mentionedNames[bucket(r.times[a.actors[0]])])
		add(a.actors[0] == r.topicID, "topic")
	}
	return f
}

// bucket is the class of a count: 1, 2, 3, up to 5, up to 9, more.
func bucket(n int) int {
	for k, most := range []int{1, 2, 3, 5, 9} {
		if n <= most {
			return k
		}
	}
	return 5
}

// Names of features, made once: a document has many pairs.
var (
	roleNames = map[role]string{subject: "subject", agent: "agent", possessor: "possessor", object: "object", oblique: "oblique",
		elsewhere: "elsewhere"}
	sentenceNames = [...]string{"sentences 0", "sentences 1", "sentences 2", "sentences 3", "sentences 4", "sentences 5"}
	rowNames      = [...]string{"row, sentences 0", "row, sentences 1", "row, sentences 2", "row, sentences 3", "row, sentences 4",
		"row, sentences 5"}
	nearerNames    = [6]string{"nearest", "nearer 1", "nearer 2", "nearer to 4", "nearer to 8", "nearer more"}
	mentionedNames = [6]string{"mentioned 1", "mentioned 2", "mentioned 3", "mentioned to 5", "mentioned to 9", "mentioned more"}
	quotedNames    = map[[2]bool]string{ // antecedent, pronoun
		{false, false}: "quoted neither", {false, true}: "quoted pronoun", {true, false}: "quoted antecedent", {true, true}: "quoted both"}
	pairNames = namesOfPairs()
)

func namesOfPairs() map[[2]role]string {
	all := map[[2]role]string{}
	for a, of := range roleNames {
		for b, to := range roleNames {
			all[[2]role{a, b}] = of + " for " + to
		}
	}
	return all
}

// rowOptions are the rows of names that a plural may mean.
func (r *reader) rowOptions(v *view, at int, d *draft) []Option {
	var all []Option
	governor := v.governor(d.head)
	for i := len(r.rows) - 1; i >= 0 && at-r.rows[i].sentence < len(rowNames); i-- {
		row := &r.rows[i]
		argument := !v.possessive(d) && governor >= 0 && governor == v.governor(row.head)
		if row.sentence == at && (row.to > d.head || argument) {
			continue
		}
		all = append(all, Option{Actors: row.ids, kind: row.kind, sure: 0.9, Features: []string{"row of names",
			rowNames[at-row.sentence], pairNames[[2]role{row.role, d.role}]}})
	}
	return all
}

// score is the sum of the weights of an option's features.
func (w antecedentWeights) score(o *Option, class int) float64 {
	sum := 0.0
	for _, name := range o.Features {
		if row := w[name]; row != nil {
			sum += row[class]
		}
	}
	return sum
}

// best is the option of the highest score, and by how much it leads the next of another meaning.
func (w antecedentWeights) best(k *Ranking) (*Option, float64) {
	best, next := 0, math.Inf(-1)
	scores := make([]float64, len(k.Options))
	for i := range k.Options {
		if scores[i] = w.score(&k.Options[i], k.class); scores[i] > scores[best] {
			best = i
		}
	}
	for i := range k.Options {
		if !slices.Equal(k.Options[i].Actors, k.Options[best].Actors) {
			next = max(next, scores[i])
		}
	}
	return &k.Options[best], scores[best] - next
}
