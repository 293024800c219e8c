"""The log of look-ups as people read it: with names that are still known, and in words."""

from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from app.models.access import Access, AccessFilter, Way
from app.models.clock import from_stamp, local
from app.models.people import is_erased
from app.models.types import RecordId
from app.texts import Text

if TYPE_CHECKING:
    from app.models.store import Store


class AccessRow(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody did something at a local time.

    ``counsellor`` is their initials. ``person_id`` and ``person`` are empty where nobody stands
    behind the line any more.
    """

    at: datetime
    counsellor: str
    action: Access
    ways: tuple[Way, ...]
    person_id: RecordId = RecordId("")
    person: str = ""


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
    (Access.ERASED, Way.REQUEST): Text("slettede personen", "erased the person"),
    (Access.ERASED, Way.RETENTION): Text(
        "slettede personen, da opbevaringsperioden var gået",
        "erased the person when the retention period was over",
    ),
}


def access_words(row: AccessRow) -> Text:
    """Return what was done."""
    told = [_WORDS[row.action, way] for way in row.ways]
    return Text("; ".join(text.da for text in told), "; ".join(text.en for text in told))


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
            person_id=line.record_id if line.record_id in people else RecordId(""),
            person=people[line.record_id].name if line.record_id in people else "",
        )
        for line in lines
    )
