"""What a lead has received: who sent which month, what is missing, late, revised or in doubt."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from app.models.clock import from_stamp, local, local_today
from app.models.periods import Period
from app.models.team.lost_letters import lost_letters
from app.models.team.reported import Sender
from app.texts import Text

if TYPE_CHECKING:
    from app.models.store import Store

DUE_DAY = 10
"""A month is late when it has not come by the 10th of the next one."""

FORMAT = "vejviser-lead-status/1"
_SHORT = 8


class Arrived(StrEnum):
    """Where one month of one laptop stands; ``AWAITED`` may still come in time.

    ``NOT_EXPECTED`` are months before a laptop belonged or sent any, and what one that is in the
    roster no more did not send: nobody knows here whether there are figures of them.
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
    letters that must have been sent, because a later one came. ``forked`` counts none of a device that
    another one has replaced since. ``called`` is how people tell it from
    others: by its initials, and more where two have the same.
    """

    source: str
    initials: str
    called: str
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
    """Return who has sent what; ``expected`` are the active counsellors' devices of the roster.

    However many laptops and months there are, the database is asked a handful of questions.
    """
    known = {sender.source: sender for sender in expected}
    reported = _Reported(store, months)
    devices: dict[str, set[str]] = {source: {known[source].device} for source in known}
    for source, device in reported.devices():
        devices.setdefault(source, set()).add(device)
    taken_over = {one for sender in known.values() for one in sender.before}
    sources = sorted(one for one in devices if one in known or one not in taken_over)
    initials = {source: sender.initials for source, sender in known.items()}
    initials = reported.initials([one for one in sources if one not in known]) | initials
    forked, gaps = reported.forked(), letters_that_never_came(store)
    return LeadStatus(
        today=local_today(store.clock),
        contacts=reported.count(_CONTACTS),
        persons=reported.count(_PERSONS),
        shared=reported.count(_SHARED),
        laptops=tuple(
            LaptopRow(
                source=source,
                initials=initials.get(source, ""),
                called=_called(known.get(source), source, initials.get(source, "")),
                known=source in known,
                months=tuple(reported.cell(source, month, known.get(source)) for month in months),
                forked=sum(
                    forked.get(one, 0) for one in _to_mend(known.get(source), devices[source])
                ),
                gaps=tuple(seq for one in sorted(devices[source]) for seq in gaps.get(one, ())),
            )
            for source in sources
        ),
    )


def letters_that_never_came(store: "Store") -> dict[str, list[int]]:
    """Return the numbers of letters that did not reach the lead, by device.

    They are the fewest there can be: who sent the one before is not known.
    """
    missing: dict[str, list[int]] = {}
    for lost in lost_letters(store):
        missing.setdefault(lost.device, []).append(lost.seq)
    return missing


def _to_mend(sender: Sender | None, devices: set[str]) -> Iterable[str]:
    """Return the devices whose contradicting letters still ask for something: a new one mends those."""
    return devices if sender is None else (sender.device,)


def _called(sender: Sender | None, source: str, initials: str) -> str:
    told = sender.called if sender is not None else ""
    return told or initials or source[:_SHORT]


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


_CONTACTS = "SELECT count(*) FROM reported_contact"
_PERSONS = "SELECT count(DISTINCT person_id) FROM reported_person"
_SHARED = """
SELECT count(*) FROM (SELECT person_id FROM reported_person GROUP BY person_id
                      HAVING count(DISTINCT source) > 1)
"""
_DEVICES = """
SELECT source, device FROM reported_month UNION
SELECT device, device FROM reported_letter WHERE device NOT IN (SELECT device FROM reported_month)
"""
# A correction is not late: what counts is when the month came first.
_CELLS = """
SELECT m.source, m.month, m.revision, m.contacts, m.persons,
  (SELECT min(l.received_at) FROM reported_letter l
   WHERE l.device = m.device AND l.month = m.month)
FROM reported_month m WHERE m.month IN (SELECT value FROM json_each(?))
"""
_INITIALS = """
SELECT value, (SELECT c.initials FROM reported_contact r JOIN inquiry i ON i.seq = r.inquiry_seq
  JOIN counsellor c ON c.id = i.counsellor_id WHERE r.source = value LIMIT 1)
FROM json_each(?)
"""
_FORKED = "SELECT device, count(*) FROM reported_letter WHERE verdict = 'forked' GROUP BY device"


class _Reported:
    """What of the reports a grid of laptops and months shows, read once for all cells."""

    def __init__(self, store: "Store", months: Sequence[Period]) -> None:
        self._database = store.database
        self._today = local_today(store.clock)
        names = msgspec.json.encode([f"{month.first:%Y-%m}" for month in months]).decode()
        rows = self._database.execute(_CELLS, (names,)).fetchall()
        self._cells = {(source, month): rest for source, month, *rest in rows}

    def count(self, query: str) -> int:
        return int(self._database.execute(query).fetchone()[0])

    def devices(self) -> list[tuple[str, str]]:
        """Return every device that wrote, with the first of its line where that is known."""
        return [(source, device) for source, device in self._database.execute(_DEVICES).fetchall()]

    def cell(self, source: str, month: Period, sender: Sender | None) -> MonthCell:
        """Return where one month of a laptop stands."""
        name = f"{month.first:%Y-%m}"
        due = month.last + timedelta(days=DUE_DAY)
        if (source, name) not in self._cells:
            return MonthCell(month=name, state=self._not_here(name, month.last, due, sender))
        revision, contacts, persons, came = self._cells[source, name]
        received = local(from_stamp(came)).date()
        return MonthCell(
            month=name,
            state=Arrived.SENT_LATE if received > due and _was_due(sender, name) else Arrived.SENT,
            revision=revision,
            contacts=contacts,
            persons=persons,
            received_on=received,
        )

    def initials(self, sources: Sequence[str]) -> dict[str, str]:
        """Return the initials under which laptops reported that are in the roster no more."""
        named = msgspec.json.encode(sources).decode()
        rows = self._database.execute(_INITIALS, (named,)).fetchall()
        return {source: initials or "" for source, initials in rows}

    def forked(self) -> dict[str, int]:
        """Return how many letters of each device contradict another one."""
        return dict(self._database.execute(_FORKED).fetchall())

    def _not_here(self, name: str, last: date, due: date, sender: Sender | None) -> Arrived:
        if sender is None or name < sender.since:
            return Arrived.NOT_EXPECTED
        if self._today <= last:
            return Arrived.NOT_OVER
        return Arrived.LATE if self._today > due else Arrived.AWAITED


def _was_due(sender: Sender | None, month: str) -> bool:
    """Tell whether a month is awaited.

    What was before the laptop belonged cannot come late, nor what one sent that belongs no longer.
    """
    return sender is not None and month >= sender.joined
