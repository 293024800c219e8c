"""Days on which a planned visit is proposed to be skipped or moved: holidays and closing days."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

import msgspec

from app.models.holidays_dk import HolidayKind, holidays_between
from app.models.types import RecordId
from app.models.words import small
from app.texts import Text

if TYPE_CHECKING:
    from app.models.store import Store

_LONGEST_SEARCH = 31
_SATURDAY = 5
_CLOSED = Text("Lukkedag", "Closing day")


class Closure(msgspec.Struct, frozen=True):
    """Why there is no presence on a day. ``holiday``: a holiday, not a workplace's closing day."""

    day: date
    name: Text
    holiday: bool

    @property
    def words(self) -> Text:
        """The name as it stands within a sentence: "juledag", but "Christmas Day"."""
        return Text(small(self.name.da), self.name.en if self.holiday else small(self.name.en))

    @property
    def public_words(self) -> Text:
        """The name for files that others read; why a workplace is closed is typed by hand."""
        return self.words if self.holiday else Text(small(_CLOSED.da), small(_CLOSED.en))


class Closures:
    """The closed days of a stretch of time, for every workplace and for single ones."""

    def __init__(self, by_place: Mapping[RecordId | None, Mapping[date, Closure]]) -> None:
        self._everywhere = by_place.get(None, {})
        self._by_place = by_place

    def on(self, day: date, workplace_id: RecordId) -> Closure | None:
        """Return why a workplace has no presence on a day, or None."""
        closed = self._everywhere.get(day)
        if closed is not None or workplace_id not in self._by_place:
            return closed
        return self._by_place[workplace_id].get(day)

    def everywhere(self) -> tuple[Closure, ...]:
        """Return the days that are closed for every workplace, in order."""
        return tuple(self._everywhere[day] for day in sorted(self._everywhere))

    def next_open_day(self, day: date, workplace_id: RecordId) -> date | None:
        """Return the first weekday after ``day`` that is not closed; None within a month of none."""
        for ahead in range(1, _LONGEST_SEARCH + 1):
            proposed = day + timedelta(days=ahead)
            if proposed.weekday() < _SATURDAY and self.on(proposed, workplace_id) is None:
                return proposed
        return None


def read_closures(store: "Store", first: date, last: date) -> Closures:
    """Return the closed days from ``first`` to ``last`` and the month after, as the project chose."""
    last = min(last, date.max - timedelta(days=_LONGEST_SEARCH)) + timedelta(days=_LONGEST_SEARCH)
    by_place: dict[RecordId | None, dict[date, Closure]] = {None: {}}
    for days in store.closing_days.between(first, last):
        name = Text(days.reason, days.reason) if days.reason else _CLOSED
        closed = by_place.setdefault(days.workplace_id, {})
        day = max(days.first_on, first)
        while day <= min(days.last_on, last):
            closed[day] = Closure(day, name, holiday=False)
            day += timedelta(days=1)
    if store.settings.get("holidays") != "keep":
        customary = store.settings.get("holiday_kinds") == "customary"
        for holiday in holidays_between(first, last):
            if customary or holiday.kind is HolidayKind.PUBLIC:
                by_place[None][holiday.day] = Closure(holiday.day, holiday.name, holiday=True)
    return Closures(by_place)
