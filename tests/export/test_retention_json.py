"""The JSON of retention and of the log of look-ups is as it is documented."""

import re
from datetime import date
from pathlib import Path

from app.export.retention_json import due_object, logged_object, period_object
from app.models.access import Access, Way
from app.models.access_reading import read_access
from app.models.case_types import RetentionSubject
from app.models.retention_due import due_list
from app.models.retention_periods import Standing
from tests.records import add_contact, add_person
from tests.stores import new_store

DOCS = Path(__file__).parents[2] / "docs"


def test_every_key_and_code_is_described(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    period = store.retention_periods.set(RetentionSubject.PERSON, 12, "Lov", date(2026, 1, 1))
    lone = add_person(store)
    add_contact(store, lone, date(2024, 1, 1))
    store.access.note(Access.LOOKED_UP, [lone.id], Way.PAGE)
    (due,) = due_list(store)
    (row,) = read_access(store)
    store.close()

    described = set(re.findall(r"`(\w+)`", (DOCS / "retention.md").read_text("utf-8")))
    assert {
        *period_object(period, Standing.HOLDS),
        *Standing,
        *due_object(due),
        *RetentionSubject,
    } - described == set()
    logged = set(re.findall(r"`(\w+)`", (DOCS / "people-json.md").read_text("utf-8")))
    assert {*logged_object(row), *Access, *Way} - logged == set()
