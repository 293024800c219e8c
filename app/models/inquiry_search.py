"""Which inquiries a typed text finds: every word in the person, the workplace or a code.

It is asked at every key and made for a hundred thousand rows, where one digit may be in every
phone number. So each place to look in is read by its own index, the entry numbers come as one JSON
text, which is several times quicker than as many rows, and they are noted as marks. A text grows
key by key, so the marks of its words are kept until the next text, or until anybody changed a row.
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

_Kept = dict[tuple[str, tuple[str, ...]], Marks]
"""Marks by table and words."""

_WITH_CODE = (
    "SELECT inquiry_seq AS seq FROM inquiry_reason WHERE code = :code"
    " UNION ALL SELECT inquiry_seq FROM inquiry_advice WHERE code = :code"
)
# Persons or workplaces lead: the other way round, every inquiry would be held against their list.
_OF_THOSE = (
    "SELECT i.seq FROM {table} t CROSS JOIN inquiry i ON i.{table}_id = t.id WHERE {condition}"
)
_OF_NONE = "SELECT seq FROM inquiry WHERE {table}_id IS NULL"


class WordSearch:
    """Finds inquiries by typed words; one for each open database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._version: tuple[int, int] | None = None
        self._kept: _Kept = {}

    def find(self, text: str, *, keep: bool) -> Marks | None:
        """Mark the inquiries that have every word of ``text``; None when there is no word in it.

        A word may be the beginning of one that is there; a code must be whole. To be called, and
        its marks to be used and left as they are, in one :func:`snapshot`: who writes meanwhile
        would have no mark. ``keep`` lets the next text use the marks; what stands in a transaction
        that may be taken back must not be kept.
        """
        words = search_words(text)
        if not words:
            return None
        kept, self._kept = self._still_true(), {}
        outside = {word: self._outside_persons(kept, word) for word in words}
        # What only persons can have is looked for at once, and narrows down what the others add.
        personal = tuple(word for word, marks in outside.items() if not any(marks))
        found = self._having(kept, "person", personal) if personal else None
        for word, marks in outside.items():
            if word in personal:
                continue
            wanted = Marks(b"\1" * len(marks)) if found is None else found
            found = _both(wanted, marks)
            # Where all are found already, as with the first letter of a word that every workplace
            # has in its name, no person could add one.
            if found != wanted:
                persons = self._having(kept, "person", (*personal, word))
                found = _both(wanted, _either(marks, persons))
        if not keep:
            self._kept = {}
        return found

    def _still_true(self) -> _Kept:
        """Return the marks of the text before, or nothing where a row was changed since."""
        ((by_others,),) = self._database.execute("PRAGMA data_version").fetchall()
        version = (by_others, self._database.conn.total_changes)
        kept = self._kept if version == self._version else {}
        self._version = version
        return kept

    def _outside_persons(self, kept: _Kept, word: str) -> Marks:
        marks = _either(
            self._having(kept, "workplace", (word,)), self._having(kept, "alias", (word,))
        )
        _mark(marks, read_seqs(self._database, _WITH_CODE, {"code": word.upper()}), 1)
        return marks

    def _having(self, kept: _Kept, table: str, words: tuple[str, ...]) -> Marks:
        marks = kept.get((table, words))
        if marks is None:
            marks = _having(self._database, table, words)
        self._kept[table, words] = marks
        return marks


@contextmanager
def snapshot(database: Database) -> Iterator[bool]:
    """Let all that is read inside see the same rows, whatever another program writes.

    What it yields tells whether they are settled, and not part of an open transaction.
    """
    settled = not database.conn.in_transaction
    database.execute("SAVEPOINT snapshot")
    try:
        yield settled
    finally:
        database.execute("RELEASE snapshot")


def read_seqs(
    database: Database, query: str, values: Mapping[str, Any] | Sequence[Any] = ()
) -> list[int]:
    """Return the column ``seq`` of ``query``, in its order."""
    (found,) = database.execute(f"SELECT json_group_array(seq) FROM ({query})", values).fetchone()
    return msgspec.json.decode(found, type=list[int])


def _having(database: Database, table: str, words: Sequence[str]) -> Marks:
    """Mark the inquiries whose person, workplace or code word has all of ``words``."""
    (last,) = database.execute("SELECT coalesce(max(seq), 0) FROM inquiry").fetchone()
    condition = " AND ".join("instr(search, ?)" for _ in words)
    values = [word_start(word) for word in words]
    counted = f"(SELECT count(*) FROM {table}), (SELECT count(*) FROM {table} WHERE {condition})"
    everyone, those = database.execute(f"SELECT {counted}", values).fetchone()
    # Few contacts have a code word at all: those that have none are never worth reading.
    if those <= everyone // 2 or table == "alias":
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
