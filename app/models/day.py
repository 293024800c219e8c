"""The working day: its visits with their contacts, and where a visit is likely to start."""

from datetime import date
from typing import TYPE_CHECKING

import msgspec

from app.models.clock import local_today
from app.models.inquiry_list import InquiryFilter, InquiryRow
from app.models.periods import Period, months_back
from app.models.sorting import danish_key
from app.models.types import Shift, Visit, VisitStatus, Workplace

if TYPE_CHECKING:
    from app.models.store import Store


_BEGUN = (VisitStatus.RUNNING, VisitStatus.HELD)


class VisitLine(msgspec.Struct, frozen=True, kw_only=True):
    """One visit with its workplace and its contacts; ``anonymous`` of ``contacts`` had no name."""

    visit: Visit
    workplace: str
    counsellor: str
    contacts: int
    anonymous: int


class StartChoice(msgspec.Struct, frozen=True, kw_only=True):
    """A workplace where a visit can start, with the place and shift that are likely."""

    workplace: Workplace
    place: str
    shift: Shift
    visits: int


class MonthLine(msgspec.Struct, frozen=True, kw_only=True):
    """One calendar month and how many contacts it had."""

    period: Period
    contacts: int


class Day(msgspec.Struct, frozen=True, kw_only=True):
    """All that is shown of one day.

    ``running`` is the visit of the counsellor who uses this installation, also when it began on
    an earlier day; it stands first among the ``visits``, which are those of that counsellor that
    have begun. ``others`` are those of the other counsellors. ``workplace`` is where the running
    visit is, ``rows`` are its contacts, the newest first. ``outside`` counts the day's contacts
    that belong to no visit. What is still planned is read apart, by :mod:`app.models.day_plan`.
    """

    day: date
    running: VisitLine | None
    workplace: Workplace | None
    visits: tuple[VisitLine, ...]
    others: tuple[VisitLine, ...]
    rows: tuple[InquiryRow, ...]
    outside: int
    last_month: MonthLine


def read_day(store: "Store") -> Day:
    """Return what the day has brought so far."""
    today = local_today(store.clock)
    running = store.visits.running()
    begun = [visit for visit in store.visits.on(today) if visit.status in _BEGUN]
    me = store.settings.counsellor_id
    mine = [visit for visit in begun if me in (visit.counsellor_id, *visit.also)]
    others = [visit for visit in begun if visit not in mine]
    visits = [visit for visit in mine if running is None or visit != running]
    lines = visit_lines(store, [*([running] if running else []), *visits])
    contacts = store.inquiries.of_visit(running.id) if running else ()
    row = store.database.execute(
        "SELECT count(*) FROM inquiry WHERE date = ? AND visit_id IS NULL", (today.isoformat(),)
    ).fetchone()
    return Day(
        day=today,
        running=lines[0] if running else None,
        workplace=store.workplaces.get(running.workplace_id) if running else None,
        visits=lines,
        others=visit_lines(store, others),
        rows=store.inquiries.rows([inquiry.seq for inquiry in reversed(contacts)]),
        outside=int(row[0]),
        last_month=_month(store, Period.month(months_back(today, 1))),
    )


def visit_lines(store: "Store", visits: list[Visit]) -> tuple[VisitLine, ...]:
    """Return the visits in the order given, each with the number of its contacts."""
    lines = []
    for visit in visits:
        contacts, anonymous = store.database.execute(
            "SELECT count(*), coalesce(sum(identity = 'anonymous'), 0) FROM inquiry"
            " WHERE visit_id = ?",
            (visit.id,),
        ).fetchone()
        lines.append(
            VisitLine(
                visit=visit,
                workplace=store.workplaces.get(visit.workplace_id).name,
                counsellor=store.counsellors.get(visit.counsellor_id).initials,
                contacts=contacts,
                anonymous=anonymous,
            )
        )
    return tuple(lines)


def start_choices(store: "Store") -> tuple[StartChoice, ...]:
    """Return the workplaces that have not ended, those visited most often first.

    The place is the one kept with the workplace, else that of the last visit there; the shift is
    that of the last visit.
    """
    today = local_today(store.clock)
    visited = dict(
        store.database.execute(
            "SELECT workplace_id, count(*) FROM visit WHERE status = ? GROUP BY workplace_id",
            (VisitStatus.HELD,),
        ).fetchall()
    )
    choices = []
    for workplace in store.workplaces.all():
        if workplace.ended_on is not None and workplace.ended_on < today:
            continue
        last = store.visits.last_at(workplace.id) if workplace.id in visited else None
        choices.append(
            StartChoice(
                workplace=workplace,
                place=workplace.place or (last.place if last else ""),
                shift=last.shift if last else Shift.NONE,
                visits=visited.get(workplace.id, 0),
            )
        )
    choices.sort(key=lambda choice: (-choice.visits, danish_key(choice.workplace.name)))
    return tuple(choices)


def _month(store: "Store", period: Period) -> MonthLine:
    wanted = InquiryFilter(first=period.first, last=period.last)
    return MonthLine(period=period, contacts=len(store.inquiries.list_seqs(wanted)))
