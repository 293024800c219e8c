"""Retention periods: how long the municipality has decided to keep what, from which day, and why.

None is preset. The periods are dated and stay when a newer one comes, so that it can be seen later
what held on a day.
"""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from msgspec.structs import replace

from app.models.case_types import RetentionPeriod, RetentionSubject
from app.models.checking import Checker
from app.models.repository import Repository
from app.texts import Text

LONGEST = 600
"""The most months that a period can have: fifty years."""


class Standing(StrEnum):
    """Whether a period counts on a day, did so earlier, or is still to come."""

    EARLIER = "earlier"
    HOLDS = "holds"
    COMING = "coming"


def standing_of(period: RetentionPeriod, periods: Iterable[RetentionPeriod], day: date) -> Standing:
    """Return how one of ``periods`` stands on ``day``."""
    if period.valid_from > day:
        return Standing.COMING
    theirs = (each.valid_from for each in periods if each.subject is period.subject)
    newest = max(begun for begun in theirs if begun <= day)
    return Standing.HOLDS if period.valid_from == newest else Standing.EARLIER


class RetentionPeriods(Repository[RetentionPeriod]):
    """Keeps the periods; of those of one subject the newest valid one counts."""

    kind = "retention_period"
    table = "retention_period"
    record_type = RetentionPeriod

    def all(self) -> tuple[RetentionPeriod, ...]:
        """Return every period, by subject in the order of the vocabulary, the newest first."""
        order = list(RetentionSubject)
        periods = self._select("ORDER BY valid_from DESC")
        return tuple(sorted(periods, key=lambda each: order.index(each.subject)))

    def valid(self, day: date) -> dict[RetentionSubject, RetentionPeriod]:
        """Return the period that counts on ``day`` for every subject that has one."""
        begun = self._select("WHERE valid_from <= ? ORDER BY valid_from", (day.isoformat(),))
        return {period.subject: period for period in begun}

    def set(
        self, subject: RetentionSubject, months: int, legal_basis: str, valid_from: date
    ) -> RetentionPeriod:
        """Store a period; one of the same subject and day is corrected.

        Raises:
            InvalidInput: the months or the legal basis are missing or impossible.
        """
        wanted = RetentionPeriod(
            subject=subject,
            months=months,
            legal_basis=" ".join(legal_basis.split()),
            valid_from=valid_from,
        )
        with self._store.atomic():
            found = self._select(
                "WHERE subject = ? AND valid_from = ?", (subject, valid_from.isoformat())
            )
            if not found:
                return self.add(wanted)
            return self.change(
                replace(found[0], months=wanted.months, legal_basis=wanted.legal_basis)
            )

    def _check(self, record: RetentionPeriod) -> None:
        check = Checker(Text("Perioden blev ikke gemt.", "The period was not saved."))
        check.require(
            1 <= record.months <= LONGEST,
            "months",
            f"Skriv et antal måneder mellem 1 og {LONGEST}.",
            f"Enter a number of months between 1 and {LONGEST}.",
        )
        check.require(
            bool(record.legal_basis),
            "legal_basis",
            "Skriv, hvilken hjemmel perioden bygger på.",
            "Enter the legal basis of the period.",
        )
        self._refuse_cpr(check, record, "legal_basis")
        check.finish()


def months_later(day: date, months: int) -> date:
    """Return the same day of the month ``months`` later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
