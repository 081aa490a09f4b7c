// Package conllu reads treebanks in CoNLL-U, plain or gzipped.
package conllu

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// Sentence is one tree.
type Sentence struct {
	Document string // of the last "# newdoc id ="
	Source   int    // number of the sentence it is a copy of, or its own, where copies are made
	Tokens   []Token
}

// Token is one syntactic word. Multi-word tokens and empty nodes are left out.
type Token struct {
	Text  string
	Lemma string
	Tag   string // XPOS
	Head  int    // index into Tokens, -1 for the root
	Rel   string // with subtype
	Glued bool   // no space between this token and the next
}

// ReadAll reads files and folders (their *.conllu and *.conllu.gz, sorted) in the order given.
func ReadAll(paths ...string) ([]Sentence, error) {
	var all []Sentence
	for _, p := range paths {
		files := []string{p}
		if info, err := os.Stat(p); err != nil {
			return nil, fmt.Errorf("reading treebank: %w", err)
		} else if info.IsDir() {
			if files, err = treebankFiles(p); err != nil {
				return nil, fmt.Errorf("reading treebank folder: %w", err)
			}
		}
		for _, f := range files {
			sents, err := readFile(f)
			if err != nil {
				return nil, fmt.Errorf("reading treebank %s: %w", f, err)
			}
			all = append(all, sents...)
		}
	}
	return all, nil
}

func treebankFiles(dir string) (files []string, err error) {
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && (strings.HasSuffix(path, ".conllu") || strings.HasSuffix(path, ".conllu.gz")) {
			files = append(files, path)
		}
		return err
	})
	slices.Sort(files)
	return files, err
}

func readFile(path string) ([]Sentence, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if !strings.HasSuffix(path, ".gz") {
		return Read(f)
	}
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	return Read(z)
}

// Read reads sentences from r. Errors name the line.
func Read(r io.Reader) ([]Sentence, error) {
	var d decoder
	number := 0
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<22)
	for lines.Scan() {
		number++
		if err := d.line(strings.TrimRight(lines.Text(), "\r")); err != nil {
			return nil, fmt.Errorf("line %d: %w", number, err)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("after line %d: %w", number, err)
	}
	if err := d.finish(); err != nil {
		return nil, fmt.Errorf("line %d: %w", number, err)
	}
	return d.sents, nil
}

// decoder is the state between lines.
type decoder struct {
	sents    []Sentence
	cur      Sentence
	gluedEnd int // last word of a multi-word token: words inside it are glued
	gluedOut bool
}

func (d *decoder) line(line string) error {
	switch {
	case line == "":
		return d.finish()
	case line[0] == '#':
		if id, ok := strings.CutPrefix(line, "# newdoc id = "); ok {
			d.cur.Document = id
		}
		return nil
	}
	return d.token(strings.Split(line, "\t"))
}

// finish ends the sentence.
func (d *decoder) finish() error {
	if len(d.cur.Tokens) > 0 {
		if err := d.cur.check(); err != nil {
			return err
		}
		d.sents = append(d.sents, d.cur)
	}
	d.cur = Sentence{Document: d.cur.Document}
	d.gluedEnd = 0
	return nil
}

func (d *decoder) token(f []string) error {
	if len(f) != 10 {
		return fmt.Errorf("%d fields, not 10", len(f))
	}
	glued := strings.Contains(f[9], "SpaceAfter=No")
	if _, end, ok := strings.Cut(f[0], "-"); ok {
		d.gluedEnd, _ = strconv.Atoi(end)
		d.gluedOut = glued
		return nil
	}
	if strings.Contains(f[0], ".") {
		return nil
	}
	head, err := strconv.Atoi(f[6])
	if err != nil {
		return fmt.Errorf("head %q is not a number", f[6])
	}
	if n := len(d.cur.Tokens) + 1; n < d.gluedEnd {
		glued = true
	} else if n == d.gluedEnd {
		glued = d.gluedOut
	}
	d.cur.Tokens = append(d.cur.Tokens, Token{
		Text: f[1], Lemma: f[2], Tag: f[4], Head: head - 1, Rel: f[7], Glued: glued,
	})
	return nil
}

// check says what is wrong with a tree: a head that is not in the sentence, or a cycle.
func (s *Sentence) check() error {
	for i := range s.Tokens {
		steps := 0
		for j := i; j >= 0; j = s.Tokens[j].Head {
			if s.Tokens[j].Head >= len(s.Tokens) || s.Tokens[j].Head < -1 {
				return fmt.Errorf("sentence of %d tokens has head %d", len(s.Tokens), s.Tokens[j].Head+1)
			}
			if steps++; steps > len(s.Tokens) {
				return fmt.Errorf("token %d is in a cycle", i+1)
			}
		}
	}
	return nil
}

// IsTree says that every token depends on one root.
func (s *Sentence) IsTree() bool {
	roots := 0
	for _, t := range s.Tokens {
		if t.Head < 0 {
			roots++
		}
	}
	return roots == 1 && s.check() == nil
}
