"""The charts of a protected report: a withheld figure has no bar and keeps its mark."""

from typing import TYPE_CHECKING

from app.export.cells import Table, Unit, shown
from app.export.drawing import Bar, Look, bar_drawing

if TYPE_CHECKING:
    from reportlab.graphics.shapes import Drawing

CHARTS = ("kinds", "groups")
"""The tables that have a chart."""


def split_chart(table: Table, look: Look) -> "Drawing":
    """Return the bars of the last column of a table: the year to date, or the only period."""
    groups = look.colours.groups
    bars = []
    for row in table.rows:
        cell = row.cells[-1]
        value = cell if isinstance(cell, int) else 0
        note = shown(cell, Unit.COUNT, "da")
        bars.append(Bar(str(row.cells[0]), value, note, groups.get(row.key, look.colours.accent)))
    return bar_drawing(bars, look)
