"""What the kit sees in each message; the slow part, done once a run."""

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.judgement.golden import Rated
from followup_kit.detecting import Hit, detect
from followup_kit.detecting.scene import build_scene, ordinary
from followup_kit.models.base import LANGUAGES
from followup_kit.models.draft import Draft
from followup_kit.parsing.parse import parse
from followup_kit.parsing.parsed import Parsed, Sentence
from followup_kit.reading import read
from followup_kit.scorer import Scorer
from followup_kit.scoring import Seen


@dataclass(frozen=True)
class Observed:
    """What was seen, by the message's id.

    Attributes:
        hits: in the order of the text.
        sentences: those of body and postscript.
        texts: the plain text that their offsets count in.
    """

    hits: dict[str, tuple[Hit, ...]]
    sentences: dict[str, tuple[Sentence, ...]]
    texts: dict[str, str]

    @property
    def seens(self) -> dict[str, list[Seen]]:
        """The hits, as scoring wants them."""
        return {key: [Seen(hit.rule, hit.good) for hit in hits] for key, hits in self.hits.items()}


def observe(messages: Sequence[Rated], scorer: Scorer) -> Observed:
    """Detect in every message; a message and its copy without notes are parsed once."""
    usual = ordinary(scorer.compiled(language) for language in LANGUAGES)
    parses: dict[Draft, Parsed] = {}
    observed = Observed({}, {}, {})
    for rated in messages:
        if rated.draft not in parses:
            (parses[rated.draft],) = parse([read(rated.draft)], rated.language)
        parsed = parses[rated.draft]
        scene = build_scene(parsed, rated.context, scorer.compiled(rated.language), usual)
        observed.hits[rated.id] = detect(scene)
        observed.sentences[rated.id] = parsed.in_zones("body", "postscript")
        observed.texts[rated.id] = parsed.message.text
    return observed
