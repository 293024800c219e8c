"""Which tables are worth reading, and in which order they give way."""

from app.export.disclosure import Cell, Rule, Table
from app.export.outside.months import Close
from app.export.outside.parts import CONTACTS, Part, before_protection, parts_of, sparse

MONTH, YEAR = "2025-03", "2025-01..2025-03"


def sick_leave(*columns: dict[str, int]) -> tuple[Table, dict[str, Cell]]:
    """Return a table of these figures, each of as many persons, and its cells."""
    names = (MONTH, YEAR)[: len(columns)]
    rows = tuple(columns[0])
    grid = tuple(tuple(f"{row}|{name}" for name in names) for row in rows)
    cells = {
        f"{row}|{name}": Cell(f"{row}|{name}", value, value)
        for name, column in zip(names, columns, strict=True)
        for row, value in column.items()
    }
    return Table("sick_leave", rows, names, grid), cells


def left_out(*columns: dict[str, int]) -> list[Part]:
    table, cells = sick_leave(*columns)
    return sparse([table], before_protection(cells, Rule(5)))


def test_a_table_with_fewer_than_half_of_its_figures_is_left_out() -> None:
    assert left_out({"a": 5, "b": 3, "c": 4, "d": 0, "all": 12}) == [Part("sick_leave", MONTH)]


def test_half_of_the_figures_is_enough_and_so_is_half_of_what_they_count() -> None:
    assert left_out({"a": 5, "b": 4, "c": 0, "all": 9}) == []
    assert left_out({"a": 8, "b": 4, "c": 4, "all": 16}) == []


def test_each_period_is_looked_at_by_itself() -> None:
    month = {"a": 2, "b": 3, "all": 5}
    year = {"a": 9, "b": 12, "all": 21}
    assert left_out(month, year) == [Part("sick_leave", MONTH)]


def test_zeros_and_sums_leave_a_table_where_it_is() -> None:
    assert left_out({"a": 0, "b": 0, "all": 0}) == []
    assert left_out({"all": 3}) == []


def test_the_finest_gives_way_first_and_the_month_before_the_year() -> None:
    tables = [
        Table(key, ("x", "all"), (MONTH, YEAR), (("1", "2"), ("3", "4")))
        for key in ("reasons", "kinds", "groups")
    ]
    activity = Table("activity", ("all",), ("held", CONTACTS), (("5", "6"),))
    correction = Table("restated.2025-02", ("x",), ("1", "2"), (("7", "8"),))
    assert parts_of([correction, *tables, activity], Close(MONTH, 1)) == [
        Part(CONTACTS, MONTH),
        Part("kinds", YEAR),
        Part("kinds", MONTH),
        Part("groups", YEAR),
        Part("groups", MONTH),
        Part("reasons", YEAR),
        Part("reasons", MONTH),
        Part("restated.2025-02"),
    ]
