"""The tables: what stands in them agrees with itself and with the tally."""

from datetime import date
from pathlib import Path

import pytest

from app.export.cells import Cell, Table, Unit, number, shown
from app.export.report import Report, make_report
from app.models.periods import Period
from app.models.store import Store
from tests.export.conftest import OCTOBER, SECRETS, fill
from tests.stores import new_store


def column(table: Table, key: str) -> list[Cell]:
    position = table.column(key)
    return [row.cells[position] for row in table.rows]


def total(table: Table, key: str) -> Cell:
    assert table.total is not None
    return table.total.cells[table.column(key)]


@pytest.mark.parametrize(
    ("cell", "unit", "danish", "english"),
    [
        (1234, Unit.COUNT, "1.234", "1,234"),
        (0, Unit.COUNT, "0", "0"),
        (41, Unit.PERCENT, "41\N{NO-BREAK SPACE}%", "41%"),
        (750, Unit.HOURS, "12,5", "12.5"),
        (3, Unit.HOURS, "0,1", "0.1"),
        (2, Unit.HOURS, "0,0", "0.0"),
        (72_000, Unit.HOURS, "1.200,0", "1,200.0"),
        (267, Unit.RATE, "2,7", "2.7"),
        (None, Unit.RATE, "–", "–"),
        ("a, b.", Unit.TEXT, "a, b.", "a, b."),
    ],
)
def test_figures_are_written_as_people_of_the_language_read_them(
    cell: Cell, unit: Unit, danish: str, english: str
) -> None:
    assert shown(cell, unit, "da") == danish
    assert shown(cell, unit, "en") == english


def test_hours_and_rates_are_numbers_in_their_own_unit() -> None:
    assert number(90, Unit.HOURS) == 1.5
    assert number(267, Unit.RATE) == 2.67
    assert number(41, Unit.PERCENT) == 41


def test_every_row_has_a_cell_for_every_column(report: Report, english: Report) -> None:
    for table in (*report.tables, *english.tables):
        for row in table.all_rows:
            assert len(row.cells) == len(table.columns), table.key
            for cell, heading in zip(row.cells, table.columns, strict=True):
                assert cell is None or isinstance(cell, str) == (heading.unit is Unit.TEXT)


def test_tables_rows_and_columns_can_be_told_apart(report: Report) -> None:
    keys = [table.key for table in report.tables]
    assert len(set(keys)) == len(keys)
    for table in report.tables:
        for names in (
            [column.key for column in table.columns],
            [column.full_title for column in table.columns],
            [row.key for row in table.all_rows],
        ):
            assert len(set(names)) == len(names), table.key


def test_both_languages_have_the_same_tables_and_figures(report: Report, english: Report) -> None:
    for danish, other in zip(report.tables, english.tables, strict=True):
        assert danish.key == other.key
        assert danish.universe != other.universe
        for ours, theirs in zip(danish.all_rows, other.all_rows, strict=True):
            assert ours.key == theirs.key
            figures = [cell for cell in ours.cells if isinstance(cell, int)]
            assert figures == [cell for cell in theirs.cells if isinstance(cell, int)]


def test_every_table_says_what_it_is_counted_over(report: Report) -> None:
    assert [table.key for table in report.tables if len(table.universe) < 20] == []


def test_the_kinds_add_up_to_all_contacts(report: Report) -> None:
    contacts = report.table("contacts")
    assert column(contacts, "count") == [2, 1, 1, 3]
    assert total(contacts, "count") == 7
    assert column(contacts, "share") == [29, 14, 14, 43]


def test_workplaces_stand_in_danish_order_and_add_up_to_all_contacts(report: Report) -> None:
    table = report.table("by_workplace")
    assert [row.key for row in table.rows] == [
        "SØN",
        "LEM",
        "AELDRE",
        "phone_no_workplace",
        "no_workplace",
    ]
    for key in ("contacts", "first", "returning", "anonymous", "visits", "hours"):
        values = [value for value in column(table, key) if isinstance(value, int)]
        assert sum(values) == total(table, key), key
    assert total(table, "per_hour") == 120
    assert column(table, "per_hour") == [None, 120, None, None, None]


def test_chosen_workplaces_have_no_lines_outside_them(store: Store) -> None:
    report = make_report(store, OCTOBER, ["SØN", "LEM"])
    table = report.table("by_workplace")
    assert [row.key for row in table.rows] == ["SØN", "LEM"]
    assert report.workplace_names == ("=Sum & Søn <A/S>", "Vestas i Lem")
    assert "phone_no_workplace" not in [row.key for row in report.table("contacts").rows]
    assert sum(month.contacts for month in report.months) == 5


def test_the_plan_says_what_became_of_what_was_planned(report: Report) -> None:
    table = report.table("planned")
    assert [row.key for row in table.rows] == ["period"]
    assert table.total is None
    keys = [column.key for column in table.columns[1:]]
    assert dict(zip(keys, table.rows[0].cells[1:], strict=True)) == {
        "planned": 4,
        "planned_hours": 240,
        "held": 2,
        "held_hours": 150,
        "zero": 1,
        "zero_hours": 60,
        "cancelled": 1,
        "cancelled_hours": 60,
        "unplanned": 1,
        "skipped": 1,
        "unanswered": 2,
    }
    by_workplace = report.table("planned_by_workplace")
    assert [row.key for row in by_workplace.rows] == ["SØN", "LEM", "AELDRE"]
    for key in keys:
        assert sum(int(str(cell)) for cell in column(by_workplace, key)) == total(by_workplace, key)


