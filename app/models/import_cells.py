"""From the text of one cell to a value of the domain.

Every function takes trimmed text and raises :class:`BadCell` with the reason in words. An empty
cell is None, the empty string or "not told"; whether that is allowed is for the row to say.
"""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar

from app.models.folding import fold
from app.models.import_words import Vocabulary
from app.models.rules import age_band, mask_cpr
from app.models.types import AgeBand
from app.texts import Text

E = TypeVar("E", bound=StrEnum)

EARLIEST_DAY = date(2000, 1, 1)
LATEST_DAY = date(2099, 12, 31)
EARLIEST_BIRTH_YEAR = 1900
_LONGEST_SHOWN = 30

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?(?:\.0+)?)?", re.ASCII)
_DANISH = re.compile(r"(\d{1,2})([-./])\s?(\d{1,2})\2\s?(\d{4})", re.ASCII)
_TIME = re.compile(
    r"(?:kl\.?\s*)?(\d{1,2})(?:[:.](\d{2})(?:[:.]\d{2})?)?", re.ASCII | re.IGNORECASE
)
_TIME_DIGITS = re.compile(r"(?:kl\.?\s*)?(\d{1,2})(\d{2})", re.ASCII | re.IGNORECASE)
_MONTH = re.compile(r"(\d{4})-(\d{1,2})", re.ASCII)
_DANISH_MONTH = re.compile(r"(\d{1,2})[-./](\d{4})", re.ASCII)
_WHOLE = re.compile(r"(\d{1,4})(?:[.,]0+)?", re.ASCII)
_MINUTES = re.compile(
    r"(\d{1,4})(?:[.,]0+)?\s*(?:min\.?|minutter|minutes)?", re.ASCII | re.IGNORECASE
)


class BadCell(Exception):
    """A cell cannot be read; ``reason`` says why."""

    def __init__(self, danish: str, english: str) -> None:
        super().__init__(english)
        self.reason = Text(danish, english)


def shown(cell: str) -> str:
    """Return a cell as a message may show it: one short line without anything like a CPR number."""
    line = mask_cpr(" ".join(cell.split()))
    return line if len(line) <= _LONGEST_SHOWN else line[: _LONGEST_SHOWN - 1] + "…"


def parse_date(cell: str, today: date) -> date:
    """Return the date in ``2018-02-06``, ``6-2-2018``, ``06.02.2018`` or ``06/02/2018``.

    Days more than one after ``today``, or before the year 2000, are refused.
    """
    day = _date(cell)
    if day > today + timedelta(days=1):
        raise BadCell(f"{day:%d-%m-%Y} ligger i fremtiden.", f"{day} lies in the future.")
    if day < EARLIEST_DAY:
        raise BadCell(f"{day:%d-%m-%Y} er for længe siden.", f"{day} is too long ago.")
    return day


def parse_planned_day(cell: str) -> date | None:
    """Return a date as :func:`parse_date` reads it, but from 2000 to 2099: also one to come."""
    if not cell:
        return None
    day = _date(cell)
    if not EARLIEST_DAY <= day <= LATEST_DAY:
        raise BadCell(
            f"{day:%d-%m-%Y} ligger ikke mellem {EARLIEST_DAY.year} og {LATEST_DAY.year}.",
            f"{day} does not lie between {EARLIEST_DAY.year} and {LATEST_DAY.year}.",
        )
    return day


def parse_time(cell: str) -> str:
    """Return ``9:05``, ``09.05``, ``0905``, ``kl. 9.05`` or ``9`` as ``09:05``."""
    match = _TIME.fullmatch(cell) or _TIME_DIGITS.fullmatch(cell)
    if not cell:
        return ""
    if match is None or int(match[1]) > 23 or int(match[2] or 0) > 59:
        raise BadCell(f"»{shown(cell)}« er ikke et klokkeslæt.", f"“{shown(cell)}” is not a time.")
    return f"{int(match[1]):02d}:{int(match[2] or 0):02d}"


def parse_month(cell: str) -> date | None:
    """Return the first day of ``2018-02``, ``02-2018`` or of a whole date's month."""
    if not cell:
        return None
    if match := _MONTH.fullmatch(cell):
        return _made_date(cell, match[1], match[2], "1")
    if match := _DANISH_MONTH.fullmatch(cell):
        return _made_date(cell, match[2], match[1], "1")
    return _date(cell).replace(day=1)


