package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
	"github.com/stancegraph/stancegraph/graph/browse"
	"github.com/stancegraph/stancegraph/graph/questions"
)

// TestExamples: the questions have answers as the guide fills them in.
func TestExamples(t *testing.T) {
	file := filepath.Join(t.TempDir(), "s.sqlite")
	must(t, "ingest", "-q", "--min-confidence", "0.3", "--store", file, "../../testdata/transcripts", "../../testdata/articles")
	s := storeFlags{file: file}
	store, err := s.open(context.Background(), true)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	examples, err := browse.NewExamples(context.Background(), store)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"disagreements", "evidence", "said-by", "stance-of", "stance-over-time"} {
		q, err := questions.Find(name)
		if err != nil {
			t.Fatal(err)
		}
		var args []string
		for _, p := range q.Params {
			args = append(args, examples[p.Name])
		}
		t.Run(name, func(t *testing.T) {
			if rows, err := store.Query(context.Background(), name, args...); err != nil || len(rows.Values) == 0 {
				t.Errorf("%q: %v, %v", args, rows.Values, err)
			}
		})
	}
	empty := storeFlags{file: filepath.Join(t.TempDir(), "empty.sqlite")}
	none, err := empty.open(context.Background(), false)
	if err != nil {
		t.Fatal(err)
	}
	defer none.Close()
	if examples, err := browse.NewExamples(context.Background(), none); err != nil || len(examples) != 0 {
		t.Errorf("of an empty store: %v, %v", examples, err)
	}
}

// TestBrowse: it answers on this machine and from nowhere else, says that a port is taken, and ends cleanly.
func TestBrowse(t *testing.T) {
	t.Setenv("NEO4J_URI", "")
	port := freePort(t)
	serve(t, port)
	page := fetch(t, fmt.Sprintf("http://127.0.0.1:%d/guide.html", port))
	if !strings.Contains(page, "No actor of the database is known here") {
		t.Errorf("guide without a database: %.200s", page)
	}
	_, said, status := talk(t, false, false, "browse", "--port", fmt.Sprint(port))
	const hint = "hint: --port takes another port"
	if status != term.Failed || !strings.Contains(said, "address already in use") || !strings.Contains(said, hint) {
		t.Errorf("the same port again: status %d, %s", status, said)
	}
	addresses, err := net.InterfaceAddrs()
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range addresses {
		ip, _, err := net.ParseCIDR(a.String())
		if err != nil || ip.IsLoopback() || ip.To4() == nil {
			continue
		}
		if c, err := net.DialTimeout("tcp", net.JoinHostPort(ip.String(), fmt.Sprint(port)), time.Second); err == nil {
			c.Close()
			t.Errorf("it answers at %s too", ip)
		}
	}
}

// fetch gets a page, when its server has come up.
func fetch(t *testing.T, url string) string {
	t.Helper()
	var last error
	for range 2400 { // only a guard against waiting for ever
		r, err := http.Get(url)
		if err == nil {
			defer r.Body.Close()
			page, err := io.ReadAll(r.Body)
			if err != nil || r.StatusCode != http.StatusOK {
				t.Fatalf("%s: status %d, %v", url, r.StatusCode, err)
			}
			return string(page)
		}
		last = err
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatal(last)
	return ""
}
