package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/schema"
)

// known recognises documents that were loaded before and are unchanged, by this very program with these rules, names
// and flags: to extract from them again would give the same.
type known struct {
	damaged   map[string]bool // documents that are to be read again, though the store says that it has them
	maker     string          // what extracts; "" where that is not known, and then nothing is skipped
	unchanged int             // documents skipped; to be read after the load
	err       error           // of the store, which ended the documents; to be read after the load
}

// askAtOnce is of how many documents the store is asked together.
const askAtOnce = 64

// unread passes on the documents that the store does not know yet or that have changed, errors, and the first few,
// which are shown unless quiet. It ends early where the store cannot say what it holds, and keeps its error in err.
func (k *known) unread(ctx context.Context, store graph.InputReader, docs iter.Seq2[schema.Document, error],
	quiet bool) iter.Seq2[schema.Document, error] {
	type item struct {
		doc schema.Document
		err error
	}
	return func(yield func(schema.Document, error) bool) {
		seen := 0
		var waiting []item
		pass := func() bool {
			var ids []string
			for _, w := range waiting {
				ids = append(ids, w.doc.ID)
			}
			loaded, err := store.Inputs(ctx, ids)
			if err != nil {
				k.err = fmt.Errorf("look for documents that are loaded: %w", err)
				return false
			}
			for _, w := range waiting {
				seen++
				key := loaded[w.doc.ID]
				known := w.err == nil && key != "" && key == k.key(w.doc) && !k.damaged[w.doc.ID]
				if known && (quiet || seen > fewDocuments) {
					k.unchanged++
				} else if !yield(w.doc, w.err) {
					return false
				}
			}
			waiting = nil
			return true
		}
		for doc, err := range docs {
			if waiting = append(waiting, item{doc, err}); len(waiting) == askAtOnce && !pass() {
				return
			}
		}
		pass()
	}
}

// key names all that an extraction is made from: the document as it was read, but for the folder it lay in, and
// what extracts. It is "" where that is not known.
func (k *known) key(d schema.Document) string {
	if k.maker == "" {
		return ""
	}
	d.Path, d.Origins = "", nil // no part of the graph
	data, err := json.Marshal(d)
	if err != nil {
		return ""
	}
	sum := sha256.Sum256(append([]byte(k.maker), data...))
	return hex.EncodeToString(sum[:16])
}

// maker is a hash of what extracts: the program itself, byte by byte, for code, models, words and rules are all in it,
// and the flags and files that change what it finds.
func (r *readFlags) maker() (string, error) {
	h := sha256.New()
	self, err := os.Executable()
	if err == nil {
		err = addFile(h, self)
	}
	if err != nil { // a system that shows no program its own file: nothing is known, everything is read
		return "", nil
	}
	fmt.Fprintf(h, "%v %v %v %v %q %q\n", r.noReader, r.noInferred, r.minConfidence, r.noBuiltin, r.rules, r.names)
	if r.names != "" {
		if err := addFile(h, r.names); err != nil {
			return "", fmt.Errorf("names: %w", err)
		}
	}
	if r.rules != "" {
		err := filepath.WalkDir(r.rules, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			fmt.Fprintf(h, "%q\n", path)
			return addFile(h, path)
		})
		if err != nil {
			return "", fmt.Errorf("rules: %w", err)
		}
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// addFile hashes a file, its end marked by its length.
func addFile(h io.Writer, path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	n, err := io.Copy(h, f)
	fmt.Fprintf(h, "\n%d\n", n)
	return errors.Join(err, f.Close())
}
