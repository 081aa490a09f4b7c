package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
	"github.com/stancegraph/stancegraph/graph/browse"
	"github.com/stancegraph/stancegraph/graph/neo4j"
)

// browsePort is the one that graph/neo4j/server/neo4j.sh and docker-compose.yml tell Neo4j Browser.
const browsePort = 7475

func browseCommand(t *term.Terminal) *cobra.Command {
	var s storeFlags
	port := browsePort
	cmd := &cobra.Command{
		Use:   "browse",
		Short: "Serve a guide, a style and favourites to Neo4j Browser",
		Long: `Serve to Neo4j Browser on this machine: a guide whose slides hold the shipped questions, ready to
run; a style that colours actors by kind and stances by sign; and favourites.
It listens on 127.0.0.1 only, until Ctrl-C. A server of stancegraph neo4j up, or of
docker-compose.yml, opens the guide at login. With --neo4j or NEO4J_URI the questions are filled in
with actors of that database.`,
		Example: `  NEO4J_PASSWORD=… stancegraph browse --neo4j bolt://127.0.0.1:7687`,
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if s.file != "" {
				return term.Usagef("Neo4j Browser cannot show a SQLite file; give --neo4j URI, or no store")
			}
			if err := s.choose(); err != nil {
				return err
			}
			return serveBrowser(cmd.Context(), t, &s, port)
		},
	}
	s.add(cmd)
	hideFlags(cmd, "store")
	cmd.Flags().IntVar(&port, "port", browsePort, "listen on 127.0.0.1:`PORT`; 0 picks a free one")
	return cmd
}

// serveBrowser listens until ctx ends.
func serveBrowser(ctx context.Context, t *term.Terminal, s *storeFlags, port int) error {
	listener, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
	if err != nil {
		return term.Hintf(fmt.Errorf("browse: %w", err), "--port takes another port; 0 picks a free one")
	}
	page := &browse.Server{
		// Neo4j Browser takes pages from localhost by default, and not from 127.0.0.1
		Base:     fmt.Sprintf("http://localhost:%d", listener.Addr().(*net.TCPAddr).Port),
		Examples: s.examples,
		Say:      func(text string) { t.Sayf("stancegraph: %s", term.Clean(text)) },
	}
	fmt.Fprint(t.Out, page.Paste())
	t.Sayf("paste these lines into Neo4j Browser, one after the other; drop %s/favourites.zip on it for favourites; "+
		"Ctrl-C ends", page.Base)
	if s.uri == "" {
		t.Sayf("stancegraph: without --neo4j or NEO4J_URI the questions are not filled in with actors of the database")
	}
	server := &http.Server{Handler: page, ReadHeaderTimeout: 10 * time.Second}
	stop := context.AfterFunc(ctx, func() { server.Close() })
	defer stop()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("browse: %w", err)
	}
	return nil
}

// examples are read for each request: more may have been loaded meanwhile.
func (s *storeFlags) examples(ctx context.Context) (browse.Examples, error) {
	if s.uri == "" {
		return nil, nil
	}
	ctx, cancel := context.WithTimeout(ctx, 20*time.Second)
	defer cancel()
	store, err := s.openNeo4j(ctx, neo4j.OpenRead)
	if err != nil {
		return nil, err
	}
	defer store.Close()
	return browse.NewExamples(ctx, store)
}
