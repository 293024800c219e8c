"""The charts of a workbook, below the tables whose cells they draw."""

from collections.abc import Sequence
from typing import Any

from app.export.cells import Cell, Table
from app.export.drawing import ChartColours
from app.export.excel_looks import ACCENT, LINE, MUTED
from app.texts import Language, Text

_KINDS = {
    "by_workplace": ("bar", "contacts"),
    "reasons_by_group": ("bar", "all"),
    "advice_top": ("bar", "all"),
    "twelve_months": ("line", "contacts"),
    "kinds": ("bar", ""),
    "groups": ("bar", ""),
}
"""Which tables have a chart, of which kind, over which of their columns; "" is the last one."""

_WIDTH, _LINE_CHART_HEIGHT, _BAR, _AROUND_BARS = 720, 300, 26, 70
"""Pixels."""

_MOST_BARS = 30
"""A chart of more is not read; the table can be sorted."""

_POINT = {"type": "circle", "size": 5, "fill": {"color": ACCENT}}
"""Points belong to lines; Excel takes a bar with one for a damaged file."""

_NO_BAR = Text("har ingen søjle", "has no bar")

_OUTSIDE = ("phone_no_workplace", "no_workplace")


def add_chart(
    book: Any, sheet: Any, name: str, table: Table, first_row: int, language: Language
) -> None:
    """Draw the chart of a table, where it has one and not too many lines for it, below its cells.

    ``name`` is the name of the sheet, ``first_row`` the row of the table's first line, from 0.
    """
    if table.key not in _KINDS or not 0 < len(table.rows) <= _MOST_BARS:
        return
    kind, key = _KINDS[table.key]
    values, last = _column(table, key), first_row + len(table.rows) - 1
    cells = [row.cells[values] for row in table.rows]
    if not any(isinstance(cell, int) for cell in cells):
        return
    chart = book.add_chart({"type": kind})
    chart.add_series(
        {
            "name": table.columns[values].full_title,
            "categories": [name, first_row, 0, last, 0],
            "values": [name, first_row, values, last, values],
            "values_data": [cell if isinstance(cell, int) else None for cell in cells],
            "fill": {"color": ACCENT},
            "line": {"color": ACCENT, "width": 2} if kind == "line" else {"none": True},
            "marker": _POINT if kind == "line" else None,
            "points": _colours(table) if kind == "bar" else None,
            "gap": 60,
            "data_labels": {
                "value": True,
                "position": "above" if kind == "line" else "outside_end",
                "custom": _marks(cells),
            },
        }
    )
    letters = {"size": 13, "bold": True, "color": ACCENT}
    title = " · ".join((table.title, table.columns[values].full_title, *_no_bar(cells, language)))
    chart.set_title({"name": title, "overlay": False, "name_font": letters})
    chart.set_legend({"none": True})
    # The figures stand at the bars and points: a scale would say them twice.
    scale = {"visible": False, "major_gridlines": {"visible": False}, "min": 0}
    names = {"line": {"color": LINE}, "major_tick_mark": "none", "num_font": {"color": MUTED}}
    if kind == "bar":  # its two axes change places
        chart.set_x_axis(scale)
        chart.set_y_axis({**names, "reverse": True})
    else:
        chart.set_x_axis(names)
        chart.set_y_axis(scale)
    bars = _AROUND_BARS + _BAR * len(table.rows)
    chart.set_size({"width": _WIDTH, "height": bars if kind == "bar" else _LINE_CHART_HEIGHT})
    chart.set_chartarea({"border": {"color": LINE}})
    below = first_row + len(table.all_rows) + 1
    sheet.insert_chart(below, 0, chart, {"description": f"{table.title}. {table.universe}"})


def _column(table: Table, key: str) -> int:
    return table.column(key) if key else len(table.columns) - 1


def _marks(cells: Sequence[Cell]) -> list[dict[str, str] | None]:
    """Return what stands at the points that have no figure: their mark, where a 0 would stand."""
    return [{"value": cell} if isinstance(cell, str) else None for cell in cells]


def _no_bar(cells: Sequence[Cell], language: Language) -> list[str]:
    """Return what the title says of the marks: not every program writes them where a bar lacks."""
    marks = dict.fromkeys(cell for cell in cells if isinstance(cell, str))
    return [f"{mark} {_NO_BAR.in_language(language)}" for mark in marks]


def _colours(table: Table) -> list[dict[str, Any]]:
    """Return the colour of each bar: that of its reason group, grey where it is no workplace."""
    groups = dict.fromkeys(_OUTSIDE, MUTED) | dict(ChartColours().groups)
    return [{"fill": {"color": groups.get(row.key, ACCENT)}} for row in table.rows]
