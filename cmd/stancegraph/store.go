package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/neo4j"
	"github.com/stancegraph/stancegraph/graph/sqlite"
)

// defaultStore is the embedded store's file, in the folder where the program runs.
const defaultStore = "stancegraph.sqlite"

// storeFlags are what the commands that use a store have in common.
type storeFlags struct {
	file    string
	uri     string
	chosen  bool
	durable bool         // each transaction on the disk before the next one
	say     func(string) // says what keeps the command waiting, and that a store is migrated
}

// add adds the flags to a command.
func (s *storeFlags) add(cmd *cobra.Command) {
	s.say = func(text string) { fmt.Fprintln(cmd.ErrOrStderr(), "stancegraph: "+text) }
	cmd.Flags().StringVar(&s.file, "store", "", "SQLite `FILE` of the embedded store (default "+defaultStore+")")
	cmd.Flags().StringVar(&s.uri, "neo4j", "", "`URI` of a Neo4j server to use instead: bolt://127.0.0.1:7687\n"+
		"(default $NEO4J_URI); user and password come from\nNEO4J_USERNAME and NEO4J_PASSWORD")
}

// choose decides which store is meant: that of a flag, else of NEO4J_URI, else the default file.
func (s *storeFlags) choose() error {
	if s.chosen {
		return nil
	}
	if s.file != "" && s.uri != "" {
		return term.Usagef("--store and --neo4j both name a store; give one")
	}
	if s.file == "" && s.uri == "" {
		s.uri = os.Getenv("NEO4J_URI")
	}
	if s.file == "" {
		s.file = defaultStore
	}
	s.chosen = true
	return nil
}

// name is the store as the user knows it.
func (s *storeFlags) name() string {
	if s.uri != "" {
		return s.uri
	}
	return s.file
}

// flag is what another command needs to mean the same store.
func (s *storeFlags) flag() string {
	switch {
	case s.uri != "" && s.uri != os.Getenv("NEO4J_URI"):
		return " --neo4j " + s.uri
	case s.uri == "" && (s.file != defaultStore || os.Getenv("NEO4J_URI") != ""):
		return " --store " + s.file
	}
	return ""
}

// open opens the chosen store. With must, a file that does not exist is an error; else it is created.
func (s *storeFlags) open(ctx context.Context, must bool) (graph.Store, error) {
	if err := s.choose(); err != nil {
		return nil, err
	}
	if s.uri != "" {
		return asStore(s.openNeo4j(ctx, neo4j.Open))
	}
	if must {
		if err := s.exists(); err != nil {
			return nil, err
		}
	}
	store, err := asStore(sqlite.Open(ctx, s.file, sqlite.Options{Durable: s.durable, Say: s.say, Namer: namer{}}))
	if err != nil {
		return nil, term.Hintf(err, "--store names the SQLite file to use")
	}
	return store, nil
}

// openRead opens the chosen store, which must exist, for reading: nothing is written, and a load meanwhile neither waits
// nor has to be waited for.
func (s *storeFlags) openRead(ctx context.Context) (graph.Store, error) {
	if err := s.choose(); err != nil {
		return nil, err
	}
	if s.uri != "" {
		return asStore(s.openNeo4j(ctx, neo4j.OpenRead))
	}
	if err := s.exists(); err != nil {
		return nil, err
	}
	store, err := asStore(sqlite.OpenRead(ctx, s.file, sqlite.Options{Namer: namer{}}))
	switch {
	case errors.Is(err, graph.ErrOld):
		return nil, term.Hintf(err, "stancegraph verify%s copies it and brings it up to date", s.flag())
	case err != nil:
		return nil, term.Hintf(err, "--store names the SQLite file to use")
	}
	return store, nil
}

// asStore is a store, or nil where there is an error.
func asStore[S graph.Store](store S, err error) (graph.Store, error) {
	if err != nil {
		return nil, err
	}
	return store, nil
}

// mustExist refuses a file that does not exist.
func (s *storeFlags) mustExist() error {
	if err := s.choose(); err != nil || s.uri != "" {
		return err
	}
	return s.exists()
}

// canMake says whether a file can be made where the store's is to be.
func (s *storeFlags) canMake() error {
	f, err := os.CreateTemp(filepath.Dir(s.file), ".stancegraph.*")
	if err != nil {
		err = fmt.Errorf("opening store %s: the file cannot be made; does its folder exist, and may it be written? %w",
			s.file, errors.Unwrap(err))
		return term.Hintf(err, "--store names the SQLite file to use")
	}
	return errors.Join(f.Close(), os.Remove(f.Name()))
}

// exists says that the file of the store is there.
func (s *storeFlags) exists() error {
	if _, err := os.Stat(s.file); errors.Is(err, fs.ErrNotExist) {
		return term.Hintf(fmt.Errorf("%s: no such store", s.file), "stancegraph ingest FILE creates one; --store names another")
	}
	return nil
}

// patience reads how long a load waits for a server that went away: a duration such as 10m. "" is 0, the default.
func patience(value string) (time.Duration, error) {
	if value == "" {
		return 0, nil
	}
	wait, err := time.ParseDuration(value)
	if err != nil || wait <= 0 {
		return 0, term.Hintf(term.Usagef("NEO4J_PATIENCE is %q, which is no duration", value), "for instance 10m")
	}
	return wait, nil
}

// openNeo4j connects. User and password come from the environment only: a flag's value shows in the list of processes.
func (s *storeFlags) openNeo4j(ctx context.Context,
	open func(context.Context, neo4j.Config) (*neo4j.Store, error)) (*neo4j.Store, error) {
	if u, err := url.Parse(s.uri); err == nil && u.User != nil {
		return nil, term.Hintf(term.Usagef("the URI contains a user or password, which other users can see"),
			"set NEO4J_USERNAME and NEO4J_PASSWORD, and leave them out of the URI")
	}
	wait, err := patience(os.Getenv("NEO4J_PATIENCE"))
	if err != nil {
		return nil, err
	}
	store, err := open(ctx, neo4j.Config{
		URI: s.uri, Patience: wait, Namer: namer{}, Database: os.Getenv("NEO4J_DATABASE"),
		Username: os.Getenv("NEO4J_USERNAME"), Password: os.Getenv("NEO4J_PASSWORD"),
		Say: func(text string) { // s.say may change meanwhile
			if s.say != nil {
				s.say(text)
			}
		},
	})
	if err != nil {
		if os.Getenv("NEO4J_PASSWORD") == "" {
			return nil, term.Hintf(err, "set NEO4J_PASSWORD (and NEO4J_USERNAME, if it is not neo4j)")
		}
		if !neo4j.Unreachable(err) {
			return nil, err
		}
		return nil, term.Hintf(err,
			"is the server running? stancegraph neo4j up starts one here, stancegraph doctor says more")
	}
	return store, nil
}
