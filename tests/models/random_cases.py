"""Referrals and promises drawn for a plain project, and written into a store."""

import dataclasses
from collections.abc import Mapping
from datetime import date

from hypothesis import strategies as st

from app.models.case_types import Outcome, Referral, ReferralState
from app.models.store import Store
from app.models.types import FollowUp, Inquiry, RecordId
from tests.models.plain_project import MOST_CONTACTS, PlainProject, PlainPromise, PlainReferral


def referrals(days: tuple[str, ...]) -> st.SearchStrategy[list[PlainReferral]]:
    """Draw referrals; those without a contact belong to the first person."""
    return st.lists(
        st.builds(
            PlainReferral,
            contact=st.sampled_from([None, *range(MOST_CONTACTS)]),
            advice=st.sampled_from(["A02", "A02", "A01"]),
            suggested=st.sampled_from(days),
            state=st.sampled_from([str(state) for state in ReferralState]),
            since=st.sampled_from(days),
            sessions=st.lists(st.sampled_from(days), max_size=5).map(sorted),
            outcome=st.sampled_from([str(outcome) for outcome in Outcome]),
        ),
        max_size=6,
    )


def promises(days: tuple[str, ...], places: list[str]) -> st.SearchStrategy[list[PlainPromise]]:
    """Draw promises, kept or not."""
    return st.lists(
        st.builds(
            PlainPromise,
            contact=st.sampled_from([None, *range(MOST_CONTACTS)]),
            workplace=st.sampled_from([None, *places]),
            written=st.sampled_from(days),
            due=st.sampled_from(days),
            done=st.sampled_from([None, *days]),
        ),
        max_size=6,
    )


def write_cases(
    store: Store,
    project: PlainProject,
    contacts: Mapping[int, Inquiry],
    people: list[RecordId],
    places: Mapping[str, RecordId],
) -> None:
    """Store what was drawn; what belongs to a contact that was not drawn is left out of both."""
    project.referrals = [
        _possible(one, project.today)
        for one in project.referrals
        if _is_there(one.contact, contacts)
    ]
    project.promises = [one for one in project.promises if _is_there(one.contact, contacts)]
    for referral in project.referrals:
        inquiry = contacts[referral.contact] if referral.contact is not None else None
        store.referrals.add(
            Referral(
                inquiry_id=inquiry.id if inquiry else None,
                person_id=inquiry.person_id if inquiry else people[0],
                advice_code=referral.advice,
                suggested_on=date.fromisoformat(referral.suggested),
                state=ReferralState(referral.state),
                state_on=date.fromisoformat(referral.since),
                reason="uden tid",
                sessions=tuple(map(date.fromisoformat, referral.sessions)),
                outcome=Outcome(referral.outcome),
            )
        )
    for promise in project.promises:
        stored = store.followups.add(
            FollowUp(
                due_on=date.fromisoformat(promise.due),
                done_on=date.fromisoformat(promise.done) if promise.done else None,
                inquiry_id=contacts[promise.contact].id if promise.contact is not None else None,
                workplace_id=places[promise.workplace] if promise.workplace else None,
            )
        )
        store.database.execute(
            "UPDATE followup SET created_at = ? WHERE id = ?",
            (f"{promise.written}T12:00:00.000Z", stored.id),
        )


def _is_there(contact: int | None, contacts: Mapping[int, Inquiry]) -> bool:
    return contact is None or contact in contacts


def _possible(drawn: PlainReferral, today: str) -> PlainReferral:
    """Return a referral with days that have come by today, in an order in which they can be."""
    over = drawn.state in (ReferralState.COMPLETED, ReferralState.STOPPED, ReferralState.DECLINED)
    sessions = sorted({min(day, today) for day in drawn.sessions})
    since = min(drawn.since, today)
    return dataclasses.replace(
        drawn,
        suggested=min((drawn.suggested, since, *sessions)),
        since=max((since, *sessions)) if over else since,
        sessions=sessions,
    )
