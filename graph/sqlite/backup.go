package sqlite

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// Backup writes a copy of the store, as it is after the last load that was completed, to a new file. Loads may go on
// meanwhile. A file that is there already is an error.
func (s *Store) Backup(ctx context.Context, path string) error {
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("backing up to %s: %w", path, errors.Join(err, fs.ErrExist))
	}
	return s.replace(ctx, path, func(string) error { return nil })
}

// BackupName is the file that keeps a store as it was before it was migrated from a version.
func BackupName(path string, version int) string { return fmt.Sprintf("%s.v%d.backup", path, version) }

// keepOld copies a file that is to be migrated. A migration that was cut off has changed nothing, so a copy that is
// there already is replaced: the file may have been loaded into since.
func (s *Store) keepOld(ctx context.Context) error {
	if info, err := os.Stat(s.path); s.path == ":memory:" || err != nil || info.Size() == 0 {
		return nil
	}
	var version int
	if err := whileBusy(ctx, func() error {
		return s.reading(ctx, func(t *tx) (err error) {
			version, err = versionOf(ctx, t.Tx)
			return err
		})
	}); err != nil {
		return s.explain("opening", err)
	}
	if version == 0 || version == len(migrations) {
		return nil
	}
	copied := BackupName(s.path, version)
	err := s.replace(ctx, copied, func(part string) error { return hasVersion(part, version) })
	switch {
	case errors.Is(err, errMigrated):
		return nil
	case err != nil:
		return fmt.Errorf("the store has to be migrated, and is not before a copy of it is made: %w", err)
	}
	if s.say != nil {
		s.say(fmt.Sprintf("%s is migrated for this version; %s keeps it as it was", s.path, copied))
	}
	return nil
}

var errMigrated = errors.New("another program has migrated it")

// hasVersion refuses a copy that was made after another program had migrated the file.
func hasVersion(file string, version int) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	header := make([]byte, 64)
	if _, err := io.ReadFull(f, header); err != nil {
		return err
	}
	if got := binary.BigEndian.Uint32(header[60:]); got != uint32(version) { // where SQLite keeps user_version
		return errMigrated
	}
	return nil
}

// replace writes a copy of the store, whole or not at all, to a file, if the copy passes a check.
func (s *Store) replace(ctx context.Context, path string, check func(part string) error) error {
	part := path + ".part"
	if err := os.Remove(part); err != nil && !errors.Is(err, fs.ErrNotExist) { // of a backup that was cut off
		return fmt.Errorf("backing up to %s: %w", path, err)
	}
	defer os.Remove(part) // no effect once renamed
	if err := s.copyTo(ctx, part); err != nil {
		return s.explain("backing up", err)
	}
	for _, step := range []func() error{
		func() error { return sync(part) },
		func() error { return check(part) },
		func() error { return os.Rename(part, path) },
	} {
		if err := step(); err != nil {
			return fmt.Errorf("backing up to %s: %w", path, err)
		}
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
