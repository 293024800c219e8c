"""The referrals and promises of a plain project, counted in the most obvious form."""

from typing import Any

from tests.models.plain_project import PlainContact, PlainProject, PlainPromise, PlainReferral

STATES = ("suggested", "accepted", "started", "completed", "stopped", "declined")
OUTCOMES = ("helped", "helped_some", "no_change", "worse", "not_known", "not_asked")


def contact_of(project: PlainProject, number: int | None) -> PlainContact | None:
    return next((one for one in project.contacts if one.number == number), None)


def referrals(project: PlainProject, first: str, last: str, chosen: list[str]) -> dict[str, Any]:
    there = []
    for one in project.referrals:
        contact = contact_of(project, one.contact)
        if one.contact is not None and contact is None:
            continue  # it went with its inquiry
        place = contact.workplace if contact else None
        if not chosen or place in chosen:
            there.append(one)
    touched = [
        one
        for one in there
        if any(first <= day <= last for day in (one.suggested, one.since, *one.sessions))
    ]
    made = [one.state for one in there if first <= one.suggested <= last]
    outcomes = [one.outcome or "not_asked" for one in ended(there, first, last)]
    return {
        "all": sums(there, first, last),
        "by_state": {state: made.count(state) for state in STATES},
        "by_advice": {
            code: sums([one for one in there if one.advice == code], first, last)
            for code in sorted({one.advice for one in touched})
        },
        "by_outcome": {outcome: outcomes.count(outcome) for outcome in OUTCOMES},
    }


def ended(there: list[PlainReferral], first: str, last: str) -> list[PlainReferral]:
    return [
        one
        for one in there
        if one.state in ("completed", "stopped") and first <= one.since <= last and one.sessions
    ]


def sums(there: list[PlainReferral], first: str, last: str) -> dict[str, int | None]:
    made = [one for one in there if first <= one.suggested <= last]
    lengths = [len(one.sessions) for one in ended(there, first, last)]
    return {
        "made": len(made),
        "open": len([1 for one in made if one.state in ("suggested", "accepted", "started")]),
        "sessions": len([1 for one in there for day in one.sessions if first <= day <= last]),
        "ended": len(lengths),
        "median_sessions_hundredths": median(lengths),
    }


def median(lengths: list[int]) -> int | None:
    """Take the longest and the shortest away until one or two are left."""
    left = sorted(lengths)
    while len(left) > 2:
        left = left[1:-1]
    return None if not left else 100 * sum(left) // len(left)


def promises(project: PlainProject, first: str, last: str, chosen: list[str]) -> dict[str, int]:
    there = [
        one
        for one in project.promises
        if (one.contact is None or contact_of(project, one.contact) is not None)
        and (not chosen or one.workplace in chosen)
    ]
    done = [one for one in there if one.done is not None and first <= one.done <= last]
    return {
        "made": len([1 for one in there if first <= made_on(one, project) <= last]),
        "due": len([1 for one in there if first <= one.due <= last]),
        "done": len(done),
        "done_late": len([1 for one in done if one.done is not None and one.done > one.due]),
        "open": len(
            [
                1
                for one in there
                if made_on(one, project) <= last and (one.done is None or one.done > last)
            ]
        ),
    }


def made_on(promise: PlainPromise, project: PlainProject) -> str:
    """Return the day of the talk where it was written down on the same day as the talk."""
    contact = contact_of(project, promise.contact)
    if contact is not None and promise.written == project.today:
        return contact.date
    return promise.written
