package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
	"github.com/stancegraph/stancegraph/graph/neo4j/server"
)

func neo4jCommand(t *term.Terminal) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "neo4j",
		Short: "Run a Neo4j server on this machine, without Docker",
		Long: `Run a Neo4j Community server on this machine without Docker. It needs Java 17 or 21, and Maven to
download it once (140 MB). It listens on 127.0.0.1 only. The first start sets its password to
NEO4J_PASSWORD of the environment (8 characters or more). With NEO4J_OWNER=PID in the environment
the server stops when the process PID ends, however it ends.`,
		Example: `  export NEO4J_PASSWORD=…
  stancegraph neo4j up
  stancegraph ingest --neo4j bolt://127.0.0.1:7687 talks.txt
  stancegraph neo4j down`,
		Args: noSuchCommand,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	for _, sub := range [][2]string{
		{"up", "Start the server, wait until it is ready, print its URI"},
		{"down", "Stop the server and wait for its end"},
		{"status", "Print the URI of the running server; exit status 1 if none is running"},
		{"check", "Check what a server needs on this machine"},
	} {
		cmd.AddCommand(serverCommand(t, sub[0], sub[1]))
	}
	cmd.AddCommand(importCommand(t))
	return cmd
}

func serverCommand(t *term.Terminal, verb, short string) *cobra.Command {
	home, freePorts := "", false
	cmd := &cobra.Command{
		Use:   verb,
		Short: short,
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			args := []string{verb}
			if home != "" {
				args = append(args, "--home", home)
			}
			if freePorts {
				args = append(args, "--free-ports")
			}
			return runServer(cmd.Context(), t, args)
		},
	}
	if verb != "check" {
		homeFlag(cmd, &home)
	}
	if verb == "up" {
		cmd.Flags().BoolVar(&freePorts, "free-ports", false, "use free ports instead of 7687 (Bolt) and 7474 (Browser)")
	}
	return cmd
}

func importCommand(t *term.Terminal) *cobra.Command {
	home, overwrite := "", false
	cmd := &cobra.Command{
		Use:   "import DIR",
		Short: "Import a folder of stancegraph export --format neo4j-admin into the stopped server",
		Long: `Import a folder that stancegraph export --format neo4j-admin wrote into the stopped server, as its
database: about four times faster than ingest. Later loads with ingest build on it.`,
		Example: `  stancegraph ingest --store big.sqlite news/
  stancegraph export --store big.sqlite --format neo4j-admin import/
  stancegraph neo4j import import/
  stancegraph neo4j up`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			line := []string{"import"}
			if home != "" {
				line = append(line, "--home", home)
			}
			if overwrite {
				line = append(line, "--overwrite")
			}
			return runServer(cmd.Context(), t, append(line, args[0]))
		},
	}
	homeFlag(cmd, &home)
	cmd.Flags().BoolVar(&overwrite, "overwrite", false, "replace all that the database holds")
	return cmd
}

func homeFlag(cmd *cobra.Command, home *string) {
	cmd.Flags().StringVar(home, "home", "",
		"`DIR` for data, logs and settings (default\n~/.local/share/stancegraph/neo4j)")
	_ = cmd.MarkFlagDirname("home") // fails only where there is no such flag
}

// runServer runs the script that the program carries. The script writes its own errors and hints.
func runServer(ctx context.Context, t *term.Terminal, args []string) error {
	cache, err := os.UserCacheDir()
	if err != nil {
		return fmt.Errorf("neo4j: %w", err)
	}
	script, err := server.Unpack(filepath.Join(cache, "stancegraph", "neo4j-server"))
	if err != nil {
		return fmt.Errorf("neo4j: %w", err)
	}
	bash, err := exec.LookPath("bash")
	if err != nil {
		err := errors.New("neo4j: the server script needs bash, which is missing")
		return term.Hintf(err, "with Docker: docker compose up -d")
	}
	run := exec.CommandContext(ctx, bash, append([]string{script}, args...)...)
	run.Cancel = func() error { return run.Process.Signal(os.Interrupt) }
	run.Stdin, run.Stdout, run.Stderr = t.In, t.Out, t.Err
	var status *exec.ExitError
	switch err := run.Run(); {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.As(err, &status):
		return term.ErrReported
	case err != nil:
		return fmt.Errorf("neo4j: %w", err)
	}
	return nil
}
