package term

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"
)

// TestWriteTo: a file is there whole or not at all, and stdout has what was written before an error.
func TestWriteTo(t *testing.T) {
	broken := errors.New("broken")
	for _, c := range []struct {
		name string
		err  error
		file string // its content afterwards; "before" was there
	}{
		{"done", nil, "new"},
		{"failed in part", ErrReported, "new"},
		{"failed in part, wrapped", fmt.Errorf("extract: %w", ErrReported), "new"},
		{"failed", broken, "before"},
	} {
		write := func(w io.Writer) error {
			_, _ = io.WriteString(w, "new")
			return c.err
		}
		t.Run(c.name+", to a file", func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "out.txt")
			if err := os.WriteFile(file, []byte("before"), 0o644); err != nil {
				t.Fatal(err)
			}
			var out bytes.Buffer
			if err := (&Terminal{Out: &out}).WriteTo(file, write); !errors.Is(err, c.err) {
				t.Errorf("error %v, want %v", err, c.err)
			}
			if got, err := os.ReadFile(file); err != nil || string(got) != c.file || out.Len() > 0 {
				t.Errorf("file %q (%v), stdout %q", got, err, out.String())
			}
			if left, _ := os.ReadDir(filepath.Dir(file)); len(left) != 1 {
				t.Errorf("leaves %v", left)
			}
		})
		t.Run(c.name+", to stdout", func(t *testing.T) {
			var out bytes.Buffer
			if err := (&Terminal{Out: &out}).WriteTo("-", write); !errors.Is(err, c.err) || out.String() != "new" {
				t.Errorf("error %v, stdout %q", err, out.String())
			}
		})
	}
}

// TestWriteToFlushes: on a terminal each write is seen at once, in a pipe when all is done.
func TestWriteToFlushes(t *testing.T) {
	for _, tty := range []bool{true, false} {
		t.Run(fmt.Sprintf("terminal %v", tty), func(t *testing.T) {
			var out bytes.Buffer
			err := (&Terminal{Out: &out, OutTTY: tty}).WriteTo("", func(w io.Writer) error {
				_, err := io.WriteString(w, "a line\n")
				if seen := out.Len() > 0; seen != tty {
					t.Errorf("seen at once: %v", seen)
				}
				return err
			})
			if err != nil || out.String() != "a line\n" {
				t.Errorf("%q, %v", out.String(), err)
			}
		})
	}
}
