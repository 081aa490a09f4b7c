//go:build unix

package main

import (
	"bytes"
	"database/sql"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
)

// waiting is a program that waits for something which never comes.
type waiting struct {
	cmd  *exec.Cmd
	said bytes.Buffer
	done chan struct{} // closed when it has ended
}

func start(t *testing.T, env []string, args ...string) *waiting {
	t.Helper()
	w := &waiting{cmd: program(t, env, args...), done: make(chan struct{})}
	w.cmd.Stdout, w.cmd.Stderr = &w.said, &w.said
	return w
}

func (w *waiting) run(t *testing.T) {
	t.Helper()
	if err := w.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		_ = w.cmd.Wait() // its state is looked at
		close(w.done)
	}()
	t.Cleanup(func() {
		_ = w.cmd.Process.Kill() // it may have ended
		<-w.done
	})
}

func (w *waiting) signal(t *testing.T, s os.Signal) {
	t.Helper()
	if err := w.cmd.Process.Signal(s); err != nil {
		t.Errorf("send %v: %v; %s", s, err, &w.said)
	}
}

// ends waits for the end; the limit only guards against waiting for ever.
func (w *waiting) ends(t *testing.T) {
	t.Helper()
	select {
	case <-w.done:
	case <-time.After(time.Minute):
		t.Fatalf("goes on: %v", w.cmd.Args)
	}
}

// interrupted: one signal ends the program by itself, with the message and the exit status of an interruption.
func (w *waiting) interrupted(t *testing.T, s os.Signal) {
	t.Helper()
	w.signal(t, s)
	w.ends(t)
	if got := w.cmd.ProcessState.ExitCode(); got != term.Failed || !strings.Contains(w.said.String(), "interrupted; ") {
		t.Errorf("after %v: %v, says %q", s, w.cmd.ProcessState, &w.said)
	}
}

