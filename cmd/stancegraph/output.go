package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// writeTo runs write on stdout, or on a file that comes into being only when all went well: a command that fails
// leaves an older file as it was.
func writeTo(t *terminal, file string, write func(io.Writer) error) error {
	if file == "" || file == "-" {
		w := bufio.NewWriter(t.out)
		err := write(lineWriter(t, w))
		if flushed := w.Flush(); err == nil && flushed != nil {
			err = fmt.Errorf("write to stdout: %w", flushed)
		}
		return err
	}
	if info, err := os.Stat(file); err == nil && !info.Mode().IsRegular() { // a pipe or a device is written, not replaced
		return writeInto(file, write)
	}
	f, err := os.CreateTemp(filepath.Dir(file), "."+filepath.Base(file)+".*")
	if err != nil {
		return fmt.Errorf("write %s: %w", file, err)
	}
	defer os.Remove(f.Name()) // no effect once renamed
	w := bufio.NewWriter(f)
	err = write(w)
	if e := w.Flush(); e != nil && err == nil {
		err = fmt.Errorf("write %s: %w", file, e)
	}
	if e := f.Close(); e != nil && err == nil {
		err = fmt.Errorf("write %s: %w", file, e)
	}
	if err != nil && err != errReported {
		return err
	}
	if e := os.Chmod(f.Name(), 0o644); e != nil {
		return fmt.Errorf("write %s: %w", file, e)
	}
	if e := os.Rename(f.Name(), file); e != nil {
		return fmt.Errorf("write %s: %w", file, e)
	}
	return err
}

func writeInto(file string, write func(io.Writer) error) error {
	f, err := os.OpenFile(file, os.O_WRONLY, 0)
	if err != nil {
		return fmt.Errorf("write: %w", err)
	}
	w := bufio.NewWriter(f)
	err = write(w)
	if e := w.Flush(); e != nil && err == nil {
		err = fmt.Errorf("write %s: %w", file, e)
	}
	if e := f.Close(); e != nil && err == nil {
		err = fmt.Errorf("write %s: %w", file, e)
	}
	return err
}

// lineWriter is w, flushed after every write where a person watches.
func lineWriter(t *terminal, w *bufio.Writer) io.Writer {
	if t.outTTY {
		return flushing{w}
	}
	return w
}

type flushing struct{ *bufio.Writer }

func (f flushing) Write(p []byte) (int, error) {
	n, err := f.Writer.Write(p)
	if e := f.Writer.Flush(); err == nil {
		err = e
	}
	return n, err
}
