"""Zones of letters as people write them; the expected answer is readable in the text itself."""

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_kit.models.draft import Draft
from followup_kit.reading import read

G, B, C, S, P, Q, H, J = (
    "greeting",
    "body",
    "closing",
    "signature",
    "postscript",
    "quoted",
    "header",
    "subject",
)
Pieces = list[str | tuple[str, str]]

LETTERS: dict[str, Pieces] = {
    "greeting run into a sentence": [(G, "Hi Priyanka,"), " ", (B, "good to talk yesterday.")],
    "greeting by title run in": [(G, "Bonjour Monsieur,"), " ", (B, "c'était gentil à vous.")],
    "greeting without a comma": [(G, "Salut Bruno"), " ", (B, "c'est Enzo. Le levain me va.")],
    "greeting without a name": [(G, "hi"), " ", (B, "its Jordan, I liked the lab.")],
    "lower-case name before a comma": [(G, "hi tom,"), " ", (B, "thanks for the chat")],
    "thanks right after the greeting": [(G, "Bonjour"), " ", (B, "merci pour ce matin.")],
    "two readers": [(G, "Bonjour Sabine, bonjour Benoît,"), "\n\n", (B, "Oui pour samedi.")],
    "a parenthesis": [(G, "Hi Deirdre (and Yusuf, if she likes),"), "\n\n", (B, "I rang her.")],
    "three readers": [(G, "Dear Anna, Ben and Chloe,"), "\n\n", (B, "The lab was loud.")],
    "title and function": [(G, "Madame la Directrice,"), "\n\n", (B, "Je confirme le 12.")],
    "title alone": [(G, "Madame, Monsieur,"), "\n\n", (B, "Je confirme le 12.")],
    "abbreviated title": [(G, "M. Stavrinidis,"), "\n\n", (B, "Vous parliez de rebut.")],
    "an office": [(G, "To the Harbour Master,"), "\n\n", (B, "One barge is free.")],
    "a first name alone": [
        (G, "Vince"),
        "\n\n",
        (B, "Right I slept on it."),
        "\n\n",
        (S, "Gareth"),
    ],
    "a name and a comma": [(G, "Fergal,"), "\n\n", (B, "As requested on Tuesday.")],
    "everyone": [(G, "Hi everyone"), "\n\n", (B, "I match families with flats.")],
    "greeting said twice": [
        (G, "Dear Ma'am,\n\nGreetings of the day."),
        "\n\n",
        (B, "Please find below my plan."),
    ],
    "a field for a name": [(G, "Bonjour [Nom du recruteur],"), "\n\n", (B, "Merci pour hier.")],
    "no greeting": [(B, "Suite à l'entretien :\n- onze postes\n- deux sites")],
    "a title inside a sentence is no greeting": [(B, "Monsieur Tissier m'a montré le site.")],
    "a time of day inside a sentence": [(B, "Morning meetings are fine for me.")],
    "plain closing": [
        (G, "Dear Tom,"),
        "\n\n",
        (B, "The six vacancies matter."),
        "\n\n",
        (C, "Kind regards,"),
        "\n",
        (S, "Moira Tansley"),
    ],
    "closing with its own words": [
        (G, "Bonjour Maryse,"),
        "\n\n",
        (B, "Le parcours m'a fait sourire."),
        "\n\n",
        (C, "Bonne semaine à vous deux,"),
        "\n",
        (S, "Élodie Garneau"),
    ],
    "closing known by its form": [
        (G, "Bonjour Olga,"),
        "\n\n",
        (B, "Je veux la place."),
        "\n\n",
        (C, "À vos fourneaux quand vous voudrez,"),
        "\n",
        (S, "Gilbert Amoros"),
    ],
    "closing in two lines": [
        (G, "Dear Mr Crane,"),
        "\n\n",
        (B, "It was instructive."),
        "\n\n",
        (C, "I remain, dear Sir,\nYours faithfully,"),
        "\n",
        (S, "Bartholomew Quaye"),
    ],
    "formula sentence": [
        (G, "Madame Zbinden,"),
        "\n\n",
        (B, "Quatre minutes pour traverser."),
        "\n\n",
        (C, "Dans l'attente de votre retour, je vous adresse mes salutations les meilleures."),
        "\n\n",
        (S, "Reto Caviezel"),
    ],
    "formula broken over lines": [
        (G, "Madame,"),
        "\n\n",
        (B, "Le lab me plaît."),
        " ",
        (C, "Restant à votre disposition, je\nvous prie d'agréer mes salutations\ndistinguées."),
        "\n\n",
        (S, "P. Durand"),
    ],
    "formula after a clause that says something": [
        (G, "Madame,"),
        "\n\n",
        (B, "Convaincue que la relève est l'enjeu,"),
        " ",
        (C, "je vous prie d'agréer mes salutations distinguées."),
        "\n\n",
        (S, "Ana Ruiz"),
    ],
    "everything on one line": [
        (G, "Hello Ms Duarte,"),
        " ",
        (B, "Femi here. The queue is where you need help."),
        " ",
        (C, "Kind regards"),
        " ",
        (S, "Femi"),
    ],
    "wish and name on one line": [
        (G, "Bonjour Monsieur,"),
        " ",
        (B, "c'était gentil."),
        " ",
        (C, "Bonne soirée à vous."),
        " ",
        (S, "Yanis B."),
    ],
    "closing, comma and name on one line": [
        (G, "Hi Tom,"),
        "\n\n",
        (B, "I edited the six minutes."),
        "\n\n",
        (C, "Kind regards to you both,"),
        " ",
        (S, "Thandeka Whitmore"),
    ],
    "a name after a dash": [(B, "Let me know what comes next!"), " ", (S, "– Marcus Eberle")],
    "closing after an emoji": [(G, "hi"), " ", (B, "thx for earlier 👍"), " ", (C, "cya")],
    "name without a closing": [
        (G, "Hello"),
        "\n\n",
        (B, "attached\n- passport copy\n- 2 referees"),
        "\n\n",
        (S, "J. Baptista"),
    ],
    "name and number without a closing": [
        (G, "Bonjour madame,"),
        "\n\n",
        (B, "je peux commencer demain."),
        "\n\n",
        (S, "Ismael\n07 00 00 92 60"),
    ],
    "name, title and firm": [
        (G, "Bonjour,"),
        "\n\n",
        (B, "Le catalogue suit."),
        "\n\n",
        (C, "Salutations distinguées,"),
        "\n\n",
        (S, "Philippe Montreuil\nIngénieur commercial, Gastrovalia"),
    ],
    "signed with a field": [(G, "Hi Tom,"), "\n\n", (B, "Yes."), "\n\n", (S, "[Your name]")],
    "signature block": [
        (G, "Dear Hamish,"),
        "\n\n",
        (B, "I cut them."),
        "\n\n",
        (
            S,
            "Isla\n\n-- \nIsla M.\nm. 07700 900 318 | isla@example.org\nIt is confidential.",
        ),
    ],
    "long legal footer": [
        (G, "Bonjour Ada,"),
        "\n\n",
        (B, "Deux choses me sont restées."),
        "\n\n",
        (C, "Bien à vous,"),
        "\n\n",
        (
            S,
            (
                "Nathalie Vandamme\nCadre de santé\n———————\nAvant d’imprimer, pensez à "
                "l’environnement.\nCe message et ses pièces jointes sont confidentiels et destinés "
                "à leur destinataire ; si vous l’avez reçu par erreur, détruisez-le."
            ),
        ),
    ],
    "mail program's line": [
        (G, "Hi Claire,"),
        "\n\n",
        (B, "The lab was loud."),
        "\n\n",
        (C, "Best,"),
        "\n",
        (S, "Paul\n\nSent from my iPhone"),
    ],
    "postscript after the name": [
        (G, "Bonjour Claire,"),
        "\n\n",
        (B, "Les six postes comptent."),
        "\n\n",
        (C, "Cordialement,"),
        "\n",
        (S, "Paul"),
        "\n\n",
        (P, "P.-S. : le 12 me va aussi.\nLe 13 non."),
        "\n\n",
        (S, "Envoyé de mon iPhone"),
    ],
    "postscript before the closing": [
        (G, "Hi Claire,"),
        "\n\n",
        (B, "The six vacancies matter."),
        "\n\n",
        (P, "PS: call me Monday."),
        "\n\n",
        (C, "Best,"),
        "\n",
        (S, "Paul"),
    ],
    "note after the name": [
        (G, "Bonjour,"),
        "\n\n",
        (B, "Oui aux six postes."),
        "\n\n",
        (C, "Cordialement,"),
        "\n",
        (S, "Paul"),
        "\n\n",
        (P, "N.B. je serai absent lundi."),
    ],
    "note inside the body": [
        (G, "Bonjour,"),
        "\n\n",
        (B, "NB : je serai absent lundi.\n\nLes six postes comptent."),
        "\n\n",
        (C, "Cordialement,"),
        "\n",
        (S, "Paul"),
    ],
    "prose below the name": [
        (G, "Hi Claire,"),
        "\n\n",
        (B, "The lab was loud."),
        "\n\n",
        (C, "Best wishes,"),
        "\n",
        (S, "Paul Smith"),
        "\n\n",
        (P, "I attach the plan you asked for on Monday."),
    ],
    "interest is no closing": [
        (G, "Dear Ada,"),
        "\n\n",
        (B, "I remain interested in the position."),
        "\n\n",
        (C, "Yours,"),
        "\n",
        (S, "Ines"),
    ],
    "wish without a stop": [
        (G, "Hi Tom,"),
        "\n\n",
        (B, "The lab was loud."),
        "\n\n",
        (C, "Have a wonderful day ahead"),
        "\n",
        (S, "Nguyen Thi Lan"),
    ],
    "thanks that lead up to a wish": [
        (G, "Bonjour,"),
        "\n\n",
        (B, "Oui aux six postes.\n\nJe vous remercie par avance"),
        " ",
        (C, "et vous souhaite une bonne journée."),
        "\n\n",
        (S, "Paul"),
    ],
    "firm in a paragraph of its own": [
        (G, "Tariq,"),
        "\n\n",
        (B, "Call me today."),
        "\n\n",
        (S, "Brad Hollister\n\nTorqline Tyre Services"),
    ],
    "a smile after the greeting": [(G, "Hello Claire :)"), "\n\n", (B, "Oui pour le 12.")],
    "typed without capitals": [(G, "hi"), "\n\n", (B, "yes to the lab"), "\n\n", (S, "zach")],
    "only thanks stay the body": [(G, "Bonjour,"), "\n", (B, "Merci !"), "\n", (S, "Paul")],
    "subject line": [
        (H, "Objet :"),
        " ",
        (J, "suite à notre entretien"),
        "\n\n",
        (G, "Madame,"),
        "\n\n",
        (B, "Merci pour hier."),
    ],
    "pasted header": [
        (H, "From: Paul\nTo: Claire\nSubject:"),
        " ",
        (J, "Thanks"),
        "\n\n",
        (G, "Hi Claire,"),
        "\n\n",
        (B, "The six vacancies matter."),
    ],
    "letterhead": [
        (H, "Jean Dupont\n12 rue des Lilas\n\nMme Claire Martin\n\nParis, le 12 mars\n\nObjet :"),
        " ",
        (J, "mon oui"),
        "\n\n",
        (G, "Madame,"),
        "\n\n",
        (B, "Merci pour hier."),
    ],
    "reply above the thread": [
        (G, "Hi Noor,"),
        "\n\n",
        (B, "Thursday works."),
        "\n\n",
        (C, "See you Thursday,"),
        "\n",
        (S, "Odalys"),
        "\n\n",
        (Q, "> On Tue, 24 Jun 2025 at 16:12, Noor wrote:\n> Would Thursday suit?\n> Best, Noor"),
    ],
    "reply below the thread": [
        (Q, "Le 12 nov. 2025 à 09:14, Claire a écrit :\n> Le 12 ?\n> Ou le 13 ?"),
        "\n\n",
        (G, "Bonjour Claire,"),
        "\n\n",
        (B, "Le 13."),
    ],
    "answers between quoted lines": [
        (Q, "> The lab?"),
        "\n",
        (B, "Loud but fine."),
        "\n",
        (Q, "> And the pay?"),
        "\n",
        (B, "Fine too."),
    ],
}


