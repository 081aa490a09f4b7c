package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/graphtest"
	"github.com/stancegraph/stancegraph/graph/neo4j"
	"github.com/stancegraph/stancegraph/graph/neo4j/server"
	"github.com/stancegraph/stancegraph/schema"
)

// victim is a Neo4j server that a test may kill, start again on the same ports and set as it likes.
type victim struct {
	script, home, uri, http string
}

const victimPassword = "for this test only"

// newVictim starts one with these settings. Where no server can run it skips, or fails in CI.
func newVictim(t *testing.T, settings ...string) *victim {
	t.Helper()
	if testing.Short() {
		t.Skip("-short: no server is started")
	}
	if os.Getenv("NEO4J_URI") == "" && os.Getenv("CI") != "true" {
		t.Skip("no Neo4j: ./test brings the jars that a server needs")
	}
	script, err := server.Unpack(filepath.Join(t.TempDir(), "script"))
	if err != nil {
		t.Fatal(err)
	}
	v := &victim{script: script, home: filepath.Join(t.TempDir(), "neo4j")}
	v.set(t, settings...)
	t.Cleanup(func() { v.run(t, "down") })
	v.up(t, "--free-ports")
	return v
}

// set writes the settings that the next start takes.
func (v *victim) set(t *testing.T, settings ...string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Join(v.home, "conf"), 0o755); err != nil {
		t.Fatal(err)
	}
	text := "dbms.usage_report.enabled=false\n" + strings.Join(settings, "\n") + "\n"
	if err := os.WriteFile(filepath.Join(v.home, "conf", "neo4j.conf"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// up starts the server, on the ports it had before.
func (v *victim) up(t *testing.T, args ...string) {
	t.Helper()
	uri, said := v.run(t, append([]string{"up"}, args...)...)
	v.uri = strings.TrimSpace(uri)
	if _, address, ok := strings.Cut(said, "Browser: http://"); ok {
		v.http = strings.TrimSpace(address)
	}
}

func (v *victim) run(t *testing.T, args ...string) (stdout, stderr string) {
	t.Helper()
	cmd := exec.Command(v.script, append([]string{args[0], "--home", v.home}, args[1:]...)...)
	cmd.Env = append(os.Environ(), v.env()...)
	if v.uri != "" {
		cmd.Env = append(cmd.Env, "NEO4J_BOLT_PORT="+port(v.uri), "NEO4J_HTTP_PORT="+port(v.http))
	}
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		t.Fatalf("neo4j.sh %s: %v\n%s", strings.Join(args, " "), err, errs.String())
	}
	return out.String(), errs.String()
}

func port(address string) string { return address[strings.LastIndexByte(address, ':')+1:] }

func (v *victim) env() []string {
	return []string{"NEO4J_URI=" + v.uri, "NEO4J_USERNAME=neo4j", "NEO4J_PASSWORD=" + victimPassword,
		"NEO4J_OWNER=" + strconv.Itoa(os.Getpid())} // a killed test leaves no server behind
}

func (v *victim) pid(t *testing.T) int {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(v.home, "run", "neo4j.pid"))
	if err != nil {
		t.Fatal(err)
	}
	pid, err := strconv.Atoi(strings.TrimSpace(string(data)))
	if err != nil {
		t.Fatal(err)
	}
	return pid
}

