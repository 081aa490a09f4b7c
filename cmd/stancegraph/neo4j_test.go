package main

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
)

// ownServer runs a server of the test's own with the program's neo4j command, and makes it the one of the environment.
func ownServer(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("-short: no server is started")
	}
	if _, lacks, status := talk(t, false, false, "neo4j", "check"); status != term.Done {
		if os.Getenv("CI") == "true" {
			t.Fatal(lacks)
		}
		t.Skip(lacks)
	}
	if os.Getenv("NEO4J_URI") == "" && os.Getenv("CI") != "true" {
		t.Skip("no Neo4j: ./test brings the jars that a server needs")
	}
	t.Setenv("NEO4J_USERNAME", "neo4j")
	t.Setenv("NEO4J_PASSWORD", "for this test only")
	t.Setenv("NEO4J_OWNER", strconv.Itoa(os.Getpid())) // a killed test leaves no server behind
	home := filepath.Join(t.TempDir(), "neo4j")
	uri, said, status := talk(t, false, false, "neo4j", "up", "--home", home, "--free-ports")
	if status != term.Done {
		t.Fatalf("neo4j up: %s", said)
	}
	t.Setenv("NEO4J_URI", strings.TrimSpace(uri))
	t.Cleanup(func() {
		if _, said, status := talk(t, false, false, "neo4j", "down", "--home", home); status != term.Done {
			t.Errorf("neo4j down: %s", said)
		}
	})
	out, said, status := talk(t, false, false, "neo4j", "status", "--home", home)
	if status != term.Done || out != uri {
		t.Errorf("neo4j status: %q, %s", out, said)
	}
}

// must runs the program and gives what it prints.
func must(t *testing.T, args ...string) (stdout, stderr string) {
	t.Helper()
	out, said, status := talk(t, false, false, args...)
	if status != term.Done {
		t.Fatalf("stancegraph %s: status %d, %s", strings.Join(args, " "), status, said)
	}
	return out, said
}

// TestNeo4j: what the embedded store does, a real server does too, with the same answers.
func TestNeo4j(t *testing.T) {
	ownServer(t)
	const talks = "../../testdata/transcripts/strait-talks.txt"
	file := filepath.Join(t.TempDir(), "s.sqlite")
	embedded, _ := must(t, "ingest", "--store", file, talks)
	shown, said := must(t, "ingest", talks)
	if shown != embedded || !strings.Contains(said, " loaded into "+os.Getenv("NEO4J_URI")+": ") {
		t.Errorf("ingest shows %q, says %q", shown, said)
	}
	if _, said := must(t, "ingest", talks); !strings.Contains(said, " unchanged") || strings.Contains(said, "new") {
		t.Errorf("again: %s", said)
	}
	for _, q := range []string{
		"who-wants-what", "who-supports-whom", "stance-of iceland", "disagreements Iceland Norway", "top-actors",
	} {
		t.Run(q, func(t *testing.T) {
			here, _ := must(t, append([]string{"query", "--store", file}, strings.Fields(q)...)...)
			there, _ := must(t, append([]string{"query"}, strings.Fields(q)...)...)
			if here != there || here == "" {
				t.Errorf("embedded\n%sNeo4j\n%s", here, there)
			}
		})
	}
	const cypher = "MATCH (a:Country)-[:WANTS]->(i) RETURN a.name AS who, i.name AS what ORDER BY who, what"
	rows, _ := must(t, "query", "--cypher", cypher, "--format", "csv")
	if !strings.HasPrefix(rows, "\ufeffwho,what\n") || !strings.Contains(rows, "Iceland,lower fees\n") {
		t.Errorf("own Cypher: %q", rows)
	}
	for _, cypher := range readmeCypher(t) {
		if rows, _ := must(t, "query", "--cypher", cypher); rows == "" {
			t.Errorf("README.md: nothing comes of %s", cypher)
		}
	}
	_, said, status := talk(t, false, false, "query", "--cypher", "MATCH (n) DETACH DELETE n")
	if status != term.Failed {
		t.Errorf("Cypher that writes: status %d, %s", status, said)
	}
	out, _, _ := talk(t, false, false, "doctor")
	if !strings.Contains(out, "ok  neo4j") {
		t.Errorf("doctor: %s", out)
	}
	must(t, "remove", "strait-talks")
	left, _ := must(t, "query", "--cypher", "MATCH (n) WHERE NOT n:Run AND NOT n:Stancegraph RETURN count(n) AS n")
	if left != "{\"n\":0}\n" {
		t.Errorf("after remove: %s", left)
	}
}

// TestContents: the doctor's words about a store.
func TestContents(t *testing.T) {
	file := filepath.Join(t.TempDir(), "s.sqlite")
	must(t, "ingest", "-q", "--store", file, write(t, "talks.txt", "Portugal wants a new treaty.\n"))
	s := storeFlags{file: file}
	store, err := s.open(context.Background(), true)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	got, err := contents(context.Background(), store)
	if want := ", 1 document, 1 stance, 1 actor"; got != want || err != nil {
		t.Errorf("%q (%v), want %q", got, err, want)
	}
}
