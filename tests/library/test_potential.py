"""What a template can become: slots bring it up, words that everyone gets do not."""

from collections.abc import Callable

import pytest

from followup_kit.models.base import DIMENSIONS
from followup_kit.models.listing import Listed

One = Callable[..., Listed]

EN = """Dear {{{{ first_name }}}},

Thank you for the hour in the dye works on {{{{ date }}}}. {said}

{reason} {stake}

Shall we speak on Thursday?

Kind regards,
{{{{ my_name }}}}
"""
FR = """Bonjour {{{{ prenom }}}},

Merci pour la visite de l'atelier du {{{{ date }}}}. {said}

{reason} {stake}

Pouvons-nous en reparler jeudi ?

Bien à vous,
{{{{ mon_nom }}}}
"""
SLOTS = {
    EN: {
        "said": "You told me that [what they told you about the vats].",
        "reason": "I want this because [why you want it].",
        "stake": "As I understand it, [the challenge of the role] comes first; I would start with [what you would do].",
    },
    FR: {
        "said": "Vous me disiez que [ce qu'on vous a dit des cuves].",
        "reason": "Ce poste m'attire parce que [ce qui vous attire].",
        "stake": "Si j'ai bien compris, [l'enjeu du poste] passe d'abord ; je commencerais par [ce que vous feriez].",
    },
}
DIMENSION = {"said": "specificity", "reason": "motivation", "stake": "stakes"}
FIXED = {
    EN: {
        "said": "I really enjoyed our insightful discussion about your vats.",
        "reason": "I am very motivated and I would love to join your team because I learned dyeing from my aunt.",
        "stake": "The challenge is to empty nine vats before June, or the whole order is lost.",
    },
    FR: {
        "said": "J'ai beaucoup apprécié notre échange sur vos cuves.",
        "reason": "Je suis très motivé et ce poste m'attire parce que j'ai appris la teinture avec ma tante.",
        "stake": "L'enjeu est de vider neuf cuves avant juin, sinon toute la commande est perdue.",
    },
}
LEVEL_OF_WORDS = 1


@pytest.mark.parametrize("text", [EN, FR], ids=["en", "fr"])
def test_a_template_with_a_slot_for_each_can_become_good(text: str, check_one: One) -> None:
    listed = check_one(text.format(**SLOTS[text]))
    assert listed.score is not None
    assert listed.score >= 70
    assert all(listed.levels[name] >= 3 for name in DIMENSIONS)


@pytest.mark.parametrize("text", [EN, FR], ids=["en", "fr"])
def test_words_that_everyone_gets_carry_no_dimension_above_the_first_level(
    text: str, check_one: One
) -> None:
    listed = check_one(text.format(**FIXED[text]))
    assert all(listed.levels[name] <= LEVEL_OF_WORDS for name in DIMENSIONS)
    assert [p.rule for p in listed.problems if p.rule.startswith("template.")] == [
        "template.hollow"
    ]


@pytest.mark.parametrize("part", ["said", "reason", "stake"])
@pytest.mark.parametrize("text", [EN, FR], ids=["en", "fr"])
def test_each_slot_brings_its_own_dimension_and_its_lack_is_said(
    text: str, part: str, check_one: One
) -> None:
    whole = check_one(text.format(**SLOTS[text]))
    without = check_one(text.format(**{**SLOTS[text], part: FIXED[text][part]}))
    assert without.score is not None
    assert whole.score is not None
    assert without.score < whole.score
    assert without.levels[DIMENSION[part]] < whole.levels[DIMENSION[part]]  # type: ignore[index]
    rule = {"said": "conversation", "reason": "reason", "stake": "stakes"}[part]
    assert f"template.no_{rule}_slot" in [problem.rule for problem in without.problems]


def test_a_template_for_one_conversation_counts_in_full(check_one: One) -> None:
    text = EN.format(**FIXED[EN])
    known = "---\ncontext:\n  notes: nine vats to empty before June, aunt, dyeing\n---\n"
    with_notes = check_one(known + text)
    assert with_notes.levels["stakes"] > check_one(text).levels["stakes"]
    assert "template.hollow" not in [problem.rule for problem in with_notes.problems]


