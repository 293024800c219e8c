"""A second, plain count of a project, which shares nothing with the program's own.

It knows only rows of plain values and the rules as the domain states them, in the slowest and
most obvious form, and gives the figures under the names of the JSON form.
"""

from typing import Any

from tests.models.independent_cases import promises, referrals
from tests.models.independent_visits import (
    activities,
    all_visits,
    contacts_of,
    expected_in,
    hours_of,
    minutes_of,
    months,
    plan_of,
    presence,
    tally_of,
    visits_in,
)
from tests.models.plain_project import PlainContact, PlainProject, PlainRule, PlainVisit

GROUPS = ("P", "S", "F", "R", "O")
KINDS = ("first", "returning", "phone_no_workplace", "anonymous")
AGES = ("under 19", "19-28", "29-38", "39-48", "49-58", "over 58", "not_told")


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
        "referrals": referrals(project, first, last, chosen),
        "followups": promises(project, first, last, chosen),
    } | circumstances(contacts)


def by_kind(kinds: list[str]) -> dict[str, int]:
    return tally_of(kinds, KINDS) | {"all": len(kinds)}


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
