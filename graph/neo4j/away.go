package neo4j

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// patience is how long a load waits for a server that is away: a start takes less than a minute.
const patience = 2 * time.Minute

// The driver retries silently, only errors that are not wrapped, and also transactions that are too big: so it may try
// once, and retries are made here.
const driverRetries = time.Millisecond

// sayAfter is how long retries are silent: two loads at once, or a new connection, are no news.
const sayAfter = time.Second

// retrying tries again while the server is away, restarts or asks for a retry. A load may be retried also when it is
// unknown whether its commit succeeded: loading is idempotent.
func (s *Store) retrying(ctx context.Context, do func() error) error {
	var start time.Time
	said := false
	for wait := 50 * time.Millisecond; ; wait = min(2*wait, 5*time.Second) {
		err := do()
		if !transient(err) {
			if err == nil && said {
				s.say("Neo4j answers again, going on")
			}
			return err
		}
		if start.IsZero() {
			start = time.Now()
		}
		gone := time.Since(start)
		if gone > sayAfter && !said {
			said = true
			s.say(fmt.Sprintf("Neo4j at %s does not answer as it should; trying again for up to %v", redact(s.cfg.URI),
				s.cfg.Patience))
		}
		if gone+wait > s.cfg.Patience {
			return fmt.Errorf("given up after %v: %w", s.cfg.Patience, err)
		}
		select {
		case <-ctx.Done():
			return errors.Join(ctx.Err(), err)
		case <-time.After(wait):
		}
	}
}

func (s *Store) say(text string) {
	if s.cfg.Say != nil {
		s.cfg.Say(text)
	}
}

// transient says which errors waiting may end: no connection, a server that starts or stops, a deadlock.
// A transaction that is too big stays so.
func transient(err error) bool {
	if err == nil || tooBig(err) {
		return false
	}
	var limit *neo4j.TransactionExecutionLimit
	var server *neo4j.Neo4jError
	switch {
	case errors.As(err, &limit), Unreachable(err):
		return true
	case errors.As(err, &server):
		return strings.HasPrefix(server.Code, "Neo.TransientError.") || strings.HasSuffix(server.Code, ".DatabaseUnavailable")
	}
	return false
}

// Unreachable tells errors of the connection from answers of a server.
func Unreachable(err error) bool {
	var lost *neo4j.ConnectivityError
	if errors.As(err, &lost) {
		return true
	}
	var limit *neo4j.TransactionExecutionLimit // lists what the driver met before it gave up
	return errors.As(err, &limit) && len(limit.Errors) > 0 && Unreachable(limit.Errors[len(limit.Errors)-1])
}
