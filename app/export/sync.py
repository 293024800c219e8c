"""Exchanging letters with the place once: fetch, take in, answer, send. Knows no window.

Nothing is held open over the network but the connection itself: every letter is taken in, and every
delivery noted, in a transaction of its own. So it may end anywhere, and the next time goes on.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import Protocol

from app.export.delivery.delivery import Delivery
from app.export.delivery.share import (
    PROJECT,
    ROSTER_NAME,
    TO_LEAD,
    archive_folders,
    archived,
    check_share,
    folder_of,
)
from app.export.letters.letter import LARGEST_FILE
from app.export.letters.letter_files import ENDING
from app.export.letters.posting import answer_revoked, post_keys
from app.export.letters.publishing import note_published
from app.export.letters.taking import (
    BATCH,
    BATCH_BYTES,
    Merge,
    as_written,
    take_from_lead_or_team,
    take_summaries,
)
from app.export.sync_mailbox import Left, answers_to_others, superseded
from app.export.sync_reading import FileReader, LetterFile
from app.export.sync_report import SyncReport
from app.models.store import Store
from app.models.team.devices import Devices
from app.models.team.lead_status import letters_that_never_came
from app.models.team.merging import merge_many
from app.models.team.outbox import Outbox
from app.models.team.package_changes import LocalEdits, PackageChanges
from app.models.team.places import Places
from app.models.team.refusing import Reason, Refused
from app.models.team.roster import (
    LARGEST_ROSTER,
    Roster,
    TeamRole,
    Verdict,
    decode_roster,
    encode_roster,
)
from app.models.team.rosters import Rosters
from app.models.team.signing import digest
from app.models.team.standing import standing_of
from app.models.team.troubles import DeliveryError, Trouble


class Step(StrEnum):
    """What is being done, for whoever waits."""

    ROSTER = "roster"
    FETCHING = "fetching"
    ARCHIVE = "archive"
    SENDING = "sending"


Progress = Callable[[Step, int, int], None]
"""Is told the step, how much of it is done, and of how much."""


def _say_nothing(_step: Step, _done: int, _of: int) -> None:
    """Tell nobody how far it is."""


class PackagePart(Protocol):
    """The project package, as far as it travels through the place."""

    name: str

    def publish(self, store: Store) -> bytes | None:
        """Return what the lead puts there, or None where there is nothing yet."""

    def inherit(self, store: Store, data: bytes) -> PackageChanges | None:
        """Let a new lead go on from what the lead before left there; None where nothing is taken.

        Raises:
            Refused: it is no package of a lead of this project.
            LocalEdits: what was entered here would give way; it waits until somebody looks at it.
        """

    def offer(self, store: Store, data: bytes) -> bool:
        """Look at what lies there; tell whether it is new to this counsellor.

        Raises:
            Refused: it is no package of this project's lead.
        """


def sync_once(
    store: Store,
    delivery: Delivery,
    *,
    everything: bool = False,
    package: PackagePart | None = None,
    progress: Progress = _say_nothing,
    cancelled: Callable[[], bool] = lambda: False,
    merge: Merge = merge_many,
) -> SyncReport:
    """Fetch what has come, take it in, and leave what waits; return what came of it.

    ``everything`` also tries letters whose next try is not due. A place that cannot be used ends it
    and is told in the report; what was done before stays done.

    Raises:
        NotFound: this computer belongs to no project.
    """
    exchange = _Exchange(store, delivery, progress, cancelled, merge)
    try:
        check_share(delivery, Rosters(store).require().project_id)
        exchange.roster()
        exchange.package(package)
        if exchange.report.replaced_as_lead:
            return exchange.finished()
        if exchange.report.role is TeamRole.LEAD:
            exchange.fetch_as_lead()
        else:
            # What the lead answers is fetched by a revoked laptop, too: why its letters are refused.
            exchange.fetch_as_counsellor()
            if not exchange.report.standing.may_send:
                return exchange.finished()
            post_keys(store)
            exchange.look_after_lost()
        exchange.send(everything=everything)
    except DeliveryError as error:
        exchange.report.error = error
        exchange.wait_with_all(error.trouble)
    return exchange.finished()


class _Exchange:
    """One exchange, and its report so far."""

    def __init__(
        self,
        store: Store,
        delivery: Delivery,
        progress: Progress,
        cancelled: Callable[[], bool],
        merge: Merge,
    ) -> None:
        self._store, self._delivery = store, delivery
        self._progress, self._cancelled, self._merge = progress, cancelled, merge
        self._me = Devices(store).current().id
        self._outbox = Outbox(store)
        self._place_trouble: Trouble | None = None
        self.report = SyncReport(
            role=TeamRole.LEAD if store.settings.is_lead else TeamRole.COUNSELLOR
        )

    def roster(self) -> None:
        """Take a newer roster in; the lead leaves its own where an older one or none lies there."""
        self._progress(Step.ROSTER, 0, 1)
        rosters = Rosters(self._store)
        found, refused = self._roster_there()
        try:
            if found is not None:
                self.report.roster_is_new = rosters.take(found) is Verdict.NEWER
        except Refused as error:
            refused = error
        known = rosters.require()
        leads = known.lead.card.device == self._me
        self.report.standing = standing_of(self._store, known)
        if not leads or (found is not None and found.hash == known.hash):
            self.report.roster_refused = refused
            if leads:
                note_published(self._store, ROSTER_NAME, known.hash)
            return
        if refused is not None and refused.reason is not Reason.OLDER:
            # Somebody else wrote there what the lead did not: told, then put right, unless it may
            # be the true one of a lead who took over, or of our own lost future.
            self.report.roster_refused = refused
            if refused.reason is Reason.FORKED:
                return
        self._delivery.write(PROJECT, ROSTER_NAME, encode_roster(known))
        note_published(self._store, ROSTER_NAME, known.hash)

    def package(self, package: PackagePart | None) -> None:
        """Leave the lead's package, or look at the one that lies there."""
        if package is None or self.report.replaced_as_lead:
            return
        there = self._read_project_file(package.name, LARGEST_FILE)
        if self.report.role is TeamRole.LEAD:
            self._leave_package(package, there)
        elif there is not None:
            try:
                self.report.package_is_new = package.offer(self._store, there)
            except Refused as error:
                self.report.package_refused = error

    def _leave_package(self, package: PackagePart, there: bytes | None) -> None:
        """Go on from the package of the lead before, once, and leave the one that was written here."""
        if there is not None:
            try:
                self.report.package_inherited = package.inherit(self._store, there)
            except LocalEdits:
                self.report.package_is_new = True
                return
            except Refused as error:
                self.report.package_refused = error
        ours = package.publish(self._store)
        if ours is None:
            return
        if ours != there:
            self._delivery.write(PROJECT, package.name, ours)
        note_published(self._store, package.name, digest(ours))

    def fetch_as_lead(self) -> None:
        """Take in what was sent to the lead; a new device first takes in all that ever was."""
        reader = self._reader()
        place = Places(self._store).current()
        if place is not None and place.archive_read_by != self._me:
            folders = archive_folders()
            for number, folder in enumerate(folders):
                self._progress(Step.ARCHIVE, number, len(folders))
                self._take_in(reader, folder, answer=False)
            if not self._cancelled():
                Places(self._store).note_archive(self._me)
        self._take_in(reader, TO_LEAD, answer=True)
        self.report.never_came = sum(map(len, letters_that_never_came(self._store).values()))
        answer_revoked(self._store, reader.revoked)
        self._keep_counts(reader)

    def fetch_as_counsellor(self) -> None:
        """Take in receipts and the team key, and remove their files."""
        reader, devices = self._reader(), Devices(self._store)
        for device in devices.ids():
            has_copy = self._empty_mailbox(reader, device)
            # Where the answer to a copy came with a refusal, this device has new keys by now.
            if has_copy and device == devices.current().id:
                self.report.copy_is_new = devices.note_copy()
        self._keep_counts(reader)
        self.report.standing = standing_of(self._store, Rosters(self._store).require())

    def _empty_mailbox(self, reader: FileReader, device: str) -> bool:
        """Take in what was sent to a device; tell whether a copy of this installation writes as it."""
        left: list[Left] = []
        for file in reader.letters(folder_of(device), self._fetching):
            try:
                taken = take_from_lead_or_team(self._store, file.opened)
            except Refused as error:
                reader.refuse(file.folder, file.entry, error)
                continue
            if not taken.known:
                self.report.taken.append(taken)
            if answers := answers_to_others(self._store, file, device):
                left.append((file, answers))
            else:
                self._delivery.remove(file.folder, file.entry.name)
        for file in superseded(left):
            self._delivery.remove(file.folder, file.entry.name)
        return bool(left)

    def look_after_lost(self) -> None:
        """Send summaries again that were left long ago, got no receipt and are not there any more."""
        unanswered = self._outbox.unanswered()
        if unanswered:
            there = {entry.name for entry in self._delivery.listing(TO_LEAD, ENDING).entries}
            for letter in unanswered:
                if letter.name not in there:
                    self._outbox.again(letter.seq)

    def send(self, *, everything: bool) -> None:
        """Leave what waits, the oldest first."""
        due = self._outbox.due(everything=everything)
        for number, letter in enumerate(due):
            if self._cancelled():
                return
            self._progress(Step.SENDING, number, len(due))
            sealed = self._outbox.sealed(letter.seq)
            if not sealed:
                continue
            try:
                self._delivery.write(letter.folder, letter.name, sealed)
            except DeliveryError as error:
                if not error.is_of_one_file:
                    raise
                self._outbox.failed(letter.seq, error.trouble)
                self.report.error = error
                continue
            self._outbox.delivered(letter.seq)
            self.report.sent.append(letter)
        self._outbox.forget_delivered_receipts()

    def wait_with_all(self, trouble: Trouble) -> None:
        """Let everything that is due wait: the place is to blame, not one letter."""
        self._place_trouble = trouble
        for letter in self._outbox.due():
            self._outbox.failed(letter.seq, trouble)

    def finished(self) -> SyncReport:
        """Return the report, after remembering how the try went."""
        Places(self._store).note(self._place_trouble)
        letters = self._outbox.all()
        self.report.waiting = sum(one.state == "queued" for one in letters)
        self.report.counts = self._outbox.counts()
        self.report.cancelled = self._cancelled()
        return self.report

    def _take_in(self, reader: FileReader, folder: str, *, answer: bool) -> None:
        batch: list[LetterFile] = []
        size = 0
        for file in reader.letters(folder, self._fetching):
            batch.append(file)
            size += len(file.opened.letter.payload)
            if len(batch) >= BATCH or size >= BATCH_BYTES:
                self._take_batch(reader, batch, answer=answer)
                batch, size = [], 0
        self._take_batch(reader, batch, answer=answer)

    def _take_batch(self, reader: FileReader, batch: list[LetterFile], *, answer: bool) -> None:
        if not batch:
            return
        batch.sort(key=lambda file: as_written(file.opened))
        outcomes = {
            one.letter.hash: one
            for one in take_summaries(
                self._store, [file.opened for file in batch], answer=answer, merge=self._merge
            )
        }
        self.report.taken += [one for one in outcomes.values() if not one.known]
        for file in batch:
            outcome = outcomes[file.opened.letter.hash]
            if outcome.reason:
                reader.pass_over(file, outcome.reason)
            else:
                self._archive(reader, file)
        reader.keep_notes()

    def _archive(self, reader: FileReader, file: LetterFile) -> None:
        """Move a letter that was taken to where a lead to come finds it."""
        folder, name = archived(file.opened.letter.hash, ENDING)
        if (folder, name) == (file.folder, file.entry.name):
            return
        try:
            self._delivery.move(file.folder, file.entry.name, folder, name)
        except DeliveryError as error:
            if not error.is_of_one_file:
                raise
            reader.pass_over(file, "")

    def _roster_there(self) -> tuple[Roster | None, Refused | None]:
        data = self._read_project_file(ROSTER_NAME, LARGEST_ROSTER)
        if data is None:
            return None, None
        try:
            return decode_roster(data), None
        except Refused as error:
            return None, error

    def _read_project_file(self, name: str, largest: int) -> bytes | None:
        """Return a file of the project, or None where there is none or it cannot be read now."""
        try:
            return self._delivery.read(PROJECT, name, largest)
        except DeliveryError as error:
            if not error.is_of_one_file:
                raise
            return None

    def _reader(self) -> FileReader:
        return FileReader(self._store, self._delivery, self._cancelled)

    def _fetching(self, done: int, of: int) -> None:
        self._progress(Step.FETCHING, done, of)

    def _keep_counts(self, reader: FileReader) -> None:
        self.report.refused += reader.refused
        self.report.foreign, self.report.unread = reader.foreign, reader.unread
