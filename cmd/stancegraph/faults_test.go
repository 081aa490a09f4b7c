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
	"sync/atomic"
	"testing"
	"time"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/sqlite"
)

// The faults of this file happen to the real program in a process of its own. However it ends, the same command
// again must give the graph of a undisturbed run, node by node and edge by edge.

// news writes short articles number from to before end into a new folder.
func news(t *testing.T, from, end int) string {
	t.Helper()
	dir := t.TempDir()
	for i := from; i < end; i++ {
		text := fmt.Sprintf("Portugal wants treaty number %d. Norway does not support the treaty. "+
			"Iceland accuses Chile of delay number %d.\n\n"+
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

// completes runs the program to its end and gives what it says.
func completes(t *testing.T, env []string, args ...string) string {
	t.Helper()
	out, err := program(t, env, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("stancegraph %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return string(out)
}

// fails runs the program, which must end by itself with status 1 and say all that is wanted, and no panic.
func fails(t *testing.T, cmd *exec.Cmd, want ...string) {
	t.Helper()
	out, err := cmd.CombinedOutput()
	said := string(out)
	if err == nil || cmd.ProcessState.ExitCode() != term.Failed {
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

// killPoints are the shares of the documents after which a load is killed: three that are fixed, or as many by chance
// as STANCEGRAPH_KILLS says, the same for one STANCEGRAPH_SEED.
func killPoints(t *testing.T) []float64 {
	t.Helper()
	n, err := strconv.Atoi(os.Getenv("STANCEGRAPH_KILLS"))
	if err != nil {
		return []float64{0.1, 0.4, 0.7}
	}
	seed, err := strconv.ParseUint(os.Getenv("STANCEGRAPH_SEED"), 10, 64)
	if err != nil {
		seed = rand.Uint64()
	}
	t.Logf("%d kills by chance; STANCEGRAPH_SEED=%d repeats them", n, seed)
	random := rand.New(rand.NewPCG(seed, 0))
	points := make([]float64, n)
	for i := range points {
		points[i] = random.Float64()
	}
	return points
}

func same(t *testing.T, undisturbed, got *graph.Graph) {
	t.Helper()
	if d := graph.Diff(undisturbed, got, 10); len(d) > 0 {
		t.Errorf("the graph (second) is not that of a undisturbed run (first):\n%s", strings.Join(d, "\n"))
	}
}

// undisturbedRun gives the graph of a run that nothing disturbs.
func undisturbedRun(t *testing.T, dirs ...string) *graph.Graph {
	t.Helper()
	file := filepath.Join(t.TempDir(), "undisturbed.sqlite")
	completes(t, nil, append([]string{"ingest", "-q", "--store", file}, dirs...)...)
	return load(t, file)
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

// copied is a copy of a store's files as they are, so that a look at it repairs nothing.
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

// TestKilled kills a load with SIGKILL at three points of its progress, or at many by chance; the same load again
// completes the graph:
//
//	STANCEGRAPH_KILLS=20 go test ./cmd/stancegraph -run TestKilled -v
func TestKilled(t *testing.T) {
	const all = 1000
	dir := news(t, 0, all)
	undisturbed := undisturbedRun(t, dir)
	partly := 0
	for _, share := range killPoints(t) {
		n := int(share * (all - 2*batchDocuments)) // the last batches come before a kill can
		t.Run(fmt.Sprintf("after %d documents", n), func(t *testing.T) {
			left, loaded := killedLoad(t, dir, n)
			t.Logf("%d of %d documents loaded", loaded, all)
			if loaded > 0 && loaded < all {
				partly++
			}
			completes(t, nil, "ingest", "-q", "--store", left, dir)
			same(t, undisturbed, load(t, left))
		})
	}
	if partly == 0 {
		t.Error("no kill was in the middle of a load")
	}
}

// killedLoad loads a folder into a new store and kills the program, without any chance to tidy up, when n documents are
// loaded and the next ones are being written. It gives the files as they were left and how many documents they hold.
func killedLoad(t *testing.T, dir string, n int) (left string, loaded int) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "s.sqlite")
	store, err := sqlite.Open(t.Context(), file)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	cmd := program(t, nil, "ingest", "-q", "--store", file, dir)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	waitFor(t, store, n)
	waitForWrite(t, file+"-wal")
	_ = cmd.Process.Kill() // it may have ended
	_ = cmd.Wait()         // killed
	// copied before the store is closed here: that would write the log into the file, which is for the program to do
	left = copied(t, file)
	return left, documents(load(t, copied(t, left)))
}

// waitForWrite waits until a file changes, or for a while: the program may have ended.
func waitForWrite(t *testing.T, file string) {
	t.Helper()
	before, err := os.Stat(file)
	if err != nil {
		t.Fatal(err)
	}
	for range 2000 {
		now, err := os.Stat(file)
		if err != nil || now.Size() != before.Size() || now.ModTime() != before.ModTime() {
			return
		}
		time.Sleep(time.Millisecond)
	}
}

// waitFor waits until a store has so many documents. The limit only guards against waiting for ever.
func waitFor(t *testing.T, store graph.Store, n int) {
	t.Helper()
	for range 30_000 {
		stats, err := store.Stats(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if stats.Nodes[graph.Document] >= n {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("%d documents do not come", n)
}

// TestAtOnce loads two folders that share documents into one file at the same time.
func TestAtOnce(t *testing.T) {
	one, two := news(t, 0, 300), news(t, 150, 450)
	undisturbed := undisturbedRun(t, news(t, 0, 450))
	file := filepath.Join(t.TempDir(), "s.sqlite")
	atOnce(t, nil, []string{"ingest", "-q", "--store", file}, one, two)
	same(t, undisturbed, load(t, file))
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
	undisturbed := undisturbedRun(t, dir)
	file := filepath.Join(t.TempDir(), "s.sqlite")
	ingest := []string{"ingest", "-q", "--store", file, dir}
	limited := program(t, nil, ingest...)
	limited.Args = append([]string{bash, "-c", `ulimit -f 700 && exec "$@"`, "limited"}, limited.Args...)
	limited.Path = bash
	fails(t, limited, "hint: what was loaded before is kept")
	left := load(t, copied(t, file))
	for _, n := range left.Nodes { // whole documents only
		if whole, ok := undisturbed.Node(n.Ref); n.Label == graph.Document && (!ok || !reflect.DeepEqual(whole, n)) {
			t.Errorf("%s is half-written", n.Ref)
		}
	}
	if n := documents(left); n >= 600 {
		t.Errorf("all %d documents were loaded: the limit came too late", n)
	}
	completes(t, nil, ingest...)
	same(t, undisturbed, load(t, file))
}

// TestLockedForAWhile: a load waits for another program that writes, and does not end before that has.
func TestLockedForAWhile(t *testing.T) {
	dir := news(t, 0, 5)
	undisturbed := undisturbedRun(t, dir)
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
	var released atomic.Bool
	time.AfterFunc(700*time.Millisecond, func() {
		released.Store(true)
		_, _ = db.Exec("ROLLBACK") // the load fails where it fails
	})
	completes(t, nil, "ingest", "-q", "--store", file, dir)
	if !released.Load() {
		t.Error("did not wait")
	}
	same(t, undisturbed, load(t, file))
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
		name, want string
		data       []byte
	}{
		{"truncated", "cut off", data[:len(data)/2]},
		{"not a database", "not a SQLite database", []byte("a list of things to buy\n")},
	} {
		t.Run(c.name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "s.sqlite")
			if err := os.WriteFile(file, c.data, 0o644); err != nil {
				t.Fatal(err)
			}
			for _, args := range [][]string{{"ingest", dir}, {"query", "who-wants-what"}, {"remove", "news-0001"}} {
				fails(t, program(t, nil, append(args, "--store", file)...), c.want, "hint: ")
			}
			if left, err := os.ReadFile(file); err != nil || !bytes.Equal(left, c.data) {
				t.Errorf("the file was changed (%v)", err)
			}
		})
	}
}
