"""Promises of the demo project that came from no talk: at a workplace, a visit, to oneself."""

from collections.abc import Iterable
from datetime import date, timedelta

from app.models.plan import PlanStatus, read_plan
from app.models.promising import make_promise
from app.models.store import Store
from app.models.types import FollowUp, PromisedChannel, Repeat

_COMMENTED = "Tog ikke telefonen. Prøver igen i morgen."
_WEEKS_AHEAD = 3


def make_more_promises(store: Store, today: date) -> None:
    """Promise something at the next visit and its workplace, and comment what is late."""
    me = store.settings.counsellor_id
    plan = read_plan(store, today + timedelta(days=1), today + timedelta(weeks=_WEEKS_AHEAD))
    mine = (visit for visit in plan if me in visit.counsellor_ids)
    ahead = next((visit for visit in mine if visit.status is PlanStatus.PLANNED), None)
    wanted = [
        FollowUp(
            due_on=today + timedelta(days=2), text="Bestil nye plakater", repeat=Repeat.QUARTER
        )
    ]
    if ahead is not None:
        bring = FollowUp(due_on=ahead.day, text="Tag pjecer om søvn med", visit_id=ahead.id)
        ring = FollowUp(
            due_on=today + timedelta(weeks=1),
            text="Hør HR, hvordan det går",
            channel=PromisedChannel.PHONE,
            repeat=Repeat.MONTH,
            workplace_id=ahead.workplace_id,
        )
        wanted += [bring, ring]
    for promise in wanted:
        make_promise(store, promise)
    _comment(store, store.followups.open(today - timedelta(days=1)))


def _comment(store: Store, late: Iterable[FollowUp]) -> None:
    for promise in list(late)[:1]:
        store.followups.comment(promise.id, _COMMENTED)
