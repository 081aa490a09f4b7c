"""Prints the texts of a gold file that reader.py holds out: held_out.py gold.jsonl [K/N], by default 0/8."""
import hashlib
import json
import sys


def held_out(doc, k, n):
    """Passages of one source document go together: a second one's name ends in #2."""
    source = doc.split("#")[0].removeprefix("t-")
    return int(hashlib.md5(source.encode()).hexdigest(), 16) % n == k


if __name__ == "__main__":
    k, n = map(int, (sys.argv[2] if len(sys.argv) > 2 else "0/8").split("/"))
    with open(sys.argv[1], encoding="utf-8") as lines:
        for line in lines:
            if held_out(json.loads(line)["doc"], k, n):
                sys.stdout.write(line)
