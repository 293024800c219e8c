"""Ten years of 2,000 workplaces: rules with versions, every visit held so far, and exceptions."""

import random
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from app.models.folding import search_text
from app.models.ids import new_id
from app.models.store import Store
from tests.stores import new_store

WORKPLACES = 2_000
COUNSELLORS = 40
FIRST = date(2017, 1, 2)
TODAY = date(2026, 11, 16)
VERSIONS = (FIRST, date(2020, 6, 1), date(2024, 2, 5))
_STAMP = "2026-01-01T00:00:00.000Z"
_STAMPS = {"created_at": _STAMP, "changed_at": _STAMP}

# A visit for every occurrence up to TODAY, and a cancelled one for every twentieth of the year
# after it. `number` counts the days; weeks are counted from a Monday.
_VISITS = """
WITH RECURSIVE day (number, date) AS (
  SELECT 0, :first
  UNION ALL SELECT number + 1, date(date, '+1 day') FROM day WHERE date < date(:today, '+1 year'))
INSERT INTO visit (id, workplace_id, counsellor_id, date, status, shift, place, started_at,
  ended_at, remark, created_at, changed_at, time, minutes, address, series_id, occurrence, reason)
SELECT replace(day.date, '-', '') || '.' || r.series_id, r.workplace_id, c.counsellor_id, day.date,
  CASE WHEN day.date < :today THEN 'held' ELSE 'cancelled' END, r.shift, 'Rum 0',
  CASE WHEN day.date < :today THEN day.date || 'T' || r.time || ':00.000Z' ELSE '' END,
  CASE WHEN day.date < :today THEN day.date || 'T' || r.time || ':30.000Z' ELSE '' END,
  '', :stamp, :stamp, r.time, r.minutes, '', r.series_id, day.date,
  CASE WHEN day.date < :today THEN '' ELSE 'Sygdom' END
FROM presence_rule r JOIN presence_rule_counsellor c ON c.rule_id = r.id
JOIN day ON day.date BETWEEN r.valid_from AND coalesce(r.valid_until, day.date)
WHERE instr(r.weekdays, day.number % 7 + 1)
  AND (day.number / 7 - (julianday(r.anchor) - julianday(:first)) / 7) % r.every_weeks = 0
  AND (day.date < :today OR (day.number + length(r.id) + unicode(substr(r.id, -1))) % 20 = 0)
ORDER BY 1
"""
# Three visits of ten had a contact, stored in the order of the days.
_INQUIRIES = """
INSERT INTO inquiry (id, date, time, workplace_id, visit_id, counsellor_id, channel, identity,
  gender, age_band, role, sick_leave, said_returning, note, created_at, changed_at)
SELECT 'contact.' || id, date, time, workplace_id, id, counsellor_id, 'workplace', 'anonymous',
  '', '', '', '', 0, '', :stamp, :stamp
FROM visit WHERE status = 'held' AND (substr(id, 7, 2) * 7 + unicode(substr(id, -1))) % 10 < 3
ORDER BY date
"""


def seeded_plan(folder: Path) -> Store:
    """Return an open store with the plan, the same at every call but for the ids."""
    store = new_store(folder)
    draw = random.Random(3)
    with store.atomic():
        people = _counsellors(store)
        for number in range(WORKPLACES):
            _rules(store, draw, _workplace(store, number), draw.choice(people))
        _closing_days(store)
        values = {"first": f"{FIRST}", "today": f"{TODAY}", "stamp": _STAMP}
        store.database.execute(_VISITS, values)
        store.database.execute(_INQUIRIES, {"stamp": _STAMP})
    store.database.execute("ANALYZE")
    return store


def _counsellors(store: Store) -> list[str]:
    ids = [new_id() for _ in range(COUNSELLORS)]
    for number, counsellor in enumerate(ids):
        row = {"initials": f"V{number:02d}", "name": f"Vejleder {number}", "profession": "other"}
        _insert(store, "counsellor", row | {"id": counsellor, "active": 1} | _STAMPS)
    return ids


def _workplace(store: Store, number: int) -> str:
    code, name = f"W{number:04d}", f"Arbejdsplads {number}"
    row = {"id": new_id(), "code": code, "name": name, "sector": "private", "p_number": ""}
    words = {"place": "", "visibility": "", "remark": "", "search": search_text(code, name)}
    _insert(store, "workplace", row | words | _STAMPS)
    return row["id"]


def _rules(store: Store, draw: random.Random, workplace: str, counsellor: str) -> None:
    """Insert one series of three versions, each in a phase of its own."""
    rule: dict[str, Any] = {
        "workplace_id": workplace,
        "every_weeks": draw.choice((1, 2, 2, 3)),
        "weekdays": draw.choice(("1", "2", "3", "4", "5", "24")),
        "time": f"{draw.randint(7, 15):02d}:{draw.choice((0, 30)):02d}",
        "minutes": draw.choice((60, 60, 120)),
        "shift": draw.choice(("", "day", "evening")),
        "end_reason": "",
        "remark": "",
    }
    series = new_id()
    ends: list[date | None] = [begin - timedelta(days=1) for begin in VERSIONS[1:]]
    for begin, end in zip(VERSIONS, [*ends, None], strict=True):
        owner = {"rule_id": series if begin == FIRST else new_id(), "position": 0}
        version = {
            "id": owner["rule_id"],
            "series_id": series,
            "anchor": f"{FIRST + timedelta(weeks=draw.randrange(3))}",
            "valid_from": f"{begin}",
            "valid_until": None if end is None else f"{end}",
        }
        _insert(store, "presence_rule", rule | version | _STAMPS)
        _insert(store, "presence_rule_counsellor", owner | {"counsellor_id": counsellor})
        for at in range(2):
            place = {"position": at, "room": f"Rum {at}", "address": ""}
            _insert(store, "presence_rule_place", owner | place)


def _closing_days(store: Store) -> None:
    for year in range(FIRST.year, TODAY.year + 2):
        days = {"first_on": f"{year}-07-06", "last_on": f"{year}-07-26", "reason": "Sommerferie"}
        _insert(store, "closing_days", {"id": new_id(), "workplace_id": None} | days | _STAMPS)


def _insert(store: Store, table: str, row: dict[str, Any]) -> None:
    marks = ", ".join(f":{name}" for name in row)
    store.database.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", row)


if __name__ == "__main__":
    seeded_plan(Path(sys.argv[1])).close()
