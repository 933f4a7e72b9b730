"""What each option prints, put together."""

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.judgement.advice import first_advice
from benchmarks.judgement.against import against
from benchmarks.judgement.craft_worth import craft_table
from benchmarks.judgement.crossing import crossed, tallies
from benchmarks.judgement.golden import FOLDS, Rated, load, without_notes
from benchmarks.judgement.misses import misses
from benchmarks.judgement.misses_text import KEY, shown
from benchmarks.judgement.observe import Observed, observe
from benchmarks.judgement.others import load_others
from benchmarks.judgement.others_table import others
from benchmarks.judgement.revisions import both_states
from benchmarks.judgement.rules_worth import rules_worth, worth_table
from benchmarks.judgement.tables import agreement, proof
from benchmarks.judgement.write import calibrate
from followup_kit.models.base import DIMENSIONS, LANGUAGES
from followup_kit.rulebook.book import RuleBook
from followup_kit.scorer import Scorer


@dataclass(frozen=True)
class Golden:
    """The golden messages, their copies without notes, and what the kit sees in both."""

    messages: list[Rated]
    bare: list[Rated]
    observed: Observed
    book: RuleBook

    @classmethod
    def seen_by(cls, scorer: Scorer) -> "Golden":
        """Load and observe."""
        messages = load()
        bare = without_notes(messages)
        return cls(messages, bare, observe([*messages, *bare], scorer), scorer.book)


def tables(folder: Path) -> Iterator[str]:
    """Agreement with the golden set and other authors, baselines, evidence, flags."""
    scorer = Scorer()
    golden, strangers = Golden.seen_by(scorer), load_others(folder)
    messages, observed, book = golden.messages, golden.observed, golden.book
    yield f"{len(messages)} messages, written and rated by language models, not by people."
    yield f"{len(book.rules)} rules. Kappa is quadratic weighted; cv is {FOLDS}-fold."
    yield ""
    yield from agreement(messages, golden.bare, observed, book)
    yield ""
    yield from others(strangers, observe(strangers, scorer), book)
    yield ""
    yield from proof(messages, observed)
    yield ""
    yield from first_advice(messages, scorer)


def worst(asked: Namespace) -> Iterator[str]:
    """The most wrong levels.

    Raises:
        SystemExit: of the unread set, or of other authors whose messages are not there.
    """
    if asked.set == "unread":
        raise SystemExit("messages of the unread set are not to be read, only measured")
    scorer = Scorer()
    if asked.set == "golden":
        golden = Golden.seen_by(scorer)
        messages, observed = golden.messages, golden.observed
        fits = crossed([*messages, *golden.bare], observed.seens, scorer.book)
    else:
        messages = [rated for rated in load_others(asked.others) if rated.source == "read"]
        if not messages:
            raise SystemExit(
                f"{asked.others}: no en_a.jsonl or fr_a.jsonl; --others names a folder"
            )
        observed, fits = observe(messages, scorer), {}
    given = tallies(messages, fits, observed.seens, scorer.book)
    yield KEY
    for language in [asked.language] if asked.language else LANGUAGES:
        mine = [rated for rated in messages if rated.language == language]
        for dimension in [asked.dimension] if asked.dimension else DIMENSIONS:
            found = misses(mine, given, fits, scorer.book.rubric, dimension)
            yield f"\n{language} {dimension}: {len(found)} of {len(mine)} levels are wrong\n"
            for miss in found[: asked.misses]:
                yield from shown(miss, observed)


def rules() -> Iterator[str]:
    """What each rule is worth."""
    golden = Golden.seen_by(Scorer())
    found = rules_worth(golden.messages, golden.bare, golden.observed, golden.book)
    yield from worth_table(found)
    yield ""
    yield from craft_table(golden.messages, golden.observed, golden.book)


def changes(revision: str, folder: Path) -> Iterator[str]:
    """What changes between a revision and the working tree, with the numbers each ships."""
    before, after = both_states(revision, folder)
    yield f"{revision} → the working tree, each with its own rules, numbers and code"
    yield ""
    yield from against([*load(), *load_others(folder)], before, after)


def calibrated() -> None:
    """Fit on the golden messages and those of other authors that may be read; write the numbers."""
    scorer = Scorer()
    messages = [*load(), *(rated for rated in load_others() if rated.source == "read")]
    bare = without_notes(messages)
    calibrate(messages, bare, observe([*messages, *bare], scorer).seens, scorer.book)