def test_the_plan_of_several_months_has_a_line_for_each_and_their_sum(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    fill(store)
    autumn = Period(date(2026, 10, 1), date(2026, 12, 31))
    assert [row.key for row in make_report(store, autumn).table("planned").rows] == ["period"]
    store.visits.end(store.visits.start(store.workplaces.all()[0].id).id)
    table = make_report(store, autumn).table("planned")
    assert [row.cells[0] for row in table.rows] == ["oktober 2026", "november 2026"]
    assert column(table, "held") == [2, 1]
    assert total(table, "held") == 3
    store.close()


def test_the_worth_of_the_presence_stands_by_place_shift_and_weekday(report: Report) -> None:
    table = report.table("presence")
    assert [row.key for row in table.rows] == ["LEM.none.2", "LEM.day.2"]
    assert column(table, "shift") == [None, "Dagholdet"]
    assert column(table, "weekday") == ["tirsdag", "tirsdag"]
    assert column(table, "per_hour") == [0, 200]
    assert (column(table, "low"), column(table, "high")) == ([0, 41], [369, 584])
    for key in ("visits", "zero_visits", "hours", "contacts"):
        assert sum(int(str(cell)) for cell in column(table, key)) == total(table, key)
    for words in ("Poisson", "Garwood 1936", "95 %", "forudsætter"):
        assert words in table.universe


def test_activities_stand_by_kind_and_workplace_with_their_topics(report: Report) -> None:
    table = report.table("activities")
    assert column(table, "held") == [1, 0, 1, 0, 0]
    assert (total(table, "hours"), total(table, "participants")) == (150, 12)
    assert column(report.table("activities_by_workplace"), "participants") == [12, 12, 0]
    topics = {row.key: row.cells[1:] for row in report.table("topics").rows}
    assert (topics["T03"], topics["T04"]) == ((2, 67), (1, 33))
    assert report.has_plan
    assert report.has_activities


def test_referrals_stand_by_advice_with_the_median_of_those_that_ended(report: Report) -> None:
    table = report.table("referrals")
    assert [row.key for row in table.all_rows] == ["A01", "A02", "all"]
    assert (column(table, "made"), total(table, "made")) == ([1, 2], 3)
    assert (column(table, "open"), total(table, "open")) == ([1, 0], 1)
    assert (column(table, "sessions"), total(table, "sessions")) == ([1, 7], 8)
    assert (column(table, "ended"), total(table, "ended")) == ([0, 2], 2)
    assert column(table, "median_sessions") == [None, 350], "half way between 2 and 5"
    assert "den midterste" in table.universe
    states = {row.key: row.cells[1] for row in report.table("referrals_by_state").rows}
    assert states == {
        "suggested": 0,
        "accepted": 0,
        "started": 1,
        "completed": 1,
        "stopped": 1,
        "declined": 0,
    }
    outcomes = {row.key: row.cells[1] for row in report.table("referral_outcomes").rows}
    assert (outcomes["helped"], outcomes["not_asked"]) == (1, 1)
    assert report.has_referrals


def test_follow_ups_stand_in_one_line(report: Report) -> None:
    table = report.table("followups")
    (row,) = table.rows
    assert dict(zip((c.key for c in table.columns), row.cells, strict=True)) == {
        "period": "Hele perioden",
        "made": 3,
        "due": 3,
        "done": 2,
        "done_late": 1,
        "open": 1,
    }, "the one without a talk was written down later"
    assert report.has_followups


def test_mentions_have_their_count_beside_their_share(report: Report) -> None:
    groups = report.table("reasons_by_group")
    assert column(groups, "all") == [4, 1, 1, 1, 1]
    assert column(groups, "all_share") == [50, 13, 13, 13, 13]
    assert column(groups, "inquiries") == [4, 1, 1, 1, 1]
    assert total(groups, "all") == sum(int(str(n)) for n in column(groups, "all"))
    codes = report.table("reasons_by_code")
    assert sum(int(str(n)) for n in column(codes, "first")) == total(codes, "first") == 3


def test_the_most_frequent_advice_comes_first_and_ties_keep_their_order(report: Report) -> None:
    top = report.table("advice_top")
    assert [row.key for row in top.rows] == ["A01", "A03", "A06", "A07", "A15"]
    assert column(top, "all") == [3, 2, 1, 1, 1]
    assert total(top, "all") == total(report.table("advice"), "all") == 9


def test_persons_and_circumstances_add_up_to_their_universe(report: Report) -> None:
    for key, universe in (
        ("gender", 2),
        ("age", 2),
        ("sector", 2),
        ("role", 2),
        ("roles", 7),
        ("sick_leave", 7),
        ("channels", 7),
    ):
        table = report.table(key)
        assert sum(int(str(n)) for n in column(table, "count")) == universe, key
        assert total(table, "count") == universe
    assert "not_told" not in [row.key for row in report.table("sector").rows]


def test_a_report_names_nobody(report: Report) -> None:
    assert [secret for secret in SECRETS if secret in repr(report)] == []
