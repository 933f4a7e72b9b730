"""Whether a template makes its writer say something of their own, and about what."""

from collections.abc import Callable, Iterator

from followup_kit.library.view import Found, TemplateView
from followup_kit.models.base import Dimension
from followup_kit.models.template import TemplateRule

Check = Callable[[TemplateView, TemplateRule], Iterator[Found]]


def hollow(view: TemplateView, _rule: TemplateRule) -> Iterator[Found]:
    """No field that only the writer can fill in: every sentence could be sent to anyone."""
    if view.hollow:
        yield Found(view.anchor, view.anchor)


def no_slot_of(dimension: Dimension) -> Check:
    """A check whether something asks for a dimension, where anything asks for something."""

    def check(view: TemplateView, rule: TemplateRule) -> Iterator[Found]:
        """Nothing asks for it in some case, in a kind of message that wants it."""
        wanted = view.channel in rule.channels and view.cases[0].kind in rule.types
        if wanted and not view.hollow and dimension not in view.asked and not _own(view):
            yield Found(view.anchor, view.anchor)

    return check


def _own(view: TemplateView) -> bool:
    """Whether the template is for one conversation, of which it knows enough itself."""
    context = view.source.matter.context
    return bool(context and (context.notes or context.posting))
