"""Tables that are too long to be printed: a national report has thousands of lines."""

from dataclasses import replace

from app.export.cells import Row, Table, Unit
from app.texts import Language, Text

LONGEST = 100
"""Lines of a printed table without its total: some three pages."""


def shortened(table: Table, language: Language) -> Table:
    """Return a table as it is printed: of more lines than can be read, the largest ones.

    They stand in the order of the table, its total is still that of all lines, and its universe
    says so. A table without a total is kept whole: nothing would stand for what is left out.
    """
    if table.total is None or len(table.rows) <= LONGEST:
        return table
    first_count = next(
        at for at, column in enumerate(table.columns) if column.unit is not Unit.TEXT
    )

    def amount(row: Row) -> int:
        cell = row.cells[first_count]
        return cell if isinstance(cell, int) else 0

    largest = set(sorted(range(len(table.rows)), key=lambda at: -amount(table.rows[at]))[:LONGEST])
    title = table.columns[first_count].full_title.lower()
    note = Text(
        f"De {LONGEST} største af {len(table.rows)} efter {title}; alle står i Excel- og CSV-filen,"
        " og summen er af dem alle.",
        f"The {LONGEST} largest of {len(table.rows)} by {title}; all of them are in the Excel and CSV"
        " files, and the total is of all.",
    )
    return replace(
        table,
        rows=tuple(row for at, row in enumerate(table.rows) if at in largest),
        universe=f"{table.universe} {note.in_language(language)}",
    )
