"""What a style hides: no room, no size, no place on the page, ink of the paper's colour."""

import re
from dataclasses import dataclass

_HIDING = re.compile(
    r"(?i)display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all"
    r"|opacity\s*:\s*(?:0+(?:\.0*)?|\.0+)(?![.\d])|max-(?:height|width)\s*:\s*0(?![.\d])"
    r"|text-indent\s*:\s*-\d{3}|(?<![\w-])(?:left|top|right|bottom)\s*:\s*-\d{3}"
    r"|clip\s*:\s*rect\s*\(\s*[01]"
)
_INK = re.compile(r"(?i)(?:^|[;\s\"'])color\s*:\s*([^;!]+)")
_PAPER = re.compile(r"(?i)background(?:-color)?\s*:\s*(#[0-9a-f]+|rgba?\([^)]*\)|[a-z]+)")
_NAMED = {"white": "#ffffff", "black": "#000000"}
_TINY = re.compile(
    r"(?i)font-size\s*:\s*(?:0(?:\.[0-2]\d*)?(?:px|pt|em|rem|%)?|1(?:px|pt))(?![\w.])"
)
_SIZED = re.compile(r"(?i)font-size\s*:")
_SHORT = 4
WHITE = "#ffffff"


@dataclass(frozen=True, slots=True)
class Look:
    """Colours and size that hold inside an element; no ink named is ink that shows."""

    ink: str = ""
    paper: str = WHITE
    tiny: bool = False

    def inside(self, style: str, background: str = "") -> "Look":
        """What holds inside an element with this style and ``bgcolor``."""
        ink, paper = _INK.search(style), _PAPER.search(style)
        given = paper.group(1) if paper else background
        return Look(
            _colour(ink.group(1)) if ink else self.ink,
            _colour(given) if given else self.paper,
            bool(_TINY.search(style)) if _SIZED.search(style) else self.tiny,
        )

    @property
    def blank(self) -> bool:
        """Whether words in this ink, on this paper, of this size show nothing."""
        return self.tiny or self.ink in (self.paper, "transparent")


def hides(style: str) -> bool:
    """Whether a style leaves nothing to be seen, whatever the elements inside say."""
    return bool(_HIDING.search(style))


def _colour(value: str) -> str:
    value = value.strip().lower()
    if value.startswith("rgb"):
        parts = [int(float(part)) for part in re.findall(r"[\d.]+", value)[:3]]
        return "#" + "".join(f"{min(part, 255):02x}" for part in parts)
    if value.startswith("#") and len(value) == _SHORT:
        return "#" + "".join(digit * 2 for digit in value[1:])
    return _NAMED.get(value, value)


PLAIN = Look()
"""How a page looks before any style."""