func fifo(t *testing.T, name string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := syscall.Mkfifo(file, 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// openFifo opens a fifo for writing, which waits until the program opens it for reading.
func openFifo(t *testing.T, file string) *os.File {
	t.Helper()
	f, err := os.OpenFile(file, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// TestSignals: whatever the program waits for, one SIGINT or SIGTERM ends it, and what was read before is loaded.
func TestSignals(t *testing.T) {
	for _, s := range []os.Signal{os.Interrupt, syscall.SIGTERM} {
		t.Run(s.String(), func(t *testing.T) {
			t.Run("open of a fifo", func(t *testing.T) { signalAtOpen(t, s) })
			t.Run("read of stdin", func(t *testing.T) { signalAtStdin(t, s) })
			t.Run("fifo after a file", func(t *testing.T) { signalAfterFile(t, s) })
			t.Run("fifo of names", func(t *testing.T) {
				w := start(t, nil, "extract", "--names", fifo(t, "names.yaml"), "-")
				w.run(t)
				openFifo(t, w.cmd.Args[3])
				w.interrupted(t, s)
			})
			t.Run("long extraction", func(t *testing.T) { signalAtWork(t, s) })
			t.Run("locked store", func(t *testing.T) { signalAtLock(t, s) })
			t.Run("silent server", func(t *testing.T) { signalAtServer(t, s) })
		})
	}
}

// signalAtOpen: the program stands in the opening of the second fifo; the first one tells that it has begun.
func signalAtOpen(t *testing.T, s os.Signal) {
	first, second := fifo(t, "first.txt"), fifo(t, "second.txt")
	w := start(t, nil, "extract", first, second)
	w.run(t)
	openFifo(t, first).Close()
	w.interrupted(t, s)
}

func signalAtStdin(t *testing.T, s os.Signal) {
	w := start(t, nil, "extract", "-")
	in, err := w.cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	w.run(t)
	// More than a pipe holds: written only when the program reads.
	if _, err := in.Write(bytes.Repeat([]byte("Norway supports Iceland. "), 10_000)); err != nil {
		t.Fatal(err)
	}
	w.interrupted(t, s)
}

func signalAfterFile(t *testing.T, s os.Signal) {
	dir, pipe, store := news(t, 0, 3), fifo(t, "pipe.txt"), filepath.Join(t.TempDir(), "s.sqlite")
	w := start(t, nil, "ingest", "-q", "--workers", "1", "--store", store, dir, pipe)
	w.run(t)
	openFifo(t, pipe)
	w.interrupted(t, s)
	left := 0
	if _, err := os.Stat(store); err == nil {
		left = documents(load(t, copied(t, store)))
	}
	completes(t, nil, "ingest", "-q", "--store", store, dir)
	t.Logf("%d of 3 documents loaded before the signal", left)
	same(t, undisturbedRun(t, dir), load(t, store))
}

// signalAtWork: the text is read and takes long; its output file is not left half written.
func signalAtWork(t *testing.T, s os.Signal) {
	pipe, out := fifo(t, "long.txt"), t.TempDir()
	w := start(t, nil, "extract", "-o", filepath.Join(out, "o.jsonl"), pipe)
	w.run(t)
	f := openFifo(t, pipe)
	if _, err := f.Write(bytes.Repeat([]byte("Norway supports Iceland, but Chile opposes Peru. "), 150_000)); err != nil {
		t.Fatal(err)
	}
	f.Close()
	w.interrupted(t, s)
	if left, err := os.ReadDir(out); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// signalAtLock: the load waits for another program that does not stop writing.
func signalAtLock(t *testing.T, s os.Signal) {
	dir, pipe, store := news(t, 0, 3), fifo(t, "pipe.txt"), filepath.Join(t.TempDir(), "s.sqlite")
	completes(t, nil, "ingest", "-q", "--store", store, news(t, 7, 8))
	db, err := sql.Open("sqlite", store)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	w := start(t, nil, "ingest", "-q", "--store", store, pipe, dir)
	w.run(t)
	f := openFifo(t, pipe)
	if _, err := db.Exec("BEGIN IMMEDIATE"); err != nil {
		t.Fatal(err)
	}
	f.Close()
	w.interrupted(t, s)
}

// signalAtServer: a server takes the connection and says nothing.
func signalAtServer(t *testing.T, s os.Signal) {
	server, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	w := start(t, []string{"NEO4J_PASSWORD=none"}, "query", "--neo4j", "bolt://"+server.Addr().String(), "who-wants-what")
	w.run(t)
	conn, err := server.Accept()
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	w.interrupted(t, s)
}

// TestSecondSignal: the second signal ends the program without any of its own doing.
func TestSecondSignal(t *testing.T) {
	pipe := fifo(t, "pipe.yaml")
	w := start(t, nil, "extract", "--names", pipe, "-")
	w.run(t)
	openFifo(t, pipe)
	for range 1000 { // the first is noticed at some time
		if err := w.cmd.Process.Signal(os.Interrupt); err != nil {
			break
		}
		time.Sleep(time.Millisecond)
	}
	w.ends(t)
	if status, ok := w.cmd.ProcessState.Sys().(syscall.WaitStatus); !ok || !status.Signaled() {
		t.Errorf("ended with %v: %s", w.cmd.ProcessState, &w.said)
	}
}

// TestIrregular: what a folder or a glob holds and is no file is skipped, and the program says so.
func TestIrregular(t *testing.T) {
	dir := news(t, 0, 2)
	pipe := filepath.Join(dir, "news-pipe.txt")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, arg := range []string{dir, filepath.Join(dir, "*.txt"), filepath.Join(filepath.Dir(dir), "*")} {
		t.Run(filepath.Base(arg), func(t *testing.T) {
			store := filepath.Join(t.TempDir(), "s.sqlite")
			said := completes(t, nil, "ingest", "-q", "--store", store, arg)
			if !strings.Contains(said, "skipped "+pipe+": no regular file") {
				t.Errorf("says %q", said)
			}
			if n := documents(load(t, store)); n != 2 {
				t.Errorf("%d documents, want 2", n)
			}
		})
	}
	t.Run("nothing else", func(t *testing.T) {
		fails(t, program(t, nil, "extract", filepath.Join(dir, "*pipe*")), "skipped ", "no file to read")
	})
}
