"""No visits, a true zero, a withheld figure and a question not asked: told apart in every format."""

import csv
import io
import json
from datetime import date

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from app.export.cells import shown
from app.export.outside.files import render
from app.export.outside.profiles import Profile
from app.export.outside.releasing import Asked, protect_request, read_request
from app.export.outside.report import OutsideReport, outside_labels, outside_report
from app.export.outside.text import to_text
from app.models.month_closing import close_month
from app.models.store import Store
from app.models.types import TermKind
from tests.export.outside.project import Year, month
from tests.records import add_contact

FOUR = {
    ("activity", "STOR", "contacts"): ("no_visits", "i.f."),
    ("reasons", "P02", "2025-03"): ("counted", "0"),
    ("reasons", "S01", "2025-03"): ("withheld", "··"),
    ("reasons", "P06", "2025-03"): ("not_asked", "i.s."),
}
"""Where each kind stands (table, row, column), its code, and what is printed there."""

LEGEND = (
    "i.f. ingen fremmøder i perioden, og ingen henvendelser på anden måde",
    "·· skjult, for at ingen kan kendes; mindst 1",
    "i.s. ikke spurgt i perioden",
    "0: talt, og der var ingen",
)


@pytest.fixture
def report(store: Store) -> OutsideReport:
    """March 2025: nobody visited; two persons spoke of S01; nobody of P02; P06 is out of use."""
    year = Year(store, 5)
    for number in (1, 2):
        for at, person in enumerate(year.people[:18]):
            reasons = ("P01", "P06") if at < 9 else ("S02",)
            add_contact(store, person, date(2025, number, 6), reasons=reasons)
        close_month(store, month(number), anyway=True)
    store.taxonomy.retire(TermKind.REASON, "P06", date(2025, 3, 1))
    for at, person in enumerate(year.people[:30]):
        reason = "S01" if at < 2 else "S02" if at < 10 else "P01" if at < 20 else "F05"
        add_contact(store, person, date(2025, 3, 6), reasons=(reason,))
    close_month(store, month(3), anyway=True)
    protected = protect_request(read_request(store, Asked(Profile.STEERING, month(3))))
    return outside_report(
        protected, outside_labels(store, protected.request, "da"), "da", demo=False
    )


def printed(report: OutsideReport, place: tuple[str, str, str]) -> tuple[str, list[str]]:
    """Return the name of a row of the report and what stands in it, as words."""
    key, row, _ = place
    table = report.table(key)
    assert table is not None
    (found,) = (each for each in table.all_rows if each.key == row)
    units = [column.unit for column in table.columns]
    name, *words = (shown(*each, "da") for each in zip(found.cells, units, strict=True))
    return name, words


def test_in_the_table_itself(report: OutsideReport) -> None:
    for place, (_, mark) in FOUR.items():
        table = report.table(place[0])
        assert table is not None
        column = [each.key for each in table.columns[1:]].index(place[2])
        assert printed(report, place)[1][column] == mark, place
    legends = " ".join(table.universe for table in report.tables)
    assert [part for part in LEGEND if part not in legends] == []


def test_in_csv_to_compute_on(report: OutsideReport) -> None:
    lines = csv.DictReader(io.StringIO(render(report, "csv").decode()))
    found = {(each["table"], each["row"], each["column"]): each for each in lines}
    for place, (status, mark) in FOUR.items():
        assert found[place]["status"] == status
        assert found[place]["value"] == (mark if status == "counted" else "")


def test_in_csv_for_excel_in_text_and_in_the_workbook(report: OutsideReport) -> None:
    stacked = list(
        csv.reader(io.StringIO(render(report, "csv-excel").decode("utf-8-sig")), delimiter=";")
    )
    book = load_workbook(io.BytesIO(render(report, "xlsx")))
    cells = [row for sheet in book for row in sheet.iter_rows(values_only=True)]
    text = to_text(report)
    for place, (status, mark) in FOUR.items():
        name, _ = printed(report, place)
        assert any(line[0] == name and mark in line[1:] for line in stacked if line)
        value = 0 if status == "counted" else mark
        rows = [row for row in cells if name in row]
        assert any(value in row and type(row[row.index(value)]) is type(value) for row in rows)
        assert any(name in line and mark in line for line in text.splitlines())
    for part in LEGEND:
        assert part in " ".join(text.split())
        assert any(part in line[0] for line in stacked if line)


def test_in_the_pdf(report: OutsideReport) -> None:
    pages = PdfReader(io.BytesIO(render(report, "pdf"))).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    for place in FOUR:
        name, words = printed(report, place)
        assert f"{name} {' '.join(words)}" in text, "the row as it is printed, mark by mark"
    assert [part for part in LEGEND if part not in text] == []


def test_in_json(report: OutsideReport) -> None:
    release = json.loads(render(report, "json"))["releases"][-1]
    tables = {table["key"]: table for table in release["tables"]}
    values = {"no_visits": "no_visits", "counted": 0, "withheld": None, "not_asked": "not_asked"}
    for (key, row, column), (status, _) in FOUR.items():
        table = tables[key]
        at = table["rows"].index(row), table["columns"].index(column)
        value = table["values"][at[0]][at[1]]
        assert (value, type(value)) == (values[status], type(values[status]))


def test_that_there_are_no_visits_without_a_workplace_is_told_beside_its_mark(
    report: OutsideReport,
) -> None:
    table = report.table("activity")
    assert table is not None
    (nowhere,) = (row for row in table.rows if row.key == "outside")
    assert nowhere.cells[1] is None
    assert "– eller tomt: uden arbejdsplads er der ingen fremmøder" in table.universe
    assert "– eller tomt: uden arbejdsplads er der ingen fremmøder" in " ".join(
        to_text(report).split()
    )
    reasons = report.table("reasons")
    assert reasons is not None
    assert "– " not in reasons.universe
