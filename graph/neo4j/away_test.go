package neo4j_test

import (
	"context"
	"errors"
	"fmt"
	"net"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stancegraph/stancegraph/graph/neo4j"
)

// lateServer is an address where first nobody listens, or each connection is closed, and from start on somebody answers
// that Bolt is not spoken there: whoever gets this answer has waited for it.
type lateServer struct {
	t       *testing.T
	address string
	mu      sync.Mutex
	started bool
}

func (l *lateServer) listen() {
	listener, err := net.Listen("tcp", l.address)
	if err != nil {
		l.t.Errorf("listening again: %v", err)
		return
	}
	l.address = listener.Addr().String()
	l.t.Cleanup(func() { listener.Close() })
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return // closed
			}
			l.mu.Lock()
			if l.started {
				fmt.Fprint(conn, "HTTP/1.1 400 Bad Request\r\n\r\n")
			}
			l.mu.Unlock()
			conn.Close()
		}
	}()
}

// TestWaitsForTheFirstConnection: a server that comes up only after the program is waited for, and the user is told.
func TestWaitsForTheFirstConnection(t *testing.T) {
	for _, c := range []struct {
		name     string
		refusing bool
	}{{"nobody listens", true}, {"connections are closed", false}} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			late := &lateServer{t: t, address: "127.0.0.1:0"}
			if c.refusing {
				listener, err := net.Listen("tcp", late.address)
				if err != nil {
					t.Fatal(err)
				}
				late.address = listener.Addr().String()
				listener.Close()
			} else {
				late.listen()
			}
			var said []string
			_, err := neo4j.Open(t.Context(), neo4j.Config{URI: "bolt://" + late.address, Patience: time.Hour,
				Say: func(text string) {
					said = append(said, text)
					late.mu.Lock()
					late.started = true
					late.mu.Unlock()
					if c.refusing {
						late.listen()
					}
				}})
			if len(said) != 1 || !strings.Contains(said[0], "trying again for up to 1h0m0s") {
				t.Errorf("says %q, want once that it waits", said)
			}
			if err == nil || !strings.Contains(err.Error(), "not a Bolt port") {
				t.Errorf("error %v, want the answer of who listened late", err)
			}
		})
	}
}

// TestWaitEnds: the wait for the first connection ends with its context, and who only reads does not wait.
func TestWaitEnds(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	uri := "bolt://" + listener.Addr().String()
	listener.Close()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	_, err = neo4j.Open(ctx, neo4j.Config{URI: uri, Patience: time.Hour, Say: func(string) { cancel() }})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want that it was cancelled", err)
	}
	_, err = neo4j.OpenRead(t.Context(), neo4j.Config{URI: uri, Patience: time.Hour, Say: func(text string) { t.Error(text) }})
	if !neo4j.Unreachable(err) {
		t.Errorf("error %v, want that the server cannot be reached", err)
	}
}
