"""The charts of the page, drawn by the export so that screen and PDF show the same."""

from dataclasses import dataclass
from typing import Literal

from app.export.charts import advice_chart, chart_svg, months_chart, reasons_chart
from app.export.drawing import Look
from app.export.report import Report

Over = Literal["first", "all"]


@dataclass(frozen=True, slots=True)
class ChartSizes:
    """How wide the two places for charts are and how large their letters, in logical pixels."""

    side: int
    wide: int
    letters: int


@dataclass(frozen=True, slots=True)
class Drawings:
    """The charts as SVG."""

    reasons: bytes
    advice: bytes
    months: bytes


def draw(report: Report, over: Over, sizes: ChartSizes) -> Drawings:
    """Draw the charts of a report for the room that the page has for them."""
    side = Look(width=sizes.side, font_size=sizes.letters)
    wide = Look(width=sizes.wide, font_size=sizes.letters)
    return Drawings(
        reasons=chart_svg(reasons_chart(report, side, over)),
        advice=chart_svg(advice_chart(report, side, over)),
        months=chart_svg(months_chart(report, wide)),
    )
