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
)

// script runs neo4j.sh with only these environment variables and gives what it says.
func script(t *testing.T, env []string, args ...string) (stdout, stderr string, code int) {
	t.Helper()
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("neo4j.sh needs bash, and there is none")
	}
	cmd := exec.Command(bash, append([]string{"./neo4j.sh"}, args...)...)
	cmd.Env = append([]string{"HOME=" + t.TempDir()}, env...)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil && cmd.ProcessState == nil {
		t.Fatal(err)
	}
	return out.String(), errs.String(), cmd.ProcessState.ExitCode()
}

// tools makes a folder with the named programs of this machine and the given stand-ins, to be PATH.
func tools(t *testing.T, programs map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"sed", "head", "dirname", "basename", "cat", "ls", "mkdir", "chmod", "mktemp", "rm", "rmdir",
		"mv", "tr", "grep", "wc", "tail", "seq", "sleep", "nohup"} {
		if path, err := exec.LookPath(name); err == nil {
			if err := os.Symlink(path, filepath.Join(dir, name)); err != nil {
				t.Fatal(err)
			}
		}
	}
	for name, body := range programs {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\n"+body+"\n"), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	return "PATH=" + dir
}

const java17 = `echo 'openjdk version "17.0.15" 2025-04-15' >&2`

// TestScriptErrors: whatever lacks is named, with what to do.
func TestScriptErrors(t *testing.T) {
	jars := func(names ...string) string {
		dir := t.TempDir()
		for _, name := range names {
			if err := os.WriteFile(filepath.Join(dir, name), nil, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		return "NEO4J_LIB=" + dir
	}
	whole := jars("neo4j-"+version(t)+".jar", "cypher-shell-"+version(t)+".jar")
	for _, tt := range []struct {
		name string
		env  []string
		args []string
		code int
		want string
	}{
		{"no command", nil, nil, 2, "no command"},
		{"unknown command", nil, []string{"start"}, 2, "unknown command start"},
		{"too much", nil, []string{"up", "now"}, 2, "up does not take now"},
		{"no java", []string{tools(t, nil)}, []string{"up"}, 1, "no java: Neo4j needs Java 17 or 21"},
		{"no java to check", []string{tools(t, nil)}, []string{"check"}, 1, "no java"},
		{"old java", []string{tools(t, map[string]string{"java": `echo 'openjdk version "11.0.2"' >&2`})}, []string{"up"}, 1,
			"java is version 11"},
		{"very old java", []string{tools(t, map[string]string{"java": `echo 'java version "1.8.0_292"' >&2`})},
			[]string{"check"}, 1, "java is version 1:"},
		{"no maven", []string{tools(t, map[string]string{"java": java17})}, []string{"up"}, 1, "no mvn"},
		{"other jars", []string{tools(t, map[string]string{"java": java17, "mvn": "exit 0"}), jars("neo4j-4.4.0.jar")},
			[]string{"fetch"}, 1, "holds something else"},
		{"maven fails", []string{tools(t, map[string]string{"java": java17, "mvn": "exit 1"})}, []string{"fetch"}, 1,
			"could not fetch"},
		{"no password", []string{tools(t, map[string]string{"java": java17}), whole}, []string{"up"}, 1,
			"no password for the first start"},
		{"short password", []string{tools(t, map[string]string{"java": java17}), whole, "NEO4J_PASSWORD=short"},
			[]string{"up"}, 1, "has 5 characters"},
		{"shell without server", []string{tools(t, map[string]string{"java": java17}), whole, "NEO4J_PASSWORD=long enough"},
			[]string{"shell"}, 1, "not running"},
		{"status of none", []string{tools(t, nil)}, []string{"status"}, 1, "not running"},
		{"down of none", []string{tools(t, nil)}, []string{"down"}, 0, "not running"},
		{"all there", []string{tools(t, map[string]string{"java": java17}), whole}, []string{"check"}, 0, "is here"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			env := tt.env
			if env == nil {
				env = []string{tools(t, nil)}
			}
			stdout, stderr, code := script(t, env, tt.args...)
			if code != tt.code || !strings.Contains(stderr, tt.want) {
				t.Errorf("exit %d and %q, want %d and %q", code, stderr, tt.code, tt.want)
			}
			if stdout != "" {
				t.Errorf("stdout %q, want nothing", stdout)
			}
		})
	}
}

// TestFetchLeavesNothingBroken: a download that fails half-way leaves no folder that looks whole.
func TestFetchLeavesNothingBroken(t *testing.T) {
	cache := t.TempDir()
	half := `for a in "$@"; do case $a in -DoutputDirectory=*) : >"${a#*=}/half.jar" ;; esac; done; exit 1`
	env := []string{tools(t, map[string]string{"java": java17, "mvn": half}), "XDG_CACHE_HOME=" + cache}
	if _, stderr, code := script(t, env, "fetch"); code != 1 {
		t.Fatalf("exit %d: %s", code, stderr)
	}
	left, err := os.ReadDir(filepath.Join(cache, "stancegraph"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}

// TestDownSparesOthers: a stale file with the number of a process that is not ours stops nobody.
func TestDownSparesOthers(t *testing.T) {
	if _, err := os.Stat("/proc/self/cmdline"); err != nil {
		t.Skip("needs /proc to tell processes apart")
	}
	other := exec.Command("sleep", "60")
	if err := other.Start(); err != nil {
		t.Skip(err)
	}
	defer func() { _ = other.Process.Kill(); _ = other.Wait() }()
	home := t.TempDir()
	if err := os.MkdirAll(filepath.Join(home, "run"), 0o755); err != nil {
		t.Fatal(err)
	}
	pid := []byte(strconv.Itoa(other.Process.Pid))
	if err := os.WriteFile(filepath.Join(home, "run", "neo4j.pid"), pid, 0o644); err != nil {
		t.Fatal(err)
	}
	_, stderr, code := script(t, []string{tools(t, nil)}, "down", "--home", home)
	if code != 0 || !strings.Contains(stderr, "not running") {
		t.Errorf("exit %d: %s", code, stderr)
	}
	if err := other.Process.Signal(syscall.Signal(0)); err != nil {
		t.Error("the other process was stopped")
	}
}

// TestHomeIsPrivate: the folder with the database, its logs and its configuration is for the owner only, also one that
// was open to others.
func TestHomeIsPrivate(t *testing.T) {
	open := t.TempDir()
	if err := os.Chmod(open, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, home := range map[string]string{"new": filepath.Join(t.TempDir(), "made", "home"), "open to others": open} {
		t.Run(name, func(t *testing.T) {
			cmd := exec.Command("bash", "neo4j.sh", "down", "--home", home)
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			info, err := os.Stat(home)
			if err != nil {
				t.Fatal(err)
			}
			if got := info.Mode().Perm(); got != 0o700 {
				t.Errorf("rights %03o, want 700", got)
			}
		})
	}
}
