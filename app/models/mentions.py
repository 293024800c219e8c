"""Texts about others in which a person is named: nobody but a person can correct these."""

from typing import TYPE_CHECKING

import msgspec

from app.models.folding import phone_digits, search_words
from app.models.people import name_forms
from app.models.types import Person, RecordId

if TYPE_CHECKING:
    from app.models.store import Store

_SHORTEST_PHONE = 8
_TEXTS = (
    "SELECT 'inquiry' AS kind, id AS record_id, note AS text FROM inquiry"
    " WHERE note <> '' AND person_id IS NOT :person"
    " UNION ALL SELECT 'followup', f.id, f.text || ' ' || f.comment FROM followup f"
    " LEFT JOIN inquiry i ON i.id = f.inquiry_id"
    " WHERE f.text || f.comment <> '' AND f.person_id IS NOT :person AND i.person_id IS NOT :person"
    " UNION ALL SELECT 'referral', r.id, r.reason || ' ' || r.outcome_words || ' ' || r.note"
    " FROM referral r LEFT JOIN inquiry i ON i.id = r.inquiry_id"
    " WHERE r.person_id IS NOT :person AND i.person_id IS NOT :person"
    " UNION ALL SELECT 'visit', id, remark FROM visit WHERE remark <> ''"
    " UNION ALL SELECT 'workplace', id, remark FROM workplace WHERE remark <> ''"
    " UNION ALL SELECT 'activity', id, remark FROM activity WHERE remark <> ''"
    " UNION ALL SELECT 'month_close', id, reason FROM month_close WHERE reason <> ''"
)


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """A text that names the person: the kind and id of its record."""

    kind: str
    record_id: RecordId


def mentions_of(store: "Store", person: Person) -> tuple[Mention, ...]:
    """Return the texts outside a person's own records with their first and last name, or number.

    The names and numbers of records that were merged into this one are theirs too.
    """
    known_as = (person, *store.people.of_ids(store.people.merged_under(person.id)))
    written = [(search_words(one.name), phone_digits(one.phone)) for one in known_as]
    return tuple(
        Mention(kind=row["kind"], record_id=row["record_id"])
        for row in store.database.query(_TEXTS, {"person": person.id})
        if any(
            _names(row["text"], words) or _has_number(row["text"], digits)
            for words, digits in written
        )
    )


def _names(text: str, words: tuple[str, ...]) -> bool:
    written = {form for word in search_words(text) for form in name_forms(word)}
    return len(words) > 1 and words[0] in written and words[-1] in written


def _has_number(text: str, digits: str) -> bool:
    return len(digits) >= _SHORTEST_PHONE and digits in search_words(text)
