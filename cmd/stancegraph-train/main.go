// Stancegraph-train trains and evaluates the tagger and parser model.
//
//	stancegraph-train [-o MODEL] [-dev TREEBANK] TREEBANK…
//	stancegraph-train eval [-model MODEL] [-genre LIST] [-raw] TREEBANK…
//
// A treebank is a CoNLL-U file, plain or gzipped, or a folder of them. Of GUM only those genres are
// used for training whose licence allows the model to be distributed. Run it from the root of the
// repository, or name the file of word classes with -classes. The same treebanks and flags give the
// same bytes.
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
