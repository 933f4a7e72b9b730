"""What ready edits put into a draft: grammar, figures and names as the writer would have them."""

import pytest

from followup_kit import Context, Draft, apply
from followup_kit.models.base import Language
from followup_kit.scorer import Scorer


def _mended(scorer: Scorer, text: str, rule: str, context: Context, language: Language) -> str:
    draft = Draft(text=text, language=language)
    chosen = [s for s in scorer.score(draft, context).suggestions if s.rule == rule and s.ready]
    return apply(draft, chosen).text


@pytest.mark.parametrize(
    ("wrong", "other"),
    [
        ("Saint-Gobain", "I live in Saint-Denis."),
        ("Air France", "I know Air Liquide well."),
        ("Quintal", "Thank you for your time. Thomas Quintal showed me round."),
        ("Quintal", "After six years at Quintal I know trams."),
        ("Quintal", "Write to me at bo@quintal.example."),
    ],
)
def test_only_the_wrong_company_is_replaced_elsewhere(
    scorer: Scorer, wrong: str, other: str
) -> None:
    text = f"Dear Ann,\n\nI look forward to joining {wrong}. {other}\n\nKind regards,\nBo"
    done = _mended(scorer, text, "specificity.wrong_company", Context(company="Brackwater"), "en")
    assert done == text.replace(f"joining {wrong}", "joining Brackwater")