def test_the_weakest_branch_counts(check_one: One) -> None:
    good, poor = SLOTS[EN]["said"], FIXED[EN]["said"]
    both = check_one(
        EN.format(**{**SLOTS[EN], "said": f"{{% if met %}}{good}{{% else %}}{poor}{{% endif %}}"})
    )
    assert both.score == check_one(EN.format(**{**SLOTS[EN], "said": poor})).score
    assert "template.no_conversation_slot" in [problem.rule for problem in both.problems]


def test_branches_for_friends_and_strangers_do_not_mix(check_one: One) -> None:
    text = "Bonjour {{ prenom }},\n\n{% if tu %}Je te remercie. Tu disais que {{ detail }}.{% else %}Je vous remercie. Vous disiez que {{ detail }}.{% endif %}\n"
    assert "craft.mixed_address" not in [problem.rule for problem in check_one(text).problems]
    mixed = text.replace("{% if tu %}", "").replace("{% else %}", " ").replace("{% endif %}", "")
    assert "craft.mixed_address" in [problem.rule for problem in check_one(mixed).problems]


@pytest.mark.parametrize("gap", ["___", "XXX", "[…]", "[...]", "[à compléter]"])
def test_a_gap_without_a_name_asks_for_what_its_sentence_is_about(gap: str, check_one: One) -> None:
    text = f"Bonjour {{{{ prenom }}}},\n\nVous me disiez que {gap} vous occupe depuis lundi. Ce poste m'attire parce que {gap}.\n"
    rules = [problem.rule for problem in check_one(text).problems]
    assert "template.hollow" not in rules
    assert "template.no_conversation_slot" not in rules


def test_a_name_that_stands_in_is_not_held_against_the_template(check_one: One) -> None:
    text = (
        SLOTS[EN]["said"]
        + " We at Northmill saw [what they showed you] at {{ company }} with {{ recruiter }}."
    )
    assert not [
        p
        for p in check_one(f"Dear {{{{ first_name }}}},\n\n{text}\n").problems
        if p.severity == "blocker"
    ]


def test_length_is_that_of_what_goes_out_not_of_the_names_of_fields(check_one: One) -> None:
    name = "candidate_preferred_first_name_as_given_in_the_form_" * 2
    short = f"Bonjour {{{{ {name} }}}}, merci pour ce matin. [Une chose évoquée] me reste en tête. À jeudi ?"
    assert "craft.sms_parts" not in [
        p.rule for p in check_one(short, "sms.txt", channel="sms").problems
    ]
    slots = " ".join(["Vous disiez que [ce qu'on vous a dit], et j'y pense."] * 9)
    long = f"Bonjour {{{{ prenom }}}}, {slots}"
    assert "craft.sms_parts" in [p.rule for p in check_one(long, "sms.txt", channel="sms").problems]


@pytest.mark.parametrize("part", ["{{> footer}}", "{% include 'footer.html' %}"])
def test_what_may_stand_in_an_included_part_is_not_missed(part: str, check_one: One) -> None:
    text = f"Hello {{{{ first_name }}}},\n\nThank you. {SLOTS[EN]['said']}\n"
    asked = {"craft.closing", "craft.signature"}
    assert asked <= {problem.rule for problem in check_one(text).problems}
    assert asked.isdisjoint(problem.rule for problem in check_one(f"{text}\n{part}\n").problems)


def test_descriptions_of_fields_tell_the_language_where_nothing_else_does(check_one: One) -> None:
    french = check_one("[Salutation],\n\n[Remerciez et citez un point de l'échange]\n", lang="auto")
    english = check_one("[Greeting],\n\n[Thank them and name one thing they said]\n", lang="auto")
    assert (french.language, english.language) == ("fr", "en")
    nothing = check_one("{{ greeting }}\n\n{{ body }}\n", lang="auto")
    assert nothing.reason
    assert nothing.reason.code == "only_fields"


def test_fields_that_stand_alone_repeat_nothing(check_one: One) -> None:
    alone = "\n\n".join(["[Something they said about the vats.]"] * 5)
    rules = [p.rule for p in check_one(f"Dear [Name],\n\n{alone}\n\nBest,\n[Your name]\n").problems]
    assert "craft.repeated_sentence" not in rules
    twice = "I would like to hear what you think of the second vat. " * 2
    rules = [p.rule for p in check_one(f"Dear [Name],\n\n{twice}{alone}\n").problems]
    assert "craft.repeated_sentence" in rules
