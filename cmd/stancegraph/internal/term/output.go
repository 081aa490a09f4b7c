package term

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"sync"
)

// WriteTo runs write on stdout ("" or "-"), or on a file that comes into being only when all went well: a command that
// fails leaves an older file as it was. A command that failed in part (ErrReported) keeps what it wrote.
func (t *Terminal) WriteTo(file string, write func(io.Writer) error) error {
	if file == "" || file == "-" {
		w := bufio.NewWriter(t.Out)
		err := write(t.lineWriter(w))
		if flushed := w.Flush(); err == nil && flushed != nil {
			err = fmt.Errorf("write to stdout: %w", flushed)
		}
		return err
	}
	if info, err := os.Stat(file); err == nil && !info.Mode().IsRegular() { // a pipe or a device is not replaced
		f, err := os.OpenFile(file, os.O_WRONLY, 0)
		if err != nil {
			return fmt.Errorf("write: %w", err)
		}
		return fill(f, file, write)
	}
	f, err := createBeside(file)
	if err != nil {
		return fmt.Errorf("write %s: %w", file, err)
	}
	t.unfinished.add(f.Name())
	defer t.unfinished.remove(f.Name()) // no effect once renamed
	partly := fill(f, file, write)
	if partly != nil && !errors.Is(partly, ErrReported) {
		return partly
	}
	if err := os.Rename(f.Name(), file); err != nil {
		return fmt.Errorf("write %s: %w", file, err)
	}
	return partly
}

// Abandon removes the output files that WriteTo has not finished, before a program ends while it writes them.
func (t *Terminal) Abandon() { t.unfinished.abandon() }

// unfinished are the names of files that are being written. A nil one notes nothing.
type unfinished struct {
	mu    sync.Mutex
	names []string
}

func (u *unfinished) add(name string) {
	if u != nil {
		u.mu.Lock()
		defer u.mu.Unlock()
		u.names = append(u.names, name)
	}
}

// remove removes a file, which may be gone.
func (u *unfinished) remove(name string) {
	os.Remove(name)
	if u != nil {
		u.mu.Lock()
		defer u.mu.Unlock()
		u.names = slices.DeleteFunc(u.names, func(n string) bool { return n == name })
	}
}

func (u *unfinished) abandon() {
	if u == nil {
		return
	}
	u.mu.Lock()
	defer u.mu.Unlock()
	for _, name := range u.names {
		os.Remove(name)
	}
}

// createBeside makes a new file in the folder of another one, with the rights of that one, or, where there is none, with
// those that the umask leaves.
func createBeside(file string) (*os.File, error) {
	rights := os.FileMode(0o666)
	old, statErr := os.Stat(file)
	if statErr == nil {
		rights = old.Mode().Perm()
	}
	for n := 0; ; n++ {
		name := filepath.Join(filepath.Dir(file), fmt.Sprintf(".%s.%d-%d", filepath.Base(file), os.Getpid(), n))
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, rights)
		switch {
		case errors.Is(err, os.ErrExist) && n < 100:
			continue
		case err != nil:
			return nil, err
		case statErr == nil:
			err = f.Chmod(rights) // the umask may have taken some
		}
		if err != nil {
			f.Close()
			os.Remove(name)
			return nil, err
		}
		return f, nil
	}
}

// fill writes an open file, flushes and closes it. An error of the file goes before ErrReported.
func fill(f *os.File, name string, write func(io.Writer) error) error {
	w := bufio.NewWriter(f)
	err := write(w)
	for _, finish := range []func() error{w.Flush, f.Close} {
		if e := finish(); e != nil && (err == nil || errors.Is(err, ErrReported)) {
			err = fmt.Errorf("write %s: %w", name, e)
		}
	}
	return err
}

// lineWriter is w, flushed after every write where a person watches.
func (t *Terminal) lineWriter(w *bufio.Writer) io.Writer {
	if t.OutTTY {
		return flushing{w}
	}
	return w
}

// flushing has no method but Write: a WriteString of bufio.Writer would not flush.
type flushing struct{ w *bufio.Writer }

func (f flushing) Write(p []byte) (int, error) {
	n, err := f.w.Write(p)
	if e := f.w.Flush(); err == nil {
		err = e
	}
	return n, err
}
