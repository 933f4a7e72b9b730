"""Names against the context: another company, another or a misspelt reader."""

from collections.abc import Iterator

from cleanco import basename
from rapidfuzz import fuzz

from followup_kit.detecting.hit import Hit, hit_in
from followup_kit.detecting.phrase import matches
from followup_kit.detecting.scene import Scene, SceneSentence
from followup_kit.models.rule import Rule
from followup_kit.words import fold, split_words

SAME = 90.0
"""Similarity (0 to 100) from which two names are one, but for an accent or a plural."""
MISSPELT = 70.0
"""Similarity from which a name is taken for a misspelling of another."""
SHORTEST = 3


def wrong_company(scene: Scene, rule: Rule) -> Iterator[Hit]:
    """A name where the company's is expected ("join X", « rejoindre X ») that the context lacks."""
    company = scene.context.company
    if not company:
        return
    known = _known_names(scene) | _keys(basename(company), scene) | _keys(company, scene)
    for sentence in scene.body:
        for entry, first, end in matches(scene, sentence, "fact"):
            if entry.rule.id != rule.id:
                continue
            named = [i for i in range(first, end) if i in sentence.names]
            if named and not any(_same(sentence.tokens[i].key, known) for i in named):
                found = " ".join(sentence.tokens[i].text for i in named)
                details = (("expected", company), ("found", found))
                yield hit_in(rule, sentence, named[0], named[-1] + 1, details)
                break


def wrong_reader(scene: Scene, rule: Rule) -> Iterator[Hit]:
    """A greeting that names somebody else than the reader, or misspells the name."""
    recipient = scene.context.recipient
    if not recipient:
        return
    wanted = _person(recipient, scene)
    if not wanted:
        return
    for sentence in scene.sentences:
        if sentence.sentence.zone != "greeting":
            continue
        given = _greeted(sentence, scene)
        wrong = [
            index for index in given if not _is_reader(sentence.tokens[index].key, wanted, scene)
        ]
        right = len(given) - len(wrong)
        wrong = [
            index for index in wrong if not right or _nearly(sentence.tokens[index].key, wanted)
        ]
        if wrong:
            found = " ".join(sentence.tokens[index].text for index in given)
            details = (("expected", recipient), ("found", found))
            yield hit_in(rule, sentence, given[0], given[-1] + 1, details)
            return


def _person(recipient: str, scene: Scene) -> frozenset[str]:
    """Name words of a reader; none for a team, an office or a function."""
    words = split_words(recipient, scene.parsed.language)
    titles = scene.compiled.keys("titles")
    names = [word for word in words if word.text[:1].isupper() and word.key not in titles]
    lower = [word for word in words if word.text[:1].islower() and word.key not in titles]
    particles = scene.compiled.keys("name_particles")
    if any(word.key not in particles for word in lower):
        return frozenset()
    return frozenset(word.key for word in names)


def _greeted(sentence: SceneSentence, scene: Scene) -> list[int]:
    """Words of a greeting that are names; after an article stands a function: « le Préfet »."""
    compiled = scene.compiled
    articles = compiled.keys("le")
    passed = (
        compiled.keys("titles") | compiled.keys("greeting_words") | compiled.keys("name_particles")
    )
    return [
        index
        for index, token in enumerate(sentence.tokens)
        if token.text[:1].isupper()
        and token.key not in passed
        and len(token.key) > 1
        and not (index and sentence.tokens[index - 1].key in articles)
    ]


def _is_reader(key: str, wanted: frozenset[str], scene: Scene) -> bool:
    """Whether a greeted name is the reader's, short for it, or somebody whom the notes name."""
    if key in wanted or any(key in (name[:3], name[:4]) for name in wanted):
        return True
    if _nearly(key, wanted):
        return False
    return key in scene.particulars.names


def _nearly(key: str, wanted: frozenset[str]) -> bool:
    return key not in wanted and any(
        fuzz.ratio(key, name) >= MISSPELT or (len(key) > SHORTEST and name.startswith(key[:4]))
        for name in wanted
    )


def _known_names(scene: Scene) -> frozenset[str]:
    """Every name of the context: naming a place or a person of the notes is no mistake."""
    noted = frozenset(word.key for line in scene.particulars.lines for word in line.words)
    own = " ".join(filter(None, (scene.context.recipient, scene.context.role)))
    return noted | _keys(own, scene)


def _keys(text: str, scene: Scene) -> frozenset[str]:
    return frozenset(word.key for word in split_words(text, scene.parsed.language))


def _same(key: str, known: frozenset[str]) -> bool:
    folded = fold(key)
    return any(
        folded == name
        or (len(folded) > SHORTEST and fuzz.ratio(folded, name) >= SAME)
        or (len(folded) > SHORTEST and name.startswith(folded))
        for name in known
    )
