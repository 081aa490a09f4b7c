package export

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/stancegraph/stancegraph/graph"
)

// Admin writes a folder for `neo4j-admin database import full`: the files of CSV, more of them with what lies beside the
// graph (runs, what was loaded from what, decisions), and import.sh, which runs the import. A load by MERGE afterwards
// meets what is there as if it had been loaded so, and changes nothing.
//
// The labels and types of what lies beside the graph are those that package neo4j writes; a test on a real server holds
// them together.
func Admin(dir string, g *graph.Graph, l graph.Ledger) error {
	if err := csvFolder(dir, g); err != nil {
		return err
	}
	var args []string
	for _, table := range ledgerTables(l) {
		if len(table.rows) == 0 {
			continue
		}
		if err := writeTable(filepath.Join(dir, table.file), func(w *csv.Writer) error {
			return w.WriteAll(append([][]string{table.header}, table.rows...))
		}); err != nil {
			return fmt.Errorf("write neo4j-admin: %w", err)
		}
		args = append(args, table.option+table.file)
	}
	f, err := os.OpenFile(filepath.Join(dir, "import.args"), os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return fmt.Errorf("write neo4j-admin: %w", err)
	}
	if len(args) > 0 {
		_, err = f.WriteString(strings.Join(args, "\n") + "\n")
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, "import.sh"), []byte(importScript), 0o755)
	}
	if err != nil {
		return fmt.Errorf("write neo4j-admin: %w", err)
	}
	return nil
}

const importScript = `#!/bin/sh
# Loads this folder into a stopped Neo4j 5, as a new database:
#
#   ./import.sh [DATABASE] [OPTION]...     ./import.sh neo4j --overwrite-destination
#
# Options go to neo4j-admin, which NEO4J_ADMIN names where it is not in PATH. Into the server of
# "stancegraph neo4j up":  stancegraph neo4j down; stancegraph neo4j import THIS_FOLDER; stancegraph neo4j up
set -eu
cd "$(dirname "$0")"
admin=${NEO4J_ADMIN:-neo4j-admin}
command -v "$admin" >/dev/null || { echo "import.sh: error: no $admin; NEO4J_ADMIN can name it" >&2; exit 1; }
database=neo4j
case ${1:---} in -*) ;; *) database=$1; shift ;; esac
exec "$admin" database import full "$database" "$@" @import.args
`

// ledgerTable is a file of nodes or edges that lie beside the graph.
type ledgerTable struct {
	option, file string
	header       []string
	rows         [][]string
}

func ledgerTables(l graph.Ledger) []ledgerTable {
	node := func(label string, columns ...string) ledgerTable {
		return ledgerTable{"--nodes=", "nodes-" + label + ".csv", append([]string{"id:ID(" + label + ")", ":LABEL"}, columns...), nil}
	}
	runs, decisions, originals := node("Run", "loaded:string"), node("Decision", "data:string"), node("Original", "data:string")
	loaded := ledgerTable{"--relationships=", "edges-LOADED_IN-Document-Run.csv", []string{":START_ID(Document)", ":END_ID(Run)", ":TYPE", "first:string", "input:string"}, nil}
	for _, r := range l.Runs {
		runs.rows = append(runs.rows, []string{r.ID, "Run", r.At.UTC().Format(time.RFC3339)})
	}
	for _, d := range l.Loaded {
		loaded.rows = append(loaded.rows, []string{d.Document, d.Run, "LOADED_IN", d.First, d.Input})
	}
	for _, d := range l.Decisions {
		if data, err := d.Encode(); err == nil { // it was read from such text
			decisions.rows = append(decisions.rows, []string{d.Key(), "Decision", data})
		}
	}
	for _, o := range l.Originals {
		originals.rows = append(originals.rows, []string{o.Document, "Original", o.Data})
	}
	return []ledgerTable{runs, decisions, originals, loaded}
}
