"""The Report as Markdown, for pull requests, wikis and mail; nothing of a message is markup."""

import re
from collections.abc import Iterator

from followup_kit.models.advice import Missed, Suggestion
from followup_kit.models.report import Contribution, Report
from followup_kit.rendering.marks import lacks, marks
from followup_kit.rendering.safe import on_one_line
from followup_kit.rendering.typography import quoted, signed
from followup_kit.rendering.view import View
from followup_kit.rendering.words import area_title, marked_words, quotations, sureness

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~&])")
_LEADING = re.compile(r"^(\s*)([-+]|\d+(?=[.)]))")


def render_markdown(report: Report, view: View) -> str:
    """The report as Markdown: a table of scores, one of evidence, a list of suggestions."""
    return "\n".join(_lines(report, view)) + "\n"


def escaped(text: str) -> str:
    """Text on one line that Markdown shows as it stands."""
    text = _SPECIAL.sub(r"\\\1", on_one_line(text))
    return _LEADING.sub(lambda found: f"{found[1]}{_unlisted(found[2])}", text)


def _unlisted(start: str) -> str:
    """What begins a list in Markdown, so that it does not."""
    return f"\\{start}" if start in "-+" else f"{start}\\"


def _lines(report: Report, view: View) -> Iterator[str]:
    name = f"{escaped(report.name)}{view.colon} " if report.name else ""
    if report.status == "not_scored":
        yield f"# {name}{view.say('title.not_scored')}"
        if report.reason:
            yield ""
            yield escaped(report.reason.message)
        return
    yield f"# {name}{report.score}/100, {escaped(report.verdict or '')}"
    yield ""
    yield from _levels(report, view)
    for paragraph in _about(report, view):
        yield from ("", paragraph)
    yield from _ahead(report, view)
    yield from _evidence(report, view)
    yield from _advice(report, view)
    if view.explain:
        yield from _sums(report, view)


def _levels(report: Report, view: View) -> Iterator[str]:
    yield from _table(view, ["dimension", "level_word", "score"], "|---|---|--:|---|", extra=True)
    for key, dimension in report.dimensions.items():
        title = view.say(f"dimension.{key}")
        word = f"{dimension.level}/4, {escaped(dimension.level_word)}"
        meaning = escaped(dimension.level_meaning)
        yield f"| {title} | {word} | {dimension.score} | {meaning} |"


def _advice(report: Report, view: View) -> Iterator[str]:
    """What to do next, then what is missed."""
    heading = view.say("title.suggestions" if report.suggestions else "title.nothing")
    yield from ("", f"## {heading}")
    for suggestion in report.suggestions:
        yield ""
        yield from _suggestion(suggestion, view)
    if report.missed:
        yield from ("", f"## {view.say('title.missed')}", "")
        for missed in report.missed:
            yield from _missed(missed, view)


def _about(report: Report, view: View) -> Iterator[str]:
    """What is done well, how sure the score is, what reading had to pass over."""
    if report.praise:
        yield escaped(report.praise)
    for label, said in sureness(report, view):
        yield f"{label}{view.colon} {escaped(said)}"
    for notice in report.notices:
        yield escaped(notice.message)


def _ahead(report: Report, view: View) -> Iterator[str]:
    """What separates each dimension from its next level, and the sentence nearest to it."""
    lines = []
    for name, dimension in report.dimensions.items():
        if dimension.next_level:
            line = f"- {view.say(f'dimension.{name}')}{view.colon} {escaped(dimension.next_level)}"
            if dimension.nearest:
                words = quoted(escaped(report.words(dimension.nearest)), view.language)
                line += f" {view.say('title.nearest')}{view.colon} {words}"
            lines.append(line)
    if lines:
        yield from ("", f"## {view.say('title.next')}", "", *lines)


def _missed(missed: Missed, view: View) -> Iterator[str]:
    start = f"{view.say('title.start_from')}{view.colon} {quoted(missed.text, view.language)}"
    anchor = quoted(escaped(missed.anchor), view.language)
    yield f"- **{anchor}**"
    yield f"  {escaped(missed.question)} {escaped(start)}"


def _table(view: View, titles: list[str], rule: str, *, extra: bool = False) -> Iterator[str]:
    heads = [view.say(f"title.{title}") for title in titles] + ([""] if extra else [])
    yield f"| {' | '.join(heads)} |"
    yield rule


def _evidence(report: Report, view: View) -> Iterator[str]:
    rows = [(mark.findings, marked_words(report, mark)) for mark in marks(report)]
    rows += [((finding,), "") for finding in lacks(report)]
    if not rows:
        return
    yield ""
    yield f"## {view.say('title.evidence')}"
    yield ""
    yield from _table(view, ["dimension", "evidence", "message"], "|---|---|---|")
    for findings, words in rows:
        area = area_title(findings[0].area, view)
        titles = " · ".join(dict.fromkeys(escaped(f.title) for f in findings))
        where = quoted(escaped(words), view.language) if words else ""
        yield f"| {area} | {titles if findings[0].good else f'**{titles}**'} | {where} |"


def _suggestion(suggestion: Suggestion, view: View) -> Iterator[str]:
    gain = f" ({signed(suggestion.gain)})" if suggestion.gain else ""
    yield f"{suggestion.rank}. **{escaped(suggestion.message)}**{gain}"
    yield f"   {escaped(suggestion.why)}"
    for label, text in quotations(suggestion, view):
        yield ""
        yield f"   {label}{view.colon} {escaped(text)}"


def _sums(report: Report, view: View) -> Iterator[str]:
    yield ""
    yield f"## {view.say('title.sum')}"
    bills: list[tuple[str, tuple[Contribution, ...], int | None]] = [
        (view.say(f"dimension.{name}"), dimension.contributions, dimension.score)
        for name, dimension in report.dimensions.items()
    ]
    bills.append((view.say("title.score"), report.contributions, report.score))
    for title, terms, total in bills:
        yield ""
        yield f"| {view.say('title.points')} | {title} |"
        yield "|--:|---|"
        for term in terms:
            yield f"| {signed(term.points)} | {escaped(term.label)} |"
        yield f"| **{total}** | |"
