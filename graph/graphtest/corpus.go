package graphtest

import (
	"fmt"
	"math/rand/v2"

	"github.com/stancegraph/stancegraph/schema"
)

// Corpus makes documents with statements by numbers: the same seed, the same documents. Few actors are in
// most of the news and most are in few, as in real news.
func Corpus(documents, statements int, seed uint64) []schema.Extraction {
	random := rand.New(rand.NewPCG(seed, 1))
	actors := rand.NewZipf(random, 1.2, 8, 999)
	issues := rand.NewZipf(random, 1.1, 8, 4999)
	types := schema.Types()
	list := make([]schema.Extraction, documents)
	for i := range list {
		var sentences []string
		type fact struct {
			holder, target, about uint64
			typ                   schema.StanceType
			issue                 bool
		}
		facts := make([]fact, statements)
		for j := range facts {
			f := fact{holder: actors.Uint64(), target: actors.Uint64(), about: actors.Uint64(),
				typ: types[random.IntN(len(types))].Type, issue: random.IntN(2) == 0}
			facts[j] = f
			target := actorName(f.target)
			if f.issue {
				f.target = issues.Uint64()
				facts[j].target = f.target
				target = issueWords(f.target)
			}
			sentences = append(sentences, fmt.Sprintf("%s, the people of the town were told on that day, "+
				"declares about %s and about %s what it thinks of them.", actorName(f.holder), target, actorName(f.about)))
		}
		s := NewStory(fmt.Sprintf("doc-%d-%06d", seed, i), fmt.Sprintf("Outlet %d", i%20),
			fmt.Sprintf("20%02d-%02d-%02d", 20+i%10, 1+i%12, 1+i%28), sentences...)
		for _, f := range facts {
			s.once(f.holder)
			s.once(f.about)
			if !f.issue {
				s.once(f.target)
			}
		}
		for j, f := range facts {
			target := actorID(f.target)
			if f.issue {
				target = issueWords(f.target)
			}
			options := []Option{s.Concerns(j, actorID(f.about), 1), Sure(float64(random.IntN(60)+40) / 100)}
			switch random.IntN(10) {
			case 0:
				options = append(options, Negated)
			case 1:
				options = append(options, In(schema.Planned))
			case 2, 3:
				options = append(options, s.By(j, actorID(f.about)))
			case 4:
				options = append(options, s.By(j, actorID(f.holder)))
			}
			s.State(j, actorID(f.holder), f.typ, "declares", target, options...)
		}
		list[i] = s.Extraction
	}
	return list
}

// Crowd makes documents of few actors, few types and few issues, so that their statements meet on the same
// edges in all variants. Documents have the same ids for each seed, and other statements.
func Crowd(documents, statements int, seed uint64) []schema.Extraction {
	random := rand.New(rand.NewPCG(seed, 3))
	types := []schema.StanceType{schema.Supports, schema.Meets}
	list := make([]schema.Extraction, documents)
	for i := range list {
		sentences := make([]string, statements)
		for j := range sentences {
			sentences[j] = fmt.Sprintf("Actor 0 and Actor 1 and Actor 2 declare it of the matter of 1 bridges %d.", j)
		}
		dates := []string{"", "2030", "2030-05-01", "2030-09-01", "2031-01-01", "2031-02-01"}
		s := NewStory(fmt.Sprintf("crowd-%d", i), []string{"", "One", "Two"}[random.IntN(3)], dates[random.IntN(len(dates))],
			sentences...)
		for n := range uint64(3) {
			s.Actor(actorID(n), []string{actorName(n), "the " + actorName(n)}[random.IntN(2)], schema.Country,
				[]string{"x", "y", "z"}[random.IntN(3)])
		}
		s.Affiliate(actorID(0), actorID(1), []string{"envoy", "friend"}[random.IntN(2)])
		for j := range statements {
			options := []Option{Sure(float64(random.IntN(7)+4) / 10),
				In([]schema.Phase{schema.Ongoing, schema.Planned, schema.Ended}[random.IntN(3)])}
			if random.IntN(3) == 0 {
				options = append(options, Implied)
			}
			if random.IntN(4) == 0 {
				options = append(options, Negated)
			}
			if random.IntN(2) == 0 {
				options = append(options, s.By(j, actorID(uint64(random.IntN(3)))))
			}
			target := []string{actorID(1), issueWords(1)}[random.IntN(2)]
			s.State(j, actorID(uint64(random.IntN(2))), types[random.IntN(2)], "declare", target, options...)
			if j > 0 && random.IntN(3) == 0 {
				s.Against(random.IntN(j), "but")
			}
		}
		list[i] = s.Extraction
	}
	return list
}

// once lists an actor unless it is listed.
func (s *Story) once(n uint64) {
	for _, a := range s.Actors {
		if a.ID == actorID(n) {
			return
		}
	}
	s.Actor(actorID(n), actorName(n), []schema.Kind{schema.Country, schema.Person, schema.Organization, schema.Group}[n%4])
}

func actorID(n uint64) string    { return schema.ActorID(actorName(n)) }
func actorName(n uint64) string  { return fmt.Sprintf("Actor %d", n) }
func issueWords(n uint64) string { return fmt.Sprintf("the matter of %d bridges", n) }
