"""What a stretch of notes is to the writer: a question, a promise, a stake, a figure, a detail."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from followup_kit.coaching.missed_clauses import LONGEST, Segment, runs
from followup_kit.coaching.missed_phrases import phrases, said
from followup_kit.coaching.missed_sense import Sense
from followup_kit.models.anchors import AnchorKind, AnchorSign
from followup_kit.words import Word

ASKED_WITHIN = 3
"""Words after "asked" among which the question begins."""
LEAST_ASKED = 3
"""Words that make a question."""
AT_STAKE = 2
"""Signs from which a clause of the notes is a stake; a posting's wants one more."""
NOT_OFFERED = ("pay", "terms", "logistics", "procedure", "private", "person", "self")
TACTLESS = ("pay", "terms", "logistics", "private")
"""Classes that keep a question or a promise from being offered."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A clause that may be offered.

    Attributes:
        start: its first code point in its text.
        end: one past its last.
        kind: what it is.
        segment: the stretch between two stops that it stands in.
        words: its words.
        spoken: whether somebody said just these words.
        unanswered: whether it is a question whose answer went badly.
        stake: how much speaks for a stake.
    """

    start: int
    end: int
    kind: AnchorKind
    segment: Segment
    words: tuple[Word, ...]
    spoken: bool = False
    unanswered: bool = False
    stake: int = 0


