package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/stancegraph/stancegraph/extract"
	"github.com/stancegraph/stancegraph/extract/eval"
	"github.com/stancegraph/stancegraph/extract/judge"
	"github.com/stancegraph/stancegraph/extract/reader"
	"github.com/stancegraph/stancegraph/extract/source"
	"github.com/stancegraph/stancegraph/schema"
)

// readerData prints what the reader's model sees of each sentence of gold texts, with the gold in it, one JSON object a line
// after one that describes the codes: the input of train/reader.py.
func readerData(files []string) error {
	x, err := extract.New(extract.WithoutReader())
	if err != nil {
		return err
	}
	var names []string
	var signs []int
	for _, t := range schema.Types() {
		names, signs = append(names, string(t.Type)), append(signs, t.Sign)
	}
	return eachGold(files, func(d *eval.Doc, doc schema.Document, enc *json.Encoder) error {
		all, err := x.Instances(context.Background(), doc)
		if err != nil {
			return err
		}
		for _, in := range align(d, all) {
			if err := enc.Encode(&in); err != nil {
				return err
			}
		}
		return nil
	}, map[string]any{"features": reader.Vocabulary(), "types": names, "signs": signs, "turns": reader.Turns,
		"roles": reader.Roles, "paths": reader.Paths, "distances": reader.Distances})
}

// candidateRow is a candidate with what the judge knows of it and whether it is right: 0 no, 1 holder, target and sign,
// 2 the type as well, 3 all; Optional where only an optional gold statement says it.
type candidateRow struct {
	Doc      string
	Read     bool // seen by the reader
	Features [][2]any
	Level    int
	Optional bool
}

// judgeData prints each candidate of gold texts as the judge sees it, with the reader and by rules alone: the input of train/judge.py.
func judgeData(files []string) error {
	both, err := extract.New()
	if err != nil {
		return err
	}
	rules, err := extract.New(extract.WithoutReader())
	if err != nil {
		return err
	}
	return eachGold(files, func(d *eval.Doc, doc schema.Document, enc *json.Encoder) error {
		for _, x := range []*extract.Extractor{both, rules} {
			_, trace, err := x.Explain(context.Background(), doc)
			if err != nil {
				return err
			}
			for i := range trace.Decided {
				c := &trace.Decided[i]
				if c.Statement.Inferred || c.Read != (x == both) {
					continue
				}
				if err := enc.Encode(rowOf(d, c)); err != nil {
					return err
				}
			}
		}
		return nil
	}, map[string]any{})
}

func rowOf(d *eval.Doc, c *judge.Decision) candidateRow {
	row := candidateRow{Doc: d.ID, Read: c.Read, Features: [][2]any{}}
	for _, f := range c.Features {
		row.Features = append(row.Features, [2]any{f.Name, f.Value})
	}
	free := 0
	for i := range d.Statements {
		g := &d.Statements[i]
		if !sameSentence(g.Sentence, c.Statement.Sentence.Text) {
			continue
		}
		level := int(eval.Agreement(*g, &c.Statement))
		if g.Free() {
			free = max(free, level)
		} else {
			row.Level = max(row.Level, level)
		}
	}
	row.Optional = row.Level == 0 && free > 0
	return row
}

// sameSentence: the sentences of gold and program are divided alike, or one is part of the other.
func sameSentence(gold, found string) bool {
	return gold == "" || strings.Contains(gold, found) || strings.Contains(found, gold)
}

// eachGold reads gold files as extract reads JSON lines and gives each text with its document, then head, to do.
func eachGold(files []string, do func(*eval.Doc, schema.Document, *json.Encoder) error, head any) error {
	if len(files) == 0 {
		return errors.New("say which gold files to read")
	}
	out := bufio.NewWriter(os.Stdout)
	enc := json.NewEncoder(out)
	if err := enc.Encode(head); err != nil {
		return err
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		docs, err := eval.ReadGold(bytes.NewReader(data), file)
		if err != nil {
			return err
		}
		for i := range docs {
			d := &docs[i]
			line, err := json.Marshal(map[string]string{"id": d.ID, "text": d.Text})
			if err != nil {
				return err
			}
			for doc, err := range source.Read("gold.jsonl", line, source.Options{AnyLanguage: true}) {
				if err == nil {
					err = do(d, doc, enc)
				}
				if err != nil {
					return fmt.Errorf("%s: %s: %w", file, d.ID, err)
				}
			}
		}
	}
	return out.Flush()
}
