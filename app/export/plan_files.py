"""The files of the plan: what the window and the command line call, with the same bytes for both."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from app import files
from app.errors import UserError
from app.export.file_names import file_stem
from app.export.plan_table import CALENDAR, PlanRequest, PlanSheet, make_sheet
from app.export.plan_text import to_csv, to_json, to_text
from app.models.store import Store
from app.texts import Text


@dataclass(frozen=True, slots=True)
class PlanFormat:
    """One kind of file: how its name ends, what it is called, and what renders it."""

    ending: str
    label: Text
    render: Callable[[PlanSheet], bytes]


def _ics(sheet: PlanSheet) -> bytes:
    from app.export.plan_ics import to_ics

    return to_ics(sheet)


def _pdf(sheet: PlanSheet) -> bytes:
    if len(sheet.workplace_codes) == 1:
        from app.export.plan_board import to_board

        return to_board(sheet)
    from app.export.plan_pdf import to_pdf

    return to_pdf(sheet)


def _xlsx(sheet: PlanSheet) -> bytes:
    from app.export.plan_excel import to_xlsx

    return to_xlsx(sheet)


PLAN_FORMATS: Mapping[str, PlanFormat] = {
    "text": PlanFormat(".txt", Text("Tekst", "Text"), to_text),
    "json": PlanFormat(".json", Text("JSON til andre programmer", "JSON for programs"), to_json),
    "csv": PlanFormat(".csv", Text("CSV til beregning", "CSV to compute on"), to_csv),
    CALENDAR: PlanFormat(".ics", Text("Kalenderfil til Outlook", "Calendar file"), _ics),
    "pdf": PlanFormat(".pdf", Text("PDF til print", "PDF to print"), _pdf),
    "xlsx": PlanFormat(".xlsx", Text("Excel-regneark", "Excel workbook"), _xlsx),
}
"""The formats of the plan by their name on the command line; a PDF of one workplace is its board."""


def run_plan(request: PlanRequest, store: Store) -> tuple[Path, ...]:
    """Write the files that were asked for and return their paths, in the order of the formats.

    The same request on the same data and day gives the same bytes. A file of the same name is
    replaced; the folder is made where it is missing.

    Raises:
        UserError: an unknown format, workplace or counsellor, or a folder that cannot be written.
    """
    formats = {name: _known_format(name) for name in request.formats}
    return write_plan(make_sheet(store, request), tuple(formats), request.out)


def render_plan(request: PlanRequest, store: Store, name: str) -> bytes:
    """Return the bytes of the plan in one format; errors as for :func:`run_plan`."""
    known = _known_format(name)
    return known.render(make_sheet(store, replace(request, formats=(name,))))


def write_plan(sheet: PlanSheet, formats: tuple[str, ...], out: Path) -> tuple[Path, ...]:
    """Write a plan that was read with these formats in its request; the rest as :func:`run_plan`."""
    who = ["".join(filter(str.isalnum, initials)) for initials in sheet.counsellors]
    stem = "-".join([file_stem(sheet.period, sheet.workplace_codes, subject="fremmoede"), *who])
    contents = {
        out / f"{stem}{_known_format(name).ending}": PLAN_FORMATS[name].render(sheet)
        for name in formats
    }
    with files.explained_os_errors():
        out.mkdir(parents=True, exist_ok=True)
        for path, content in contents.items():
            files.write_atomically(path, content)
    return tuple(contents)


def _known_format(name: str) -> PlanFormat:
    if name not in PLAN_FORMATS:
        known = ", ".join(PLAN_FORMATS)
        raise UserError(
            Text("Planen blev ikke skrevet.", "The plan was not written."),
            Text(f"Formatet »{name}« findes ikke.", f"There is no format “{name}”."),
            Text(f"Vælg mellem {known}.", f"Choose one of {known}."),
        )
    return PLAN_FORMATS[name]
