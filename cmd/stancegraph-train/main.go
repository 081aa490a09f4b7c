// Stancegraph-train makes and measures the model that reads grammar.
//
//	stancegraph-train [-o MODEL] [-dev FILE] TREEBANK…   train on CoNLL-U files or folders
//	stancegraph-train eval [-model MODEL] [-genre LIST] TREEBANK…   measure on CoNLL-U files or folders
package main

import (
	"fmt"
	"os"
)

func main() {
	var err error
	if len(os.Args) > 1 && os.Args[1] == "eval" {
		err = eval(os.Args[2:])
	} else {
		err = trainModel(os.Args[1:])
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "stancegraph-train:", err)
		os.Exit(1)
	}
}
