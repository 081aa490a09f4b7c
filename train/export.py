"""Writes the tensor file that extract/encoder reads: a BERT encoder with int8 weights, and the heads on top of it.

  export.py OUT [--layers N]    all-MiniLM-L6-v2 as it is

A trainer imports encoder_tensors, linear and write_container instead.

The layout stands in extract/encoder/container.go. Tensors of an encoder, hidden size H, inner size I:

  vocabulary                    text: the word pieces, one a line, in the order of their ids
  embeddings.word               .weight int8 [pieces, H], .scale [pieces]
  embeddings.position           [positions, H], with the embedding of type 0 added
  embeddings.norm               .weight [H], .bias [H]
  layer.0.attention.qkv         linear H to 3H: queries, keys, values
  layer.0.attention.output      linear H to H       layer.0.attention.norm   like embeddings.norm
  layer.0.inner                 linear H to I
  layer.0.output                linear I to H       layer.0.norm             like embeddings.norm

A linear layer is .weight int8 [out, in], .scale [out], .bias [out]. numpy only; a state dict may hold torch tensors.
"""
import argparse
import json
import struct
import sys
import zlib
from pathlib import Path

import numpy as np

MAGIC, VERSION, ALIGN = b"SGTENSOR", 1, 64
TYPES = {np.dtype(np.int8): "int8", np.dtype(np.float32): "float32"}


def array(t):
    """A float32 numpy array of a torch tensor or an array."""
    return np.asarray(t.detach().cpu().numpy() if hasattr(t, "detach") else t, dtype=np.float32)


def quantised(weight):
    """int8 rows and their scales: weight ≈ rows * scales[:, None]. Rounds as encoder.rounded does."""
    weight = array(weight)
    scale = np.abs(weight).max(axis=1) / np.float32(127)
    scale = np.where(scale > 0, scale, np.float32(1)).astype(np.float32)
    return np.clip(np.rint(weight / scale[:, None]), -127, 127).astype(np.int8), scale


def linear(name, weight, bias=None):
    """The tensors of one linear layer: weight [out, in], bias [out] or None for zeros."""
    rows, scale = quantised(weight)
    bias = np.zeros(len(rows)) if bias is None else bias
    return {f"{name}.weight": rows, f"{name}.scale": scale, f"{name}.bias": array(bias)}


def encoder_tensors(state, config, positions=256):
    """Tensors and meta "encoder" of a state dict with Hugging Face's BERT names. config: Hugging Face's keys."""
    state = {k.removeprefix("bert."): array(v) for k, v in state.items()}
    place = state["embeddings.position_embeddings.weight"][:positions]
    place = place + state["embeddings.token_type_embeddings.weight"][0]
    words, scale = quantised(state["embeddings.word_embeddings.weight"])
    out = {"embeddings.word.weight": words, "embeddings.word.scale": scale, "embeddings.position": place}

    def norm(name, source):
        out[f"{name}.weight"], out[f"{name}.bias"] = state[f"{source}.weight"], state[f"{source}.bias"]

    norm("embeddings.norm", "embeddings.LayerNorm")
    for i in range(config["num_hidden_layers"]):
        source, name = f"encoder.layer.{i}", f"layer.{i}"
        for to, parts in (
            ("attention.qkv", ("attention.self.query", "attention.self.key", "attention.self.value")),
            ("attention.output", ("attention.output.dense",)),
            ("inner", ("intermediate.dense",)),
            ("output", ("output.dense",)),
        ):
            weight, bias = (np.concatenate([state[f"{source}.{p}.{x}"] for p in parts]) for x in ("weight", "bias"))
            out |= linear(f"{name}.{to}", weight, bias)
        norm(f"{name}.attention.norm", f"{source}.attention.output.LayerNorm")
        norm(f"{name}.norm", f"{source}.output.LayerNorm")
    return out, {
        "layers": config["num_hidden_layers"],
        "hidden": config["hidden_size"],
        "heads": config["num_attention_heads"],
        "inner": config["intermediate_size"],
        "positions": len(place),
        "epsilon": config["layer_norm_eps"],
    }


def write_container(path, tensors, meta, vocab):
    """Writes named tensors (int8 or float32 arrays), meta {name: JSON value} and the vocabulary (a list of pieces).

    The same arguments give the same bytes. Ask for int8 with quantised or linear; all else is written as float32.
    """
    header, data = [], bytearray()

    def add(name, dtype, shape, raw):
        data.extend(b"\0" * (-len(data) % ALIGN))
        header.append({"name": name, "dtype": dtype, "shape": list(shape), "offset": len(data)})
        data.extend(raw)

    if any("\n" in piece for piece in vocab):
        raise ValueError("a piece of the vocabulary has a line break")
    text = "\n".join(vocab).encode()
    add("vocabulary", "text", [len(text)], text)
    for name, value in tensors.items():
        if getattr(value, "dtype", None) != np.int8:
            value = array(value)
        if value.size == 0 or not np.isfinite(value).all():
            raise ValueError(f"tensor {name} is empty or not finite")
        raw = value.astype(value.dtype.newbyteorder("<")).tobytes()
        add(name, TYPES[value.dtype], value.shape or [1], raw)
    head = json.dumps({"meta": meta, "tensors": header}, separators=(",", ":")).encode()
    body = struct.pack("<I", len(head)) + head
    body += b"\0" * (-(len(body) + 16) % ALIGN) + bytes(data)
    Path(path).write_bytes(MAGIC + struct.pack("<II", VERSION, zlib.crc32(body)) + body)


def main():
    sys.path.insert(0, str(Path(__file__).parent))
    import encoder

    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("out")
    parser.add_argument("--layers", type=int, default=6)
    arguments = parser.parse_args()
    model = encoder.Encoder.pretrained(arguments.layers)
    tensors, meta = encoder_tensors(model.state_dict(), model.config)
    write_container(arguments.out, tensors, {"encoder": meta}, encoder.vocabulary())


if __name__ == "__main__":
    main()
