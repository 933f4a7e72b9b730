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


@pytest.mark.parametrize(
    ("language", "greeting", "recipient", "done"),
    [
        ("fr", "Bonjour Madame Durand", "M. Dupont", None),
        ("fr", "Bonjour Madame Durand", "Mme Vautrin", "Bonjour Madame Vautrin"),
        ("fr", "Bonjour Monsieur Durand", "Dr. M. de la Tour", "Bonjour Monsieur de la Tour"),
        ("fr", "Bonjour Madame Martinn", "Marie Martin", "Bonjour Madame Martin"),
        ("en", "Dear Mr Durand", "Ms. Reid", None),
        ("en", "Dear Mr Durand", "Mr O'Neill", "Dear Mr O'Neill"),
        ("en", "Dear Mr Durand", "Smith, John", None),
        ("en", "Dear Mr Durand", "Team", None),
        ("en", "Hi Bob", "Hiring Manager", None),
        ("en", "Hi Bob", "Jean-Pierre Martin", "Hi Jean-Pierre"),
        ("en", "Hi Bob", "Joanna & Tom", None),
    ],
)
def test_a_greeting_is_given_the_right_name_or_none(
    scorer: Scorer, language: Language, greeting: str, recipient: str, done: str | None
) -> None:
    thanks = "Thank you for the hour." if language == "en" else "Merci pour votre temps."
    text = f"{greeting},\n\n{thanks}\n\nBo Lind"
    context = Context(recipient=recipient)
    found = _mended(scorer, text, "specificity.wrong_reader", context, language)
    assert found.split(",")[0] == (done or greeting)


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        ("en", "Hi [Name], I want to be a [role].", "Hi Ann, I want to be an engineer."),
        ("en", "Hi [First name] [Last name], hello.", "Hi Ann Ode, hello."),
        ("en", "Hi Ann, I read the [company website].", None),
        ("en", "Hi Ann, I left [previous company].", None),
        ("en", "Hi Ann, I join [Company Name] soon.", "Hi Ann, I join Orange soon."),
        ("en", "Hi [Company], I join soon.", None),
        ("fr", "Bonjour Ann, le poste de [Poste].", "Bonjour Ann, le poste d'engineer."),
        ("fr", "Bonjour Ann, l'équipe de [Entreprise].", "Bonjour Ann, l'équipe d'Orange."),
    ],
)
def test_fields_are_filled_with_what_they_ask_for(
    scorer: Scorer, language: Language, before: str, after: str | None
) -> None:
    context = Context(recipient="Ann Ode", company="Orange", role="engineer")
    done = _mended(
        scorer, before.replace(", ", ",\n\n", 1), "craft.placeholder_left", context, language
    )
    assert done == (after or before).replace(", ", ",\n\n", 1)


@pytest.mark.parametrize(
    ("recipient", "body", "done"),
    [
        ("Hiring Manager", "Thank you.", "Dear Hiring Manager,"),
        ("the hiring team", "Thank you.", None),
        ("Reid, Joanna", "Thank you.", None),
        ("joanna.reid@brack.example", "Thank you.", None),
        ("Joanna\nReid", "Thank you.", "Dear Joanna Reid,"),
        ("Joanna Reid", "[Name],\n\nThank you.", None),
    ],
)
def test_only_somebody_is_greeted(
    scorer: Scorer, recipient: str, body: str, done: str | None
) -> None:
    text = f"{body} I liked the depot and the trams.\n\nKind regards,\nBo Lind"
    found = _mended(scorer, text, "craft.greeting", Context(recipient=recipient), "en")
    assert found == (f"{done}\n\n{text}" if done else text)