def zoned(text: str) -> list[tuple[str, str]]:
    """Zones of a plain text with their texts."""
    message = read(Draft(text=text))
    return [(s.zone, message.text[s.start : s.end]) for s in message.segments]


def built(pieces: Pieces) -> tuple[str, list[tuple[str, str]]]:
    """The whole text, and what it should be divided into."""
    text = "".join(piece if isinstance(piece, str) else piece[1] for piece in pieces)
    return text, [piece for piece in pieces if isinstance(piece, tuple)]


@pytest.mark.parametrize("pieces", LETTERS.values(), ids=LETTERS)
def test_letter_falls_into_its_zones(pieces: Pieces) -> None:
    text, expected = built(pieces)
    assert zoned(text) == expected


VARIANTS: dict[str, Callable[[str], str]] = {
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "CR": lambda text: text.replace("\n", "\r"),
    "NFD": lambda text: unicodedata.normalize("NFD", text),
    "curly": lambda text: text.replace("'", "’"),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "trailing spaces": lambda text: text.replace("\n", "  \n") + "\n\n",
    "indented": lambda text: "  " + text.replace("\n", "\n  "),
    "byte order mark": lambda text: "\ufeff" + text,
}


def unified(zones: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Zones without what the variants change."""
    return [
        (zone, " ".join(unicodedata.normalize("NFC", text.replace("’", "'")).split()))
        for zone, text in zones
    ]


@pytest.mark.parametrize("variant", VARIANTS.values(), ids=VARIANTS)
@pytest.mark.parametrize("pieces", LETTERS.values(), ids=LETTERS)
def test_zones_do_not_depend_on_how_a_text_was_typed(
    pieces: Pieces, variant: Callable[[str], str]
) -> None:
    text, expected = built(pieces)
    assert unified(zoned(variant(text))) == unified(expected)


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "Bonjour", "Paul", "👍", ">", "--", "\x00", ",", "P.S."]
)
def test_scraps_have_zones_too(text: str) -> None:
    assert all(part.strip() for _, part in zoned(text))


def test_subject_is_found_in_the_text_and_a_given_one_wins() -> None:
    text = "Subject: From the text\n\nHi Tom,\nYes."
    assert read(Draft(text=text)).subject == "From the text"
    assert read(Draft(text=text, subject="Given")).subject == "Given"
    assert read(Draft(text="Hi Tom,\nYes.")).subject is None
    assert read(Draft(text=text, subject="a\ud800")).subject == "a\ufffd"


LINES = sorted({line for pieces in LETTERS.values() for line in built(pieces)[0].split("\n")})


@given(st.lists(st.sampled_from(LINES), max_size=12))
def test_line_ends_change_no_zone_of_any_medley(lines: list[str]) -> None:
    plain = unified(zoned("\n".join(lines)))
    assert unified(zoned("\r\n".join(lines))) == plain
    assert unified(zoned("\r".join(lines))) == plain


@given(st.lists(st.sampled_from(LINES), max_size=12))
def test_every_word_of_any_medley_stands_in_one_zone(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert "".join("".join(part for _, part in zoned(text)).split()) == "".join(text.split())
