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

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // the second Ctrl-C ends at once
	ignoreFileLimit()
	os.Exit(run(ctx, term.New(os.Stdin, os.Stdout, os.Stderr), os.Args[1:]))
}
