"""How the cells of a workbook look, and how wide and high they must be to be read whole."""

import textwrap
from typing import Any

from app.export.cells import Column, Table, Unit

ACCENT, MUTED, LINE, WARNING = "#0e5a63", "#5c686d", "#dfe4e3", "#a3211b"

WIDEST = 70
"""Characters at which a column of text is broken."""

TITLE_HEIGHT = 24
"""The height of a row with a title, in points."""

_NUMBER_FORMATS = {
    Unit.TEXT: "@",
    Unit.COUNT: "#,##0",
    Unit.PERCENT: '0" %"',
    Unit.HOURS: "#,##0.0",
    Unit.RATE: "#,##0.0",
}
_NARROWEST = 9
_LINE_HEIGHT = 15.5


class Looks:
    """The few looks that cells have."""

    def __init__(self, book: Any) -> None:
        base = {"font_name": "Calibri", "font_size": 11, "valign": "top"}
        title = base | {"bold": True, "font_size": 15, "font_color": ACCENT}
        self.title = book.add_format(title | {"valign": "vcenter"})
        self.muted = book.add_format(base | {"font_color": MUTED})
        self.sentence = book.add_format(base | {"font_color": MUTED, "text_wrap": True})
        self.strong = book.add_format(base | {"bold": True, "valign": "vcenter"})
        self.warning = book.add_format(base | {"bold": True, "font_color": WARNING})
        self.link = book.add_format(base | {"font_color": ACCENT, "underline": 1})
        head = {"bold": True, "bottom": 1, "bottom_color": MUTED, "text_wrap": True}
        head = base | head | {"valign": "bottom"}
        self.text_head = book.add_format(head)
        apart = {"align": "left", "indent": 1}
        self.later_text_head = book.add_format(head | apart)
        self.number_head = book.add_format(head | {"align": "right"})
        line = base | {"bottom": 1, "bottom_color": LINE, "text_wrap": True}
        total = base | {"bold": True, "top": 1, "text_wrap": True}
        self.cells = _by_unit(book, line)
        self.totals = _by_unit(book, total)
        self.later_text = book.add_format(line | apart)

    def head(self, index: int, column: Column) -> Any:
        """Return the look of a column's heading."""
        if column.unit is not Unit.TEXT:
            return self.number_head
        return self.later_text_head if index else self.text_head

    def cell(self, index: int, unit: Unit, *, is_total: bool) -> Any:
        """Return the look of a cell; words behind a figure keep a distance from it."""
        if index and unit is Unit.TEXT and not is_total:
            return self.later_text
        return (self.totals if is_total else self.cells)[unit]


def _by_unit(book: Any, look: dict[str, Any]) -> dict[Unit, Any]:
    # A mark in place of a figure stands where the figure would.
    right = {"align": "right"}
    return {
        unit: book.add_format(look | {"num_format": pattern} | ({} if unit is Unit.TEXT else right))
        for unit, pattern in _NUMBER_FORMATS.items()
    }


def widths(table: Table) -> list[int]:
    """Return the width of each column in characters: of its longest text or heading word."""
    return [_width(table, index, column) for index, column in enumerate(table.columns)]


def row_height(*texts_and_widths: tuple[str, int]) -> float:
    """Return the height in points at which no text of a row is cut off at its width.

    Spreadsheets other than Excel do not grow a row by themselves when they open a file.
    """
    return _LINE_HEIGHT * max(
        (_lines(text, width) for text, width in texts_and_widths if text), default=1
    )


def _lines(text: str, width: int) -> int:
    """Return how many lines a text needs; most need one, which takes no breaking to know."""
    if len(text) <= width and "\t" not in text:
        return 1
    return len(textwrap.wrap(text, width))


def _width(table: Table, index: int, column: Column) -> int:
    texts = [cell for row in table.all_rows if isinstance(cell := row.cells[index], str)]
    heading = max(len(word) for word in column.full_title.split())
    longest = max((len(text) for text in texts), default=0)
    return min(WIDEST, max(_NARROWEST, heading, longest) + 2)
