"""What notes offer and a message leaves out: which clauses, of which kind, and which never."""

import pytest

from followup_kit.models.base import Language
from followup_kit.models.draft import Context
from tests.coaching.conftest import Offers

HEAD: dict[Language, str] = {
    "en": "Tue 3pm, Zoom, Ann Bell (ops manager), Northfold\n",
    "fr": "Mardi 15h, visio, Anne Bel (directrice), Nordval\n",
}


def anchors(offers: Offers, language: Language, notes: str, draft: str | None = None) -> list[str]:
    return [one.anchor for one in offers(language, HEAD[language] + notes, draft=draft)]


@pytest.mark.parametrize(
    ("language", "notes", "kind", "anchor"),
    [
        (
            "en",
            "she asked what I'd do with a late lorry - my answer too vague",
            "question",
            "what I'd do with a late lorry",
        ),
        ("en", "asked me about crane permits", "question", "crane permits"),
        (
            "en",
            "Q: which kiln would you close first?",
            "question",
            "which kiln would you close first",
        ),
        ("en", "why leave teaching? gave stock answer", "question", "why leave teaching"),
        ("en", "to send: photos of the trellis", "promise", "to send: photos of the trellis"),
        ("en", "41 beehives on the roof", "figure", "41 beehives on the roof"),
        (
            "en",
            "forklift queue at gate B, drivers walk off",
            "stake",
            "forklift queue at gate B, drivers walk off",
        ),
        ("en", "owl painted over the loading dock", "detail", "owl painted over the loading dock"),
        (
            "fr",
            "A.B. demande : un client furieux au guichet, je fais quoi ?",
            "question",
            "un client furieux au guichet, je fais quoi",
        ),
        (
            "fr",
            "elle m'a demandé pourquoi le four refroidit si vite",
            "question",
            "pourquoi le four refroidit si vite",
        ),
        ("fr", "lui envoyer le plan de la serre", "promise", "lui envoyer le plan de la serre"),
        ("fr", "41 ruches sur le toit", "figure", "41 ruches sur le toit"),
        ("fr", "file au guichet B, clients partis", "stake", "file au guichet B, clients partis"),
        ("fr", "un hibou peint au-dessus du quai", "detail", "un hibou peint au-dessus du quai"),
    ],
)
def test_each_kind_is_told_from_the_words_of_its_clause(
    offers: Offers, language: Language, notes: str, kind: str, anchor: str
) -> None:
    [one] = offers(language, HEAD[language] + notes)
    assert (one.kind, one.anchor) == (kind, anchor)
    assert one.dimension == ("stakes" if kind == "stake" else "specificity")


@pytest.mark.parametrize(
    ("language", "notes"),
    [
        ("en", "package 110 + bonus"),
        ("en", "day rate 210, own tools"),
        ("en", "hybrid, 3 days office"),
        ("en", "parking hopeless, badge at the gatehouse"),
        ("en", "answer by Friday, second round with the panel"),
        ("en", "they'll ring within the fortnight"),
        ("en", "her husband is ill again"),
        ("en", "off the record: the site may be sold"),
        ("en", "I was stressed, forgot my folder"),
        ("en", "asked about salary and holidays"),
        ("en", "smiley, firm handshake"),
        ("en", "Priya Raman, Leeds"),
        ("fr", "package 110 + variable"),
        ("fr", "tickets resto, mutuelle"),
        ("fr", "poste 28 h, prise de poste en mars"),
        ("fr", "parking payant, badge à l'accueil"),
        ("fr", "réponse d'ici 2 sem."),
        ("fr", "rép. sous 8 j, il doit voir 2 autres personnes"),
        ("fr", "sa femme est malade"),
        ("fr", "entre nous, le site va fermer"),
        ("fr", "j'étais stressé, oublié mon dossier"),
        ("fr", "l'ancien chef, pas commode, viré en mai"),
        ("fr", "Priya Raman, Lyon"),
    ],
)
def test_what_is_tactless_or_no_substance_is_never_offered(
    offers: Offers, language: Language, notes: str
) -> None:
    assert offers(language, HEAD[language] + notes) == ()


@pytest.mark.parametrize(
    ("language", "notes"),
    [
        ("en", "van stock is the same list for all engineers"),
        ("en", "packing line stops twice a night"),
        ("en", "guests leave the restaurant by the kitchen door"),
        ("fr", "le quai 3 ferme à la première neige"),
        ("fr", "le dernier apprenti est parti en 3 semaines à cause des horaires"),
        ("fr", "camions bloqués à la barrière"),
    ],
)
def test_words_near_those_of_pay_and_ways_are_offered(
    offers: Offers, language: Language, notes: str
) -> None:
    assert anchors(offers, language, notes) == [notes]


