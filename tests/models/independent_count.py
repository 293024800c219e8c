"""A second, plain count of a project, which shares nothing with the program's own.

It knows only rows of plain values and the rules as the domain states them, in the slowest and
most obvious form, and gives the figures under the names of the JSON form.
"""

from dataclasses import dataclass
from typing import Any

GROUPS = ("P", "S", "F", "R", "O")
KINDS = ("first", "returning", "phone_no_workplace", "anonymous")
AGES = ("under 19", "19-28", "29-38", "39-48", "49-58", "over 58", "not_told")


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
    """A visit and its length in seconds."""

    workplace: str
    date: str
    status: str
    seconds: int


@dataclass
class PlainProject:
    """People are (gender, year of birth); workplaces are code to sector."""

    workplaces: dict[str, str]
    people: list[tuple[str, int | None]]
    contacts: list[PlainContact]
    visits: list[PlainVisit]
    retired: dict[str, str]


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
            one_workplace(code, contacts, kinds, visits_in(project, first, last, [code]), project)
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
        "visits": all_visits(visits_in(project, first, last, chosen), project),
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
    }


def all_visits(visits: list[tuple[int, PlainVisit]], project: PlainProject) -> dict[str, int]:
    held = [(index, visit) for index, visit in visits if visit.status == "held"]
    minutes = minutes_of(held)
    contacts = sum(contacts_of(index, project) for index, _ in held)
    return {
        "held": len(held),
        "zero": len([1 for index, _ in held if contacts_of(index, project) == 0]),
        "cancelled": len([1 for _, visit in visits if visit.status == "cancelled"]),
        "minutes": minutes,
        "hours": hours_of(minutes),
        "contacts": contacts,
        "contacts_per_100_hours": int(6000 * contacts / minutes + 0.5) if minutes else 0,
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
