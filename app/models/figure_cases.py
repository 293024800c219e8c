"""The referrals, follow-ups and activities behind a figure of them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from app.models.case_counting import NOT_ASKED
from app.models.counted_cases import (
    CountedPromise,
    CountedReferral,
    concerned_by,
    read_counted_promises,
    read_counted_referrals,
    within,
)
from app.models.figure_keys import ALL, FigureKey
from app.models.figure_rows import Behind, FigureRow, Kind, Measure, by_date
from app.models.periods import Period
from app.models.plan_types import Activity, ActivityStatus
from app.models.types import RecordId

if TYPE_CHECKING:
    from app.models.store import Store

_TOPICS = "topics"


def referrals_behind(
    store: "Store", key: FigureKey, period: Period, codes: Sequence[str]
) -> Behind:
    """Return the referrals that a figure counts."""
    figure = _REFERRAL_FIGURES[_REFERRAL_SPLITS.get(key.split, key.figure)]
    found = [
        one
        for one in read_counted_referrals(store, period, _places(store, codes))
        if figure.counts(one, period) and _has_code(one, key)
    ]
    concerned = concerned_by(store, [one.id for one in found])
    rows = [
        FigureRow(
            kind=Kind.REFERRAL,
            id=one.id,
            date=figure.day(one, period),
            workplace=concerned[one.id].workplace,
            state=one.state.value,
            amount=figure.amount(one, period),
            person_id=concerned[one.id].person_id,
        )
        for one in found
    ]
    return Behind(kind=Kind.REFERRAL, measure=figure.measure, rows=by_date(rows))


def followups_behind(
    store: "Store", key: FigureKey, period: Period, codes: Sequence[str]
) -> Behind:
    """Return the follow-ups that a figure counts."""
    found = read_counted_promises(store, period, _places(store, codes))
    rows = [
        FigureRow(
            kind=Kind.FOLLOWUP,
            id=one.id,
            date=day,
            workplace=one.workplace,
            state="open" if one.done_on is None else "done",
            person_id=one.person_id,
        )
        for one in found
        if (day := _PROMISE_FIGURES[key.figure](one, period)) is not None
    ]
    return Behind(kind=Kind.FOLLOWUP, measure=Measure.RECORDS, rows=by_date(rows))


def activities_behind(
    store: "Store", key: FigureKey, period: Period, codes: Sequence[str]
) -> Behind:
    """Return the activities that a figure counts."""
    places = {place.id: place.code for place in store.workplaces.all()}
    name = "topic" if key.split == _TOPICS else key.figure
    figure = _ACTIVITY_FIGURES["mentions" if name == "topic" and key.code == ALL else name]
    rows = []
    for one in store.activities.between(period.first, period.last):
        at = [places[place] for place in one.workplace_ids]
        if _concerns(one, at, key, codes) and figure.counts(one) and figure.amount(one):
            rows.append(
                FigureRow(
                    kind=Kind.ACTIVITY,
                    id=one.id,
                    date=one.date,
                    workplace=",".join(sorted(at)),
                    state=one.kind.value,
                    amount=figure.amount(one),
                )
            )
    return Behind(kind=Kind.ACTIVITY, measure=figure.measure, rows=tuple(rows))


def _places(store: "Store", codes: Sequence[str]) -> list[RecordId] | None:
    """Return the ids of chosen workplaces, None where all are."""
    return [place.id for place in store.workplaces.all() if place.code in codes] if codes else None


class _ReferralFigure(NamedTuple):
    """Which referrals count, the day of each, and how much."""

    counts: Callable[[CountedReferral, Period], bool]
    day: Callable[[CountedReferral, Period], date] = lambda one, _: one.suggested_on
    measure: Measure = Measure.RECORDS
    amount: Callable[[CountedReferral, Period], int] = lambda _, __: 1


_REFERRAL_FIGURES: Mapping[str, _ReferralFigure] = {
    "made": _ReferralFigure(lambda one, period: one.was_made(period)),
    "open": _ReferralFigure(lambda one, period: one.was_made(period) and one.is_open),
    "sessions": _ReferralFigure(
        lambda one, period: bool(one.sessions_in(period)),
        lambda one, period: one.sessions_in(period)[0],
        Measure.SESSIONS,
        lambda one, period: len(one.sessions_in(period)),
    ),
    "ended": _ReferralFigure(
        lambda one, period: one.has_ended(period), lambda one, _: one.state_on
    ),
    "median_sessions_hundredths": _ReferralFigure(
        lambda one, period: one.has_ended(period),
        lambda one, _: one.state_on,
        Measure.MEDIAN,
        lambda one, _: len(one.sessions),
    ),
}
_REFERRAL_SPLITS = {"by_state": "made", "by_outcome": "ended"}
"""The figure that is parted by state and by outcome."""


def _has_code(one: CountedReferral, key: FigureKey) -> bool:
    of_split = {
        "by_state": one.state.value,
        "by_outcome": one.outcome.value or NOT_ASKED,
        "by_advice": one.advice_code,
    }
    return key.split == ALL or of_split[key.split] == key.code


_PROMISE_FIGURES: Mapping[str, Callable[[CountedPromise, Period], date | None]] = {
    "made": lambda one, period: one.made_on if within(one.made_on, period) else None,
    "due": lambda one, period: one.due_on if within(one.due_on, period) else None,
    "done": lambda one, period: one.done_on if one.was_done(period) else None,
    "done_late": lambda one, period: one.done_on if one.was_done(period) and one.is_late else None,
    "open": lambda one, period: one.due_on if one.was_open(period) else None,
}
"""The day for which a promise counts, None where it does not."""


class _ActivityFigure(NamedTuple):
    counts: Callable[[Activity], bool]
    measure: Measure = Measure.RECORDS
    amount: Callable[[Activity], int] = lambda _: 1


def _is(status: ActivityStatus) -> Callable[[Activity], bool]:
    return lambda one: one.status is status


_HELD = _is(ActivityStatus.HELD)
_ACTIVITY_FIGURES: Mapping[str, _ActivityFigure] = {
    "planned": _ActivityFigure(_is(ActivityStatus.PLANNED)),
    "held": _ActivityFigure(_HELD),
    "cancelled": _ActivityFigure(_is(ActivityStatus.CANCELLED)),
    "minutes": _ActivityFigure(_HELD, Measure.MINUTES, lambda one: one.minutes),
    "hours": _ActivityFigure(_HELD, Measure.HOURS, lambda one: one.minutes),
    "participants": _ActivityFigure(_HELD, Measure.PARTICIPANTS, lambda one: one.participants or 0),
    "participants_not_told": _ActivityFigure(lambda one: _HELD(one) and one.participants is None),
    "topic": _ActivityFigure(_HELD),
    "mentions": _ActivityFigure(_HELD, Measure.MENTIONS, lambda one: len(one.topics)),
}


def _concerns(one: Activity, at: Sequence[str], key: FigureKey, codes: Sequence[str]) -> bool:
    """Tell whether an activity is one of those that a key speaks of, at the chosen workplaces."""
    return (
        (not codes or not set(codes).isdisjoint(at))
        and (not key.workplace or key.workplace in at)
        and (key.split != "by_kind" or one.kind.value == key.code)
        and (key.split != _TOPICS or key.code in (ALL, *one.topics))
    )
