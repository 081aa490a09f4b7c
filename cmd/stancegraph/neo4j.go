package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/graph/neo4j/server"
)

func neo4jCommand(t *terminal) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "neo4j",
		Short: "Run a Neo4j server on this machine, without Docker",
		Long: `Run a real Neo4j Community server on this machine without Docker: Java 17 or 21 runs it, Maven
fetches it once (140 MB). It listens on 127.0.0.1 only. The environment's NEO4J_PASSWORD (8
characters or more) becomes its password at the first start.`,
		Example: `  export NEO4J_PASSWORD=…
  stancegraph neo4j up
  stancegraph ingest --neo4j bolt://127.0.0.1:7687 talks.txt
  stancegraph neo4j down`,
		Args: noSuchCommand,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	for _, sub := range [][2]string{
		{"up", "Start the server, wait until it answers, print its URI"},
		{"down", "Stop the server and wait"},
		{"status", "Print the URI of the running server; exit status 1 where none runs"},
		{"check", "Say what is missing to run a server here"},
	} {
		cmd.AddCommand(serverCommand(t, sub[0], sub[1]))
	}
	cmd.AddCommand(importCommand(t))
	return cmd
}

func serverCommand(t *terminal, verb, short string) *cobra.Command {
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
		cmd.Flags().BoolVar(&freePorts, "free-ports", false, "take free ports instead of 7687 (Bolt) and 7474 (Browser)")
	}
	return cmd
}

func importCommand(t *terminal) *cobra.Command {
	home, overwrite := "", false
	cmd := &cobra.Command{
		Use:   "import DIR",
		Short: "Load a folder of stancegraph export --format neo4j-admin into the stopped server",
		Long: `Load a folder that stancegraph export --format neo4j-admin wrote into the stopped server, as its
database: some four times quicker than ingest. Later loads by ingest go on from there.`,
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
	cmd.Flags().BoolVar(&overwrite, "overwrite", false, "put it in the place of all that the database holds")
	return cmd
}

func homeFlag(cmd *cobra.Command, home *string) {
	cmd.Flags().StringVar(home, "home", "", "`DIR` for data, logs and settings (default ~/.local/share/stancegraph/neo4j)")
	cmd.MarkFlagDirname("home")
}

// runServer runs the script that the program carries. The script writes its own errors and hints.
func runServer(ctx context.Context, t *terminal, args []string) error {
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
		return hintf(fmt.Errorf("neo4j: the script of the server needs bash, and there is none"), "with Docker: docker compose up -d")
	}
	run := exec.CommandContext(ctx, bash, append([]string{script}, args...)...)
	run.Cancel = func() error { return run.Process.Signal(os.Interrupt) }
	run.Stdin, run.Stdout, run.Stderr = t.in, t.out, t.err
	var status *exec.ExitError
	switch err := run.Run(); {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.As(err, &status):
		return errReported
	case err != nil:
		return fmt.Errorf("neo4j: %w", err)
	}
	return nil
}
