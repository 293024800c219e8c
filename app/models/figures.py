"""What is this figure? The records behind every figure of a tally.

A figure is asked for by its :class:`~app.models.figure_keys.FigureKey`. The rows are read from the
store as it is now; the figure that they make is the one that :func:`app.models.tallies.tally`
counts from the same data.
"""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from app.models.counting import known_codes
from app.models.figure_cases import activities_behind, followups_behind, referrals_behind
from app.models.figure_inquiries import inquiries_behind
from app.models.figure_keys import ALL, Family, FigureKey
from app.models.figure_rows import Behind
from app.models.figure_visits import VISIT_FIGURES_OF_WORKPLACE, visits_behind
from app.models.inquiry_search import snapshot
from app.models.periods import Period, end_of_month, months_back

if TYPE_CHECKING:
    from app.models.store import Store

_MONTHS = 12
_VISITS = (Family.VISITS, Family.VISITS_BY_MONTH, Family.PRESENCE)


def rows_behind(
    store: "Store", key: FigureKey, period: Period, workplace_codes: Sequence[str] = ()
) -> Behind:
    """Return the records that a figure of a period counts, at some workplaces (none given: all).

    A key that the tally has not (a workplace that is not among the chosen, a code that nobody
    uses) has no rows.

    Raises:
        NotFound: a workplace code is unknown.
    """
    chosen = known_codes(store, workplace_codes)
    with snapshot(store.database):
        if key.family in _VISITS or counts_visits_of_workplace(key):
            return visits_behind(store, key, period, chosen)
        if key.family is Family.ACTIVITIES:
            return activities_behind(store, key, period, chosen)
        if key.family is Family.REFERRALS:
            return referrals_behind(store, key, period, chosen)
        if key.family is Family.FOLLOWUPS:
            return followups_behind(store, key, period, chosen)
        return inquiries_behind(store, key, _period_of(key, period), chosen)


def counts_visits_of_workplace(key: FigureKey) -> bool:
    """Tell whether a figure of a workplace counts visits, and not the inquiries that concern it."""
    return key.family is Family.BY_WORKPLACE and key.figure in VISIT_FIGURES_OF_WORKPLACE


def _period_of(key: FigureKey, period: Period) -> Period:
    """Return the days that a figure is about: those of the trend reach back from the period."""
    if key.family is not Family.TWELVE_MONTHS:
        return period
    if key.month == ALL:
        return Period(months_back(period.last, _MONTHS - 1), end_of_month(period.last))
    return Period.month(date.fromisoformat(f"{key.month}-01"))
