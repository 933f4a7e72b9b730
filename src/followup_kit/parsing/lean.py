"""A spaCy pipeline built from a model's own files with nothing loaded that the kit does not read.

``spacy.load`` would import ``spacy.lang.fr``, which compiles an expression of 1.45 million
characters, then compile it again from the model. Here the language class takes only the small
modules of ``spacy.lang`` it needs, and the tokenizer is made once, from the model's file. Tokens,
norms and tags are those of the genuine pipeline; nothing is registered, patched or left behind
in ``sys.modules``. This is the one module that imports spaCy.
"""

import re
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import module_from_spec
from pathlib import Path
from types import ModuleType

import spacy.lang
import srsly
from spacy.language import BaseDefaults, Language
from spacy.tokenizer import Tokenizer
from spacy.util import load_config
from spacy.vocab import Vocab
from thinc.api import use_ops

from followup_kit.parsing.token_match import factored

USED = ("tok2vec", "tagger", "morphologizer")
"""The parts of a model that are loaded; English has a tagger, French a morphologizer."""

BATCH = 16
"""Messages parsed at once. Larger batches leave the processor's cache and are slower."""


def build(folder: Path) -> Language:
    """Build the pipeline of the model in ``folder``, the one that holds ``config.cfg``."""
    config = load_config(folder / "config.cfg")
    unused = [name for name in config["nlp"]["pipeline"] if name not in USED]
    # Weights keep the kernels they were made with, so the host's own setting is only borrowed.
    with use_ops("numpy", use_blis=False):
        nlp = _language_class(config["nlp"]["lang"]).from_config(
            config, exclude=unused, auto_fill=False
        )
        # The list of strings only names hashes of words not yet met; texts add their own.
        nlp.from_disk(folder, exclude=[*unused, "tokenizer", "strings", "vectors"])
    nlp.tokenizer = _tokenizer(nlp.vocab, folder / "tokenizer")
    for label in [label for name in nlp.pipe_names for label in nlp.pipe_labels.get(name, [])]:
        nlp.vocab.strings.add(label)
    nlp.batch_size = BATCH
    return nlp


def _language_class(code: str) -> type[Language]:
    """A language class with the genuine word attributes; the tokenizer comes later."""
    attributes = _lang_module(code, "lex_attrs")
    stops = _lang_module(code, "stop_words")

    class Words(BaseDefaults):
        lex_attr_getters = attributes.LEX_ATTRS
        stop_words = stops.STOP_WORDS
        tokenizer_exceptions = {}  # noqa: RUF012  (spaCy annotates it)
        prefixes = suffixes = infixes = None
        url_match = None

    # The hook that spaCy runs on subclasses has no types.
    class Lean(Language):  # type: ignore[no-untyped-call]
        lang = code
        Defaults = Words

    return Lean


def _lang_module(code: str, name: str) -> ModuleType:
    """Run one small module of ``spacy.lang.<code>`` without importing the package around it."""
    path = Path(spacy.lang.__path__[0], code, f"{name}.py")
    loader = SourceFileLoader(f"spacy.lang.{code}.{name}", str(path))
    module = module_from_spec(ModuleSpec(loader.name, loader, origin=loader.path))
    loader.exec_module(module)
    return module


def _tokenizer(vocab: Vocab, path: Path) -> Tokenizer:
    """The tokenizer saved in a model, its expressions compiled once."""
    saved = srsly.msgpack_loads(path.read_bytes())
    token_match = saved["token_match"]
    return Tokenizer(
        vocab,
        rules=saved["exceptions"],
        prefix_search=re.compile(saved["prefix_search"]).search,
        suffix_search=re.compile(saved["suffix_search"]).search,
        infix_finditer=re.compile(saved["infix_finditer"]).finditer,
        token_match=re.compile(factored(token_match)).match if token_match else None,
        url_match=re.compile(saved["url_match"]).match,
        faster_heuristics=saved["faster_heuristics"],
    )
