"""Files of rules: what is accepted, and where an error points."""

from pathlib import Path

import pytest

from followup_kit.errors import RuleFileError, UsageError
from followup_kit.rulebook.load import load_rule, load_rulebook, load_sayings

GOOD = """\
kind: phrase
dimension: craft
expects: absent
severity: warning
since: "0.1"
title: {en: Gift, fr: Cadeau}
why: {en: It is awkward., fr: C'est gênant.}
advice: {en: Leave it out., fr: Laissez-le.}
source: docs/rubric.md
en:
  patterns: ["send you a gift"]
  examples: ["I [send you a gift].", "We [send you a gift].", "They [send you a gift]."]
  near_misses: ["You have a gift.", "A gift.", "Send it."]
fr:
  patterns: ["vous offrir un cadeau"]
  examples: ["Je veux [vous offrir un cadeau].", "[Vous offrir un cadeau].", "Il faut [vous offrir un cadeau]."]
  near_misses: ["Un cadeau.", "Vous offrez.", "Rien."]
"""


def write(folder: Path, text: str, name: str = "gift.yaml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def error(folder: Path, text: str) -> RuleFileError:
    with pytest.raises(RuleFileError) as caught:
        load_rule(write(folder, text), "craft.gift", "gift.yaml")
    return caught.value


def test_a_rule_gets_its_id_from_its_place(tmp_path: Path) -> None:
    rule = load_rule(write(tmp_path, GOOD), "craft.gift", "gift.yaml")
    assert (rule.id, rule.kind, rule.severity) == ("craft.gift", "phrase", "warning")


@pytest.mark.parametrize(
    ("old", "new", "place", "why"),
    [
        (
            "severity: warning",
            "sevrity: warning",
            (4, 1),
            "sevrity: unknown key; expected one of: kind",
        ),
        ("kind: phrase", "kind: phras", (1, 1), "kind: Input should be 'phrase'"),
        ('since: "0.1"\n', "", (1, 1), "since: missing"),
        ("expects: absent", "expects: absent\nexpects: absent", (4, 1), "expects: given twice"),
        (
            'near_misses: ["You have a gift.", "A gift.", "Send it."]',
            "near_misses: [no]",
            (13, 17),
            "put it in quotes",
        ),
        (
            '  near_misses: ["Un cadeau.", "Vous offrez.", "Rien."]\n',
            "",
            (14, 1),
            "near_misses: missing",
        ),
        (
            '"Vous offrez.", "Rien."',
            '"Vous offrez."',
            (1, 1),
            "fr.near_misses: at least 3 expected, 2",
        ),
        ("title: {en: Gift, fr: Cadeau}", "title: {en: Gift", (7, 4), "not YAML"),
        ("title: {en: Gift, fr: Cadeau}", "title: &t {en: a, fr: b}\nexample: *t", (6, 8), "alias"),
        ("kind: phrase", "kind: phrase\nguards: {negated: no}", (1, 1), "a phrase rule takes none"),
    ],
)
def test_an_error_names_the_place_the_key_and_what_was_expected(
    tmp_path: Path, old: str, new: str, place: tuple[int, int], why: str
) -> None:
    assert old in GOOD
    found = error(tmp_path, GOOD.replace(old, new))
    assert why in str(found)
    assert str(found).startswith("gift.yaml:")
    assert (found.line, found.column) == place


def test_a_file_that_is_not_utf8_says_so(tmp_path: Path) -> None:
    path = tmp_path / "gift.yaml"
    path.write_bytes(GOOD.encode("latin-1"))
    with pytest.raises(RuleFileError, match=r"gift.yaml:7:1: not UTF-8"):
        load_rule(path, "craft.gift", "gift.yaml")


def pack(folder: Path, manifest: str) -> Path:
    write(folder, f'name: mine\nversion: "1"\n{manifest}', "pack.yaml")
    return folder


def test_a_pack_adds_disables_and_reweighs(tmp_path: Path) -> None:
    shipped = load_rulebook()
    first, second = shipped.rules[0].id, shipped.rules[1].id
    folder = pack(tmp_path, f"disable: [{first}]\npoints: {{{second}: 7}}\n")
    write(folder, GOOD, "craft/gift_from_pack.yaml")
    book = load_rulebook([folder])
    assert first not in book.by_id
    assert book.by_id[second].points == 7
    assert "craft.gift_from_pack" in book.by_id
    assert book.version == f"{shipped.version}+mine-1"
    assert book.fingerprint != shipped.fingerprint


def test_a_pack_that_names_an_unknown_rule_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no rule 'craft.nothing' to change"):
        load_rulebook([pack(tmp_path, "disable: [craft.nothing]\n")])


def test_a_folder_without_a_manifest_is_no_pack(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"a folder that holds pack.yaml expected"):
        load_rulebook([tmp_path])


def test_a_rule_in_the_wrong_folder_is_refused(tmp_path: Path) -> None:
    folder = pack(tmp_path, "")
    write(folder, GOOD, "stakes/gift.yaml")
    with pytest.raises(RuleFileError, match=r"'stakes' expected, as the folder says, not 'craft'"):
        load_rulebook([folder])


def test_the_fingerprint_does_not_depend_on_the_order_of_files() -> None:
    assert load_rulebook().fingerprint == load_rulebook().fingerprint


@pytest.mark.parametrize(
    ("text", "place", "why"),
    [
        ('ask: {en: "Why?"}', (2, 1), "ask.fr: missing"),
        ('ask: "Why?"', (2, 1), "ask: a mapping of keys"),
        ('ask: {en: "{count}", fr: "{n}"}', (2, 1), "ask: fr: the blanks of en expected: {count}"),
        ('ask: {en: "a", fr: {other: "b"}}', (2, 16), "ask.fr: one: missing; a text with forms"),
        ('ask: {en: "a", fr: "b", de: "c"}', (2, 25), "ask.de: unknown key"),
        ('ask: {en: "a", fr: "{"}', (2, 16), "ask.fr: '{': a brace without its other half"),
    ],
)
def test_an_error_in_a_saying_names_its_line_and_the_cure(
    tmp_path: Path, text: str, place: tuple[int, int], why: str
) -> None:
    path = write(tmp_path, f"yes: {{en: Yes., fr: Oui.}}\n{text}\n", "messages.yaml")
    with pytest.raises(RuleFileError) as caught:
        load_sayings(path, "messages.yaml")
    assert why in str(caught.value)
    assert (caught.value.line, caught.value.column) == place
