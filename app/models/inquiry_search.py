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
"""One byte for every entry number: 1 where the inquiry is found, otherwise 0."""

_OF_WORKPLACES = (
    "SELECT i.seq FROM workplace w CROSS JOIN inquiry i ON i.workplace_id = w.id"
    " WHERE instr(w.search, ?)"
)
_WITH_CODE = (
    "SELECT inquiry_seq AS seq FROM inquiry_reason WHERE code = :code"
    " UNION ALL SELECT inquiry_seq FROM inquiry_advice WHERE code = :code"
)
_OF_ANYBODY = "SELECT seq FROM inquiry WHERE person_id IS NOT NULL"
# The persons lead: the other way round, every inquiry would be held against the list of persons.
_OF_PERSONS = "SELECT i.seq FROM person p CROSS JOIN inquiry i ON i.person_id = p.id WHERE "


def find_by_words(database: Database, text: str) -> Marks | None:
    """Mark the inquiries that have every word of ``text``; None when there is no word in it.

    A word may be the beginning of one that is there; a code must be whole. To be called, and its
    marks to be used, in one :func:`snapshot`: who writes meanwhile would have no mark.
    """
    outside = {word: _outside_persons(database, word) for word in search_words(text)}
    if not outside:
        return None
    # What only persons can have is looked for at once, and narrows down what the others add.
    personal = [word for word, seqs in outside.items() if not seqs]
    found = _of_persons(database, personal) if personal else None
    for word, seqs in outside.items():
        if seqs:
            having = _of_persons(database, [*personal, word])
            _mark(having, seqs)
            found = having if found is None else _both(found, having)
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


def _outside_persons(database: Database, word: str) -> list[int]:
    return [
        *read_seqs(database, _OF_WORKPLACES, (word_start(word),)),
        *read_seqs(database, _WITH_CODE, {"code": word.upper()}),
    ]


def _of_persons(database: Database, words: Sequence[str]) -> Marks:
    """Mark the inquiries of the persons who have all of ``words``."""
    (last,) = database.execute("SELECT coalesce(max(seq), 0) FROM inquiry").fetchone()
    marks = Marks(last + 1)
    having = " AND ".join("instr(search, ?)" for _ in words)
    values = [word_start(word) for word in words]
    counted = f"(SELECT count(*) FROM person), (SELECT count(*) FROM person WHERE {having})"
    everybody, those = database.execute(f"SELECT {counted}", values).fetchone()
    if those > everybody // 2:
        # As with the first digit of a year of birth: there is less to read about the others.
        _mark(marks, read_seqs(database, _OF_ANYBODY))
        _mark(marks, read_seqs(database, f"{_OF_PERSONS}NOT ({having})", values), 0)
    elif those:
        _mark(marks, read_seqs(database, _OF_PERSONS + having, values))
    return marks


def _mark(marks: Marks, seqs: Iterable[int], value: int = 1) -> None:
    for seq in seqs:
        marks[seq] = value


def _both(one: Marks, other: Marks) -> Marks:
    """Return the marks that both have."""
    # As two long numbers, which is a hundred times quicker than byte by byte.
    both = int.from_bytes(one) & int.from_bytes(other)
    return Marks(both.to_bytes(len(one)))
