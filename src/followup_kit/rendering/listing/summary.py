"""What came out of all files together, in a sentence."""

from collections import Counter
from collections.abc import Iterator

from followup_kit.models.base import SEVERITIES
from followup_kit.models.listing import Listing
from followup_kit.rendering.view import View


def summary(listing: Listing, view: View) -> str:
    """How many files, problems by severity, and what was left out or could not be judged."""
    return f"{view.semicolon} ".join(_parts(listing, view))


def _parts(listing: Listing, view: View) -> Iterator[str]:
    files = view.say("list.files", count=len(listing.files))
    found = Counter(problem.severity for _, problem in listing.problems)
    with_problems = sum(bool(file.problems) for file in listing.files)
    if found:
        counts = [
            view.say(f"list.count.{severity}", count=found[severity])
            for severity in reversed(SEVERITIES)
            if found[severity]
        ]
        some = view.say("list.with_problems", count=with_problems)
        yield f"{files}, {some}{view.colon} {', '.join(counts)}"
    else:
        yield f"{files}, {view.say('list.none')}"
    left_out = {
        "known": sum(file.known for file in listing.files),
        "suppressed": sum(file.suppressed for file in listing.files),
        "unjudged": len(listing.unjudged),
    }
    for key, count in left_out.items():
        if count:
            yield view.say(f"list.{key}", count=count)
