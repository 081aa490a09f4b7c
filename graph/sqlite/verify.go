package sqlite

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"github.com/stancegraph/stancegraph/graph"
)

var _ graph.RepairTx = (*tx)(nil)

// Verify implements graph.Store.
func (s *Store) Verify(ctx context.Context) (found []graph.Damage, err error) {
	err = s.reading(ctx, func(t *tx) error {
		if version, err := versionOf(ctx, t.Tx); err != nil || version < len(migrations) {
			return errors.Join(err, graph.ErrOld)
		}
		if found, err = t.integrity(ctx); err != nil {
			return err
		}
		scan, err := t.Scan(ctx)
		if err != nil {
			return err
		}
		found = append(found, graph.Verify(scan)...)
		if len(found) > 0 {
			return nil // the index would be held against damaged documents
		}
		found, err = t.wrongBands(ctx)
		return err
	})
	var e *sqlite.Error
	if errors.As(err, &e) && (e.Code()&0xff == sqlite3.SQLITE_CORRUPT || e.Code()&0xff == sqlite3.SQLITE_NOTADB) {
		return append(found, graph.Damage{What: "the file cannot be read to its end: " + err.Error()}), nil
	}
	return found, s.explain("verifying", err)
}

// Repair implements graph.Store. Foreign keys are not enforced meanwhile: documents that stay damaged may have wrong ones.
func (s *Store) Repair(ctx context.Context, documents []string) error {
	if _, err := s.db.ExecContext(ctx, "PRAGMA foreign_keys = 0"); err != nil {
		return s.explain("repairing", err)
	}
	err := s.within(ctx, func(t *tx) error { return graph.Repair(ctx, t, documents) })
	_, on := s.db.ExecContext(context.WithoutCancel(ctx), "PRAGMA foreign_keys = 1")
	return s.explain("repairing", errors.Join(err, on))
}

// integrity checks the file's structure and its foreign keys.
func (t *tx) integrity(ctx context.Context) ([]graph.Damage, error) {
	var found []graph.Damage
	_, err := each(ctx, t, "PRAGMA integrity_check(100)", nil, func(row []any) error {
		if text := fmt.Sprint(row[0]); text != "ok" {
			found = append(found, graph.Damage{What: "the file is damaged: " + text})
		}
		return nil
	})
	if err != nil {
		return found, err
	}
	_, err = each(ctx, t, "PRAGMA foreign_key_check", nil, func(row []any) error {
		found = append(found, graph.Damage{What: fmt.Sprintf("table %v refers to a row of %v that is not there", row[0], row[2])})
		return nil
	})
	return found, err
}

// Scan implements graph.RepairTx.
func (t *tx) Scan(ctx context.Context) (*graph.Scan, error) {
	var s graph.Scan
	r := reader{q: t, unread: func(err error) error {
		s.Unread = append(s.Unread, graph.Damage{What: err.Error()})
		return nil
	}}
	if err := r.all(ctx); err != nil {
		return nil, err
	}
	s.Graph = &r.Graph
	_, err := each(ctx, t, "SELECT document, data FROM original ORDER BY document", nil, func(row []any) error {
		s.Originals = append(s.Originals, graph.Original{Document: fmt.Sprint(row[0]), Data: fmt.Sprint(row[1])})
		return nil
	})
	return &s, err
}

// Blank implements graph.RepairTx. It deletes what follows from documents too, for it may hold rows that Scan cannot read.
func (t *tx) Blank(ctx context.Context, documents []string) error {
	var set []string
	for _, c := range tables[graph.Document].columns[1:] {
		set = append(set, fmt.Sprintf(`"%s" = NULL`, c))
	}
	ids := in(documents)
	const sentences = "(SELECT id FROM sentence WHERE document" + inList + ")"
	const lost = " WHERE sentence NOT IN (SELECT id FROM sentence)" // statements that belong to no document any more
	const noStatement = " NOT IN (SELECT id FROM statement)"
	return errors.Join(
		t.exec(ctx, "DELETE FROM statement WHERE sentence IN "+sentences, ids),
		t.exec(ctx, "DELETE FROM sentence WHERE document"+inList, ids),
		t.exec(ctx, "DELETE FROM turn WHERE document"+inList, ids),
		t.exec(ctx, "DELETE FROM statement"+lost),
		t.exec(ctx, "DELETE FROM about WHERE statement"+noStatement),
		t.exec(ctx, "DELETE FROM contrast WHERE statement"+noStatement+" OR other"+noStatement),
		t.exec(ctx, "UPDATE document SET "+strings.Join(set, ",")+" WHERE id"+inList, ids),
		t.exec(ctx, "UPDATE document SET story = id WHERE id"+inList, ids),
		t.exec(ctx, "DELETE FROM stance"), t.exec(ctx, "DELETE FROM near"),
		t.exec(ctx, "DELETE FROM affiliation"), t.exec(ctx, "DELETE FROM member"),
		t.exec(ctx, "DELETE FROM actor"), t.exec(ctx, "DELETE FROM issue"), t.exec(ctx, "DELETE FROM source"))
}

// wrongBands compares the index of near-duplicates with what it should hold.
func (t *tx) wrongBands(ctx context.Context) ([]graph.Damage, error) {
	list, err := members(t.QueryContext(ctx, selectMembers))
	if err != nil {
		return nil, err
	}
	want := map[[3]any]bool{}
	for _, row := range bandsOf(list) {
		want[[3]any(row)] = true
	}
	wrong := 0
	_, err = each(ctx, t, "SELECT key, story, document FROM band", nil, func(row []any) error {
		if key := [3]any(row); want[key] {
			delete(want, key)
		} else {
			wrong++
		}
		return nil
	})
	if wrong+len(want) == 0 || err != nil {
		return nil, err
	}
	return []graph.Damage{{What: fmt.Sprintf("the index of near-duplicates has %d wrong entries and lacks %d", wrong,
		len(want)), Derived: true}}, nil
}

// Reindex implements graph.RepairTx.
func (t *tx) Reindex(ctx context.Context, all []graph.ClusterMember) error {
	if err := t.exec(ctx, "DELETE FROM band"); err != nil {
		return err
	}
	return t.Index(ctx, all, nil)
}
