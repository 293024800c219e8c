"""Closing days: when a workplace, or every one, is closed."""

from datetime import date

from app.models.checking import Checker
from app.models.plan_types import ClosingDays
from app.models.repository import Repository
from app.models.types import RecordId
from app.texts import Text


class ClosingDayList(Repository[ClosingDays]):
    """Keeps the closing days; public holidays are not among them, see :mod:`app.models.holidays_dk`."""

    kind = "closing_days"
    table = "closing_days"
    record_type = ClosingDays

    def all(self) -> tuple[ClosingDays, ...]:
        """Return all of them, in order."""
        return tuple(self._select("ORDER BY first_on, id"))

    def between(self, first: date, last: date) -> tuple[ClosingDays, ...]:
        """Return what has a day from ``first`` to ``last``, in order."""
        days = (first.isoformat(), last.isoformat())
        return tuple(
            self._select("WHERE last_on >= ? AND first_on <= ? ORDER BY first_on, id", days)
        )

    def of_workplace(self, workplace_id: RecordId) -> tuple[ClosingDays, ...]:
        """Return the closing days of one workplace, those of every workplace included."""
        return tuple(
            self._select(
                "WHERE workplace_id = ? OR workplace_id IS NULL ORDER BY first_on, id",
                (workplace_id,),
            )
        )

    def _check(self, record: ClosingDays) -> None:
        check = Checker(Text("Lukkedagene blev ikke gemt.", "The closing days were not saved."))
        check.require(
            record.first_on <= record.last_on,
            "last_on",
            "Slutdatoen ligger før startdatoen.",
            "The end lies before the start.",
        )
        check.refuse_cpr(reason=record.reason)
        check.finish()
