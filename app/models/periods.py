"""Periods that are reported on: months, quarters, the year to date, or any two dates."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Self

import msgspec

from app.errors import UserError
from app.texts import Text

EARLIEST_YEAR, LATEST_YEAR = 1900, 2100

MONTHS = (
    Text("januar", "January"),
    Text("februar", "February"),
    Text("marts", "March"),
    Text("april", "April"),
    Text("maj", "May"),
    Text("juni", "June"),
    Text("juli", "July"),
    Text("august", "August"),
    Text("september", "September"),
    Text("oktober", "October"),
    Text("november", "November"),
    Text("december", "December"),
)
_SHORTEST_NAME = 3

_ENTERED = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?")


class Period(msgspec.Struct, frozen=True, rename={"first": "from", "last": "to"}):
    """The local days from ``first`` to ``last``, both included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        """Refuse a period that ends before it begins: user input goes through parse_period."""
        if self.last < self.first:
            raise ValueError("a period ends before it begins")

    @classmethod
    def month(cls, day: date) -> Self:
        """Return the calendar month that ``day`` is in."""
        return cls(day.replace(day=1), end_of_month(day))

    @classmethod
    def quarter(cls, day: date) -> Self:
        """Return the calendar quarter that ``day`` is in."""
        first = date(day.year, day.month - (day.month - 1) % 3, 1)
        return cls(first, end_of_month(first.replace(month=first.month + 2)))

    @classmethod
    def year_to_date(cls, day: date) -> Self:
        """Return the year from 1 January to ``day``."""
        return cls(date(day.year, 1, 1), day)

    @property
    def whole_months(self) -> bool:
        """Tell whether the period begins and ends with a month."""
        return self.first.day == 1 and self.last == end_of_month(self.last)

    @property
    def label(self) -> Text:
        """The period in words: a month, a quarter, a year, or its first and last day."""
        first, last = self.first, self.last
        if not self.whole_months:
            return _days(first, last)
        if (first.year, first.month) == (last.year, last.month):
            return month_name(first)
        if self == Period(date(first.year, 1, 1), date(first.year, 12, 31)):
            return Text(f"året {first.year}", f"the year {first.year}")
        if self == Period.quarter(first):
            number = (first.month + 2) // 3
            ordinal = ("1st", "2nd", "3rd", "4th")[number - 1]
            return Text(f"{number}. kvartal {first.year}", f"{ordinal} quarter {first.year}")
        return _joined(month_name(first), month_name(last), same_year=first.year == last.year)


def end_of_month(day: date) -> date:
    """Return the last day of the month that ``day`` is in."""
    in_the_next_month = day.replace(day=28) + timedelta(days=4)
    return in_the_next_month - timedelta(days=in_the_next_month.day)


def month_name(day: date) -> Text:
    """Return the month in words: "oktober 2026"."""
    name = MONTHS[day.month - 1]
    return Text(f"{name.da} {day.year}", f"{name.en} {day.year}")


def short_month(day: date) -> Text:
    """Return the month in three letters, for axes: "okt"."""
    name = MONTHS[day.month - 1]
    return Text(name.da[:_SHORTEST_NAME], name.en[:_SHORTEST_NAME])


def months_back(day: date, count: int) -> date:
    """Return the first day of the month that lies ``count`` months before that of ``day``."""
    months = day.year * 12 + day.month - 1 - count
    return date(months // 12, months % 12 + 1, 1)


def monday(day: date) -> date:
    """Return the Monday of the ISO week that ``day`` is in."""
    return day - timedelta(days=day.weekday())


def sunday(day: date) -> date:
    """Return the Sunday of the ISO week that ``day`` is in."""
    return monday(day) + timedelta(days=6)


def first_weekday(day: date, weekdays: Iterable[int]) -> date:
    """Return the first day from ``day`` on that is one of the ISO weekdays (1 is Monday)."""
    return min(day + timedelta(days=(number - day.isoweekday()) % 7) for number in weekdays)


def parse_period(first: str, last: str) -> Period:
    """Return the period between two entered ends, each a month or a day.

    ``YYYY-MM`` means the first day of the month in ``first`` and its last day in ``last``;
    ``YYYY-MM-DD`` means that day. Raises :class:`~app.errors.UserError`.
    """
    begins, _ = _parse(first)
    _, ends = _parse(last)
    if ends < begins:
        raise UserError(
            Text("Perioden kan ikke bruges.", "The period cannot be used."),
            Text(f"{last} ligger før {first}.", f"{last} lies before {first}."),
            Text("Byt om på de to datoer.", "Swap the two dates."),
        )
    return Period(begins, ends)


def parse_month(text: str) -> Period:
    """Return the month entered as ``YYYY-MM``; raise :class:`~app.errors.UserError`."""
    first, last = _parse(text)
    if first == last:
        raise _not_understood(text, Text("Skriv en måned som 2026-10.", "Enter a month: 2026-10."))
    return Period(first, last)


def _parse(text: str) -> tuple[date, date]:
    hint = Text(
        "Skriv en måned som 2026-10 eller en dag som 2026-10-21.",
        "Enter a month like 2026-10 or a day like 2026-10-21.",
    )
    match = _ENTERED.fullmatch(text.strip())
    if match is None:
        raise _not_understood(text, hint)
    year, month, day = (int(part) if part else 0 for part in match.groups())
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise _not_understood(text, hint)
    try:
        first = date(year, month, day or 1)
    except ValueError as error:
        raise _not_understood(text, hint) from error
    return (first, first) if day else (first, end_of_month(first))


def _not_understood(text: str, next_step: Text) -> UserError:
    return UserError(
        Text("Perioden kan ikke bruges.", "The period cannot be used."),
        Text(f"»{text}« er ikke en dato.", f"“{text}” is not a date."),
        next_step,
    )


def _days(first: date, last: date) -> Text:
    if first == last:
        return _day(first)
    return _joined(_day(first), _day(last), same_year=first.year == last.year)


def _day(day: date) -> Text:
    name = MONTHS[day.month - 1]
    return Text(f"{day.day}. {name.da} {day.year}", f"{day.day} {name.en} {day.year}")


def _joined(first: Text, last: Text, *, same_year: bool) -> Text:
    """Write "januar – marts 2026", naming a shared year once."""
    if same_year:
        first = Text(first.da.rsplit(" ", 1)[0], first.en.rsplit(" ", 1)[0])
    return Text(f"{first.da} – {last.da}", f"{first.en} – {last.en}")
