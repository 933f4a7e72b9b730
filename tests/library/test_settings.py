"""Settings: what holds for a file, and what their fingerprint stands for."""

import pytest

from followup_kit.library.settings import (
    EXPECTED,
    OUTSIDE_OF_RESULTS,
    Override,
    Settings,
    fingerprint,
)


def test_every_setting_has_words_for_what_it_may_be() -> None:
    assert set(EXPECTED) == set(Settings.model_fields) | set(Override.model_fields)


def test_overrides_apply_in_their_order() -> None:
    settings = Settings(
        lang="en",
        ignore=("craft.gift",),
        severity={"a.b": "hint", "c.d": "hint"},
        placeholders=("name",),
        overrides=(
            Override(
                paths=("fr/",),
                lang="fr",
                channel="sms",
                min_score=70,
                ignore=("type",),
                severity={"a.b": "error"},
                placeholders=("prenom",),
            ),
            Override(paths=("*.html", "!keep.html"), scenario="sales", channel="email"),
        ),
    )
    plain = settings.for_path("en/a.md")
    assert plain == settings.model_copy(update={"overrides": ()})

    french = settings.for_path("fr/deep/a.md")
    assert (french.lang, french.channel, french.min_score) == ("fr", "sms", 70)
    assert french.ignore == ("craft.gift", "type")
    assert french.severity == {"a.b": "error", "c.d": "hint"}
    assert french.placeholders == ("prenom",)
    assert french.scenario == "interview"

    both = settings.for_path("fr/a.html")
    assert (both.lang, both.channel, both.scenario) == ("fr", "email", "sales")
    assert settings.for_path("fr/keep.html").scenario == "interview"


@pytest.mark.parametrize(
    ("paths", "path", "holds"),
    [
        (("fr/**",), "fr/a.md", True),
        (("./fr/**",), "fr/a.md", True),
        (("fr",), "fr/x/a.md", True),
        (("fr/",), "en/fr/a.md", True),
        (("/fr",), "en/fr/a.md", False),
        (("en/*.md",), "en/x/a.md", False),
        (("#1.md",), "#1.md", True),
        (("a b/é*.md",), "a b/été.md", True),
    ],
)
def test_globs_read_as_in_a_gitignore(paths: tuple[str, ...], path: str, *, holds: bool) -> None:
    settings = Settings(overrides=(Override(paths=paths, lang="fr"),))
    assert (settings.for_path(path).lang == "fr") is holds


@pytest.mark.parametrize(
    ("ignore", "rule", "ignored"),
    [
        ("craft.gift", "craft.gift", True),
        ("craft.gift", "craft.gifts", False),
        ("craft", "craft.gift", True),
        ("craft.", "craft.gift", True),
        ("crafts", "craft.gift", False),
        ("template.", "template.field.unknown", True),
        ("template.field", "template.field.unknown", True),
    ],
)
def test_rules_are_ignored_by_id_area_or_beginning(
    ignore: str, rule: str, *, ignored: bool
) -> None:
    assert Settings(ignore=(ignore,)).ignores(rule) is ignored


def test_the_fingerprint_changes_with_what_changes_results_and_with_nothing_else() -> None:
    plain = fingerprint(Settings())
    assert plain == fingerprint(Settings())
    outside = {
        "include": ("*.md",),
        "exclude": ("x",),
        "ignore_files": False,
        "cache_dir": "elsewhere",
        "baseline": "known.jsonl",
        "fail_on": "never",
        "max_drop": 3,
        "min_score": 50,
    }
    assert set(outside) == set(OUTSIDE_OF_RESULTS)
    assert fingerprint(Settings.model_validate(outside)) == plain
    inside = {
        "rules": ("ours",),
        "messages": "fr",
        "ignore": ("craft",),
        "severity": {"craft.gift": "error"},
        "placeholders": (),
        "pairs": True,
        "duplicates": 80,
        "lang": "fr",
        "channel": "sms",
        "scenario": "sales",
        "overrides": ({"paths": ("a",), "lang": "fr"},),
    }
    assert set(inside) | set(outside) == set(Settings.model_fields)
    found = {fingerprint(Settings.model_validate({name: inside[name]})) for name in inside}
    assert len(found | {plain}) == len(inside) + 1


def test_a_least_score_for_some_files_is_outside_of_the_fingerprint_too() -> None:
    first = Settings(overrides=(Override(paths=("a",), lang="fr", min_score=10),))
    second = Settings(overrides=(Override(paths=("a",), lang="fr", min_score=20),))
    assert fingerprint(first) == fingerprint(second)
