"""The activities of a period in sums: by kind, by workplace, and their topics."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from app.models.periods import Period
from app.models.plan_types import Activity, ActivityKind, ActivityStatus
from app.models.tally_types import ActivitySums, ActivityTally, hours_of
from app.models.topics import topics
from app.models.types import RecordId

if TYPE_CHECKING:
    from app.models.store import Store


def count_activities(
    store: "Store", period: Period, codes: Mapping[RecordId, str], *, chosen: bool
) -> ActivityTally:
    """Return the activities that begin in a period; ``codes`` are the workplaces to count at.

    ``chosen``: only activities for one of these workplaces count; else all do, also those for no
    workplace.
    """
    found = [
        activity
        for activity in store.activities.between(period.first, period.last)
        if not chosen or not codes.keys().isdisjoint(activity.workplace_ids)
    ]
    return ActivityTally(
        all=_sums(found),
        by_kind={
            kind.value: _sums(activity for activity in found if activity.kind is kind)
            for kind in ActivityKind
        },
        by_workplace=_by_workplace(found, codes),
        topics=_topics(found, period),
    )


def _by_workplace(
    activities: Iterable[Activity], codes: Mapping[RecordId, str]
) -> dict[str, ActivitySums]:
    at_place: dict[str, list[Activity]] = {code: [] for code in codes.values()}
    for activity in activities:
        for place_id in activity.workplace_ids:
            if place_id in codes:
                at_place[codes[place_id]].append(activity)
    return {code: _sums(listed) for code, listed in at_place.items()}


def _sums(activities: Iterable[Activity]) -> ActivitySums:
    by_status: dict[ActivityStatus, list[Activity]] = {status: [] for status in ActivityStatus}
    for activity in activities:
        by_status[activity.status].append(activity)
    held = by_status[ActivityStatus.HELD]
    minutes = sum(activity.minutes for activity in held)
    return ActivitySums(
        planned=len(by_status[ActivityStatus.PLANNED]),
        held=len(held),
        cancelled=len(by_status[ActivityStatus.CANCELLED]),
        minutes=minutes,
        hours=hours_of(minutes),
        participants=sum(activity.participants or 0 for activity in held),
        participants_not_told=sum(activity.participants is None for activity in held),
    )


def _topics(activities: Iterable[Activity], period: Period) -> dict[str, int]:
    """Return the mentions of each topic that could be chosen in the period, or was mentioned."""
    held = [activity for activity in activities if activity.status is ActivityStatus.HELD]
    mentions = Counter(code for activity in held for code in activity.topics)
    listed = [
        topic.code
        for topic in topics()
        if topic.code in mentions
        or (
            topic.valid_from <= period.last
            and (topic.retired_on is None or topic.retired_on > period.first)
        )
    ]
    unknown = sorted(mentions.keys() - set(listed))
    return {code: mentions[code] for code in (*listed, *unknown)}
