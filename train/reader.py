"""Trains the reader (extract/reader): the encoder with its heads, on stance statements in the words of sentences.

  stancegraph-train reader-data GOLD... > data.jsonl
  reader.py data.jsonl reader.bin [--layers 6] [--epochs 6] [--hold-out 0/8] [--seed 1]

--hold-out K/N leaves out every Nth source document (by a hash of its name), reports precision and recall on it after each
epoch, and prints nothing about the rest: the judge is fitted to, and figures are taken from, documents that the reader has not
seen. Equal data, flags, versions and number of threads give equal weights.

The model is described in extract/reader/reader.go. The loss is the binary cross-entropy of all triples of a sentence, with
those of cues, and of the holders and targets of each gold cue, as helpers; of the most probable triples once more, corrected by
the layer that sees cue, holder and target together; and of types, negation, modality and phase where gold has a triple.
Optional statements count half. Words of a cue beside its head, and pairs that the gold has with another
word of the same cue, are neither right nor wrong. Some pieces are hidden while training, more of names: what a stance is does
not depend on whose it is.
"""
import argparse
import base64
import json
import math
import random
import time

import torch
from torch import nn
from torch.nn import functional as F

import encoder
import export
from held_out import held_out

WIDTH, RELATED = 128, 32
MODALITIES = ["asserted", "possible", "conditional", "desired", "asked"]
PHASES = ["ongoing", "ended", "planned"]
LONGEST_WORDS, LONGEST_PIECES = 120, 250
MASK, MASKED, NAME_MASKED = 103, 0.05, 0.15  # the piece [MASK]; shares of pieces, and of those of names, hidden in training
DROP = 0.15
LOOKED_AT = 16  # triples of a sentence that the last layer corrects in training
PROPOSED = -3.0  # the logit from which it does so afterwards, as in Go
SILENT_SAYER = 13  # the role code of the sayer that no word names


class Example:
    """One sentence as tensors. Sizes: C cues, H holders, K targets."""

    def __init__(self, row, tokenizer, head):
        types = head["types"]
        self.doc, self.row = row["Doc"], row
        pieces = tokenizer.encode(row["Words"], is_pretokenized=True, add_special_tokens=False)
        first = {}
        for place, word in enumerate(pieces.word_ids):
            first.setdefault(word, place + 1)
        self.ids = [101, *pieces.ids, 102]
        self.features = [[]] + [row["Features"][word] or [] for word in pieces.word_ids] + [[]]
        name = head["features"].index("tag=NNP")
        self.mask_rate = torch.tensor([0.0] + [NAME_MASKED if name in f else MASKED for f in self.features[1:-1]] + [0.0])
        self.turn = row["Turn"]
        cues, holders, targets = row["Cues"], row["Holders"], row["Targets"]
        self.sizes = len(cues), len(holders), len(targets)
        place = lambda words: torch.tensor([first.get(word, 0) if word >= 0 else 0 for word in words])
        self.cue, self.holder, self.target = place(cues), place(holders), place(targets)
        self.silent = torch.tensor([float(word < 0) for word in holders])
        tables = [torch.tensor([list(base64.b64decode(line)) for line in row[name]]) for name in ("Role", "Path", "Distance")]
        self.to_holder = []
        for table, code in zip(tables, (SILENT_SAYER, 0, 0)):
            part = table[:, [max(word, 0) for word in holders]].clone()
            part[:, [i for i, word in enumerate(holders) if word < 0]] = code
            self.to_holder.append(part)
        self.to_target = [table[:, targets] for table in tables]
        at = [{word: i for i, word in enumerate(words)} for words in (cues, holders, targets)]
        self.proposed = torch.zeros(self.sizes)
        for triple in row["Proposed"]:
            if all(word in index for word, index in zip(triple, at)):
                self.proposed[tuple(index[word] for word, index in zip(triple, at))] = 1
        self.label(row["Gold"], at, types, cues, holders, targets)

    def label(self, gold, at, types, cues, holders, targets):
        C, H, K = self.sizes
        self.triple, self.weight = torch.zeros(self.sizes), torch.ones(self.sizes)
        self.weight[:, torch.tensor([[h == t for t in targets] for h in holders])] = 0
        self.is_cue, self.cue_weight = torch.zeros(C), torch.ones(C)
        self.holds, self.held, self.labelled = torch.zeros(C, H), torch.zeros(C, K), torch.zeros(C)
        self.kinds = []
        for g in gold:
            w = 0.5 if g["Optional"] else 1.0
            if g["Cue"] not in at[0]:
                continue
            c = at[0][g["Cue"]]
            self.cue_weight[c] = w if self.is_cue[c] == 0 else max(w, float(self.cue_weight[c]))
            self.is_cue[c] = 1
            others = [at[0][k] for k in g["CueWords"] if k in at[0] and k != g["Cue"]]
            for k in others:
                if self.is_cue[k] == 0:
                    self.cue_weight[k] = 0
            if g["Holder"] not in at[1] or g["Target"] not in at[2]:
                continue
            h, t = at[1][g["Holder"]], at[2][g["Target"]]
            self.weight[c, h, t] = w if self.triple[c, h, t] == 0 else max(w, float(self.weight[c, h, t]))
            self.triple[c, h, t] = 1
            for k in others:
                if self.triple[k, h, t] == 0:
                    self.weight[k, h, t] = 0
            self.holds[c, h] = self.held[c, t] = self.labelled[c] = 1
            modality = MODALITIES.index(g["Modality"] or "asserted")
            phase = PHASES.index(g["Phase"] or "ongoing")
            self.kinds.append((c, h, t, types.index(g["Type"]), float(g["Negated"]), modality, phase, w))


