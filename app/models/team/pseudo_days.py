"""Days that a lead's store makes up: of a contact it knows the month and its place among others.

Everything is counted by whole months there, so a day only has to keep one person's contacts of a
month in their order. The first is on the 1st, the second on the 2nd, and what no day is left for
follows on the 28th by the minute.
"""

from collections.abc import Sequence
from itertools import groupby
from typing import Any, NamedTuple

import msgspec

from app.models.database import Database

LAST_DAY = 28
_MINUTES = 24 * 60

_CONTACTS = """
SELECT r.inquiry_seq, m.month, r.source, r.position, r.marks, i.date, i.time, i.person_id
FROM reported_contact r JOIN reported_month m ON m.id = r.month_id
JOIN inquiry i ON i.seq = r.inquiry_seq WHERE r.source = ? AND r.ref = ?
"""


class _Contact(NamedTuple):
    seq: int
    month: str
    source: str
    position: int
    marks: str
    date: str
    time: str
    person_id: str


def give_days(database: Database, person_id: str, part: Sequence[tuple[str, str]]) -> None:
    """Give a person the contacts of their references, each month in the order of its marks."""
    contacts = [
        _Contact(*row) for node in part for row in database.execute(_CONTACTS, node).fetchall()
    ]
    contacts.sort(key=lambda contact: contact.month)
    for month, together in groupby(contacts, key=lambda contact: contact.month):
        for number, contact in enumerate(_in_order(list(together))):
            day, time = made_up(month, number)
            if (day, time, person_id) != (contact.date, contact.time, contact.person_id):
                database.execute(
                    "UPDATE inquiry SET date = ?, time = ?, person_id = ? WHERE seq = ?",
                    (day, time, person_id, contact.seq),
                )


def made_up(month: str, number: int) -> tuple[str, str]:
    """Return the day and time of the contact with so many of the same person before it."""
    if number < LAST_DAY:
        return f"{month}-{number + 1:02}", ""
    minute = min(number - LAST_DAY, _MINUTES - 1)
    return f"{month}-{LAST_DAY}", f"{minute // 60:02}:{minute % 60:02}"


def _in_order(contacts: list[_Contact]) -> list[_Contact]:
    """Return one person's contacts of a month in the order of time.

    They are sorted by the token that most of them have. Where none is common to all of them, some
    laptops know the person only through another laptop; theirs come after.
    """
    if len(contacts) == 1:
        return contacts
    marks: list[dict[str, int]] = [msgspec.json.decode(each.marks) for each in contacts]
    tokens = sorted({token for each in marks for token in each})
    best = max(tokens, key=lambda token: sum(token in each for each in marks), default="")

    def key(pair: tuple[_Contact, dict[str, int]]) -> tuple[Any, ...]:
        contact, told = pair
        return (best not in told, told.get(best, 0), contact.source, contact.position)

    return [contact for contact, _ in sorted(zip(contacts, marks, strict=True), key=key)]
