"""Letters and apostrophes as the language writes them, whatever keys or alphabets made them."""

import re
import unicodedata

_APOSTROPHES = "’‘ʼ`´′＇ʹ"
_FANCY = "\u24b6-\u24e9\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7ff"
"""Letters in circles, of full width, and of mathematics: bold where none is to be had."""
_OTHERS = "\u0370-\u03ff\u0400-\u052f\u13a0-\u13ff\u0251\u0261"
_APOSTROPHE = re.compile(rf"(?<=\w)[{_APOSTROPHES}](?=\w)")
_FANCIED = re.compile(f"[{_FANCY}]")
_WORD = re.compile(r"[^\W\d_]+")
_OTHER = re.compile(f"[{_OTHERS}]")
_LOOKALIKES = str.maketrans(
    "асеорхуіјѕһԁԛԝАВЕКМНОРСТХУІЈЅԌοανυιρκΑΒΕΖΗΙΚΜΝΟΡΤΥΧᎪᏴᏟᎬᎻᎫᏦᏞᎷΝᏢᏚᎢᏙᏃɑɡ",
    "aceopxyijshdqwABEKMHOPCTXYIJSGoavuipkABEZHIKMNOPTYXABCEHJKLMNPSTVZag",
)
"""Letters of other alphabets → those they look like; Cyrillic, Greek, Cherokee, phonetic."""


def lettered(text: str) -> str:
    """Write a text in the letters and apostrophes it shows, character for character.

    A word is taken for Latin in disguise when every foreign letter of it looks Latin; names truly
    written in another alphabet stay as they are.

    Args:
        text: any text.

    Returns:
        A text of the same length.
    """
    if text.isascii() and "`" not in text:
        return text
    text = _APOSTROPHE.sub("'", text)
    if _FANCIED.search(text):
        text = _FANCIED.sub(_plain, text)
    return _WORD.sub(_undisguised, text) if _OTHER.search(text) else text


def _plain(match: re.Match[str]) -> str:
    plain = unicodedata.normalize("NFKC", match.group())
    return plain if len(plain) == 1 else match.group()


def _undisguised(match: re.Match[str]) -> str:
    word = match.group()
    foreign = _OTHER.findall(word)
    disguised = foreign and all(ord(letter) in _LOOKALIKES for letter in foreign)
    return word.translate(_LOOKALIKES) if disguised else word
