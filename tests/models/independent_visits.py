"""The part of the independent count that is about visits, the plan and activities."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from tests.models.plain_project import (
    MOST_CONTACTS,
    PlainActivity,
    PlainProject,
    PlainRule,
    PlainVisit,
)


def limits_of(count: int) -> tuple[float, float]:
    """Return the exact 95 per cent limits of a small count, from the sum of its probabilities."""

    def at_most(most: int, mean: Decimal) -> Decimal:
        term = total = (-mean).exp()
        for number in range(1, most + 1):
            term = term * mean / number
            total += term
        return total

    def mean_where(most: int, probability: Decimal) -> float:
        low, high = Decimal(0), Decimal(40)
        while high - low > Decimal("1e-15"):
            middle = (low + high) / 2
            if at_most(most, middle) > probability:
                low = middle
            else:
                high = middle
        return float(low)

    lower = mean_where(count - 1, Decimal("0.975")) if count else 0.0
    return lower, mean_where(count, Decimal("0.025"))


LIMITS = [limits_of(count) for count in range(MOST_CONTACTS + 1)]


def tally_of(
    values: list[str], keys: tuple[str, ...] | list[str], *, closed: bool = True
) -> dict[str, int]:
    counted = {key: values.count(key) for key in keys}
    if closed:
        assert sum(counted.values()) == len(values)
    return counted


def visits_in(
    project: PlainProject, first: str, last: str, chosen: list[str]
) -> list[tuple[int, PlainVisit]]:
    return [
        (index, visit)
        for index, visit in enumerate(project.visits)
        if first <= visit.date <= last and (not chosen or visit.workplace in chosen)
    ]


def expected_in(
    project: PlainProject, first: str, last: str, chosen: list[str]
) -> list[tuple[str, PlainRule, bool]]:
    """Return the day, the rule and whether it is closed of all that is in the rules alone."""
    found = []
    for number, rule in enumerate(project.rules):
        day, end = date.fromisoformat(rule.since), date.fromisoformat(rule.until)
        begin = day - timedelta(days=day.isoweekday() - 1)
        while day <= end:
            name, week = day.isoformat(), (day - begin).days // 7
            stands_for = [
                visit
                for visit in project.visits
                if visit.rule == number and visit.occurrence == name
            ]
            if (
                first <= name <= last
                and week % rule.every == 0
                and day.isoweekday() in rule.weekdays
                and not stands_for
                and (not chosen or rule.workplace in chosen)
            ):
                closed = (name, None) in project.closed or (name, rule.workplace) in project.closed
                found.append((name, rule, closed))
            day += timedelta(days=1)
    return found


def plan_of(
    visits: list[tuple[int, PlainVisit]],
    expected: list[tuple[str, PlainRule, bool]],
    project: PlainProject,
) -> dict[str, int]:
    """Return what a workplace and the whole say alike of the plan."""
    planned, cancelled = [], []
    unplanned = unanswered = 0
    for _, visit in visits:
        if visit.status in ("held", "running") and visit.planned is None:
            unplanned += visit.status == "held"
        else:
            planned.append(visit.planned or 0)
        if visit.status == "cancelled":
            cancelled.append(visit.planned or 0)
        if visit.status in ("planned", "moved") and visit.date < project.today:
            unanswered += 1
    skipped = 0
    for day, rule, closed in expected:
        if closed:
            skipped += 1
        else:
            planned.append(rule.minutes)
            unanswered += day < project.today
    empty = [
        (index, visit)
        for index, visit in visits
        if visit.status == "held" and contacts_of(index, project) == 0
    ]
    return {
        "zero_minutes": minutes_of(empty),
        "zero_hours": hours_of(minutes_of(empty)),
        "planned": len(planned),
        "planned_minutes": sum(planned),
        "planned_hours": hours_of(sum(planned)),
        "unplanned": unplanned,
        "unanswered": unanswered,
        "cancelled": len(cancelled),
        "cancelled_minutes": sum(cancelled),
        "cancelled_hours": hours_of(sum(cancelled)),
        "skipped": skipped,
    }


def contacts_of(visit: int, project: PlainProject) -> int:
    return len([contact for contact in project.contacts if contact.visit == visit])


def minutes_of(visits: list[tuple[int, PlainVisit]]) -> int:
    total = 0
    for _, visit in visits:
        minutes, seconds = divmod(visit.seconds, 60)
        total += minutes + (1 if seconds >= 30 else 0)
    return total


def hours_of(minutes: int) -> int:
    hours, rest = divmod(minutes, 60)
    return hours + 1 if rest >= 30 else hours


def all_visits(
    visits: list[tuple[int, PlainVisit]],
    expected: list[tuple[str, PlainRule, bool]],
    project: PlainProject,
) -> dict[str, Any]:
    held = [(index, visit) for index, visit in visits if visit.status == "held"]
    minutes = minutes_of(held)
    contacts = sum(contacts_of(index, project) for index, _ in held)
    return {
        "held": len(held),
        "zero": len([1 for index, _ in held if contacts_of(index, project) == 0]),
        "minutes": minutes,
        "hours": hours_of(minutes),
        "contacts": contacts,
        "contacts_per_100_hours": per_100_hours(contacts, minutes) or 0,
        "contacts_per_100_hours_low": per_100_hours(LIMITS[contacts][0], minutes),
        "contacts_per_100_hours_high": per_100_hours(LIMITS[contacts][1], minutes),
    } | plan_of(visits, expected, project)


def per_100_hours(contacts: float, minutes: int) -> int | None:
    return int(6000 * contacts / minutes + 0.5) if minutes else None


def months(
    project: PlainProject, first: str, last: str, chosen: list[str]
) -> dict[str, dict[str, Any]]:
    visits = visits_in(project, first, last, chosen)
    expected = expected_in(project, first, last, chosen)
    used = {visit.date[:7] for _, visit in visits} | {day[:7] for day, _, _ in expected}
    names = [f"{year}-{month:02}" for year in range(2023, 2026) for month in range(1, 13)]
    return {
        name: all_visits(
            [(index, visit) for index, visit in visits if visit.date[:7] == name],
            [one for one in expected if one[0][:7] == name],
            project,
        )
        for name in names
        if used and min(used) <= name <= max(used)
    }


def presence(
    project: PlainProject, first: str, last: str, codes: list[str]
) -> list[dict[str, Any]]:
    rows = []
    for code in codes:
        visits = visits_in(project, first, last, [code])
        for shift in ("", "day", "evening", "night"):
            for weekday in range(1, 8):
                held = [
                    (index, visit)
                    for index, visit in visits
                    if visit.status == "held"
                    and visit.shift == shift
                    and date.fromisoformat(visit.date).isoweekday() == weekday
                ]
                if not held:
                    continue
                counts = [contacts_of(index, project) for index, _ in held]
                minutes, contacts = minutes_of(held), sum(counts)
                rows.append(
                    {
                        "workplace": code,
                        "shift": shift,
                        "weekday": weekday,
                        "visits": len(held),
                        "zero_visits": counts.count(0),
                        "minutes": minutes,
                        "hours": hours_of(minutes),
                        "contacts": contacts,
                        "per_100_hours": per_100_hours(contacts, minutes) or 0,
                        "low": per_100_hours(LIMITS[contacts][0], minutes),
                        "high": per_100_hours(LIMITS[contacts][1], minutes),
                    }
                )
    return rows


def activities(
    project: PlainProject, first: str, last: str, chosen: list[str], codes: list[str]
) -> dict[str, Any]:
    found = [
        activity
        for activity in project.activities
        if first <= activity.date <= last
        and (not chosen or any(code in chosen for code in activity.workplaces))
    ]
    mentions = [
        topic for activity in found if activity.status == "held" for topic in activity.topics
    ]
    kinds = ("talk_liaison", "talk_managers", "talk_staff", "network", "other")
    return {
        "all": activity_sums(found),
        "by_kind": {
            kind: activity_sums([activity for activity in found if activity.kind == kind])
            for kind in kinds
        },
        "by_workplace": {
            code: activity_sums([activity for activity in found if code in activity.workplaces])
            for code in codes
        },
        "topics": tally_of(mentions, [f"T{number:02}" for number in range(1, 13)]),
    }


def activity_sums(found: list[PlainActivity]) -> dict[str, int]:
    held = [activity for activity in found if activity.status == "held"]
    minutes = sum(activity.minutes for activity in held)
    return {
        "planned": len([1 for activity in found if activity.status == "planned"]),
        "held": len(held),
        "cancelled": len([1 for activity in found if activity.status == "cancelled"]),
        "minutes": minutes,
        "hours": hours_of(minutes),
        "participants": sum(activity.participants or 0 for activity in held),
        "participants_not_told": len([1 for one in held if one.participants is None]),
    }
