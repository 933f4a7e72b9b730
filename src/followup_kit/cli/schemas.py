"""JSON Schemas of what the kit reads and writes, made from its own models."""

from collections.abc import Callable, Mapping
from typing import Any

from pydantic import BaseModel

from followup_kit.models.batch import BatchError, BatchRecord
from followup_kit.models.comparison import Comparison
from followup_kit.models.listing import LISTING_VERSION, Listing
from followup_kit.models.report import SCHEMA_VERSION, Report
from followup_kit.models.rule import EXAMPLES_WANTED, Rule

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def report_schema() -> dict[str, Any]:
    """The schema of a report, as ``--format json`` writes it."""
    return _headed("followup_kit report", _written(Report))


def rule_schema() -> dict[str, Any]:
    """The schema of a rule file, for editors; the id comes from the file's place."""
    schema = Rule.model_json_schema()
    del schema["properties"]["id"]
    schema["required"].remove("id")
    definitions = schema["$defs"]
    for name in ("examples", "near_misses"):
        definitions["LanguagePart"]["properties"][name]["minItems"] = EXAMPLES_WANTED
    # An example may be written as its text alone.
    definitions["Example"] = {"anyOf": [{"type": "string"}, definitions["Example"]]}
    return _headed("followup_kit rule", schema)


def batch_schema() -> dict[str, Any]:
    """The schema of one line that ``--batch`` reads."""
    return _headed("followup_kit batch record", BatchRecord.model_json_schema())


def batch_result_schema() -> dict[str, Any]:
    """The schema of one line that ``--batch`` writes."""
    report, error = _written(Report), _written(BatchError)
    definitions = {**report.pop("$defs"), "Report": report, "BatchError": error}
    schema = {
        "type": "object",
        "properties": {
            "id": {"description": "as it was given, or the number of the line"},
            "report": {"$ref": "#/$defs/Report"},
            "error": {"$ref": "#/$defs/BatchError"},
        },
        "required": ["id"],
        "oneOf": [{"required": ["report"]}, {"required": ["error"]}],
        "additionalProperties": False,
        "$defs": definitions,
    }
    return _headed("followup_kit batch result", schema)


def comparison_schema() -> dict[str, Any]:
    """The schema of what ``score --compare --format json`` writes."""
    return _headed("followup_kit comparison", _written(Comparison))


def listing_schema() -> dict[str, Any]:
    """The schema of a list of problems in files, as JSON."""
    return _headed("followup_kit listing", _written(Listing), LISTING_VERSION)


def _written(model: type[BaseModel]) -> dict[str, Any]:
    return model.model_json_schema(mode="serialization")


def _headed(title: str, schema: dict[str, Any], version: str = SCHEMA_VERSION) -> dict[str, Any]:
    head = {"$schema": DIALECT, "title": title, "schema_version": version}
    return {**head, **{key: value for key, value in schema.items() if key not in head}}


SCHEMAS: Mapping[str, Callable[[], dict[str, Any]]] = {
    "report": report_schema,
    "rule": rule_schema,
    "batch": batch_schema,
    "batch-result": batch_result_schema,
    "comparison": comparison_schema,
    "listing": listing_schema,
}
