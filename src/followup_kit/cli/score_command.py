"""``score``: judge drafts, or many messages from JSON lines."""

import typer

from followup_kit.cli import options as opt
from followup_kit.cli.running import QuietCommand
from followup_kit.cli.versions import Version
from followup_kit.errors import UsageError

score_app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@score_app.command(cls=QuietCommand)
def score(
    drafts: opt.Drafts = None,
    notes: opt.Notes = None,
    posting: opt.Posting = None,
    to: opt.To = None,
    company: opt.Company = None,
    role: opt.Role = None,
    date: opt.Date = None,
    subject: opt.Subject = None,
    channel: opt.Channel = "email",
    scenario: opt.Scenario = "interview",
    lang: opt.Lang = "auto",
    rules: opt.Rules = None,
    messages: opt.Messages = "auto",
    format: opt.FormatOption = None,  # noqa: A002  (the word users know)
    explain: opt.Explain = False,
    compare: opt.Compare = False,
    output: opt.Output = None,
    min_score: opt.MinScore = None,
    fail_on: opt.FailOnOption = "never",
    batch: opt.Batch = False,
    version: Version = False,
) -> int:
    """Say how good a follow-up message is, why, and what to do next.

    Reads a draft in French or English, and what is known of the conversation it follows: the
    notes and the posting as text, as @file, or as the name of a file. Nothing leaves this machine.

    Exits with 0 when all is well, 1 when --min-score or --fail-on is not met, 2 when a draft could
    not be judged.
    """
    if not drafts:
        raise UsageError("no draft given: name a file, or - for standard input; see score --help")
    from followup_kit.cli.judge import Request, judge  # noqa: PLC0415  (help stays light)

    return judge(
        Request(
            drafts=tuple(drafts),
            context=opt.context_of(
                notes=notes, posting=posting, recipient=to, company=company, role=role, date=date
            ),
            subject=subject,
            channel=channel,
            scenario=scenario,
            language=lang,
            messages=messages,
            format=format or ("jsonl" if batch else "text"),
            output=output,
            min_score=min_score,
            fail_on=fail_on,
            batch=batch,
            rules=tuple(rules or ()),
            explain=explain,
            compare=compare,
        )
    )
