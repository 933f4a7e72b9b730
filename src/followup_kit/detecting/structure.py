"""``structure``: what the zones of a message hold or lack. One check a rule names."""

from collections.abc import Callable, Iterator, Mapping

from followup_kit.detecting.grounded import COPIED
from followup_kit.detecting.hit import Hit, hit_in
from followup_kit.detecting.quotation import quotation
from followup_kit.detecting.scene import Scene, SceneSentence
from followup_kit.models.rule import Rule
from followup_kit.words import split_words

Check = Callable[[Scene, Rule], Iterator[Hit]]
PASTED_SHARE = 0.5
"""Share of the body's words from which copied lines make it a paste."""
PASTED_WORDS = 12
"""Copied words below which a quotation is no paste."""
SALAD = 0.04
"""Share of stock words in the body from which it is a salad."""
CONCRETE = 3
"""Figures and names that a salad may hold: a plan "30-60-90", a product."""
SALAD_WORDS = 8
SHORTEST_REPEATED = 4


def detect(scene: Scene) -> Iterator[Hit]:
    """Hits of every structure rule that applies to the message's scenario and channel."""
    draft = scene.parsed.message.draft
    for rule in scene.compiled.book.rules:
        if rule.kind != "structure" or not rule.check:
            continue
        if draft.scenario in rule.scenarios and draft.channel in rule.channels:
            yield from CHECKS[rule.check](scene, rule)


def _has_zone(zone: str) -> Check:
    def check(scene: Scene, rule: Rule) -> Iterator[Hit]:
        """The zone is there."""
        for segment in scene.parsed.message.segments:
            if segment.zone == zone:
                yield Hit(rule, segment.start, segment.end)
                return

    return check


def _placeholder(scene: Scene, rule: Rule) -> Iterator[Hit]:
    """Fields of a template that nobody filled in."""
    for field in scene.parsed.message.placeholders:
        yield Hit(rule, field.start, field.end, details=(("found", field.text),))


def _mixed_address(scene: Scene, rule: Rule) -> Iterator[Hit]:
    """« tu » and « vous » to one reader; « vous » to several people beside « tu » is none."""
    compiled = scene.compiled
    familiar, formal = compiled.keys("familiar_address"), compiled.keys("formal_address")
    first: dict[str, tuple[SceneSentence, int]] = {}
    for sentence in scene.sentences:
        if sentence.sentence.zone == "signature":
            continue
        for index, token in enumerate(sentence.tokens):
            if token.key in familiar:
                first.setdefault("familiar", (sentence, index))
            elif token.key in formal and not _joined(sentence, index):
                first.setdefault("formal", (sentence, index))
    if "familiar" in first and "formal" in first:
        later = max(first.values(), key=lambda place: place[0].tokens[place[1]].start)
        yield hit_in(rule, later[0], later[1], later[1] + 1)


def _joined(sentence: SceneSentence, index: int) -> bool:
    """Whether a « vous » belongs to « rendez-vous »."""
    return index > 0 and sentence.tokens[index - 1].key == "rendez"


def _gender_form(scene: Scene, rule: Rule) -> Iterator[Hit]:
    """« motivé(e) » about oneself, "he/she" about somebody: forms nobody chose between."""
    pairs = {tuple(pair.split()) for pair in scene.compiled.words("double_forms")}
    for sentence in scene.body:
        for index, token in enumerate(sentence.tokens):
            if "(" in token.text and sentence.subjects[index] == "writer":
                yield hit_in(rule, sentence, index, index + 1)
            elif index and (sentence.tokens[index - 1].key, token.key) in pairs:
                between = scene.parsed.message.text[sentence.tokens[index - 1].end : token.start]
                if between.strip() == "/":
                    yield hit_in(rule, sentence, index - 1, index + 1)


def _pasted(scene: Scene, rule: Rule) -> Iterator[Hit]:
    """Most of the body stands in the notes or the posting in the same words."""
    copied = [s for s in scene.body if s.copied >= COPIED]
    words = sum(len(sentence.tokens) for sentence in copied)
    total = sum(len(sentence.tokens) for sentence in scene.body)
    if copied and words >= PASTED_WORDS and words >= PASTED_SHARE * total:
        yield Hit(rule, copied[0].sentence.start, copied[-1].sentence.end)


def _salad(scene: Scene, rule: Rule) -> Iterator[Hit]:
    """Stock words of the genre, and nothing concrete between them."""
    stock = frozenset().union(
        *(
            scene.compiled.keys(name)
            for name in (
                "interest_words",
                "empty_praise",
                "stake_nouns",
                "buzzwords",
                "intensifiers",
            )
        )
    )
    tokens = [token for sentence in scene.body for token in sentence.tokens]
    met = [token for token in tokens if token.key in stock]
    concrete = sum(len(s.figures | s.names) + len(s.grounds) for s in scene.body)
    if len(met) >= SALAD_WORDS and len(met) >= SALAD * len(tokens) and concrete <= CONCRETE:
        details = (("found", ", ".join(dict.fromkeys(token.text for token in met))),)
        yield Hit(rule, met[0].start, met[-1].end, details=details)


def _repeated(scene: Scene, rule: Rule) -> Iterator[Hit]:
    """The same sentence twice."""
    seen: set[tuple[str, ...]] = set()
    for sentence in scene.body:
        keys = tuple(token.key for token in sentence.tokens)
        if len(keys) >= SHORTEST_REPEATED and keys in seen:
            yield hit_in(rule, sentence, 0, len(keys))
        seen.add(keys)


def _bare_subject(scene: Scene, rule: Rule) -> Iterator[Hit]:
    """A subject line that says nothing of its own: "Thank you", « Suite à notre entretien »."""
    message = scene.parsed.message
    if message.subject is None:
        return
    compiled = scene.compiled
    empty = compiled.keys("function_words") | compiled.keys("subject_words")
    words = split_words(message.subject, scene.parsed.language)
    if words and all(word.key in empty for word in words):
        at = message.text.find(message.subject)
        if message.draft.subject is not None:
            yield Hit(rule, 0, len(message.draft.subject), part="subject")
        elif at >= 0:
            yield Hit(rule, at, at + len(message.subject))


def _only_filler(scene: Scene, rule: Rule) -> Iterator[Hit]:
    """Every sentence of the body could be sent to anyone."""
    if scene.body and not any(
        s.figures or s.names or s.grounds or len(s.rare) > 1 for s in scene.body
    ):
        yield Hit(rule, scene.body[0].sentence.start, scene.body[-1].sentence.end)


CHECKS: Mapping[str, Check] = {
    "greeting": _has_zone("greeting"),
    "closing": _has_zone("closing"),
    "signature": _has_zone("signature"),
    "placeholder": _placeholder,
    "mixed_address": _mixed_address,
    "gender_form": _gender_form,
    "pasted": _pasted,
    "quotation": quotation,
    "salad": _salad,
    "repeated": _repeated,
    "bare_subject": _bare_subject,
    "only_filler": _only_filler,
}
