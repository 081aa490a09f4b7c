// Package neo4j keeps the graph in a Neo4j database, Community Edition 5 or newer, over Bolt. It is the
// only folder that imports the driver.
//
// Names and texts go to the server as parameters only. Labels, types and property names in the Cypher that
// is put together here come from the closed tables of package graph.
package neo4j

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/schema"
)

// Config says which server to use, and as whom.
type Config struct {
	URI      string // neo4j://localhost:7687, bolt://…, neo4j+s://… for an encrypted connection
	Username string // "" means neo4j
	Password string
	Database string // "" means the server's default

	Patience time.Duration // how long Open and loads wait for a server that is away; 0 means two minutes
	Say      func(string)  // called when a load waits, and when it goes on; may be nil
	Namer    graph.Namer   // knows other names by which questions find actors and issues; may be nil
}

// Store is a graph.Store in a Neo4j database.
type Store struct {
	driver neo4j.DriverWithContext
	cfg    Config
}

// Open connects, makes constraints where there are none, and migrates what an older program loaded. It waits for a
// server that is not there yet, as loads do. Its errors tell a wrong password from a server that is down, is too old, or
// is not Neo4j.
func Open(ctx context.Context, cfg Config) (*Store, error) {
	return open(ctx, cfg, func(s *Store, ctx context.Context) error {
		return s.retrying(ctx, func() error { return s.prepare(ctx) })
	})
}

// OpenRead connects for reading: it writes nothing to the database, and does not wait for a server.
func OpenRead(ctx context.Context, cfg Config) (*Store, error) { return open(ctx, cfg, (*Store).check) }

func open(ctx context.Context, cfg Config, first func(*Store, context.Context) error) (*Store, error) {
	if cfg.Username == "" {
		cfg.Username = "neo4j"
	}
	if cfg.Patience == 0 {
		cfg.Patience = patience
	}
	driver, err := neo4j.NewDriverWithContext(cfg.URI, neo4j.BasicAuth(cfg.Username, cfg.Password, ""),
		func(c *config.Config) {
			c.UserAgent = "stancegraph"
			c.MaxTransactionRetryTime = driverRetries
		})
	if err != nil {
		return nil, fmt.Errorf("connecting to %s: %w (an address looks like neo4j://localhost:7687)", redact(cfg.URI), err)
	}
	s := &Store{driver: driver, cfg: cfg}
	if err := first(s, ctx); err != nil {
		driver.Close(ctx)
		return nil, s.explain("connecting to", err)
	}
	return s, nil
}

// Close ends the connection.
func (s *Store) Close() error { return s.explain("closing", s.driver.Close(context.Background())) }

// check asks the server whether it is one that can be used.
func (s *Store) check(ctx context.Context) error {
	if err := s.driver.VerifyConnectivity(ctx); err != nil {
		return err
	}
	version, err := s.version(ctx)
	if err != nil {
		return err
	}
	return newEnough(version)
}

// prepare checks the server, makes constraints, and migrates what an older program loaded.
func (s *Store) prepare(ctx context.Context) error {
	if err := s.check(ctx); err != nil {
		return err
	}
	for _, c := range schema.Constraints() {
		if _, err := s.auto(ctx, neo4j.AccessModeWrite, c, nil); mayNotWrite(err) {
			return nil // it can still be read; a write will fail with an error
		} else if err != nil {
			return fmt.Errorf("making constraints: %w", err)
		}
	}
	return s.migrateOld(ctx)
}

// newEnough refuses versions that lack what is used here; those by year (2025.01.0) are newer than 5.
func newEnough(version string) error {
	if major, err := strconv.Atoi(strings.SplitN(version, ".", 2)[0]); err != nil || major < 5 {
		return fmt.Errorf("the server is Neo4j %s; stancegraph needs 5.0 or newer", version)
	}
	return nil
}

