"""The charts of a protected report: a withheld figure has no bar and keeps its mark."""

from typing import TYPE_CHECKING

from app.export.cells import Table, Unit, shown
from app.export.drawing import Bar, Look, bar_drawing
from app.export.outside.marks import HIDDEN
from app.texts import Language, Text

if TYPE_CHECKING:
    from reportlab.graphics.shapes import Drawing

CHARTS = ("kinds", "groups")
"""The tables that have a chart."""
_BARS = Text("Søjlerne viser {column}.", "The bars show {column}.")
_BARS_AND_GAPS = Text(
    "Søjlerne viser {column}; {mark} har ingen søjle.",
    "The bars show {column}; {mark} has no bar.",
)


def has_chart(table: Table) -> bool:
    """Tell whether a table is drawn: one of those that have a chart, with a figure to draw."""
    return table.key in CHARTS and any(isinstance(row.cells[-1], int) for row in table.rows)


def chart_note(table: Table, language: Language) -> str:
    """Return what stands below the chart of a table: which column it draws, and its gaps."""
    title = table.columns[-1].title
    column = title.lower() if language == "da" else title
    if any(row.cells[-1] == HIDDEN for row in table.rows):
        told = _BARS_AND_GAPS.format(column=column, mark=HIDDEN)
    else:
        told = _BARS.format(column=column)
    return told.in_language(language)


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
