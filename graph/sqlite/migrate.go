package sqlite

import (
	"context"
	"database/sql"
	_ "embed"
	"errors"
	"fmt"
	"slices"

	"github.com/stancegraph/stancegraph/graph"
)

//go:embed schema.sql
var schemaV1 string

//go:embed near.sql
var schemaNear string

// schemaFirst keeps when a document was loaded first; for those loaded before, only the last change is known.
const schemaFirst = `
	ALTER TABLE loaded ADD COLUMN first TEXT;
	UPDATE loaded SET first = (SELECT run.loaded FROM run WHERE run.id = loaded.run)`

// schemaDecisions is for decisions, and for documents as they were before these.
const schemaDecisions = `
	ALTER TABLE statement ADD COLUMN review TEXT;
	CREATE TABLE decision (key TEXT PRIMARY KEY, data TEXT NOT NULL) WITHOUT ROWID;
	CREATE TABLE original (
	  document TEXT PRIMARY KEY REFERENCES document ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, data TEXT NOT NULL
	)`

// schemaBuckets keeps the clusters in the index of near-duplicates: a search reads one document of a cluster, not all.
const schemaBuckets = `
	DROP TABLE band;
	CREATE TABLE band (
	  key INTEGER NOT NULL, story TEXT NOT NULL, document TEXT NOT NULL, PRIMARY KEY (key, story, document)
	) WITHOUT ROWID`

// schemaPairs finds the statements of one holder towards one target without reading others of either.
const schemaPairs = `
	DROP INDEX statement_target_actor;
	DROP INDEX statement_target_issue;
	CREATE INDEX statement_target_actor ON statement (targetActor, holder) WHERE targetActor IS NOT NULL;
	CREATE INDEX statement_target_issue ON statement (targetIssue, holder) WHERE targetIssue IS NOT NULL`

// migration takes a file one version further: the tables first, then their content. Content is read and written by the
// code for the present tables, so it comes after the tables of all later migrations.
type migration struct {
	tables string
	data   func(context.Context, *tx) error // nil where nothing has to be rewritten
}

// migrations take a file from version i to i+1; PRAGMA user_version holds the version.
var migrations = []migration{
	{tables: schemaV1},
	{tables: "ALTER TABLE loaded ADD COLUMN input TEXT"},      // what the extraction was made from
	{tables: "CREATE INDEX stance_target ON stance (target)"}, // a path through stances is looked for from both ends
	{tables: schemaDecisions},
	{tables: schemaNear},
	{tables: schemaFirst},
	{data: signStatementIDs},
	{tables: schemaBuckets, data: clusterAll},
	{data: rehash}, // after all that changes what documents hold
	{tables: schemaPairs},
}

// migrate brings the file to the version of this program, in one transaction.
func (s *Store) migrate(ctx context.Context) error {
	db, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer db.Rollback()
	version, err := versionOf(ctx, db)
	if err != nil || version == len(migrations) {
		return err
	}
	for _, m := range migrations[version:] {
		if _, err := db.ExecContext(ctx, m.tables); err != nil {
			return fmt.Errorf("making tables: %w", err)
		}
	}
	if version > 0 { // a new file holds no data
		t := &tx{Tx: db, prepared: map[string]*sql.Stmt{}}
		for _, m := range migrations[version:] {
			if m.data == nil {
				continue
			}
			if err := m.data(ctx, t); err != nil {
				return fmt.Errorf("migrating from version %d: %w", version, err)
			}
		}
	}
	mark := fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, len(migrations))
	if _, err := db.ExecContext(ctx, mark); err != nil {
		return err
	}
	return db.Commit()
}

// versionOf is the version of the file. A file of another program or of a newer version is an error.
func versionOf(ctx context.Context, db *sql.Tx) (int, error) {
	var version, app, tables int
	err := db.QueryRowContext(ctx, `SELECT (SELECT user_version FROM pragma_user_version),
		(SELECT application_id FROM pragma_application_id), (SELECT count(*) FROM sqlite_schema)`).
		Scan(&version, &app, &tables)
	switch {
	case err != nil:
		return 0, err
	case tables > 0 && app != applicationID:
		return 0, errors.New("it is a SQLite database of some other program; name another file")
	case version > len(migrations):
		return 0, fmt.Errorf("it was made by a newer stancegraph (version %d of the store, this one knows %d)", version,
			len(migrations))
	}
	return version, nil
}

// signStatementIDs gives the statements of an older store ids with signs.
func signStatementIDs(ctx context.Context, t *tx) error {
	if err := t.eachDocuments(ctx, func(ids []string) error {
		_, err := graph.MigrateStatements(ctx, t, ids)
		return err
	}); err != nil {
		return err
	}
	return graph.MigrateDecisions(ctx, t)
}

// rehash gives documents the checksums of what the file holds.
func rehash(ctx context.Context, t *tx) error {
	return t.eachDocuments(ctx, func(ids []string) error { return graph.MigrateHashes(ctx, t, ids) })
}

// eachDocuments visits all documents, some together.
func (t *tx) eachDocuments(ctx context.Context, visit func([]string) error) error {
	documents, err := t.list(ctx, "SELECT id FROM document ORDER BY id")
	if err != nil {
		return err
	}
	const atOnce = 2000 // bounds what is in memory; few large steps compute fewer projected edges twice
	for chunk := range slices.Chunk(documents, atOnce) {
		if err := visit(chunk); err != nil {
			return err
		}
	}
	return nil
}
