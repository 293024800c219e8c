"""The plan of the demo project: rules for every workplace with a rhythm, closing days, activities.

All of it is counted from the day on which the project is made, so that the plan is in use on that
day: every working day has a visit, also of the counsellor who opens the project.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from app.models.closures import read_closures
from app.models.demo_files import rows
from app.models.demo_visits import Rhythm
from app.models.periods import monday
from app.models.plan_types import (
    Activity,
    ActivityKind,
    ActivityStatus,
    ClosingDays,
    PresenceRule,
    RulePlace,
)
from app.models.recurrence import occurrence_days
from app.models.store import Store
from app.models.types import RecordId, Shift, Workplace

FIRST_BEGUN = "FJORDPA"
"""Where the plan begins before everywhere else, long enough for the figures to say something."""

_CLOSED_LATELY, _CLOSED_SOON = "EGVAD", "VM-TARM"
_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)
_FEW_WEEKS = 4 * _WEEK

_Ids = Mapping[str, RecordId]


def plan_weeks(
    store: Store, rhythms: Sequence[Rhythm], today: date, *, begun: tuple[date, date]
) -> None:
    """Add the plan; ``begun``: since when it is in force at :data:`FIRST_BEGUN` and elsewhere."""
    counsellors = {counsellor.initials: counsellor.id for counsellor in store.counsellors.all()}
    places = {place.code: place for place in store.workplaces.all()}
    rules = _add_rules(store, rhythms, counsellors, begun)
    _add_more_rules(store, places, counsellors, begun[-1])
    _add_closing_days(store, rules, today)
    _add_activities(store, {code: place.id for code, place in places.items()}, counsellors, today)


def _add_rules(
    store: Store, rhythms: Sequence[Rhythm], counsellors: _Ids, begun: tuple[date, date]
) -> dict[str, PresenceRule]:
    """Add a rule for each rhythm and return them by the workplace's code.

    The first counsellor takes the first workplaces of a weekday, until no week is without one.
    """
    earliest, first = begun
    several = _places_in_turn()
    of_weekday: dict[int, list[int]] = defaultdict(list)
    added = {}
    for rhythm in rhythms:
        place, every = rhythm.place, rhythm.every_weeks
        if every is None:
            continue
        others = of_weekday[rhythm.weekday]
        is_covered = sum(1 / weeks for weeks in others) >= 1
        added[place.code] = store.presence_rules.add(
            PresenceRule(
                workplace_id=place.id,
                every_weeks=every,
                weekdays=(rhythm.weekday + 1,),
                time=f"{rhythm.hour:02d}:00",
                minutes=rhythm.hours * 60,
                shift=rhythm.shifts[0],
                places=several.get(place.code, (RulePlace(room=place.place),)),
                counsellor_ids=(counsellors["FYS" if is_covered else "SOC"],),
                anchor=monday(first) + len(others) % every * _WEEK,
                valid_from=earliest if place.code == FIRST_BEGUN else first,
            )
        )
        others.append(every)
    return added


def _places_in_turn() -> dict[str, tuple[RulePlace, ...]]:
    """Return the places of the workplaces that have several addresses."""
    found: dict[str, tuple[RulePlace, ...]] = {}
    for row in rows("addresses.csv"):
        address = f"{row['street']}, {row['postcode']} {row['city']}"
        place = RulePlace(room=row["room"], address=address)
        found[row["workplace"]] = (*found.get(row["workplace"], ()), place)
    return {code: places for code, places in found.items() if len(places) > 1}


def _add_more_rules(
    store: Store, places: Mapping[str, Workplace], counsellors: _Ids, first: date
) -> None:
    """Add the rules for further shifts, some of which were stopped after some weeks."""
    for row in rows("more_rules.csv"):
        place = places[row["workplace"]]
        last = first + int(row["weeks"]) * _WEEK if row["weeks"] else None
        store.presence_rules.add(
            PresenceRule(
                workplace_id=place.id,
                every_weeks=int(row["every_weeks"]),
                weekdays=(int(row["weekday"]),),
                time=row["time"],
                shift=Shift(row["shift"]),
                places=(RulePlace(room=place.place),),
                counsellor_ids=(counsellors[row["counsellor"]],),
                anchor=first,
                valid_from=first,
                valid_until=last,
                end_reason=row["end_reason"],
                remark=row["remark"],
            )
        )


def _add_closing_days(store: Store, rules: Mapping[str, PresenceRule], today: date) -> None:
    """Close one workplace on a day of its rule some weeks ago, and one on its next day."""
    lately = occurrence_days(rules[_CLOSED_LATELY], today - _FEW_WEEKS, today - _WEEK)
    soon = occurrence_days(rules[_CLOSED_SOON], today + _DAY, today + _FEW_WEEKS)
    for code, day, last, reason in (
        (_CLOSED_LATELY, lately[0], lately[0], "Personaledag"),
        (_CLOSED_SOON, soon[0], soon[0] + _DAY, "Lageroptælling"),
    ):
        store.closing_days.add(
            ClosingDays(
                workplace_id=rules[code].workplace_id, first_on=day, last_on=last, reason=reason
            )
        )


def _add_activities(store: Store, places: _Ids, counsellors: _Ids, today: date) -> None:
    """Add the activities around the week of ``today``, none of them on a holiday."""
    week = monday(today)
    for row in rows("activities.csv"):
        workplaces = tuple(places[code] for code in row["workplaces"].split("|"))
        day = week + int(row["week"]) * _WEEK + (int(row["weekday"]) - 1) * _DAY
        day = read_closures(store, day, day).next_open_day(day - _DAY, workplaces[0]) or day
        store.activities.add(
            Activity(
                date=day,
                time=row["time"],
                minutes=int(row["minutes"]),
                kind=ActivityKind(row["kind"]),
                status=ActivityStatus(row["status"]),
                title=row["title"],
                place=row["place"],
                participants=int(row["participants"]) if row["participants"] else None,
                topics=tuple(row["topics"].split("|")),
                workplace_ids=workplaces,
                counsellor_ids=tuple(counsellors[who] for who in row["counsellors"].split("|")),
                reason=row["reason"],
            )
        )
