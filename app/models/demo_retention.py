"""What the invented municipality of the demo project has decided about retention."""

from datetime import date, timedelta

from app.models.case_types import RetentionSubject
from app.models.store import Store

_BASIS = "Opdigtet eksempel: kommunens egen beslutning"
_MONTHS = {
    RetentionSubject.PERSON: 120,
    RetentionSubject.NOTE: 36,
    RetentionSubject.FOLLOWUP: 60,
}
"""The promises of the published years have run out, and nothing that is counted."""

_DECIDED = timedelta(weeks=10)
"""How long ago."""


def decide_retention(store: Store, today: date) -> None:
    """Set a period for most subjects; the others show what it is like to have none."""
    for subject, months in _MONTHS.items():
        store.retention_periods.set(subject, months, _BASIS, today - _DECIDED)
