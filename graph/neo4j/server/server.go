// Package server holds the script that runs a real Neo4j without Docker, so that the program can carry it along.
package server

import (
	"bytes"
	"embed"
	"fmt"
	"os"
	"path/filepath"
)

//go:embed neo4j.sh pom.xml
var files embed.FS

// Unpack writes the script and what it needs into a folder, where they are not there yet, and gives the script's path.
func Unpack(dir string) (string, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", fmt.Errorf("unpack the server's script: %w", err)
	}
	for _, name := range []string{"neo4j.sh", "pom.xml"} {
		data, err := files.ReadFile(name)
		if err != nil {
			return "", fmt.Errorf("unpack the server's script: %w", err)
		}
		path := filepath.Join(dir, name)
		if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, data) {
			continue
		}
		if err := replace(path, data); err != nil {
			return "", fmt.Errorf("unpack the server's script: %w", err)
		}
	}
	return filepath.Join(dir, "neo4j.sh"), nil
}

// replace puts a file in place in one step: another program may be running the old one.
func replace(path string, data []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // no effect once renamed
	_, err = f.Write(data)
	if e := f.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Chmod(f.Name(), 0o755)
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	return err
}
