"""Our lean pipelines say what spaCy's own say, word for word, and leave no trace in the process."""

import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language as Pipeline
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from thinc.api import get_current_ops, use_ops
from threadpoolctl import ThreadpoolController

from benchmarks.judgement.golden import load
from followup_kit.models.base import LANGUAGES, Language
from followup_kit.parsing.installed import find_model
from followup_kit.parsing.lean import build
from followup_kit.parsing.pipelines import annotate, load_pipeline
from followup_kit.parsing.threads import one_thread

NOT_OURS = ["ner", "parser", "lemmatizer", "attribute_ruler", "senter"]


@cache
def genuine(language: Language) -> Pipeline:
    """What ``spacy.load`` gives, with the kernels of ours so that even close calls are equal."""
    with use_ops("numpy", use_blis=False):
        return spacy.load(find_model(language).package, exclude=NOT_OURS)


def said(doc: Doc) -> list[tuple[object, ...]]:
    """Everything the pipelines say of each token."""
    return [
        (
            *(token.text, token.whitespace_, token.idx, token.norm_, token.lower_, token.shape_),
            *(token.tag_, token.pos_, str(token.morph), token.lang_),
            *(token.like_num, token.is_stop, token.like_url, token.is_punct),
        )
        for token in doc
    ]


def written(language: Language) -> Iterator[str]:
    for rated in load():
        if rated.language == language:
            yield from filter(None, (rated.draft.text, rated.context.notes, rated.context.posting))


@pytest.mark.parametrize("language", LANGUAGES)
def test_golden_messages_notes_and_postings_are_read_as_spacy_reads_them(
    language: Language,
) -> None:
    texts = list(written(language))
    ours = load_pipeline(language).pipe(texts)
    theirs = genuine(language).pipe(texts)
    for text, our, their in zip(texts, ours, theirs, strict=True):
        assert our.text == text
        assert said(our) == said(their)


PIECES = [
    *(
        "rendez-vous",
        "après-demain",
        "arc-en-ciel",
        "sous-traitance",
        "anti",
        "co",
        "entr",
        "grand",
    ),
    *(
        "prud",
        "burn",
        "out",
        "a-t-il",
        "dis-moi",
        "vas-y",
        "est-ce",
        "qu",
        "l",
        "d",
        "j",
        "aujourd",
    ),
    *(
        "hui",
        "saut",
        "de",
        "la",
        "États",
        "Unis",
        "non",
        "vice",
        "présidente",
        "ÉCO",
        "é",
        "M.",
        "7",
    ),
    *("don", "t", "it", "s", "we", "ll", "can", "not", "Mr.", "U.K.", "e-mail", "o", "clock", "k€"),
    *(
        "https://exemple.fr/a-b?c=d",
        "jo.ash@exemple.fr",
        "www.a-b.fr",
        "12h30",
        "1 200",
        "3,5%",
        "n°",
    ),
    *("👍", "🙏🏽", "…", "?!", "«", "»", "(", ")", "·", "motivé(e)", "candidat·e·s", "e\u0301"),
]
JOINTS = ["", " ", "-", "–", "—", "‐", "‑", "'", "’", "\u00a0", "\u202f", "\n", ".", ",", "/"]
texts = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(JOINTS)), max_size=14).map(
    lambda pairs: "".join(piece + joint for piece, joint in pairs)
)


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=texts | st.text(max_size=60))
@settings(deadline=None, max_examples=150)
def test_any_text_is_read_as_spacy_reads_it(language: Language, text: str) -> None:
    assert said(load_pipeline(language)(text)) == said(genuine(language)(text))


@given(
    st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(JOINTS)), min_size=1, max_size=4)
)
@settings(deadline=None, max_examples=500)
def test_french_words_stay_whole_by_the_same_rule(pairs: list[tuple[str, str]]) -> None:
    word = "".join(piece + joint for piece, joint in pairs)
    ours, theirs = load_pipeline("fr").tokenizer, genuine("fr").tokenizer
    assert isinstance(ours, Tokenizer)
    assert isinstance(theirs, Tokenizer)
    assert bool(ours.token_match(word)) == bool(theirs.token_match(word))


def test_threads_share_one_pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("followup_kit.parsing.pipelines._built", {})
    with ThreadPoolExecutor(8) as pool:
        pipelines = list(pool.map(load_pipeline, ["fr"] * 8))
    assert len({id(pipeline) for pipeline in pipelines}) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_the_process_is_left_changed(language: Language) -> None:
    compile_before, ops_before = re.compile, get_current_ops()
    pipeline = build(find_model(language).folder)
    pipeline("Un mot. A word.")
    assert re.compile is compile_before
    assert get_current_ops() is ops_before


def blas_threads() -> list[int]:
    libraries = ThreadpoolController().info()
    return [lib["num_threads"] for lib in libraries if lib["user_api"] == "blas"]


def test_the_host_keeps_its_own_number_of_threads() -> None:
    before = blas_threads()
    with ThreadPoolExecutor(4) as pool:
        docs = list(pool.map(lambda text: annotate("fr", [text] * 20), ["Un mot.", "Là-bas."] * 8))
    assert len(docs) == 16
    assert blas_threads() == before


def test_within_the_block_there_is_one_thread() -> None:
    before = blas_threads()
    with one_thread():
        assert set(blas_threads()) == {1}
    assert blas_threads() == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_are_annotated_in_their_order_as_one_by_one(language: Language) -> None:
    texts = list(written(language))[:40]
    pipeline = load_pipeline(language)
    with one_thread():
        alone = [said(pipeline(text)) for text in texts]
    assert [said(doc) for doc in annotate(language, texts)] == alone


HOST = """
import sys
from followup_kit.parsing.pipelines import load_pipeline
before = load_pipeline("fr")("Là-bas, l'arc-en-ciel.")
left = sorted(name for name in sys.modules if name.startswith("spacy.lang.fr"))
assert left == [], left
import spacy.lang.fr
assert spacy.lang.fr.__spec__.origin.endswith("__init__.py")
assert len(spacy.lang.fr.TOKEN_MATCH.__self__.pattern) > 1_000_000
assert spacy.blank("fr").__class__ is spacy.lang.fr.French
assert [t.text for t in spacy.blank("fr")("l'arc-en-ciel")] == ["l'", "arc-en-ciel"]
assert [t.text for t in load_pipeline("fr")("Là-bas, l'arc-en-ciel.")] == [t.text for t in before]
"""


def test_a_host_that_wants_french_of_its_own_gets_the_genuine_one() -> None:
    subprocess.run([sys.executable, "-c", HOST], check=True)


def test_looking_at_this_floor_does_not_import_spacy() -> None:
    names = ("pipelines", "installed", "language", "letters", "sentences", "threads", "token_match")
    imports = ";".join(f"import followup_kit.parsing.{name}" for name in names)
    code = f"import sys;{imports};sys.exit('spacy' in sys.modules or 'thinc' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
