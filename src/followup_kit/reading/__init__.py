"""Bytes or text of any format → a Message: plain text, zones, and the way back to every offset."""

from followup_kit.reading.files import load, load_bytes
from followup_kit.reading.placeholders import find_placeholders
from followup_kit.reading.reader import read

__all__ = ["find_placeholders", "load", "load_bytes", "read"]
