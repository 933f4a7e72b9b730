"""The listing as JSON, and a line a file."""

import json

import jsonschema

from followup_kit.cli.schemas import listing_schema
from followup_kit.models.listing import Listed, Listing
from followup_kit.rendering.listing import render_listing


def test_the_document_is_the_listing(listing: Listing) -> None:
    text = render_listing(listing, "json")
    assert Listing.model_validate_json(text) == listing
    jsonschema.validate(json.loads(text), listing_schema())


def test_each_line_is_a_file_with_the_versions(listing: Listing) -> None:
    lines = render_listing(listing, "jsonl").rstrip("\n").split("\n")
    read = [json.loads(line) for line in lines]
    assert {line.pop("schema_version") for line in read} == {"1.0"}
    assert {line.pop("tool_version") for line in read} == {"1.2.3"}
    assert tuple(Listed.model_validate(line) for line in read) == listing.files
