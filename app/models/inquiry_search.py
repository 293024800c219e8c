"""Which inquiries a typed text finds: every word in the person, the workplace or a code.

It is asked at every key and made for a hundred thousand rows, where one digit may be in every
phone number. So each place to look in is read by its own index, the entry numbers come as one JSON
text, which is several times quicker than as many rows, and they are noted as marks.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import msgspec

from app.models.cipher import Database
from app.models.folding import search_words, word_start

Marks = bytearray
"""One byte for every entry number: 1 where the inquiry is found, otherwise 0. A number that no
inquiry has (any more) may have either."""

_WITH_CODE = (
    "SELECT inquiry_seq AS seq FROM inquiry_reason WHERE code = :code"
    " UNION ALL SELECT inquiry_seq FROM inquiry_advice WHERE code = :code"
)
# Persons or workplaces lead: the other way round, every inquiry would be held against their list.
_OF_THOSE = (
    "SELECT i.seq FROM {table} t CROSS JOIN inquiry i ON i.{table}_id = t.id WHERE {condition}"
)
_OF_NONE = "SELECT seq FROM inquiry WHERE {table}_id IS NULL"


def find_by_words(database: Database, text: str) -> Marks | None:
    """Mark the inquiries that have every word of ``text``; None when there is no word in it.

    A word may be the beginning of one that is there; a code must be whole. To be called, and its
    marks to be used, in one :func:`snapshot`: who writes meanwhile would have no mark.
    """
    outside = {word: _outside_persons(database, word) for word in search_words(text)}
    if not outside:
        return None
    # What only persons can have is looked for at once, and narrows down what the others add.
    personal = [word for word, marks in outside.items() if not any(marks)]
    found = _having(database, "person", personal) if personal else None
    for word, marks in outside.items():
        if word in personal:
            continue
        wanted = Marks(b"\1" * len(marks)) if found is None else found
        found = _both(wanted, marks)
        # Where all are found already, as with the first letter of a word that every workplace has
        # in its name, no person could add one.
        if found != wanted:
            persons = _having(database, "person", [*personal, word])
            found = _both(wanted, _either(marks, persons))
    return found


@contextmanager
def snapshot(database: Database) -> Iterator[None]:
    """Let all that is read inside see the same rows, whatever another program writes."""
    database.execute("SAVEPOINT snapshot")
    try:
        yield
    finally:
        database.execute("RELEASE snapshot")


def read_seqs(
    database: Database, query: str, values: Mapping[str, Any] | Sequence[Any] = ()
) -> list[int]:
    """Return the column ``seq`` of ``query``, in its order."""
    (found,) = database.execute(f"SELECT json_group_array(seq) FROM ({query})", values).fetchone()
    return msgspec.json.decode(found, type=list[int])


def _outside_persons(database: Database, word: str) -> Marks:
    marks = _having(database, "workplace", [word])
    _mark(marks, read_seqs(database, _WITH_CODE, {"code": word.upper()}), 1)
    return marks


def _having(database: Database, table: str, words: Sequence[str]) -> Marks:
    """Mark the inquiries whose person or workplace has all of ``words``."""
    (last,) = database.execute("SELECT coalesce(max(seq), 0) FROM inquiry").fetchone()
    condition = " AND ".join("instr(search, ?)" for _ in words)
    values = [word_start(word) for word in words]
    counted = f"(SELECT count(*) FROM {table}), (SELECT count(*) FROM {table} WHERE {condition})"
    everyone, those = database.execute(f"SELECT {counted}", values).fetchone()
    if those <= everyone // 2:
        marks = Marks(last + 1)
        if those:
            query = _OF_THOSE.format(table=table, condition=condition)
            _mark(marks, read_seqs(database, query, values), 1)
        return marks
    # Most have them, as with the first digit of a year of birth: there is less to read of the rest.
    marks = Marks(b"\1" * (last + 1))
    query = _OF_THOSE.format(table=table, condition=f"NOT ({condition})")
    _mark(marks, read_seqs(database, query, values), 0)
    _mark(marks, read_seqs(database, _OF_NONE.format(table=table)), 0)
    return marks


def _mark(marks: Marks, seqs: Iterable[int], value: int) -> None:
    for seq in seqs:
        marks[seq] = value


def _both(one: Marks, other: Marks) -> Marks:
    # As two long numbers, which is a hundred times quicker than byte by byte.
    return Marks((int.from_bytes(one) & int.from_bytes(other)).to_bytes(len(one)))


def _either(one: Marks, other: Marks) -> Marks:
    return Marks((int.from_bytes(one) | int.from_bytes(other)).to_bytes(len(one)))
