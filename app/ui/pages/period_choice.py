"""The choice of a period, with the words and the dates of the program."""

from collections.abc import Sequence
from datetime import date

from app.models.periods import Period
from app.models.typed_dates import parse_date, parse_typed_month
from app.ui.services import Services
from app.ui.widgets.period_picker import PeriodPicker
from app.ui.widgets.periods import PeriodKind


def period_picker(
    services: Services, kinds: Sequence[PeriodKind] = ("month", "quarter", "year", "own")
) -> PeriodPicker:
    """Return a choice of these kinds of period, on the month of today."""
    today = services.today()

    def title(_kind: PeriodKind, first: date, last: date) -> str:
        named = services.words(Period(first, last).label)
        return named[:1].upper() + named[1:]

    return PeriodPicker(
        title, lambda text: parse_date(text, today), parse_typed_month, today, kinds=kinds
    )
