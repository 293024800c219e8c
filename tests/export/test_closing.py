"""Reports of closed months print what was frozen, list what changed, and print restatements once."""

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from app.export import FORMATS, make_report, render, to_json, to_text
from app.export.close_tables import CHANGED, RESTATED
from app.export.report import Report
from app.models.month_closing import close_month, restate_month
from app.models.periods import Period
from app.models.store import Store
from app.models.types import Inquiry, Sector, Workplace
from tests.records import add_contact, add_person, add_workplace
from tests.stores import new_store, ticking_clock

AUGUST, SEPTEMBER, OCTOBER, NOVEMBER = (
    Period.month(date(2026, month, 1)) for month in range(8, 12)
)
YEAR = Period(date(2026, 1, 1), OCTOBER.last)
DAY = date(2026, 10, 20)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = new_store(tmp_path, ticking_clock())
    yield opened
    opened.close()


@pytest.fixture
def lem(store: Store) -> Workplace:
    """Two workplaces of one owner and one of none, with contacts in September and October."""
    vestas = store.organisations.ensure("Vestas")
    lem, other = (
        add_workplace(store, code, organisation_id=vestas.id) for code in ("LEM", "RINGKØBING")
    )
    add_workplace(store, "TIM", sector=Sector.MUNICIPAL)
    lone = add_person(store)
    add_contact(store, lone, date(2026, 9, 4), workplace_id=lem.id)
    add_contact(store, lone, DAY, workplace_id=other.id)
    add_contact(store, None, DAY, workplace_id=lem.id)
    return lem


def correct(store: Store, lem: Workplace, day: date = DAY) -> Inquiry:
    """Add what was forgotten."""
    return add_contact(store, None, day, workplace_id=lem.id, reasons=("S01",))


def everything(report: Report) -> dict[str, bytes]:
    written = {name: render(report, name) for name in FORMATS}
    return written | {"text": to_text(report).encode(), "json": to_json(report.tally)}


SCOPES = pytest.mark.parametrize(
    ("period", "codes"),
    [(OCTOBER, ()), (OCTOBER, ("LEM",)), (OCTOBER, ("RINGKØBING", "LEM")), (YEAR, ()), (YEAR, ("TIM",))],
)  # fmt: skip


@SCOPES
def test_a_closed_month_is_printed_as_it_was_counted(
    store: Store, lem: Workplace, period: Period, codes: tuple[str, ...]
) -> None:
    before = make_report(store, period, codes)
    close_month(store, OCTOBER, anyway=True)
    after = make_report(store, period, codes)
    assert after.tables == before.tables
    assert after.tally == before.tally
    assert (after.months, after.made_on) == (before.months, before.made_on)
    assert before.notes == ()
    assert after.notes == ("Lukket 21-11-2026 af KM.",)


@SCOPES
def test_no_correction_changes_what_is_printed(
    store: Store, lem: Workplace, period: Period, codes: tuple[str, ...]
) -> None:
    close_month(store, OCTOBER, anyway=True)
    before = make_report(store, period, codes)
    correct(store, lem)
    store.workplaces.change(replace(store.workplaces.get(lem.id), name="Vestas i Lem"))
    add_workplace(store, "NY")
    after = make_report(store, period, codes)
    assert after.tally == before.tally
    assert [table for table in after.tables if table.key != CHANGED] == list(before.tables)
    json_of = [json.loads(to_json(report.tally)) for report in (before, after)]
    assert json_of[0] == json_of[1]
    concerned = codes != ("TIM",)
    assert bool(after.corrections) == concerned
    assert (after.notes != before.notes) == concerned


def test_what_changed_since_is_listed_figure_by_figure(store: Store, lem: Workplace) -> None:
    close_month(store, OCTOBER, anyway=True)
    correct(store, lem)
    report = make_report(store, OCTOBER, ("LEM",))
    assert report.notes[1] == "Rettet siden månedslukningen: 10 tal."
    (table,) = report.corrections
    assert table.title == "Rettet siden månedslukningen"
    assert [row.cells for row in table.rows[:4]] == [
        ("Henvendelser · Anonym · Antal", 1, 2),
        ("Henvendelser · I alt · Antal", 1, 2),
        ("Arbejdspladser · Lem · Henvendelser", 1, 2),
        ("Arbejdspladser · Lem · Anonyme", 1, 2),
    ]
    english = make_report(store, OCTOBER, ("LEM",), language="en")
    assert english.corrections[0].rows[0].cells == ("Inquiries · Anonymous · Count", 1, 2)


