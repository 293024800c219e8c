"""The table of a correction reads like every other one: hours are hours, and codes are words."""

import csv
import io
from datetime import date

import msgspec
import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from app.export import make_report
from app.export import to_text as internal_text
from app.export.cells import shown
from app.export.outside.csv_files import to_csv, to_excel_csv
from app.export.outside.excel_file import to_xlsx
from app.export.outside.files import OUTSIDE_FORMATS, render_files
from app.export.outside.profiles import Profile
from app.export.outside.releasing import (
    Asked,
    Protected,
    protect_request,
    read_request,
    write_release,
)
from app.export.outside.report import OutsideReport, outside_labels, outside_report
from app.export.outside.text import to_text
from app.export.outside_answer import explain_outside, outside_figure
from app.models.store import Store
from app.texts import Language
from tests.export.outside.project import Year, month

TABLE = "restated.2025-01"
HOURS = "activity.minutes"


def _protect(store: Store, number: int) -> Protected:
    return protect_request(read_request(store, Asked(Profile.STEERING, month(number))))


@pytest.fixture
def corrected(store: Store) -> Protected:
    """February, with January as it was corrected: many contacts, and visits of 90 minutes in all."""
    year = Year(store, 5)
    year.live(1)
    write_release(store, _protect(store, 1))
    year.held(year.places[0], date(2025, 1, 7))
    half = year.held(year.places[1], date(2025, 1, 8))
    store.visits.change(msgspec.structs.replace(half, ended_at="2025-01-08T08:30:00Z"))
    year.correct(1, contacts=30)
    year.live(2)
    return _protect(store, 2)


def _in_words(store: Store, protected: Protected, language: Language = "da") -> OutsideReport:
    labels = outside_labels(store, protected.request, language)
    return outside_report(protected, labels, language, demo=False)


@pytest.mark.parametrize(("language", "line"), [("da", "Timer 0,0 1,5"), ("en", "Hours 0.0 1.5")])
def test_corrected_hours_are_hours_as_in_the_table_of_activity(
    store: Store, corrected: Protected, language: Language, line: str
) -> None:
    report = _in_words(store, corrected, language)
    read = [" ".join(each.split()) for each in to_text(report).splitlines()]
    assert line in read
    table, activity = report.table(TABLE), report.table("activity")
    assert table is not None
    assert activity is not None
    (hours,) = (row for row in table.rows if row.key == HOURS)
    unit = activity.columns[activity.column("minutes")].unit
    assert {hours.unit_in(column) for column in table.columns[1:]} == {unit}
    assert shown(hours.cells[-1], unit, language) == line[-3:]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("da", "efter en rettelse, også dem, der ikke ændrede sig."),
        ("en", "after a correction, also those that did not change."),
    ],
)
def test_the_heading_of_a_correction_does_not_say_that_all_its_figures_changed(
    store: Store, corrected: Protected, language: Language, said: str
) -> None:
    report = _in_words(store, corrected, language)
    table = report.table(TABLE)
    assert table is not None
    assert any(row.cells[1] == row.cells[2] for row in table.rows)
    assert said in table.universe
    assert said in " ".join(to_text(report).split())
    pages = PdfReader(io.BytesIO(render_files(report, ("pdf",))[f"{report.stem}.pdf"])).pages
    assert said in " ".join(" ".join(page.extract_text().split()) for page in pages)


def test_corrected_hours_are_numbers_of_hours_in_every_file(
    store: Store, corrected: Protected
) -> None:
    report = _in_words(store, corrected)
    lines = list(csv.DictReader(io.StringIO(to_csv(report).decode())))
    hours = [each for each in lines if (each["table"], each["row"]) == (TABLE, HOURS)]
    assert [(each["unit"], each["value"]) for each in hours] == [("hours", "0.0"), ("hours", "1.5")]
    assert "Timer;0,0;1,5" in to_excel_csv(report).decode("utf-8-sig")
    sheet = load_workbook(io.BytesIO(to_xlsx(report)))["Rettelse af januar 2025"]
    (row,) = (row for row in sheet.iter_rows(min_row=5) if row[0].value == "Timer")
    assert [cell.value for cell in row[1:3]] == [0, 1.5]
    assert {cell.number_format for cell in row[1:3]} == {"#,##0.0"}


def test_the_reason_is_told_inside_the_project_and_in_no_file_for_others(
    store: Store, corrected: Protected
) -> None:
    """Staff write it freely, and may name somebody."""
    (close,) = (each for each in store.month_closes.all() if each.reason)
    assert close.reason in " ".join(internal_text(make_report(store, month(2))).split())
    report = _in_words(store, corrected)
    files = render_files(report, tuple(OUTSIDE_FORMATS))
    pages = PdfReader(io.BytesIO(files[f"{report.stem}.pdf"])).pages
    book = load_workbook(io.BytesIO(files[f"{report.stem}.xlsx"]))
    said = {
        "pdf": " ".join(page.extract_text() for page in pages),
        "xlsx": " ".join(str(cell) for s in book for line in s.values for cell in line),
        "text": to_text(report),
        **{name: data.decode() for name, data in files.items() if name.endswith(("csv", "json"))},
    }
    for name, text in said.items():
        assert "2025" in text, name
        assert close.reason not in " ".join(text.split()), name


def test_no_code_stands_in_a_correction(store: Store, corrected: Protected) -> None:
    table = _in_words(store, corrected).table(TABLE)
    assert table is not None
    for row in table.rows:
        family, _, code = row.key.partition(".")
        words = str(row.cells[0]).rpartition(": ")[2]
        assert words not in (code, family), words


def test_a_corrected_figure_is_asked_for_and_the_old_one_says_where_its_rows_are(
    store: Store, corrected: Protected
) -> None:
    (table,) = (each for each in corrected.release.tables if each.key == TABLE)
    old, new = table.columns
    for row in table.rows:
        figure = outside_figure(corrected, TABLE, row, new)
        assert figure is not None
        assert figure.period == month(1)
        assert explain_outside(store, corrected, figure).value == figure.cell.value, row
        assert figure.no_rows is None
    figure = outside_figure(corrected, TABLE, HOURS, old)
    assert figure is not None
    answer = explain_outside(store, corrected, figure)
    assert answer.value == figure.cell.value
    assert answer.definition.da
    assert "før måneden blev rettet" in answer.how.da
    assert not answer.behind.rows
