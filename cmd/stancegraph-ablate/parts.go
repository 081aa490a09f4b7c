package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/cmd/stancegraph-ablate/probe"
)

// patch puts a probe into a file of the extraction code.
type patch struct{ file, old, new string }

// patches are the places at which whole rules, word classes and repairs of trees can be left out.
var patches = []patch{
	{"extract/rule/match.go", "n, why := m.try(p, c, r)",
		`n, why := probe_.Rule(p.rule.Name, func() (int, string) { return m.try(p, c, r) })`},
	{"extract/lexicon/words.go", "return w.classes.member[[2]string{class, lemma}]",
		`return probe_.Word("operator class", class, w.classes.member[[2]string{class, lemma}])`},
	{"extract/lexicon/word_classes.go", "return l.classes.member[[2]string{string(c), word}]",
		`return probe_.Word("name class", string(c), l.classes.member[[2]string{string(c), word}])`},
	{"extract/lexicon/word_classes.go", "return l.classes.words[string(c)]",
		`return probe_.List("name class", string(c), l.classes.words[string(c)])`},
	{"extract/clause/repair.go", "b.repeat(repairs[i].apply, before)",
		`b.repeat(func(b *builder) bool {
			return probe_.Repair(repairs[i].name, func() bool { return repairs[i].apply(b) })
		}, before)`},
}

// instrumentParts writes the patched files and overlay.json into dir.
func instrumentParts(dir string) error {
	replace := map[string]string{}
	for _, p := range patches {
		abs, err := filepath.Abs(p.file)
		if err != nil {
			return err
		}
		from := p.file
		if replace[abs] != "" {
			from = replace[abs]
		}
		src, err := os.ReadFile(from)
		if err != nil {
			return err
		}
		code := string(src)
		if strings.Count(code, p.old) != 1 {
			return fmt.Errorf("%s: %q stands there %d times, not once", p.file, p.old, strings.Count(code, p.old))
		}
		code = strings.Replace(code, p.old, p.new, 1)
		if replace[abs] == "" {
			name, rest, _ := strings.Cut(code, "\n\n")
			code = name + "\n\nimport probe_ \"" + probePath + "\"\n\n" + rest
		}
		replace[abs] = filepath.Join(dir, strings.ReplaceAll(p.file, "/", "__"))
		if err := os.WriteFile(replace[abs], []byte(code), 0o600); err != nil {
			return err
		}
	}
	overlay, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "overlay.json"), overlay, 0o600)
}

// listed finds the names of one kind of part in the sources.
var listed = []struct {
	kind, glob string
	name       *regexp.Regexp
}{
	{"rule", "extract/rule/en/*.yaml", regexp.MustCompile(`(?m)^rule: *(\S+)`)},
	{"operator class", "extract/lexicon/words/operators.yaml", regexp.MustCompile(`(?m)^([a-z]\w*):`)},
	{"name class", "extract/lexicon/names/classes.yaml", regexp.MustCompile(`(?m)^([a-z]\w*):`)},
	{"repair", "extract/clause/repair_table.go", regexp.MustCompile(`name: +"(\w+)"`)},
}

// allParts are all rules, word classes and repairs, also those that never have an effect.
func allParts() ([]probe.Part, error) {
	var all []probe.Part
	for _, l := range listed {
		before := len(all)
		err := eachFile(l.glob, func(name string) error {
			src, err := os.ReadFile(name)
			for _, m := range l.name.FindAllStringSubmatch(string(src), -1) {
				all = append(all, probe.Part{Kind: l.kind, Name: m[1]})
			}
			return err
		})
		if err == nil && len(all) == before {
			err = fmt.Errorf("no %s in %s", l.kind, l.glob)
		}
		if err != nil {
			return nil, err
		}
	}
	return all, nil
}

// worth is what the annotated texts lose and gain without a part.
type worth struct{ lost, gained, full, wrong int }

// measureParts leaves out each part in turn and writes a line on each.
func measureParts(o options, w io.Writer) error {
	probe.Budget = 1 << 62
	parts, err := allParts()
	if err != nil {
		return err
	}
	texts, r, err := open(o)
	if err != nil {
		return err
	}
	probe.Parts = map[probe.Part]int64{}
	words, err := readRaw(r, o.raw)
	if err != nil {
		return err
	}
	raw := probe.Parts
	base := make([]score, len(texts))
	where := map[probe.Part][]int{} // part → texts in which it has an effect
	var total score
	for i := range texts {
		probe.Parts = map[probe.Part]int64{}
		base[i], _ = r.score(&texts[i])
		total.add(base[i])
		for p := range probe.Parts {
			where[p] = append(where[p], i)
		}
	}
	fmt.Fprintf(os.Stderr, "%d texts: link %d, full %d, false %d\n", len(texts), total.link, total.full, total.wrong)
	fmt.Fprintln(w, "kind\tname\ttexts\tper_million\tlost\tgained\tfull\tfalse")
	for _, p := range parts {
		v := withoutPart(r, p, texts, base, where[p])
		fmt.Fprintf(w, "%s\t%s\t%d\t%.1f\t%d\t%d\t%+d\t%+d\n", p.Kind, p.Name, len(where[p]),
			float64(raw[p])*1e6/float64(max(words, 1)), v.lost, v.gained, v.full, v.wrong)
	}
	return nil
}

// withoutPart reads a sample of the texts in which a part has an effect without it.
func withoutPart(r *reader, p probe.Part, texts []text, base []score, where []int) (v worth) {
	probe.Without = p
	defer func() { probe.Without = probe.Part{} }()
	slices.Sort(where)
	for _, i := range sample(where) {
		got, _ := r.score(&texts[i])
		d := got.minus(base[i])
		v.lost += max(0, -d.link)
		v.gained += max(0, d.link)
		v.full += d.full
		v.wrong += d.wrong
	}
	return v
}
