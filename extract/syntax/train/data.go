// Package train makes the model of package syntax out of treebanks, and measures it.
package train

import (
	"cmp"
	"compress/gzip"
	"fmt"
	"os"
	"regexp"
	"slices"

	"github.com/stancegraph/stancegraph/extract/syntax/internal/conllu"
	"github.com/stancegraph/stancegraph/extract/syntax/internal/word"
)

// Sentence is one tree of a treebank.
type Sentence = conllu.Sentence

// gumGenre finds the genre in the id of a document of the GUM treebank.
var gumGenre = regexp.MustCompile(`^GUM_([a-z]+)_`)

// shippable are the genres of GUM whose texts have a licence that lets a model be passed on
// (CC BY or CC BY-SA). The others forbid commercial use or say nothing.
var shippable = map[string]bool{
	"news": true, "interview": true, "academic": true, "court": true, "bio": true, "voyage": true,
}

// Genre is the genre of a document by its id, "" where it is not of GUM.
func Genre(document string) string {
	if m := gumGenre.FindStringSubmatch(document); m != nil {
		return m[1]
	}
	return ""
}

// Shippable keeps the sentences that a model may be trained on that is passed on.
func Shippable(sents []conllu.Sentence) (kept []conllu.Sentence) {
	for _, s := range sents {
		if g := Genre(s.Document); g == "" || shippable[g] {
			kept = append(kept, s)
		}
	}
	return kept
}

// names numbers the distinct values of a token's field, the frequent ones first, and drops nothing.
func names(sents []conllu.Sentence, field func(*conllu.Token) string) []string {
	count := make(map[string]int)
	for i := range sents {
		for j := range sents[i].Tokens {
			count[field(&sents[i].Tokens[j])]++
		}
	}
	list := make([]string, 0, len(count))
	for n := range count {
		list = append(list, n)
	}
	slices.SortFunc(list, func(a, b string) int { return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b)) })
	return list
}

func numbers(list []string) map[string]uint8 {
	m := make(map[string]uint8, len(list))
	for i, n := range list {
		m[n] = uint8(i)
	}
	return m
}

func texts(s *conllu.Sentence) []string {
	words := make([]string, len(s.Tokens))
	for i := range s.Tokens {
		words[i] = s.Tokens[i].Text
	}
	return words
}

// ReadTreebanks reads CoNLL-U files and folders, plain or gzipped.
func ReadTreebanks(paths ...string) ([]conllu.Sentence, error) { return conllu.ReadAll(paths...) }

// OfGenres keeps the sentences of documents of GUM of these genres.
func OfGenres(sents []conllu.Sentence, genres []string) (kept []conllu.Sentence) {
	for _, s := range sents {
		if slices.Contains(genres, Genre(s.Document)) {
			kept = append(kept, s)
		}
	}
	return kept
}

// ReadClasses reads the distributional classes of words from a gzipped file. No path gives none.
func ReadClasses(path string) (*word.Clusters, error) {
	if path == "" {
		return nil, nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("reading word classes: %w", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("reading word classes %s: %w", path, err)
	}
	return word.ReadClusters(z)
}
