"""Follow-ups: what the counsellor promised to do, and when."""

from datetime import date

from msgspec.structs import replace

from app.models.clock import local_today
from app.models.people import ERASED_NAME
from app.models.repository import Repository
from app.models.types import FollowUp, RecordId

NOT_ERASED = (
    f"(person_id IS NULL OR person_id NOT IN (SELECT id FROM person WHERE name = '{ERASED_NAME}'))"
)
"""The condition for a row with a ``person_id`` that no person was erased from."""


class FollowUps(Repository[FollowUp]):
    """Keeps the promises; a done one stays, with the day it was done."""

    kind = "followup"
    table = "followup"
    record_type = FollowUp

    def open(self, until: date | None = None) -> tuple[FollowUp, ...]:
        """Return what is not done yet, the longest due first; with ``until`` only what is due by then.

        What was promised to somebody who was erased is only counted, and stands in no list.
        """
        last = "9999-12-31" if until is None else until.isoformat()
        return tuple(
            self._select(
                f"WHERE done_on IS NULL AND due_on <= ? AND {NOT_ERASED} ORDER BY due_on, id",
                (last,),
            )
        )

    def of_inquiry(self, inquiry_id: RecordId) -> tuple[FollowUp, ...]:
        """Return the promises made in one inquiry."""
        return tuple(self._select("WHERE inquiry_id = ? ORDER BY due_on, id", (inquiry_id,)))

    def of_person(self, person_id: RecordId) -> tuple[FollowUp, ...]:
        """Return the promises to one person or made in their inquiries, done ones too."""
        return tuple(
            self._select(
                "WHERE person_id = ? OR inquiry_id IN"
                " (SELECT id FROM inquiry WHERE person_id = ?) ORDER BY due_on, id",
                (person_id, person_id),
            )
        )

    def done(self, followup_id: RecordId) -> FollowUp:
        """Mark a promise as kept today."""
        today = local_today(self._store.clock)
        return self.change(replace(self.get(followup_id), done_on=today))

    def snooze(self, followup_id: RecordId, due_on: date) -> FollowUp:
        """Give a promise a new due date."""
        return self.change(replace(self.get(followup_id), due_on=due_on))
