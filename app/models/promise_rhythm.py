"""When a promise that repeats is due again."""

from calendar import monthrange
from datetime import date, timedelta

from app.models.types import Repeat

_DAYS = {Repeat.WEEK: 7, Repeat.FORTNIGHT: 14}
_MONTHS = {Repeat.MONTH: 1, Repeat.QUARTER: 3}


def next_due(due_on: date, repeat: Repeat, today: date) -> date | None:
    """Return when a promise that was kept ``today`` is due again; None where it does not repeat.

    The rhythm goes on from the due date, not from the day on which it was kept; what has been
    missed is left out, so that the next one always lies after today. A month that is too short
    has it on its last day.
    """
    if repeat is Repeat.NEVER:
        return None
    turn, due = 1, _after(due_on, repeat, 1)
    while due <= today:
        turn += 1
        due = _after(due_on, repeat, turn)
    return due


def _after(due_on: date, repeat: Repeat, turns: int) -> date:
    if repeat in _DAYS:
        return due_on + timedelta(days=turns * _DAYS[repeat])
    years, month = divmod(due_on.month - 1 + turns * _MONTHS[repeat], 12)
    year = due_on.year + years
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(due_on.day, last))