class Kinds:
    """Tells what each segment of one text offers."""

    def __init__(self, sense: Sense) -> None:
        self.sense = sense
        self.text = sense.text
        self.anchors = sense.scene.compiled.book.anchors

    def candidates(self) -> Iterator[Candidate]:
        """At most one clause of each segment, in order."""
        segments = list(self.text.segments())
        for index, segment in enumerate(segments):
            after = segments[index + 1] if index + 1 < len(segments) else None
            found = (
                self._question(segment, after) or self._promise(segment) or self._clause(segment)
            )
            if found:
                yield found

    def _sign(
        self, name: AnchorSign, keys: Sequence[str], start: int = 0
    ) -> tuple[int, int] | None:
        return phrases(self.anchors.signs[name]).find(keys, start)

    def left_out(self, keys: Sequence[str], classes: Sequence[str] = NOT_OFFERED) -> bool:
        """Whether words belong to what is never offered."""
        return any(phrases(self.anchors.leave_out[name]).within(keys) for name in classes)

    def _question(self, segment: Segment, after: Segment | None) -> Candidate | None:
        if segment.spoken or self.text.source == "posting":
            return None
        words = self.text.within(segment.start, segment.end)
        keys = said(words)
        first = self._asked(keys)
        if first is None:
            opens = bool(words) and phrases(self.anchors.signs["asking"]).at(keys, 0) > 0
            first = 0 if segment.asks and opens else None
        if first is None or len(words) - first < LEAST_ASKED:
            return None
        start, end = self.shortened(words[first].start, segment.end)
        if self.left_out(said(self.text.within(start, end)), TACTLESS):
            return None
        follow = (
            keys[first:]
            if after is None or after.line != segment.line
            else (*keys[first:], *said(self.text.within(after.start, after.end)))
        )
        unanswered = self._sign("unanswered", follow) is not None
        return self._made(start, end, "question", segment, unanswered=unanswered)

    def _asked(self, keys: Sequence[str]) -> int | None:
        """The first word of a question that was asked."""
        asked = self._sign("asked", keys)
        if asked is None or "i" in keys[: asked[0]] or "j" in keys[: asked[0]]:
            return None
        asking = self._sign("asking", keys, asked[1])
        if asking is None or asking[0] >= asked[1] + ASKED_WITHIN:
            return None
        return asking[0]

    def _promise(self, segment: Segment) -> Candidate | None:
        if segment.spoken or self.text.source == "posting":
            return None
        keys = said(self.text.within(segment.start, segment.end))
        if self._sign("promise", keys) is None or self.left_out(keys, TACTLESS):
            return None
        return self._made(*self.shortened(segment.start, segment.end), "promise", segment)

    def _clause(self, segment: Segment) -> Candidate | None:
        """The run of items that says most, without those that are never offered."""
        whole = said(self.text.within(segment.start, segment.end))
        if self.left_out(whole, ("private",)):
            return None
        kept = self._kept(segment)
        if not kept:
            return None
        best = max(kept, key=lambda stretch: (self._worth(*stretch), -stretch[0]))
        start, end = self.without_edges(*best)
        words = self.text.within(start, end)
        if not words:
            return None
        strength = self.sense.stake(words)
        kind: AnchorKind = "detail"
        if strength >= AT_STAKE + (self.text.source == "posting"):
            kind = "stake"
        elif self.sense.figures(words):
            kind = "figure"
        return self._made(start, end, kind, segment, stake=strength)

    def _kept(self, segment: Segment) -> list[tuple[int, int]]:
        """Runs of items, not too long, none of which is to be left out."""
        classes = [name for name in NOT_OFFERED if not (segment.spoken and name == "self")]
        groups: list[list[tuple[int, int]]] = [[]]
        for stretch in self.text.atoms(segment.start, segment.end):
            if self.left_out(said(self.text.within(*stretch)), classes):
                groups.append([])
            elif stretch[1] - stretch[0] > LONGEST:
                groups[-1].extend(self._small(stretch))
            else:
                groups[-1].append(stretch)
        return [
            (group[first][0], group[last][1]) for group in groups for first, last in runs(group)
        ]

    def _small(self, stretch: tuple[int, int]) -> list[tuple[int, int]]:
        parts = self.text.small(*stretch, phrases(self.anchors.signs["joint"]))
        return [
            self.text.shortened(*part) if part[1] - part[0] > LONGEST else part for part in parts
        ]

    def _worth(self, start: int, end: int) -> int:
        words = self.text.within(start, end)
        figures = self.sense.figures(words)
        weighty = self.sense.weighty(words)
        return 2 * len(figures) + 3 * self.sense.stake(words) + len(weighty)

    def shortened(self, start: int, end: int) -> tuple[int, int]:
        """The beginning of a stretch: as many items as fit, else as many words."""
        if end - start > LONGEST:
            parts = [part for atom in self.text.atoms(start, end) for part in self._small(atom)]
            last = start
            for part in parts:
                if part[1] - start <= LONGEST:
                    last = part[1]
            end = last if last > start else self.text.shortened(start, end)[1]
        return self.without_edges(start, end)

    def without_edges(self, start: int, end: int) -> tuple[int, int]:
        """A stretch without who said it and without small words that lead on to nothing."""
        words = self.text.within(start, end)
        keys = said(words)
        lead, tail = phrases(self.anchors.signs["lead"]), phrases(self.anchors.signs["tail"])
        first, last = 0, len(words)
        while first < last:
            step = lead.at(keys, first) or self._speaker(words, first)
            if not step:
                break
            first += step
        while last > first and tail.at(keys[:last], last - 1):
            last -= 1
        if first == last:
            return start, start
        whole = last == len(words)
        return self.text.trimmed(
            start if first == 0 else words[first].start, end if whole else words[last - 1].end
        )

    def _speaker(self, words: Sequence[Word], first: int) -> int:
        """Words before a colon that say only who speaks: « M.T. : », "she:"."""
        for step in (1, 2):
            if first + step >= len(words):
                return 0
            between = self.text.text[words[first + step - 1].end : words[first + step].start]
            if ":" in between:
                named = all(
                    word.text[0].isupper() and (self.sense.name(word) or len(word.text) == 1)
                    for word in words[first : first + step]
                )
                pronoun = step == 1 and words[first].key in (
                    "she",
                    "he",
                    "they",
                    "elle",
                    "il",
                    "ils",
                    "elles",
                    "lui",
                    "d",
                )
                return step if named or pronoun else 0
        return 0

    def _made(
        self,
        start: int,
        end: int,
        kind: AnchorKind,
        segment: Segment,
        *,
        unanswered: bool = False,
        stake: int = 0,
    ) -> Candidate | None:
        words = tuple(self.text.within(start, end))
        if not words:
            return None
        return Candidate(start, end, kind, segment, words, segment.spoken, unanswered, stake)


def counted_words(found: Sequence[Candidate]) -> Counter[str]:
    """In how many clauses each word stands."""
    return Counter(key for one in found for key in {word.key for word in one.words})