def padded(tensors):
    """Tensors of one rank as one, filled with zeros."""
    sizes = [max(t.shape[k] for t in tensors) for k in range(tensors[0].dim())]
    out = torch.zeros([len(tensors), *sizes], dtype=tensors[0].dtype)
    for i, t in enumerate(tensors):
        out[(i, *(slice(0, n) for n in t.shape))] = t
    return out


class Reader(nn.Module):
    def __init__(self, head, layers):
        super().__init__()
        self.encoder = encoder.Encoder.pretrained(layers=layers, drop=DROP)
        hidden = self.encoder.config["hidden_size"]
        self.types = len(head["types"])
        self.features = nn.EmbeddingBag(len(head["features"]), hidden, mode="sum", include_last_offset=True)
        self.turn = nn.Embedding(head["turns"], hidden)
        self.sayer = nn.Parameter(torch.zeros(hidden))
        self.pairs = encoder.Linear(hidden, 7 * WIDTH + 2 * RELATED)
        self.kinds = encoder.Linear(hidden, 3 * WIDTH)
        self.cue = nn.Linear(WIDTH, 1)
        self.kind = nn.Linear(WIDTH, self.types + 1 + len(MODALITIES) + len(PHASES) + 1)  # last the correction
        codes = (head["roles"], head["paths"], head["distances"])
        self.to_holder = nn.ModuleList(nn.Embedding(n, RELATED + 1) for n in codes)
        self.to_target = nn.ModuleList(nn.Embedding(n, RELATED + 1) for n in codes)
        self.proposed, self.bias = nn.Parameter(torch.tensor(1.0)), nn.Parameter(torch.tensor(-6.0))
        for table in (self.features, self.turn):
            nn.init.normal_(table.weight, std=0.01)
        for table in (*self.to_holder, *self.to_target):
            nn.init.normal_(table.weight, std=0.1)

    def hidden(self, batch):
        """Hidden states [B, T, hidden] of a batch of examples."""
        length = max(len(e.ids) for e in batch)
        ids = torch.zeros(len(batch), length, dtype=torch.long)
        mask = torch.zeros(len(batch), length)
        codes, offsets = [], [0]
        for i, e in enumerate(batch):
            ids[i, : len(e.ids)], mask[i, : len(e.ids)] = torch.tensor(e.ids), 1
            if self.training:
                ids[i, : len(e.ids)][torch.rand(len(e.ids)) < e.mask_rate] = MASK
            for p in range(length):
                codes += e.features[p] if p < len(e.ids) else []
                offsets.append(len(codes))
        known = self.features(torch.tensor(codes, dtype=torch.long), torch.tensor(offsets)).view(len(batch), length, -1)
        turn = self.turn(torch.tensor([e.turn for e in batch]))
        known = torch.cat([known[:, :1] + turn[:, None], known[:, 1:]], 1)
        return self.encoder(ids, mask, known)

    def forward(self, batch):
        """Logits of triples [B, C, H, K], of cues, of cue and holder, of cue and target; and what kind needs."""
        x = self.hidden(batch)

        def rows(name):
            place = padded([getattr(e, name) for e in batch])
            return torch.gather(x, 1, place[:, :, None].expand(-1, -1, x.shape[2]))

        drop = lambda y: F.dropout(y, self.encoder.drop, self.training)
        cue, target = drop(rows("cue")), drop(rows("target"))
        holder = drop(rows("holder") + padded([e.silent for e in batch])[:, :, None] * self.sayer)
        c, h, t = self.pairs(cue), self.pairs(holder), self.pairs(target)
        part = lambda y, k: y[:, :, k * WIDTH : (k + 1) * WIDTH]
        pair = lambda a, b: torch.bmm(a, b.transpose(1, 2)) / math.sqrt(WIDTH)

        def relation(tables, name, vector):
            e = sum(table(padded([getattr(x, name)[k] for x in batch])) for k, table in enumerate(tables))
            return (e[..., :RELATED] * vector[:, :, None, :]).sum(-1) + e[..., RELATED]

        gate = self.cue(F.gelu(part(c, 0)))[:, :, 0]
        related = c[:, :, 7 * WIDTH :]
        holds = pair(part(c, 1), part(h, 2)) + relation(self.to_holder, "to_holder", related[:, :, :RELATED])
        held = pair(part(c, 3), part(t, 4)) + relation(self.to_target, "to_target", related[:, :, RELATED:])
        both = pair(part(h, 5), part(t, 6))
        logits = gate[:, :, None, None] + holds[:, :, :, None] + held[:, :, None, :] + both[:, None] + self.bias
        logits = logits + self.proposed * padded([e.proposed for e in batch])
        kinds = [part(self.kinds(y), k) for k, y in enumerate((cue, holder, target))]
        return logits, gate, holds, held, kinds

    def kind_logits(self, kinds, b, c, h, t):
        return self.kind(F.gelu(kinds[0][b, c] + kinds[1][b, h] + kinds[2][b, t]))

    @torch.no_grad()
    def looked_at(self, logits, right, weights):
        """Indexes [4][n] of the most probable triples of each sentence that count, and of the right ones."""
        score = logits.masked_fill(weights == 0, -math.inf).masked_fill(right > 0, math.inf).flatten(1)
        best = score.topk(min(LOOKED_AT, score.shape[1]), 1)
        sentence, k = (best.values > -math.inf).nonzero(as_tuple=True)
        return (sentence, *torch.unravel_index(best.indices[sentence, k], logits.shape[1:]))

    def loss(self, batch):
        logits, gate, holds, held, kinds = self(batch)
        of = lambda name: padded([getattr(e, name) for e in batch])
        bce = lambda y, gold, weight: F.binary_cross_entropy_with_logits(y, gold, weight=weight, reduction="sum")
        seen = of("labelled")[:, :, None]
        right, weights = of("triple"), of("weight")
        ones = lambda name: padded([torch.ones_like(getattr(e, name)) for e in batch])
        loss = bce(logits, right, weights)
        looked_at = self.looked_at(logits, right, weights)
        corrected = logits[looked_at] + self.kind_logits(kinds, *looked_at)[:, -1]
        loss = loss + bce(corrected, right[looked_at], weights[looked_at])
        loss = loss + 0.5 * bce(gate - 2, of("is_cue"), of("cue_weight"))
        loss = loss + 0.5 * bce(holds - 2, of("holds"), ones("holds") * seen)
        loss = loss + 0.5 * bce(held - 2, of("held"), ones("held") * seen)
        gold = [(i, *k) for i, e in enumerate(batch) for k in e.kinds]
        if gold:
            b, c, h, t, kind, negated, modality, phase, weight = (torch.tensor(column) for column in zip(*gold))
            out = self.kind_logits(kinds, b, c, h, t).split([self.types, 1, len(MODALITIES), len(PHASES), 1], 1)
            each = lambda y, gold: F.cross_entropy(y, gold, reduction="none")
            each_loss = each(out[0], kind) + 0.5 * each(out[2], modality) + 0.5 * each(out[3], phase)
            each_loss = each_loss + F.binary_cross_entropy_with_logits(out[1][:, 0], negated, reduction="none")
            loss = loss + (weight * each_loss).sum()
        return loss / len(batch)


