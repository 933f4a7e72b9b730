"""The listing for machines: every key, in the order of the model, nothing else."""

import json

from followup_kit.rendering.listing.page import Page


def render_json(page: Page) -> str:
    """The listing as one document of indented JSON."""
    return page.listing.model_dump_json(indent=2) + "\n"


def render_jsonl(page: Page) -> str:
    """A line a file, each with the versions that a reader of it alone needs."""
    listing = page.listing
    versions = {"schema_version": listing.schema_version, "tool_version": listing.tool_version}
    lines = [{**versions, **file.model_dump(mode="json")} for file in listing.files]
    return "".join(compact(line) + "\n" for line in lines)


def compact(value: object) -> str:
    """A value as JSON on one line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def indented(value: object) -> str:
    """A value as a document of JSON."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
