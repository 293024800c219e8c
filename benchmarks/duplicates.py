"""Suggestions for duplicates: how fast among 100,000 persons, and how often right."""

import random
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import msgspec

from app.models.duplicates import all_duplicates, duplicates_of
from app.models.folding import phone_digits, search_text
from app.models.store import Store
from app.models.types import Person
from benchmarks.pairs import PLACES, Pair, labelled_pairs, somebody
from tests.stores import new_store

PERSONS = 100_000
BUDGET_MS = 50
STAMP = "2026-01-01T00:00:00.000Z"


def main() -> None:
    pairs = labelled_pairs()
    with tempfile.TemporaryDirectory() as folder:
        store = new_store(Path(folder))
        try:
            fill(store, pairs, PERSONS - 2 * len(pairs))
            _report_times(store, pairs[:300])
            report_quality(store, pairs)
            begun = time.perf_counter()
            found = all_duplicates(store)
            took = time.perf_counter() - begun
            print(f"{'all pairs of the project':45} {took:8.2f} s   ({len(found)} shown)")
        finally:
            store.close()


def fill(store: Store, pairs: Sequence[Pair], others: int) -> None:
    """Store the records of the pairs among so many other persons."""
    draw = random.Random(7)
    with store.atomic():
        store.database.conn.executemany(
            "INSERT INTO workplace (id, code, name, sector, p_number, place, visibility, remark,"
            " search, created_at, changed_at) VALUES (?, ?, ?, 'other', '', '', '', '', '', ?, ?)",
            [(place, place.upper(), place, STAMP, STAMP) for place in PLACES],
        )
        crowd = (somebody(draw, 1_000_000 + number) for number in range(others))
        own = (person for pair in pairs for person in (pair.one, pair.other))
        store.database.conn.executemany(
            "INSERT INTO person (id, name, gender, birth_year, phone, workplace_id, import_key,"
            " search, created_at, changed_at) VALUES (?, ?, '', ?, ?, ?, '', ?, ?, ?)",
            [_row(person) for person in (*own, *crowd)],
        )
    store.database.execute("ANALYZE")


def quality(store: Store, pairs: Sequence[Pair]) -> tuple[float, float, Counter[str]]:
    """Return precision and recall on the labelled pairs, and how many of each kind were missed."""
    right = wrong = 0
    missed: Counter[str] = Counter()
    for pair in pairs:
        found = duplicates_of(store, pair.one.id, limit=1_000)
        suggested = pair.other.id in {each for one in found for each in (one.one.id, one.other.id)}
        right += suggested and pair.same
        wrong += suggested and not pair.same
        if pair.same and not suggested:
            missed[pair.kind] += 1
    return right / (right + wrong), right / sum(pair.same for pair in pairs), missed


def report_quality(store: Store, pairs: Sequence[Pair]) -> None:
    precision, recall, missed = quality(store, pairs)
    print(f"{len(pairs)} labelled pairs: precision {precision:.3f}, recall {recall:.3f}")
    print("missed:", ", ".join(f"{kind} {count}" for kind, count in missed.most_common()))


def _row(person: Person) -> tuple[object, ...]:
    year = str(person.birth_year) if person.birth_year else ""
    search = search_text(person.name, year, phone_digits(person.phone))
    row = msgspec.structs.asdict(person)
    told = [row[name] for name in ("id", "name", "birth_year", "phone", "workplace_id")]
    return (*told, search, STAMP, STAMP)


def _report_times(store: Store, pairs: Sequence[Pair]) -> None:
    times = []
    for pair in pairs:
        begun = time.perf_counter()
        duplicates_of(store, pair.one.id)
        times.append((time.perf_counter() - begun) * 1e3)
    times.sort()
    p95, slowest = times[round(0.95 * len(times)) - 1], times[-1]
    verdict = "within" if p95 <= BUDGET_MS else "over"
    print(
        f"{'suggestions for one person':45} median {times[len(times) // 2]:8.2f} ms"
        f"  p95 {p95:8.2f} ms  slowest {slowest:8.2f} ms   p95 {verdict} the budget of {BUDGET_MS} ms"
    )