def test_the_head_of_notes_is_no_anchor(offers: Offers) -> None:
    head = "Wed 12/3 2pm - Ann Bell (matron) + Greg, HR. AMU, 28 beds\n"
    assert anchors(offers, "en", "") == []
    assert [one.anchor for one in offers("en", head + "41 beehives on the roof")] == [
        "41 beehives on the roof"
    ]
    assert offers("fr", "Zoom mar. 14h – Anne Bel (cheffe) + Joël (physio, 9 ans là)") == ()


def test_notes_of_a_single_clause_have_no_head(offers: Offers) -> None:
    assert [one.anchor for one in offers("fr", "6 postes vacants")] == ["6 postes vacants"]


@pytest.mark.parametrize(
    ("language", "notes", "draft"),
    [
        ("en", "11 falls in Jan", "Dear Ann,\n\nEleven falls in January are too many.\n\nBob"),
        ("en", "scrap 7.8% vs 4 budget", "Ann, scrap at nearly double the budget kept me busy."),
        ("en", "3rd shift turnover 60%/yr", "Ann, six in ten of the third shift go each year."),
        ("en", "contract w/ current ends 31 May", "Ann, you are free from 31 May on."),
        (
            "fr",
            "rebut 9 % depuis chgt d'alliage",
            "Bonjour, ce rebut à 9 % m'a suivi toute la semaine.",
        ),
        (
            "fr",
            "pénalités GMS dès le 1er mars",
            "Bonjour, les enseignes pénalisent dès le 1er mars.",
        ),
        (
            "fr",
            "two resignations in the warehouse",
            "Bonjour, vos deux démissions à l'entrepôt m'ont frappé.",
        ),
    ],
)
def test_what_the_message_says_in_its_own_words_is_not_offered(
    offers: Offers, language: Language, notes: str, draft: str
) -> None:
    assert anchors(offers, language, notes) != []
    assert anchors(offers, language, notes, draft) == []


def test_pasted_notes_take_nothing_up(offers: Offers) -> None:
    items = "- backlog of file audits in the cellar\n- therapy rabbit every Friday at noon\n"
    draft = f"Hi Ann,\n\nHere is what I wrote down:\n{items}\nRegards,\nBob"
    assert anchors(offers, "en", items, draft) == anchors(offers, "en", items)


def test_the_reader_the_company_and_the_role_are_no_anchors(offers: Offers) -> None:
    context = Context(recipient="Ann Bell", company="Northfold", role="Kiln technician")
    notes = (
        HEAD["en"] + "kiln technician, Northfold works\nMs Bell, Ann\nglaze runs on 3 of 10 tiles"
    )
    found = offers("en", notes, context=context)
    assert [one.anchor for one in found] == ["glaze runs on 3 of 10 tiles"]


def test_a_question_with_a_poor_answer_comes_first(offers: Offers) -> None:
    notes = "41 beehives on the roof\nlorries queue till dusk\nasked how I would calm a wasp nest -> ok-ish"
    found = offers("en", HEAD["en"] + notes)
    assert [one.kind for one in found] == ["question", "stake", "figure"]
    assert "happy with your answer" in found[0].question


def test_at_most_three_are_named_from_different_lines_and_one_is_a_stake(offers: Offers) -> None:
    notes = (
        "asked who tunes the organ; asked how I would date a pipe; asked what I read on bellows\n"
        "asked when I last climbed a tower\nto send: rubbing of the brass\nbellows leak, services cancelled\n"
    )
    found = offers("en", HEAD["en"] + notes)
    assert len(found) == 3
    assert "stake" in {one.kind for one in found}
    assert len({one.span.line for one in found}) == 3
    assert [one.id for one in found] == ["m1", "m2", "m3"]


POSTING = (
    "Northfold makes tiles in two valleys. You will lead a team of nine and hold the budget. "
    "From July our lender requires covenant reporting on working day 8, and the close takes 14. "
    "Two of the three kilns fail twice a week and cost eleven thousand euros an hour. "
    "A degree in ceramics is required; experience with risk is an advantage."
)


def test_a_posting_offers_its_stakes_alone(offers: Offers) -> None:
    found = offers("en", posting=POSTING)
    assert found
    for one in found:
        assert (one.kind, one.dimension, one.span.part) == ("stake", "stakes", "posting")
        assert "degree" not in one.anchor
        assert "lead a team" not in one.anchor
        assert one.question.startswith("The posting speaks of")


def test_a_posting_is_no_source_once_the_message_speaks_of_it(offers: Offers) -> None:
    draft = (
        "Dear Ann,\n\nI keep thinking of your kilns: at eleven thousand euros for each hour lost, whoever "
        "mends them pays for himself. The lender is the other half, since a close of 14 days cannot "
        "give him his covenant on day 8, and July is near.\n\nBob"
    )
    assert offers("en", posting=POSTING, draft=draft) == ()


def test_nothing_is_offered_where_nothing_is_known(offers: Offers) -> None:
    assert offers("en") == ()
    assert offers("fr", " \r\n\t") == ()
