"""The log of look-ups as people read it: with names that are still known, and in words."""

from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from app.models.access import PERSON, Access, AccessFilter, Way
from app.models.case_types import RetentionSubject
from app.models.clock import from_stamp, local
from app.models.people import is_erased
from app.models.types import RecordId
from app.models.words import whole_number
from app.texts import Text

if TYPE_CHECKING:
    from app.models.store import Store


class AccessRow(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody did something at a local time.

    ``counsellor`` is their initials. ``person_id`` and ``person`` are empty where nobody stands
    behind the line any more. ``kind`` is another one than a person's where retention emptied
    ``count`` of them.
    """

    at: datetime
    counsellor: str
    action: Access
    ways: tuple[Way, ...]
    person_id: RecordId = RecordId("")
    person: str = ""
    kind: str = PERSON
    count: int = 1


_ERASED_PERSON = Text("slettet person", "erased person")
_EMPTIED = {
    RetentionSubject.NOTE: (
        Text("tømte 1 privat note", "emptied 1 private note"),
        Text("tømte {count} private noter", "emptied {count} private notes"),
    ),
    RetentionSubject.FOLLOWUP: (
        Text("tømte 1 opfølgning", "emptied 1 follow-up"),
        Text("tømte {count} opfølgninger", "emptied {count} follow-ups"),
    ),
    RetentionSubject.REFERRAL: (
        Text("tømte 1 henvisning", "emptied 1 referral"),
        Text("tømte {count} henvisninger", "emptied {count} referrals"),
    ),
    RetentionSubject.HISTORY: (
        Text("slettede 1 gammel værdi i historikken", "erased 1 old value in the history"),
        Text(
            "slettede {count} gamle værdier i historikken",
            "erased {count} old values in the history",
        ),
    ),
}
_WHEN_OVER = Text(
    "{told}, da opbevaringsperioden var gået", "{told} when the retention period was over"
)
_WORDS = {
    (Access.LOOKED_UP, Way.PAGE): Text("åbnede personens side", "opened the person's page"),
    (Access.LOOKED_UP, Way.COMMAND): Text(
        "viste alt om personen i en terminal", "showed all about the person in a terminal"
    ),
    (Access.LOOKED_UP, Way.FIGURE): Text(
        "så personen bag et tal i en opgørelse", "saw the person behind a figure of a report"
    ),
    (Access.EXPORTED, Way.PDF): Text("skrev indsigt som PDF", "wrote the access file as PDF"),
    (Access.EXPORTED, Way.JSON): Text("skrev indsigt som JSON", "wrote the access file as JSON"),
    (Access.EXPORTED, Way.CLIPBOARD): Text(
        "kopierede personens henvendelser", "copied inquiries of the person"
    ),
    (Access.EXPORTED, Way.EVALUATOR): Text(
        "tog personens henvendelser med i en pakke til en evaluator, uden navn",
        "took inquiries of the person into a pack for an evaluator, without a name",
    ),
    (Access.ERASED, Way.REQUEST): Text("slettede personen", "erased the person"),
    (Access.ERASED, Way.RETENTION): Text(
        "slettede personen, da opbevaringsperioden var gået",
        "erased the person when the retention period was over",
    ),
}


def access_words(row: AccessRow) -> Text:
    """Return what was done."""
    if row.kind != PERSON:
        one, many = _EMPTIED[RetentionSubject(row.kind)]
        told = one if row.count == 1 else many.format(count=whole_number(row.count))
        return Text(_WHEN_OVER.da.format(told=told.da), _WHEN_OVER.en.format(told=told.en))
    ways = [_WORDS[row.action, way] for way in row.ways]
    return Text("; ".join(text.da for text in ways), "; ".join(text.en for text in ways))


def access_whom(row: AccessRow) -> Text:
    """Return about whom it is, empty for what is about nobody."""
    if row.person or row.kind != PERSON:
        return Text(row.person, row.person)
    return _ERASED_PERSON


def read_access(
    store: "Store", wanted: AccessFilter | None = None, limit: int | None = None
) -> tuple[AccessRow, ...]:
    """Return the lines that are wanted, the newest first, at most ``limit``."""
    initials = {who.id: who.initials for who in store.counsellors.all()}
    lines = store.access.lines(wanted, limit)
    found = {line.record_id: store.people.find(line.record_id) for line in lines}
    people = {
        record_id: person
        for record_id, person in found.items()
        if person is not None and not is_erased(person)
    }
    return tuple(
        AccessRow(
            at=local(from_stamp(line.at)),
            counsellor=initials.get(line.counsellor_id, ""),
            action=line.action,
            ways=line.ways,
            kind=line.kind,
            count=line.count,
            person_id=line.record_id if line.record_id in people else RecordId(""),
            person=people[line.record_id].name if line.record_id in people else "",
        )
        for line in lines
    )