def parse_minutes(cell: str) -> int | None:
    """Return whole minutes, 0 to 1440; ``15 min.`` and ``15,0`` are understood."""
    if not cell:
        return None
    match = _MINUTES.fullmatch(cell)
    if match is None or int(match[1]) > 24 * 60:
        raise BadCell(
            f"»{shown(cell)}« er ikke et antal minutter.",
            f"“{shown(cell)}” is not a number of minutes.",
        )
    return int(match[1])


def parse_headcount(cell: str) -> int | None:
    """Return a whole number of people; ``1.250`` is one thousand two hundred and fifty."""
    if not cell:
        return None
    if not re.fullmatch(r"\d{1,3}(\.\d{3})?|\d{1,6}", cell, re.ASCII):
        raise BadCell(f"»{shown(cell)}« er ikke et antal.", f"“{shown(cell)}” is not a number.")
    return int(cell.replace(".", ""))


def parse_birth_year(cell: str, latest: int) -> int | None:
    """Return a year of birth from 1900 to ``latest``."""
    if not cell:
        return None
    match = _WHOLE.fullmatch(cell)
    if match is None or not EARLIEST_BIRTH_YEAR <= int(match[1]) <= latest:
        raise BadCell(
            f"»{shown(cell)}« er ikke et fødselsår mellem {EARLIEST_BIRTH_YEAR} og {latest}.",
            f"“{shown(cell)}” is not a year of birth between {EARLIEST_BIRTH_YEAR} and {latest}.",
        )
    return int(match[1])


def parse_word(cell: str, words: Vocabulary[E]) -> E | None:
    """Return the value that a cell stands for in a closed vocabulary; None for an empty cell."""
    if not cell:
        return None
    value = words.find(cell)
    if value is None:
        raise BadCell(
            f"»{shown(cell)}« kendes ikke. Skriv {words.allowed.da}.",
            f"“{shown(cell)}” is not known. Write {words.allowed.en}.",
        )
    return value


def parse_age_band(cell: str, words: Vocabulary[AgeBand]) -> AgeBand | None:
    """Return the band of an age in whole years, or the band that a cell names."""
    if match := re.fullmatch(r"(\d{1,3})(?: ?år)?", cell, re.ASCII):
        return age_band(0, int(match[1]))
    if re.fullmatch(r"<\s?19", cell):
        return AgeBand.UNDER_19
    if re.fullmatch(r">\s?58|59\s?\+", cell):
        return AgeBand.OVER_58
    return parse_word(cell, words)


def parse_codes(cell: str, codes: Mapping[str, str]) -> tuple[str, ...]:
    """Return the codes in a cell, each once, in their order.

    They are parted by ``|``, ``;`` or a line break, or else by commas or blanks. ``codes`` maps
    folded codes and labels to codes.
    """
    found: list[str] = []
    for part in re.split(r"[|;\n]", cell):
        whole = codes.get(fold(part))
        if whole is not None:
            found.append(whole)
            continue
        for piece in re.split(r"[,\s]+", part):
            if not piece:
                continue
            code = codes.get(fold(piece))
            if code is None:
                raise BadCell(
                    f"Koden {shown(piece)} findes ikke i kodelisten.",
                    f"The code {shown(piece)} is not in the code list.",
                )
            found.append(code)
    return tuple(dict.fromkeys(found))


def _date(cell: str) -> date:
    if match := _ISO.fullmatch(cell):
        return _made_date(cell, match[1], match[2], match[3])
    if match := _DANISH.fullmatch(cell):
        return _made_date(cell, match[4], match[3], match[1])
    raise BadCell(
        f"»{shown(cell)}« er ikke en dato. Skriv den som 2018-02-06 eller 06-02-2018.",
        f"“{shown(cell)}” is not a date. Write it like 2018-02-06 or 06-02-2018.",
    )


def _made_date(cell: str, year: str, month: str, day: str) -> date:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise BadCell(
            f"Datoen {shown(cell)} findes ikke i kalenderen.",
            f"The date {shown(cell)} is not in the calendar.",
        ) from None
