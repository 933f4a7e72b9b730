"""What must hold of any score: must-haves, invariances, directions (after CheckList)."""

import unicodedata
from pathlib import Path

import pytest

from followup_kit import Context, Draft, Report, load
from followup_kit.models.base import DIMENSIONS, Language
from followup_kit.scorer import Scorer

EXAMPLES = Path(__file__).parents[1] / "examples"
EN = """Dear Joanna,

You mentioned that eleven per cent of the pallets come back at night. I have been thinking about it \
since Thursday: at my previous depot we put one checker on the chilled dock and the returns fell from \
9 % to 4 % in six weeks.

I want this job because I would rather be on the floor than in front of a screen. If you offer it, I \
can start on 5 May.

Kind regards,
Marta Nowak
"""
FR = """Bonjour Madame Vautrin,

Vous disiez que quarante-deux chambres de la tour C restent vides en octobre, et que la pile de dossiers monte. J'y repense depuis mardi : chez mon \
ancien employeur nous avons appelé chaque étudiant, et en un mois neuf dossiers sur dix étaient complets.

Je veux ce poste parce que j'ai vécu deux ans en cité U. Si vous me retenez, je suis disponible dès le \
1er octobre.

Bien cordialement,
Inès Bellegarde
"""
NOTES: dict[Language, Context] = {
    "en": Context(
        notes="11 % of pallets come back, night, chilled. 3 docks closed.",
        recipient="Joanna Reid",
        company="Harbour Foods",
    ),
    "fr": Context(
        notes="42 chambres vides en octobre, tour C. Dossiers incomplets, pile.",
        recipient="Mme Vautrin",
    ),
}
TEXTS: dict[Language, str] = {"en": EN, "fr": FR}
BOTH = pytest.mark.parametrize("language", ["en", "fr"])


def judge(scorer: Scorer, language: Language, text: str | None = None) -> Report:
    draft = Draft(text=text or TEXTS[language], language=language)
    return scorer.score(draft, NOTES[language])


def essence(report: Report) -> tuple[object, ...]:
    return (report.score, *(report.dimensions[name].score for name in DIMENSIONS))


@BOTH
def test_a_good_message_scores_well(scorer: Scorer, language: Language) -> None:
    report = judge(scorer, language)
    assert report.score is not None
    assert report.score >= 60
    assert report.dimensions["specificity"].level >= 3
    assert report.dimensions["motivation"].level >= 3


@pytest.mark.parametrize("name", ["thank-you-only", "belle-langue"])
def test_a_hollow_message_scores_low(scorer: Scorer, name: str) -> None:
    report = scorer.score(load(EXAMPLES / name / "message.txt"))
    assert report.score is not None
    assert report.score <= 40
    assert all(report.dimensions[d].level <= 1 for d in DIMENSIONS)


@BOTH
@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: text.replace("'", "’"),
        lambda text: text.replace(" %", "\u00a0%").replace(" :", "\u202f:"),
        lambda text: text + "\n\n",
    ],
    ids=["crlf", "nfd", "apostrophes", "no-break spaces", "blank lines"],
)
def test_the_way_of_typing_changes_nothing(
    scorer: Scorer, language: Language, change: object
) -> None:
    changed = change(TEXTS[language])  # type: ignore[operator]
    assert essence(judge(scorer, language, changed)) == essence(judge(scorer, language))


@pytest.mark.parametrize(
    "name", ["Aïssatou Ndiaye", "Nguyễn Thị Hoa", "Mohammed Ali", "John Smith"]
)
@BOTH
def test_the_writers_name_changes_nothing(scorer: Scorer, language: Language, name: str) -> None:
    own = {"en": "Marta Nowak", "fr": "Inès Bellegarde"}[language]
    renamed = TEXTS[language].replace(own, name)
    assert essence(judge(scorer, language, renamed)) == essence(judge(scorer, language))


def test_missing_accents_move_no_level(scorer: Scorer) -> None:
    plain = "".join(
        char for char in unicodedata.normalize("NFD", FR) if not unicodedata.combining(char)
    )
    accented, bare = judge(scorer, "fr"), judge(scorer, "fr", plain)
    for name in DIMENSIONS:
        assert accented.dimensions[name].level == bare.dimensions[name].level


