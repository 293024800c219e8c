"""Which months a lead believes: over by both clocks, and not from before any project."""

from datetime import date

import pytest

from app.models.periods import Period
from app.models.team.believable import require_believable
from app.models.team.refusing import Reason
from tests.team import refused

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("month", "written", "today"),
    [
        (date(2026, 10, 1), TODAY, TODAY),
        (date(2026, 10, 1), date(2026, 11, 1), date(2026, 11, 1)),
        (date(2026, 10, 1), date(2026, 10, 31), date(2026, 11, 1)),  # past midnight in Denmark
        (date(2006, 1, 1), TODAY, TODAY),
        (date(2018, 9, 1), date(2018, 10, 2), TODAY),
    ],
)
def test_a_month_that_is_over_is_believed(month: date, written: date, today: date) -> None:
    require_believable(Period.month(month), written, today)


@pytest.mark.parametrize(
    ("month", "written", "today", "reason"),
    [
        (date(2026, 11, 1), TODAY, TODAY, Reason.MONTH_NOT_OVER),
        (date(2099, 12, 1), TODAY, TODAY, Reason.MONTH_NOT_OVER),
        (date(2026, 10, 1), date(2026, 10, 30), TODAY, Reason.MONTH_NOT_OVER),
        (date(2099, 12, 1), date(2100, 1, 1), TODAY, Reason.CLOCKS_DIFFER),
        (date(2026, 10, 1), TODAY, date(2026, 10, 31), Reason.CLOCKS_DIFFER),
        (date(1950, 1, 1), TODAY, TODAY, Reason.MONTH_TOO_OLD),
        (date(2005, 12, 1), TODAY, TODAY, Reason.MONTH_TOO_OLD),
        (date(1950, 1, 1), date(1950, 2, 1), TODAY, Reason.CLOCKS_DIFFER),
        (date(2026, 10, 1), TODAY, date(2052, 1, 1), Reason.CLOCKS_DIFFER),
    ],
)
def test_a_month_that_cannot_be_is_refused(
    month: date, written: date, today: date, reason: Reason
) -> None:
    assert refused(require_believable, Period.month(month), written, today) is reason
