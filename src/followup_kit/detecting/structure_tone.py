"""Checks of tone: two ways of addressing one reader, forms nobody chose between, capitals."""

import re
from collections.abc import Iterator

from followup_kit.detecting.hit import Hit, hit_in
from followup_kit.detecting.phrase import matches
from followup_kit.detecting.scene import Scene, SceneSentence
from followup_kit.models.rule import Rule
from followup_kit.parsing.parsed import Token
from followup_kit.words import split_words

_QUOTED = re.compile(r"«[^«»]{0,400}»|“[^“”]{0,400}”|\"[^\"\n]{0,400}\"")
SHOUTED = 2
"""Ordinary words in capitals in a row from which it is shouting."""
SHORTEST_SHOUT = 4
"""Letters of a single word in capitals that is more than an abbreviation."""


def mixed_address(scene: Scene, rule: Rule) -> Iterator[Hit]:
    """One reader addressed as a friend and as a stranger.

    The rule's patterns say what only one reader is told formally (« je vous remercie »); a bare
    « vous » beside « tu » may well be the whole team. What is quoted is nobody's address.
    """
    quoted = _quoted(scene)
    familiar = next(familiar_words(scene), None)
    told_formally = (
        (sentence, first, end)
        for sentence in scene.sentences
        for entry, first, end in matches(scene, sentence, "structure")
        if entry.rule.id == rule.id and not _inside(sentence.tokens[first], quoted)
    )
    formal = next(told_formally, None)
    if familiar and formal:
        later = max(familiar, formal, key=lambda place: place[0].tokens[place[1]].start)
        yield hit_in(rule, *later)


def familiar_words(scene: Scene) -> Iterator[tuple[SceneSentence, int, int]]:
    """Words that address the reader as a friend, outside of quotations: sentence, first, end."""
    quoted = _quoted(scene)
    for sentence in scene.sentences:
        for index in _familiar(sentence, scene, quoted):
            yield sentence, index, index + 1


def _quoted(scene: Scene) -> list[tuple[int, int]]:
    return [found.span() for found in _QUOTED.finditer(scene.parsed.message.text)]


def _familiar(
    sentence: SceneSentence, scene: Scene, quoted: list[tuple[int, int]]
) -> Iterator[int]:
    """Words that address the reader as a friend; « le ton » and « s'est tu » do not."""
    if sentence.sentence.zone == "signature":
        return
    keys = scene.compiled.keys("familiar_address")
    for index, token in enumerate(sentence.tokens):
        if (
            token.key in keys
            and not _inside(token, quoted)
            and not (scene.parsed.language == "fr" and _means_else(sentence, index, scene))
        ):
            yield index


def _means_else(sentence: SceneSentence, index: int, scene: Scene) -> bool:
    """Whether a French word is a noun by the article before or « de » after it, or a participle."""
    tokens = sentence.tokens
    before = tokens[index - 1].key if index else ""
    after = tokens[index + 1].key if index + 1 < len(tokens) else ""
    articles, of = scene.compiled.keys("le"), scene.compiled.keys("de")
    return tokens[index].pos == "verb" or before in articles or after in of


def _inside(token: Token, spans: list[tuple[int, int]]) -> bool:
    return any(start <= token.start < end for start, end in spans)


def gender_form(scene: Scene, rule: Rule) -> Iterator[Hit]:
    """« motivé(e) » about oneself, "Mr/Ms Bell": forms nobody chose between."""
    pairs = {tuple(pair.split()) for pair in scene.compiled.words("double_forms")}
    for sentence in scene.sentences:
        for index, token in enumerate(sentence.tokens):
            if "(" in token.text and sentence.subjects[index] == "writer":
                yield hit_in(rule, sentence, index, index + 1)
            elif index and (sentence.tokens[index - 1].key, token.key) in pairs:
                between = scene.parsed.message.text[sentence.tokens[index - 1].end : token.start]
                if between.strip(" .") == "/":
                    yield hit_in(rule, sentence, index - 1, index + 1)


def shouting(scene: Scene, rule: Rule) -> Iterator[Hit]:
    """Ordinary words in capitals: "call me TODAY", « MERCI BEAUCOUP »; not names and initials."""
    ordinary = scene.compiled.union("common_words", "function_words", "generic_nouns")
    words_of_context = (word for line in scene.particulars.lines for word in line.words)
    loud = ordinary - {word.key for word in words_of_context if word.text.isupper()}
    for sentence in scene.sentences:
        if sentence.sentence.zone == "signature":
            continue
        for first, end in _runs(sentence.tokens, scene.compiled.keys("titles")):
            words = [token for token in sentence.tokens[first:end] if len(token.text) > 1]
            told = [token for token in words if token.key in loud]
            alone = len(words) == len(told) == 1 and len(told[0].text) >= SHORTEST_SHOUT
            if len(told) >= SHOUTED or alone:
                yield hit_in(rule, sentence, first, end)
                break
    subject = scene.parsed.message.draft.subject
    if subject:
        words_of_subject = split_words(subject, scene.parsed.language)
        if sum(word.text.isupper() and word.key in loud for word in words_of_subject) >= SHOUTED:
            yield Hit(rule, 0, len(subject), part="subject")


def _runs(tokens: tuple[Token, ...], titles: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Stretches of words in capitals; a surname after a first name or a title is none."""
    first = 0
    while first < len(tokens):
        end = first
        while end < len(tokens) and tokens[end].text.isupper():
            end += 1
        named = first > 0 and (
            tokens[first - 1].key in titles or (first > 1 and tokens[first - 1].text.istitle())
        )
        if end > first and not (named and end - first == 1):
            yield first, end
        first = max(end, first + 1)