// kill ends the server without any chance to tidy up.
func (v *victim) kill(t *testing.T) {
	t.Helper()
	pid := v.pid(t)
	if err := syscall.Kill(pid, syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	for range 2400 { // only a guard against waiting for ever
		if syscall.Kill(pid, 0) != nil {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatal("the server does not die")
}

// open opens a store there. What it says comes to say, where that is not nil.
func (v *victim) open(t *testing.T, patience time.Duration, say func(string)) *neo4j.Store {
	t.Helper()
	s, err := neo4j.Open(t.Context(), neo4j.Config{URI: v.uri, Password: victimPassword, Patience: patience, Say: say})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func (v *victim) graph(t *testing.T) *graph.Graph {
	t.Helper()
	g, err := v.open(t, 0, nil).Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func (v *victim) clear(t *testing.T) {
	t.Helper()
	if err := v.open(t, 0, nil).Clear(t.Context()); err != nil {
		t.Fatal(err)
	}
}

// waitFor waits until so many documents are loaded.
func (v *victim) waitFor(t *testing.T, n int) {
	t.Helper()
	waitFor(t, v.open(t, 0, nil), n)
}

// TestNeo4jFaults does to a real server, and to loads into it, what happens to servers. It runs one after the other
// on one server, because a start takes long. TestNeo4jFaults/killed takes STANCEGRAPH_KILLS as TestKilled does.
func TestNeo4jFaults(t *testing.T) {
	v := newVictim(t)
	dir := news(t, 0, 500)
	undisturbed := undisturbedRun(t, dir)
	t.Run("killed", func(t *testing.T) { killedOnNeo4j(t, v, dir, undisturbed) })
	t.Run("two at once", func(t *testing.T) {
		v.clear(t)
		atOnce(t, v.env(), []string{"ingest", "-q"}, news(t, 0, 300), news(t, 150, 500))
		same(t, undisturbed, v.graph(t))
	})
	t.Run("hostile", func(t *testing.T) {
		v.clear(t)
		hostile(t, v.env(), nil, func() *graph.Graph { return v.graph(t) })
	})
	t.Run("listens here only", func(t *testing.T) { listensHereOnly(t, v) })
	t.Run("refused", func(t *testing.T) { refused(t, v) })
	t.Run("server back", func(t *testing.T) { serverBack(t, v) })
	t.Run("server gone, then short of memory", func(t *testing.T) { serverGone(t, v) })
	t.Run("read-only", func(t *testing.T) { readOnly(t, v) })
}

func killedOnNeo4j(t *testing.T, v *victim, dir string, undisturbed *graph.Graph) {
	v.clear(t)
	ingest := []string{"ingest", "-q", dir}
	completes(t, v.env(), ingest...)
	same(t, undisturbed, v.graph(t))
	partly := 0
	for _, share := range killPoints(t) {
		v.clear(t)
		cmd := program(t, v.env(), ingest...)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		v.waitFor(t, int(share*430)) // by progress, for a server grows faster the longer it runs
		_ = cmd.Process.Kill()       // it may have ended
		killed := cmd.Wait() != nil
		n := documents(v.graph(t))
		t.Logf("after %.0f %%: killed %v, %d of 500 documents loaded", 100*share, killed, n)
		if n > 0 && n < 500 {
			partly++
		}
		completes(t, v.env(), ingest...)
		same(t, undisturbed, v.graph(t))
	}
	if partly == 0 {
		t.Error("no kill met a load half-way")
	}
}

// listensHereOnly looks at every address on which the server's process listens.
func listensHereOnly(t *testing.T, v *victim) {
	proc := fmt.Sprintf("/proc/%d/", v.pid(t))
	fds, err := os.ReadDir(proc + "fd")
	if err != nil {
		t.Skip("needs /proc to see who listens where")
	}
	own := map[string]bool{}
	for _, fd := range fds {
		if link, err := os.Readlink(proc + "fd/" + fd.Name()); err == nil && strings.HasPrefix(link, "socket:[") {
			own[strings.Trim(link, "socket:[]")] = true
		}
	}
	found := 0
	for _, table := range []string{"tcp", "tcp6"} {
		data, err := os.ReadFile(proc + "net/" + table)
		if err != nil {
			continue
		}
		for _, line := range strings.Split(string(data), "\n") {
			const address, state, inode, listening = 1, 3, 9, "0A"
			row := strings.Fields(line)
			if len(row) <= inode || row[state] != listening || !own[row[inode]] {
				continue
			}
			found++
			const ip4, mapped = "0100007F:", "0000000000000000FFFF00000100007F:" // 127.0.0.1
			if !strings.HasPrefix(row[address], ip4) && !strings.HasPrefix(row[address], mapped) {
				t.Errorf("listens on %s of %s", row[address], table)
			}
		}
	}
	if found < 2 {
		t.Errorf("%d addresses found, want Bolt and the Browser at least", found)
	}
}

// lost is what is said of a server that does not answer.
const lost = "cannot be reached"

// refused is what a server or an address does not let in. The password is never shown.
func refused(t *testing.T, v *victim) {
	file := filepath.Join(news(t, 0, 1), "news-0000.txt")
	const wrong, connecting = "user name or password is wrong", "connecting to"
	const form = "an address looks like neo4j://localhost:7687"
	for _, c := range []struct{ name, uri, password, want, hint string }{
		{"wrong password", v.uri, "not the password", wrong, "set NEO4J_USERNAME and NEO4J_PASSWORD"},
		{"no password", v.uri, "", wrong, "hint: set NEO4J_PASSWORD"},
		{"server down", "bolt://127.0.0.1:1", victimPassword, lost, "hint: is the server running?"},
		{"port of the Browser", "bolt://" + v.http, victimPassword, "not a Bolt port", "Bolt is 7687"},
		{"no scheme", "127.0.0.1:7687", victimPassword, connecting, form},
		{"unknown scheme", "http://127.0.0.1:7687", victimPassword, connecting, form},
	} {
		t.Run(c.name, func(t *testing.T) {
			cmd := program(t, []string{"NEO4J_URI=" + c.uri, "NEO4J_PASSWORD=" + c.password, "NEO4J_PATIENCE=1ms"}, "ingest",
				file)
			out, _ := cmd.CombinedOutput() // its status is looked at
			said, status := string(out), cmd.ProcessState.ExitCode()
			if status != term.Failed || !strings.Contains(said, c.want) || !strings.Contains(said, c.hint) {
				t.Errorf("status %d, says %q, want %q and %q", status, said, c.want, c.hint)
			} else if c.password != "" && strings.Contains(said, c.password) {
				t.Errorf("shows the password: %s", said)
			}
		})
	}
}

// serverGone kills the server in the middle of a load, which gives up after its patience; what it loaded is whole,
// and with the server there again the same load completes. The server then has too little memory for all at once, so
// the transactions shrink until they fit.
func serverGone(t *testing.T, v *victim) {
	v.clear(t)
	corpus := graphtest.Corpus(300, 10, 4)
	var said []string
	s := v.open(t, 2*time.Second, func(text string) { said = append(said, text) })
	var wait sync.WaitGroup
	var err error
	wait.Go(func() {
		for part := range chunks(corpus, 20) {
			if _, err = s.Save(context.Background(), part, graph.RunInfo{}); err != nil {
				return
			}
		}
	})
	v.waitFor(t, 40)
	v.kill(t)
	wait.Wait()
	if text := fmt.Sprint(err); !strings.Contains(text, lost) || !strings.Contains(text, "given up after 2s") {
		t.Errorf("error %v, want one of a server that cannot be reached", err)
	}
	if len(said) == 0 || !strings.Contains(said[0], "trying again for up to 2s") {
		t.Errorf("says %q, want that it waits", said)
	}
	v.set(t, "dbms.memory.transaction.total.max=16m")
	v.up(t)
	left := v.graph(t)
	var there []schema.Extraction
	for _, ex := range corpus {
		if _, ok := left.Node(graph.Ref{Label: graph.Document, ID: ex.Document.ID}); ok {
			there = append(there, ex)
		}
	}
	if len(there) == 0 || len(there) == len(corpus) {
		t.Errorf("%d of %d documents were loaded before the kill, want some", len(there), len(corpus))
	}
	graphtest.Same(t, s, there...)
	said = nil
	if _, err := s.Save(t.Context(), corpus, graph.RunInfo{}); err != nil {
		t.Fatal(err)
	}
	graphtest.Same(t, s, corpus...)
	if !strings.Contains(strings.Join(said, "\n"), "too many for the memory") {
		t.Errorf("says %q, want that all at once is too much", said)
	}
}

func chunks(list []schema.Extraction, n int) func(func([]schema.Extraction) bool) {
	return func(yield func([]schema.Extraction) bool) {
		for at := 0; at < len(list); at += n {
			if !yield(list[at:min(at+n, len(list))]) {
				return
			}
		}
	}
}

// serverBack kills the server under the program and starts it again: the program waits, says so, and ends complete.
func serverBack(t *testing.T, v *victim) {
	dir := news(t, 0, 2000)
	undisturbed := undisturbedRun(t, dir)
	v.clear(t)
	var said bytes.Buffer
	// a busy machine may need longer for the start than a load waits by default
	cmd := program(t, append(v.env(), "NEO4J_PATIENCE=30m"), "ingest", "-q", dir)
	cmd.Stderr = &said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	v.waitFor(t, 64)
	v.kill(t)
	v.up(t)
	if err := cmd.Wait(); err != nil {
		t.Fatalf("%v\n%s", err, said.String())
	}
	for _, want := range []string{"trying again for up to 30m0s", "answers again, going on"} {
		if !strings.Contains(said.String(), want) {
			t.Errorf("says %q, want %q in it", said.String(), want)
		}
	}
	same(t, undisturbed, v.graph(t))
}

// readOnly sets the database read-only: it answers, and whatever would change it says why it cannot.
func readOnly(t *testing.T, v *victim) {
	before := v.graph(t)
	v.run(t, "down")
	v.set(t, "server.databases.read_only=neo4j")
	v.up(t)
	more := news(t, 1000, 1001)
	fails(t, program(t, v.env(), "ingest", more), "may not be written", "server.databases.read_only")
	fails(t, program(t, v.env(), "remove", "doc-4-000001"), "may not be written")
	if out := completes(t, v.env(), "query", "who-wants-what"); !strings.Contains(out, "WANTS") {
		t.Errorf("query: %.300s", out)
	}
	same(t, before, v.graph(t))
}
