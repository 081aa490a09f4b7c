package term

import (
	"context"
	"errors"
	"fmt"
	"strings"
)

// The exit statuses.
const (
	Done   = 0
	Failed = 1
	Usage  = 2
)

// ErrReported fails a command whose errors are written already.
var ErrReported = errors.New("failed")

// hinted is an error that knows what the user can do next.
type hinted struct {
	error
	hint string
}

func (h hinted) Unwrap() error { return h.error }

// Hintf adds a hint to an error: what the user can do next. nil stays nil.
func Hintf(err error, format string, args ...any) error {
	if err == nil {
		return nil
	}
	return hinted{err, fmt.Sprintf(format, args...)}
}

// usageError is an error of the command line: exit status 2.
type usageError struct{ error }

func (u usageError) Unwrap() error { return u.error }

// Usagef makes an error of the command line.
func Usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// AsUsage marks an error as one of the command line.
func AsUsage(err error) error { return usageError{err} }

// IsUsage says whether an error is one of the command line.
func IsUsage(err error) bool {
	var wrong usageError
	return errors.As(err, &wrong)
}

// Report writes an error with its hint. An error of several lines shows a place in a file: its lines stay apart.
func (t *Terminal) Report(err error) {
	msg := Clean(err.Error())
	if lines := strings.Split(err.Error(), "\n"); len(lines) > 1 {
		for i := range lines {
			lines[i] = CleanLine(lines[i])
		}
		msg = strings.Join(lines, "\n  ")
	}
	t.Sayf("stancegraph: error: %s", msg)
	var h hinted
	if errors.As(err, &h) {
		t.Sayf("stancegraph: hint: %s", h.hint)
	}
}

// ExitStatus writes what is still to be written of err and gives the exit status.
func (t *Terminal) ExitStatus(err error) int {
	switch {
	case err == nil:
		return Done
	case errors.Is(err, ErrReported):
		return Failed
	case errors.Is(err, context.Canceled):
		t.Sayf("stancegraph: interrupted; what was done is kept, run the same command again to continue")
		return Failed
	}
	t.Report(err)
	if IsUsage(err) {
		return Usage
	}
	return Failed
}
