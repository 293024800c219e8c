"""Texts about others in which a person is named: nobody but a person can correct these."""

from collections.abc import Collection
from typing import TYPE_CHECKING

import msgspec

from app.models.folding import phone_digits, search_words
from app.models.people import name_forms
from app.models.types import Person, RecordId

if TYPE_CHECKING:
    from app.models.store import Store

_SHORTEST_PHONE = 8
_TEXTS = (
    "SELECT 'inquiry' AS kind, id AS record_id, note AS text, person_id AS owner,"
    " person_id AS other FROM inquiry WHERE note <> ''"
    " UNION ALL SELECT 'followup', f.id, f.text || ' ' || f.comment, f.person_id, i.person_id"
    " FROM followup f LEFT JOIN inquiry i ON i.id = f.inquiry_id WHERE f.text || f.comment <> ''"
    " UNION ALL SELECT 'referral', r.id, r.reason || ' ' || r.outcome_words || ' ' || r.note,"
    " r.person_id, i.person_id FROM referral r LEFT JOIN inquiry i ON i.id = r.inquiry_id"
    " UNION ALL SELECT 'visit', id, remark, NULL, NULL FROM visit WHERE remark <> ''"
    " UNION ALL SELECT 'workplace', id, remark, NULL, NULL FROM workplace WHERE remark <> ''"
    " UNION ALL SELECT 'activity', id, remark, NULL, NULL FROM activity WHERE remark <> ''"
    " UNION ALL SELECT 'month_close', id, reason, NULL, NULL FROM month_close WHERE reason <> ''"
)
"""Every text with its record, and whose that is, or whose the contact is in which it was made."""


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """A text that names the person: the kind and id of its record."""

    kind: str
    record_id: RecordId


def mentions_of(store: "Store", *people: Person) -> tuple[Mention, ...]:
    """Return the texts outside these persons' own records with the first and last name, or number.

    The names and numbers of records that were merged into one of theirs are theirs too.
    """
    owners = {person.id for person in people}
    merged = [one for person in people for one in store.people.merged_under(person.id)]
    known_as = (*people, *store.people.of_ids(merged))
    names = {(words[0], words[-1]) for one in known_as if len(words := search_words(one.name)) > 1}
    numbers = {
        digits for one in known_as if len(digits := phone_digits(one.phone)) >= _SHORTEST_PHONE
    }
    return tuple(
        Mention(kind=row["kind"], record_id=row["record_id"])
        for row in store.database.query(_TEXTS)
        if owners.isdisjoint((row["owner"], row["other"])) and _names(row["text"], names, numbers)
    )


def _names(text: str, names: Collection[tuple[str, str]], numbers: Collection[str]) -> bool:
    words = search_words(text)
    written = {form for word in words for form in name_forms(word)}
    return any(first in written and last in written for first, last in names) or any(
        number in words for number in numbers
    )
