"""The visits of the demo project's published period, made of the frequencies of each workplace.

A contact at a workplace took place at a visit, so each day with contacts has one. Where the
frequency would have brought a counsellor and nobody came, there is a visit with zero contacts.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

import msgspec
from msgspec.structs import replace

from app.models.clock import LOCAL_ZONE, stamp
from app.models.inquiry_list import InquiryFilter, InquiryRow
from app.models.store import Store
from app.models.types import Channel, RecordId, Shift, Visit, VisitStatus, Workplace

EVENING = "14:00"
_QUIET_WEEKS = {1, 28, 29, 30, 52}
"""The weeks of the Danish summer and Christmas holidays."""
_CANCELLED_EVERY = 23
_WORKDAYS = 5
_HOURS = (8, 10, 13)


class Rhythm(msgspec.Struct, frozen=True, kw_only=True):
    """How often somebody sits at a workplace; ``hours`` is the length of one visit."""

    place: Workplace
    weekday: int
    hour: int
    hours: int
    shifts: tuple[Shift, ...]
    every_weeks: int | None

    def days(self, first: date, last: date) -> Iterator[date]:
        """Yield the days of the rhythm, holidays left out."""
        if self.every_weeks is None:
            return
        day = first + timedelta(days=(self.weekday - first.weekday()) % 7)
        while day <= last:
            if day.isocalendar().week not in _QUIET_WEEKS:
                yield day
            day += timedelta(weeks=self.every_weeks)


def rhythms(store: Store, frequencies: Sequence[dict[str, str]]) -> tuple[Rhythm, ...]:
    """Return the rhythm of every workplace in the rows of ``workplaces.csv``."""
    found = []
    for number, row in enumerate(frequencies):
        place = store.workplaces.by_code(row["workplace"])
        if place is not None:
            two_shifts = row["visits_per_occasion"] == "2"
            found.append(
                Rhythm(
                    place=place,
                    weekday=number % _WORKDAYS,
                    hour=_HOURS[number // _WORKDAYS % len(_HOURS)],
                    hours=int(row["hours_per_visit"] or 1),
                    shifts=(Shift.DAY, Shift.EVENING) if two_shifts else (Shift.NONE,),
                    every_weeks=int(row["every_weeks"]) if row["every_weeks"] else None,
                )
            )
    return tuple(found)


def hold_published_visits(store: Store, kept: Sequence[Rhythm], last: date) -> None:
    """Add the visits up to ``last`` and tell each contact at a workplace its visit."""
    counsellors = tuple(counsellor.id for counsellor in store.counsellors.all())
    everything = store.inquiries.rows(store.inquiries.list_seqs(InquiryFilter(last=last)))
    for rhythm in kept:
        contacts: dict[date, list[InquiryRow]] = {}
        for row in everything:
            if row.workplace_code == rhythm.place.code and row.channel is Channel.WORKPLACE:
                contacts.setdefault(row.date, []).append(row)
        for number, (day, planned) in enumerate(_occasions(rhythm, set(contacts), last)):
            who = counsellors[number % len(counsellors)]
            _hold_day(store, rhythm, day, contacts.get(day, []), who, planned=planned, at=number)


def _occasions(rhythm: Rhythm, busy: set[date], last: date) -> list[tuple[date, bool]]:
    """Return the days of visits, and whether the day is one of the rhythm's own.

    Days with contacts stand for the nearest planned days, which then have no visit of their own.
    """
    start = rhythm.place.started_on or last
    length = timedelta(weeks=rhythm.every_weeks or 1)
    planned = [
        day
        for day in rhythm.days(start, last)
        if not any(abs(day - other) < length / 2 for other in busy)
    ]
    return sorted([(day, True) for day in planned] + [(day, False) for day in busy])


def _hold_day(
    store: Store,
    rhythm: Rhythm,
    day: date,
    contacts: Sequence[InquiryRow],
    counsellor: RecordId,
    *,
    planned: bool,
    at: int,
) -> None:
    """Add the visits of one day, one per shift, and give the contacts theirs."""
    for shift in rhythm.shifts:
        mine = [row for row in contacts if _shift_of(row, rhythm) is shift]
        if not mine and not planned and shift is not Shift.EVENING:
            continue
        cancelled = not mine and at % _CANCELLED_EVERY == _CANCELLED_EVERY - 1
        began, ended = _times(rhythm, day, shift, mine)
        first = store.inquiries.get(min(mine, key=lambda row: row.time).id) if mine else None
        visit = store.visits.add(
            Visit(
                workplace_id=rhythm.place.id,
                counsellor_id=first.counsellor_id if first else counsellor,
                date=day,
                time=f"{began:%H:%M}",
                minutes=rhythm.hours * 60,
                status=VisitStatus.CANCELLED if cancelled else VisitStatus.HELD,
                shift=shift,
                place=rhythm.place.place,
                started_at="" if cancelled else stamp(began),
                ended_at="" if cancelled else stamp(ended),
                remark="Sygdom" if cancelled else "",
            )
        )
        for row in mine:
            store.inquiries.change(replace(store.inquiries.get(row.id), visit_id=visit.id))


def _shift_of(row: InquiryRow, rhythm: Rhythm) -> Shift:
    if len(rhythm.shifts) == 1:
        return rhythm.shifts[0]
    return Shift.EVENING if row.time >= EVENING else Shift.DAY


def _times(
    rhythm: Rhythm, day: date, shift: Shift, contacts: Sequence[InquiryRow]
) -> tuple[datetime, datetime]:
    """Return start and end: the planned length, longer when contacts took longer."""
    hour = 15 if shift is Shift.EVENING else rhythm.hour
    if contacts:
        hour = min(int(row.time[:2]) for row in contacts)
    began = datetime.combine(day, time(hour), LOCAL_ZONE)
    ended = began + timedelta(hours=rhythm.hours)
    for row in contacts:
        talk = datetime.combine(day, time.fromisoformat(row.time), LOCAL_ZONE)
        ended = max(ended, talk + timedelta(minutes=row.minutes or 0))
    return began, ended
