"""Asked for or because a retention period is over: either way nothing is left, and no figure changes."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from app import log
from app.errors import NotFound
from app.export.person_files import run_person
from app.models.access import Access, Way
from app.models.case_types import RetentionSubject
from app.models.erasure import erase_person
from app.models.inquiry_drafts import kept_drafts
from app.models.inquiry_list import InquiryFilter
from app.models.retention_erasing import dispose
from app.models.store import Store
from app.models.tallies import tally
from app.models.types import Person, Repeat
from app.paths import Paths
from app.texts import Text
from tests.canaries import canaries, found_in
from tests.models.test_erasure import NAME, PERIODS, PHONE, TEXTS, canary, found, paths
from tests.stores import ticking_clock

__all__ = ["canary", "paths"]

Erase = Callable[[Store, Paths, Person], bool]
"""Erases a person in one of the ways there are, and tells whether the file was swept."""


def on_request(store: Store, paths: Paths, person: Person) -> bool:
    return erase_person(store, paths, person.id).swept


def by_retention(store: Store, paths: Paths, person: Person) -> bool:
    """Erase them a month after their last contact, which is all that the municipality keeps."""
    store.clock = ticking_clock(datetime(2026, 12, 30, 9, tzinfo=UTC))
    decided = date(2026, 12, 1)
    store.retention_periods.set(RetentionSubject.PERSON, 1, "Kommunens beslutning", decided)
    return dispose(store, paths, [f"person:{person.id}"]).swept


every_way = pytest.mark.parametrize("erase", [on_request, by_retention])


@pytest.fixture
def nothing_open(store: Store, canary: Person) -> None:
    """Keep the last promise: nobody is waited for any more."""
    for promise in store.followups.of_person(canary.id):
        if promise.done_on is None:
            kept = replace(promise, done_on=promise.due_on, repeat=Repeat.NEVER)
            store.followups.change(kept)


def tables_with(store: Store, text: str) -> set[str]:
    """Return the tables in whose rows a text stands."""
    tables = store.database.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~'"
    ).fetchall()
    return {
        table
        for (table,) in tables
        if any(text in repr(row) for row in store.database.execute(f"SELECT * FROM {table}"))
    }


@every_way
@pytest.mark.usefixtures("nothing_open")
def test_no_byte_is_left_in_tables_free_pages_journal_drafts_and_logs(
    store: Store, paths: Paths, canary: Person, tmp_path: Path, erase: Erase
) -> None:
    log.start_logging(paths)
    store.access.note(Access.LOOKED_UP, [canary.id], Way.PAGE)
    out = tmp_path / "out"
    (handed_out,) = run_person(store, paths, canary.id, formats=("json",), out=out, language="da")
    handed_out.unlink()
    store.database.execute("PRAGMA wal_checkpoint(FULL)")
    before = found(store, paths)
    assert all(any(text in line for line in before) for text in TEXTS)
    assert {line.rpartition(" ")[2] for line in before} == {"rows", "pages", "journal"}
    assert tables_with(store, canary.id) >= {"access", "audit", "followup", "inquiry", "person"}
    assert "draft" in tables_with(store, NAME)

    try:
        assert erase(store, paths, canary)
        log.logger("store").info("erased %s", NAME)
        log.write_crash_report(paths, NotFound(*(Text(NAME, PHONE),) * 3))
    finally:
        log.stop_logging()

    assert found(store, paths, canary.id) == []
    assert tables_with(store, canary.id) == set()
    assert kept_drafts(store) == ()
    assert store.database.execute("PRAGMA freelist_count").fetchone() == (0,)
    assert len(list(paths.logs.iterdir())) == 2, "the log and the report of a crash"
    assert store.key is not None
    assert found_in(tmp_path, canaries(store.key, (*TEXTS, canary.id))) == []


@every_way
@pytest.mark.usefixtures("nothing_open")
def test_every_tally_is_as_it_was(store: Store, paths: Paths, canary: Person, erase: Erase) -> None:
    places = ((), ("VESTAS-LEM",), ("ARLA-DP", "VESTAS-LEM"))
    wanted = [(period, codes) for period in PERIODS for codes in places]
    before = [tally(store, period, codes) for period, codes in wanted]
    erase(store, paths, canary)
    assert [tally(store, period, codes) for period, codes in wanted] == before


def test_the_search_of_an_open_window_finds_nobody(
    store: Store, paths: Paths, canary: Person
) -> None:
    def found_by(text: str) -> int:
        return len(store.inquiries.list_seqs(InquiryFilter(text=text)))

    assert [found_by(text) for text in ("kanariefugl", PHONE)] == [3, 3]
    erase_person(store, paths, canary.id)
    assert [found_by(text) for text in ("kanariefugl", PHONE, "slettet")] == [0, 0, 0]
