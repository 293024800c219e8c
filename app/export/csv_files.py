"""Report tables as CSV, in two profiles: one to compute on, one to read in a Danish Excel."""

import csv
import io
from collections.abc import Iterable, Iterator

from app.export.cells import Cell, Table, Unit, number, shown
from app.export.definitions import INTERNAL
from app.export.report import Report
from app.models.team.coverage import coverage_words
from app.models.words import short_date

TIDY_COLUMNS = (
    "project",
    "from",
    "to",
    "workplaces",
    "table",
    "row",
    "label",
    "column",
    "unit",
    "value",
    "universe",
)
"""The header of the profile to compute on: one figure a line, codes beside the words."""

_TRIGGERS = ("=", "+", "-", "@", "\t", "\r", "\n")
_DECIMALS = 4


def to_csv(report: Report) -> bytes:
    """Return one line per figure: comma, decimal point, ISO dates, UTF-8, LF.

    ``hours`` and ``rate`` are decimals, ``percent`` whole per cent; what has no figure has no
    line. Where closed months lie in the period and the figures are not theirs, and where something of
    a laptop is or may be missing at a lead, every universe says so: a line of it may stand alone.
    """
    start = _cells(
        f"DEMO {report.project}" if report.demo else report.project,
        report.period.first.isoformat(),
        report.period.last.isoformat(),
        "|".join(report.tally.workplaces),
    )
    beside = [report.counted_now] if report.counted_now else []
    if report.covered is not None and (report.covered.is_lacking or report.covered.unknown):
        beside.append(coverage_words(report.covered))
    said = " ".join(each.in_language(report.language) for each in beside)
    lines = (line for table in report.tables for line in _figures(table, start, said))
    return "".join((_cells(*TIDY_COLUMNS), "\n", *lines)).encode()


def to_excel_csv(report: Report) -> bytes:
    """Return the tables under each other as a Danish Excel opens them.

    Semicolon, decimal comma, dd-mm-yyyy, UTF-8 with BOM, CRLF; a text that a spreadsheet would
    take for a formula is escaped with an apostrophe.
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    for line in _stacked(report):
        writer.writerow([escaped(cell) for cell in line])
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def escaped(text: str) -> str:
    """Return ``text`` so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(_TRIGGERS) else text


def _figures(table: Table, start: str, beside: str) -> Iterator[str]:
    """Yield a line for every figure; a country has tens of thousands, so words are quoted once."""
    universes: dict[str, str] = {}
    columns = [(column.unit, f",{_cells(column.key, column.unit)},") for column in table.columns]
    for row in table.all_rows:
        # A line break in a name would break the line for many who read the file.
        name = " ".join(str(row.cells[0]).splitlines())
        of_row = f"{start},{_cells(table.key, row.key, name)}"
        universe = " ".join(filter(None, (row.universe or table.universe, beside)))
        if universe not in universes:
            universes[universe] = f",{_cells(universe)}\n"
        end = universes[universe]
        for (unit, of_column), cell in zip(columns, row.cells, strict=True):
            if isinstance(cell, int):
                yield f"{of_row}{of_column}{round(number(cell, unit), _DECIMALS)}{end}"


def _cells(*texts: str) -> str:
    """Return texts as cells of one line, without its end."""
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(texts)
    return line.getvalue()[:-1]


def _stacked(report: Report) -> Iterable[list[str]]:
    danish = report.language == "da"
    # On one line with the project: a cell "oktober 2026" would be taken for its first day.
    yield [report.title]
    yield ["Fra" if danish else "From", short_date(report.period.first)]
    yield ["Til" if danish else "To", short_date(report.period.last)]
    places = ", ".join(report.workplace_names) or ("Alle" if danish else "All")
    yield ["Arbejdspladser" if danish else "Workplaces", places]
    yield ["Opgjort" if danish else "Counted on", short_date(report.made_on)]
    yield [INTERNAL.in_language(report.language)]
    for note in report.notes:
        yield [note]
    if report.demo:
        yield ["DEMO: opdigtede data" if danish else "DEMO: invented data"]
    for table in report.tables:
        yield []
        yield [table.title]
        yield [table.universe]
        yield [
            f"{column.full_title} (%)" if column.unit is Unit.PERCENT else column.full_title
            for column in table.columns
        ]
        for row in table.all_rows:
            yield [
                _plain(cell, column.unit)
                for column, cell in zip(table.columns, row.cells, strict=True)
            ]


def _plain(cell: Cell, unit: Unit) -> str:
    """Return a cell without separators or units, with a decimal comma."""
    if cell is None:
        return ""
    if isinstance(cell, int) and unit in (Unit.COUNT, Unit.PERCENT):
        return str(cell)
    return shown(cell, unit, "da").replace(".", "") if isinstance(cell, int) else cell
