#!/usr/bin/env python3
"""Annotated passages without their texts: spans, names and labels here, the words in the corpora.

  annotations.py unpack --data DIR [FILE.jsonl ...] > gold.jsonl    with texts, in the form that `stancegraph eval` reads
  annotations.py pack   --data DIR < gold.jsonl > FILE.jsonl        the other way round

DIR holds the corpora as README.md beside this file lists them. A passage is a run of blocks (paragraphs or lines) of one
source text, joined by blank lines: "first" and "blocks" say which, "sha256" is of the passage. Spans count characters of
the passage, end exclusive. A target's words are stored only where they are not those of its span. Standard library only.
"""
import argparse
import glob
import gzip
import hashlib
import json
import os
import re
import sys
import tarfile

HERE = os.path.dirname(os.path.abspath(__file__))
SPANS = ("holder", "target", "cue")


def tarred(path):
    with tarfile.open(path) as archive:
        for member in archive:
            if member.isfile() and member.name.endswith(".txt") and "/ann/" not in member.name:
                yield os.path.basename(member.name)[:-4], archive.extractfile(member).read().decode("utf-8", "replace")


def treebank(path):
    """Documents of a CoNLL-U file with paragraph marks, paragraphs parted by blank lines."""
    documents = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc id"):
                paragraphs = documents[line.split("=")[1].strip()] = [[]]
            elif line.startswith("# newpar"):
                paragraphs.append([])
            elif line.startswith("# text ="):
                paragraphs[-1].append(line.split("=", 1)[1].strip())
    for name, paragraphs in documents.items():
        yield name, "\n\n".join(" ".join(p) for p in paragraphs if p)


def pairs(path):
    """Sentences with two marked entities, named by their line from 0; the marks go."""
    with open(path, encoding="utf-8") as lines:
        for n, line in enumerate(lines):
            yield str(n), re.sub(r"[\[\]]", "", line.split("\t")[0])


def plain(pattern, ending):
    for name in sorted(glob.glob(pattern)):
        with open(name, encoding="utf-8", errors="replace") as f:
            yield os.path.basename(name)[: -len(ending)], f.read()


def re3d(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            d = json.loads(line)
            yield str(d.get("doc") or d.get("id") or d.get("_id")), d["text"]


def corpora(data):
    at = lambda *p: os.path.join(data, *p)
    return {
        "polnear": lambda: tarred(at("polnear", "train.tar.gz")),
        "briefing": lambda: tarred(at("raw", "wh_briefings.tar.gz")),
        "debate": lambda: plain(at("transcripts", "debates", "*.said"), ".said"),
        "ungdc": lambda: plain(at("transcripts", "ungdc", "*", "*.txt"), ".txt"),
        "gum": lambda: treebank(at("ud", "gum.train.conllu.gz")),
        "re3d": lambda: re3d(at("re3d", "re3d.dev.jsonl")),
        "dse": lambda: pairs(at("dse", "dev.decontaminated.tsv")),
    }


def blocks(text):
    return [b for b in re.split(r"\n+", text) if b.strip()]


def digest(text):
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def sources(data, wanted):
    """The wanted source texts: (corpus, name) → text."""
    found, readers = {}, corpora(data)
    for corpus in sorted({c for c, _ in wanted}):
        for name, text in readers[corpus]():
            if (corpus, name) in wanted:
                found[corpus, name] = text
    return found


def place(text, passage):
    """First block and number of blocks of the passage in the text; 0, 0 for a text of one piece."""
    if text.strip() == passage.strip():
        return 0, 0
    all_, part = blocks(text), blocks(passage)
    for first in range(len(all_) - len(part) + 1):
        if all_[first:first + len(part)] == part and "\n\n".join(part) == passage:
            return first, len(part)
    raise SystemExit("passage is not found in its source: " + passage[:60])


def cut(text, first, count):
    return text.strip() if count == 0 else "\n\n".join(blocks(text)[first:first + count])


def span(text, words, near, within=None):
    """The place of words that lies nearest to a character: whole words within the span, else elsewhere, else parts of words."""
    places = [m.span() for m in re.finditer(re.escape(words), text)]
    whole = [p for p in places if not text[:p[0]][-1:].isalpha() and not text[p[1]:][:1].isalpha()]
    inside = [p for p in whole if within and within[0] <= p[0] and p[1] <= within[1]]
    if not places:
        raise SystemExit(f"no such words: {words!r}")
    return list(min(inside or whole or places, key=lambda p: abs(p[0] - near)))


def key(d):
    """Corpus and name of a passage's source; a second passage of it is called NAME#2."""
    return tuple(d["doc"].split("#")[0].split("-", 1))


def pack(data):
    gold = [json.loads(line) for line in sys.stdin if line.strip()]
    texts = sources(data, {key(d) for d in gold})
    for d in gold:
        corpus, name = key(d)
        first, count = place(texts[corpus, name], d["text"])
        text = cut(texts[corpus, name], first, count)
        out = {"doc": d["doc"], "first": first, "blocks": count, "sha256": digest(text), "statements": []}
        for s in d["statements"]:
            s = dict(s)
            sentence = span(text, s.pop("sentence").strip(), 0)
            cue = span(text, s.pop("cue"), sentence[0], sentence)
            row = {"sentence": sentence, "cue_span": cue}
            for k in ("holder", "target"):
                words = s.pop(k + "_text")
                row[k + "_span"] = span(text, words, cue[0], sentence)
                if k == "target" and s["target"] == words:
                    del s["target"]
            row.update(s)
            out["statements"].append(row)
        print(json.dumps(out, ensure_ascii=False, sort_keys=True))


def unpack(data, files):
    packed = [json.loads(line) for f in files for line in open(f, encoding="utf-8") if line.strip()]
    texts = sources(data, {key(d) for d in packed})
    for d in packed:
        if key(d) not in texts:
            raise SystemExit(f"{d['doc']}: the corpus lacks this text")
        text = cut(texts[key(d)], d["first"], d["blocks"])
        if digest(text) != d["sha256"]:
            raise SystemExit(f"{d['doc']}: the corpus has another version of this text")
        statements = []
        for s in d["statements"]:
            words = {k + "_text": text[s[k + "_span"][0]:s[k + "_span"][1]] for k in SPANS}
            row = {k: v for k, v in s.items() if not k.endswith("_span") and k != "sentence"}
            row.setdefault("target", words["target_text"])
            row.update(holder_text=words["holder_text"], target_text=words["target_text"], cue=words["cue_text"],
                       sentence=text[s["sentence"][0]:s["sentence"][1]])
            statements.append(row)
        print(json.dumps({"doc": d["doc"], "text": text, "statements": statements}, ensure_ascii=False))


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("what", choices=("pack", "unpack"))
    ap.add_argument("--data", required=True)
    ap.add_argument("files", nargs="*")
    a = ap.parse_intermixed_args()
    if a.what == "pack":
        pack(a.data)
    else:
        unpack(a.data, a.files or sorted(glob.glob(os.path.join(HERE, "annotations", "*.jsonl"))))


if __name__ == "__main__":
    main()
