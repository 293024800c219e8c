"""The plan shows every visit once: what follows from the rules, and what is known beyond them."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

import pytest
from holidays.constants import OPTIONAL, PUBLIC
from holidays.countries.denmark import Denmark
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from app.errors import NotFound
from app.models.plan import PlannedVisit, PlanStatus, find_planned, read_plan
from app.models.plan_types import ClosingDays, PresenceRule, RulePlace
from app.models.planning import (
    assign_visit,
    cancel_visit,
    hold_visit,
    move_visit,
    plan_visit,
    reinstate_visit,
)
from app.models.recurrence import local_span
from app.models.store import Store
from app.models.types import RecordId, Visit, VisitStatus, Workplace
from app.models.visit_ids import visit_id
from tests.records import add_counsellor, add_rule, add_workplace
from tests.stores import StoreMould

TODAY = date(2026, 11, 21)
FRIDAY = date(2026, 11, 27)
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


@pytest.fixture
def lem(store: Store) -> Workplace:
    return add_workplace(store, "LEM", "Vestas i Lem")


def days_from(shortest: int, longest: int) -> st.SearchStrategy[date]:
    return st.integers(shortest, longest).map(lambda days: TODAY + timedelta(days=days))


# --- a plan at random, beside one that is made by walking through the days


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


# --- what is known of single visits


def test_a_visit_says_where_it_comes_from(store: Store, lem: Workplace) -> None:
    rule = add_rule(store, lem, places=(RulePlace(room="Kantinen", address="Vej 2"),))
    (visit,) = read_plan(store, FRIDAY, FRIDAY)
    assert (visit.id, visit.rule_id, visit.series_id) == (
        visit_id(rule.id, FRIDAY),
        rule.id,
        rule.series_id,
    )
    assert (visit.day, visit.occurrence, visit.place) == (FRIDAY, FRIDAY, "Kantinen, Vej 2")
    assert (visit.code, visit.workplace) == ("LEM", "Vestas i Lem")
    assert (visit.visit, visit.is_open, visit.contacts) == (None, True, 0)


def test_looking_at_a_plan_stores_nothing(store: Store, lem: Workplace) -> None:
    rule = add_rule(store, lem)
    read_plan(store, FRIDAY, FRIDAY + timedelta(days=365))
    find_planned(store, visit_id(rule.id, FRIDAY))
    assert store.visits.count() == 0


def test_what_was_arranged_of_a_rule_that_is_gone_is_still_shown(
    store: Store, lem: Workplace
) -> None:
    friday = TODAY - timedelta(days=1)
    rule = add_rule(store, lem)
    held = visit_id(rule.id, friday)
    hold_visit(store, held, *local_span(friday, "09:00", 60))
    store.presence_rules.end(rule.id, friday)
    assert [visit.id for visit in read_plan(store, friday, FRIDAY)] == [held]
    # Its end was put back behind the visit: that has no rule, and is known all the same.
    store.database.execute("UPDATE presence_rule SET valid_until = '2026-11-15'")
    (visit,) = read_plan(store, friday, FRIDAY)
    assert (visit.id, visit.rule_id, visit.occurrence) == (held, None, friday)


def test_a_visit_moved_here_from_afar_names_the_rule_of_its_own_day(
    store: Store, lem: Workplace
) -> None:
    rule = add_rule(store, lem, valid_until=FRIDAY)
    moved = visit_id(rule.id, FRIDAY)
    spring = date(2027, 4, 7)
    move_visit(store, moved, spring)
    (visit,) = read_plan(store, spring, spring)
    assert (visit.id, visit.rule_id) == (moved, rule.id)
    assert read_plan(store, FRIDAY, FRIDAY) == ()


def test_a_visit_moved_past_a_change_of_its_rule_names_the_version_it_came_from(
    store: Store, lem: Workplace
) -> None:
    first = add_rule(store, lem)
    tuesday, friday = date(2026, 12, 1), date(2026, 12, 4)
    move_visit(store, visit_id(first.id, FRIDAY), tuesday)
    later = store.presence_rules.change_from(first.id, tuesday, replace(first, time="13:00"))
    assert [visit.rule_id for visit in read_plan(store, tuesday, friday)] == [first.id, later.id]


def test_visits_without_a_plan_stand_at_their_real_times(store: Store, lem: Workplace) -> None:
    running = store.visits.start(lem.id)
    (visit,) = read_plan(store, TODAY, TODAY)
    assert (visit.id, visit.status, visit.minutes) == (running.id, PlanStatus.RUNNING, 60)
    assert f"{visit.start:%H.%M}" == "09.24"


def test_a_visit_cancelled_before_there_were_plans_takes_no_time(
    store: Store, lem: Workplace
) -> None:
    me = store.settings.counsellor_id
    store.visits.add(
        Visit(workplace_id=lem.id, counsellor_id=me, date=TODAY, status=VisitStatus.CANCELLED)
    )
    (visit,) = read_plan(store, TODAY, TODAY)
    assert (visit.status, visit.minutes, visit.day) == (PlanStatus.CANCELLED, 0, TODAY)


def test_the_order_is_by_time_and_then_by_place(store: Store, lem: Workplace) -> None:
    aero = add_workplace(store, "AERO")
    for place, time in ((lem, "09:00"), (aero, "09:00"), (lem, "08:00")):
        add_rule(store, place, time=time)
    plan_visit(store, workplace_id=aero.id, day=FRIDAY, time="08:30", minutes=30)
    shown = [(visit.start.hour, visit.code) for visit in read_plan(store, FRIDAY, FRIDAY)]
    assert shown == [(8, "LEM"), (8, "AERO"), (9, "AERO"), (9, "LEM")]


def test_in_the_hour_that_comes_twice_the_order_is_that_of_time_itself(
    store: Store, lem: Workplace
) -> None:
    night = date(2026, 10, 25)
    early = add_rule(store, lem, weekdays=(7,), valid_from=night, time="01:45", minutes=90)
    late = add_rule(store, lem, weekdays=(7,), valid_from=night, time="02:30", minutes=60)
    first, second = read_plan(store, night, night)
    assert [first.rule_id, second.rule_id] == [early.id, late.id]
    # On its clock the second ends when it begins; it lasts an hour all the same.
    assert f"{second.start:%H.%M}–{second.end:%H.%M}" == "02.30–02.30"
    assert (first.minutes, second.minutes) == (90, 60)


def test_a_night_visit_belongs_to_the_day_on_which_it_begins(store: Store, lem: Workplace) -> None:
    add_rule(store, lem, time="23:00", minutes=480)
    saturday = FRIDAY + timedelta(days=1)
    (visit,) = read_plan(store, FRIDAY, FRIDAY)
    assert visit.end.date() == saturday
    assert read_plan(store, saturday, saturday) == ()


@pytest.mark.parametrize("setting", ["skip", "move"])
def test_a_skipped_visit_says_why_and_where_it_could_go(
    store: Store, lem: Workplace, setting: str
) -> None:
    store.settings.set("holidays", setting)
    rule = add_rule(store, lem)
    store.closing_days.add(
        ClosingDays(workplace_id=lem.id, first_on=date(2026, 12, 28), last_on=date(2027, 1, 3))
    )
    christmas = date(2026, 12, 25)
    (visit,) = read_plan(store, christmas, christmas)
    assert visit.closure is not None
    assert (visit.closure.name.da, visit.closure.holiday) == ("Juledag", True)
    assert visit.proposal == (date(2027, 1, 4) if setting == "move" else None)
    assert find_planned(store, visit_id(rule.id, christmas)) == visit


@pytest.mark.parametrize("setting", ["skip", "keep"])
def test_visits_on_closing_days_are_skipped_whatever_is_done_on_holidays(
    store: Store, lem: Workplace, setting: str
) -> None:
    store.settings.set("holidays", setting)
    add_rule(store, lem)
    closed = ClosingDays(workplace_id=lem.id, first_on=FRIDAY, last_on=FRIDAY, reason="Ferie")
    store.closing_days.add(closed)
    (visit,) = read_plan(store, FRIDAY, FRIDAY)
    assert visit.closure is not None
    assert (visit.status, visit.closure.name.da) == (PlanStatus.SKIPPED, "Ferie")


def test_two_versions_that_were_put_on_one_day_bring_one_visit(
    store: Store, lem: Workplace
) -> None:
    """No way leads there but taking back an old step; the plan must not fall over it."""
    rule = add_rule(store, lem, valid_until=FRIDAY)
    values: dict[str, Any] = {"series": rule.series_id, "id": "0" * 36}
    store.database.execute(
        "INSERT INTO presence_rule SELECT :id, :series, workplace_id, every_weeks, weekdays, time,"
        " minutes, shift, anchor, valid_from, NULL, end_reason, remark, created_at, changed_at"
        " FROM presence_rule",
        values,
    )
    assert len(read_plan(store, FRIDAY, FRIDAY)) == 1


@pytest.mark.parametrize("day", [date(2026, 11, 26), date(2026, 10, 30)])
def test_what_no_rule_has_is_not_in_the_plan(store: Store, lem: Workplace, day: date) -> None:
    rule = add_rule(store, lem)
    with pytest.raises(NotFound):
        find_planned(store, visit_id(rule.id, day))
