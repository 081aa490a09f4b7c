package source

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// maxFile is the largest file that is read as a whole, in bytes.
const maxFile = 1 << 30

// readable are the endings of the files that are taken from a folder. A file that is named itself is
// read whatever its ending.
var readable = map[string]bool{
	".txt": true, ".text": true, ".transcript": true, ".md": true, ".jsonl": true, ".ndjson": true,
	".srt": true, ".vtt": true, ".html": true, ".htm": true, ".xhtml": true,
}

// Open reads every document of every path, in order: files, folders (with all below them, sorted, hidden
// ones left out), globs, and "-" for stdin. What cannot be read is an error in its place, and the rest
// goes on; only a cancelled context or wrong Options end it, the former also while a read waits for a pipe.
// What folders and globs hold beside regular files is left out, with ErrIrregular. Two documents with one
// id are an error that names where both are; the first one stands. A file that is named twice is read once.
func Open(ctx context.Context, paths []string, stdin io.Reader, opt Options) iter.Seq2[schema.Document, error] {
	return func(yield func(schema.Document, error) bool) {
		if _, err := opt.date(); err != nil {
			yield(schema.Document{}, err)
			return
		}
		files, errs := expand(paths)
		for _, err := range errs {
			if !yield(schema.Document{}, err) {
				return
			}
		}
		seen := map[string]string{} // id → where
		for _, file := range files {
			for in, err := range readFile(ctx, file, stdin, opt) {
				if ctx.Err() != nil {
					yield(schema.Document{}, ctx.Err())
					return
				}
				if err == nil {
					if first, dup := seen[in.doc.ID]; dup {
						in, err = input{}, fmt.Errorf("%s: %w, %q: the other is %s%s", in.where, ErrDuplicate, in.doc.ID, first, idHint(opt))
					} else {
						seen[in.doc.ID] = in.where
					}
				}
				if !yield(in.doc, err) {
					return
				}
			}
		}
	}
}

func idHint(opt Options) string {
	if opt.ID != "" {
		return "; --id is for one document"
	}
	return "; rename a file or give it another id"
}

// expand gives the files that paths mean, in order, each once.
func expand(paths []string) (files []string, errs []error) {
	seen := map[string]bool{}
	for _, path := range paths {
		found, wrong := filesOf(path)
		errs = append(errs, wrong...)
		for _, file := range found {
			if key := filepath.Clean(file); !seen[key] {
				seen[key] = true
				files = append(files, file)
			}
		}
	}
	return files, errs
}

// filesOf gives the files that one path means: a file, those of a folder, those that a pattern matches.
func filesOf(path string) (files []string, errs []error) {
	if path == "-" {
		return []string{path}, nil
	}
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return folder(path)
	case err == nil:
		return []string{path}, nil
	case strings.ContainsAny(path, "*?["):
		return matching(path)
	}
	return nil, []error{fmt.Errorf("%s: %w", path, bare(err))}
}

// matching gives the files that a pattern matches, and those of folders that it matches.
func matching(pattern string) (files []string, errs []error) {
	found, err := filepath.Glob(pattern)
	if err != nil || len(found) == 0 {
		return nil, []error{fmt.Errorf("%s: no such file", pattern)}
	}
	for _, f := range found {
		if info, err := os.Stat(f); err == nil && !info.IsDir() && !info.Mode().IsRegular() {
			errs = append(errs, irregular(f))
			continue
		}
		sub, wrong := filesOf(f)
		files, errs = append(files, sub...), append(errs, wrong...)
	}
	if len(files) == 0 && !slices.ContainsFunc(errs, func(err error) bool { return !errors.Is(err, ErrIrregular) }) {
		errs = append(errs, fmt.Errorf("%s: no file to read", pattern))
	}
	return files, errs
}

func irregular(file string) error { return fmt.Errorf("%s: %w", file, ErrIrregular) }

// folder lists the readable files of a folder and of all below it, sorted by path.
func folder(root string) (files []string, errs []error) {
	name := root
	if real, err := filepath.EvalSymlinks(root); err == nil && real != filepath.Clean(root) {
		root += string(filepath.Separator) // WalkDir does not follow a link that it is given
	}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		name := filepath.Base(path)
		hidden := len(name) > 1 && name[0] == '.' && name != ".." && path != root
		switch {
		case err != nil:
			return err
		case hidden && d.IsDir():
			return filepath.SkipDir
		case hidden, d.IsDir(), !readable[strings.ToLower(filepath.Ext(path))]:
			return nil
		}
		switch info, err := os.Stat(path); {
		case err == nil && info.Mode().IsRegular():
			files = append(files, path)
		case err == nil && !info.IsDir():
			errs = append(errs, irregular(path))
		}
		return nil
	})
	if err == nil && len(files) == 0 {
		err = errors.New("no files to read in this folder (read are .txt, .md, .html, .srt, .vtt, .jsonl; " +
			"others when they are named)")
	}
	if err != nil {
		errs = append(errs, fmt.Errorf("%s: %w", name, bare(err)))
	}
	sort.Strings(files)
	return files, errs
}

// readFile reads the documents of a file, or of standard input: JSON lines one by one, anything else as a whole.
func readFile(ctx context.Context, file string, stdin io.Reader, opt Options) iter.Seq2[input, error] {
	return func(yield func(input, error) bool) {
		raw := open(ctx, file, stdin)
		defer raw.Close()
		in := bufio.NewReaderSize(raw, 64<<10)
		start, lines, err := firstLine(file, in)
		switch {
		case err != nil:
		case lines:
			finished(records(file, linesAfter(start, in), opt), opt)(yield)
			return
		default:
			start, err = readRest(start, in)
		}
		if err != nil {
			yield(input{}, fmt.Errorf("%s: %w", file, bare(err)))
			return
		}
		read(file, start, opt)(yield)
	}
}

// readRest reads what follows the beginning of a file, which is limited.
func readRest(start []byte, in io.Reader) ([]byte, error) {
	buf := bytes.NewBuffer(start)
	_, err := buf.ReadFrom(io.LimitReader(in, maxFile+1-int64(len(start))))
	if err == nil && buf.Len() > maxFile {
		err = fmt.Errorf("%w: more than 1 GB; split the file", ErrTooLong)
	}
	return buf.Bytes(), err
}

// open gives the content of a file or of standard input, until ctx ends. To open a pipe, and to read it or a terminal,
// may take for ever and cannot be ended: the goroutine is then left behind.
func open(ctx context.Context, file string, stdin io.Reader) io.ReadCloser {
	r, w := io.Pipe()
	stop := context.AfterFunc(ctx, func() { r.CloseWithError(ctx.Err()) })
	go func() {
		defer stop()
		w.CloseWithError(bare(copyTo(w, file, stdin)))
	}()
	return r
}

func copyTo(w io.Writer, file string, stdin io.Reader) error {
	in := stdin
	if file != "-" {
		f, err := os.Open(file)
		if err != nil {
			return err
		}
		defer f.Close()
		in = f
	} else if stdin == nil {
		return errors.New("no standard input")
	}
	_, err := io.Copy(w, in)
	return err
}

// bare takes the path out of an error of package os, which the message names already.
func bare(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
