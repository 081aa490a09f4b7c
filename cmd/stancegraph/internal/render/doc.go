// Package render writes what commands print to stdout: statements, rows of an answer, clauses, what every stage saw,
// and rules. Each has a form to read on a terminal; statements, rows and clauses also have JSON lines, and CSV or tabs.
//
// JSON lines are for programs. CSV is for spreadsheets: a byte order mark, and no cell from a text is run as a formula.
// What is written for a terminal holds no control character of a text.
package render
