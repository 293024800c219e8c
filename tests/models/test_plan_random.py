"""Every plan equals one that is made by walking through its days."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

import pytest
from holidays.constants import OPTIONAL, PUBLIC
from holidays.countries.denmark import Denmark
from hypothesis import given, settings
from hypothesis import strategies as st

from app.models.plan import PlannedVisit, find_planned, read_plan
from app.models.plan_types import ClosingDays, PresenceRule, RulePlace
from app.models.planning import assign_visit, cancel_visit, move_visit, reinstate_visit
from app.models.store import Store
from app.models.types import RecordId
from app.models.visit_ids import visit_id
from tests.records import add_counsellor, add_rule, add_workplace
from tests.stores import StoreMould

TODAY = date(2026, 11, 21)
FIRST, LAST = TODAY - timedelta(days=60), TODAY + timedelta(days=150)
"""All of a random plan lies between."""
LIBRARY = {
    "public": Denmark(years=(2026, 2027), categories=PUBLIC),
    "customary": Denmark(years=(2026, 2027), categories=(PUBLIC, OPTIONAL)),
}
CODES = ("AERO", "LEM")
INITIALS = ("AA", "JH", "KM")


@pytest.fixture(scope="module")
def mould(tmp_path_factory: pytest.TempPathFactory) -> StoreMould:
    return StoreMould(tmp_path_factory.mktemp("mould"))


def days_from(shortest: int, longest: int) -> st.SearchStrategy[date]:
    return st.integers(shortest, longest).map(lambda days: TODAY + timedelta(days=days))


class DrawnRule(NamedTuple):
    code: str
    every: int
    weekdays: tuple[int, ...]
    anchor: date
    begins: date
    ends: date | None
    time: str
    minutes: int
    rooms: tuple[str, ...]
    who: tuple[str, ...]


class DrawnClosing(NamedTuple):
    code: str
    first: date
    days: int


class DrawnStep(NamedTuple):
    choice: int
    action: str
    days: int
    who: str


class Line(NamedTuple):
    """What is compared of a visit."""

    start: str
    code: str
    id: str
    status: str
    minutes: int
    room: str
    who: tuple[str, ...]


RULES = st.builds(
    DrawnRule,
    code=st.sampled_from(CODES),
    every=st.integers(1, 4),
    weekdays=st.sets(st.integers(1, 7), min_size=1, max_size=3).map(sorted).map(tuple),
    anchor=days_from(-80, 80).map(lambda day: day - timedelta(days=day.weekday())),
    begins=days_from(-60, 60),
    ends=st.none() | days_from(60, 140),
    time=st.sampled_from(["06:30", "09:00", "22:00"]),
    minutes=st.sampled_from([30, 60, 180]),
    rooms=st.sampled_from([(), ("Kantinen",), ("Kantinen", "Lager", "Hal 3")]),
    who=st.permutations(INITIALS).flatmap(
        lambda names: st.integers(1, 3).map(lambda count: tuple(names[:count]))
    ),
)
CLOSINGS = st.builds(
    DrawnClosing,
    code=st.sampled_from([*CODES, ""]),
    first=days_from(-30, 120),
    days=st.integers(0, 15),
)
ACTIONS = st.builds(
    DrawnStep,
    choice=st.integers(0, 10_000),
    action=st.sampled_from(["cancel", "move", "assign", "reinstate"]),
    days=st.integers(-9, 9),
    who=st.sampled_from(INITIALS),
)


class NaivePlan:
    """The lines of a plan, by rule and day, and what each step does to one of them."""

    def __init__(
        self, rules: list[DrawnRule], closings: list[DrawnClosing], holidays: str, kind: str
    ) -> None:
        self._closings = closings
        self._holidays = {} if holidays == "keep" else LIBRARY[kind]
        self.days: dict[tuple[int, date], date] = {}
        self.lines: dict[tuple[int, date], Line] = {}
        for number, rule in enumerate(rules):
            for day in self._days(rule):
                week = (day - rule.anchor).days // 7
                room = rule.rooms[week // rule.every % len(rule.rooms)] if rule.rooms else ""
                status = "skipped" if self.is_closed(day, rule.code) else "planned"
                start = f"{day} {rule.time}"
                self.days[number, day] = day
                self.lines[number, day] = Line(
                    start, rule.code, "", status, rule.minutes, room, rule.who
                )

    def is_closed(self, day: date, code: str) -> bool:
        return day in self._holidays or any(
            closing.code in ("", code)
            and closing.first <= day <= closing.first + timedelta(days=closing.days)
            for closing in self._closings
        )

    def take(self, key: tuple[int, date], step: DrawnStep) -> bool:
        """Take a step if it is allowed, and tell whether it was."""
        line = self.lines[key]
        occurrence = key[1]
        allowed = {
            "cancel": ("planned", "moved", "skipped"),
            "move": ("planned", "moved", "skipped"),
            "assign": ("planned", "moved"),
            "reinstate": ("cancelled", "skipped"),
        }
        if line.status not in allowed[step.action]:
            return False
        if step.action == "cancel":
            line = line._replace(status="cancelled")
        elif step.action == "assign":
            line = line._replace(who=(step.who,))
        else:
            if step.action == "move":
                self.days[key] = occurrence + timedelta(days=step.days)
            day = self.days[key]
            status = "planned" if day == occurrence else "moved"
            line = line._replace(status=status, start=f"{day} {line.start[11:]}")
        self.lines[key] = line
        return True

    @staticmethod
    def _days(rule: DrawnRule) -> Iterator[date]:
        day = max(rule.begins, FIRST)
        while day <= min(rule.ends or LAST, LAST):
            in_turn = (day - rule.anchor).days // 7 % rule.every == 0
            if in_turn and day.isoweekday() in rule.weekdays:
                yield day
            day += timedelta(days=1)


def line_of(visit: PlannedVisit) -> Line:
    return Line(
        f"{visit.start:%Y-%m-%d %H:%M}",
        visit.code,
        visit.id,
        visit.status.value,
        visit.minutes,
        visit.room,
        visit.counsellors,
    )


def store_rules(store: Store, rules: list[DrawnRule]) -> list[PresenceRule]:
    places = {code: add_workplace(store, code) for code in CODES}
    people = {initials: add_counsellor(store, initials).id for initials in INITIALS[:-1]}
    people["KM"] = store.settings.counsellor_id
    return [
        add_rule(
            store,
            places[rule.code],
            every_weeks=rule.every,
            weekdays=rule.weekdays,
            anchor=rule.anchor,
            valid_from=rule.begins,
            valid_until=rule.ends,
            time=rule.time,
            minutes=rule.minutes,
            places=tuple(RulePlace(room=room) for room in rule.rooms),
            counsellor_ids=tuple(people[initials] for initials in rule.who),
        )
        for rule in rules
    ]


def take(store: Store, record_id: RecordId, occurrence: date, step: DrawnStep) -> None:
    match step.action:
        case "cancel":
            cancel_visit(store, record_id, "Sygdom")
        case "move":
            move_visit(store, record_id, occurrence + timedelta(days=step.days))
        case "assign":
            who = next(each.id for each in store.counsellors.all() if each.initials == step.who)
            assign_visit(store, record_id, (who,))
        case _:
            reinstate_visit(store, record_id)


@settings(max_examples=60)
@given(
    rules=st.lists(RULES, min_size=1, max_size=4),
    closings=st.lists(CLOSINGS, max_size=2),
    steps=st.lists(ACTIONS, max_size=8),
    holidays=st.sampled_from(["skip", "move", "keep"]),
    kind=st.sampled_from(["public", "customary"]),
    first=days_from(-55, 120),
    length=st.integers(0, 25),
)
def test_every_plan_equals_one_made_day_by_day(
    mould: StoreMould,
    rules: list[DrawnRule],
    closings: list[DrawnClosing],
    steps: list[DrawnStep],
    holidays: str,
    kind: str,
    first: date,
    length: int,
) -> None:
    naive = NaivePlan(rules, closings, holidays, kind)
    last = first + timedelta(days=length)
    with mould.copy() as store:
        store.settings.set("holidays", holidays)
        store.settings.set("holiday_kinds", kind)
        stored = store_rules(store, rules)
        for closing in closings:
            place = store.workplaces.by_code(closing.code)
            ends = closing.first + timedelta(days=closing.days)
            owner = place.id if place else None
            store.closing_days.add(
                ClosingDays(workplace_id=owner, first_on=closing.first, last_on=ends)
            )
        keys = list(naive.lines)
        for step in steps if keys else ():
            key = keys[step.choice % len(keys)]
            if naive.take(key, step):
                take(store, visit_id(stored[key[0]].id, key[1]), key[1], step)

        found = read_plan(store, first, last)

        expected = sorted(
            line._replace(id=visit_id(stored[number].id, day))
            for (number, day), line in naive.lines.items()
            if first <= naive.days[number, day] <= last
        )
        assert [line_of(visit) for visit in found] == expected
        assert [find_planned(store, visit.id) for visit in found] == list(found)
        for code, initials in ((CODES[0], ""), ("", INITIALS[0]), (CODES[1], INITIALS[1])):
            chosen = [
                visit
                for visit in found
                if visit.code == (code or visit.code)
                and (not initials or initials in visit.counsellors)
            ]
            assert list(filtered(store, first, last, code, initials)) == chosen


def filtered(
    store: Store, first: date, last: date, code: str, initials: str
) -> tuple[PlannedVisit, ...]:
    places = [each.id for each in store.workplaces.all() if each.code == code]
    people = [each.id for each in store.counsellors.all() if each.initials == initials]
    return read_plan(store, first, last, workplace_ids=places, counsellor_ids=people)
