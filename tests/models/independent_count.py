"""A second, plain count of a project, which shares nothing with the program's own.

It knows only rows of plain values and the rules as the domain states them, in the slowest and
most obvious form, and gives the figures under the names of the JSON form.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

GROUPS = ("P", "S", "F", "R", "O")
KINDS = ("first", "returning", "phone_no_workplace", "anonymous")
MOST_CONTACTS = 14
AGES = ("under 19", "19-28", "29-38", "39-48", "49-58", "over 58", "not_told")


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


@dataclass
class PlainContact:
    """A contact; ``number`` is its place in the order of entry, dates are ISO text."""

    number: int
    date: str
    time: str
    person: int | None
    workplace: str | None
    visit: int | None
    channel: str
    role: str
    sick_leave: str
    reasons: list[str]
    advice: list[str]
    said_returning: bool


@dataclass
class PlainVisit:
    """A visit and its length in seconds; ``planned`` is its length in the plan, in minutes.

    ``rule`` and ``occurrence`` say for which visit of which rule it stands.
    """

    workplace: str
    date: str
    status: str
    seconds: int
    shift: str = ""
    planned: int | None = None
    rule: int | None = None
    occurrence: str = ""


@dataclass
class PlainRule:
    """Every n-th week from the week of ``since`` on, which is also its first day."""

    workplace: str
    every: int
    weekdays: list[int]
    since: str
    until: str
    minutes: int
    shift: str


@dataclass
class PlainActivity:
    """An activity; ``topics`` and ``workplaces`` are codes."""

    date: str
    kind: str
    status: str
    minutes: int
    participants: int | None
    topics: list[str]
    workplaces: list[str]


@dataclass
class PlainProject:
    """People are (gender, year of birth); workplaces are code to sector.

    ``closed`` are days with the workplace that is closed, None for all of them.
    """

    workplaces: dict[str, str]
    people: list[tuple[str, int | None]]
    contacts: list[PlainContact]
    visits: list[PlainVisit]
    retired: dict[str, str]
    rules: list[PlainRule]
    closed: list[tuple[str, str | None]]
    activities: list[PlainActivity]
    today: str


def kind_of(contact: PlainContact, project: PlainProject) -> str:
    if contact.person is None:
        if contact.channel == "phone" and contact.workplace is None:
            return "phone_no_workplace"
        return "anonymous"
    for other in project.contacts:
        if other.person == contact.person:
            mine = contact.date + contact.time.ljust(5) + f"{contact.number:09}"
            theirs = other.date + other.time.ljust(5) + f"{other.number:09}"
            if theirs < mine:
                return "returning"
    return "first"


def age_of(contact: PlainContact, project: PlainProject) -> str:
    assert contact.person is not None
    born = project.people[contact.person][1]
    if born is None:
        return "not_told"
    age = int(contact.date[:4]) - born
    if age < 19:
        return "under 19"
    for low in (19, 29, 39, 49):
        if low <= age <= low + 9:
            return f"{low}-{low + 9}"
    return "over 58"


def tally_of(
    values: list[str], keys: tuple[str, ...] | list[str], *, closed: bool = True
) -> dict[str, int]:
    counted = {key: values.count(key) for key in keys}
    if closed:
        assert sum(counted.values()) == len(values)
    return counted


def count(
    project: PlainProject, first: str, last: str, chosen: list[str], terms: dict[str, list[str]]
) -> dict[str, Any]:
    """Return the figures of a period; ``terms`` are the codes of both lists in their order."""
    contacts = [
        contact
        for contact in project.contacts
        if first <= contact.date <= last and (not chosen or contact.workplace in chosen)
    ]
    kinds = {contact.number: kind_of(contact, project) for contact in contacts}
    firsts = [contact for contact in contacts if kinds[contact.number] == "first"]
    codes = sorted(chosen) or sorted(project.workplaces)
    listed = {
        name: [
            code
            for code in terms[name]
            if any(code in getattr(contact, name) for contact in contacts)
            or project.retired.get(code, "9999") > first
        ]
        for name in ("reasons", "advice")
    }
    return {
        "contacts": by_kind([kinds[contact.number] for contact in contacts]),
        "without_workplace": by_kind(
            [kinds[contact.number] for contact in contacts if contact.workplace is None]
        ),
        "by_workplace": [
            one_workplace(
                code,
                contacts,
                kinds,
                visits_in(project, first, last, [code]),
                expected_in(project, first, last, [code]),
                project,
            )
            for code in codes
        ],
        "persons": persons(firsts, project),
        "persons_seen": len({contact.person for contact in contacts} - {None}),
        "said_returning": sum(contact.said_returning for contact in contacts),
        "reasons": {
            "first": reasons(firsts, listed["reasons"]),
            "all": reasons(contacts, listed["reasons"]),
        },
        "advice": {
            "first": advice(firsts, listed["advice"]),
            "all": advice(contacts, listed["advice"]),
        },
        "visits": all_visits(
            visits_in(project, first, last, chosen),
            expected_in(project, first, last, chosen),
            project,
        ),
        "visits_by_month": months(project, first, last, chosen),
        "presence": presence(project, first, last, codes),
        "activities": activities(project, first, last, chosen, codes),
    } | circumstances(contacts)


def by_kind(kinds: list[str]) -> dict[str, int]:
    return tally_of(kinds, KINDS) | {"all": len(kinds)}


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


def one_workplace(
    code: str,
    contacts: list[PlainContact],
    kinds: dict[int, str],
    visits: list[tuple[int, PlainVisit]],
    expected: list[tuple[str, PlainRule, bool]],
    project: PlainProject,
) -> dict[str, Any]:
    here = [kinds[contact.number] for contact in contacts if contact.workplace == code]
    held = [(index, visit) for index, visit in visits if visit.status == "held"]
    minutes = minutes_of(held)
    return {
        "workplace": code,
        "first": here.count("first"),
        "returning": here.count("returning"),
        "anonymous": here.count("anonymous"),
        "all": len(here),
        "visits": len(held),
        "zero_visits": len([1 for index, _ in held if contacts_of(index, project) == 0]),
        "hours": hours_of(minutes),
        "minutes": minutes,
        "visit_contacts": sum(contacts_of(index, project) for index, _ in held),
    } | plan_of(visits, expected, project)


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


def persons(firsts: list[PlainContact], project: PlainProject) -> dict[str, dict[str, int]]:
    genders = [project.people[contact.person or 0][0] or "not_told" for contact in firsts]
    sectors = [
        project.workplaces[contact.workplace] if contact.workplace else "not_told"
        for contact in firsts
    ]
    return {
        "gender": tally_of(genders, ("woman", "man", "other", "not_told")),
        "age": tally_of([age_of(contact, project) for contact in firsts], AGES),
        "sector": tally_of(
            sectors, ("private", "municipal", "regional", "state", "other", "not_told")
        ),
        "role": roles(firsts),
    }


def roles(contacts: list[PlainContact]) -> dict[str, int]:
    told = [contact.role or "not_told" for contact in contacts]
    known = ("employee", "union_rep", "safety_rep", "manager", "hr", "other", "not_told")
    return tally_of(told, known)


def circumstances(contacts: list[PlainContact]) -> dict[str, dict[str, int]]:
    states = [contact.sick_leave or "not_told" for contact in contacts]
    channels = [contact.channel for contact in contacts]
    return {
        "roles": roles(contacts),
        "sick_leave": tally_of(states, ("none", "at_risk", "partial", "full", "not_told")),
        "channels": tally_of(channels, ("workplace", "elsewhere", "phone", "email", "video")),
    }


def reasons(contacts: list[PlainContact], listed: list[str]) -> dict[str, Any]:
    mentioned = [code for contact in contacts for code in contact.reasons]
    return {
        "total": len(mentioned),
        "by_group": tally_of([code[0] for code in mentioned], GROUPS),
        "by_code": tally_of(mentioned, listed),
        "inquiries_by_group": {
            group: len(
                [1 for contact in contacts if any(code[0] == group for code in contact.reasons)]
            )
            for group in GROUPS
        },
    }


def advice(contacts: list[PlainContact], listed: list[str]) -> dict[str, Any]:
    given = [code for contact in contacts for code in contact.advice]
    return {"total": len(given), "by_code": tally_of(given, listed)}
