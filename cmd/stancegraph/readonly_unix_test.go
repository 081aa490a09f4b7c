//go:build unix

package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// TestReadOnlyFile: a file that may not be written, in such a folder, can be read but not loaded into. Root may write
// everything, so it lets nobody try.
func TestReadOnlyFile(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "s.sqlite")
	completes(t, nil, "ingest", "-q", "--store", file, news(t, 0, 3))
	before, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	more := filepath.Join(dir, "more.txt")
	if err := os.WriteFile(more, []byte("Portugal wants a new treaty.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for path, mode := range map[string]os.FileMode{filepath.Dir(dir): 0o755, dir: 0o555, file: 0o444} {
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() { _ = os.Chmod(dir, 0o755) })
	for _, args := range [][]string{
		{"ingest", more}, {"remove", "news-0001"},
	} {
		t.Run(args[0], func(t *testing.T) {
			fails(t, asNobody(t, program(t, nil, append(args, "--store", file)...)), "may not be written")
		})
	}
	open := t.TempDir()
	for path, mode := range map[string]os.FileMode{filepath.Dir(open): 0o755, open: 0o777} {
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
	}
	for _, args := range [][]string{{"query", "who-wants-what"}, {"export", "--format", "jsonl"}, {"verify"}, {"doctor"},
		{"documents"}, {"merge", "--list"}, {"review", "--list"}, {"backup", filepath.Join(open, "copy.sqlite")}} {
		t.Run(args[0], func(t *testing.T) {
			cmd := asNobody(t, program(t, nil, append(args, "--store", file)...))
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Errorf("%v\n%s", err, out)
			}
		})
	}
	if after, err := os.ReadFile(file); err != nil || !bytes.Equal(before, after) {
		t.Errorf("the file was changed (%v)", err)
	}
}

// asNobody lets a command of root run as nobody, from a place that nobody can reach.
func asNobody(t *testing.T, cmd *exec.Cmd) *exec.Cmd {
	t.Helper()
	if os.Getuid() != 0 {
		return cmd
	}
	path, err := exec.LookPath("stancegraph")
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.Chmod(filepath.Dir(dir), 0o755); err != nil {
		t.Fatal(err)
	}
	cmd.Path = filepath.Join(dir, "stancegraph")
	if err := os.WriteFile(cmd.Path, data, 0o755); err != nil {
		t.Fatal(err)
	}
	const nobody = 65534
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	return cmd
}
