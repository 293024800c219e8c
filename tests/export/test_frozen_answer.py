"""A figure of a closed month is the closed one, and tells what its rows would give now."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.export.asked import asked
from app.export.cells import Unit
from app.export.figure_answer import Answer, explain
from app.export.figure_files import figure_json, figure_text
from app.export.report import make_report
from app.models.figure_keys import key_of
from app.models.month_closing import close_month, restate_month
from app.models.periods import Period
from app.models.rules import percent
from app.models.store import Store
from tests.records import add_contact, add_workplace
from tests.stores import new_store, ticking_clock

OCTOBER = Period.month(date(2026, 10, 1))
ALL = key_of(("contacts", "all"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Three contacts in October, which is closed."""
    opened = new_store(tmp_path, ticking_clock())
    place = add_workplace(opened, "LEM")
    for day in (6, 7, 8):
        add_contact(
            opened, None, date(2026, 10, day), workplace_id=place.id, reasons=("P01", "S01")
        )
    close_month(opened, OCTOBER, anyway=True)
    yield opened
    opened.close()


def answer(store: Store, *path: str) -> Answer:
    return explain(store, key_of(path) if path else ALL, OCTOBER)


def test_an_open_month_tells_of_no_close(store: Store) -> None:
    open_month = explain(store, ALL, Period.month(date(2026, 11, 1)))
    assert (open_month.frozen, open_month.note) == (None, None)
    assert json.loads(figure_json(open_month))["closed"] is None


def test_what_was_not_corrected_is_said_to_be_the_same(store: Store) -> None:
    told = answer(store)
    assert told.note is not None
    assert told.note.da == (
        "Tallet er frosset, da måneden blev lukket 21-11-2026. Rækkerne giver stadig 3."
    )
    assert not told.is_corrected
    assert told.how.da.startswith("Tallet er antallet af rækker")


def test_one_row_taken_out_leaves_the_closed_figure_and_is_told(store: Store) -> None:
    store.inquiries.delete(answer(store).behind.rows[0].id)
    told = answer(store)
    assert (told.value, told.printed("da"), len(told.behind.rows)) == (3, "3", 2)
    assert told.note is not None
    assert told.note.da == (
        "Tallet er frosset, da måneden blev lukket 21-11-2026, og bliver stående som 3."
        " Siden er 1 række rettet eller taget ud: nu ville det være 2."
    )
    assert told.note.en.endswith("Since then 1 row was corrected or taken out: it would be 2 now.")
    assert told.how.da.startswith("Som rækkerne er nu: ")
    assert told.note.da in " ".join(figure_text(told, "da").split())
    found = json.loads(figure_json(told))
    assert (found["value"], found["closed"]) == (
        3,
        {"on": "2026-11-21", "revision": 1, "now": 2},
    )


def test_rows_that_came_later_and_sums_are_told_as_well(store: Store) -> None:
    add_contact(store, None, date(2026, 10, 9), reasons=("P01",))
    note = answer(store).note
    assert note is not None
    assert "Siden er der kommet 1 række til: nu ville det være 4." in note.da
    mentions = answer(store, "reasons", "all", "total").note
    assert mentions is not None
    assert "Rækkerne er rettet siden: nu ville det være 7." in mentions.da


def test_a_restated_month_is_frozen_anew(store: Store) -> None:
    add_contact(store, None, date(2026, 10, 9), reasons=("P01",))
    restate_month(store, OCTOBER, "en seddel")
    told = answer(store)
    assert told.frozen is not None
    assert (told.value, told.frozen.revision, told.is_corrected) == (4, 2, False)


def test_every_printed_figure_of_a_corrected_month_is_the_one_in_its_answer(store: Store) -> None:
    store.inquiries.delete(answer(store).behind.rows[0].id)
    add_contact(store, None, date(2026, 10, 9), reasons=("F05",))
    report = make_report(store, OCTOBER)
    assert report.closing is not None
    assert report.closing.changed
    for table in report.tables:
        if table in report.corrections:
            continue
        for row in table.all_rows:
            for column, cell in zip(table.columns, row.cells, strict=True):
                if column.unit is Unit.TEXT or not isinstance(cell, int):
                    continue
                found = asked(table, row, column)
                assert found is not None
                value = explain(store, found.key, OCTOBER).value
                if found.of is not None:
                    whole = explain(store, found.of, OCTOBER).value
                    assert value is not None
                    assert whole is not None
                    value = percent(value, whole)
                assert value == cell, (table.key, row.key, column.key)
