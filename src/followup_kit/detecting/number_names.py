"""Names of figures that no converter knows: parts, ordinals, collectives, scales, units."""

from collections.abc import Mapping

SCALES: Mapping[str, float] = {
    **dict.fromkeys(("k", "thousand", "mille", "grand"), 1e3),
    **dict.fromkeys(("m", "mn", "mio", "million", "millions", "meur"), 1e6),
    **dict.fromkeys(("bn", "md", "mds", "milliard", "milliards", "billion"), 1e9),
    "lakh": 1e5,
    "lakhs": 1e5,
    "crore": 1e7,
    "crores": 1e7,
}
COLLECTIVES: Mapping[str, float] = {
    "dozen": 12,
    "hundreds": 100,
    "dizaine": 10,
    "douzaine": 12,
    "quinzaine": 15,
    "vingtaine": 20,
    "trentaine": 30,
    "quarantaine": 40,
    "cinquantaine": 50,
    "soixantaine": 60,
    "centaine": 100,
    "millier": 1000,
}
ORDINALS: Mapping[str, int] = {
    word: number
    for number, words in enumerate(
        (
            "second deuxieme seconde",
            "third troisieme",
            "fourth quatrieme",
            "fifth cinquieme",
            "sixth sixieme",
            "seventh septieme",
            "eighth huitieme",
            "ninth neuvieme",
            "tenth dixieme",
            "eleventh onzieme",
            "twelfth douzieme",
        ),
        start=2,
    )
    for word in words.split()
}
ORDINAL_TAILS = frozenset({"th", "st", "nd", "rd", "e", "er", "eme", "ere", "ieme"})
HALVES: Mapping[str, float] = {"half": 1 / 2, "halves": 1 / 2, "moitie": 1 / 2}
PARTS: Mapping[str, float] = {
    **dict.fromkeys(("third", "thirds", "tiers"), 1 / 3),
    **dict.fromkeys(("quarter", "quarters", "quart", "quarts"), 1 / 4),
    **dict.fromkeys(("fifth", "fifths", "cinquieme", "cinquiemes"), 1 / 5),
}
"""Parts that need a number or an article before them: « un tiers », "two thirds"."""
ARTICLES = frozenset({"a", "one", "un", "une", "le", "the"})
OUT_OF = frozenset({"of", "in", "sur", "out"})
TERM_LETTERS: Mapping[str, str] = {"q": "quarter", "t": "quarter", "s": "half", "h": "half"}
TERM_NAMES: Mapping[str, str] = {"quarter": "quarter", "trimestre": "quarter", "semestre": "half"}
UNITS: Mapping[str, str] = {
    **dict.fromkeys(("percent", "pourcent", "pct"), "percent"),
    **dict.fromkeys(("euro", "euros", "eur", "pounds", "quid", "dollars", "francs"), "money"),
    **dict.fromkeys(("fcfa", "chf", "gbp", "usd", "dh", "dirhams", "rupees"), "money"),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours", "heure", "heures"), "hour"),
    **dict.fromkeys(("am", "pm", "clock"), "clock"),
    **dict.fromkeys(("min", "mins", "minute", "minutes", "mn"), "minute"),
    **dict.fromkeys(("day", "days", "jour", "jours", "j", "jrs"), "day"),
    **dict.fromkeys(("wk", "wks", "week", "weeks", "sem", "semaine", "semaines"), "week"),
    **dict.fromkeys(("mth", "mths", "month", "months", "mois"), "month"),
    **dict.fromkeys(("yr", "yrs", "year", "years", "an", "ans", "annee", "annees"), "year"),
    **dict.fromkeys(("kg", "kilo", "kilos", "kilograms", "kilogrammes"), "kilo"),
    **dict.fromkeys(("km", "kms", "kilometres", "kilometers"), "kilometre"),
    **dict.fromkeys(("tonne", "tonnes", "tons"), "tonne"),
}
"""What a figure is counted in, by the word after it; durations are said in every conversation."""
DURATIONS = frozenset({"hour", "minute", "day", "week", "month", "year"})
