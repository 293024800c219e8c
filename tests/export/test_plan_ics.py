"""The calendar file: what another program reads in it, and what it reads the second time."""

import difflib
import random
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import icalendar
import pytest
from msgspec.structs import replace

from app.errors import UserError
from app.models.plan import PlannedVisit, PlanStatus, read_plan
from app.models.plan_types import RulePlace
from app.models.planning import assign_visit, cancel_visit, move_visit, reinstate_visit, start_visit
from app.models.types import Workplace
from app.models.visit_ids import visit_id
from tests.export.small_calendar import Event, events, instant, lines_of
from tests.planned import NOVEMBER, SECRETS, Planned, planned

WINTER = (date(2026, 12, 1), date(2027, 1, 15))


@pytest.fixture
def plan(tmp_path: Path) -> Iterator[Planned]:
    with planned(tmp_path) as made:
        yield made


def calendar(plan: Planned, **more: object) -> dict[str, Event]:
    return events(plan.file("ics", **more))


def uid(record_id: str) -> str:
    return f"{record_id}@vejviser"


def next_day(plan: Planned) -> None:
    plan.clock.now += timedelta(days=1)


def off(visit: PlannedVisit) -> bool:
    return visit.status in (PlanStatus.CANCELLED, PlanStatus.SKIPPED)


def test_two_readers_find_the_occurrences_of_the_plan(plan: Planned) -> None:
    plan.busy_month()
    data = plan.file("ics")
    expected = {
        uid(visit.id): (
            visit.start.astimezone(UTC),
            visit.end.astimezone(UTC),
            "CANCELLED" if off(visit) else "CONFIRMED",
        )
        for visit in read_plan(plan.store, *NOVEMBER)
    }
    own = {
        key: (instant(event["DTSTART"]), instant(event["DTEND"]), event["STATUS"])
        for key, event in events(data).items()
        if event["CATEGORIES"] == "Fremmøde"
    }
    library = {
        str(event["UID"]): (event["DTSTART"].dt, event["DTEND"].dt, str(event["STATUS"]))
        for event in icalendar.Calendar.from_ical(data).walk("VEVENT")
        if str(event["SUMMARY"]).count("Oplæg") == 0
    }
    assert own == library == expected
    assert len(expected) == 7


def test_an_event_says_where_and_who_and_keeps_danish_letters_when_it_is_folded(
    plan: Planned,
) -> None:
    plan.busy_month()
    found = calendar(plan)
    talk = next(event for event in found.values() if event["CATEGORIES"] == "Aktivitet")
    assert talk["SUMMARY"] == "Vejviser: Oplæg for SU, Vestas i Lem, Ærø Værft, dok 2; =A1"
    night = found[uid(visit_id(plan.nights.series_id, date(2026, 11, 10)))]
    assert night["SUMMARY"] == "Vejviser: Ærø Værft, dok 2; =A1"
    assert night["DESCRIPTION"] == "Vejledere: JB, KM\nVagt: Natholdet"
    assert night["LOCATION"] == "Vagtstuen over dok 2"
    cancelled = found[uid(plan.friday(6))]
    assert cancelled["SUMMARY"] == "Vejviser: Vestas i Lem (aflyst)"
    assert (cancelled["TRANSP"], night["TRANSP"]) == ("TRANSPARENT", "OPAQUE")


def test_the_head_says_what_the_calendar_is_called_in_both_languages(plan: Planned) -> None:
    assert lines_of(plan.file("ics"))[:7] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Vejviser//Vejviser//DA",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:Vejviser: fremmøde\\, Projekt Vest",
        "X-WR-TIMEZONE:Europe/Copenhagen",
    ]
    english = lines_of(plan.file("ics", language="en"))
    assert "X-WR-CALNAME:Vejviser: presence\\, Projekt Vest" in english


def test_long_danish_names_are_folded_between_letters(plan: Planned) -> None:
    name = "Ældrecenter Åbrinken på Søndergårds Ærøvej " * 5
    place = plan.store.workplaces.add(Workplace(code="AELDRE", name=name.strip()))
    plan.rule(place, weekdays=(1,), places=(RulePlace(room="Sølværelset " * 9),))
    shown = [e for e in calendar(plan).values() if e["SUMMARY"].startswith("Vejviser: Ældre")]
    assert {event["SUMMARY"] for event in shown} == {f"Vejviser: {name.strip()}"}


