"""From a row of a file of presence rules to what it says, before anything is added to it."""

import hashlib
import re
from datetime import date
from functools import partial

import msgspec

from app.models import import_cells as cells
from app.models import import_words as words
from app.models.folding import fold
from app.models.import_names import WorkplaceNames, require_initials
from app.models.import_rows import RowReader
from app.models.plan_types import RulePlace
from app.models.rules import is_length
from app.models.types import Shift

_LONGEST_CYCLE = 52
_MOST_VISITS = 2
_NAMES = (
    ("mandag", "man", "ma", "monday", "mon", "mo"),
    ("tirsdag", "tir", "ti", "tuesday", "tue", "tu"),
    ("onsdag", "ons", "on", "wednesday", "wed", "we"),
    ("torsdag", "tor", "to", "thursday", "thu", "th"),
    ("fredag", "fre", "fr", "friday", "fri"),
    ("lørdag", "lør", "lø", "saturday", "sat", "sa"),
    ("søndag", "søn", "sø", "sunday", "sun", "su"),
)
_WEEKDAYS = {
    fold(name): number
    for number, names in enumerate(_NAMES, 1)
    for name in (str(number), *names, f"{names[0]}e", f"{names[0]}er", f"{names[3]}s")
}
_BETWEEN_DAYS = re.compile(r"[|;,/+&\s]+|\.\s+")
_AND = {"og", "and", "samt"}
_EVERY_WEEK = {"hver uge", "ugentlig", "ugentligt", "every week", "weekly"}
_EVERY_OTHER = {"hver anden uge", "every other week", "every second week"}
_WEEKS = re.compile(r"(?:hver|every)?\s*(\d{1,2})(?:[.,]0+)?\.?\s*(?:uge|uger|weeks?)?", re.ASCII)
_HOURS = re.compile(r"(\d{1,2}(?:[.,]\d{1,2})?)\s*(?:t|timer?|hours?|h)?\.?", re.ASCII)
_NO_DAYS: tuple[int, ...] = ()


class RuleRow(msgspec.Struct, frozen=True, kw_only=True):
    """What a row says of the presence at a workplace; None or empty is what it does not say.

    ``visits`` is how many times a counsellor sits there on one day: 2 is a day and an evening shift.
    """

    workplace: str
    every_weeks: int | None = None
    weekdays: tuple[int, ...] = ()
    time: str = ""
    minutes: int | None = None
    visits: int = 1
    shift: Shift = Shift.NONE
    places: tuple[RulePlace, ...] = ()
    counsellors: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_until: date | None = None
    remark: str = ""

    @property
    def has_rhythm(self) -> bool:
        """Whether the row says anything of how often, when or how long."""
        return bool(self.every_weeks or self.weekdays or self.time or self.minutes)

    def fingerprint(self, ordinal: int, part: int) -> str:
        """Return what tells a rule of this row from all others.

        It is taken from what the row says, not from what is added to it; ``ordinal`` counts equal
        rows of a file, ``part`` the rules of one row.
        """
        content = msgspec.json.encode(("rule/1", self, ordinal, part))
        return hashlib.sha256(content).hexdigest()


def read_rule_row(row: RowReader, names: WorkplaceNames) -> RuleRow | None:
    """Return what a row says, or None when the row has problems."""
    row.require(
        bool(row.raw("workplace")),
        "workplace",
        "Arbejdspladsen mangler.",
        "The workplace is missing.",
    )
    told = RuleRow(
        workplace=row.read("workplace", names.code, ""),
        every_weeks=row.read("every_weeks", _parse_weeks, None),
        weekdays=row.read("weekdays", parse_weekdays, _NO_DAYS),
        time=row.read("time", cells.parse_time, ""),
        minutes=_minutes(row),
        visits=row.read("visits_per_occasion", _parse_visits, 1),
        shift=row.read("shift", partial(cells.parse_word, words=words.SHIFTS), _NO_SHIFT),
        places=_places(row),
        counsellors=_parts(row.text("counsellors")),
        valid_from=row.read("valid_from", _parse_start, None),
        valid_until=row.read("valid_until", cells.parse_planned_day, None),
        remark=row.raw("remark"),
    )
    require_initials(row, "counsellors", *told.counsellors)
    row.require(
        told.visits == 1 or told.shift is Shift.NONE,
        "shift",
        "Skriv de to vagter i hver sin række.",
        "Enter the two shifts in a row of their own each.",
    )
    return None if row.problems else told


