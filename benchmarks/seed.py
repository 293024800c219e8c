"""A large store, written quickly: 100,000 inquiries of 40,000 persons at 40 workplaces."""

import random
from datetime import date, timedelta
from pathlib import Path

from app.models.folding import search_text
from app.models.ids import new_id
from app.models.store import Store
from app.models.types import TermKind
from tests.stores import new_store

FIRST_NAMES = ("Karen", "Lars", "Åse", "Bjørn", "Mette", "Søren", "Anne", "Emil", "Pia", "Jens")
LAST_NAMES = ("Møller", "Østergaard", "Jensen", "Kjær", "Nørgaard", "Kowalski", "Aagaard", "Bach")
STAMP = "2026-01-01T00:00:00.000Z"


def seeded_store(folder: Path, inquiries: int = 100_000) -> Store:
    """Return an open store with that many inquiries, the same at every call."""
    store = new_store(folder)
    draw = random.Random(1)
    with store.atomic():
        workplaces = _workplaces(store, 40)
        persons = _persons(store, draw, workplaces, inquiries * 2 // 5)
        _inquiries(store, draw, workplaces, persons, inquiries)
    store.database.execute("ANALYZE")
    return store


def _workplaces(store: Store, count: int) -> list[str]:
    rows = []
    for number in range(count):
        name = f"Arbejdsplads {number:02d}"
        search = search_text(f"W{number:02d}", name)
        rows.append((new_id(), f"W{number:02d}", name, search, STAMP, STAMP))
    store.database.conn.executemany(
        "INSERT INTO workplace (id, code, name, sector, p_number, place, visibility, remark,"
        " search, created_at, changed_at) VALUES (?, ?, ?, 'private', '', '', '', '', ?, ?, ?)",
        rows,
    )
    return [row[0] for row in rows]


def _persons(
    store: Store, draw: random.Random, workplaces: list[str], count: int
) -> list[tuple[str, str]]:
    rows = []
    for number in range(count):
        name = f"{draw.choice(FIRST_NAMES)} {draw.choice(LAST_NAMES)}"
        year, phone = draw.randint(1955, 2005), f"{20_000_000 + number}"
        search = search_text(name, str(year), phone)
        rows.append((new_id(), name, year, phone, draw.choice(workplaces), search, STAMP, STAMP))
    store.database.conn.executemany(
        "INSERT INTO person (id, name, gender, birth_year, phone, workplace_id, import_key,"
        " search, created_at, changed_at) VALUES (?, ?, '', ?, ?, ?, '', ?, ?, ?)",
        rows,
    )
    return [(row[0], row[4]) for row in rows]


def _inquiries(
    store: Store,
    draw: random.Random,
    workplaces: list[str],
    persons: list[tuple[str, str]],
    count: int,
) -> None:
    counsellor = store.settings.counsellor_id
    reasons = sorted(store.taxonomy.codes(TermKind.REASON))
    advice = sorted(store.taxonomy.codes(TermKind.ADVICE))
    first, rows, given = date(2017, 1, 1), [], []
    for seq in range(1, count + 1):
        day = first + timedelta(days=draw.randrange(3600))
        registered = draw.random() < 0.75
        person, workplace = draw.choice(persons) if registered else (None, draw.choice(workplaces))
        identity = "registered" if registered else "anonymous"
        time = f"{draw.randint(7, 16):02d}:{draw.randrange(60):02d}"
        rows.append((seq, new_id(), day.isoformat(), time, workplace, counsellor, identity, person))
        given.append((seq, draw.choice(reasons), draw.choice(advice)))
    connection = store.database.conn
    connection.executemany(
        "INSERT INTO inquiry (seq, id, date, time, workplace_id, counsellor_id, channel, identity,"
        " person_id, gender, age_band, role, sick_leave, minutes, said_returning, note,"
        f" created_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, 'workplace', ?, ?, '', '',"
        f" 'employee', '', 15, 0, '', '{STAMP}', '{STAMP}')",
        rows,
    )
    connection.executemany(
        "INSERT INTO inquiry_reason VALUES (?, 0, ?)", [(seq, code) for seq, code, _ in given]
    )
    connection.executemany(
        "INSERT INTO inquiry_advice VALUES (?, 0, ?)", [(seq, code) for seq, _, code in given]
    )
