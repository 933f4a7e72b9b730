"""One golden listing that feeds every format's test: all that trips formats up is in it."""

import unicodedata

from followup_kit.fingerprints import fingerprint, unique
from followup_kit.models.advice import Edit, edit
from followup_kit.models.base import Severity
from followup_kit.models.listing import Listed, Listing, Problem, RuleCard
from followup_kit.models.report import Reason, Ruleset
from followup_kit.models.span import locate

FIELD = "template.unknown_field"
STEP = "craft.next_step"
BARE = "craft.bare_subject"
ODD = "modèles/après l’appel, 100 %: à Élodie.md"
"""A path with spaces, a percent sign, a colon, a comma and letters beyond ASCII."""
LETTER = (
    "Bonjour 😀 {prénon},\r\n"
    "\r\n"
    f"{unicodedata.normalize('NFD', 'Élodie a été très claire')}\u00a0: 11\u202f% | `net` <b>.\r\n"
    "Merci, \u202e{société}\u202c et à bientôt !\r\n"
)
OLD = "Dear {name},\rThank you.\r"
SOURCES = {
    ODD: LETTER,
    "templates/clean.txt": "Dear {first_name},\n\nThank you.\n",
    "templates/old mac.txt": OLD,
}


def problem(
    source: str,
    words: str,
    rule: str,
    severity: Severity,
    *edits: Edit,
    title: str = "Unknown field",
    message: str = "Nothing fills it, so it goes out as it is.",
) -> Problem:
    """A problem that stands on the first occurrence of the words."""
    start = source.index(words)
    end = start + len(words)
    return Problem(
        rule=rule,
        severity=severity,
        title=title,
        message=message,
        advice="Write one of the fields that your settings name.",
        span=locate(source, start, end),
        edits=edits,
        fingerprint=fingerprint(rule, source, start, end),
    )


def replaced(source: str, words: str, new: str) -> Edit:
    """The edit that puts other words in the place of the first occurrence."""
    start = source.index(words)
    return edit(source, start, start + len(words), new)


def card(rule: str, severity: Severity, source: str) -> RuleCard:
    return RuleCard(
        id=rule,
        severity=severity,
        title=f"What {rule} sees",
        why="It reads as if nobody had looked | at `it` <twice>.",
        advice="Write it by hand.",
        source=source,
    )


FILES = (
    Listed(
        path=ODD,
        status="judged",
        language="fr",
        score=62,
        levels={"specificity": 2, "motivation": 1, "stakes": 3},
        problems=unique(
            [
                problem(LETTER, "", STEP, "hint", title="No next step", message="A date helps."),
                problem(
                    LETTER,
                    "{prénon}",
                    FIELD,
                    "error",
                    replaced(LETTER, "{prénon}", "{prénom}"),
                    title="Unknown field {prénon}",
                ),
                problem(
                    LETTER,
                    "\u00a0: 11\u202f% | `net` <b>.\r\nMerci",
                    BARE,
                    "warning",
                    replaced(LETTER, "net", "100 %, net"),
                    replaced(LETTER, "Merci", "Un grand\nmerci"),
                    title="100 %: **bold**, `code` | <b>",
                    message="Two\nlines, 50 %: \x1b[31mred\x1b[0m, :: and , too \ufffe.",
                ),
                problem(LETTER, "{société}", FIELD, "blocker", title="Unknown field {société}"),
            ]
        ),
        known=5,
    ),
    Listed(path="templates/clean.txt", status="judged", language="en", score=80, suppressed=1),
    Listed(
        path="templates/old mac.txt",
        status="judged",
        language="en",
        problems=(problem(OLD, "Thank you", FIELD, "error", replaced(OLD, ".", "!")),),
    ),
    Listed(
        path="templates/привет.txt",
        status="not_judged",
        language="ru",
        reason=Reason(code="language", message="It reads as Russian, 100 %: not judged."),
    ),
)


LISTING = Listing(
    tool_version="1.2.3",
    messages="en",
    ruleset=Ruleset(version="1.0", fingerprint="f" * 64, rules=3),
    rules=(
        card(BARE, "warning", "https://example.com/subjects"),
        card(STEP, "hint", "docs/rules.md"),
        card(FIELD, "error", "docs/rules.md"),
    ),
    files=FILES,
)


def listing_of_one(source: str, start: int, end: int, *edits: Edit, path: str = "a.txt") -> Listing:
    """A listing of one file with one problem."""
    found = Problem(
        rule=FIELD,
        severity="error",
        title="Unknown field",
        message="Nothing fills it.",
        advice="Write another.",
        span=locate(source, start, end),
        edits=edits,
        fingerprint=fingerprint(FIELD, source, start, end),
    )
    file = Listed(path=path, status="judged", language="en", problems=(found,))
    return LISTING.model_copy(update={"files": (file,)})
