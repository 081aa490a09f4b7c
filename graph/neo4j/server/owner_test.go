package server

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// fakeServer stands in for java: as a server it says that it has started, and runs until it is ended.
const fakeServer = `case "$*" in
-version) echo 'openjdk version "17.0.15" 2025-04-15' >&2 ;;
*CommunityEntryPoint*)
  for a in "$@"; do case $a in --home-dir=*) home=${a#*=} ;; esac; done
  echo 'today INFO  Started.' >>"$home/logs/neo4j.log"
  while :; do sleep 0.1; done ;;
esac`

// starter is a program that starts a server and then runs on.
type starter struct {
	*exec.Cmd
	home   string
	env    []string
	server int // process id
}

// newStarter runs one; with owned, the server is to end with it.
func newStarter(t *testing.T, owned bool) *starter {
	t.Helper()
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("neo4j.sh needs bash, and there is none")
	}
	jars := t.TempDir()
	for _, name := range []string{"neo4j-" + version(t) + ".jar", "cypher-shell-" + version(t) + ".jar"} {
		if err := os.WriteFile(filepath.Join(jars, name), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	s := &starter{home: t.TempDir()}
	s.env = []string{tools(t, map[string]string{"java": fakeServer}), "NEO4J_LIB=" + jars, "NEO4J_PASSWORD=long enough"}
	line := `"$BASH" ./neo4j.sh up --home "$1" --free-ports && while :; do sleep 0.1; done`
	if owned {
		line = "export NEO4J_OWNER=$$; " + line
	}
	s.Cmd = exec.Command(bash, "-c", line, "starter", s.home)
	s.Env = append([]string{"HOME=" + t.TempDir()}, s.env...)
	var said bytes.Buffer
	s.Stderr = &said
	if err := s.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = s.Process.Kill() // it may have ended
		_ = s.Wait()
		script(t, s.env, "down", "--home", s.home)
	})
	uri := filepath.Join(s.home, "run", "uri") // the last thing that a start writes
	eventually(t, "the server starts", func() bool { _, err := os.Stat(uri); return err == nil || zombie(s.Process.Pid) })
	if zombie(s.Process.Pid) {
		_ = s.Wait()
		t.Fatalf("the server does not start: %s", said.String())
	}
	data, err := os.ReadFile(filepath.Join(s.home, "run", "neo4j.pid"))
	if err != nil {
		t.Fatal(err)
	}
	if s.server, err = strconv.Atoi(strings.TrimSpace(string(data))); err != nil {
		t.Fatal(err)
	}
	return s
}

// running says whether the server runs.
func (s *starter) running() bool { return syscall.Kill(s.server, 0) == nil && !zombie(s.server) }

// zombie says whether a process has ended and only its status is still there.
func zombie(pid int) bool {
	stat, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat")
	return err == nil && strings.Contains(string(stat), ") Z ")
}

// eventually waits for what must come; the limit only guards against waiting for ever.
func eventually(t *testing.T, what string, done func() bool) {
	t.Helper()
	for range 1200 {
		if done() {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Fatalf("not in two minutes: %s", what)
}

// TestServerEndsWithOwner: whatever ends the starter, also what gives it no chance to tidy up, ends its server.
func TestServerEndsWithOwner(t *testing.T) {
	for _, c := range []struct {
		name    string
		signal  syscall.Signal
		collect bool // the starter's parent asks for its status; else it stays a zombie
	}{
		{"killed", syscall.SIGKILL, true},
		{"killed, and its parent does not look", syscall.SIGKILL, false},
		{"terminated", syscall.SIGTERM, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newStarter(t, true)
			if !s.running() {
				t.Fatal("the server ended before its starter")
			}
			if err := s.Process.Signal(c.signal); err != nil {
				t.Fatal(err)
			}
			if c.collect {
				_ = s.Wait() // killed
			}
			eventually(t, "the server ends with its starter", func() bool { return !s.running() })
			pid := filepath.Join(s.home, "run", "neo4j.pid")
			eventually(t, "its process file is gone", func() bool { _, err := os.Stat(pid); return os.IsNotExist(err) })
		})
	}
}

// TestServerOutlivesStarter: without an owner the server runs until it is stopped, as a user wants it.
func TestServerOutlivesStarter(t *testing.T) {
	s := newStarter(t, false)
	if err := s.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = s.Wait() // killed
	if _, said, code := script(t, s.env, "status", "--home", s.home); code != 0 {
		t.Errorf("status: %d, %s", code, said)
	}
	if _, said, code := script(t, s.env, "down", "--home", s.home); code != 0 {
		t.Errorf("down: %d, %s", code, said)
	}
	eventually(t, "the server ends", func() bool { return !s.running() })
}
