// Stancegraph-train trains and evaluates the model of tags and dependency trees.
//
//	stancegraph-train [-o MODEL] [-dev TREEBANK] [-raw GLOBS] TREEBANK…
//	stancegraph-train eval [-model MODEL] [-genre LIST] TREEBANK…
//
// A treebank is a CoNLL-U file, plain or gzipped, or a folder of them. Of GUM only the genres are learnt from whose
// licence lets the model be passed on. Run it from the root of the repository, or say where the classes of words are
// with -classes. Raw texts carry no annotation: the tagger learns from them the tags that taggers trained on
// different parts of the treebanks agree on. Equal texts and flags give equal bytes.
package main

import (
	"fmt"
	"os"
)

var commands = map[string]func([]string) error{
	"eval": evaluateModel, "reader-data": readerData, "antecedent-data": antecedentData, "judge-data": judgeData,
}

func main() {
	run, args := trainModel, os.Args[1:]
	if len(args) > 0 {
		if command, ok := commands[args[0]]; ok {
			run, args = command, args[1:]
		}
	}
	if err := run(args); err != nil {
		fmt.Fprintln(os.Stderr, "stancegraph-train:", err)
		os.Exit(1)
	}
}