def batches(examples, size, shuffle=None):
    """Examples of like length together, so many pieces a batch; shuffle: a random.Random."""
    keyed = [(len(e.ids) + (shuffle.random() if shuffle else 0), i) for i, e in enumerate(examples)]
    out, longest = [[]], 0
    for _, i in sorted(keyed):
        longest = max(longest, len(examples[i].ids))
        if out[-1] and (len(out[-1]) + 1) * longest > 40 * size:
            out.append([])
            longest = len(examples[i].ids)
        out[-1].append(examples[i])
    if shuffle:
        shuffle.shuffle(out)
    return out


def rounding(model, on):
    """Switches on or off that weights and inputs of layers are rounded as the Go program does."""
    for module in model.modules():
        if isinstance(module, (encoder.Linear, encoder.Embedding)):
            module.quantise = on


@torch.no_grad()
def evaluate(model, examples, types):
    """Lines of precision and recall by floor, of holder, target and sign as words, and how often the type is right."""
    model.eval()
    rounding(model, True)
    found, want = [], 0
    for batch in batches(examples, 32):
        logits, _, _, _, kinds = model(batch)
        for b, e in enumerate(batch):
            C, H, K = e.sizes
            first, cue = logits[b, :C, :H, :K].max(0)
            gold = {}
            for g in e.row["Gold"]:
                gold.setdefault((g["Holder"], g["Target"]), []).append(g)
                want += not g["Optional"]
            for h, t in (first >= PROPOSED).nonzero().tolist():
                words = e.row["Holders"][h], e.row["Targets"][t]
                if words[0] == words[1]:
                    continue
                out = model.kind_logits(kinds, *(torch.tensor([i]) for i in (b, int(cue[h, t]), h, t)))[0]
                probability = float(torch.sigmoid(first[h, t] + out[-1]))
                kind, negated = types[int(out[: model.types].argmax())], bool(out[model.types] > 0)
                same = [g for g in gold.get(words, []) if (g["Type"] == kind, g["Negated"] == negated) == (True, True)
                        or (g["Polarity"] > 0) == (SIGN[kind] * (-1 if negated else 1) > 0) and g["Polarity"] != 0]
                if same and all(g["Optional"] for g in same):
                    continue
                found.append((probability, bool(same), any(g["Type"] == kind for g in same)))
    rounding(model, False)
    out = []
    for floor in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7):
        kept = [f for f in found if f[0] >= floor]
        right = sum(f[1] for f in kept)
        p, r = right / max(1, len(kept)), right / max(1, want)
        out.append(f"  from {floor}: P {p:.3f} R {r:.3f} F1 {2 * p * r / max(1e-9, p + r):.3f}"
                   f", type right {sum(f[2] for f in kept) / max(1, right):.2f}")
    return out


