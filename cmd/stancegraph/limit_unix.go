//go:build unix

package main

import (
	"os/signal"
	"syscall"
)

// ignoreFileLimit makes a file at its limit (ulimit -f) an error of the write instead of the program's end.
func ignoreFileLimit() { signal.Ignore(syscall.SIGXFSZ) }
