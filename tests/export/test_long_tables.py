"""A table of a whole country is printed as far as somebody reads it, and says so."""

import io
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from openpyxl import load_workbook
from pypdf import PdfReader

from app.export import make_report, render
from app.export.cells import Column, Row, Table, Unit
from app.export.long_tables import LONGEST, shortened
from app.models.periods import Period
from tests.records import add_contact, add_workplace
from tests.stores import NOW, new_store

ROWS = tuple(Row(f"W{at}", (f"W{at}", at * 37 % 251, at)) for at in range(250))
TABLE = Table(
    "by_workplace",
    "Arbejdspladser",
    "Alle henvendelser.",
    (Column("workplace", "Sted", Unit.TEXT), Column("contacts", "Henv."), Column("x", "X")),
    ROWS,
    Row("all", ("I alt", 31_125, 0)),
)


def test_the_largest_lines_stand_in_the_order_of_the_table_and_the_total_is_of_all() -> None:
    printed = shortened(TABLE, "da")
    by_size = sorted(ROWS, key=lambda row: -int(row.cells[1] or 0))[:LONGEST]
    assert printed.rows == tuple(row for row in ROWS if row in by_size)
    assert printed.total == TABLE.total
    assert "De 100 største af 250 efter henv.; alle står i Excel- og CSV-filen" in printed.universe
    assert printed.universe.startswith(TABLE.universe)


def test_what_fits_and_what_has_no_total_stays_whole() -> None:
    for table in (replace(TABLE, rows=ROWS[:LONGEST]), replace(TABLE, total=None)):
        assert shortened(table, "en") is table


def test_the_print_says_where_all_lines_are_and_they_are_there(tmp_path: Path) -> None:
    with closing(new_store(tmp_path)) as store:
        for at in range(LONGEST + 12):
            place = add_workplace(store, f"W{at:03}", f"Sted {at:03}")
            for _ in range(1 if at < 12 else 2):
                add_contact(store, workplace_id=place.id)
        report = make_report(store, Period.month(NOW.date()))
    pages = PdfReader(io.BytesIO(render(report, "pdf"))).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    table = report.table("by_workplace")
    assert len(table.rows) == LONGEST + 12
    assert "De 100 største af 112 efter" in text
    assert "alle står i Excel- og CSV-filen, og summen er af dem alle" in text
    by_workplace = text[text.index(table.universe) :]
    by_workplace = by_workplace[: by_workplace.index("I alt")]
    printed = [row.cells[0] for row in table.rows if str(row.cells[0]) in by_workplace]
    assert len(printed) == LONGEST
    sheet = load_workbook(io.BytesIO(render(report, "xlsx")))[table.title]
    names = {cell.value for cell in sheet["A"]}
    csv = render(report, "csv").decode()
    for row in table.rows:
        assert row.cells[0] in names
        assert f",by_workplace,{row.key}," in csv
