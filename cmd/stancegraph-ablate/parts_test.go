package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestWhole: without the rule, the class or the repair that its sentence needs a statement is lost, and no other one.
func TestWhole(t *testing.T) {
	if testing.Short() {
		t.Skip("builds a program")
	}
	gold, raw := filepath.Join(t.TempDir(), "gold.jsonl"), filepath.Join(t.TempDir(), "raw.txt")
	statement := func(holder, target, kind string) string {
		return `{"holder":"` + holder + `","type":"SUPPORTS","polarity":1,"target":"` + target + `","kind":"` + kind + `"}`
	}
	err := os.WriteFile(gold, []byte(`{"doc":"a","text":"Norway backs Chile.","statements":[`+
		statement("Norway", "Chile", "actor")+`]}
{"doc":"b","text":"Peru is in favour of a truce.","statements":[`+statement("Peru", "a truce", "issue")+`]}
`), 0o600)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(raw, []byte("Kenya backs Mali. Kenya backs Togo."), 0o600); err != nil {
		t.Fatal(err)
	}
	run := exec.Command("go", "run", "./cmd/stancegraph-ablate", "--whole", "--gold", gold, "--raw", raw)
	run.Dir = "../.."
	out, err := run.Output()
	if err != nil {
		t.Fatal(err)
	}
	table := "\n" + string(out)
	for _, want := range []string{
		"kind\tname\ttexts\tper_million\tlost\tgained\tfull\tfalse",
		"rule\tverb-object\t1\t333333.3\t1\t0\t-1\t+0",
		"rule\tpreposition-object\t1\t0.0\t1\t0\t-1\t+0",
		"rule\tverb-that\t0\t0.0\t0\t0\t+0\t+0",
		"operator class\tgoods\t0\t0.0\t0\t0\t+0\t+0",
		"name class\tbody_word\t0\t0.0\t0\t0\t+0\t+0",
		"repair\tSplitTitle\t0\t0.0\t0\t0\t+0\t+0",
	} {
		if !strings.Contains(table, "\n"+want+"\n") {
			t.Errorf("no line %q in%s", want, table)
		}
	}
}
