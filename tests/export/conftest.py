"""A small project whose report holds everything that a renderer could get wrong."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import pytest

from app.export.report import Report, make_report
from app.models.case_types import Outcome, Referral, ReferralState
from app.models.periods import Period
from app.models.plan_types import (
    Activity,
    ActivityKind,
    ActivityStatus,
    ClosingDays,
    PresenceRule,
)
from app.models.store import Store
from app.models.types import (
    Channel,
    FollowUp,
    Gender,
    Identity,
    Inquiry,
    Person,
    RecordId,
    Role,
    Sector,
    Shift,
    SickLeave,
    Visit,
    VisitStatus,
    Workplace,
)
from tests.stores import new_store

OCTOBER = Period.month(date(2026, 10, 1))
SECRETS = ("Anna Lund", "Bo Dam", "12345678", "noget privat")
"""What stands in the store about people and may stand in no report."""


def _visit(
    store: Store, place: Workplace, day: int, length: int, status: VisitStatus, **more: Any
) -> Visit:
    who = store.settings.counsellor_id
    visit = Visit(
        workplace_id=place.id,
        counsellor_id=who,
        date=date(2026, 10, day),
        status=status,
        started_at=f"2026-10-{day:02}T07:00:00.000Z",
        ended_at=f"2026-10-{day:02}T{7 + length // 60:02}:{length % 60:02}:00.000Z",
        **more,
    )
    return store.visits.arrange(visit) if visit.series_id else store.visits.add(visit)


def _rule(store: Store, place: Workplace) -> PresenceRule:
    """Plan Tuesdays and Thursdays every second week: 6, 8, 20 (closed) and 22 October."""
    store.closing_days.add(
        ClosingDays(workplace_id=place.id, first_on=date(2026, 10, 19), last_on=date(2026, 10, 20))
    )
    return store.presence_rules.add(
        PresenceRule(
            workplace_id=place.id,
            every_weeks=2,
            weekdays=(2, 4),
            time="09:00",
            shift=Shift.DAY,
            counsellor_ids=(store.settings.counsellor_id,),
            anchor=date(2026, 10, 5),
            valid_from=date(2026, 10, 5),
            valid_until=date(2026, 10, 31),
        )
    )


def _activities(store: Store, places: Sequence[Workplace]) -> None:
    """Write a talk for two workplaces, one for none, a meeting to come and a cancelled talk."""

    def add(day: int, kind: ActivityKind, status: ActivityStatus, **more: Any) -> None:
        store.activities.add(
            Activity(
                date=date(2026, 10, day),
                time="13:00",
                kind=kind,
                status=status,
                title="noget privat",
                counsellor_ids=(store.settings.counsellor_id,),
                **more,
            )
        )

    held = ActivityStatus.HELD
    add(
        15,
        ActivityKind.TALK_LIAISON,
        held,
        participants=12,
        topics=("T03", "T04"),
        workplace_ids=tuple(place.id for place in places),
    )
    add(16, ActivityKind.TALK_STAFF, held, minutes=90, topics=("T03",))
    add(28, ActivityKind.NETWORK, ActivityStatus.PLANNED)
    add(29, ActivityKind.TALK_MANAGERS, ActivityStatus.CANCELLED, reason="noget privat")


def _cases(store: Store, talks: Sequence[Inquiry]) -> None:
    """Write a referral for each of three talks, two of them ended, and four promises."""
    first, second, third = talks

    def add(talk: Inquiry, state: ReferralState, sessions: Sequence[int], **more: Any) -> None:
        store.referrals.add(
            Referral(
                inquiry_id=talk.id,
                person_id=talk.person_id,
                suggested_on=talk.date,
                state=state,
                sessions=tuple(date(2026, 10, day) for day in sessions),
                provider="noget privat",
                outcome_words="noget privat",
                **more,
            )
        )

    ended, started = date(2026, 10, 30), date(2026, 10, 12)
    helped = Outcome.HELPED
    add(first, ReferralState.COMPLETED, (9, 16), advice_code="A02", state_on=ended, outcome=helped)
    add(second, ReferralState.STOPPED, (12, 19, 26, 29, 30), advice_code="A02", state_on=ended)
    add(third, ReferralState.STARTED, (12,), advice_code="A01", state_on=started)

    for talk, due, done in ((first, 9, 9), (second, 9, 12), (third, 31, None)):
        store.followups.add(
            FollowUp(
                due_on=date(2026, 10, due),
                done_on=date(2026, 10, done) if done else None,
                text="noget privat",
                inquiry_id=talk.id,
                person_id=talk.person_id,
                workplace_id=talk.workplace_id,
            )
        )
    store.followups.add(FollowUp(due_on=date(2026, 12, 1), text="noget privat"))


def fill(store: Store) -> None:
    """Write three workplaces with a plan, visits, activities, contacts, referrals and promises."""
    lem = store.workplaces.add(
        Workplace(code="LEM", name="Vestas i Lem", sector=Sector.PRIVATE, headcount=80)
    )
    soen = store.workplaces.add(Workplace(code="SØN", name="=Sum & Søn <A/S>"))
    store.workplaces.add(
        Workplace(code="AELDRE", name="Ældrecenter Åbrinken", sector=Sector.MUNICIPAL)
    )
    rule = _rule(store, lem)
    of_rule = {"series_id": rule.series_id, "occurrence": date(2026, 10, 6), "shift": Shift.DAY}
    planned = {"time": "09:00", "minutes": 60}
    first = _visit(store, lem, 6, 90, VisitStatus.HELD, **of_rule, **planned)
    _visit(store, lem, 13, 60, VisitStatus.HELD)
    _visit(store, soen, 14, 60, VisitStatus.CANCELLED, **planned)
    _activities(store, (lem, soen))
    anna = store.people.add(
        Person(name="Anna Lund", gender=Gender.WOMAN, birth_year=1967, phone="12345678")
    )
    bo = store.people.add(Person(name="Bo Dam"))

    def add(day: int, person: Person | None = None, month: int = 10, **values: object) -> None:
        store.inquiries.add(
            Inquiry(
                date=date(2026, month, day),
                counsellor_id=store.settings.counsellor_id,
                identity=Identity.REGISTERED if person else Identity.ANONYMOUS,
                person_id=person.id if person else None,
                note="noget privat",
                **values,  # type: ignore[arg-type]
            )
        )

    at_visit: dict[str, RecordId] = {"workplace_id": lem.id, "visit_id": first.id}
    add(3, month=9, reasons=("O03",))
    add(6, anna, **at_visit, reasons=("P01", "S01"), advice=("A01", "A03"), role=Role.EMPLOYEE)
    add(6, bo, **at_visit, reasons=("P01",), advice=("A01",), sick_leave=SickLeave.FULL)
    add(6, **at_visit, reasons=("R02",), advice=("A07",), said_returning=True)
    add(7, anna, workplace_id=soen.id, reasons=("F05",), advice=("A06",))
    add(8, channel=Channel.PHONE, reasons=("P06",), advice=("A03",), role=Role.MANAGER)
    add(9, channel=Channel.EMAIL, reasons=("O01",), advice=("A15", "A17"))
    add(10, workplace_id=soen.id, channel=Channel.PHONE, reasons=("P02",), advice=("A01",))
    _cases(store, (*store.inquiries.of_person(anna.id), *store.inquiries.of_person(bo.id)))


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The filled store; tests here only read it."""
    opened = new_store(tmp_path_factory.mktemp("export"))
    fill(opened)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def report(store: Store) -> Report:
    return make_report(store, OCTOBER)


@pytest.fixture(scope="session")
def english(store: Store) -> Report:
    return make_report(store, OCTOBER, language="en")
