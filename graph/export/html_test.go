package export_test

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/stancegraph/stancegraph/graph"
)

// TestHTML: a parser of HTML that is not ours finds just the page's own elements, whatever the texts are, and all texts
// in the data.
func TestHTML(t *testing.T) {
	page := write(t, "html", sample(t))
	plain := elements(t, write(t, "html", &graph.Graph{}))
	if got := elements(t, page); !slices.Equal(got, plain) {
		t.Errorf("elements %v, those of an empty graph are %v", got, plain)
	}
	raw := regexp.MustCompile(`(?s)<script id="data" type="application/json">(.*?)</script>`).FindSubmatch(page)
	if raw == nil {
		t.Fatal("no data")
	}
	if i := bytes.IndexAny(raw[1], "<>&\u2028\u2029"); i >= 0 {
		t.Errorf("the data hold %q", raw[1][i])
	}
	var data struct {
		Nodes      struct{ Name []string }
		Sentences  struct{ Text []string }
		Statements struct{ ID, Date []string }
	}
	if err := json.Unmarshal(raw[1], &data); err != nil {
		t.Fatal(err)
	}
	want := 0
	for _, n := range sample(t).Nodes {
		if n.Label == graph.Statement {
			want++
		}
	}
	if got := len(data.Statements.ID); got != want {
		t.Errorf("%d statements, want %d", got, want)
	}
	for _, text := range hostile {
		if !slices.Contains(data.Nodes.Name, text) {
			t.Errorf("no name %q", text)
		}
		if !slices.ContainsFunc(data.Sentences.Text, func(s string) bool { return strings.HasPrefix(s, text+" wants it") }) {
			t.Errorf("no sentence of %q", text)
		}
	}
}

// elements are the names of a page's elements, in their order.
func elements(t *testing.T, page []byte) []string {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			list = append(list, n.Data)
		}
	}
	return list
}

// TestViewScripts: the page's own scripts hold nothing that makes HTML or code of a text, and name no address.
func TestViewScripts(t *testing.T) {
	forbidden := regexp.MustCompile(`(?i)innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|new Function|srcdoc|` +
		`createContextualFragment|https?://[a-z]`)
	files, err := filepath.Glob("view/*")
	if err != nil || len(files) < 5 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		if filepath.Ext(file) == "" {
			continue // the folder of libraries
		}
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if m := forbidden.Find(raw); m != nil {
			t.Errorf("%s has %s", file, m)
		}
	}
}

// TestViewLibraries: the libraries are those that their README names, and each has its licence beside it.
func TestViewLibraries(t *testing.T) {
	readme, err := os.ReadFile("view/lib/README.md")
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("view/lib/*.gz")
	if err != nil {
		t.Fatal(err)
	}
	rows := regexp.MustCompile(`(?m)^\| (\S+\.gz) \| (\S+) \| [\d.]+ \| (\w{64}) \|$`).FindAllSubmatch(readme, -1)
	if len(rows) != len(files) || len(rows) == 0 {
		t.Errorf("%d libraries, %d in the README", len(files), len(rows))
	}
	for _, row := range rows {
		f, err := os.Open(filepath.Join("view/lib", string(row[1])))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		r, err := gzip.NewReader(f)
		if err != nil {
			t.Fatal(err)
		}
		sum := sha256.New()
		if _, err := io.Copy(sum, r); err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprintf("%x", sum.Sum(nil)); got != string(row[3]) {
			t.Errorf("%s has the checksum %s", row[1], got)
		}
		licence, err := os.ReadFile(filepath.Join("view/lib", "LICENSE."+string(row[2])))
		if err != nil || !bytes.Contains(licence, []byte("Permission is hereby granted, free of charge")) {
			t.Errorf("%s: licence: %v", row[2], err)
		}
	}
}