@pytest.mark.parametrize(
    ("masculine", "feminine"), [("disponible", "disponible"), ("prêt", "prête"), ("libre", "libre")]
)
def test_gender_moves_no_level(scorer: Scorer, masculine: str, feminine: str) -> None:
    one = judge(scorer, "fr", FR.replace("disponible", masculine))
    other = judge(scorer, "fr", FR.replace("disponible", feminine))
    assert essence(one) == essence(other)


@BOTH
def test_less_evidence_scores_lower(scorer: Scorer, language: Language) -> None:
    whole = judge(scorer, language)
    paragraphs = TEXTS[language].split("\n\n")
    for left_out in (1, 2):
        rest = "\n\n".join(p for number, p in enumerate(paragraphs) if number != left_out)
        less = judge(scorer, language, rest).score
        assert less is not None
        assert whole.score is not None
        assert less < whole.score


@pytest.mark.parametrize(
    ("language", "addition"),
    [
        ("en", "\n\nThis is your last chance: call me today."),
        ("en", "\n\nThank you, [Name]."),
        ("fr", "\n\nSans réponse de votre part, je considérerai que vous refusez."),
        ("fr", "\n\nMerci, [Prénom]."),
    ],
)
def test_a_blocker_caps_the_score(scorer: Scorer, language: Language, addition: str) -> None:
    head, closing = TEXTS[language].rsplit("\n\n", 1)
    report = judge(scorer, language, f"{head}{addition}\n\n{closing}")
    assert report.score is not None
    assert report.score <= 25


def test_another_company_caps_the_score(scorer: Scorer) -> None:
    text = EN.replace("I want this job", "I look forward to joining Quintal. I want this job")
    report = judge(scorer, "en", text)
    assert report.score is not None
    assert report.score <= 25
    found = next(f for f in report.findings if f.rule == "specificity.wrong_company")
    assert (found.details["expected"], found.details["found"]) == ("Harbour Foods", "Quintal")


@BOTH
def test_notes_are_never_evidence_when_pasted(scorer: Scorer, language: Language) -> None:
    notes = NOTES[language].notes or ""
    report = scorer.score(Draft(text=notes, language=language), NOTES[language])
    assert report.dimensions["specificity"].level <= 2


@BOTH
def test_words_without_content_stay_at_level_one(scorer: Scorer, language: Language) -> None:
    salad = {
        "en": "I am very motivated, excited and passionate. The challenges and stakes are clear to me."
        " Our insightful conversation was inspiring. I look forward to hearing from you.",
        "fr": "Je suis très motivée, enthousiaste et passionnée. J'ai bien compris vos enjeux et vos"
        " défis. Notre échange fut enrichissant. Dans l'attente de votre retour.",
    }[language]
    report = scorer.score(Draft(text=salad * 3, language=language), NOTES[language])
    assert all(report.dimensions[name].level <= 1 for name in DIMENSIONS)


@BOTH
def test_the_same_sentence_five_times_is_worth_no_more_than_twice(
    scorer: Scorer, language: Language
) -> None:
    sentence = TEXTS[language].split("\n\n")[1]
    twice = judge(scorer, language, "\n\n".join([sentence] * 2))
    often = judge(scorer, language, "\n\n".join([sentence] * 5))
    for name in DIMENSIONS:
        assert often.dimensions[name].score == twice.dimensions[name].score


def test_a_withdrawal_is_not_low_motivation_to_be_fixed(scorer: Scorer) -> None:
    text = "Dear Joanna,\n\nThank you for your candour. I must withdraw my application.\n\nKind regards,\nMarta"
    report = judge(scorer, "en", text)
    assert report.message_type == "withdrawal"
    assert report.dimensions["motivation"].level == 0
    assert {s.rule for s in report.suggestions if s.dimension in DIMENSIONS} <= {
        "motivation.door_left_open"
    }


@BOTH
def test_the_same_input_gives_the_same_bytes(scorer: Scorer, language: Language) -> None:
    first = judge(scorer, language).model_dump_json()
    assert judge(scorer, language).model_dump_json() == first
    other = Scorer().score(Draft(text=TEXTS[language], language=language), NOTES[language])
    assert other.model_dump_json() == first
