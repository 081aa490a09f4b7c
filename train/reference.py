#!/usr/bin/env python3
"""Writes extract/encoder/testdata/tiny.bin: a small encoder and a head with random weights, and PyTorch's results.

  python3 train/reference.py

Beside the encoder the file has, for each input i: "exact.i" and "rounded.i", the hidden states without and with
rounding, "head.i", the head's outputs with rounding, and meta "reference" {"inputs": [[piece, …], …]}.
"""
import sys
from pathlib import Path

import torch

sys.path.insert(0, str(Path(__file__).parent))
import encoder
import export

CONFIG = {
    "vocab_size": 48, "hidden_size": 64, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 112,
    "max_position_embeddings": 40, "type_vocab_size": 2, "layer_norm_eps": 1e-12,
}
VOCABULARY = """[PAD] [UNK] [CLS] [SEP] . , ' - the a of to and in on for with not no ##s ##ed ##ing ##er north south
port island treaty talks deal border fish ##ery council minister mayor want support oppose reject sign ban call ask
keep open close say""".split()


def main():
    torch.manual_seed(11)
    model = encoder.Encoder(CONFIG, drop=0.0).eval()
    head = encoder.Linear(CONFIG["hidden_size"], 5)
    for name, p in [*model.named_parameters(), *head.named_parameters()]:
        torch.nn.init.normal_(p, 1.0 if name.endswith("LayerNorm.weight") else 0.0, 0.2)
    inputs = [[2, 8, 38, 39, 19, 8, 30, 4, 3], [5], [2 + i * 7 % 46 for i in range(37)]]
    tensors, meta = export.encoder_tensors(model.state_dict(), CONFIG)
    tensors |= export.linear("head", head.weight, head.bias)
    with torch.no_grad():
        for i, pieces in enumerate(inputs):
            for name, on in (("exact", False), ("rounded", True)):
                model.quantise = head.quantise = on
                tensors[f"{name}.{i}"] = model(torch.tensor([pieces]))[0]
            tensors[f"head.{i}"] = head(tensors[f"rounded.{i}"])
    out = Path(__file__).parent.parent / "extract" / "encoder" / "testdata" / "tiny.bin"
    out.parent.mkdir(exist_ok=True)
    export.write_container(out, tensors, {"encoder": meta, "reference": {"inputs": inputs}}, VOCABULARY)


if __name__ == "__main__":
    main()
