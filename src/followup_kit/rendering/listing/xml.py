"""A tree of XML as a document; what XML cannot carry is made visible."""

from collections.abc import Mapping
from xml.etree import ElementTree as ET

from followup_kit.rendering.listing.showing import one_line


def element(
    name: str, attributes: Mapping[str, object], parent: ET.Element | None = None
) -> ET.Element:
    """An element, added to its parent if it has one; every attribute is on one line."""
    given = {key: one_line(str(value)) for key, value in attributes.items()}
    return ET.Element(name, given) if parent is None else ET.SubElement(parent, name, given)


def document(root: ET.Element) -> str:
    """The tree, indented, in UTF-8."""
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'
