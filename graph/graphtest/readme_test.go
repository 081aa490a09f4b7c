package graphtest

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write graph/questions/README.md anew")

// TestQuestionsReadme: the page of the questions shows what the contract of the stores asks and wants to hear.
func TestQuestionsReadme(t *testing.T) {
	const file = "../questions/README.md"
	want := questionsReadme(t)
	if *update {
		if err := os.WriteFile(file, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("%s is not what the asks of this package make; go test ./graph/graphtest -run Readme -update", file)
	}
}

func questionsReadme(t *testing.T) string {
	var b strings.Builder
	b.WriteString(`# The shipped questions

Each is a file NAME.cypher for Neo4j and a file NAME.sql for the embedded store, with equal answers in equal order: a
test asks both stores everything here. ` + "`stancegraph query NAME ARGUMENT…`" + ` asks them; an argument in brackets may be
left out, and "" leaves one out that others follow. Actors, persons, targets and outlets are found by name, other name or
id, in whatever case. What nothing is called stands for what has its base forms, a role of that name, or its words in a row in
a name.

The answers below are those of three small made-up corpora (graph/graphtest), with some of their columns. This page is
written by a test, from what that test wants of every store.
`)
	asks := slices.Concat(Asks(), DebateAsks(), CopiesAsks())
	for _, q := range shipped(t) {
		fmt.Fprintf(&b, "\n## %s\n\n%s\n", q.Name, q.Help)
		if more := notes(q.Cypher); more != "" {
			fmt.Fprintf(&b, "%s\n", more)
		}
		i := slices.IndexFunc(asks, func(a Ask) bool { return a.Name == q.Name && len(a.Want) > 0 })
		if i < 0 {
			t.Fatalf("no answer of %s is shown", q.Name)
		}
		ask := asks[i]
		call := "stancegraph query " + q.Name
		for _, arg := range ask.Args {
			call += fmt.Sprintf(" %q", arg)
		}
		fmt.Fprintf(&b, "\n    stancegraph query %s\n\n    $ %s\n    %s\n", q.Usage(), call, strings.Join(ask.Columns, " | "))
		for _, row := range ask.Want {
			fmt.Fprintf(&b, "    %s\n", strings.TrimRight(row, " "))
		}
	}
	return b.String()
}

// notes are the comments after the first two lines of a question.
func notes(cypher string) string {
	var list []string
	for _, line := range strings.Split(cypher, "\n")[2:] {
		comment, ok := strings.CutPrefix(line, "// ")
		if !ok {
			break
		}
		list = append(list, comment)
	}
	return strings.Join(list, "\n")
}
