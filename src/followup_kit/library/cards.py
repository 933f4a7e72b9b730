"""What rules say of themselves, kept so that an unchanged library need not load them all."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from followup_kit.library.cache import Cache
from followup_kit.models.base import Frozen, Language
from followup_kit.models.listing import RuleCard, card_of
from followup_kit.models.report import Ruleset
from followup_kit.models.rule import Rule
from followup_kit.models.template import TemplateRule
from followup_kit.rulebook.template_rules import load_template_rules

if TYPE_CHECKING:
    from followup_kit.rulebook.book import RuleBook


class Cards(Frozen):
    """The ruleset, and a card of each of its rules, sorted by id."""

    ruleset: Ruleset
    rules: tuple[RuleCard, ...]


def known_cards(keeper: Cache, speaks: Language, book: "Callable[[], RuleBook]") -> Cards:
    """The cards of every rule, as they are kept or made anew.

    Args:
        keeper: where they are kept.
        speaks: the language of the cards.
        book: gives the rules of messages.
    """
    name = f"cards.{speaks}"
    kept = keeper.meta(name)
    if kept is not None:
        return Cards.model_validate_json(kept)
    made = _cards(book(), speaks)
    keeper.keep_meta(name, made.model_dump_json())
    return made


def _cards(book: "RuleBook", speaks: Language) -> Cards:
    rules: tuple[Rule | TemplateRule, ...] = (
        *book.rules,
        *load_template_rules().by_id.values(),
    )
    cards = (card_of(rule, speaks) for rule in rules)
    ruleset = Ruleset(version=book.version, fingerprint=book.fingerprint, rules=len(rules))
    return Cards(ruleset=ruleset, rules=tuple(sorted(cards, key=lambda card: card.id)))
