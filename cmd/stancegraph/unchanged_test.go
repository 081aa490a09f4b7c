package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/schema"
)

// TestUnchanged: a document that was loaded and is unchanged is skipped, a changed one or one under other flags is not,
// and the graph is always that of a load into an empty store.
func TestUnchanged(t *testing.T) {
	const all = 20
	dir := news(t, 0, all)
	file := filepath.Join(t.TempDir(), "s.sqlite")
	names := write(t, "names.tsv", "Gull Alliance\torganization\n")
	for _, step := range []struct {
		name   string
		change func()
		flags  []string
		read   int
	}{
		{"first", nil, nil, all},
		{"again", nil, nil, fewDocuments},
		{"one changed", func() { changeFile(t, filepath.Join(dir, "news-0010.txt")) }, nil, fewDocuments + 1},
		{"again", nil, nil, fewDocuments},
		{"other flags", nil, []string{"--no-inferred"}, all},
		{"flags as at first", nil, nil, all},
		{"another outlet", nil, []string{"--source", "The Gull"}, all},
		{"own names", nil, []string{"--source", "The Gull", "--names", names}, all},
		{"again", nil, []string{"--source", "The Gull", "--names", names}, fewDocuments},
		{"names changed", func() { changeFile(t, names) }, []string{"--source", "The Gull", "--names", names}, all},
		{"all shown", nil, []string{"--source", "The Gull", "--names", names, "--show"}, all},
	} {
		t.Run(step.name, func(t *testing.T) {
			if step.change != nil {
				step.change()
			}
			_, said := must(t, append([]string{"ingest", "--store", file, dir}, step.flags...)...)
			want := fmt.Sprintf("%d documents with ", step.read)
			if skipped := all - step.read; skipped > 0 {
				want = fmt.Sprintf("; %d documents unchanged and skipped", skipped)
			}
			if !strings.Contains(said, want) {
				t.Errorf("says %q, want %q", said, want)
			}
			fresh := filepath.Join(t.TempDir(), "fresh.sqlite")
			must(t, append([]string{"ingest", "-q", "--store", fresh, dir}, step.flags...)...)
			same(t, load(t, fresh), load(t, file))
		})
	}
	must(t, "remove", "--store", file, "news-0011")
	_, said := must(t, "ingest", "--store", file, dir, "--source", "The Gull", "--names", names)
	if !strings.Contains(said, "4 documents with ") {
		t.Errorf("what was removed is not loaded again: %s", said)
	}
}

func changeFile(t *testing.T, file string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if strings.HasSuffix(file, ".tsv") {
		data = append(data, "Heron League\torganization\n"...)
	} else {
		data = append(data, "Malta supports Chile.\n"...)
	}
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// deafStore cannot say what it holds.
type deafStore struct{ err error }

func (s deafStore) Inputs(context.Context, []string) (map[string]string, error) { return nil, s.err }

// TestUnreadFails: an error of the store ends the documents and is kept, wherever in the list it comes.
func TestUnreadFails(t *testing.T) {
	for _, n := range []int{1, askAtOnce, askAtOnce + 1} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			docs := func(yield func(schema.Document, error) bool) {
				for i := range n {
					if !yield(schema.Document{ID: fmt.Sprint("d", i)}, nil) {
						return
					}
				}
			}
			lost := errors.New("the disk is gone")
			k := known{maker: "test"}
			for doc := range k.unread(t.Context(), deafStore{lost}, docs, true) {
				t.Errorf("document %s is passed on", doc.ID)
			}
			if !errors.Is(k.err, lost) {
				t.Errorf("error %v, want %v", k.err, lost)
			}
		})
	}
}
