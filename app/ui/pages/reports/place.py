"""Where on the page a figure stands: in which table of the report, and in which way it is shown."""

from typing import Literal, NamedTuple

from app.export.asked import Asked, asked
from app.export.cells import shown
from app.export.report import Report

Where = Literal["table", "card", "chart"]


class Place(NamedTuple):
    """The keys of the table, the row and the column; ``where`` is what shows it on the page."""

    table: str
    row: str
    column: str
    where: Where


class Question(NamedTuple):
    """A figure that is asked for: where it stands, what it is, and how it is printed."""

    place: Place
    asked: Asked
    printed: str


def question_at(report: Report, place: Place) -> Question | None:
    """Return the figure of a report at a place; None where there is none (any more)."""
    table = report.table(place.table)
    row = next((each for each in table.all_rows if each.key == place.row), None)
    column = next((each for each in table.columns if each.key == place.column), None)
    found = asked(table, row, column) if row is not None and column is not None else None
    if row is None or column is None or found is None:
        return None
    cell = row.cells[table.column(column.key)]
    return Question(place, found, shown(cell, column.unit, report.language))