def test_a_time_on_danish_clocks_stays_when_the_clocks_change(plan: Planned) -> None:
    nights = plan.rule(plan.aero, weekdays=(6,), time="23:30", minutes=300)
    mornings = plan.rule(plan.aero, weekdays=(1, 5), valid_from=date(2026, 10, 19))
    autumn = calendar(plan, days=(date(2026, 10, 19), date(2026, 11, 1)))
    assert autumn[uid(visit_id(mornings.id, date(2026, 10, 23)))]["DTSTART"] == "20261023T070000Z"
    assert autumn[uid(visit_id(mornings.id, date(2026, 10, 26)))]["DTSTART"] == "20261026T080000Z"
    spring = calendar(plan, days=(date(2027, 3, 26), date(2027, 3, 31)))
    night = spring[uid(visit_id(nights.id, date(2027, 3, 27)))]
    assert (night["DTSTART"], night["DTEND"]) == ("20270327T223000Z", "20270328T033000Z")


def test_a_move_changes_the_moved_event_and_no_other_line(plan: Planned) -> None:
    plan.busy_month()
    before = lines_of(plan.file("ics"))
    next_day(plan)
    move_visit(plan.store, plan.friday(20), date(2026, 11, 21), time="10:30")
    after = lines_of(plan.file("ics"))
    changed = [line for line in difflib.ndiff(before, after) if line[0] in "+-"]
    assert sorted(changed) == [
        "+ DTEND:20261121T103000Z",
        "+ DTSTAMP:20261002T070000Z",
        "+ DTSTART:20261121T093000Z",
        "+ LAST-MODIFIED:20261002T070000Z",
        "+ SEQUENCE:2",
        "- DTEND:20261120T090000Z",
        "- DTSTAMP:20261001T070000Z",
        "- DTSTART:20261120T080000Z",
        "- LAST-MODIFIED:20261001T070000Z",
        "- SEQUENCE:1",
    ]


def test_the_sequence_rises_with_every_change_and_with_every_undo(plan: Planned) -> None:
    store, friday, seen = plan.store, plan.friday(13), []

    def note() -> None:
        event = calendar(plan)[uid(friday)]
        seen.append((int(event["SEQUENCE"]), event["STATUS"], event["DTSTART"]))

    note()
    with store.atomic() as cancelling:
        cancel_visit(store, friday, "sygdom")
    note()
    store.undo(cancelling)
    note()
    with store.atomic() as moving:
        move_visit(store, friday, date(2026, 11, 16))
    note()
    redo = store.undo(moving)
    note()
    store.undo(redo)
    note()
    assert seen == [
        (0, "CONFIRMED", "20261113T080000Z"),
        (1, "CANCELLED", "20261113T080000Z"),
        (2, "CONFIRMED", "20261113T080000Z"),
        (3, "CONFIRMED", "20261116T080000Z"),
        (4, "CONFIRMED", "20261113T080000Z"),
        (5, "CONFIRMED", "20261116T080000Z"),
    ]


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_done_an_event_that_changed_has_a_higher_sequence(
    plan: Planned, seed: int
) -> None:
    draw, store = random.Random(seed), plan.store
    fridays = [plan.friday(day) for day in (6, 13, 20, 27)]
    done: list[str] = []

    def change_rule() -> None:
        newest = store.presence_rules.of_series(plan.fridays.series_id)[-1]
        wanted = replace(newest, minutes=draw.choice((45, 60, 90)))
        day = date(2026, 11, draw.randint(1, 20))
        store.presence_rules.change_from(newest.id, day, wanted)

    actions = (
        lambda: cancel_visit(store, draw.choice(fridays), "sygdom"),
        lambda: reinstate_visit(store, draw.choice(fridays)),
        lambda: move_visit(store, draw.choice(fridays), date(2026, 11, draw.randint(2, 28))),
        lambda: assign_visit(store, draw.choice(fridays), (draw.choice((plan.km, plan.jb)),)),
        lambda: plan.close(draw.choice((6, 13, 20, 27))),
        change_rule,
    )
    before = calendar(plan)
    for _ in range(25):
        plan.clock.now += timedelta(seconds=1)
        try:
            with store.atomic() as change_set:
                draw.choice(actions)()
            done.append(change_set)
            if draw.random() < 0.3:
                store.undo(done.pop())
        except UserError:
            continue
        after = calendar(plan)
        for key in before.keys() & after.keys():
            first, second = int(before[key]["SEQUENCE"]), int(after[key]["SEQUENCE"])
            assert second >= first
            shown = [
                {name: event[name] for name in ("DTSTART", "DTEND", "STATUS", "SUMMARY")}
                for event in (before[key], after[key])
            ]
            assert second > first or shown[0] == shown[1]
        before = after


