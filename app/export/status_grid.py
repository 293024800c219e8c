"""Who has sent what, as a grid of lines: a month on each line, a computer in each column."""

from collections.abc import Iterator, Sequence

from app.models.team.lead_status import (
    Arrived,
    LaptopRow,
    LeadStatus,
    MonthCell,
    state_words,
)
from app.texts import Language, Text

_COLUMNS = 5
"""Computers beside each other: more would not stand on a line of a terminal."""

_GAP = "  "

_NOT_EXPECTED = Text(
    "ventes ikke: fra før computerens første måned her, eller computeren er ikke på deltagerlisten mere",
    "not expected: from before the computer's first month here, or the roster names the computer no more",
)


def grid_lines(found: LeadStatus, language: Language) -> Iterator[str]:
    """Yield the grid in blocks of a few computers; each cell tells the contacts and how it stands."""
    for start in range(0, len(found.laptops), _COLUMNS):
        if start:
            yield ""
        yield from _block(found.laptops[start : start + _COLUMNS], language)


def legend_lines(found: LeadStatus, language: Language) -> Iterator[str]:
    """Yield what the sign of a month that nobody expects means, where it stands in the grid."""
    cells = (cell for row in found.laptops for cell in row.months)
    if any(cell.state is Arrived.NOT_EXPECTED for cell in cells):
        yield f"–  {_NOT_EXPECTED.in_language(language)}"


def _block(laptops: Sequence[LaptopRow], language: Language) -> Iterator[str]:
    columns = [[row.called, *(_cell(cell, language) for cell in row.months)] for row in laptops]
    widths = [max(map(len, column)) for column in columns]
    months = ["", *(cell.month for cell in laptops[0].months)]
    first = max(map(len, months))
    for month, *cells in zip(months, *columns, strict=True):
        line = [month.ljust(first), *map(str.ljust, cells, widths)]
        yield _GAP.join(line).rstrip()


def _cell(cell: MonthCell, language: Language) -> str:
    words = state_words(cell).in_language(language)
    return f"{cell.contacts} {words}" if cell.revision else words
