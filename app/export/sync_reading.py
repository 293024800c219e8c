"""Going through the files of one folder of the place: what opens as a letter, what does not, and why."""

from collections.abc import Callable, Iterator

import msgspec

from app import __version__
from app.export.delivery.delivery import Delivery, Entry
from app.export.letters.letter import LARGEST_FILE, Letter
from app.export.letters.letter_files import ENDING
from app.export.letters.senders import Opened, RevokedSender, open_letter
from app.models.clock import local_today
from app.models.store import Store
from app.models.team.devices import Devices
from app.models.team.inbox import FileSeen, Inbox
from app.models.team.receptions import Receptions
from app.models.team.refusing import Reason, Refused, refused_letter
from app.models.team.rosters import Rosters
from app.models.team.signing import digest
from app.models.team.summarising import taxonomy_mark
from app.models.team.troubles import OF_ONE_FILE, DeliveryError, Trouble

_NOTES = 1000
"""Files that are noted in one transaction: a folder may hold 100,000 that are none of ours."""

_OF_ONE_FILE = OF_ONE_FILE | {Trouble.UNSAFE, Trouble.READ_ONLY}


class RefusedFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file that holds no letter for us; ``error`` says why in words.

    ``sender`` is whose it is where that is certain: of a signed letter of a computer that was revoked.
    """

    folder: str
    name: str
    error: Refused
    sender: str = ""

    @property
    def called(self) -> str:
        """The file, after its sender where that is known."""
        return f"{self.sender}: {self.name}" if self.sender else self.name

    @property
    def reason(self) -> str:
        """The name of the refusal."""
        return self.error.reason.value


class LetterFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file and the letter that it holds."""

    folder: str
    entry: Entry
    opened: Opened


class FileReader:
    """Reads letters, each file once: what was refused is read again when something has changed."""

    def __init__(self, store: Store, delivery: Delivery, cancelled: Callable[[], bool]) -> None:
        self._store, self._delivery, self._cancelled = store, delivery, cancelled
        self._inbox = Inbox(store)
        devices = Devices(store)
        self._roster = Rosters(store).require()
        self._identities, self._recipients = devices.identities(), devices.recipients()
        judges = (self._roster.hash, __version__, taxonomy_mark(store), *self._recipients)
        self._judged_with = digest("\n".join(judges).encode())
        self._noted: list[FileSeen] = []
        self._told: list[tuple[str, str]] = []
        self.refused: list[RefusedFile] = []
        self.revoked: list[Letter] = []
        self.foreign = 0
        self.unread = 0

    def letters(self, folder: str, progress: Callable[[int, int], None]) -> Iterator[LetterFile]:
        """Yield the letters of a folder; ``progress`` is told how many files were read, of how many.

        Raises:
            DeliveryError: the place cannot be used any more.
        """
        listing = self._delivery.listing(folder, ENDING)
        self.foreign += listing.foreign
        seen = self._inbox.files(folder)
        names = {entry.name for entry in listing.entries}
        gone = frozenset(seen.keys() - names)
        if gone:
            self._inbox.forget_files(folder, gone)
        try:
            for number, entry in enumerate(listing.entries):
                if self._cancelled():
                    return
                progress(number, len(listing.entries))
                before = seen.get(entry.name)
                if before and self._is_judged(before, entry):
                    continue
                opened = self._open(folder, entry)
                if opened is not None:
                    yield LetterFile(folder=folder, entry=entry, opened=opened)
        finally:
            self.keep_notes()

    def pass_over(self, file: LetterFile, reason: str) -> None:
        """Remember a file whose letter needs no second look; ``reason`` is empty where it was taken."""
        self._note(file.folder, file.entry, reason)

    def refuse(self, folder: str, entry: Entry, error: Refused) -> None:
        """Remember a file that holds no letter for us, and report it."""
        sender = error.opened.called if isinstance(error, RevokedSender) else ""
        refused = RefusedFile(folder=folder, name=entry.name, error=error, sender=sender)
        self._told.append((refused.called, error.reason))
        self._note(folder, entry, error.reason)
        self.refused.append(refused)

    def keep_notes(self) -> None:
        """Write which files need no second look, and why they were refused; else they are read again."""
        if self._noted:
            with self._store.atomic():
                self._inbox.note_files(self._noted)
                Receptions(self._store).note_files(self._told)
            self._noted, self._told = [], []

    def _open(self, folder: str, entry: Entry) -> Opened | None:
        try:
            if entry.size > LARGEST_FILE:
                raise refused_letter(Reason.TOO_LARGE)
            data = self._delivery.read(folder, entry.name, LARGEST_FILE)
            return open_letter(data, self._identities, self._recipients, self._roster)
        except RevokedSender as error:
            self._refuse_revoked(folder, entry, error)
        except Refused as error:
            self.refuse(folder, entry, error)
        except DeliveryError as error:
            if error.trouble not in _OF_ONE_FILE:
                raise
            self.unread += error.trouble is not Trouble.GONE
        return None

    def _refuse_revoked(self, folder: str, entry: Entry, error: RevokedSender) -> None:
        """Refuse a letter, and remember to answer it; one that was taken before is no news."""
        known = self._inbox.letter(error.opened.letter.hash)
        if known is not None and known.taken:
            self._note(folder, entry, "")
            return
        self.refuse(folder, entry, error)
        self.revoked.append(error.opened.letter)

    def _is_judged(self, before: FileSeen, entry: Entry) -> bool:
        return (before.mark, before.judged_with) == (entry.mark, self._judge(before.reason))

    def _judge(self, reason: str) -> str:
        """Return what a file was refused with; what is due to a clock is looked at again on another day."""
        if reason != Reason.CLOCKS_DIFFER:
            return self._judged_with
        return f"{self._judged_with} {local_today(self._store.clock)}"

    def _note(self, folder: str, entry: Entry, reason: str) -> None:
        self._noted.append(
            FileSeen(
                folder=folder,
                name=entry.name,
                mark=entry.mark,
                judged_with=self._judge(reason),
                reason=reason,
            )
        )
        if len(self._noted) >= _NOTES:
            self.keep_notes()