def test_a_closing_day_that_is_entered_later_reaches_the_calendar(plan: Planned) -> None:
    friday = uid(plan.friday(27))
    assert calendar(plan)[friday]["STATUS"] == "CONFIRMED"
    closed = plan.close(27)
    after = calendar(plan)
    assert (after[friday]["STATUS"], after[friday]["SEQUENCE"]) == ("CANCELLED", "1")
    assert after[uid(plan.friday(20))]["SEQUENCE"] == "0"
    plan.store.closing_days.delete(closed.id)
    again = calendar(plan)[friday]
    assert (again["STATUS"], again["SEQUENCE"]) == ("CONFIRMED", "2")


def test_a_holiday_that_was_always_one_is_no_event_until_the_choice_changes(plan: Planned) -> None:
    christmas = uid(plan.friday(25, month=12))
    assert christmas not in calendar(plan, days=WINTER)
    plan.store.settings.set("holidays", "keep")
    kept = calendar(plan, days=WINTER)[christmas]
    plan.store.settings.set("holidays", "skip")
    skipped = calendar(plan, days=WINTER)[christmas]
    assert (kept["STATUS"], skipped["STATUS"]) == ("CONFIRMED", "CANCELLED")
    assert int(skipped["SEQUENCE"]) > int(kept["SEQUENCE"])


def test_a_holiday_that_was_to_be_worked_and_is_not_after_all_is_taken_back(plan: Planned) -> None:
    christmas = plan.friday(25, month=12)
    with plan.store.atomic() as change_set:
        reinstate_visit(plan.store, christmas)
    worked = calendar(plan, days=WINTER)[uid(christmas)]
    plan.store.undo(change_set)
    free = calendar(plan, days=WINTER)[uid(christmas)]
    assert (worked["STATUS"], free["STATUS"]) == ("CONFIRMED", "CANCELLED")
    assert int(free["SEQUENCE"]) > int(worked["SEQUENCE"])


def test_a_rule_that_ends_takes_its_visits_out_of_calendars_that_had_them(plan: Planned) -> None:
    before = calendar(plan)
    next_day(plan)
    plan.store.presence_rules.end(plan.fridays.id, date(2026, 11, 13), "Ingen kom")
    after = calendar(plan)
    assert after.keys() == before.keys()
    ended = [uid(plan.friday(20)), uid(plan.friday(27))]
    assert [key for key in after if after[key]["STATUS"] == "CANCELLED"] == ended
    for key in ended:
        assert int(after[key]["SEQUENCE"]) > int(before[key]["SEQUENCE"])
    assert after[uid(plan.friday(6))] == before[uid(plan.friday(6))]


def test_what_was_corrected_on_the_same_day_leaves_nothing_behind(plan: Planned) -> None:
    rules = plan.store.presence_rules
    rules.change(replace(plan.fridays, weekdays=(4,)))
    wrong = plan.rule(plan.aero, weekdays=(3,))
    rules.delete(wrong.id)
    found = calendar(plan)
    assert all(event["STATUS"] == "CONFIRMED" for event in found.values())
    assert {event["DTSTART"][6:8] for event in found.values()} == {
        "05",
        "10",
        "12",
        "19",
        "24",
        "26",
    }


def test_a_visit_that_another_counsellor_takes_over_is_cancelled_for_the_first(
    plan: Planned,
) -> None:
    mine = calendar(plan, counsellors=("KM",))
    assert mine[uid(plan.friday(20))]["STATUS"] == "CONFIRMED"
    assign_visit(plan.store, plan.friday(20), (plan.jb,))
    assert calendar(plan, counsellors=("KM",))[uid(plan.friday(20))]["STATUS"] == "CANCELLED"
    assert calendar(plan, counsellors=("JB",))[uid(plan.friday(20))]["STATUS"] == "CONFIRMED"
    assert calendar(plan)[uid(plan.friday(20))]["STATUS"] == "CONFIRMED"


def test_what_is_moved_to_another_month_is_told_to_those_who_have_the_old_file(
    plan: Planned,
) -> None:
    old = calendar(plan)[uid(plan.friday(27))]
    move_visit(plan.store, plan.friday(27), date(2026, 12, 2))
    event = calendar(plan)[uid(plan.friday(27))]
    there = calendar(plan, days=WINTER)[uid(plan.friday(27))]
    assert {**event, "END": ""} == {**there, "END": ""}, "the same in both files"
    assert (event["STATUS"], event["DTSTART"][:8]) == ("CONFIRMED", "20261202")
    assert int(event["SEQUENCE"]) > int(old["SEQUENCE"])
    assert plan.friday(27) not in plan.file("csv").decode(), "in no list of the month"