def test_a_restatement_is_printed_by_the_next_month_and_once(store: Store, lem: Workplace) -> None:
    close_month(store, SEPTEMBER, anyway=True)
    correct(store, lem, date(2026, 9, 9))
    restate_month(store, SEPTEMBER, "En henvendelse manglede")
    for period in (OCTOBER, NOVEMBER, YEAR):
        (table,) = make_report(store, period).corrections
        assert table.key == RESTATED
        assert table.rows[0].cells == ("September 2026 · Henvendelser · Anonym · Antal", 0, 1)
        assert "(udgave 2): En henvendelse manglede." in table.universe
    for period in (AUGUST, SEPTEMBER):
        assert make_report(store, period).corrections == ()
    assert make_report(store, OCTOBER, ("TIM",)).corrections == ()

    close_month(store, OCTOBER, anyway=True)

    assert len(make_report(store, OCTOBER).corrections) == 1
    assert make_report(store, NOVEMBER).corrections == ()
    correct(store, lem, date(2026, 9, 10))
    restate_month(store, SEPTEMBER, "Og en til")
    (later,) = make_report(store, NOVEMBER).corrections
    assert later.rows[0].cells[1:] == (1, 2)
    (october,) = make_report(store, OCTOBER).corrections
    assert october.rows[0].cells[1:] == (0, 1), "what it printed stays what it printed"


def test_every_format_tells_of_the_close_and_of_what_changed(store: Store, lem: Workplace) -> None:
    close_month(store, SEPTEMBER, anyway=True)
    correct(store, lem, date(2026, 9, 9))
    restate_month(store, SEPTEMBER, "En henvendelse manglede")
    close_month(store, OCTOBER, anyway=True)
    correct(store, lem)
    report = make_report(store, OCTOBER)
    written = everything(report)

    pages = PdfReader(io.BytesIO(written["pdf"])).pages
    pdf = " ".join(" ".join(page.extract_text() for page in pages).split())
    book = openpyxl.load_workbook(io.BytesIO(written["xlsx"]))
    front = [str(row[1].value) for row in book.worksheets[0].iter_rows(max_row=12)]
    excel = written["csv-excel"].decode("utf-8-sig")
    for words in ("Lukket 21-11-2026 af KM.", "Rettet siden månedslukningen: "):
        assert words in pdf
        assert any(words in line for line in front)
        assert words in excel
        assert words in written["text"].decode()
    for title in ("Rettelser af tidligere måneder", "Rettet siden månedslukningen"):
        assert title in pdf
        assert title in book.sheetnames
        assert title in excel
    tidy = list(csv.DictReader(io.StringIO(written["csv"].decode())))
    changed = [row for row in tidy if row["table"] == CHANGED]
    assert (changed[0]["row"], changed[0]["column"], changed[0]["value"]) == (
        "contacts.anonymous.count",
        "before",
        "1",
    )
    assert everything(make_report(store, OCTOBER)) == written


def test_a_period_across_closed_months_says_that_it_is_counted_now(
    store: Store, lem: Workplace
) -> None:
    close_month(store, OCTOBER, anyway=True)
    quarter = Period.quarter(OCTOBER.first)
    for period, codes in ((quarter, ()), (OCTOBER, ("LEM", "TIM"))):
        report = make_report(store, period, codes)
        assert report.closing is None
        assert report.notes[0].startswith("Talt op af data, som de er nu")
    assert make_report(store, NOVEMBER).notes == ()


def test_a_quarter_of_closed_months_says_in_every_format_that_it_is_counted_now(
    store: Store, lem: Workplace, tmp_path: Path
) -> None:
    for month in (SEPTEMBER, OCTOBER):
        close_month(store, month, anyway=True)
    report = make_report(store, Period.quarter(OCTOBER.first))
    said = "Talt op af data, som de er nu: kun den enkelte måned"
    pdf = " ".join(
        page.extract_text() for page in PdfReader(io.BytesIO(render(report, "pdf"))).pages
    )
    assert said in " ".join(pdf.split())
    book = openpyxl.load_workbook(io.BytesIO(render(report, "xlsx")))
    assert any(
        isinstance(cell, str) and cell.startswith(said)
        for sheet in book
        for row in sheet.iter_rows(values_only=True)
        for cell in row
    )
    assert said in render(report, "csv-excel").decode("utf-8-sig")
    tidy = list(csv.DictReader(io.StringIO(render(report, "csv").decode())))
    assert tidy
    assert all(said in line["universe"] for line in tidy)
    told = json.loads(render(report, "json"))
    assert told["counted_now"]["da"].startswith(said)
    assert told["counted_now"]["en"].startswith("Counted from the data as they are now")
    assert said in " ".join(to_text(report).split())
    month = make_report(store, OCTOBER)
    for name in ("csv", "csv-excel", "json"):
        assert said not in render(month, name).decode("utf-8-sig")


def test_the_json_of_a_closed_month_says_which_revision_it_is(store: Store, lem: Workplace) -> None:
    close_month(store, OCTOBER, anyway=True)
    correct(store, lem)
    report = make_report(store, OCTOBER)
    told = json.loads(to_json(report.tally, report.closing))["closing"]
    assert (told["month"], told["revision"], told["closed_by"]) == ("2026-10", 1, "KM")
    assert told["changed"][0] == {
        "table": "contacts",
        "row": "anonymous",
        "column": "count",
        "unit": "count",
        "closed": 1,
        "now": 2,
    }
