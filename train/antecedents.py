"""Fits which antecedent a pronoun means (extract/mention/antecedents.tsv): a linear ranking over named features.

  stancegraph-train antecedent-data GOLD... > data.jsonl
  antecedents.py data.jsonl extract/mention/antecedents.tsv

Each actor counts with the mention of the highest score; the loss is that of a softmax over actors and no actor, with a penalty
on the squares of weights. Prints how many of the decisions are right in a five-fold cross-validation by document, for several
leads that the best must have. Equal data give equal weights up to the rounding of the file.
"""
import collections
import json
import sys

import torch

from held_out import held_out

torch.set_num_threads(1)  # so that the sums do not depend on the machine
CLASSES = ["person", "it", "its", "they", "their"]
RARE, PENALTY, STEPS = 8, 0.6, 60


def fit(rows, names):
    index = {name: i for i, name in enumerate(names)}
    pairs, option, meanings = [], [], []  # option and feature; of each option its class and meaning
    owner, right = [], []  # of each meaning its row, and whether it is right
    for i, row in enumerate(rows):
        first, count = len(owner), 1 + max(o["Meaning"] for o in row["Options"])
        owner += [i] * count
        right += [False] * count
        for o in row["Options"]:
            pairs += [(len(option), index[f]) for f in o["Features"] if f in index]
            option.append(CLASSES.index(row["Class"]))
            meanings.append(first + o["Meaning"])
            right[first + o["Meaning"]] |= o["Right"]
    total = len(owner)
    pairs, option, meanings, owner, right = (torch.tensor(x) for x in (pairs, option, meanings, owner, right))
    weights = torch.zeros(len(names), 1 + len(CLASSES), requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=STEPS, line_search_fn="strong_wolfe")

    def logsum(score, of, size):
        top = torch.full((size,), -1e9).scatter_reduce(0, of, score.detach(), "amax")
        return top + torch.log(torch.zeros(size).index_add(0, of, torch.exp(score - top[of])) + 1e-30)

    def loss():
        optimizer.zero_grad()
        each = weights[pairs[:, 1], 0] + weights[pairs[:, 1], 1 + option[pairs[:, 0]]]
        score = torch.zeros(len(option)).index_add(0, pairs[:, 0], each)
        best = torch.full((total,), -1e9).scatter_reduce(0, meanings, score, "amax")
        whole = logsum(best, owner, len(rows))
        good = logsum(torch.where(right, best, torch.tensor(-1e9)), owner, len(rows))
        value = (whole - good).sum() + PENALTY * (weights[:, 0] ** 2).sum() + 2 * PENALTY * (weights[:, 1:] ** 2).sum()
        value.backward()
        return value

    optimizer.step(loss)
    return weights.detach()


def decide(row, names, weights):
    """Lead of the best actor over the next option and whether it is right; a lead below zero for no actor."""
    index = {name: i for i, name in enumerate(names)}
    k = 1 + CLASSES.index(row["Class"])
    best, right, actor = {}, {}, {}
    for o in row["Options"]:
        score = sum(float(weights[index[f], 0] + weights[index[f], k]) for f in o["Features"] if f in index)
        best[o["Meaning"]] = max(score, best.get(o["Meaning"], -1e9))
        right[o["Meaning"]] = right.get(o["Meaning"], False) or o["Right"]
    order = sorted(best, key=best.get, reverse=True)
    lead = best[order[0]] - best[order[1]] if len(order) > 1 else 9.0
    return (-1.0, False) if order[0] == 0 else (lead, right[order[0]])


def named(rows):
    counts = collections.Counter(f for r in rows for o in r["Options"] for f in set(o["Features"]))
    return sorted(f for f, n in counts.items() if n >= RARE)


def report(rows, decisions):
    for c in [*CLASSES, "all"]:
        these = [(r, d) for r, d in zip(rows, decisions) if c in (r["Class"], "all")]
        could = sum(not any(o["Right"] and o["Meaning"] == 0 for o in r["Options"]) for r, _ in these)
        for lead in (0, 0.3, 0.6, 1.0):
            made = [d for _, d in these if d[0] >= lead]
            good = sum(d[1] for d in made)
            print(f"{c:7} lead {lead}: {len(these)} pronouns, {len(made)} decided, {good} right, P {good / max(1, len(made)):.3f}"
                  f", of {could} that an option is right for {good / max(1, could):.3f}")


def main():
    with open(sys.argv[1], encoding="utf-8") as lines:
        next(lines)
        rows = [json.loads(line) for line in lines]
    decisions = [None] * len(rows)
    for fold in range(5):
        seen = [r for r in rows if not held_out(r["Doc"], fold, 5)]
        names = named(seen)
        weights = fit(seen, names)
        for i, r in enumerate(rows):
            if held_out(r["Doc"], fold, 5):
                decisions[i] = decide(r, names, weights)
    report(rows, decisions)
    names = named(rows)
    weights = fit(rows, names)
    with open(sys.argv[2], "w", encoding="utf-8") as out:
        out.write("# feature\tall\t" + "\t".join(CLASSES) + "\n")
        for i, name in enumerate(names):
            out.write(name + "\t" + "\t".join(f"{float(x):.3f}" for x in weights[i]) + "\n")


if __name__ == "__main__":
    main()
