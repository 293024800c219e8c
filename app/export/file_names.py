"""How the files of a report or a plan are called: period and workplaces, nothing about anybody."""

from collections.abc import Sequence
from datetime import date

from app.models.periods import Period

_NAMED_WORKPLACES = 3


def file_stem(period: Period, workplace_codes: Sequence[str], *, subject: str = "") -> str:
    """Return the name without its ending: "vejviser-2026-10-ARLA-DP".

    ``subject`` tells the files about something else than the figures from theirs.
    """
    parts = ["vejviser", *([subject] if subject else []), _period(period)]
    if 0 < len(workplace_codes) <= _NAMED_WORKPLACES:
        parts += workplace_codes
    elif workplace_codes:
        parts.append(f"{len(workplace_codes)}-arbejdspladser")
    return "-".join(parts)


def _period(period: Period) -> str:
    if period == Period.month(period.first):
        return _month(period.first)
    if period.whole_months:
        return f"{_month(period.first)}_{_month(period.last)}"
    return f"{period.first.isoformat()}_{period.last.isoformat()}"


def _month(day: date) -> str:
    return f"{day:%Y-%m}"
