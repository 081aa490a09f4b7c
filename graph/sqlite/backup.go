package sqlite

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// Backup writes a copy of the store, as it is after the last load that was completed, to a new file. Loads may go on
// meanwhile. A file that is there already is an error.
func (s *Store) Backup(ctx context.Context, path string) error {
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("backing up to %s: %w", path, errors.Join(err, fs.ErrExist))
	}
	part := path + ".part"
	if err := os.Remove(part); err != nil && !errors.Is(err, fs.ErrNotExist) { // of a backup that was cut off
		return fmt.Errorf("backing up to %s: %w", path, err)
	}
	defer os.Remove(part) // no effect once renamed
	if err := s.copyTo(ctx, part); err != nil {
		return s.explain("backing up", err)
	}
	if err := sync(part); err != nil {
		return fmt.Errorf("backing up to %s: %w", path, err)
	}
	if err := os.Rename(part, path); err != nil {
		return fmt.Errorf("backing up to %s: %w", path, err)
	}
	return nil
}

// copyTo runs where nothing may be written too: SQLite counts the copy as a write, which only the store itself is kept
// from.
func (s *Store) copyTo(ctx context.Context, path string) error {
	if s.readOnly {
		if _, err := s.db.ExecContext(ctx, "PRAGMA query_only = 0"); err != nil {
			return err
		}
		defer s.db.ExecContext(context.WithoutCancel(ctx), "PRAGMA query_only = 1") // else the store is read all the same
	}
	_, err := s.db.ExecContext(ctx, "VACUUM INTO ?", path)
	return err
}

// sync waits until a file is on the disk.
func sync(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
