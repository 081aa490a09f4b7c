// Command stancegraph reads political news and answers who stands where, on what, who says so, and in which sentence.
//
//	stancegraph ingest talks.txt      read, load into the store, show what was found
//	stancegraph query who-wants-what  ask the store
//
// One file holds one sub-command; ui.go holds what all of them keep to.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // the second Ctrl-C ends at once
	ignoreFileLimit()
	os.Exit(run(ctx, newTerminal(os.Stdin, os.Stdout, os.Stderr), os.Args[1:]))
}
