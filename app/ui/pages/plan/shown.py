"""The days that the plan shows: one day, an ISO week, or a month in whole weeks."""

from datetime import date, timedelta
from typing import Literal

import msgspec
from PySide6.QtCore import QCoreApplication

from app.models.periods import Period, end_of_month, monday, months_back
from app.models.plan_words import short_weekday
from app.models.words import short_date, weekday
from app.ui.pages.plan.words import Words, date_words

translate = QCoreApplication.translate

Mode = Literal["day", "week", "month"]
MODES: tuple[Mode, ...] = ("day", "week", "month")
_SUNDAY = 6


class Shown(msgspec.Struct, frozen=True):
    """The day, week or month (``mode``) that ``day`` is in."""

    mode: Mode
    day: date

    @property
    def first(self) -> date:
        """The first day that is shown; that of a month is the Monday of its first week."""
        if self.mode == "day":
            return self.day
        return monday(self.day if self.mode == "week" else self.day.replace(day=1))

    @property
    def last(self) -> date:
        """The last day that is shown; that of a month is the Sunday of its last week."""
        if self.mode == "day":
            return self.day
        last = self.day if self.mode == "week" else end_of_month(self.day)
        return monday(last) + timedelta(days=_SUNDAY)

    @property
    def period(self) -> Period:
        """The day, the week or the calendar month, without the days around a month."""
        return Period.month(self.day) if self.mode == "month" else Period(self.first, self.last)

    def holds(self, day: date) -> bool:
        """Tell whether a day is among those that are shown."""
        return self.first <= day <= self.last

    def usual_day(self, today: date) -> date:
        """Return the day that is likeliest meant among those that are shown."""
        period = self.period
        return today if period.first <= today <= period.last else period.first

    def around(self, day: date) -> "Shown":
        """Return the same mode around another day."""
        return Shown(self.mode, day)

    def stepped(self, by: int, today: date) -> "Shown":
        """Return the next (1) or previous (-1) day, week or month, around its likeliest day."""
        if self.mode == "month":
            there = self.around(months_back(self.day, -by))
        else:
            there = self.around(self.day + timedelta(days=by if self.mode == "day" else 7 * by))
        return self.around(there.usual_day(today))

    def title(self, words: Words) -> str:
        """Return what is shown in words: "Uge 47, 2026" with the year that the ISO week is in.

        A day is written short, so that nothing beside the heading moves: "Fre 20-11-2026".
        """
        if self.mode == "day":
            told = f"{words(short_weekday(self.day))} {short_date(self.day)}"
        elif self.mode == "week":
            year, week, _ = self.day.isocalendar()
            told = translate("Plan", "Uge {week}, {year}").format(week=week, year=year)
        else:
            told = words(Period.month(self.day).label)
        return told[:1].upper() + told[1:]

    def column_title(self, words: Words, day: date) -> str:
        """Return the head of a day: "Man 16"; the whole of it where there is but one."""
        if self.mode == "month":
            return str(day.day) if day.day > 1 else date_words(words, day)
        if self.mode == "week":
            told = f"{words(short_weekday(day))} {day.day}"
        else:
            told = f"{words(weekday(day))} {date_words(words, day)}"
        return told[:1].upper() + told[1:]
