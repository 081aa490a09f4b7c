package export

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/stancegraph/stancegraph/graph"
)

// Admin writes a folder for `neo4j-admin database import full`: the files of CSV, more of them with what lies beside
// the graph (runs, what was loaded from what, decisions), and import.sh, which runs the import. A load
// by MERGE afterwards finds what is there as if it had been loaded so, and changes nothing.
//
// The labels and types of what lies beside the graph are those that package neo4j writes; a test on a real server holds
// them together.
func Admin(dir string, g *graph.Graph, l graph.Ledger) error {
	beside, err := ledgerTables(l)
	if err != nil {
		return fmt.Errorf("write neo4j-admin: %w", err)
	}
	if err := csvFolder(dir, g, beside, func(text string) string { return text }); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, "import.sh"), []byte(importScript), 0o755); err != nil {
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

// ledgerTables are the nodes and edges of what is kept beside the graph, as far as there are any.
func ledgerTables(l graph.Ledger) ([]csvTable, error) {
	var runs, decisions, originals, loaded [][]string
	for _, r := range l.Runs {
		runs = append(runs, []string{r.ID, "Run", r.At.UTC().Format(time.RFC3339)})
	}
	for _, d := range l.Decisions {
		data, err := d.Encode()
		if err != nil {
			return nil, err
		}
		decisions = append(decisions, []string{d.Key(), "Decision", data})
	}
	for _, o := range l.Originals {
		originals = append(originals, []string{o.Document, "Original", o.Data})
	}
	for _, d := range l.Loaded {
		loaded = append(loaded, []string{d.Document, d.Run, "LOADED_IN", d.First, d.Input})
	}
	var list []csvTable
	add := func(option, file string, rows [][]string, header ...string) {
		if len(rows) > 0 {
			list = append(list, csvTable{option, file, func(w *csv.Writer) error {
				return w.WriteAll(append([][]string{header},
					rows...))
			}})
		}
	}
	add("--nodes", "nodes-Run.csv", runs, "id:ID(Run)", ":LABEL", "loaded:string")
	add("--nodes", "nodes-Decision.csv", decisions, "id:ID(Decision)", ":LABEL", "data:string")
	add("--nodes", "nodes-Original.csv", originals, "id:ID(Original)", ":LABEL", "data:string")
	add("--relationships", "edges-LOADED_IN-Document-Run.csv", loaded, ":START_ID(Document)", ":END_ID(Run)", ":TYPE",
		"first:string", "input:string")
	return list, nil
}
