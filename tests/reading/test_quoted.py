"""The thread below a message, as mail programs introduce it, and what only looks like one."""

import pytest

from followup_kit.reading.quoted import MAX_THREAD_LINES, find_quoted

THREADS = {
    "Gmail": "Le mar. 12 nov. 2025 à 09:14, Claire <c@x.fr> a écrit :\n> Bonjour\n> ok",
    "Gmail with no-break spaces": "Le\u00a012\u00a0nov. 2025, Claire a écrit\u202f:\n> a",
    "no space before the colon": "Le 12/11/2025 09:14, Claire a écrit:\nBonjour",
    "decomposed accents": "Le 12 nov. 2025, Claire a e\u0301crit :\nBonjour",
    "English": "On Tue, 24 Jun 2025 at 16:12, Noor wrote:\nHi",
    "wrapped": "On Tue, 24 Jun 2025 at 16:12, Noor\n<noor@x.com> wrote:\n\n> Hi",
    "wrapped over four lines": "On Tue, 24 Jun 2025, Noor of a\nlong firm\n<n@x.com>\nwrote:\n\nHi",
    "name first": "Noor <noor@x.com> wrote:\n\n> Hi",
    "Outlook": "From: Noor\nSent: 30 April 2025 17:48\nTo: Philomena\nSubject: Today\nHi",
    "Outlook in French": "De : Katell\nEnvoyé : 2 juin 2025\nÀ : Damien\nObjet : Re\n\nOui",
    "bold labels": "*De :* Katell <k@x.fr>\n*Envoyé :* lundi 2 juin 2025\n*À :* Damien\n\nBonjour",
    "original message": "-----Original Message-----\nFrom: Noor\n\nHi",
    "message d'origine": "-----Message d’origine-----\nDe : Noor\n\nBonjour",
    "a rule above a header": "________________________________\nDe : N\nEnvoyé : 2 juin\n\nOui",
    "forwarded": "---------- Forwarded message ---------\nFrom: Noor <n@x.com>\n\nHi",
    "transféré": "Début du message transféré :\n\nDe: Noor\n\nBonjour",
    "one marked line": "> Le 12 ?",
    "nested": "> On Tue, 24 Jun 2025 at 16:12, Noor wrote:\n>> Hi\n> Yes\n> No",
}

PROSE = [
    "Le devis que Claire a écrit :\nil est juste.",
    "On the board someone wrote:\nmind the gap.",
    "From: Paris\nTo: Lyon\nby train.",
    "De : 9h\nÀ : 17h\nje suis là.",
    "Date : le 12\nLieu : Lorient",
    "________________________________\nPaul Durand",
    "a -> b, 3 > 2 et <3",
]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("thread", THREADS.values(), ids=THREADS)
def test_thread_is_quoted_to_its_end(thread: str, end: str) -> None:
    text = f"Bonjour,\n\nOui.\n\n{thread}\n".replace("\n", end)
    start, stop = find_quoted(text, 0, len(text))[0][0], find_quoted(text, 0, len(text))[-1][1]
    assert text[start:stop] == thread.replace("\n", end)


@pytest.mark.parametrize("prose", PROSE)
def test_prose_is_not_taken_for_a_thread(prose: str) -> None:
    text = f"Bonjour,\n\n{prose}\n\nMerci."
    assert find_quoted(text, 0, len(text)) == []


def test_what_stands_below_a_marked_thread_is_not_quoted() -> None:
    text = "Le 12 nov. 2025, Claire a écrit :\n> Le 12 ?\n\nOui."
    assert [text[a:b] for a, b in find_quoted(text, 0, len(text))] == [text[:-6]]


def test_false_starts_do_not_hide_the_thread() -> None:
    text = "De : 9h\nÀ : 17h\n\nOn 2 May 2025, Noor wrote:\nHi"
    assert [text[a:b] for a, b in find_quoted(text, 0, len(text))] == [text[17:]]


def test_a_thread_longer_than_the_bound_is_quoted_to_its_end() -> None:
    thread = "On 2 May 2025, Noor wrote:\n" + "Hi\n" * (2 * MAX_THREAD_LINES) + "bye"
    text = "Oui.\n\n" + thread
    assert find_quoted(text, 0, len(text)) == [(6, len(text))]
