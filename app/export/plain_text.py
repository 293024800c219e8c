"""Report tables as aligned text, for the command line."""

import textwrap
from collections.abc import Iterable, Sequence

from app.export.cells import Table, Unit, shown
from app.export.definitions import INTERNAL
from app.export.report import Report
from app.texts import Language, Text

WIDTH = 96
"""Characters at which sentences are broken."""

_ALL_PLACES = Text("Alle arbejdspladser", "All workplaces")
_DEMO_LINE = Text("DEMO: opdigtede data", "DEMO: invented data")


def to_text(report: Report) -> str:
    """Return the report as plain text, each table under its title and its universe."""
    language = report.language
    places = ", ".join(report.workplace_names) or _ALL_PLACES.in_language(language)
    lines = [_DEMO_LINE.in_language(language)] if report.demo else []
    lines += [report.title, "=" * len(report.title), *wrapped(places)]
    for note in (INTERNAL.in_language(language), *report.notes):
        lines += wrapped(note)
    for table in report.tables:
        lines += ["", *table_lines(table, language)]
    return "\n".join(lines) + "\n"


def table_lines(table: Table, language: Language) -> Iterable[str]:
    """Yield a table as aligned lines, under its title and its universe."""
    yield table.title
    yield "-" * len(table.title)
    yield from wrapped(table.universe)
    if table.columns[-1].unit is Unit.TEXT:
        yield from _list(table, language)
        return
    cells = [[column.full_title for column in table.columns]]
    cells += [
        [
            shown(cell, row.unit_in(column), language)
            for column, cell in zip(table.columns, row.cells, strict=True)
        ]
        for row in table.all_rows
    ]
    widths = [max(len(row[i]) for row in cells) for i in range(len(table.columns))]
    right = [column.unit is not Unit.TEXT for column in table.columns]
    for row in cells:
        yield _aligned(row, widths, right)


def _list(table: Table, language: Language) -> Iterable[str]:
    """Yield a table whose last column is a sentence, with the sentence below its line."""
    for row in table.rows:
        *cells, sentence = (
            shown(cell, column.unit, language)
            for column, cell in zip(table.columns, row.cells, strict=True)
        )
        yield ": ".join(cells)
        yield from (f"    {line}" for line in wrapped(sentence))


def _aligned(row: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    cells = (
        text.rjust(width) if is_right else text.ljust(width)
        for text, width, is_right in zip(row, widths, right, strict=True)
    )
    return "  ".join(cells).rstrip()


def wrapped(text: str) -> list[str]:
    """Return a sentence as lines for a terminal."""
    return textwrap.wrap(text, WIDTH)
