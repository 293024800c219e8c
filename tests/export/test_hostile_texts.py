"""Texts that a spreadsheet would run, if it were let: in every format they stay what they are."""

import csv
import io
import zipfile
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from app.export import render
from app.export.cells import Column, Row, Table, Unit
from app.export.report import Report

HOSTILE = (
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("file:///etc/passwd","Klik her")',
    "+45 12345678",
    "-2+3",
    "@SUM(A1:A9)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "'=1+1",
    '";=1+1',
    "12-03",
)


@pytest.fixture
def hostile(report: Report) -> Report:
    """A report whose project, heading, universe and every name would like to be a formula."""
    rows = tuple(Row(f"H{n}", (text, n)) for n, text in enumerate(HOSTILE))
    columns = (Column("name", "=1+1", Unit.TEXT), Column("contacts", "@count"))
    total = Row("all", ("-I alt", len(rows)))
    table = Table("by_workplace", "=Titel", "+Alle", columns, rows, total)
    return replace(
        report, labels=replace(report.labels, project='=2+5+cmd|" /C calc"!A0'), tables=(table,)
    )


def test_excel_gets_words_and_not_one_formula(hostile: Report) -> None:
    content = render(hostile, "xlsx")
    _, sheet = load_workbook(io.BytesIO(content)).worksheets
    names = [sheet.cell(row, 1) for row in range(5, 5 + len(HOSTILE))]
    assert [cell.data_type for cell in names] == ["s"] * len(HOSTILE)
    assert [cell.value.replace("_x000D_", "\r") for cell in names] == list(HOSTILE)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
        assert all(b"<f>" not in archive.read(name) for name in sheets)
        assert not any("external" in name.lower() for name in archive.namelist())


def test_a_danish_excel_gets_no_cell_that_it_would_run(hostile: Report) -> None:
    text = render(hostile, "csv-excel").decode("utf-8-sig")
    lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    cells = [cell for line in lines for cell in line]
    assert [c for c in cells if c.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))] == []
    assert cells[0].startswith("'=2+5+cmd")
    assert {text.lstrip("'") for text in HOSTILE} <= {cell.lstrip("'") for cell in cells}


def test_the_csv_to_compute_on_gives_every_text_back_on_one_line(hostile: Report) -> None:
    text = render(hostile, "csv").decode()
    lines = list(csv.DictReader(io.StringIO(text, newline="")))
    names = [line["label"] for line in lines]
    assert names == [*(" ".join(text.splitlines()) for text in HOSTILE), "-I alt"]
    assert [line["value"] for line in lines] == [str(n) for n in range(len(HOSTILE) + 1)]
