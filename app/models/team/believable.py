"""Whether the month of a summary can be: over by the clocks of both sides, and within memory."""

from datetime import date

from app.models.periods import Period
from app.models.team.refusing import Reason, refused_for_the_clocks, refused_letter

MOST_YEARS_BACK = 20
"""No project has figures that are older."""


def require_believable(month: Period, written: date, today: date) -> None:
    """Refuse what nobody can have counted yet, and what is older than any project.

    ``written`` is the signed date of the letter (UTC, so it may be the month's last day where the
    next one had begun in Denmark), ``today`` the date here. Where only one of them tells that
    something is wrong, one of the two clocks is.

    Raises:
        Refused: the month is not over, is too old, or is so by one of the clocks alone.
    """
    if written < month.last:
        raise refused_letter(Reason.MONTH_NOT_OVER)
    is_old, is_old_here = (_years_after(month, day) > MOST_YEARS_BACK for day in (written, today))
    if is_old and is_old_here:
        raise refused_letter(Reason.MONTH_TOO_OLD)
    if is_old or is_old_here or today <= month.last:
        raise refused_for_the_clocks(written, today)


def _years_after(month: Period, day: date) -> int:
    return day.year - month.last.year
