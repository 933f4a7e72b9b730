"""``score --batch``: one line out for each line in, whatever the lines are."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from typer.testing import CliRunner, Result

from followup_kit import Scorer, score
from followup_kit.cli import score_app
from followup_kit.cli.lines import Source
from followup_kit.cli.schemas import batch_result_schema, batch_schema
from followup_kit.models.draft import Context

GOOD: dict[str, Any] = {
    "id": "a1",
    "subject": "The night shift",
    "body": "Dear Ann,\n\nThank you for the tour. Eleven of the night shifts are short of people.",
    "lang": "en",
    "scenario": "interview",
    "channel": "email",
    "context": {
        "notes": "11 night shifts short of people",
        "recipient": "Ann",
        "date": "2025-03-14",
    },
    "rating": {"unknown": "keys are ignored"},
}


def batch(*records: object, options: tuple[str, ...] = ()) -> Result:
    """Run a batch of records, or of lines as they are."""
    lines = [r if isinstance(r, bytes) else json.dumps(r).encode() for r in records]
    return CliRunner().invoke(score_app, ["--batch", "-", *options], input=b"\n".join(lines))


def results(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_record_gives_the_report_of_its_message() -> None:
    result = batch(GOOD)
    assert result.exit_code == 0
    (line,) = results(result)
    context = Context(
        notes="11 night shifts short of people", recipient="Ann", date=dt.date(2025, 3, 14)
    )
    alone = score(GOOD["body"], context, subject=GOOD["subject"], language="en")
    assert line["id"] == "a1"
    assert line["report"] == {**json.loads(alone.model_dump_json()), "name": "a1"}


def test_every_line_is_answered_in_its_order_and_bad_ones_stop_nobody() -> None:
    result = batch(GOOD, b"{oops", {**GOOD, "id": 2}, {"id": "empty"}, {**GOOD, "id": 3})
    assert [line["id"] for line in results(result)] == ["a1", 2, 2, "empty", 3]
    assert ["report" in line for line in results(result)] == [True, False, True, False, True]
    assert result.exit_code == 2
    assert result.stderr == "2 of 5 messages could not be judged; the output says why\n"


@pytest.mark.parametrize(
    ("record", "code", "said"),
    [
        (b"{oops", "not_json", "line 1: not JSON: "),
        (b"\xff\xfe{}", "not_utf8", "line 1: not UTF-8 at byte 1"),
        (b"[" * 100_000, "not_json", "line 1: not JSON: "),
        (b'{"body": NaN}', "not_json", "NaN is no number of JSON"),
        (b'{"id": ' + b"9" * 10_000 + b"}", "not_json", "line 1: not JSON: "),
        ([1], "not_an_object", "line 1: an object expected"),
        ({"id": 1}, "bad_value", "body: missing; the text of the message expected"),
        ({"body": 7}, "bad_value", "body: "),
        ({"body": "x", "lang": "de"}, "bad_value", "lang: Input should be 'auto', 'en' or 'fr'"),
        ({"body": "x", "channel": "fax"}, "bad_value", "'email', 'inmail' or 'sms'"),
        ({"body": "x", "scenario": "x"}, "bad_value", "'interview' or 'sales'"),
        ({"body": "x", "context": []}, "bad_value", "context: "),
        ({"body": "x", "context": {"date": "14/3"}}, "bad_value", "context.date: '14/3' is no day"),
        ({"body": "x" * 1_000_001}, "input", "over the limit"),
    ],
)
def test_what_is_wrong_with_a_line_is_said(record: object, code: str, said: str) -> None:
    result = batch(record)
    (line,) = results(result)
    assert line["error"]["code"] == code
    assert said in line["error"]["message"]
    assert result.exit_code == 2


def test_a_line_longer_than_any_message_is_refused_and_the_next_one_read() -> None:
    huge = b'{"body": "' + b"x" * (2 * Source.LONGEST + 5) + b'"}'
    first, second = results(batch(huge, GOOD))
    assert first["error"]["code"] == "too_long"
    assert second["id"] == "a1"


def test_parts_of_the_context_may_be_missing_or_null() -> None:
    records = [{**GOOD, "context": known} for known in (None, {}, {"notes": None, "date": None})]
    assert ["report" in line for line in results(batch(*records))] == [True, True, True]


def test_options_say_what_a_record_leaves_out() -> None:
    bare = {"body": GOOD["body"]}
    options = ("--channel", "sms", "--scenario", "sales", "--lang", "en", "--messages", "fr")
    first, second = results(batch(bare, {**bare, "channel": "email"}, options=options))
    report = first["report"]
    assert (report["channel"], report["scenario"], report["messages"]) == ("sms", "sales", "fr")
    assert second["report"]["channel"] == "email"


def test_a_context_given_to_all_is_overruled_by_that_of_a_record() -> None:
    notes = ("--notes", "eleven night shifts are short of people")
    first, second = results(batch({"body": GOOD["body"]}, GOOD, options=notes))
    assert first["report"]["dimensions"]["specificity"]["verified"]
    assert second == results(batch(GOOD))[0]


def test_a_record_without_id_is_called_by_its_line_and_blank_lines_count() -> None:
    assert [line["id"] for line in results(batch(b"", {"body": "Hello."}, b"  "))] == [2]


def test_an_id_comes_back_as_it_went() -> None:
    given = ["é\ud800", 0, 1.5, False, ["a"], {"k": None}]
    lines = results(batch(*({"id": identity, "body": "Hello."} for identity in given)))
    assert [line["id"] for line in lines] == given


def test_lone_surrogates_break_no_output() -> None:
    odd = {**GOOD, "id": "\ud800", "body": GOOD["body"] + " \udfff", "subject": "\ud800"}
    odd["context"] = {"notes": "eleven \ud800 night shifts", "company": "\ud800"}
    (line,) = results(batch(odd))
    assert line["report"]["text"].endswith("\ufffd")


def test_a_message_that_is_not_scored_is_a_report_and_2() -> None:
    result = batch({"id": 1, "body": "  "})
    assert results(result)[0]["report"]["status"] == "not_scored"
    assert result.exit_code == 2


def test_a_message_below_the_score_gives_1() -> None:
    assert batch(GOOD, options=("--min-score", "99")).exit_code == 1


def test_files_are_read_one_after_the_other_and_a_missing_one_is_said(tmp_path: Path) -> None:
    path = tmp_path / "messages.jsonl"
    path.write_bytes("\ufeff".encode() + json.dumps(GOOD).encode() + b"\r\n")
    result = CliRunner().invoke(score_app, ["--batch", str(path), "missing.jsonl", str(path)])
    assert [line["id"] for line in results(result)] == ["a1", "a1"]
    assert result.exit_code == 2
    assert result.stderr == "missing.jsonl: no such file; check the path\n"
    folder = CliRunner().invoke(score_app, ["--batch", str(tmp_path)])
    assert "a folder; name a file of JSON lines" in folder.stderr


def test_output_may_be_a_file(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    result = batch(GOOD, options=("--output", str(path)))
    assert result.stdout == ""
    assert json.loads(path.read_text(encoding="utf-8"))["id"] == "a1"


def test_lines_in_and_out_are_as_their_schemas_say() -> None:
    jsonschema.validate(GOOD, batch_schema())
    for line in results(batch(GOOD, {"body": 1}, {"body": ""})):
        jsonschema.validate(line, batch_result_schema())


def test_an_error_of_ours_in_one_message_stops_nobody(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    judge = Scorer.pipe

    def pipe(self: Scorer, pairs: Any, *args: Any, **options: Any) -> Any:
        pairs = list(pairs)
        if any(draft.name == "bad" for draft, _ in pairs):
            raise ZeroDivisionError("of ours")
        return judge(self, pairs, *args, **options)

    monkeypatch.setattr(Scorer, "pipe", pipe)
    path = tmp_path / "messages.jsonl"
    records = [{**GOOD, "id": identity} for identity in ("a", "bad", "c")]
    path.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    result = CliRunner().invoke(score_app, ["--batch", str(path)])
    assert [line["id"] for line in results(result)] == ["a", "bad", "c"]
    codes = [line.get("error", {}).get("code") for line in results(result)]
    assert codes == [None, "internal", None]
    assert "Traceback" not in result.output


def test_a_file_and_standard_input_say_the_same(tmp_path: Path) -> None:
    records = [GOOD, {"id": 2}, {"id": 3, "body": "Bonjour Luc, merci pour la visite de mardi."}]
    path = tmp_path / "messages.jsonl"
    path.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    at_once = CliRunner().invoke(score_app, ["--batch", str(path)])
    assert at_once.stdout == batch(*records).stdout
