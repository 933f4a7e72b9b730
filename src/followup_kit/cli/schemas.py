"""JSON Schemas of what the kit reads and writes, made from its own models."""

from collections.abc import Callable, Mapping
from typing import Any

from followup_kit.cli.batch import LineError
from followup_kit.models.draft import Context
from followup_kit.models.report import SCHEMA_VERSION, Report
from followup_kit.models.rule import Rule

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def report_schema() -> dict[str, Any]:
    """The schema of a report, as ``--format json`` writes it."""
    schema = Report.model_json_schema(mode="serialization")
    return {"$schema": DIALECT, "schema_version": SCHEMA_VERSION, **schema}


def rule_schema() -> dict[str, Any]:
    """The schema of a rule file; the id comes from the file's place."""
    schema = Rule.model_json_schema()
    del schema["properties"]["id"]
    schema["required"].remove("id")
    schema["title"] = "followup_kit rule"
    return {"$schema": DIALECT, **schema}


def batch_schema() -> dict[str, Any]:
    """The schema of one line that ``--batch`` writes."""
    report = Report.model_json_schema(mode="serialization")
    definitions = report.pop("$defs", {})
    definitions |= {"Report": report, "LineError": LineError.model_json_schema()}
    definitions["Context"] = Context.model_json_schema()
    return {
        "$schema": DIALECT,
        "title": "followup_kit batch line",
        "schema_version": SCHEMA_VERSION,
        "type": "object",
        "properties": {
            "id": {},
            "report": {"$ref": "#/$defs/Report"},
            "error": {"$ref": "#/$defs/LineError"},
        },
        "required": ["id"],
        "oneOf": [{"required": ["report"]}, {"required": ["error"]}],
        "$defs": definitions,
    }


SCHEMAS: Mapping[str, Callable[[], dict[str, Any]]] = {
    "report": report_schema,
    "rule": rule_schema,
    "batch": batch_schema,
}