def test_a_single_visit_and_a_talk_that_are_moved_later_are_told_of_too(plan: Planned) -> None:
    plan.busy_month()
    single = next(v for v in read_plan(plan.store, *NOVEMBER) if v.series_id is None)
    [talk] = plan.store.activities.between(*NOVEMBER)
    next_day(plan)
    move_visit(plan.store, single.id, date(2026, 12, 2))
    plan.store.activities.change(replace(talk, date=date(2026, 12, 3)))
    events = calendar(plan)
    assert events[uid(single.id)]["DTSTART"].startswith("20261202")
    assert events[uid(talk.id)]["DTSTART"].startswith("20261203")


def test_what_is_moved_away_and_given_to_another_is_cancelled_for_the_first(plan: Planned) -> None:
    move_visit(plan.store, plan.friday(27), date(2026, 12, 2))
    assign_visit(plan.store, plan.friday(27), [plan.jb])
    next_day(plan)
    first = calendar(plan, counsellors=("KM",))[uid(plan.friday(27))]
    other = calendar(plan, counsellors=("JB",))[uid(plan.friday(27))]
    assert (first["STATUS"], first["DTSTART"][:8]) == ("CANCELLED", "20261127")
    assert (other["STATUS"], other["DTSTART"][:8]) == ("CONFIRMED", "20261202")


def test_what_was_held_stands_with_its_real_times_in_whole_minutes(plan: Planned) -> None:
    plan.clock.now = datetime(2026, 11, 20, 8, 0, 49, tzinfo=UTC)
    visit = start_visit(plan.store, plan.friday(20))
    plan.clock.now += timedelta(seconds=29)
    plan.store.visits.end(visit.id)
    event = calendar(plan)[uid(plan.friday(20))]
    assert (event["DTSTART"], event["DTEND"]) == ("20261120T080000Z", "20261120T080200Z")


def test_a_single_visit_that_is_deleted_later_is_cancelled(plan: Planned) -> None:
    plan.busy_month()
    single = next(v for v in read_plan(plan.store, *NOVEMBER) if v.series_id is None)
    next_day(plan)
    plan.store.visits.delete(single.id)
    event = calendar(plan)[uid(single.id)]
    assert (event["STATUS"], event["SEQUENCE"]) == ("CANCELLED", "1")


def test_an_activity_that_is_deleted_later_is_cancelled_for_those_who_had_it(
    plan: Planned,
) -> None:
    plan.busy_month()
    [talk] = plan.store.activities.between(*NOVEMBER)
    next_day(plan)
    with plan.store.atomic() as deleting:
        plan.store.activities.delete(talk.id)
    event = calendar(plan, counsellors=("KM",))[uid(talk.id)]
    assert (event["STATUS"], event["SEQUENCE"]) == ("CANCELLED", "1")
    assert uid(talk.id) not in calendar(plan, counsellors=("JB",))
    plan.store.undo(deleting)
    event = calendar(plan)[uid(talk.id)]
    assert (event["STATUS"], event["SEQUENCE"]) == ("CONFIRMED", "2")


def test_the_same_plan_gives_the_same_bytes_on_any_day(plan: Planned) -> None:
    plan.busy_month()
    first = plan.file("ics")
    plan.clock.now = datetime(2026, 12, 24, 12, tzinfo=UTC)
    assert plan.file("ics") == first


def test_no_remark_reason_or_title_stands_in_it(plan: Planned) -> None:
    plan.busy_month()
    text = "\n".join(lines_of(plan.file("ics")))
    assert not [secret for secret in (*SECRETS, "Karen", "Jon Bæk") if secret in text]


def test_a_thousand_events_are_written_in_a_moment(plan: Planned) -> None:
    for time_of_day in ("07:00", "11:00", "13:00", "15:00"):
        plan.rule(plan.aero, weekdays=(1, 2, 3, 4, 5), time=time_of_day)
    began = time.perf_counter()
    data = plan.file("ics", days=(date(2026, 11, 2), date(2027, 10, 15)))
    assert time.perf_counter() - began < 4
    assert len(events(data)) > 1000


def test_ids_stand_in_it_as_the_plan_tells_them(plan: Planned) -> None:
    visits = {uid(visit.id) for visit in read_plan(plan.store, *NOVEMBER)}
    assert calendar(plan).keys() == visits
