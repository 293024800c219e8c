"""What the page reads around a contact: place, visits, offers and code lists."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from msgspec.structs import replace

from app.models.clock import Clock, from_stamp, local, local_today
from app.models.offer_list import why_offered, with_owners
from app.models.registration import InquiryDraft
from app.models.store import Store
from app.models.taxonomy import ReasonGroup, Term
from app.models.types import (
    Channel,
    Counsellor,
    Offer,
    RecordId,
    Role,
    TermKind,
    Visit,
    VisitStatus,
    Workplace,
)
from app.texts import Text

_REAL = (VisitStatus.RUNNING, VisitStatus.HELD)


class Occasion(NamedTuple):
    """When and where a contact takes place."""

    day: date
    workplace_id: RecordId | None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known around a contact on one day at one workplace.

    ``visits`` are those of that workplace on that day, ``offers`` what its people can use then,
    and ``why`` says whose each offer is; ``running`` is the visit that the counsellor is at now,
    wherever it is. ``closed``: the month of the day is closed.
    """

    occasion: Occasion
    counsellor_id: RecordId
    running: Visit | None
    workplaces: dict[RecordId, Workplace]
    counsellors: tuple[Counsellor, ...]
    visits: tuple[Visit, ...]
    offers: tuple[Offer, ...]
    why: dict[RecordId, Text]
    groups: tuple[ReasonGroup, ...]
    reasons: tuple[Term, ...]
    advice: tuple[Term, ...]
    often_given: dict[str, tuple[str, ...]]
    closed: bool = False

    @property
    def workplace(self) -> Workplace | None:
        """The workplace of the occasion."""
        return self.workplaces.get(self.occasion.workplace_id or RecordId(""))

    def counsellor_of(self, draft: InquiryDraft) -> RecordId:
        """Return who registers: the one in the draft, else the one who uses this computer."""
        return draft.counsellor_id or self.counsellor_id


def read_surroundings(store: Store, occasion: Occasion | None, today: date) -> Surroundings:
    """Read around ``occasion``, or around the running visit of today when there is none."""
    running = store.visits.running()
    if occasion is None:
        occasion = Occasion(today, running.workplace_id if running else None)
    day, place = occasion
    on_the_day = store.visits.on(day)
    offers = store.offers.usable(place, day)
    # A visit that lasts past midnight keeps its contacts together.
    if running is not None and running not in on_the_day and running.date <= day <= today:
        on_the_day = (*on_the_day, running)
    return Surroundings(
        occasion=occasion,
        counsellor_id=store.settings.counsellor_id,
        running=running,
        workplaces={workplace.id: workplace for workplace in store.workplaces.all()},
        counsellors=store.counsellors.all(),
        visits=tuple(v for v in on_the_day if v.workplace_id == place and v.status in _REAL),
        offers=offers,
        why={one.offer.id: why_offered(one) for one in with_owners(store, offers)},
        groups=store.taxonomy.groups(),
        reasons=store.taxonomy.terms(TermKind.REASON, day),
        advice=store.taxonomy.terms(TermKind.ADVICE, day),
        often_given=store.taxonomy.suggestions(),
        closed=store.month_closes.is_closed(day),
    )


def fresh_draft(clock: Clock, around: Surroundings | None = None) -> InquiryDraft:
    """Return the draft of a contact that begins now, at the running visit if there is one."""
    draft = InquiryDraft(date=local_today(clock), time=now(clock), role=Role.EMPLOYEE)
    if around is None:
        return draft
    draft = replace(draft, counsellor_id=around.counsellor_id)
    visit = around.running
    if visit is None:
        # Away from a visit, people ring.
        return replace(draft, channel=Channel.PHONE)
    return replace(draft, workplace_id=visit.workplace_id, visit_id=visit.id)


def next_draft(clock: Clock, before: InquiryDraft) -> InquiryDraft:
    """Return the draft of the next contact on the same occasion as the one before."""
    today = local_today(clock)
    return InquiryDraft(
        date=before.date,
        # Of an earlier day nobody knows when the next one came.
        time=now(clock) if before.date == today else "",
        workplace_id=before.workplace_id,
        visit_id=before.visit_id,
        counsellor_id=before.counsellor_id,
        channel=before.channel,
        role=Role.EMPLOYEE,
    )


def fitting_visit(draft: InquiryDraft, visits: tuple[Visit, ...]) -> RecordId | None:
    """Return the visit that a contact belongs to: the one kept, the only one, or by the time."""
    if draft.channel is not Channel.WORKPLACE:
        return None
    if len(visits) == 1 or draft.visit_id in {visit.id for visit in visits}:
        return draft.visit_id if len(visits) > 1 else visits[0].id
    holding = [visit for visit in visits if _holds(visit, draft.time)]
    return holding[0].id if len(holding) == 1 else None


def began(visit: Visit) -> datetime | None:
    """Return the local time at which a visit really began."""
    return local(from_stamp(visit.started_at)) if visit.started_at else None


def now(clock: Clock) -> str:
    """Return the local time of day as HH:MM."""
    return local(clock()).strftime("%H:%M")


def _holds(visit: Visit, time: str) -> bool:
    start = began(visit)
    end = local(from_stamp(visit.ended_at)) if visit.ended_at else None
    if start is None or not time:
        return False
    return start.strftime("%H:%M") <= time and (end is None or time <= end.strftime("%H:%M"))
