"""Danish holidays by day, from a file made with the ``holidays`` library."""

import csv
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from app.paths import resource
from app.texts import Text


class HolidayKind(StrEnum):
    """Whether the law makes a day a holiday, or only custom does."""

    PUBLIC = "public"
    CUSTOMARY = "customary"


class Holiday(NamedTuple):
    """One holiday."""

    day: date
    kind: HolidayKind
    name: Text


@cache
def danish_holidays() -> Mapping[date, Holiday]:
    """Return every holiday of the years 2000 to 2099 in order; a public one before a customary one."""
    found: dict[date, Holiday] = {}
    with resource("calendar", "holidays_dk.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            kind, day = HolidayKind(row["kind"]), date.fromisoformat(row["date"])
            if kind is HolidayKind.PUBLIC or day not in found:
                found[day] = Holiday(day, kind, Text(row["name_da"], row["name_en"]))
    return MappingProxyType(dict(sorted(found.items())))


def holidays_between(first: date, last: date) -> tuple[Holiday, ...]:
    """Return the holidays from ``first`` to ``last``, both included, in order."""
    return tuple(holiday for day, holiday in danish_holidays().items() if first <= day <= last)
