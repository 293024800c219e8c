"""Years of birth that age bands admit: the lead is told bands, never years."""

from app.models.types import AgeBand

EARLIEST, LATEST = 1900, 2100
UNKNOWN = (EARLIEST - 1, LATEST + 1)
"""What is told of a person without a year of birth; wider than anything that is known."""

_AGES = {
    AgeBand.FROM_19: (19, 28),
    AgeBand.FROM_29: (29, 38),
    AgeBand.FROM_39: (39, 48),
    AgeBand.FROM_49: (49, 58),
}
_LIKELY_SPAN = 20

Range = tuple[int, int]


def born_in(band: AgeBand, year: int) -> Range:
    """Return the first and last year of birth with which somebody is in a band in a year."""
    if band is AgeBand.NOT_TOLD:
        return UNKNOWN
    if band is AgeBand.UNDER_19:
        return (max(EARLIEST, year - 18), LATEST)
    if band is AgeBand.OVER_58:
        return (EARLIEST, max(EARLIEST, year - 59))
    youngest, oldest = _AGES[band]
    return (max(EARLIEST, year - oldest), max(EARLIEST, year - youngest))


def narrowed(known: Range, told: Range) -> Range:
    """Return the years in both ranges; the first one where they contradict each other."""
    both = (max(known[0], told[0]), min(known[1], told[1]))
    return both if both[0] <= both[1] else known


def stand_in(known: Range) -> int | None:
    """Return one year of a range, None where nothing is known; a likely one where it is wide."""
    first, last = known
    if known == UNKNOWN:
        return None
    if first == EARLIEST:
        first = max(first, last - _LIKELY_SPAN)
    return (first + min(last, first + _LIKELY_SPAN)) // 2
