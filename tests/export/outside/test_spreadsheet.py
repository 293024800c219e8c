"""LibreOffice opens every file of a release: figures are numbers, marks text, and nothing runs."""

import csv
import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from app.export.outside.files import OUTSIDE_FORMATS, render_files, write_files
from app.export.outside.marks import HIDDEN
from app.export.outside.profiles import Profile
from app.export.outside.releasing import Asked, protect_request, read_request
from app.export.outside.report import OutsideReport, outside_labels, outside_report
from app.models.types import Sector
from tests.export.outside.project import Year, month
from tests.records import add_contact, add_workplace
from tests.stores import new_store, ticking_clock

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
STEM = "vejviser-2025-01-steering"
FORMULA = "=1+1 Ærø Åbo"
"""What a workplace is called: a spreadsheet must show it, and compute nothing."""
READ_AS = {
    f"{STEM}.xlsx": None,
    f"{STEM}-tal.csv": "CSV:44,34,76,1",
    f"{STEM}-excel.csv": "CSV:59,34,76,1,,1030",
}
"""The settings of the import window: comma or semicolon, quotes, UTF-8; Danish figures."""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OutsideReport]:
    """January with a workplace that is called like a formula."""
    store = new_store(tmp_path_factory.mktemp("store") / "installation", ticking_clock())
    year = Year(store, 5)
    year.places.append(
        add_workplace(store, "FORMEL", name=FORMULA, sector=Sector.PRIVATE, headcount=90)
    )
    for person in year.people[:12]:
        place = year.places[-1].id
        add_contact(store, person, date(2025, 1, 6), workplace_id=place, reasons=("P01",))
    year.live(1)
    protected = protect_request(read_request(store, Asked(Profile.STEERING, month(1))))
    labels = outside_labels(store, protected.request, "da")
    yield outside_report(protected, labels, "da", demo=False)
    store.close()


@pytest.fixture(scope="module")
def read(report: OutsideReport, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every table file as LibreOffice has read it."""
    if SOFFICE is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("spreadsheet")
    write_files(render_files(report, tuple(OUTSIDE_FORMATS)), folder)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for name, settings in READ_AS.items():
        command = [SOFFICE, "--headless", profile, "--convert-to", "xlsx"]
        command += [f"--infilter={settings}"] if settings else []
        command += ["--outdir", str(folder / "read"), str(folder / name)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
        assert done.returncode == 0, done.stderr
    return folder / "read"


def sheets_of(path: Path) -> list[Worksheet]:
    return [sheet for sheet in load_workbook(path).worksheets if isinstance(sheet, Worksheet)]


def test_every_file_keeps_its_types_in_a_spreadsheet(read: Path, report: OutsideReport) -> None:
    files = {path.name: sheets_of(path) for path in read.iterdir()}
    assert set(files) == {f"{Path(name).stem}.xlsx" for name in READ_AS}
    for name, sheets in files.items():
        cells = [cell for sheet in sheets for row in sheet.iter_rows() for cell in row]
        assert not any(cell.data_type == "f" for cell in cells), name
        texts = {str(cell.value) for cell in cells if cell.data_type == "s"}
        assert any(FORMULA in text for text in texts), name
        assert any("Årsager" in text for text in texts), name
    (tidy,) = files[f"{STEM}-tal.xlsx"]
    head, *rows = tidy.iter_rows(values_only=True)
    status, value = head.index("status"), head.index("value")
    assert {row[status] for row in rows} >= {"counted", "withheld"}
    for row in rows:
        assert isinstance(row[value], int | float) == (row[status] == "counted")
    book = {sheet.title: sheet for sheet in files[f"{STEM}.xlsx"]}
    kinds = report.table("kinds")
    assert kinds is not None
    shown = [row[1].value for row in book["Henvendelser"].iter_rows(min_row=5)]
    assert shown[: len(kinds.all_rows)] == [row.cells[1] for row in kinds.all_rows]


def test_the_csv_for_spreadsheets_has_hours_and_counts_as_numbers(
    read: Path, report: OutsideReport
) -> None:
    (sheet,) = sheets_of(read / f"{STEM}-excel.xlsx")
    activity = report.table("activity")
    assert activity is not None
    assert activity.total is not None
    lines = list(sheet.iter_rows(values_only=True))
    (first, *_) = (at for at, line in enumerate(lines) if line[0] == activity.title)
    total = next(line for line in lines[first:] if line[0] == activity.total.cells[0])
    for cell, kept in zip(total[1:5], activity.total.cells[1:], strict=True):
        assert isinstance(cell, str if kept == HIDDEN else int | float)
    assert total[1] == activity.total.cells[1]


def test_a_withheld_figure_is_no_point_of_a_chart(report: OutsideReport) -> None:
    """Neither in the cells, nor in what the chart remembers of them; its mark is its label."""
    groups = report.table("groups")
    assert groups is not None
    figures = [row.cells[-1] for row in groups.rows]
    assert HIDDEN in figures
    content = render_files(report, ("xlsx",))[f"{STEM}.xlsx"]
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        charts = [book.read(name).decode() for name in book.namelist() if "/charts/" in name]
    (chart,) = (chart for chart in charts if groups.title in chart)
    remembered = re.findall(r'<c:pt idx="(\d+)"><c:v>(\d+)</c:v>', chart)
    shown = [(str(at), str(cell)) for at, cell in enumerate(figures) if isinstance(cell, int)]
    assert remembered == shown
    labels = re.findall(r'<c:dLbl><c:idx val="(\d+)"/>.*?<a:t>(.*?)</a:t>', chart)
    assert labels == [(str(at), cell) for at, cell in enumerate(figures) if isinstance(cell, str)]
    assert f"{HIDDEN} har ingen søjle" in chart
    assert "<c:marker>" not in chart, "a bar with a marker is a damaged file to Excel"


def test_no_text_of_a_csv_begins_like_a_formula(report: OutsideReport) -> None:
    files = render_files(report, ("csv", "csv-excel"))
    for name, mark in ((f"{STEM}-tal.csv", ","), (f"{STEM}-excel.csv", ";")):
        lines = csv.reader(files[name].decode("utf-8-sig").splitlines(), delimiter=mark)
        assert not [cell for line in lines for cell in line if cell.startswith(("=", "+", "@"))]
