"""Which of the clauses that are left are worth naming: the most particular, no two alike."""

from collections.abc import Sequence
from dataclasses import dataclass

from followup_kit.coaching.missed_kinds import Candidate
from followup_kit.coaching.missed_phrases import phrases, said
from followup_kit.coaching.missed_sense import Sense
from followup_kit.detecting.number_names import DURATIONS
from followup_kit.detecting.particulars import SMALL
from followup_kit.words import Word

MOST = 3
"""Things of the notes, and stakes of the posting, that are named."""
OF_KIND = {"question": 5, "promise": 5, "stake": 4, "figure": 0, "detail": 0}
UNANSWERED = 4
SPOKEN = 2
FIGURE = 3
NAME = 1
WANTED = 2
TELLING = 4
"""Words from which a clause tells something rather than naming it."""
RARE = 1
MOST_RARE = 4
SHORT = 3
"""Words from which a clause says enough to be known again."""
DOUBT = 2
"""What a clause loses when its writer put a question mark behind it."""
PARTIAL = 3
"""What a clause loses when the rest of it is not to be named, unless it speaks of a stake."""
FULL = 5
"""Letters of a word that is not written short."""
LEAST = 1
"""What a clause must be worth."""
SAME_LINE = 4
"""What a clause loses when its line is named already."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A clause and how much it is worth naming."""

    candidate: Candidate
    worth: int


def worth(one: Candidate, sense: Sense) -> int:
    """How much a clause is worth naming: what only this conversation held counts most."""
    weighty = sense.weighty(one.words)
    rare = sum(1 for word in weighty if sense.rare(word))
    names = sum(1 for word in weighty if sense.name(word))
    signs = sense.scene.compiled.book.anchors.signs
    wanted = phrases(signs["wanted"]).within(said(one.words))
    counts = [figure for figure in sense.figures(one.words) if figure.unit not in DURATIONS]
    return (
        OF_KIND[one.kind]
        + (UNANSWERED if one.unanswered else 0)
        + (SPOKEN if one.segment.spoken else 0)
        + FIGURE * min(len(counts), 1)
        + NAME * min(names, 1)
        + RARE * min(rare, MOST_RARE)
        + min(one.stake, MOST_RARE)
        + (WANTED if wanted else 0)
        + (len(one.words) > TELLING)
        - _shortness(one, weighty, counted=any(max(f.values, default=0) > SMALL for f in counts))
        - (PARTIAL if one.partial and not one.stake else 0)
        - (DOUBT if one.segment.asks and one.kind != "question" else 0)
    )


def _shortness(one: Candidate, weighty: Sequence[Word], *, counted: bool) -> int:
    """What one or two words lose; an uncommon figure with a full word loses little."""
    if len(one.words) >= SHORT:
        return 0
    return 1 if counted and any(len(word.key) >= FULL for word in weighty) else SHORT


def chosen(ranked: Sequence[Ranked], *, lined: bool) -> list[Candidate]:
    """The best, from different lines where there are any, a stake among them if there is one."""
    left = [one for one in ranked if one.worth >= LEAST]
    taken: list[Candidate] = []
    places: set[int] = set()
    while left and len(taken) < MOST:
        best = max(left, key=lambda one: (_now(one, places, lined=lined), -one.candidate.start))
        left.remove(best)
        taken.append(best.candidate)
        places.add(_place(best.candidate, lined=lined))
    stakes = [one for one in left if one.candidate.kind == "stake"]
    if stakes and all(one.kind != "stake" for one in taken):
        taken[-1] = max(stakes, key=lambda one: (one.worth, -one.candidate.start)).candidate
    return taken


def _now(one: Ranked, places: set[int], *, lined: bool) -> int:
    return one.worth - (SAME_LINE if _place(one.candidate, lined=lined) in places else 0)


def _place(one: Candidate, *, lined: bool) -> int:
    """The line of notes in lines, the sentence of notes in one."""
    return one.segment.line if lined else one.segment.sentence