def parse_weekdays(cell: str) -> tuple[int, ...]:
    """Return the ISO numbers of weekdays, in order: ``tirsdag``, ``ti|to``, ``2 og 4``."""
    found = set()
    for word in _BETWEEN_DAYS.split(cell):
        name = fold(word)
        if not name or name in _AND:
            continue
        number = _WEEKDAYS.get(name)
        if number is None:
            raise cells.BadCell(
                f"»{cells.shown(word)}« er ikke en ugedag. Skriv fx tirsdag|torsdag eller 2|4.",
                f"“{cells.shown(word)}” is not a weekday. Write for example Tuesday|Thursday or 2|4.",
            )
        found.add(number)
    return tuple(sorted(found))


_NO_SHIFT = Shift.NONE


def _parts(line: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in line.split("|") if part.strip())


def _places(row: RowReader) -> tuple[RulePlace, ...]:
    """Return the places that take turns; one room at two addresses, or two rooms at one, is meant."""
    rooms, addresses = _parts(row.text("place")), _parts(row.text("address"))
    count = max(len(rooms), len(addresses))
    row.require(
        {len(rooms), len(addresses)} <= {0, 1, count},
        "address",
        "Der skal være lige mange steder og adresser, adskilt af |.",
        "There must be as many places as addresses, parted by |.",
    )
    if row.problems or not count:
        return ()
    rooms, addresses = (_repeated(texts, count) for texts in (rooms, addresses))
    return tuple(
        RulePlace(room=room, address=address)
        for room, address in zip(rooms, addresses, strict=True)
    )


def _repeated(texts: tuple[str, ...], count: int) -> tuple[str, ...]:
    return texts if len(texts) == count else (texts or ("",)) * count


def _minutes(row: RowReader) -> int | None:
    minutes = row.read("minutes", cells.parse_minutes, None)
    field = "hours_per_visit" if minutes is None else "minutes"
    if minutes is None:
        minutes = row.read(field, _parse_hours, None)
    row.require(
        minutes is None or is_length(minutes),
        field,
        "Et fremmøde varer mellem 1 minut og 24 timer.",
        "A visit lasts between 1 minute and 24 hours.",
    )
    return minutes


def _parse_hours(cell: str) -> int | None:
    """Return the minutes of hours written as ``1``, ``1,5`` or ``1.5 timer``."""
    if not cell:
        return None
    match = _HOURS.fullmatch(cell.casefold())
    if match is None:
        raise cells.BadCell(
            f"»{cells.shown(cell)}« er ikke et antal timer.",
            f"“{cells.shown(cell)}” is not a number of hours.",
        )
    return round(float(match[1].replace(",", ".")) * 60)


def _parse_weeks(cell: str) -> int | None:
    """Return every how many weeks: ``2``, ``hver 2. uge``, ``hver anden uge``."""
    if not cell:
        return None
    written = " ".join(cell.casefold().split())
    if written in _EVERY_WEEK:
        return 1
    if written in _EVERY_OTHER:
        return 2
    match = _WEEKS.fullmatch(written)
    if match is None or not 1 <= int(match[1]) <= _LONGEST_CYCLE:
        raise cells.BadCell(
            f"»{cells.shown(cell)}« er ikke et antal uger mellem 1 og {_LONGEST_CYCLE}.",
            f"“{cells.shown(cell)}” is not a number of weeks between 1 and {_LONGEST_CYCLE}.",
        )
    return int(match[1])


def _parse_visits(cell: str) -> int | None:
    if not cell:
        return None
    if cell not in {str(count) for count in range(1, _MOST_VISITS + 1)}:
        raise cells.BadCell(
            "Skriv 1 eller 2, og flere vagter i hver sin række.",
            "Write 1 or 2, and more shifts in a row of their own each.",
        )
    return int(cell)


def _parse_start(cell: str) -> date | None:
    """Return a day, or the first day of a month written as ``2018-02`` or ``02-2018``."""
    try:
        return cells.parse_planned_day(cell)
    except cells.BadCell as error:
        try:
            month = cells.parse_month(cell)
        except cells.BadCell:
            raise error from None
        if month is None or not cells.EARLIEST_DAY <= month <= cells.LATEST_DAY:
            raise
        return month
