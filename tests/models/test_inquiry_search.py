"""What a typed text finds in a long list, compared with a plain reading of every row."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest
from msgspec.structs import replace

from app.models.folding import search_words
from app.models.inquiry_list import InquiryFilter, InquirySort
from app.models.opening import open_store
from app.models.store import Store
from app.models.types import Person
from app.paths import Paths
from benchmarks.seed import seeded_store
from tests.records import add_contact
from tests.stores import PASSPHRASE

SIZE = 12_000
TEXTS = (
    "k", "2", "a", "w", "karen", "karen m", "2 k", "a k 2", "w07 åse", "p01", "p01 karen", "p01 2",
    "20012", "19", "19 20", "x", "x 2", "arb", "arb karen",
)  # fmt: skip


@pytest.fixture(scope="module")
def long_list(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with closing(seeded_store(tmp_path_factory.mktemp("long"), SIZE)) as store:
        yield store


class PlainRow(NamedTuple):
    """What one contact can be found by: its codes, and the beginnings of these words."""

    seq: int
    codes: set[str]
    words: list[str]


@pytest.fixture(scope="module")
def plain_rows(long_list: Store) -> list[PlainRow]:
    """Every contact of the long list, newest first, read once."""
    codes: dict[int, set[str]] = {}
    for name in ("reason", "advice"):
        for row in long_list.database.query(f"SELECT inquiry_seq, code FROM inquiry_{name}"):
            codes.setdefault(row["inquiry_seq"], set()).add(row["code"].lower())
    rows = long_list.database.query(
        "SELECT i.seq, coalesce(p.search, '') AS person, coalesce(w.search, '') AS workplace"
        " FROM inquiry i LEFT JOIN person p ON p.id = i.person_id"
        " LEFT JOIN workplace w ON w.id = i.workplace_id"
        " ORDER BY i.date DESC, i.time DESC, i.seq DESC"
    )
    return [
        PlainRow(row["seq"], codes[row["seq"]], f"{row['person']} {row['workplace']}".split())
        for row in rows
    ]


def plainly_found(rows: list[PlainRow], text: str) -> list[int]:
    """Return what has every word of ``text``, read row by row."""
    words = search_words(text)
    return [row.seq for row in rows if all(_has(row, word) for word in words)]


def _has(row: PlainRow, word: str) -> bool:
    return word in row.codes or any(one.startswith(word) for one in row.words)


@pytest.mark.parametrize("text", TEXTS)
def test_a_long_list_shows_what_a_plain_reading_finds(
    long_list: Store, plain_rows: list[PlainRow], text: str
) -> None:
    newest_first = plainly_found(plain_rows, text)
    wanted = InquiryFilter(text=text)
    assert list(long_list.inquiries.list_seqs(wanted)) == newest_first
    assert list(long_list.inquiries.list_seqs(wanted, InquirySort.OLDEST)) == newest_first[::-1]
    for sort in (InquirySort.PERSON, InquirySort.KIND):
        assert sorted(long_list.inquiries.list_seqs(wanted, sort)) == sorted(newest_first)


def test_the_texts_find_all_some_and_nothing(long_list: Store) -> None:
    found = [len(long_list.inquiries.list_seqs(InquiryFilter(text=text))) for text in TEXTS]
    assert {0, SIZE} < set(found)
    assert len([count for count in found if 0 < count < 8_000 < SIZE]) > 5
    assert len([count for count in found if 8_000 < count < SIZE]) > 1


def test_what_is_saved_during_a_search_is_found_by_the_next(tmp_path: Path) -> None:
    mine = seeded_store(tmp_path, SIZE)
    theirs, _ = open_store(Paths(tmp_path / "data"), PASSPHRASE)
    statements: list[str] = []

    def save_in_between(statement: str) -> None:
        statements.append(statement)
        if len(statements) == 4:
            add_contact(theirs, theirs.people.search("karen")[0])

    wanted = InquiryFilter(text="2")
    with closing(mine), closing(theirs):
        before = mine.inquiries.list_seqs(wanted)
        mine.inquiries.list_seqs(InquiryFilter(text="x"))  # so that nothing is kept of the first
        mine.database.conn.set_trace_callback(save_in_between)
        assert mine.inquiries.list_seqs(wanted) == before
        assert len(statements) > 6
        mine.database.conn.set_trace_callback(None)
        assert len(mine.inquiries.list_seqs(wanted)) == len(before) + 1


def test_a_text_typed_key_by_key_finds_what_it_would_alone(
    long_list: Store, plain_rows: list[PlainRow]
) -> None:
    for text in ("a k 2", "karen m", "p01 2", "w07 åse"):
        for end in (*range(1, len(text) + 1), *range(len(text), 0, -1)):
            typed = text[:end]
            found = long_list.inquiries.list_seqs(InquiryFilter(text=typed))
            assert list(found) == plainly_found(plain_rows, typed), typed


def test_a_longer_text_does_not_read_again_what_the_word_before_found(tmp_path: Path) -> None:
    with closing(seeded_store(tmp_path, SIZE)) as store:

        def statements(text: str) -> int:
            traced: list[str] = []
            store.database.conn.set_trace_callback(traced.append)
            store.inquiries.list_seqs(InquiryFilter(text=text))
            store.database.conn.set_trace_callback(None)
            return len(traced)

        statements("a")
        after_its_first_word = statements("a k")
        add_contact(store, store.people.search("karen")[0])
        assert after_its_first_word < statements("a k")


def test_each_change_is_found_at_once_whoever_makes_it(tmp_path: Path) -> None:
    mine = seeded_store(tmp_path, 100)
    theirs, _ = open_store(Paths(tmp_path / "data"), PASSPHRASE)

    def found() -> int:
        return len(mine.inquiries.list_seqs(InquiryFilter(text="zebra")))

    with closing(mine), closing(theirs):
        assert found() == 0
        zebra = mine.people.add(Person(name="Zebra Olsen"))
        add_contact(mine, zebra)
        assert found() == 1
        add_contact(theirs, zebra)
        assert found() == 2
        renamed = theirs.people.change(replace(theirs.people.get(zebra.id), name="Anna Olsen"))
        assert found() == 0
        theirs.people.change(replace(renamed, name="Zebra Olsen"))
        assert found() == 2


def test_what_is_taken_back_is_not_found_again(tmp_path: Path) -> None:
    wanted = InquiryFilter(text="zebra")
    with closing(seeded_store(tmp_path, 100)) as store:
        karen = store.people.search("karen")[0]
        add_contact(store, karen)

        def fail_late() -> None:
            with store.atomic():
                store.people.change(replace(karen, name="Zebra Olsen"))
                assert store.inquiries.list_seqs(wanted)
                raise RuntimeError

        with pytest.raises(RuntimeError):
            fail_late()
        assert store.inquiries.list_seqs(wanted) == ()
