"""What a stretch of notes is to the writer: a question, a promise, a stake, a figure, a detail."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from followup_kit.coaching.missed_asked import Asked
from followup_kit.coaching.missed_clauses import LONGEST, Segment, Stretch, runs
from followup_kit.coaching.missed_edges import Edges
from followup_kit.coaching.missed_phrases import phrases, said
from followup_kit.coaching.missed_sense import Sense
from followup_kit.models.anchors import AnchorKind
from followup_kit.words import Word

ANSWERED_WITHIN = 2
"""Stretches after a question in which notes say how the answer went."""
SHORTEST_ASIDE = 3
"""Words from which what stands in brackets says something by itself."""
LONG = 8
"""Words of an item that may say what the terms of a contract lead to."""
AT_STAKE = 2
"""Signs from which a clause of the notes is a stake; a posting's wants one more."""
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
        unanswered: whether it is a question whose answer went badly.
        stake: how much speaks for a stake.
        partial: whether another part of its segment was left out.
    """

    start: int
    end: int
    kind: AnchorKind
    segment: Segment
    words: tuple[Word, ...]
    unanswered: bool = False
    stake: int = 0
    partial: bool = False


class Kinds:
    """Tells what each segment of one text offers."""

    def __init__(self, sense: Sense) -> None:
        self.sense = sense
        self.text = sense.text
        self.leave_out = sense.scene.compiled.book.anchors.leave_out
        self.edges = Edges(sense)
        self.asked = Asked(sense, self.edges)

    def candidates(self) -> Iterator[Candidate]:
        """At most one clause of each segment, in order; an aside goes with what it is said of."""
        segments = list(self.text.segments())
        offered = True
        for index, segment in enumerate(segments):
            listed = self.text.source == "posting" and index > 0
            same = listed and segments[index - 1].sentence == segment.sentence
            if (segment.tie or same) and not offered:
                continue
            after = segments[index + 1 : index + 1 + ANSWERED_WITHIN]
            found = self._asked(segment, after) or self._clause(segment)
            if found and segment.tie == "(" and len(found.words) < SHORTEST_ASIDE:
                found = None
            offered = found is not None
            if found:
                yield found

    def _personal(self, words: Sequence[Word]) -> bool:
        signs = self.sense.scene.compiled.book.anchors.signs
        return self.text.source == "notes" and phrases(signs["personal"]).within(said(words))

    def _left_out(self, stretch: Stretch, classes: Sequence[str]) -> bool:
        """Whether words belong to what is never offered."""
        keys = said(self.text.within(*stretch))
        return any(phrases(self.leave_out[name]).within(keys) for name in classes)

    def _asked(self, segment: Segment, after: Sequence[Segment]) -> Candidate | None:
        """A question or a promise."""
        if segment.spoken or self.text.source == "posting":
            return None
        heard = [segment, *(one for one in after if one.sentence == segment.sentence)]
        unanswered = self.asked.unanswered(heard)
        question = self.asked.question(segment, unanswered=unanswered)
        promise = None if question else self.asked.promise(segment)
        stretch = question or promise or self.asked.topic(segment)
        if stretch is None or self._left_out(stretch, TACTLESS):
            return None
        words = tuple(self.text.within(*stretch))
        kind: AnchorKind = "promise" if promise else "question"
        return Candidate(*stretch, kind, segment, words, unanswered and not promise)

    def _clause(self, segment: Segment) -> Candidate | None:
        """The run of items that says most, without those that are never offered."""
        if self._left_out((segment.start, segment.end), ("private",)):
            return None
        kept, partial = self._kept(segment)
        if not kept:
            return None
        best = max(kept, key=lambda stretch: (self._worth(*stretch), -stretch[0]))
        opens, cut = best[0] == segment.start, best[1] < segment.end
        start, end = self.edges.trimmed(*best, opens=opens, cut=cut)
        words = tuple(self.text.within(start, end))
        if not words:
            return None
        strength = self.sense.stake(words)
        kind: AnchorKind = "detail"
        if strength >= AT_STAKE + (self.text.source == "posting") and not self._personal(words):
            kind = "stake"
        elif self.sense.telling(words):
            kind = "figure"
        return Candidate(start, end, kind, segment, words, stake=strength, partial=partial)

    def _kept(self, segment: Segment) -> tuple[list[Stretch], bool]:
        """Runs of items, not too long, none to be left out; and whether any was.

        Of a posting a whole sentence is left out: its items are tasks or qualities all.
        """
        classes = [name for name in self.leave_out if self._applies(name, segment)]
        groups: list[list[Stretch]] = [[]]
        atoms = self.text.atoms(segment.start, segment.end)
        whole = len(atoms)
        while len(atoms) > 1 and self._empty(atoms[0]):
            del atoms[0]
        for stretch in atoms:
            if self._left_out(stretch, classes) and not self._costly(stretch):
                if self.text.source == "posting":
                    return [], True
                groups.append([])
            elif stretch[1] - stretch[0] > LONGEST:
                groups[-1].extend(self.edges.small(*stretch))
            else:
                groups[-1].append(stretch)
        found = [
            (group[first][0], group[last][1]) for group in groups for first, last in runs(group)
        ]
        return found, len(groups) > 1 or len(atoms) < whole

    def _empty(self, stretch: Stretch) -> bool:
        """Whether an item is a bare figure, or names but the reader, the company and the role."""
        content = self.sense.content(self.text.within(*stretch))
        return all(self.sense.administrative(word) for word in content)

    def _applies(self, name: str, segment: Segment) -> bool:
        """Whether a class is looked for: what others said may say "I"; postings ask for more."""
        if name == "posting":
            return self.text.source == "posting"
        return not (segment.spoken and name == "self")

    def _costly(self, stretch: Stretch) -> bool:
        """Whether a long item says what terms or ways lead to: « parti à cause des horaires »."""
        words = self.text.within(*stretch)
        if len(words) < LONG or self.sense.stake(words) < AT_STAKE:
            return False
        return not self._left_out(stretch, [name for name in self.leave_out if name != "terms"])

    def _worth(self, start: int, end: int) -> int:
        words = self.text.within(start, end)
        figures = len(self.sense.figures(words))
        telling = 2 * figures + 3 * self.sense.stake(words)
        more = len(self.sense.weighty(words))
        return telling + (more if self.text.source == "notes" else -more)


def commonness(found: Sequence[Candidate]) -> Counter[str]:
    """In how many clauses each word stands."""
    return Counter(key for one in found for key in {word.key for word in one.words})