// version finds the kernel among the components.
func (s *Store) version(ctx context.Context) (string, error) {
	rows, err := s.auto(ctx, neo4j.AccessModeRead, "CALL dbms.components() YIELD name, versions RETURN name, versions[0]",
		nil)
	if err != nil {
		return "", err
	}
	for _, r := range rows {
		name, _ := r.Values[0].(string)
		version, _ := r.Values[1].(string)
		if name == "Neo4j Kernel" {
			return version, nil
		}
	}
	return "", errors.New("the server speaks Bolt but is not Neo4j")
}

// Version is that of the server, such as "5.26.0".
func (s *Store) Version(ctx context.Context) (string, error) {
	v, err := s.version(ctx)
	return v, s.explain("asking", err)
}

func (s *Store) session(ctx context.Context, mode neo4j.AccessMode) neo4j.SessionWithContext {
	return s.driver.NewSession(ctx, neo4j.SessionConfig{AccessMode: mode, DatabaseName: s.cfg.Database})
}

// auto runs one statement in a transaction of its own, without a retry.
func (s *Store) auto(ctx context.Context, mode neo4j.AccessMode, cypher string, params map[string]any) ([]*neo4j.Record,
	error) {
	session := s.session(ctx, mode)
	defer session.Close(ctx)
	result, err := session.Run(ctx, cypher, params)
	if err != nil {
		return nil, err
	}
	return result.Collect(ctx)
}

// explain says in plain words what went wrong with the server, and what to do.
func (s *Store) explain(doing string, err error) error {
	if err == nil {
		return nil
	}
	what := fmt.Sprintf("%s Neo4j at %s", doing, redact(s.cfg.URI))
	if hint := hintOf(err); hint != "" {
		return fmt.Errorf("%s: %s: %w", what, hint, err)
	}
	return fmt.Errorf("%s: %w", what, err)
}

func hintOf(err error) string {
	var server *neo4j.Neo4jError
	if errors.As(err, &server) {
		switch {
		case server.Code == "Neo.ClientError.Security.Unauthorized":
			return "user name or password is wrong; set NEO4J_USERNAME and NEO4J_PASSWORD"
		case server.Code == "Neo.ClientError.Security.AuthenticationRateLimit":
			return "the password was wrong too often; wait some seconds"
		case server.Code == "Neo.ClientError.Security.CredentialsExpired":
			return "the first password has to be changed before use"
		case server.Code == "Neo.ClientError.Database.DatabaseNotFound":
			return "there is no such database"
		case mayNotWrite(err):
			return "the database may not be written; see server.databases.read_only and server.databases.writable of the server"
		}
	}
	var invalid *neo4j.InvalidAuthenticationError
	if errors.As(err, &invalid) {
		return "user name or password is wrong; set NEO4J_USERNAME and NEO4J_PASSWORD"
	}
	text := err.Error()
	switch {
	case strings.Contains(text, "HTTP"), strings.Contains(text,
		"server did not accept any of the requested Bolt versions"),
		strings.Contains(text, "expected the server to reply with a handshake"):
		return "this is not a Bolt port of Neo4j (Bolt is 7687 by default, the Browser 7474)"
	case tooBig(err):
		return "one document is too big for the server's memory; raise dbms.memory.transaction.total.max or " +
			"server.memory.heap.max_size"
	case Unreachable(err):
		return "the server cannot be reached; is it running?"
	}
	return ""
}

// mayNotWrite says that the database, or this user, is read-only.
func mayNotWrite(err error) bool {
	var server *neo4j.Neo4jError
	return errors.As(err, &server) && strings.Contains(server.Code, "ReadOnly")
}

// redact takes a password out of an address.
func redact(uri string) string {
	scheme, rest, ok := strings.Cut(uri, "://")
	if at := strings.LastIndexByte(rest, '@'); ok && at >= 0 {
		return scheme + "://" + rest[at+1:]
	}
	return uri
}
