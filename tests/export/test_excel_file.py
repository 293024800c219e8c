"""The workbook, read back as Excel would."""

import io
import textwrap
from dataclasses import replace

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from app.export.cells import Table, number
from app.export.excel_file import to_xlsx
from app.export.report import Report
from tests.export.conftest import SECRETS


@pytest.fixture(scope="module")
def book(report: Report) -> Workbook:
    return load_workbook(io.BytesIO(to_xlsx(report)))


def sheet_name(table: Table) -> str:
    """Return the title without the mark that Excel forbids in the name of a sheet."""
    return table.title.removesuffix("?")


def test_there_is_a_front_sheet_and_one_sheet_for_each_table(
    book: Workbook, report: Report
) -> None:
    assert book.sheetnames == ["Forside", *(sheet_name(table) for table in report.tables)]
    front = [[cell.value for cell in row] for row in book["Forside"].iter_rows()]
    assert front[0][0] == "Projekt Vest"
    assert ["Periode", "oktober 2026"] in front
    assert ["Fra", "01-10-2026"] in front


def test_every_cell_is_the_number_or_the_text_of_its_table(book: Workbook, report: Report) -> None:
    for table in report.tables:
        sheet = book[sheet_name(table)]
        assert sheet["A1"].value == table.title
        assert sheet["A2"].value == table.universe
        headings = [sheet.cell(4, place + 1).value for place in range(len(table.columns))]
        assert headings == [column.full_title for column in table.columns]
        for line, row in enumerate(table.all_rows, start=5):
            for place, (column, cell) in enumerate(
                zip(table.columns, row.cells, strict=True), start=1
            ):
                found = sheet.cell(line, place)
                if isinstance(cell, int):
                    assert found.data_type == "n"
                    assert found.value == pytest.approx(number(cell, column.unit))
                else:
                    assert (found.value or None) == (cell or None)


def test_a_name_that_looks_like_a_formula_stays_a_name(book: Workbook) -> None:
    cell = next(row[0] for row in book["Arbejdspladser"].iter_rows() if "Sum" in str(row[0].value))
    assert (cell.value, cell.data_type) == ("=Sum & Søn <A/S>", "s")


def test_headings_stay_in_sight_and_numbers_have_their_form(book: Workbook) -> None:
    sheet = book["Arbejdspladser"]
    assert sheet.freeze_panes == "B5"
    assert sheet["D5"].number_format == "#,##0.0"
    assert book["Henvendelser"]["C5"].number_format == '0" %"'


def test_the_same_report_gives_the_same_bytes_with_the_day_of_counting(
    report: Report, book: Workbook
) -> None:
    assert to_xlsx(report) == to_xlsx(report)
    assert book.properties.created.isoformat() == "2026-11-21T00:00:00"
    assert book.properties.title == "Projekt Vest · oktober 2026"


def test_it_speaks_english_and_marks_a_demo(english: Report) -> None:
    demo = replace(english, demo=True)
    book = load_workbook(io.BytesIO(to_xlsx(demo)))
    assert book.sheetnames[0] == "Cover"
    assert book["Cover"]["A2"].value == "DEMO: invented data"


def test_nothing_about_anybody_is_written(book: Workbook) -> None:
    text = "\n".join(
        str(cell.value) for sheet in book.worksheets for row in sheet.iter_rows() for cell in row
    )
    assert [secret for secret in SECRETS if secret in text] == []


def test_what_is_drawn_in_the_pdf_is_drawn_below_its_cells(book: Workbook, report: Report) -> None:
    drawn = {sheet.title: sheet._charts for sheet in book.worksheets if sheet._charts}
    keys = ("by_workplace", "reasons_by_group", "advice_top", "twelve_months")
    assert set(drawn) == {report.table(key).title for key in keys}
    for key in keys:
        table = report.table(key)
        (chart,) = drawn[table.title]
        assert chart.anchor._from.row > 4 + len(table.all_rows)
        last = 4 + len(table.rows)
        assert chart.series[0].val.numRef.f.endswith(f"${last}")


def test_no_sentence_is_cut_off_by_the_height_of_its_row(book: Workbook, report: Report) -> None:
    for table in report.tables:
        sheet = book[sheet_name(table)]
        for row in range(4, 5 + len(table.all_rows)):
            for cell in sheet[row][: len(table.columns)]:
                width = sheet.column_dimensions[cell.column_letter].width
                lines = len(textwrap.wrap(str(cell.value or ""), int(width)))
                assert sheet.row_dimensions[row].height >= 15 * lines, (table.key, cell.coordinate)
