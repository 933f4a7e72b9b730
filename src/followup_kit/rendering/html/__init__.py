"""The Report as one HTML file: no network, no script, for screens of any size, paper and voices."""

from functools import lru_cache
from typing import TYPE_CHECKING

from followup_kit.models.report import Report
from followup_kit.rendering.html.page import page
from followup_kit.rendering.view import View

if TYPE_CHECKING:
    from jinja2 import Template

__all__ = ["render_html"]


def render_html(report: Report, view: View) -> str:
    """The report as a page of its own; everything that comes from the message is escaped."""
    return _template().render(page(report, view)).rstrip("\n") + "\n"


@lru_cache(maxsize=1)
def _template() -> "Template":
    """The page's template, which escapes whatever it is given."""
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415  (only for HTML)

    environment = Environment(
        loader=PackageLoader("followup_kit.rendering.html", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("report.html.j2")
