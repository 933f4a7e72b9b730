"""What notes and posting offer and the message leaves out, and what to ask one's memory."""

from collections.abc import Iterator

from followup_kit.coaching.address import familiar
from followup_kit.coaching.manner import slots
from followup_kit.coaching.missed_clauses import Text
from followup_kit.coaching.missed_counted import counted
from followup_kit.coaching.missed_kinds import Candidate, Kinds, commonness
from followup_kit.coaching.missed_ranking import Ranked, chosen, worth
from followup_kit.coaching.missed_sense import SHORTEST, Sense
from followup_kit.coaching.missed_taken import TakenUp
from followup_kit.detecting.collecting import language_of
from followup_kit.detecting.particulars import Source
from followup_kit.detecting.scene import Scene
from followup_kit.models.advice import Missed
from followup_kit.models.anchors import AnchorForm
from followup_kit.models.base import LANGUAGES
from followup_kit.models.span import locate, printable
from followup_kit.reporting import Wording

HEAD = 12
"""Characters within which a second sentence still belongs to the head: « Dir. adj. EHPAD »."""
LEAST_WEIGHTY = 2
"""Words that say something from which a clause is more than a name."""


def missed(scene: Scene, wording: Wording) -> tuple[Missed, ...]:
    """Name at most three things of the notes and three stakes of the posting that are left out.

    Args:
        scene: the message and its context.
        wording: the language of the questions; the texts are in the draft's.
    """
    context = scene.context
    offered = (
        *_offered(scene, "notes", context.notes or ""),
        *_offered(scene, "posting", context.posting or ""),
    )
    friend = familiar(scene)
    return tuple(
        _worded(f"m{number}", one, sense, wording, familiar=friend)
        for number, (sense, one) in enumerate(offered, start=1)
    )


def _offered(scene: Scene, source: Source, text: str) -> Iterator[tuple[Sense, Candidate]]:
    book = scene.compiled.book
    months = {month for language in LANGUAGES for month in book.words("months", language)}
    short = {*book.anchors.ending.en, *book.anchors.ending.fr}
    ending = months | short if source == "notes" else ()
    sense = Sense(scene, Text(source, text, language_of(text, scene.compiled), ending))
    found = list(Kinds(sense).candidates())
    common = commonness(found)
    message = TakenUp(scene)
    left: list[Ranked] = []
    said = False
    for one in found:
        said = (said and one.segment.tie == "(") or message.takes_up(one, sense, common)
        of_use = source == "notes" or one.kind == "stake"
        if of_use and not said and _says_something(one, sense):
            left.append(Ranked(one, worth(one, sense)))
    beyond = [one for one in left if source == "posting" or not _of_the_head(one.candidate, sense)]
    for one in chosen(beyond, lined=sense.text.lined):
        yield sense, one


def _says_something(one: Candidate, sense: Sense) -> bool:
    """Whether a clause is more than names, places and figures without a noun."""
    if _of_the_role(one, sense):
        return False
    plain = [
        word
        for word in sense.weighty(one.words)
        if len(word.key) > SHORTEST and not sense.name(word)
    ]
    if one.kind in ("question", "promise"):
        return bool(plain)
    counted = sense.numbers(one.words) if one.kind == "stake" else sense.figures(one.words)
    return len(plain) >= (1 if counted else LEAST_WEIGHTY)


def _of_the_role(one: Candidate, sense: Sense) -> bool:
    """Whether a clause says little but who met, when, and for which job."""
    content = sense.content(one.words)
    administrative = [word for word in content if sense.administrative(word)]
    met = any(word.key in sense.of_the_meeting - sense.days_named for word in one.words[:1])
    dated = any(word.key in sense.days_named for word in one.words)
    return 2 * len(administrative) >= len(content) or (met and dated and not one.stake)


def _of_the_head(one: Candidate, sense: Sense) -> bool:
    """Whether a clause stands where notes say who, when and where, and is no stake."""
    second = one.segment.sentence > 0
    if one.segment.line > 0 or (second and not sense.text.lined and one.segment.start > HEAD):
        return False
    stop = sense.text.within(one.segment.start, one.segment.end)
    named = any(word.key in sense.of_the_meeting or sense.name(word) for word in stop)
    return (named and not second) or (one.kind in ("figure", "detail") and sense.text.parted)


def _worded(name: str, one: Candidate, sense: Sense, wording: Wording, *, familiar: bool) -> Missed:
    """Say a clause: the question in the report's language, the text in the draft's."""
    words = wording.book.anchors.kinds[one.kind]
    source, draft = sense.text, sense.scene.parsed.language
    anchor = source.joined(one.start, one.end)
    form, said = _form(one, sense)
    asked = words.form(form if source.language == wording.language else _plain(form))
    told = words.form(form if source.language == draft else _plain(form))
    blanks = {"anchor": _nested(anchor), "counted": said}
    text = told.text.said(draft, familiar=familiar).format(**blanks)
    return Missed(
        id=name,
        kind=one.kind,
        dimension=words.dimension,
        anchor=anchor,
        span=locate(source.text, one.start, one.end, source.source),
        question=printable(asked.question.in_(wording.language).format(**blanks)),
        text=printable(text),
        slots=slots(text),
    )


def _form(one: Candidate, sense: Sense) -> tuple[AnchorForm, str]:
    """The form a clause may be said in, and its words where it is a figure and its noun."""
    if sense.text.source == "posting":
        return "posting", ""
    if one.unanswered:
        return "unanswered", ""
    if one.kind in ("figure", "stake"):
        said = counted(one.words, sense)
        return ("counted", said) if said else ("plain", "")
    return ("quoted" if one.segment.spoken else "plain"), ""


def _plain(form: AnchorForm) -> AnchorForm:
    """The same form for a language that is not the clause's."""
    return "plain" if form in ("counted", "quoted") else form


def _nested(anchor: str) -> str:
    """The anchor as it stands within quotation marks and a blank: its own marks made others."""
    for double, single in (
        ("“", "‘"),
        ("”", "’"),
        ("«", "‹"),
        ("»", "›"),
        ('"', "'"),
        ("[", "("),
        ("]", ")"),
    ):
        anchor = anchor.replace(double, single)
    return anchor