@pytest.mark.parametrize(
    ("language", "notes", "before", "after"),
    [
        ("en", "Thu 3 March", "the talk on March 2nd", "the talk on March 3rd"),
        ("en", "Thu 11 March", "the talk on March 1st", "the talk on March 11th"),
        ("fr", "jeudi 3 mars", "l'entretien du 1er mars", "l'entretien du 3 mars"),
        ("fr", "jeudi 1er mars", "l'entretien du 2 mars", "l'entretien du 1er mars"),
        (
            "en",
            "Thu 3 March",
            "the talk on Wednesday 2 March",
            "the talk on Thursday 3 March",
        ),
        (
            "en",
            "Thu\nthree depots",
            "it. Six depots are many",
            "it. Three depots are many",
        ),
        ("en", "Thu\nturnover 31%", "a turnover of thirteen per cent", None),
        ("en", "Thu\na dozen vacancies", "your 21 vacancies", None),
        ("en", "Thu\n54 trams", "an 81-tram fleet", "a 54-tram fleet"),
    ],
)
def test_figures_and_days_keep_the_grammar(
    scorer: Scorer, language: Language, notes: str, before: str, after: str | None
) -> None:
    thanks = "Thank you for" if language == "en" else "Merci pour"
    text = f"Dear Ann,\n\n{thanks} {before}.\n\nBo Lind"
    rule = "specificity.wrong_figure" if "\n" in notes else "specificity.wrong_day"
    done = _mended(scorer, text, rule, Context(notes=notes), language)
    assert done == (text.replace(before, after) if after else text)


@pytest.mark.parametrize(
    ("language", "company", "before", "after"),
    [
        ("fr", "Le Bon Coin", "Un mot d'Orbis.", "Un mot du Bon Coin."),
        ("fr", "Brack", "Un mot d'Orbis.", "Un mot de Brack."),
        (
            "en",
            "Brack",
            "As an Orbis engineer I would learn.",
            "As a Brack engineer I would learn.",
        ),
        ("en", "Acme {Labs}", "", None),
        ("en", "[Acme] Inc.", "", None),
    ],
)
def test_a_company_fits_the_words_before_it(
    scorer: Scorer, language: Language, company: str, before: str, after: str | None
) -> None:
    joining = "I look forward to joining" if language == "en" else "J'aimerais rejoindre"
    text = f"Dear Ann,\n\n{joining} Orbis. {before}\n\nBo Lind"
    done = _mended(scorer, text, "specificity.wrong_company", Context(company=company), language)
    right = f"Dear Ann,\n\n{joining} {company}. {after}\n\nBo Lind"
    assert done == (right if after is not None else text)


SAID = "I liked the depot and its people very much."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{SAID} {SAID}", SAID),
        (f"{SAID}\n\n{SAID}\n\nSee you.", f"{SAID}\n\nSee you."),
        (f"{SAID}\r\n\r\n{SAID}\r\n\r\nSee you.", f"{SAID}\r\n\r\nSee you."),
        (f"- {SAID}\n- {SAID}\n- I did.", f"- {SAID}\n- I did."),
        (f"1. {SAID}\n2. {SAID}", f"1. {SAID}"),
        (f"So. {SAID} And. {SAID} Then we left.", f"So. {SAID} And. Then we left."),
        (f"{SAID} ({SAID}) Then we left.", None),
        (f"{SAID} “{SAID}” Then we left.", None),
    ],
)
def test_a_sentence_said_twice_leaves_no_gap(
    scorer: Scorer, before: str, after: str | None
) -> None:
    end = "\r\n" if "\r" in before else "\n"
    frame = f"Dear Ann,{end}{end}{{}}{end}{end}Bo Lind"
    text = frame.format(before)
    done = _mended(scorer, text, "craft.repeated_sentence", Context(), "en")
    assert done == (frame.format(after) if after else text)


def test_small_letters_reach_the_days_and_months_of_french(scorer: Scorer) -> None:
    text = "Bonjour Ann,\n\nMERCI POUR VOTRE TEMPS LUNDI EN MARS.\n\nBo Lind"
    done = _mended(scorer, text, "craft.shouting", Context(), "fr")
    assert "Merci pour votre temps lundi en mars." in done
