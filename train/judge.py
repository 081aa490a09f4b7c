"""Fits the judge (extract/judge): logistic regressions over named features of candidates.

  stancegraph-train judge-data GOLD... > data.jsonl
  judge.py data.jsonl extract/judge/weights.tsv

GOLD must be documents that the reader was not trained on. Three outcomes: that holder, target and sign are right ("link"); of
those that are, that the type is; and that sayer, negation, modality and phase are as well. Two models: "read", where the reader
has seen the candidate; "ruled", for rules alone. Candidates that only optional gold says count neither way. Newton steps on the
penalised likelihood; rare features are left out. Prints figures of a five-fold cross-validation by document. Equal data give
equal weights up to the rounding of the file.
"""
import collections
import json
import sys

import numpy as np

RARE = 8  # a feature of fewer candidates has no weight
PENALTY = 3.0


def sigmoid(x):
    return 1 / (1 + np.exp(-np.clip(x, -30, 30)))


def fit(x, y, penalty):
    weights, ridge = np.zeros(x.shape[1]), np.full(x.shape[1], penalty)
    ridge[0] = 0.01  # the intercept
    for _ in range(40):
        p = sigmoid(x @ weights)
        hessian = (x * (p * (1 - p) + 1e-9)[:, None]).T @ x + np.diag(ridge)
        step = np.linalg.solve(hessian, x.T @ (y - p) - ridge * weights)
        weights += step
        if np.abs(step).max() < 1e-8:
            break
    return weights


def matrix(rows, names):
    index = {name: i for i, name in enumerate(names)}
    x = np.zeros((len(rows), len(names)))
    x[:, 0] = 1
    for i, row in enumerate(rows):
        for name, value in row["Features"]:
            if name in index:
                x[i, index[name]] = value
    return x


def outcomes(rows):
    level = np.array([r["Level"] for r in rows])
    return level >= 1, level >= 2, level >= 3


def train(rows):
    counts = collections.Counter(name for r in rows for name, _ in r["Features"])
    names = ["always", *sorted(name for name, n in counts.items() if n >= RARE)]
    x, (link, kind, full) = matrix(rows, names), outcomes(rows)
    return names, [fit(x, link.astype(float), PENALTY)] + [fit(x[link], y[link].astype(float), 2 * PENALTY) for y in (kind, full)]


def auc(p, y):
    rank = np.empty(len(p))
    rank[np.argsort(p, kind="stable")] = np.arange(1, len(p) + 1)
    right = y.sum()
    return (rank[y].sum() - right * (right + 1) / 2) / max(1, right * (len(y) - right))


def gap(p, y, parts=5):
    """Mean distance of probability and share right, over parts of equal size."""
    order = np.argsort(p, kind="stable")
    return np.mean([abs(p[part].mean() - y[part].mean()) for part in np.array_split(order, parts) if len(part)])


def cross_validated(rows, folds=5):
    source = lambda r: r["Doc"].split("#")[0]
    fold = {d: i % folds for i, d in enumerate(sorted({source(r) for r in rows}))}
    p = np.zeros(len(rows))
    for k in range(folds):
        names, weights = train([r for r in rows if fold[source(r)] != k])
        test = [i for i, r in enumerate(rows) if fold[source(r)] == k]
        if test:
            p[test] = sigmoid(matrix([rows[i] for i in test], names) @ weights[0])
    return p


def report(title, rows):
    p, y = cross_validated(rows), outcomes(rows)[0]
    print(f"{title}: {len(rows)} candidates, {y.mean():.2f} right, AUC {auc(p, y):.3f}, gap {gap(p, y):.3f}")
    genre = [next((n for n, _ in r["Features"] if n.startswith("genre:")), "genre:?") for r in rows]
    for name in sorted(set(genre)):
        of = np.array([g == name for g in genre])
        print(f"  {name}: {of.sum()}, AUC {auc(p[of], y[of]):.3f}, gap {gap(p[of], y[of]):.3f}")
    for floor in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        kept = p >= floor
        if kept.any():
            print(f"  from {floor}: {kept.sum()} kept, {y[kept].mean():.2f} right, {y[kept].sum() / y.sum():.2f} of the right ones")


def main():
    with open(sys.argv[1], encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if '"Features"' in line]
    rows = [r for r in rows if not r["Optional"]]
    models = {"read": [r for r in rows if r["Read"]], "ruled": [r for r in rows if not r["Read"]]}
    with open(sys.argv[2], "w", encoding="utf-8") as out:
        out.write("# Weights of the judge, written by train/judge.py: model, feature, logits of link, type, full\n")
        for title, of in models.items():
            report(title, of)
            names, weights = train(of)
            for i, name in enumerate(names):
                out.write("\t".join([title, name, *(f"{w[i]:.4f}" for w in weights)]) + "\n")


if __name__ == "__main__":
    main()
