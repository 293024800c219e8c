"""LibreOffice opens a report for others with figures as numbers and marks as text."""

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.export.outside.files import render
from app.export.outside.profiles import Profile
from app.export.outside.releasing import Asked, protect_request, read_request
from app.export.outside.report import OutsideReport, outside_labels, outside_report
from app.models.month_closing import close_month
from app.models.store import Store
from tests.export.outside.project import Year, month
from tests.records import add_contact

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
SEMICOLON_UTF_8_DANISH = "CSV:59,34,76,1,,1030"
"""What a Danish spreadsheet asks when it opens such a file; types are left to it."""


@pytest.fixture
def report(store: Store) -> OutsideReport:
    """Two of fourteen persons spoke of S01; nobody of P02."""
    year = Year(store, 5)
    for at, person in enumerate(year.people[:14]):
        reason = "S01" if at < 2 else ("S02", "P01")[at % 2]
        add_contact(store, person, date(2025, 3, 6), reasons=(reason,))
    close_month(store, month(3), anyway=True)
    protected = protect_request(read_request(store, Asked(Profile.STEERING, month(3))))
    return outside_report(
        protected, outside_labels(store, protected.request, "da"), "da", demo=False
    )


def read_back(folder: Path, name: str, content: bytes, *options: str) -> list[tuple[object, ...]]:
    """Return every row of a file as LibreOffice reads it."""
    if SOFFICE is None:
        pytest.skip("LibreOffice is not installed")
    (folder / name).write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [SOFFICE, "--headless", profile, *options, "--convert-to", "xlsx"]
    command += ["--outdir", str(folder / "read"), str(folder / name)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    book = load_workbook(folder / "read" / f"{Path(name).stem}.xlsx")
    cells = [row for sheet in book for row in sheet.iter_rows()]
    assert not any(cell.data_type == "f" for row in cells for cell in row)
    return [tuple(cell.value for cell in row) for row in cells]


@pytest.mark.parametrize(
    ("form", "ending", "options"),
    [("xlsx", "xlsx", ()), ("csv-excel", "csv", (f"--infilter={SEMICOLON_UTF_8_DANISH}",))],
)
def test_figures_are_numbers_and_marks_are_text(
    report: OutsideReport, tmp_path: Path, form: str, ending: str, options: tuple[str, ...]
) -> None:
    rows = read_back(tmp_path, f"report.{ending}", render(report, form), *options)
    table = report.table("reasons")
    assert table is not None
    names = {row.key: str(row.cells[0]) for row in table.all_rows}
    found = {name: next(row for row in rows if row[0] == name) for name in names.values()}
    assert found[names["P02"]][1] == 0
    assert found[names["S01"]][1] == "··"
    assert any(row[:2] == (names["all"], 14) for row in rows)
