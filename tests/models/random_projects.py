"""Projects drawn at random as plain rows, and written into a store as a counsellor would."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import strategies as st
from msgspec.structs import replace

from app.models.clock import stamp
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
    Gender,
    Identity,
    Inquiry,
    Person,
    RecordId,
    Role,
    Sector,
    Shift,
    SickLeave,
    TermKind,
    Visit,
    VisitStatus,
    Workplace,
)
from tests.models import random_cases
from tests.models.plain_project import (
    MOST_CONTACTS,
    PlainActivity,
    PlainContact,
    PlainProject,
    PlainRule,
    PlainVisit,
)

# Days where months, years and leap days meet, so that contacts share them and their minutes.
DAYS = (
    "2023-12-31", "2024-01-01", "2024-01-31", "2024-02-01", "2024-02-28", "2024-02-29",
    "2024-03-01", "2024-03-31", "2024-12-31", "2025-01-01",
)  # fmt: skip
TIMES = ("", "00:00", "09:00", "09:01", "23:59")
WORKPLACES = {"ALFA": "private", "BETA": "municipal", "GAMMA": "state"}
CODES = {"reasons": ["P01", "P02", "S01", "F05", "R02", "O03"], "advice": ["A01", "A02", "A17"]}

TODAY = "2024-02-29"
HOLIDAYS = (
    "2023-12-25", "2023-12-26", "2024-01-01", "2024-03-28", "2024-03-29", "2024-03-31", "2024-04-01",
)  # fmt: skip
"""Those of the law in the months in which rules are drawn."""

SHIFTS = ("", "day", "evening", "night")
optional_place = st.sampled_from([None, *WORKPLACES])
people = st.lists(
    st.tuples(
        st.sampled_from(["", "woman", "man", "other"]),
        st.one_of(st.none(), st.sampled_from([1924, 1965, 1966, 1975, 1995, 1996, 2005, 2006])),
    ),
    min_size=1,
    max_size=4,
)
visits = st.lists(
    st.builds(
        PlainVisit,
        workplace=st.sampled_from(list(WORKPLACES)),
        date=st.sampled_from(DAYS),
        status=st.sampled_from(["held", "held", "held", "cancelled", "moved", "planned"]),
        seconds=st.sampled_from([0, 29, 30, 89, 90, 1799, 1800, 3600, 5430, 8 * 3600]),
        shift=st.sampled_from(SHIFTS),
        planned=st.sampled_from([None, 1, 45, 60]),
    ).filter(lambda visit: visit.planned is not None or visit.status in ("held", "cancelled")),
    max_size=6,
)
rules = st.lists(
    st.builds(
        PlainRule,
        workplace=st.sampled_from(list(WORKPLACES)),
        every=st.integers(1, 3),
        weekdays=st.lists(st.integers(1, 7), min_size=1, max_size=3, unique=True).map(sorted),
        since=st.sampled_from(["2023-12-20", "2024-01-01", "2024-02-29"]),
        until=st.sampled_from(["2024-02-29", "2024-03-10", "2024-04-02"]),
        minutes=st.sampled_from([1, 30, 90]),
        shift=st.sampled_from(SHIFTS),
    ),
    max_size=3,
)
closing_days = st.lists(
    st.tuples(st.sampled_from(DAYS), st.sampled_from([None, *WORKPLACES])), max_size=3
)
activities = st.lists(
    st.builds(
        PlainActivity,
        date=st.sampled_from(DAYS),
        kind=st.sampled_from([str(kind) for kind in ActivityKind]),
        status=st.sampled_from([str(status) for status in ActivityStatus]),
        minutes=st.sampled_from([1, 29, 90]),
        participants=st.sampled_from([None, 0, 12]),
        topics=st.lists(st.sampled_from(["T01", "T03", "T12"]), unique=True),
        workplaces=st.lists(st.sampled_from(list(WORKPLACES)), unique=True, max_size=2),
    ).filter(lambda activity: activity.status != "held" or activity.date <= TODAY),
    max_size=4,
)


def days_of(rule: PlainRule) -> list[str]:
    """Return the days that a rule has, counted week by week from its first one."""
    since = date.fromisoformat(rule.since)
    week, found = since - timedelta(days=since.weekday()), []
    while week.isoformat() <= rule.until:
        days = [(week + timedelta(days=number - 1)).isoformat() for number in rule.weekdays]
        found += [day for day in days if rule.since <= day <= rule.until]
        week += timedelta(weeks=rule.every)
    return found


@st.composite
def arranged_visits(draw: st.DrawFn, plain_rules: list[PlainRule]) -> list[PlainVisit]:
    """Draw what was arranged for, or became of, single visits of the rules."""
    found = {}
    days = [(number, day) for number, rule in enumerate(plain_rules) for day in days_of(rule)]
    for number, day in draw(st.lists(st.sampled_from(days), max_size=4)) if days else []:
        status = draw(st.sampled_from(["held", "cancelled", "planned", "moved"]))
        rule = plain_rules[number]
        found[number, day] = PlainVisit(
            rule.workplace,
            draw(st.sampled_from(DAYS)) if status == "moved" else day,
            status,
            draw(st.sampled_from([0, 1799, 3600])),
            rule.shift,
            rule.minutes,
            number,
            day,
        )
    return list(found.values())


@st.composite
def projects(draw: st.DrawFn) -> PlainProject:
    """Draw a project as plain rows."""
    persons, plain_rules = draw(people), draw(rules)
    plain_visits = draw(visits) + draw(arranged_visits(plain_rules))
    places = st.sampled_from([None, *range(len(plain_visits))])
    contacts = []
    for number in range(draw(st.integers(0, MOST_CONTACTS))):
        person = draw(st.sampled_from([None, *range(len(persons))]))
        contacts.append(
            PlainContact(
                number=number,
                date=draw(st.sampled_from(DAYS)),
                time=draw(st.sampled_from(TIMES)),
                person=person,
                workplace=draw(optional_place),
                visit=draw(places),
                channel=draw(st.sampled_from([str(channel) for channel in Channel])),
                role=draw(st.sampled_from([str(role) for role in Role])),
                sick_leave=draw(st.sampled_from([str(state) for state in SickLeave])),
                reasons=draw(st.lists(st.sampled_from(CODES["reasons"]), unique=True)),
                advice=draw(st.lists(st.sampled_from(CODES["advice"]), unique=True)),
                said_returning=person is None and draw(st.booleans()),
            )
        )
    retired = draw(st.dictionaries(st.sampled_from(["P02", "R02", "A17"]), st.sampled_from(DAYS)))
    return PlainProject(
        workplaces=dict(WORKPLACES),
        people=persons,
        contacts=contacts,
        visits=plain_visits,
        retired=retired,
        rules=plain_rules,
        closed=[*((day, None) for day in HOLIDAYS), *draw(closing_days)],
        activities=draw(activities),
        referrals=draw(random_cases.referrals(DAYS)),
        promises=draw(random_cases.promises(DAYS, list(WORKPLACES))),
        today=TODAY,
    )


corrections = st.lists(
    st.tuples(
        st.integers(0, 13),
        st.one_of(st.none(), st.tuples(st.sampled_from(DAYS), st.sampled_from(TIMES))),
    ),
    max_size=5,
)
"""Which contact, and either its new date and time or None: deleted."""


class _TakeBackError(Exception):
    """Ends a transaction so that the next example finds the store empty."""


@contextmanager
def taken_back(store: Store) -> Iterator[None]:
    """Run the block in a transaction that is never committed."""
    with suppress(_TakeBackError), store.atomic():
        yield
        raise _TakeBackError


class Writer:
    """Writes a plain project into the store as a counsellor would have entered it."""

    def __init__(
        self, store: Store, project: PlainProject, people: list[RecordId] | None = None
    ) -> None:
        self.store, self.project = store, project
        self.places = {
            code: self._place(code, sector) for code, sector in project.workplaces.items()
        }
        self.people = people or [
            store.people.add(Person(name=f"Person {n}", gender=Gender(gender), birth_year=born)).id
            for n, (gender, born) in enumerate(project.people)
        ]
        self.rules = [self._rule(rule) for rule in project.rules]
        self.visits = [self._visit(visit) for visit in project.visits]
        self.contacts = {contact.number: self._contact(contact) for contact in project.contacts}
        random_cases.write_cases(store, project, self.contacts, self.people, self.places)
        for code, day in project.retired.items():
            kind = TermKind.ADVICE if code.startswith("A") else TermKind.REASON
            store.taxonomy.retire(kind, code, date.fromisoformat(day))
        for closed, where in project.closed:
            if closed not in HOLIDAYS or where is not None:
                self._close(closed, where)
        for activity in project.activities:
            self._activity(activity)

    def _place(self, code: str, sector: str) -> RecordId:
        known = self.store.workplaces.by_code(code)
        new = Workplace(code=code, name=code, sector=Sector(sector))
        return known.id if known else self.store.workplaces.add(new).id

    def _rule(self, rule: PlainRule) -> PresenceRule:
        return self.store.presence_rules.add(
            PresenceRule(
                workplace_id=self.places[rule.workplace],
                every_weeks=rule.every,
                weekdays=tuple(rule.weekdays),
                time="09:00",
                minutes=rule.minutes,
                shift=Shift(rule.shift),
                counsellor_ids=(self.store.settings.counsellor_id,),
                anchor=date.fromisoformat(rule.since),
                valid_from=date.fromisoformat(rule.since),
                valid_until=date.fromisoformat(rule.until),
            )
        )

    def _visit(self, visit: PlainVisit) -> Any:
        start = datetime.fromisoformat(f"{visit.date}T08:00:00+00:00").astimezone(UTC)
        stored = Visit(
            workplace_id=self.places[visit.workplace],
            counsellor_id=self.store.settings.counsellor_id,
            date=date.fromisoformat(visit.date),
            time="" if visit.planned is None else "09:00",
            minutes=visit.planned,
            status=VisitStatus(visit.status),
            shift=Shift(visit.shift),
            started_at=stamp(start),
            ended_at=stamp(start + timedelta(seconds=visit.seconds)),
        )
        if visit.rule is None:
            return self.store.visits.add(stored).id
        return self.store.visits.arrange(
            replace(
                stored,
                series_id=self.rules[visit.rule].series_id,
                occurrence=date.fromisoformat(visit.occurrence),
            )
        ).id

    def _close(self, day: str, where: str | None) -> None:
        closed = date.fromisoformat(day)
        self.store.closing_days.add(
            ClosingDays(
                workplace_id=None if where is None else self.places[where],
                first_on=closed,
                last_on=closed,
            )
        )

    def _activity(self, activity: PlainActivity) -> None:
        self.store.activities.add(
            Activity(
                date=date.fromisoformat(activity.date),
                time="13:00",
                minutes=activity.minutes,
                kind=ActivityKind(activity.kind),
                status=ActivityStatus(activity.status),
                participants=activity.participants,
                topics=tuple(activity.topics),
                workplace_ids=tuple(self.places[code] for code in activity.workplaces),
                counsellor_ids=(self.store.settings.counsellor_id,),
                reason="sygdom",
            )
        )

    def _contact(self, contact: PlainContact) -> Inquiry:
        known = contact.person is not None
        return self.store.inquiries.add(
            Inquiry(
                date=date.fromisoformat(contact.date),
                time=contact.time,
                counsellor_id=self.store.settings.counsellor_id,
                workplace_id=self.places[contact.workplace] if contact.workplace else None,
                visit_id=None if contact.visit is None else self.visits[contact.visit],
                channel=Channel(contact.channel),
                identity=Identity.REGISTERED if known else Identity.ANONYMOUS,
                person_id=None if contact.person is None else self.people[contact.person],
                role=Role(contact.role),
                sick_leave=SickLeave(contact.sick_leave),
                reasons=tuple(contact.reasons),
                advice=tuple(contact.advice),
                said_returning=contact.said_returning,
            )
        )

    def correct(self, number: int, change: tuple[str, str] | None) -> None:
        """Move or delete a contact, here and in the plain project."""
        found = [contact for contact in self.project.contacts if contact.number == number]
        if not found:
            return
        stored = self.contacts[number]
        if change is None:
            self.project.contacts.remove(found[0])
            self.store.inquiries.delete(stored.id)
        else:
            found[0].date, found[0].time = change
            moved = replace(stored, date=date.fromisoformat(change[0]), time=change[1])
            self.contacts[number] = self.store.inquiries.change(moved)
