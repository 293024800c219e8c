"""What a lead has received: who sent which month, what is missing, late, revised or in doubt."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from app.models.clock import from_stamp, local, local_today
from app.models.periods import Period
from app.models.team.reported import Sender
from app.texts import Text

if TYPE_CHECKING:
    from app.models.store import Store

DUE_DAY = 10
"""A month is late when it has not come by the 10th of the next one."""

FORMAT = "vejviser-lead-status/1"


class Arrived(StrEnum):
    """Where one month of one laptop stands; ``AWAITED`` may still come in time.

    ``NOT_EXPECTED`` are months before a laptop belonged, and what one that is in the roster no more
    did not send.
    """

    NOT_EXPECTED = "not_expected"
    NOT_OVER = "not_over"
    AWAITED = "awaited"
    LATE = "late"
    SENT = "sent"
    SENT_LATE = "sent_late"


class MonthCell(msgspec.Struct, frozen=True, kw_only=True):
    """One month of one laptop; ``revision`` is 0 and the counts are 0 until it is here."""

    month: str
    state: Arrived
    revision: int = 0
    contacts: int = 0
    persons: int = 0
    received_on: date | None = None


class LaptopRow(msgspec.Struct, frozen=True, kw_only=True):
    """One laptop: its months, how many of its letters were refused as forked, what never came.

    ``known`` is False for one that reported and is in the roster no more. ``gaps`` are numbers of
    letters that must have been sent, because a later one came.
    """

    source: str
    initials: str
    known: bool
    months: tuple[MonthCell, ...]
    forked: int
    gaps: tuple[int, ...]


class LeadStatus(msgspec.Struct, frozen=True, kw_only=True):
    """The grid of laptops and months; ``shared`` is how many persons more than one laptop knows."""

    format: str = FORMAT
    today: date
    contacts: int
    persons: int
    shared: int
    laptops: tuple[LaptopRow, ...]


def lead_status(
    store: "Store", months: Sequence[Period], expected: Iterable[Sender] = ()
) -> LeadStatus:
    """Return who has sent what; ``expected`` are the active counsellors' devices of the roster."""
    database = store.database
    known = {sender.source: sender for sender in expected}
    rows = database.execute(
        "SELECT source, device FROM reported_month UNION"
        " SELECT device, device FROM reported_letter WHERE device NOT IN"
        " (SELECT device FROM reported_month)"
    ).fetchall()
    devices: dict[str, set[str]] = {source: {known[source].device} for source in known}
    for source, device in rows:
        devices.setdefault(source, set()).add(device)
    taken_over = {one for sender in known.values() for one in sender.before}
    sources = [source for source in devices if source in known or source not in taken_over]
    shared = (
        "SELECT count(*) FROM (SELECT person_id FROM reported_person GROUP BY person_id"
        " HAVING count(DISTINCT source) > 1)"
    )
    return LeadStatus(
        today=local_today(store.clock),
        contacts=int(database.execute("SELECT count(*) FROM reported_contact").fetchone()[0]),
        persons=int(
            database.execute("SELECT count(DISTINCT person_id) FROM reported_person").fetchone()[0]
        ),
        shared=int(database.execute(shared).fetchone()[0]),
        laptops=tuple(
            LaptopRow(
                source=source,
                initials=known[source].initials if source in known else _initials(store, source),
                known=source in known,
                months=tuple(_cell(store, source, month, known.get(source)) for month in months),
                forked=_forked(store, devices[source]),
                gaps=_gaps(store, devices[source]),
            )
            for source in sorted(sources)
        ),
    )


def reported_months(store: "Store") -> tuple[Period, ...]:
    """Return every month from the first one reported to the last one that is over."""
    row = store.database.execute("SELECT min(month) FROM reported_month").fetchone()
    first_of_this = local_today(store.clock).replace(day=1)
    if row[0] is None:
        return (Period.month(first_of_this - timedelta(days=1)),)
    day, found = date.fromisoformat(f"{row[0]}-01"), []
    while day < first_of_this:
        month = Period.month(day)
        found.append(month)
        day = month.last + timedelta(days=1)
    return tuple(found)


_STATES = {
    Arrived.NOT_EXPECTED: Text("–", "–"),
    Arrived.NOT_OVER: Text("ikke slut", "not over"),
    Arrived.AWAITED: Text("ventes", "awaited"),
    Arrived.LATE: Text("MANGLER", "MISSING"),
    Arrived.SENT: Text("sendt", "sent"),
    Arrived.SENT_LATE: Text("sendt for sent", "sent late"),
}


def state_words(cell: MonthCell) -> Text:
    """Return how a month stands, with its revision where it was corrected."""
    words = _STATES[cell.state]
    if cell.revision <= 1:
        return words
    return Text(
        f"{words.da} (rettet {cell.revision - 1}×)", f"{words.en} (revised {cell.revision - 1}×)"
    )


def _cell(store: "Store", source: str, month: Period, sender: Sender | None) -> MonthCell:
    name = f"{month.first:%Y-%m}"
    row = store.database.execute(
        "SELECT revision, contacts, persons, device FROM reported_month"
        " WHERE source = ? AND month = ?",
        (source, name),
    ).fetchone()
    today, due = local_today(store.clock), month.last + timedelta(days=DUE_DAY)
    if row is None:
        if sender is None or name < sender.since:
            return MonthCell(month=name, state=Arrived.NOT_EXPECTED)
        if today <= month.last:
            return MonthCell(month=name, state=Arrived.NOT_OVER)
        return MonthCell(month=name, state=Arrived.LATE if today > due else Arrived.AWAITED)
    revision, contacts, persons, device = row
    # A correction is not late: what counts is when the month came first.
    came = store.database.execute(
        "SELECT min(received_at) FROM reported_letter WHERE device = ? AND month = ?",
        (device, name),
    ).fetchone()[0]
    received = local(from_stamp(came)).date()
    return MonthCell(
        month=name,
        state=Arrived.SENT_LATE if received > due else Arrived.SENT,
        revision=revision,
        contacts=contacts,
        persons=persons,
        received_on=received,
    )


def _initials(store: "Store", source: str) -> str:
    row = store.database.execute(
        "SELECT c.initials FROM reported_contact r JOIN inquiry i ON i.seq = r.inquiry_seq"
        " JOIN counsellor c ON c.id = i.counsellor_id WHERE r.source = ? LIMIT 1",
        (source,),
    ).fetchone()
    return str(row[0]) if row else ""


def _forked(store: "Store", devices: set[str]) -> int:
    counted = "SELECT count(*) FROM reported_letter WHERE device = ? AND verdict = 'forked'"
    return sum(store.database.execute(counted, (one,)).fetchone()[0] for one in devices)


def _gaps(store: "Store", devices: set[str]) -> tuple[int, ...]:
    """Return the numbers of summaries that a later one names as its predecessor, and that are not here.

    Other letters, with the key among counsellors, have numbers, too, and never come to the lead.
    """
    missing: list[int] = []
    for device in sorted(devices):
        rows = store.database.execute(
            "SELECT seq, follows FROM reported_letter WHERE device = ? AND verdict <> 'forked'",
            (device,),
        ).fetchall()
        before = {follows for seq, follows in rows if 0 < follows < seq}
        missing += sorted(before - {seq for seq, _ in rows})
    return tuple(missing)
