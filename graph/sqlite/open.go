// Package sqlite keeps the graph in one SQLite file, without a server. It is the only folder that
// imports the SQLite driver.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"strings"
	"time"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"github.com/stancegraph/stancegraph/graph"
)

// applicationID marks the file as ours: "STGR".
const applicationID = 0x53544752

// Store is a graph.Store in one file.
type Store struct {
	db       *sql.DB
	path     string
	readOnly bool
	namer    graph.Namer
	say      func(string)
}

// Options of Open. The zero value has the defaults.
type Options struct {
	// Durable waits at the end of each transaction until it is on the disk (synchronous=FULL). Without it a power cut
	// may take back the last transactions, whole ones only; the end of the program alone takes back none.
	Durable bool

	// Say is called with what the user should know: that the file was migrated, and where its copy is. It may be nil.
	Say func(text string)

	// Namer knows other names by which questions find actors and issues. It may be nil.
	Namer graph.Namer
}

// Open opens the store in the file at path and makes it where there is none; ":memory:" is a store that
// lasts until it is closed. It refuses files that hold something else, that were cut off, or that a newer
// program made. The file of an older program is migrated, after it was copied: see BackupName.
func Open(ctx context.Context, path string, options ...Options) (*Store, error) {
	if err := checkFile(path); err != nil {
		return nil, err
	}
	var opt Options
	if len(options) > 0 {
		opt = options[0]
	}
	db, err := sql.Open("sqlite", dsn(path, opt))
	if err != nil {
		return nil, fmt.Errorf("opening store %s: %w", path, err)
	}
	db.SetMaxOpenConns(1) // one writer; a second connection to :memory: would be another database
	s := &Store{db: db, path: path, say: opt.Say, namer: opt.Namer}
	if err := s.keepOld(ctx); err != nil {
		db.Close()
		return nil, err
	}
	if err := whileBusy(ctx, func() error { return s.migrate(ctx) }); err != nil {
		db.Close()
		return nil, s.explain("opening", err)
	}
	return s, nil
}

// busyFor is how long a connection waits for another program that writes.
const busyFor = 10 * time.Second

// whileBusy tries again, for busyFor at most, while another program has locked the file. SQLite does not wait by itself
// where two connections switch a new file to its write-ahead log at once: one of them gets SQLITE_BUSY.
func whileBusy(ctx context.Context, try func() error) error {
	for started := time.Now(); ; {
		err := try()
		var e *sqlite.Error
		if !errors.As(err, &e) || e.Code()&0xff != sqlite3.SQLITE_BUSY || time.Since(started) >= busyFor {
			return err
		}
		select {
		case <-ctx.Done():
			return err
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// Close closes the file.
func (s *Store) Close() error { return s.explain("closing", s.db.Close()) }

var busyTimeout = fmt.Sprintf("busy_timeout(%d)", busyFor.Milliseconds())

// cacheSize bounds the pages in memory to 32 MiB. The driver allocates twice that, for it rounds each page with its
// header up to a power of two. Larger caches make loads of 100,000 documents no faster.
const cacheSize = "cache_size(-32768)"

func dsn(path string, opt Options) string {
	synchronous := "synchronous(NORMAL)"
	if opt.Durable {
		synchronous = "synchronous(FULL)"
	}
	q := url.Values{"_txlock": {"immediate"}, "_pragma": {busyTimeout, "journal_mode(WAL)", "foreign_keys(1)",
		synchronous, "wal_autocheckpoint(8192)", cacheSize, "temp_store(MEMORY)"}}
	return fileURI(path) + "?" + q.Encode()
}

func fileURI(path string) string {
	if path == ":memory:" {
		return "file:" + path
	}
	return "file:" + (&url.URL{Path: path}).EscapedPath()
}

// checkFile finds what SQLite itself would report late or unclearly.
func checkFile(path string) error {
	if path == ":memory:" {
		return nil
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("opening store: %w", err)
	case info.IsDir():
		return fmt.Errorf("opening store %s: it is a folder; name a file", path)
	case info.Size() == 0 || holds(path+"-journal"):
		return nil // SQLite takes a first write that was cut off back, by the journal
	}
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("opening store: %w", err)
	}
	defer f.Close()
	header := make([]byte, 100)
	n, _ := f.Read(header)
	const magic = "SQLite format 3\x00"
	if !strings.HasPrefix(string(header[:n]), magic) {
		return fmt.Errorf("opening store %s: it is not a SQLite database", path)
	}
	page := int64(header[16])<<8 | int64(header[17])
	if page == 1 {
		page = 65536
	}
	pages := int64(header[28])<<24 | int64(header[29])<<16 | int64(header[30])<<8 | int64(header[31])
	// The size is taken last: another program may be writing, and the header is written before the pages that it counts,
	// which are all there when the log beside the file is gone.
	_, log := os.Stat(path + "-wal")
	if info, err = f.Stat(); err != nil {
		return fmt.Errorf("opening store: %w", err)
	}
	if n < 100 || log != nil && info.Size() < page*pages {
		return fmt.Errorf("opening store %s: the file was cut off (%d of %d bytes); restore it, or remove it and load again",
			path, info.Size(), page*pages)
	}
	return nil
}

// explain says in plain words what went wrong with the file, and what to do.
func (s *Store) explain(doing string, err error) error {
	if err == nil {
		return nil
	}
	hint := ""
	var e *sqlite.Error
	if errors.As(err, &e) {
		switch e.Code() & 0xff {
		case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
			hint = "another program is writing to it; try again when that has ended"
		case sqlite3.SQLITE_NOTADB:
			hint = "it is not a SQLite database"
		case sqlite3.SQLITE_CORRUPT:
			hint = "the file is damaged; restore it, or remove it and load again"
		case sqlite3.SQLITE_FULL:
			hint = "there is no room left; what was loaded before is kept"
		case sqlite3.SQLITE_READONLY:
			hint = "the file may not be written; change its rights or those of its folder, or name another file"
		case sqlite3.SQLITE_IOERR:
			hint = "the disk does not take or give what it should (full, at its limit, gone?); what was loaded before is kept"
		case sqlite3.SQLITE_CANTOPEN:
			if s.readOnly && !noLog(s.path) {
				hint = "a load into it was cut off; open it once where it may be written, or copy it with its -wal file"
				break
			}
			hint = "the file cannot be opened; does its folder exist?"
		}
	}
	if hint != "" {
		return fmt.Errorf("%s store %s: %s: %w", doing, s.path, hint, err)
	}
	return fmt.Errorf("%s store %s: %w", doing, s.path, err)
}