SIGN = {}


def tensors(model, head):
    out, meta = export.encoder_tensors(model.encoder.state_dict(), model.encoder.config)
    for name in ("pairs", "kinds"):
        layer = getattr(model, name)
        out |= export.linear(f"reader.{name}", layer.weight, layer.bias)
    for name in ("cue", "kind"):
        layer = getattr(model, name)
        out |= {f"reader.{name}.weight": export.array(layer.weight), f"reader.{name}.bias": export.array(layer.bias)}
    out |= {"reader.features": export.array(model.features.weight), "reader.turn": export.array(model.turn.weight),
            "reader.sayer": export.array(model.sayer)}
    for to in ("holder", "target"):
        for part, table in zip(("role", "path", "distance"), getattr(model, f"to_{to}")):
            out[f"reader.{to}.{part}"] = export.array(table.weight)
    out["reader.scalars"] = export.array(torch.stack([model.proposed, model.bias]))
    return out, {"encoder": meta, "reader": {"width": WIDTH, "related": RELATED, "features": head["features"], "types": head["types"]}}


def load(path, tokenizer):
    with open(path, encoding="utf-8") as lines:
        head = json.loads(next(lines))
        rows = [json.loads(line) for line in lines]
    rows = [r for r in rows if r["Cues"] and r["Targets"] and len(r["Words"]) <= LONGEST_WORDS and max(r["Clause"]) >= 0]
    examples = [Example(r, tokenizer, head) for r in rows]
    SIGN.update(zip(head["types"], head["signs"]))
    return head, [e for e in examples if len(e.ids) <= LONGEST_PIECES]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("data")
    parser.add_argument("out")
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--hold-out", default="0/8")
    parser.add_argument("--share", type=float, default=1, help="of the training documents, for a learning curve")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    torch.manual_seed(arguments.seed)
    shuffle = random.Random(arguments.seed)
    head, examples = load(arguments.data, encoder.tokenizer())
    k, n = map(int, arguments.hold_out.split("/"))
    held = [e for e in examples if n and held_out(e.doc, k, n)]
    train = [e for e in examples if not (n and held_out(e.doc, k, n))]
    docs = sorted({e.doc for e in train})
    shuffle.shuffle(docs)
    kept = set(docs[: round(len(docs) * arguments.share)])
    train = [e for e in train if e.doc in kept]
    print(f"{len(train)} sentences of {len(kept)} texts, {len(held)} sentences held out", flush=True)

    model = Reader(head, arguments.layers)
    for name, p in model.named_parameters():
        p.requires_grad = "encoder.embeddings" not in name or "LayerNorm" in name
    slow = [p for name, p in model.named_parameters() if p.requires_grad and name.startswith("encoder.")]
    quick = [p for name, p in model.named_parameters() if p.requires_grad and not name.startswith("encoder.")]
    rates = (1e-4, 1e-3)
    optimizer = torch.optim.AdamW([{"params": p} for p in (slow, quick)], weight_decay=0.01)
    steps, step, began = arguments.epochs * len(batches(train, 16, random.Random(0))), 0, time.time()
    for epoch in range(arguments.epochs):
        model.train()
        total = 0.0
        for batch in batches(train, 16, shuffle):
            share = min(1, step / (0.06 * steps)) * max(0.02, 1 - step / steps)
            for group, rate in zip(optimizer.param_groups, rates):
                group["lr"] = rate * share
            loss = model.loss(batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            step += 1
            total += loss.item() * len(batch)
        print(f"epoch {epoch + 1}: loss {total / len(train):.3f}, {time.time() - began:.0f} s", flush=True)
        if held:
            print("\n".join(evaluate(model, held, head["types"])), flush=True)
        export.write_container(arguments.out, *tensors(model, head), encoder.vocabulary())


if __name__ == "__main__":
    main()
