"""The role applied for against the context."""

from collections.abc import Iterator

from followup_kit.detecting.concepts import concepts
from followup_kit.detecting.hit import Hit, hit_in
from followup_kit.detecting.phrase import matches
from followup_kit.detecting.scene import Scene
from followup_kit.models.rule import Rule
from followup_kit.words import split_words


def wrong_role(scene: Scene, rule: Rule) -> Iterator[Hit]:
    """A job named as the one applied for that neither the role nor notes nor posting know."""
    role = scene.context.role
    if not role:
        return
    compiled, language = scene.compiled, scene.parsed.language
    words = [*split_words(role, language), *(w for x in scene.particulars.lines for w in x.words)]
    known = frozenset().union(*(concepts(word.key, language, compiled) for word in words))
    jobs = compiled.keys("job_nouns")
    for sentence in scene.body:
        for entry, first, end in matches(scene, sentence, "fact"):
            if entry.rule.id != rule.id:
                continue
            named = [at for at in range(first, end) if sentence.tokens[at].key in jobs]
            if named and not any(
                concepts(token.key, language, compiled) & known
                for token in sentence.tokens[named[0] : end]
            ):
                found = " ".join(sentence.tokens[at].text for at in named)
                details = (("expected", role), ("found", found))
                yield hit_in(rule, sentence, named[0], named[-1] + 1, details)
                return
