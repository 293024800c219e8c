"""Follow-ups: what the counsellor promised to do, and when."""

from datetime import date

from msgspec.structs import replace

from app.errors import NotFound
from app.models.changes import Action
from app.models.checking import Checker
from app.models.clock import local_today, next_stamp, stamp
from app.models.kind_words import never_there
from app.models.people import ERASED_NAME
from app.models.promise_rhythm import next_due
from app.models.promises import begun_line, with_line
from app.models.repository import Repository
from app.models.somebody import require_somebody
from app.models.types import FollowUp, RecordId, Repeat
from app.texts import Text

_NOT_BACK = Text("Opfølgningen kom ikke tilbage.", "The follow-up did not come back.")
_GONE_FOR_GOOD = Text(
    "Den er ikke blandt dem, der er slettet.", "It is not among those that were deleted."
)
_LOOK = Text("Se efter på siden Opfølgning.", "Look at the page Follow-up.")
_NOT_SAVED = Text("Opfølgningen blev ikke gemt.", "The follow-up was not saved.")

NOT_ERASED = (
    f"(person_id IS NULL OR person_id NOT IN (SELECT id FROM person WHERE name = '{ERASED_NAME}'))"
)
"""The condition for a row with a ``person_id`` that no person was erased from."""


class FollowUps(Repository[FollowUp]):
    """Keeps the promises; a done one stays, with the day it was done."""

    kind = "followup"
    table = "followup"
    record_type = FollowUp
    counsellors_own = True

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

    def of_workplace(self, workplace_id: RecordId) -> tuple[FollowUp, ...]:
        """Return what was promised at one workplace, done ones too."""
        return tuple(
            self._select(
                f"WHERE workplace_id = ? AND {NOT_ERASED} ORDER BY due_on, id", (workplace_id,)
            )
        )

    def of_visit(self, visit_id: RecordId) -> tuple[FollowUp, ...]:
        """Return the promises about one visit, done ones too."""
        return tuple(
            self._select(f"WHERE visit_id = ? AND {NOT_ERASED} ORDER BY due_on, id", (visit_id,))
        )

    def kept(self, limit: int) -> tuple[FollowUp, ...]:
        """Return up to ``limit`` promises that were kept, the last one first."""
        where = f"WHERE done_on IS NOT NULL AND {NOT_ERASED} ORDER BY done_on DESC, changed_at DESC LIMIT ?"
        return tuple(self._select(where, (limit,)))

    def count_kept(self) -> int:
        """Return how many promises were kept."""
        counted = f"SELECT count(*) FROM followup WHERE done_on IS NOT NULL AND {NOT_ERASED}"
        return int(self._database.execute(counted).fetchone()[0])

    def add(self, record: FollowUp) -> FollowUp:
        """Store a new promise.

        Raises:
            InvalidInput: it breaks a rule, or is about somebody who was erased.
        """
        check = Checker(_NOT_SAVED)
        require_somebody(check, self._store, record.person_id, record.inquiry_id)
        check.finish()
        return super().add(record)

    def done(self, followup_id: RecordId) -> FollowUp:
        """Mark a promise as kept today; one that repeats comes back as a new one.

        The rhythm goes on with the new one: taken back, the old one is a single promise. One that
        was kept already stays with its day.
        """
        today = local_today(self._store.clock)
        with self._store.atomic():
            followup = self.get(followup_id)
            if followup.done_on is not None:
                return followup
            again = next_due(followup.due_on, followup.repeat, today)
            if again is not None:
                self.add(replace(followup, due_on=again, comment=""))
            return self.change(replace(followup, done_on=today, repeat=Repeat.NEVER))

    def reopen(self, followup_id: RecordId) -> FollowUp:
        """Take back that a promise was kept."""
        return self.change(replace(self.get(followup_id), done_on=None))

    def snooze(self, followup_id: RecordId, due_on: date) -> FollowUp:
        """Put a promise off to a due date that is not past.

        Raises:
            InvalidInput: it was kept already, or the day lies before today.
        """
        followup, check = self.get(followup_id), Checker(_NOT_SAVED)
        check.require(
            due_on >= local_today(self._store.clock),
            "due_on",
            "En opfølgning udsættes til i dag eller senere.",
            "A follow-up is put off to today or later.",
        )
        check.finish()
        return self.change(replace(followup, due_on=due_on))

    def change(self, record: FollowUp) -> FollowUp:
        """Store a changed promise; the due date of one that was kept stays, as months count it.

        Raises:
            InvalidInput: it breaks a rule, or gives a kept one another due date.
        """
        before = self.find(record.id)
        check = Checker(_NOT_SAVED)
        check.require(
            before is None or before.done_on is None or before.due_on == record.due_on,
            "due_on",
            "Den er allerede gjort. Brug »Tag tilbage« (»followups reopen«), før fristen ændres.",
            "It is done already. Take it back (“followups reopen”) before its due date is changed.",
        )
        check.finish()
        return super().change(record)

    def comment(self, followup_id: RecordId, text: str) -> FollowUp:
        """Write what happened since in place of what stood there."""
        return self.change(replace(self.get(followup_id), comment=text.strip()))

    def add_comment(self, followup_id: RecordId, text: str) -> FollowUp:
        """Write what happened today below what stands there, in a line that begins with the day.

        Raises:
            InvalidInput: ``text`` says nothing.
        """
        told = text.strip()
        check = Checker(_NOT_SAVED)
        check.require(bool(told), "comment", "Skriv, hvad der er sket.", "Enter what happened.")
        check.finish()
        line = begun_line(local_today(self._store.clock)) + told
        return self.comment(followup_id, with_line(self.get(followup_id).comment, line))

    def take_back(self, followup_id: RecordId) -> FollowUp:
        """Let a promise that was kept or deleted be as it was before that; errors as below."""
        if self.find(followup_id) is None:
            return self.put_back_deleted(followup_id)
        return self.reopen(followup_id)

    def put_back_deleted(self, followup_id: RecordId) -> FollowUp:
        """Take back that a promise was deleted; what it was about and is gone by now is left out.

        Raises:
            NotFound: it was not deleted, or its values were erased.
        """
        with self._store.atomic():
            entries = self._store.audit.of_record(followup_id)
            payload = entries[-1].before if entries else None
            if payload is None or entries[-1].action is not Action.DELETE:
                why = _GONE_FOR_GOOD if entries else never_there(self.kind, followup_id)
                raise NotFound(_NOT_BACK, why, _LOOK)
            was = self.decode(payload)
            now = max(stamp(self._store.clock()), next_stamp(was.changed_at))
            return self._save(None, replace(was, changed_at=now, **self._lost(was)))

    def _check(self, record: FollowUp) -> None:
        check = Checker(_NOT_SAVED)
        self._refuse_cpr(check, record, "text", "comment")
        check.finish()

    def _lost(self, followup: FollowUp) -> dict[str, None]:
        """Return the links of a promise to what is there no longer, cut."""
        store = self._store
        owners = {
            "inquiry_id": store.inquiries.find,
            "person_id": store.people.find,
            "workplace_id": store.workplaces.find,
            "visit_id": store.visits.find,
        }
        links = {name: getattr(followup, name) for name in owners}
        return {
            n: None for n, link in links.items() if link is not None and owners[n](link) is None
        }
