package main

import (
	"bytes"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stancegraph/stancegraph/graph"
)

// The faults of this file happen to the real program in a process of its own. However it ends, the same command
// again must give the graph of a calm run, node by node and edge by edge.

// news writes short articles number from to before end into a new folder.
func news(t *testing.T, from, end int) string {
	t.Helper()
	dir := t.TempDir()
	for i := from; i < end; i++ {
		text := fmt.Sprintf("Portugal wants treaty number %d. Norway does not support the treaty. Iceland accuses Chile of delay number %d.\n\n"+
			"Chile supports Norway, but Malta rejects plan %d of Peru.\n", i, i%7, i%50)
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("news-%04d.txt", i)), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// program is the real program, which TestMain puts into PATH, with no Neo4j in its environment but that of env.
func program(t *testing.T, env []string, args ...string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command("stancegraph", args...)
	for _, v := range os.Environ() {
		if !strings.HasPrefix(v, "NEO4J_") {
			cmd.Env = append(cmd.Env, v)
		}
	}
	cmd.Env = append(cmd.Env, env...)
	return cmd
}

// completes runs the program to its end and gives what it says and how long it took.
func completes(t *testing.T, env []string, args ...string) (said string, took time.Duration) {
	t.Helper()
	start := time.Now()
	out, err := program(t, env, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("stancegraph %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return string(out), time.Since(start)
}

// fails runs the program, which must end by itself with status 1 and say all that is wanted, and no panic.
func fails(t *testing.T, cmd *exec.Cmd, want ...string) {
	t.Helper()
	out, err := cmd.CombinedOutput()
	said := string(out)
	if err == nil || cmd.ProcessState.ExitCode() != exitFailed {
		t.Errorf("ended with %v, want status 1: %s", cmd.ProcessState, said)
	}
	for _, w := range append(want, "stancegraph: error: ") {
		if !strings.Contains(said, w) {
			t.Errorf("says %q, want %q in it", said, w)
		}
	}
	if strings.Contains(said, "goroutine ") {
		t.Errorf("panics: %s", said)
	}
}

// killAfter starts the program and kills it, with no chance to tidy up; false where it had ended by itself.
func killAfter(t *testing.T, wait time.Duration, cmd *exec.Cmd) bool {
	t.Helper()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(wait)
	_ = cmd.Process.Kill() // it may have ended
	return cmd.Wait() != nil
}

// killPoints are the shares of a run's time after which it is killed: three that are fixed, or as many by chance
// as STANCEGRAPH_KILLS says, the same for one STANCEGRAPH_SEED.
func killPoints(t *testing.T) []float64 {
	t.Helper()
	n, err := strconv.Atoi(os.Getenv("STANCEGRAPH_KILLS"))
	if err != nil {
		return []float64{0.35, 0.6, 0.85}
	}
	seed, err := strconv.ParseUint(os.Getenv("STANCEGRAPH_SEED"), 10, 64)
	if err != nil {
		seed = uint64(time.Now().UnixNano())
	}
	t.Logf("%d kills by chance; again the same with STANCEGRAPH_SEED=%d", n, seed)
	random := rand.New(rand.NewPCG(seed, 0))
	points := make([]float64, n)
	for i := range points {
		points[i] = random.Float64()
	}
	return points
}

func same(t *testing.T, calm, got *graph.Graph) {
	t.Helper()
	if d := graph.Diff(calm, got, 10); len(d) > 0 {
		t.Errorf("the graph (second) is not that of a calm run (first):\n%s", strings.Join(d, "\n"))
	}
}

// calmRun gives the graph of a run that nothing disturbs, and how long it took.
func calmRun(t *testing.T, dirs ...string) (*graph.Graph, time.Duration) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "calm.sqlite")
	_, took := completes(t, nil, append([]string{"ingest", "-q", "--store", file}, dirs...)...)
	return load(t, file), took
}

// documents counts those in a graph.
func documents(g *graph.Graph) (n int) {
	for _, node := range g.Nodes {
		if node.Label == graph.Document {
			n++
		}
	}
	return n
}

// copied is a copy of a store's files, so that looking at it mends nothing.
func copied(t *testing.T, file string) string {
	t.Helper()
	to := filepath.Join(t.TempDir(), "copy.sqlite")
	for _, end := range []string{"", "-wal"} {
		if data, err := os.ReadFile(file + end); err == nil {
			if err := os.WriteFile(to+end, data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	return to
}

// TestKilled kills a load with SIGKILL at three points of its time, or at many by chance:
//
//	STANCEGRAPH_KILLS=20 go test ./cmd/stancegraph -run TestKilled -v
func TestKilled(t *testing.T) {
	const all = 1000
	dir := news(t, 0, all)
	calm, took := calmRun(t, dir)
	kill := func(share float64) int {
		file := filepath.Join(t.TempDir(), "s.sqlite")
		ingest := []string{"ingest", "-q", "--store", file, dir}
		killed := killAfter(t, time.Duration(share*float64(took)), program(t, nil, ingest...))
		n := 0
		if _, err := os.Stat(file); err == nil {
			n = documents(load(t, copied(t, file)))
		}
		t.Logf("after %.0f %% of %v: killed %v, %d of %d documents loaded", 100*share, took, killed, n, all)
		completes(t, nil, ingest...)
		same(t, calm, load(t, file))
		return n
	}
	partly := 0
	for _, share := range killPoints(t) {
		if n := kill(share); n > 0 && n < all {
			partly++
		}
	}
	// the machine may be busier, or less busy, than in the calm run: closer points are looked for
	for low, high, tries := 0.0, 4.0, 8; partly == 0 && tries > 0; tries-- {
		share := (low + high) / 2
		switch n := kill(share); n {
		case 0:
			low = share
		case all:
			high = share
		default:
			partly++
		}
	}
	if partly == 0 {
		t.Error("no kill met a load half-way")
	}
}

// TestAtOnce loads two folders that share documents into one file at the same time.
func TestAtOnce(t *testing.T) {
	one, two := news(t, 0, 300), news(t, 150, 450)
	calm, _ := calmRun(t, news(t, 0, 450))
	file := filepath.Join(t.TempDir(), "s.sqlite")
	atOnce(t, nil, []string{"ingest", "-q", "--store", file}, one, two)
	same(t, calm, load(t, file))
}

// atOnce runs the program twice, side by side, on a folder each.
func atOnce(t *testing.T, env, args []string, dirs ...string) {
	t.Helper()
	var commands []*exec.Cmd
	var said []*bytes.Buffer
	for _, dir := range dirs {
		cmd, buf := program(t, env, append(args[:len(args):len(args)], dir)...), &bytes.Buffer{}
		cmd.Stdout, cmd.Stderr = buf, buf
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		commands, said = append(commands, cmd), append(said, buf)
	}
	for i, cmd := range commands {
		if err := cmd.Wait(); err != nil {
			t.Errorf("%v: %v\n%s", cmd.Args, err, said[i])
		}
	}
}

// TestFileLimit lets no file grow beyond a limit, as a full disk does. What was loaded stays whole, and with room
// the same command completes.
func TestFileLimit(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("ulimit needs bash, and there is none")
	}
	dir := news(t, 0, 600)
	calm, _ := calmRun(t, dir)
	file := filepath.Join(t.TempDir(), "s.sqlite")
	ingest := []string{"ingest", "-q", "--store", file, dir}
	limited := program(t, nil, ingest...)
	limited.Args = append([]string{bash, "-c", `ulimit -f 700 && exec "$@"`, "limited"}, limited.Args...)
	limited.Path = bash
	fails(t, limited, "hint: what was loaded before stays")
	left := load(t, copied(t, file))
	for _, n := range left.Nodes { // whole documents only
		if whole, ok := calm.Node(n.Ref); n.Label == graph.Document && (!ok || !reflect.DeepEqual(whole, n)) {
			t.Errorf("%s is half-written", n.Ref)
		}
	}
	if n := documents(left); n >= 600 {
		t.Errorf("all %d documents were loaded: the limit came too late", n)
	}
	completes(t, nil, ingest...)
	same(t, calm, load(t, file))
}

// TestLockedForAWhile: a load waits for another program that writes.
func TestLockedForAWhile(t *testing.T) {
	dir := news(t, 0, 5)
	calm, _ := calmRun(t, dir)
	file := filepath.Join(t.TempDir(), "s.sqlite")
	completes(t, nil, "ingest", "-q", "--store", file, news(t, 0, 1))
	db, err := sql.Open("sqlite", file)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if _, err := db.Exec("BEGIN IMMEDIATE"); err != nil {
		t.Fatal(err)
	}
	time.AfterFunc(700*time.Millisecond, func() { _, _ = db.Exec("ROLLBACK") })
	if _, took := completes(t, nil, "ingest", "-q", "--store", file, dir); took < 500*time.Millisecond {
		t.Errorf("did not wait: %v", took)
	}
	same(t, calm, load(t, file))
}

// TestSpoiledFiles: what is no store of ours is left as it is.
func TestSpoiledFiles(t *testing.T) {
	dir := news(t, 0, 100)
	good := filepath.Join(t.TempDir(), "s.sqlite")
	completes(t, nil, "ingest", "-q", "--store", good, dir)
	data, err := os.ReadFile(good)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		why, want string
		data      []byte
	}{
		{"truncated", "cut off", data[:len(data)/2]},
		{"not a database", "not a SQLite database", []byte("a list of things to buy\n")},
	} {
		file := filepath.Join(t.TempDir(), "s.sqlite")
		if err := os.WriteFile(file, c.data, 0o644); err != nil {
			t.Fatal(err)
		}
		for _, args := range [][]string{{"ingest", "--store", file, dir}, {"query", "--store", file, "who-wants-what"}, {"remove", "--store", file, "news-0001"}} {
			fails(t, program(t, nil, args...), c.want, "hint: ")
		}
		if left, err := os.ReadFile(file); err != nil || !bytes.Equal(left, c.data) {
			t.Errorf("%s: the file was changed (%v)", c.why, err)
		}
	}
}
