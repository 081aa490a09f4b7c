package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"github.com/stancegraph/stancegraph/graph"
)

// oldestRead is the first version of files that this program reads without migrating them.
const oldestRead = 7

// OpenRead opens an existing store for reading. It needs no right to write to the file or its folder, waits for no
// writer and lets none wait, and migrates nothing: a file that is too old to be read as it is gives graph.ErrOld. Of the
// options only Namer matters.
func OpenRead(ctx context.Context, path string, options ...Options) (*Store, error) {
	if err := checkFile(path); err != nil {
		return nil, err
	}
	s, err := openRead(ctx, path, "mode=rw") // SQLite opens what may not be written for reading
	if cannotShare(err) && noLog(path) {
		// It may not keep its notes on who reads beside the file either. Without a log nobody else writes.
		s, err = openRead(ctx, path, "mode=ro&immutable=1")
	}
	if err != nil {
		return nil, err
	}
	if len(options) > 0 {
		s.namer = options[0].Namer
	}
	return s, nil
}

func openRead(ctx context.Context, path, mode string) (*Store, error) {
	q := url.Values{"_pragma": {busyTimeout, "query_only(1)", cacheSize, "temp_store(MEMORY)"}}
	db, err := sql.Open("sqlite", fileURI(path)+"?"+mode+"&"+q.Encode())
	if err != nil {
		return nil, fmt.Errorf("opening store %s: %w", path, err)
	}
	db.SetMaxOpenConns(1)
	s := &Store{db: db, path: path, readOnly: true}
	check := func(t *tx) error { return checkReadable(ctx, t) }
	if err := whileBusy(ctx, func() error { return s.reading(ctx, check) }); err != nil {
		db.Close()
		return nil, s.explain("opening", err)
	}
	return s, nil
}

func checkReadable(ctx context.Context, t *tx) error {
	version, err := versionOf(ctx, t.Tx)
	switch {
	case err != nil:
		return err
	case version == 0:
		return errors.New("nothing was loaded into it")
	case version < oldestRead:
		return graph.ErrOld
	}
	return nil
}

// cannotShare says that SQLite could not make or open the files beside a store by which its readers and writers agree.
func cannotShare(err error) bool {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return false
	}
	code := e.Code() & 0xff
	return code == sqlite3.SQLITE_CANTOPEN || code == sqlite3.SQLITE_READONLY
}

// noLog says that no log with content lies beside a file, neither to be read with it nor to be taken back.
func noLog(path string) bool { return !holds(path+"-wal") && !holds(path+"-journal") }

// holds says that a file is there and is not empty, or cannot be looked at.
func holds(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Size() > 0 || err != nil && !errors.Is(err, os.ErrNotExist)
}
