"""What the grid is told to draw for the visits and activities of the plan."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from app.models.closures import Closure
from app.models.conflicts import PlanConflict
from app.models.plan import PlannedVisit, PlanStatus
from app.models.plan_types import Activity, ActivityStatus
from app.models.recurrence import local_end, local_start
from app.ui.pages.plan import words
from app.ui.pages.plan.reading import PlanData
from app.ui.pages.plan.shown import Shown
from app.ui.pages.plan.words import Words
from app.ui.widgets.week_grid_types import DAY, GridDay, GridItem

_SATURDAY = 5
_MOVABLE = (PlanStatus.PLANNED, PlanStatus.MOVED, PlanStatus.SKIPPED)


def grid_items(translated: Words, data: PlanData, today: date) -> tuple[GridItem, ...]:
    """Return the visits and activities; what a conflict is about carries its warning.

    A visit of a day before ``today`` that nobody held or cancelled looks like no planned one.
    """
    warnings = _warnings(translated, data.conflicts)
    several = sum(each.active for each in data.counsellors) > 1 and not data.counsellor_id
    visits = [
        _of_visit(
            translated,
            visit,
            warnings.get(visit.id, ""),
            who=several,
            unsettled=visit.is_open and visit.day < today,
        )
        for visit in data.visits
    ]
    return (
        *visits,
        *(
            _of_activity(translated, activity, warnings.get(activity.id, ""))
            for activity in data.activities
        ),
    )


def grid_days(
    translated: Words,
    shown: Shown,
    closures: Iterable[Closure],
    items: Iterable[GridItem],
    today: date,
) -> tuple[GridDay, ...]:
    """Return the columns; a weekend only where something stands on one, or it is today."""
    closed = {closure.day: translated(closure.name) for closure in closures}
    used = {today, *(day for item in items for day in _days_of(item))}
    count = (shown.last - shown.first).days + 1
    days = [shown.first + timedelta(days=ahead) for ahead in range(count)]
    weekend = shown.mode == "day" or any(day in used for day in days if day.weekday() >= _SATURDAY)
    return tuple(
        GridDay(
            day,
            shown.column_title(translated, day),
            closed.get(day, ""),
            day in closed,
            words.long_date(translated, day),
        )
        for day in days
        if weekend or day.weekday() < _SATURDAY
    )


def _days_of(item: GridItem) -> tuple[date, ...]:
    return (item.day, item.day + timedelta(days=1)) if item.end > DAY else (item.day,)


def _of_visit(
    translated: Words, visit: PlannedVisit, warning: str, *, who: bool, unsettled: bool
) -> GridItem:
    start, end = _minutes(visit.day, visit.start, visit.end)
    spoken, note = words.spoken(translated, visit), warning or words.note(visit)
    if unsettled:
        told = translated(words.UNSETTLED)
        spoken, note = f"{spoken}, {told.lower()}", "\n".join(filter(None, (told, note)))
    return GridItem(
        key=visit.id,
        day=visit.day,
        start=start,
        end=end,
        title=visit.workplace,
        detail=words.detail(translated, visit, who=who),
        spoken=spoken,
        tone="unsettled" if unsettled else visit.status.value,
        movable=visit.status in _MOVABLE,
        warning=bool(warning),
        note=note,
    )


def _of_activity(translated: Words, activity: Activity, warning: str) -> GridItem:
    begins = local_start(activity.date, activity.time)
    start, end = _minutes(activity.date, begins, local_end(begins, activity.minutes))
    cancelled = activity.status is ActivityStatus.CANCELLED
    why = words.activity_state(translated, activity)
    return GridItem(
        key=activity.id,
        day=activity.date,
        start=start,
        end=end,
        title=words.activity_title(translated, activity),
        detail=why[:1].upper() + why[1:] if cancelled else words.activity_detail(activity),
        spoken=words.spoken_activity(translated, activity),
        tone="cancelled" if cancelled else "activity",
        movable=activity.status is ActivityStatus.PLANNED,
        warning=bool(warning),
        note=warning,
    )


def _minutes(day: date, start: datetime, end: datetime) -> tuple[int, int]:
    """Return the clock times as minutes after the midnight of ``day``."""
    begins, ends = _minute_of(day, start), _minute_of(day, end)
    # In the hour that comes twice, a visit may end on the clock before it began.
    return max(begins, 0), max(ends, begins, 0)


def _minute_of(day: date, moment: datetime) -> int:
    return (moment.date() - day).days * DAY + moment.hour * 60 + moment.minute


def _warnings(translated: Words, conflicts: Iterable[PlanConflict]) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for conflict in conflicts:
        for key in conflict.visits:
            found.setdefault(key, []).append(translated(conflict.text))
    return {key: " ".join(texts) for key, texts in found.items()}
