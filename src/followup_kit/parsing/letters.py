"""The language of a text by its letters and their neighbours (langdetect), without global state."""

from collections import Counter
from functools import cache
from pathlib import Path
from unicodedata import name

from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory
from langdetect.lang_detect_exception import LangDetectException

_LATIN = "LATIN"
_LANGUAGES = {
    _LATIN: (
        "af ca cs cy da de en es et fi fr hr hu id it lt lv nl no pl pt ro sk sl so sq sv sw tl tr"
        " vi"
    ),
    "CYRILLIC": "bg mk ru uk",
    "ARABIC": "ar fa ur",
    "DEVANAGARI": "hi mr ne",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "CJK": "zh",
    "HANGUL": "ko",
    "GREEK": "el",
    "HEBREW": "he",
    "THAI": "th",
    "BENGALI": "bn",
    "GUJARATI": "gu",
    "GURMUKHI": "pa",
    "KANNADA": "kn",
    "MALAYALAM": "ml",
    "TAMIL": "ta",
    "TELUGU": "te",
}
"""Languages that are told apart, by script; all of them so that English and French stay apart."""

UNKNOWN = "und"


def by_letters(text: str) -> tuple[str, float]:
    """Guess the language of a text: its code and the confidence, ``und`` and 0 if hopeless."""
    codes = _LANGUAGES.get(_script(text), UNKNOWN).split()
    if len(codes) == 1:
        return codes[0], 0.0 if codes[0] == UNKNOWN else 1.0
    detector = _factory(tuple(codes)).create()
    detector.append(text)
    try:
        guesses = detector.get_probabilities()
    except LangDetectException:
        guesses = []
    return (str(guesses[0].lang), float(guesses[0].prob)) if guesses else (UNKNOWN, 0.0)


def _script(text: str) -> str:
    """The script that most letters of a text are in, by its Unicode name."""
    scripts = Counter(
        _LATIN if char < "\u0250" else name(char, "?").split()[0] for char in text if char.isalpha()
    )
    kana = scripts.keys() & {"HIRAGANA", "KATAKANA"}
    if kana:  # Japanese; it mixes them with Chinese signs
        return min(kana)
    return scripts.most_common(1)[0][0] if scripts else ""


@cache
def _factory(codes: tuple[str, ...]) -> DetectorFactory:
    """A factory of our own: the library's shared one, its seed and its profiles stay untouched."""
    factory = DetectorFactory()
    factory.set_seed(0)
    profiles = [Path(PROFILES_DIRECTORY, code).read_text(encoding="utf-8") for code in codes]
    factory.load_json_profile(profiles)
    return factory
