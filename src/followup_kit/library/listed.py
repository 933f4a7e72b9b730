"""One file of a listing: its own problems and those of its library, less what is silenced."""

from collections.abc import Collection, Iterator, Sequence

from followup_kit.fingerprints import unique
from followup_kit.library.files import TemplateFile
from followup_kit.library.judged import Directive, Judged
from followup_kit.library.problem import by_place
from followup_kit.library.silence import SUPPRESSION, meant_by, sifted
from followup_kit.library.whole import Library, Wordings, of_library, of_score
from followup_kit.models.advice import Edit
from followup_kit.models.listing import Listed, Problem
from followup_kit.models.span import Span


def listed(
    file: TemplateFile,
    judged: Judged,
    library: Library,
    words: Wordings,
    known: Collection[str],
) -> Listed:
    """What a listing says of a file.

    Args:
        file: the file, with the settings in force for it.
        judged: what it is by itself.
        library: what is known of all files.
        words: what words problems.
        known: ids of every rule.
    """
    common = {
        "path": file.name,
        "status": judged.status,
        "language": judged.language,
        "channel": judged.channel,
        "scenario": judged.scenario,
    }
    if judged.status == "not_judged":
        return Listed.model_validate({**common, "reason": judged.reason})
    found = [
        *judged.problems,
        *of_library(file, judged, library, words),
        *of_score(file, judged, library, words),
    ]
    kept, silenced, idle = sifted(judged, found, file.settings)
    if not file.settings.ignores(SUPPRESSION):
        kept += tuple(_unused(idle, judged, words, known))
    ordered = sorted(kept, key=by_place)
    return Listed.model_validate(
        {
            **common,
            "score": judged.score,
            "levels": judged.levels,
            "problems": unique(ordered),
            "suppressed": silenced,
        }
    )


def _unused(
    idle: Sequence[Directive], judged: Judged, words: Wordings, known: Collection[str]
) -> Iterator[Problem]:
    """Comments that silence nothing, to be taken out."""
    for directive in idle:
        span = directive.span
        meant = meant_by(directive, known)
        said = words.strings["library.did_you_mean"].said(words.speaks, name=meant) if meant else ""
        problem = words.problem(
            "unused_suppression", judged, span, found=_one_line(span.text), hint=said
        )
        yield problem.model_copy(update={"edits": () if meant else (_without(span),)})


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _without(span: Span) -> Edit:
    return Edit(
        start=span.start,
        end=span.end,
        text="",
        utf16_start=span.utf16_start,
        utf16_end=span.utf16_end,
    )
