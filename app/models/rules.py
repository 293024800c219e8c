"""Pure rules of the domain: derived values and the checks of identifiers."""

import re
from datetime import date

from app.models.types import AgeBand

_CVR_WEIGHTS = (2, 7, 6, 5, 4, 3, 2, 1)
_BANDS = (
    (18, AgeBand.UNDER_19),
    (28, AgeBand.FROM_19),
    (38, AgeBand.FROM_29),
    (48, AgeBand.FROM_39),
    (58, AgeBand.FROM_49),
)
_CPR = re.compile(r"(?<!\d)(\d{2})(\d{2})(\d{2})[-\s]?(\d{4})(?!\d)")
_CLOCK_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
LONGEST_VISIT = 24 * 60
"""The minutes that a visit or an activity can last at most."""
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def age_band(birth_year: int | None, contact_year: int) -> AgeBand:
    """Return the band of the age at contact, taken as the difference of the years."""
    if birth_year is None:
        return AgeBand.NOT_TOLD
    age = contact_year - birth_year
    return next((band for oldest, band in _BANDS if age <= oldest), AgeBand.OVER_58)


def percent(count: int, total: int) -> int:
    """Return ``count`` as whole per cent of ``total``, rounded half up; 0 of nothing is 0."""
    return (200 * count + total) // (2 * total) if total else 0


def is_cvr(text: str) -> bool:
    """Tell whether ``text`` is a CVR number: 8 digits, not starting with 0, weighted sum 0 mod 11.

    The weights are those of the Danish Central Business Register (2, 7, 6, 5, 4, 3, 2, 1).
    """
    if not re.fullmatch(r"[1-9][0-9]{7}", text):
        return False
    return sum(w * int(d) for w, d in zip(_CVR_WEIGHTS, text, strict=True)) % 11 == 0


def is_p_number(text: str) -> bool:
    """Tell whether ``text`` is a production unit number: 10 digits; it has no check digit."""
    return re.fullmatch(r"[0-9]{10}", text) is not None


def is_clock_time(text: str) -> bool:
    """Tell whether ``text`` is a time of day as it is stored: HH:MM, from 00:00 to 23:59."""
    return _CLOCK_TIME.fullmatch(text) is not None


def is_length(minutes: int) -> bool:
    """Tell whether a visit or an activity can last so many minutes."""
    return 1 <= minutes <= LONGEST_VISIT


def is_email(text: str) -> bool:
    """Tell whether ``text`` has the form of an e-mail address."""
    return _EMAIL.fullmatch(text) is not None


def find_cpr(text: str) -> tuple[tuple[int, int], ...]:
    """Return the places (start, end) of what looks like a CPR number.

    That is a day, month and year that make a valid date, and four digits, together or parted by a
    hyphen or a blank. The check digit is not used: since 2007 numbers are given out without it.
    """
    return tuple(match.span() for match in _CPR.finditer(text) if _is_short_date(match))


def mask_cpr(text: str) -> str:
    """Return ``text`` with everything that looks like a CPR number replaced by ``[CPR]``."""
    for start, end in reversed(find_cpr(text)):
        text = f"{text[:start]}[CPR]{text[end:]}"
    return text


def _is_short_date(match: re.Match[str]) -> bool:
    day, month, year = (int(match.group(n)) for n in (1, 2, 3))
    # The century is in the seventh digit; only 29 February can depend on it, and 1900 is the
    # one year of the three centuries that has none.
    try:
        date(2000 + year, month, day)
    except ValueError:
        return False
    return True
