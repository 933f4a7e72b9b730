"""Fields that nobody filled in; what only looks like one is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_kit.models.draft import Draft
from followup_kit.reading import find_placeholders, read

FIELDS = [
    "Bonjour ⟨{{ prenom }}⟩,",
    "⟨{{#if poste}}⟩le poste⟨{{/if}}⟩ ⟨{{{brut}}}⟩",
    "⟨{% if x %}⟩ oui",
    "Bonjour ⟨{prénom}⟩ ⟨{first_name}⟩ ⟨{Job Title}⟩",
    "chez ⟨${company}⟩",
    "Dear ⟨{!Contact.Name}⟩,",
    "Dear ⟨[Hiring Manager's Name]⟩,",
    "le ⟨[date]⟩ pour ⟨[Company]⟩ et ⟨[Bracketed words]⟩ ou ⟨[FIRST_NAME]⟩",
    "⟨[Insérer ici un élément marquant de l'entretien]⟩",
    "⟨[Votre nom]⟩",
    "Dear ⟨<<First Name>>⟩, ⟨<date>⟩ and ⟨<nom du recruteur>⟩",
    "Bonjour ⟨%PRENOM%⟩ et ⟨%%first_name%%⟩",
    "Hi ⟨*|FNAME|*⟩,",
    "⟨##NOM##⟩ ⟨[[name]]⟩",
    "Bonjour ⟨____⟩, le ⟨___⟩ mars",
    "Dear Mr. ⟨XXX⟩, on ⟨XX/XX/XXXX⟩ with ⟨XX⟩ % more",
    "chez ⟨(nom de l'entreprise)⟩, ⟨(company name)⟩, ⟨(à compléter)⟩",
]

NOT_FIELDS = [
    "voir [lien](https://x.fr) et [la fiche][1]",
    "à 100 %, soit 50% de 20%",
    "comme dit plus haut [1], [2, 3] et [12]",
    "un assistant (H/F), (m/f/d), (e)",
    "content :] :-[ {: }:-) <3 </3",
    "il a dit « ça marche » [sic] […] [...]",
    "[cid:image001.png] [image: logo] [EXTERNAL] [x] [ ]",
    "il dit qu'[elle] viendra",
    "écrire à <a@b.fr> ou <https://x.fr>",
    "<b>gras</b> <br> <p>",
    "le XXe siècle, au XX siècle, Louis XIV",
    "la taille L (équipe projet), (chef de projet), (poste 4512), (responsable réseau)",
    "Love, Anna XXX",
    "Bien à vous,\n________________\nPaul",
    "[Important] Suite de mardi",
    "snake_case __gras__ a_b",
    "{} {1} {:}",
    "- [ ] à faire\n- [x] fait",
]


@pytest.mark.parametrize("marked", FIELDS)
def test_fields_are_found_with_their_offsets(marked: str) -> None:
    text = marked.replace("⟨", "").replace("⟩", "")
    expected = [part.split("⟩")[0] for part in marked.split("⟨")[1:]]
    found = find_placeholders(text)
    assert [field.text for field in found] == expected
    assert all(text[field.start : field.end] == field.text for field in found)


@pytest.mark.parametrize("text", NOT_FIELDS)
def test_what_only_looks_like_a_field_is_left_alone(text: str) -> None:
    assert find_placeholders(text) == ()


def test_fields_in_the_quoted_thread_are_not_the_writers() -> None:
    text = "Bonjour [Prénom],\n\nOui.\n\n> Bonjour [Nom],\n> Le 12 ?\n"
    assert [field.text for field in read(Draft(text=text)).placeholders] == ["[Prénom]"]


def test_fields_of_a_page_map_to_their_source() -> None:
    source = "<p>Bonjour &lt;pr&eacute;nom&gt;, <b>[</b>Nom du poste]</p>"
    message = read(Draft(text=source, format="html"))
    spans = [message.origin.to_source(f.start, f.end) for f in message.placeholders]
    assert [source[start:end] for start, end in spans] == [
        "&lt;pr&eacute;nom&gt;",
        "[</b>Nom du poste]",
    ]


@given(st.text(st.sampled_from("[]{}<>()%$*|_X#! aN.\n"), max_size=60))
def test_fields_are_in_order_and_do_not_overlap(text: str) -> None:
    at = 0
    for field in find_placeholders(text):
        assert at <= field.start < field.end
        at = field.end
