"""The files of a protected report, beside each other: to read, to compute on, and to check."""

import json
import pkgutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from app import files
from app.errors import UserError
from app.export.outside.csv_files import to_csv, to_excel_csv
from app.export.outside.releasing import Protected, write_release
from app.export.outside.report import OutsideReport
from app.models.store import Store
from app.texts import Text

Progress = Callable[[int, int], None]

SCRIPT = "check_release.py"
"""The program with which a recipient checks the certificate."""


def _pdf(report: OutsideReport) -> bytes:
    from app.export.outside.pdf_file import to_pdf

    return to_pdf(report)


def _xlsx(report: OutsideReport) -> bytes:
    from app.export.outside.excel_file import to_xlsx

    return to_xlsx(report)


OUTSIDE_FORMATS: Mapping[str, tuple[str, Callable[[OutsideReport], bytes]]] = {
    "pdf": (".pdf", _pdf),
    "xlsx": (".xlsx", _xlsx),
    "csv": ("-tal.csv", to_csv),
    "csv-excel": ("-excel.csv", to_excel_csv),
    "json": (".json", lambda report: report.protected.file),
}
"""How the files of each format end, and what renders them."""


def render(report: OutsideReport, name: str) -> bytes:
    """Return the bytes of a report in one format."""
    return OUTSIDE_FORMATS[name][1](report)


def preview_json(protected: Protected) -> str:
    """Return a report that nobody has released yet as JSON: its tables, and what it leaves out.

    It is of another format than the file of a release, so that it cannot be taken for one.
    """
    document = {
        "format": "vejviser-preview/1",
        "id": protected.release.id,
        "tables": protected.release.as_object()["tables"],
        "left_out": [each._asdict() for each in protected.left_out],
        "lacking": [each._asdict() for each in protected.lacking],
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


def render_files(
    report: OutsideReport, formats: Sequence[str], told: Progress | None = None
) -> dict[str, bytes]:
    """Return the files by their names: the formats, the certificate, and the script to check it.

    ``told`` is called before each file with how many are done, and how many there are; it may raise
    to stop.

    Raises:
        UserError: an unknown format.
    """
    for name in formats:
        if name not in OUTSIDE_FORMATS:
            known = ", ".join(OUTSIDE_FORMATS)
            raise UserError(
                Text("Opgørelsen blev ikke skrevet.", "The report was not written."),
                Text(f"Formatet »{name}« findes ikke.", f"There is no format “{name}”."),
                Text(f"Vælg mellem {known}.", f"Choose one of {known}."),
            )
    wanted = dict.fromkeys((*formats, "json"))
    found = {}
    for done, name in enumerate(wanted):
        if told is not None:
            told(done, len(wanted))
        found[f"{report.stem}{OUTSIDE_FORMATS[name][0]}"] = render(report, name)
    script = pkgutil.get_data("app.export.disclosure", SCRIPT)
    if script is None:
        raise FileNotFoundError(SCRIPT)
    return {**found, SCRIPT: script}


def write_files(contents: Mapping[str, bytes], out: Path) -> tuple[Path, ...]:
    """Write files into a folder, which is made where it is missing, and return their paths."""
    return _put_in_place(_beside(contents, out), out)


def issue(
    store: Store, protected: Protected, contents: Mapping[str, bytes], out: Path
) -> tuple[tuple[Path, ...], bool]:
    """Release a report and write its files; return their paths, and whether it is new.

    The files are on the disk under other names before the release stands in the ledger, so that
    nothing is released that cannot be written; afterwards they only get their names.

    Raises:
        Conflict: another release came in between; nothing was released or written.
        NotInPlace: it is released, and some files could not get their names.
        UserError: the files cannot be written; nothing was released.
    """
    written = _beside(contents, out)
    try:
        is_new = write_release(store, protected)
    except BaseException:
        _discard(written.values())
        raise
    try:
        return _put_in_place(written, out), is_new
    except UserError as error:
        raise NotInPlace(protected.release.id, error) from error


class NotInPlace(UserError):
    """A report is released, but not all its files are where they belong."""

    def __init__(self, name: str, error: UserError) -> None:
        super().__init__(
            Text(
                f"{name} er udgivet, men filerne kom ikke alle på plads.",
                f"{name} is released, but not all its files are in place.",
            ),
            error.why,
            Text(
                "Bed om den samme opgørelse igen: så skrives de samme filer.",
                "Ask for the same report again: the same files are written then.",
            ),
        )


def _beside(contents: Mapping[str, bytes], out: Path) -> dict[str, Path]:
    """Write files under temporary names: all of them, or none."""
    written: dict[str, Path] = {}
    try:
        with files.explained_os_errors():
            out.mkdir(parents=True, exist_ok=True)
            for name, content in contents.items():
                written[name] = files.write_beside(out / name, content)
    except UserError:
        _discard(written.values())
        raise
    return written


def _put_in_place(written: Mapping[str, Path], out: Path) -> tuple[Path, ...]:
    try:
        with files.explained_os_errors():
            for name, path in written.items():
                path.replace(out / name)
            files.sync_folder(out)
    except UserError:
        _discard(written.values())
        raise
    return tuple(out / name for name in written)


def _discard(paths: Iterable[Path]) -> None:
    for path in paths:
        with suppress(OSError):
            path.unlink()
