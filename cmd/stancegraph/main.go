// Command stancegraph reads political news and answers who stands where, on what, who says so, and in which sentence.
//
//	stancegraph ingest talks.txt      read, load into the store, show what was found
//	stancegraph query who-wants-what  query the store
//
// One file holds one sub-command. read.go and store.go hold the flags that several share; internal/term holds the rules
// of the terminal that all of them keep, internal/render the forms of their output.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // the second Ctrl-C ends at once
	ignoreFileLimit()
	t := term.New(os.Stdin, os.Stdout, os.Stderr)
	os.Exit(interruptible(ctx, t, func() int { return run(ctx, t, os.Args[1:]) }))
}

// grace is how long a command may take to end in order after a signal.
const grace = 1500 * time.Millisecond

// interruptible runs a command and gives its exit status. One that does not end within grace after ctx is left where it
// is: stores take documents whole or not at all, and unfinished output files are removed.
func interruptible(ctx context.Context, t *term.Terminal, do func() int) int {
	status := make(chan int, 1)
	go func() { status <- do() }()
	select {
	case s := <-status:
		return s
	case <-ctx.Done():
	}
	select {
	case s := <-status:
		return s
	case <-time.After(grace):
		t.Abandon()
		return t.ExitStatus(ctx.Err())
	}
}
