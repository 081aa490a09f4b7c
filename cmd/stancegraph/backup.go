package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
)

// backupStore is a store that can copy itself.
type backupStore interface {
	Backup(ctx context.Context, path string) error
}

func backupCommand(t *term.Terminal) *cobra.Command {
	var s storeFlags
	cmd := &cobra.Command{
		Use:   "backup FILE",
		Short: "Copy the embedded store to a new file, also while texts are loaded into it",
		Long: `Copy the embedded store to a new file: all that was loaded until now, decisions too. It may be done
while texts are loaded into the store. The copy is a store of its
own: --store FILE uses it. For Neo4j, use neo4j-admin database dump.`,
		Example: "  stancegraph backup stancegraph-2031-05-01.sqlite",
		Args:    cobra.ExactArgs(1),
		RunE:    func(cmd *cobra.Command, args []string) error { return runBackup(cmd.Context(), t, &s, args[0]) },
	}
	s.add(cmd)
	return cmd
}

func runBackup(ctx context.Context, t *term.Terminal, s *storeFlags, file string) error {
	if err := s.choose(); err != nil {
		return err
	}
	if s.uri != "" {
		return term.Hintf(term.Usagef("backup copies a SQLite file, no Neo4j database"),
			"neo4j-admin database dump copies that of a stopped server")
	}
	store, err := s.openRead(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	own, ok := store.(backupStore)
	if !ok {
		return fmt.Errorf("%s cannot be copied", s.name())
	}
	switch err := own.Backup(ctx, file); {
	case errors.Is(err, fs.ErrExist):
		return term.Hintf(err, "name a new file; a backup replaces none")
	case err != nil:
		return err
	}
	t.Sayf("%s copied to %s", s.name(), file)
	return nil
}
