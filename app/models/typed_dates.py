"""Dates, months, times of day and years of birth as people type them."""

import re
from datetime import date, timedelta

from app.models.periods import EARLIEST_YEAR, LATEST_YEAR, MONTHS
from app.texts import Text

_NAMED = {
    "i dag": 0,
    "idag": 0,
    "today": 0,
    "i går": -1,
    "igår": -1,
    "yesterday": -1,
    "i forgårs": -2,
    "i morgen": 1,
    "imorgen": 1,
    "tomorrow": 1,
}
_RELATIVE = re.compile(r"([+-])(\d{1,4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_PARTED = re.compile(r"(\d{1,2})[.\-/ ](\d{1,2})(?:[.\-/ ](\d{2}|\d{4}))?\.?")
_TOGETHER = re.compile(r"(\d{2})(\d{2})(\d{2}|\d{4})?")
_YEAR_MONTH = re.compile(r"([0-9]{4})[.\-/ ]([0-9]{1,2})")
_MONTH_YEAR = re.compile(r"([0-9]{1,2})[.\-/ ]([0-9]{4}|[0-9]{2})")
_NAME_YEAR = re.compile(r"([a-z]{3,})[.\-/]? ?([0-9]{4}|[0-9]{2})")
_TIME = re.compile(r"(\d{1,2})[.: ]?(\d{2})?")


def parse_date(text: str, today: date, counted_from: date | None = None) -> date | None:
    """Return the date that was typed, or None when it is none.

    Understood are "i går", "-1" and "+14" (days from ``counted_from``, else from today), 2111,
    211126, 21112026, 21.11, 21.11.26, 21-11-2026, 21/11/2026 and 2026-11-21. A date without a year
    is the one nearest to today; two digits mean the 2000s.
    """
    typed = " ".join(text.casefold().split())
    if typed in _NAMED:
        return today + timedelta(days=_NAMED[typed])
    if relative := _RELATIVE.fullmatch(typed):
        days = int(relative.group(2))
        start = counted_from or today
        return start + timedelta(days=days if relative.group(1) == "+" else -days)
    if iso := _ISO.fullmatch(typed):
        return _valid(int(iso.group(1)), int(iso.group(2)), int(iso.group(3)))
    parts = _PARTED.fullmatch(typed) or _TOGETHER.fullmatch(typed)
    if parts is None:
        return None
    day, month, year = int(parts.group(1)), int(parts.group(2)), parts.group(3)
    if year is None:
        return _nearest(day, month, today)
    return _valid(int(year) + (2000 if len(year) == 2 else 0), month, day)


def parse_typed_month(text: str) -> date | None:
    """Return the first day of the month that was typed, or None when it is none.

    Understood are 2019-09, 9/2019, 09-19, "sept. 2019" and "September 2019", in Danish and English;
    two digits of a year mean the 2000s.
    """
    typed = " ".join(text.casefold().split())
    if found := _YEAR_MONTH.fullmatch(typed):
        return _first_of(int(found.group(1)), int(found.group(2)))
    if found := _MONTH_YEAR.fullmatch(typed):
        return _first_of(_year(found.group(2)), int(found.group(1)))
    if found := _NAME_YEAR.fullmatch(typed):
        begun = found.group(1)
        named = (n for n, name in enumerate(MONTHS, 1) if _begins(name, begun))
        return _first_of(_year(found.group(2)), next(named, 0))
    return None


def parse_time(text: str) -> str | None:
    """Return the time of day as HH:MM, "" for nothing typed, or None when it is no time.

    Understood are 9, 924, 0924, 9.24, 9:24 and 09:24.
    """
    typed = text.strip()
    if not typed:
        return ""
    found = _TIME.fullmatch(typed)
    if found is None:
        return None
    hours, minutes = int(found.group(1)), int(found.group(2) or 0)
    return f"{hours:02d}:{minutes:02d}" if hours < 24 and minutes < 60 else None


def parse_birth_year(text: str, today: date) -> int | None:
    """Return the year of birth that was typed, 1974 or 74, or None when it cannot be one.

    Two digits mean the year in which somebody is between 15 and 114 today.
    """
    typed = text.strip()
    if re.fullmatch(r"[0-9]{2}", typed):
        youngest = today.year - 15
        year = youngest // 100 * 100 + int(typed)
        return year if year <= youngest else year - 100
    if re.fullmatch(r"[0-9]{4}", typed):
        return int(typed) if 1900 <= int(typed) <= today.year else None
    return None


def _year(digits: str) -> int:
    return int(digits) + (2000 if len(digits) == 2 else 0)


def _begins(name: Text, begun: str) -> bool:
    return any(each.casefold().startswith(begun) for each in (name.da, name.en))


def _first_of(year: int, month: int) -> date | None:
    return _valid(year, month, 1) if EARLIEST_YEAR <= year <= LATEST_YEAR else None


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _nearest(day: int, month: int, today: date) -> date | None:
    candidates = (_valid(today.year + n, month, day) for n in (-1, 0, 1))
    found = [candidate for candidate in candidates if candidate is not None]
    return min(found, key=lambda candidate: abs((candidate - today).days), default=None)
