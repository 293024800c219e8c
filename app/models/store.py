"""The store: one encrypted database, one connection, and the repositories that speak for it.

A store belongs to the thread that opened it. Every write happens inside :meth:`Store.atomic`,
together with its audit rows; one :class:`~app.models.changes.Changes` is published per commit.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from app.errors import Conflict
from app.log import logger
from app.models.access import AccessLog
from app.models.activities import Activities
from app.models.aliases import Aliases
from app.models.audit import AuditEntry, AuditTrail
from app.models.changes import Action, Change, Changes, Subscriber
from app.models.cipher import Database, DataKey, IntegrityError
from app.models.clock import Clock, stamp, system_clock
from app.models.closing_days import ClosingDayList
from app.models.counsellors import Counsellors
from app.models.drafts import Drafts
from app.models.followups import FollowUps
from app.models.identity_bonds import DifferentPeopleList, LinkedContacts, MovedRecords
from app.models.ids import new_id
from app.models.imported_rows import ImportedRows
from app.models.inquiries import Inquiries
from app.models.month_closes import MonthCloses
from app.models.offers import Offers
from app.models.organisations import Organisations
from app.models.people import People
from app.models.presence_rules import PresenceRules
from app.models.referrals import Referrals
from app.models.releases import Releases
from app.models.repository import Repository
from app.models.retention_periods import RetentionPeriods
from app.models.settings import Settings
from app.models.taxonomy import Taxonomy
from app.models.types import Record, RecordId
from app.models.visits import Visits
from app.models.workplaces import Workplaces
from app.texts import Text


class Store:
    """Owns the connection and the repositories; close it to drop the key."""

    def __init__(
        self, database: Database, clock: Clock = system_clock, key: DataKey | None = None
    ) -> None:
        self.database = database
        self.key = key
        self.clock = clock
        self.origin = ""
        self._change_set = ""
        self._pending: list[Change] = []
        self._subscribers: list[Subscriber] = []
        self.audit = AuditTrail(database)
        self.access = AccessLog(self)
        self.settings = Settings(self)
        self.taxonomy = Taxonomy(database)
        self.drafts = Drafts(database, clock)
        self.counsellors = Counsellors(self)
        self.organisations = Organisations(self)
        self.workplaces = Workplaces(self)
        self.offers = Offers(self)
        self.visits = Visits(self)
        self.people = People(self)
        self.aliases = Aliases(self)
        self.linked_contacts = LinkedContacts(self)
        self.moved_records = MovedRecords(self)
        self.different_people = DifferentPeopleList(self)
        self.inquiries = Inquiries(self)
        self.followups = FollowUps(self)
        self.referrals = Referrals(self)
        self.imported_rows = ImportedRows(self)
        self.presence_rules = PresenceRules(self)
        self.closing_days = ClosingDayList(self)
        self.activities = Activities(self)
        self.retention_periods = RetentionPeriods(self)
        self.month_closes = MonthCloses(self)
        self.releases = Releases(self)

    @property
    def repositories(self) -> dict[str, Repository[Any]]:
        """The audited repositories by the kind of record they hold."""
        all_of_them: tuple[Repository[Any], ...] = (
            self.counsellors,
            self.organisations,
            self.workplaces,
            self.offers,
            self.visits,
            self.people,
            self.inquiries,
            self.aliases,
            self.linked_contacts,
            self.moved_records,
            self.different_people,
            self.followups,
            self.referrals,
            self.imported_rows,
            self.presence_rules,
            self.closing_days,
            self.activities,
            self.retention_periods,
            self.month_closes,
            self.settings.rows,
        )
        return {repository.kind: repository for repository in all_of_them}

    @contextmanager
    def atomic(self) -> Iterator[str]:
        """Run one transaction and yield the handle of its change set; nested use joins it.

        Everything is rolled back when the block raises; otherwise the changes are on disk when
        the block ends, and only then are they published. A nested block that raises takes back
        its own part, so that whoever catches the error may go on with the rest.
        """
        if self._change_set:
            with self._part():
                yield self._change_set
            return
        self._change_set, self._pending = new_id(), []
        try:
            self.database.execute("BEGIN IMMEDIATE")
            try:
                yield self._change_set
                self.database.execute("COMMIT")
            except BaseException:
                self.database.rollback()
                raise
            changes = Changes(self._change_set, tuple(self._pending), self.origin)
        finally:
            self._change_set, self._pending = "", []
        self._publish(changes)

    @contextmanager
    def joined(self) -> Iterator[str]:
        """Run in the transaction that is open, or in one of its own, without a part for itself.

        For much that is written at once: a part keeps every page as it was before, and gets slower
        with every page. A block that raises must have written nothing yet, or all must be taken back.
        """
        if not self._change_set:
            with self.atomic() as change_set:
                yield change_set
            return
        self._require_open()
        yield self._change_set

    def note_change(self, kind: str, before: Record | None, after: Record | None) -> None:
        """Write the audit row of a change and remember to publish it; repositories call this."""
        record = after if after is not None else before
        if record is None or not self._change_set:
            raise RuntimeError("a change is noted inside atomic() and has a record")
        action = self.audit.write(
            change_set=self._change_set,
            at=stamp(self.clock()),
            counsellor_id=self.settings.counsellor_id,
            kind=kind,
            before=before,
            after=after,
        )
        self._pending.append(Change(kind, record.id, action))

    def note_erasure(self, kind: str, record_id: RecordId, action: Action) -> None:
        """Write that a record was erased or lost its person, without any of its values."""
        if not self._change_set:
            raise RuntimeError("an erasure is noted inside atomic()")
        self.audit.write_erasure(
            change_set=self._change_set,
            at=stamp(self.clock()),
            counsellor_id=self.settings.counsellor_id,
            action=action,
            kind=kind,
            record_id=record_id,
        )
        self._pending.append(Change(kind, record_id, action, for_good=True))

    def tell_of(self, kind: str, record_id: RecordId, action: Action) -> None:
        """Remember to publish a change that :meth:`undo` cannot take back."""
        self._pending.append(Change(kind, record_id, action))

    def undo(self, change_set: str) -> str:
        """Take a change set back and return the handle that would redo it.

        Not to be used inside :meth:`atomic`: what refers to a record is known when it ends.

        Raises:
            Conflict: a record was changed again since, its values were removed from the trail, or
                something else stands on it now; nothing is taken back.
        """
        entries = self.audit.of_change_set(change_set)
        try:
            with self.atomic() as inverse:
                self.database.execute("PRAGMA defer_foreign_keys = ON")
                for entry in reversed(entries):
                    self._take_back(entry)
        except IntegrityError as error:
            why = Text("Noget nyere bygger på posten.", "Something newer depends on the record.")
            raise _cannot_undo(why) from error
        return inverse

    def subscribe(self, subscriber: Subscriber) -> Callable[[], None]:
        """Call ``subscriber`` after every commit; the returned function ends that."""
        self._subscribers.append(subscriber)
        return lambda: self._subscribers.remove(subscriber)

    def pass_on(self, changes: Changes) -> None:
        """Tell the subscribers what another connection to the same data has changed."""
        self._publish(changes)

    def now(self) -> str:
        """Return the stamp of this moment."""
        return stamp(self.clock())

    def prepare_to_write(self) -> None:
        """Load what writing needs; without this the first save does, and takes longer."""
        _ = self.database.tools

    def close(self) -> None:
        """Drop the connection and, with it, the key."""
        self._subscribers.clear()
        self.key = None
        self.database.close()

    def _take_back(self, entry: AuditEntry) -> None:
        if entry.is_forgotten:
            why = Text("Oplysningerne er slettet for altid.", "The values were erased for good.")
            raise _cannot_undo(why)
        repository = self.repositories[entry.kind]
        current = repository.find(entry.record_id)
        expected = repository.decode(entry.after) if entry.after is not None else None
        if current != expected:
            why = Text("Posten er ændret igen siden.", "The record has been changed again since.")
            raise _cannot_undo(why)
        wanted = repository.decode(entry.before) if entry.before is not None else None
        repository.put_back(current, wanted)

    @contextmanager
    def _part(self) -> Iterator[None]:
        self._require_open()
        noted = len(self._pending)
        try:
            with self.database.atomic():
                yield
        except BaseException:
            del self._pending[noted:]
            raise

    def _require_open(self) -> None:
        if not self.database.conn.in_transaction:
            # A full disk can end a transaction by itself; what came now would be saved alone.
            raise RuntimeError("the transaction has ended already")

    def _publish(self, changes: Changes) -> None:
        """Tell everybody; one that fails neither stops the others nor makes the save look failed."""
        if not changes.records:
            return
        for subscriber in tuple(self._subscribers):
            try:
                subscriber(changes)
            except Exception as error:  # noqa: BLE001 - the data are saved whatever it did
                logger("store").error("A subscriber failed.", exc_info=error)


def _cannot_undo(why: Text) -> Conflict:
    return Conflict(
        Text("Det kan ikke fortrydes.", "This cannot be undone."),
        why,
        Text("Ret den i stedet i listen.", "Correct it in the list instead."),
    )
