"""What somebody asked in the conversation, and what the writer is to send or to look up."""

from collections.abc import Sequence

from followup_kit.coaching.missed_clauses import Segment, Stretch
from followup_kit.coaching.missed_edges import Edges
from followup_kit.coaching.missed_phrases import phrases, said
from followup_kit.coaching.missed_sense import Sense
from followup_kit.words import Word

ASKED_WITHIN = 3
"""Words after "asked" among which the question begins."""
ASKING: frozenset[str] = frozenset({"i", "j"})
"""Who asks is the writer: "I asked would he stop"."""


class Asked:
    """Finds questions and promises in the segments of one text."""

    def __init__(self, sense: Sense, edges: Edges) -> None:
        self.sense = sense
        self.edges = edges
        signs = sense.scene.compiled.book.anchors.signs
        self._asked, self._asking = phrases(signs["asked"]), phrases(signs["asking"])
        self._about, self._unanswered = phrases(signs["about"]), phrases(signs["unanswered"])
        self._answered = phrases(signs["answered"])
        self._promise = phrases(signs["promise"])

    def question(self, segment: Segment, *, unanswered: bool) -> Stretch | None:
        """The question a segment tells of, without who asked it."""
        words = self.sense.text.within(segment.start, segment.end)
        keys = said(words)
        first = self._told(words, keys)
        if first is None and self._asking.at(keys, 0) and (segment.asks or unanswered):
            first = 0
        return self._from(segment, words, first)

    def topic(self, segment: Segment) -> Stretch | None:
        """What was asked about, where no word says so: "asked code review culture"."""
        words = self.sense.text.within(segment.start, segment.end)
        first = self._asked.at(said(words), 0)
        if not first or not self.sense.weighty(words[first : first + 1]):
            return None
        return self._from(segment, words, first)

    def promise(self, segment: Segment) -> Stretch | None:
        """What the writer is to send, to bring or to think over."""
        if not self._promise.within(said(self.sense.text.within(segment.start, segment.end))):
            return None
        return self.edges.shortened(segment.start, segment.end)

    def unanswered(self, segments: Sequence[Segment]) -> bool:
        """Whether any of a few segments says that an answer went badly."""
        return any(
            self._unanswered.within(said(self.sense.text.within(one.start, one.end)))
            for one in segments
        )

    def _told(self, words: Sequence[Word], keys: Sequence[str]) -> int | None:
        """The first word of a question that was asked, or of what it was about."""
        asked = self._asked.find(keys)
        if asked is None or ASKING & set(keys[: asked[0]]):
            return None
        after = asked[1]
        if after < len(words):
            between = self.sense.text.text[words[after - 1].end : words[after].start]
            if ":" in between:
                return after
        about = self._about.at(keys, after)
        if about:
            return after + about
        asking = self._asking.find(keys, after)
        if asking is None or asking[0] >= after + ASKED_WITHIN:
            return None
        return asking[0]

    def _from(self, segment: Segment, words: Sequence[Word], first: int | None) -> Stretch | None:
        if first is None or not self.sense.weighty(words[first:]):
            return None
        end = segment.end
        for start, _ in self.sense.text.atoms(words[first].start, segment.end)[1:]:
            keys = said(self.sense.text.within(start, segment.end))
            if self._answered.at(keys, 0):
                end = self.sense.text.trimmed(words[first].start, start)[1]
                break
        return self.edges.shortened(words[first].start, end)
