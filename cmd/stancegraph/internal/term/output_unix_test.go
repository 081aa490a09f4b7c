//go:build unix

package term

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// TestWriteToRights: a new file has the rights that the umask leaves, and one that is replaced keeps its own.
func TestWriteToRights(t *testing.T) {
	for _, c := range []struct {
		umask     int
		was, want os.FileMode // was is 0 where there is no file
	}{{0o022, 0, 0o644}, {0o077, 0, 0o600}, {0o002, 0, 0o664}, {0o022, 0o600, 0o600}, {0o077, 0o664, 0o664}} {
		t.Run(fmt.Sprintf("umask %03o, file of %03o", c.umask, c.was), func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "out.txt")
			if c.was != 0 {
				if err := os.WriteFile(file, nil, c.was); err != nil {
					t.Fatal(err)
				}
				if err := os.Chmod(file, c.was); err != nil {
					t.Fatal(err)
				}
			}
			defer syscall.Umask(syscall.Umask(c.umask))
			err := (&Terminal{Out: new(bytes.Buffer)}).WriteTo(file, func(w io.Writer) error {
				_, err := io.WriteString(w, "new")
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
			info, err := os.Stat(file)
			if err != nil {
				t.Fatal(err)
			}
			if got := info.Mode().Perm(); got != c.want {
				t.Errorf("rights %03o, want %03o", got, c.want)
			}
		})
	}
}
