"""A table of a whole country is printed as far as somebody reads it, and says so."""

from dataclasses import replace

from app.export.cells import Column, Row, Table, Unit
from app.export.long_tables import LONGEST, shortened

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
