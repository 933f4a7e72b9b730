"""The skeleton of a new rule, to be filled in by its author."""

from followup_kit.errors import UsageError
from followup_kit.rulebook.load import AREAS

_TEXT = """\
# {area}.{name}: see docs/writing-rules.md. Replace everything in capitals.
kind: frame            # phrase, frame, grounded, fact, measure or structure
dimension: {area}
expects: present       # present: good messages have it; absent: good messages do not
points: 10             # what the first finding brings its dimension
severity: hint         # hint, warning, error or blocker
since: "NEXT VERSION"
title: {{en: WHAT IS SEEN, fr: CE QUI EST VU}}
why: {{en: WHY IT COUNTS., fr: POURQUOI CELA COMPTE.}}
advice: {{en: WHAT TO DO., fr: QUE FAIRE.}}
source: ADDRESS OR DOCUMENT
guards: {{negated: no}}
en:
  patterns:
    - "word"
  examples:
    - "A sentence with a [word] in it."
    - "Another [word] here."
    - "A third [word]."
  near_misses:
    - "A sentence that looks alike and must not fire."
    - "A second one."
    - "A third one."
fr:
  patterns:
    - "mot"
  examples:
    - "Une phrase avec un [mot] dedans."
    - "Un autre [mot] ici."
    - "Un troisième [mot]."
  near_misses:
    - "Une phrase qui ressemble et ne doit pas répondre."
    - "Une deuxième."
    - "Une troisième."
"""

_NAMED = """\
names: chaser          # the message type it reveals: chaser, withdrawal or after_refusal
"""

MANIFEST = """\
# A pack of rules: see docs/writing-rules.md. Use it with --rules and this folder.
name: my-rules
version: "0.1"
# disable: [craft.exclamations]      # shipped rules to switch off
# points: {motivation.commits: 20}   # other points for some
# severity: {craft.thanks: hint}     # another severity for some
"""


def skeleton(area: str, name: str) -> str:
    """The text of a new rule's file.

    Raises:
        UsageError: the area does not exist, or the name is none.
    """
    if area not in AREAS or not name.isidentifier():
        raise UsageError(f"AREA.NAME expected, the area one of {', '.join(AREAS)}")
    text = _TEXT.format(area=area, name=name)
    return text.replace("since:", f"{_NAMED}since:") if area == "type" else text
