"""Attacks with characters that nobody sees, or that look like others."""

from collections.abc import Callable, Iterator, Sequence

from benchmarks.judgement.attacks.attack import Attack
from benchmarks.judgement.attacks.texts import letter, noted, settings, texts
from followup_kit.models.base import Language
from followup_kit.models.draft import Context, Draft

SIGNS = {
    "zero-width space": "\u200b", "zero-width non-joiner": "\u200c", "zero-width joiner": "\u200d",
    "word joiner": "\u2060", "soft hyphen": "\u00ad", "byte order mark": "\ufeff",
    "right-to-left mark": "\u200f", "pop directional": "\u202c", "isolate": "\u2066",
    "grapheme joiner": "\u034f", "Mongolian separator": "\u180e", "variation selector": "\ufe0f",
}  # fmt: skip
ALPHABETS = {
    "Cyrillic": ("aceopxyiABEKMHOPCTX", "асеорхуіАВЕКМНОРСТХ"),
    "Greek": ("ovABEZHIKMNOPTYX", "ονΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"),
    "full width": (
        "abcdefghijklmnopqrstuvwxyz",
        "ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ",
    ),
    "mathematical": ("aeinorst", "".join(chr(0x1D41A + ord(c) - ord("a")) for c in "aeinorst")),
}
HIDDEN = {
    "display": '<p style="display:none">{}</p>',
    "hidden": "<div hidden>{}</div>",
    "size": '<span style="font-size:0">{}</span>',
    "visibility": '<p style="visibility: hidden">{}</p>',
    "comment": "<!-- {} -->",
    "opacity": '<p style="opacity:0">{}</p>',
    "white": '<p style="color:#ffffff;background:#fff">{}</p>',
}
Change = Callable[[str], str]


def attacks(language: Language) -> Iterator[Attack]:
    """Empty messages and pasted notes in disguise, and good messages hidden in empty ones."""
    for kind, changes in (("invisible", _unseen()), ("lookalike", _lookalike())):
        for number, body in enumerate(texts(language)["generic"]):
            name, change = changes[number % len(changes)]
            for where, scenario, context in settings(language, number):
                pair = [letter(language, scenario, context, text) for text in (body, change(body))]
                yield _disguised(kind, f"{name}, {where}", pair, context)
        for number, (name, change) in enumerate(changes):
            rated = noted(language)[number]
            notes, scenario = rated.context.notes or "", rated.draft.scenario
            pair = [
                letter(language, scenario, rated.context, text) for text in (notes, change(notes))
            ]
            yield _disguised(kind, f"{name} in the notes of {rated.id}", pair, rated.context)
    yield from _hiding(language)


def _disguised(kind: str, name: str, pair: Sequence[Draft], context: Context) -> Attack:
    clean, draft = pair
    language: Language = "fr" if draft.language == "fr" else "en"
    return Attack(kind, language, name, draft, context, clean=clean)


def _unseen() -> list[tuple[str, Change]]:
    return [(name, _parted(sign)) for name, sign in SIGNS.items()]


def _parted(sign: str) -> Change:
    def change(text: str) -> str:
        """The sign after every third letter."""
        return "".join(c + sign if at % 3 == 2 and c.isalpha() else c for at, c in enumerate(text))

    return change


def _lookalike() -> list[tuple[str, Change]]:
    tables = {name: str.maketrans(*pair) for name, pair in ALPHABETS.items()}
    whole = [(name, lambda text, t=table: text.translate(t)) for name, table in tables.items()]
    some = [(f"{name}, every other word", _some(table)) for name, table in tables.items()]
    return [*whole, *some]


def _some(table: dict[int, int]) -> Change:
    def change(text: str) -> str:
        """Every other word in the other alphabet."""
        words = text.split(" ")
        return " ".join(w.translate(table) if at % 2 else w for at, w in enumerate(words))

    return change


def _hiding(language: Language) -> Iterator[Attack]:
    """A golden message hidden in an empty one: as tags, reversed, in HTML that nobody sees."""
    empty = texts(language)["generic"]
    for number, rated in enumerate(noted(language)[: len(HIDDEN)]):
        body, good = empty[number % len(empty)], rated.draft.text.replace("\n", " ")
        scenario, context = rated.draft.scenario, rated.context
        clean = letter(language, scenario, context, body)
        tags = "".join(chr(0xE0000 + ord(c)) for c in good if c.isascii())
        turned = f"{body} \u202e{good[::-1]}\u202c"
        for name, text in (("tags", body + tags), ("turned round", turned)):
            draft = letter(language, scenario, context, text)
            yield Attack(
                "invisible", language, f"{rated.id} as {name}", draft, context, clean=clean
            )
        name, form = list(HIDDEN.items())[number]
        page = "".join(f"<p>{p}</p>" for p in clean.text.split("\n\n"))
        shown = clean.model_copy(update={"text": page, "format": "html"})
        half = page.find("</p>") + len("</p>")
        hidden = page[:half] + form.format(good) + page[half:]
        draft = shown.model_copy(update={"text": hidden})
        told = f"{rated.id} in HTML, {name}"
        yield Attack("invisible", language, told, draft, context, clean=shown)
