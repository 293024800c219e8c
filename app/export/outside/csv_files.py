"""A protected report as CSV, in the two profiles of :mod:`app.export.csv_files`."""

import csv
import io
from collections.abc import Iterable, Iterator

from app.export.cells import Cell, Unit, number, shown
from app.export.csv_files import escaped
from app.export.outside.marks import status_of
from app.export.outside.printed_tables import span_in
from app.export.outside.report import OutsideReport, outside_profile
from app.models.words import short_date

TIDY_COLUMNS = (
    *("project", "release", "month", "table", "row", "label", "column", "unit"),
    *("status", "value", "universe", "period", "months_without"),
)
"""One figure a line. ``status`` is counted, withheld, no_visits or not_asked; only a counted one
has a ``value``. ``period`` is that of the figure, ``month`` that of the release; ``months_without``
are the months that the period lacks."""

_DECIMALS = 4


def to_csv(report: OutsideReport) -> bytes:
    """Return one line per figure: comma, decimal point, UTF-8, LF."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(TIDY_COLUMNS)
    writer.writerows(_figures(report))
    return text.getvalue().encode()


def to_excel_csv(report: OutsideReport) -> bytes:
    """Return the tables under each other: semicolon, decimal comma, UTF-8 with BOM, CRLF.

    No text in it is taken for a formula.
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    for line in _stacked(report):
        writer.writerow([escaped(cell) for cell in line])
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def _figures(report: OutsideReport) -> Iterator[tuple[object, ...]]:
    release = report.protected.release
    project = f"DEMO {report.project}" if report.demo else report.project
    month = f"{report.protected.request.asked.month.first:%Y-%m}"
    without = {(e.table, e.period): " ".join(e.months) for e in report.protected.lacking}
    for source, table in zip(report.protected.release.tables, report.tables, strict=True):
        universe = " ".join(report.universes[table.key].splitlines())
        for row in table.all_rows:
            name = " ".join(str(row.cells[0]).splitlines())
            for column, cell in zip(table.columns[1:], row.cells[1:], strict=True):
                if cell is None:
                    continue
                value: float | str = ""
                unit = row.unit_in(column)
                if isinstance(cell, int):
                    value = round(number(cell, unit), _DECIMALS)
                start = (project, release.id, month, table.key, row.key, name)
                lacking = without.get((table.key, column.key), "")
                period = span_in(source, column.key)
                end = (column.key, unit.value, status_of(cell), value, universe, period, lacking)
                yield tuple(
                    escaped(each) if isinstance(each, str) else each for each in (*start, *end)
                )


def _stacked(report: OutsideReport) -> Iterable[list[str]]:
    danish = report.language == "da"
    yield [report.title]
    yield [outside_profile(report.protected).in_language(report.language), report.whose]
    yield ["Udgivet" if danish else "Released", short_date(report.made_on)]
    yield [report.banner]
    for note in report.notes:
        yield [note]
    if report.demo:
        yield ["DEMO: opdigtede data" if danish else "DEMO: invented data"]
    for table in report.all_tables:
        yield []
        yield [table.title]
        yield [table.universe]
        yield [column.full_title for column in table.columns]
        for row in table.all_rows:
            yield [
                _plain(cell, row.unit_in(column))
                for column, cell in zip(table.columns, row.cells, strict=True)
            ]


def _plain(cell: Cell, unit: Unit) -> str:
    if cell is None:
        return ""
    if isinstance(cell, int) and unit is Unit.COUNT:
        return str(cell)
    return shown(cell, unit, "da").replace(".", "") if isinstance(cell, int) else cell
