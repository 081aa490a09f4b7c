package neo4j

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// patience is how long a load waits for a server that went away: a restart takes less than a minute.
const patience = 2 * time.Minute

// The driver would try a transaction again too, but silently, for what we have not wrapped only, and also where the
// transaction is too big: so it may try once, and trying again is ours.
const driverRetries = time.Millisecond

// sayAfter is the trouble that nobody needs to hear of: two loads that met, a connection made anew.
const sayAfter = time.Second

// patiently tries again while the server is away, restarts or asks to be asked later. A load may be tried again
// also when nobody knows whether its commit went through: what is there already stays as it is.
func (s *Store) patiently(ctx context.Context, do func() error) error {
	var start time.Time
	said := false
	for wait := 50 * time.Millisecond; ; wait = min(2*wait, 5*time.Second) {
		err := do()
		if !passing(err) {
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

// passing tells trouble that waiting may end: no connection, a server that starts or stops, a deadlock.
// A transaction that is too big stays so.
func passing(err error) bool {
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

// Unreachable tells errors of the connection from what a server said.
func Unreachable(err error) bool {
	var lost *neo4j.ConnectivityError
	if errors.As(err, &lost) {
		return true
	}
	var limit *neo4j.TransactionExecutionLimit // lists what the driver met before it gave up
	return errors.As(err, &limit) && len(limit.Errors) > 0 && Unreachable(limit.Errors[len(limit.Errors)-1])
}
