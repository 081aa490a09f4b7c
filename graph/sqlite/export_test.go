package sqlite

import (
	"context"
	"fmt"
)

// LimitPages makes the file full at so many pages.
func (s *Store) LimitPages(ctx context.Context, pages int) error {
	_, err := s.db.ExecContext(ctx, fmt.Sprintf("PRAGMA max_page_count = %d", pages))
	return err
}

// Wait sets how many milliseconds a writer waits for another.
func (s *Store) Wait(ctx context.Context, ms int) error {
	_, err := s.db.ExecContext(ctx, fmt.Sprintf("PRAGMA busy_timeout = %d", ms))
	return err
}

// Columns lists a table's columns, for the test that ties them to the closed tables.
func (s *Store) Columns(ctx context.Context, table string) ([]string, error) {
	var list []string
	_, err := each(ctx, s.db, "SELECT name FROM pragma_table_info(?)", []any{table}, func(row []any) error {
		list = append(list, row[0].(string))
		return nil
	})
	return list, err
}

// PlansOfFacts says how the statements of pairs of holder and target are looked for.
func (s *Store) PlansOfFacts(ctx context.Context) ([]string, error) {
	var plans []string
	for _, column := range []string{"targetActor", "targetIssue"} {
		_, err := each(ctx, s.db, "EXPLAIN QUERY PLAN "+factsOf(column), []any{`[["a", "b"]]`}, func(row []any) error {
			plans = append(plans, row[3].(string))
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return plans, nil
}

// Tables lists what each table must have.
func Tables() map[string][]string {
	all := map[string][]string{}
	for _, t := range tables {
		all[t.name] = t.columns
	}
	for _, r := range relations {
		all[r.name] = r.all()
	}
	return all
}
