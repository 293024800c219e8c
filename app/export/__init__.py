"""Reports, tables and files that leave the program: what the window and the command line call."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from app import files
from app.errors import UserError
from app.export.csv_files import to_csv, to_excel_csv
from app.export.file_names import file_stem
from app.export.plain_text import to_text
from app.export.report import Report, make_report
from app.export.tally_json import to_json
from app.models.periods import Period
from app.models.store import Store
from app.texts import Language, Text

__all__ = [
    "ALL_FORMATS",
    "FORMATS",
    "Format",
    "Report",
    "ReportRequest",
    "make_report",
    "render",
    "run",
    "to_csv",
    "to_json",
    "to_text",
]


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file: how its name ends, what it is called, and what renders it."""

    ending: str
    label: Text
    render: Callable[[Report], bytes]


def _pdf(report: Report) -> bytes:
    from app.export.pdf_file import to_pdf

    return to_pdf(report)


def _xlsx(report: Report) -> bytes:
    from app.export.excel_file import to_xlsx

    return to_xlsx(report)


def _json(report: Report) -> bytes:
    return to_json(report.tally, report.closing, report.counted_now, report.covered)


FORMATS: Mapping[str, Format] = {
    "pdf": Format(".pdf", Text("PDF til print", "PDF to print"), _pdf),
    "xlsx": Format(".xlsx", Text("Excel-regneark", "Excel workbook"), _xlsx),
    "csv": Format("-tal.csv", Text("CSV til beregning", "CSV to compute on"), to_csv),
    "csv-excel": Format(
        "-excel.csv", Text("CSV til dansk Excel", "CSV for a Danish Excel"), to_excel_csv
    ),
}
"""The formats of a report that people choose from."""

ALL_FORMATS: Mapping[str, Format] = {
    **FORMATS,
    "json": Format("-tal.json", Text("JSON til programmer", "JSON for programs"), _json),
}
"""The formats of a report by their name on the command line."""


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """What shall be written: the period, the workplaces (none: all), the formats and the folder."""

    period: Period
    out: Path
    formats: tuple[str, ...] = ("pdf",)
    workplace_codes: tuple[str, ...] = ()
    language: Language = "da"


def run(request: ReportRequest, store: Store) -> tuple[Path, ...]:
    """Write the files that were asked for and return their paths, in the order of the formats.

    The same request on the same data and day gives the same bytes. A file of the same name is
    replaced; the folder is made where it is missing.

    Raises:
        UserError: an unknown format, an unknown workplace, or a folder that cannot be written.
    """
    formats = {name: _known_format(name) for name in request.formats}
    report = make_report(store, request.period, request.workplace_codes, language=request.language)
    return write(report, tuple(formats), request.out)


def write(report: Report, formats: tuple[str, ...], out: Path) -> tuple[Path, ...]:
    """Write a report that is already counted; for the rest as :func:`run`."""
    stem = file_stem(report.period, report.tally.workplaces)
    contents = {out / f"{stem}{ALL_FORMATS[n].ending}": render(report, n) for n in formats}
    with files.explained_os_errors():
        out.mkdir(parents=True, exist_ok=True)
        for path, content in contents.items():
            files.write_atomically(path, content)
    return tuple(contents)


def render(report: Report, name: str) -> bytes:
    """Return the bytes of a report in one format; raise UserError when it is unknown."""
    return _known_format(name).render(report)


def _known_format(name: str) -> Format:
    if name not in ALL_FORMATS:
        known = ", ".join(ALL_FORMATS)
        raise UserError(
            Text("Opgørelsen blev ikke skrevet.", "The report was not written."),
            Text(f"Formatet »{name}« findes ikke.", f"There is no format “{name}”."),
            Text(f"Vælg mellem {known}.", f"Choose one of {known}."),
        )
    return ALL_FORMATS[name]
