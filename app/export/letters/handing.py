"""Letters as files that change hands without a place: by e-mail, on a stick, dragged to the window."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from app import files
from app.errors import UserError
from app.export.delivery.share import TO_LEAD, folder_of
from app.export.letters.handed_names import free_path, letter_stem, roster_stem
from app.export.letters.letter import Kind
from app.export.letters.letter_files import load_letter
from app.export.letters.offered import Offered
from app.export.letters.other_files import OtherFile, OtherKind, no_letter, other_file
from app.export.letters.posting import post_keys
from app.export.letters.senders import Opened, RevokedSender, open_letter
from app.export.letters.taking import (
    BATCH,
    BATCH_BYTES,
    Taken,
    as_written,
    take_from_lead_or_team,
    take_summaries,
)
from app.models.store import Store
from app.models.team.devices import Devices
from app.models.team.inbox import Inbox
from app.models.team.outbox import Outbox, Sending
from app.models.team.refusing import Reason, Refused, refused_own_letter
from app.models.team.roster import Roster, encode_roster
from app.models.team.rosters import Rosters
from app.texts import Language

Progress = Callable[[int, int], None]
"""Is told how many files were read, and of how many."""


class FileTaken(msgspec.Struct, frozen=True, kw_only=True):
    """What was made of one file: of the letter in it (``taken``), or why there is none (``error``).

    Neither is there where it lay in a folder among ours and is sealed to others, or is a link or of ours
    and no letter; what it is then (``other``) is also told of a file that was named itself.
    """

    offer: Offered
    taken: Taken | None = None
    error: UserError | None = None
    other: OtherFile | None = None

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self.offer.path

    @property
    def name(self) -> str:
        """What people know the file by; in a folder with its way from there."""
        return self.offer.name

    @property
    def is_for_others(self) -> bool:
        """Whether it lay in a folder and is sealed to others."""
        return self.taken is None and self.error is None and self.other is None

    @property
    def reason(self) -> str:
        """Why nothing was taken, as a name; empty where it was, was here before, or is for others."""
        if self.taken is not None:
            return self.taken.reason
        if self.error is None:
            return ""
        return self.error.reason.value if isinstance(self.error, Refused) else "unreadable"


class Handed(msgspec.Struct, frozen=True, kw_only=True):
    """A file with a letter that was written, and the initials of whom it is for."""

    path: Path
    to: str


class Verified(msgspec.Struct, frozen=True, kw_only=True):
    """A letter that is genuine and for us, and what taking it in would come to."""

    opened: Opened
    taken: Taken


class _LookedAt(Exception):
    """Ends a transaction that is only to show what it would do."""


def hand_over(
    store: Store,
    folder: Path,
    *,
    month: str = "",
    again: bool = False,
    language: Language = "da",
) -> Iterator[Handed]:
    """Write the letters that wait into a folder, and yield the files; each then counts as saved.

    Nobody knows what becomes of a file. So a letter that was saved stays here until its receipt
    comes: it can be saved again (``again``; ``month`` alone, ``YYYY-MM``), and goes by the place, too.
    A month that is named can be saved again also after its receipt: the same letter, for a new lead.

    Raises:
        UserError: the disk is full, or the folder cannot be written; what is left waits.
    """
    if not store.settings.is_lead:
        post_keys(store)
    outbox, roster = Outbox(store), Rosters(store).require()
    readers = {folder_of(one.card.device): one.card.initials for one in roster.members}
    readers[TO_LEAD] = roster.lead.card.initials
    own = next(
        (one for one in roster.members if one.card.device == Devices(store).current().id), None
    )
    sender = own.card.initials if own is not None else ""
    with files.explained_os_errors():
        folder.mkdir(parents=True, exist_ok=True)
    letters = outbox.due(everything=True)
    received = outbox.received(month) if month and again else None
    for letter in letters if received is None else (*letters, received):
        if (letter.state is Sending.SAVED and not again) or (month and letter.month != month):
            continue
        to, sealed = readers.get(letter.folder, ""), outbox.sealed(letter.seq)
        if not sealed:
            continue
        with files.explained_os_errors():
            path = free_path(folder, letter_stem(letter, to, sender, language), sealed)
            files.write_atomically(path, sealed)
        outbox.saved(letter.seq)
        yield Handed(path=path, to=to)


def save_roster(store: Store, folder: Path, language: Language = "da") -> Path:
    """Write the roster as a file for the counsellors, and return its path.

    Raises:
        NotFound: this computer belongs to no project.
        UserError: the disk is full, or the folder cannot be written.
    """
    roster = Rosters(store).require()
    content = encode_roster(roster)
    with files.explained_os_errors():
        stem = roster_stem(roster.version, language)
        path = free_path(folder, stem, content, ".json")
        files.write_atomically(path, content)
    return path


def take_files(
    store: Store,
    offers: Sequence[Offered],
    *,
    progress: Progress = lambda _done, _of: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[FileTaken]:
    """Take letters in from files, and yield what was made of each, in the order of the files.

    One that is refused does not stand in the way of the others. Summaries are taken in by many at a
    time, sender by sender as they were written; each group is one transaction. The same letter again
    changes nothing.

    Raises:
        NotFound: this computer belongs to no project.
    """
    opening = _Opening.of(store)
    waiting: list[tuple[Offered, Opened | FileTaken]] = []
    taken = size = 0
    for number, offer in enumerate(offers):
        if cancelled():
            break
        progress(number, len(offers))
        one = _opened_or_told(store, opening, offer)
        waiting.append((offer, one))
        size += len(one.letter.payload) if isinstance(one, Opened) else 0
        if len(waiting) >= BATCH or size >= BATCH_BYTES:
            yield from _taken(store, waiting, taken)
            taken += len(waiting)
            waiting, size = [], 0
    yield from _taken(store, waiting, taken)


def verify_file(store: Store, path: Path) -> Verified:
    """Tell who wrote a letter and what taking it in would come to; nothing is changed.

    Raises:
        Refused: it is no letter, not for us, or not to be believed.
        UserError: it cannot be read.
    """
    opening = _Opening.of(store)
    try:
        opened = opening.open(path)
    except RevokedSender as error:
        known = _known(store, error.opened)
        if known is None:
            raise
        return Verified(opened=error.opened, taken=known)
    except Refused as error:
        told = _refused(store, Offered(path), error).error
        assert told is not None, "a file that is named itself is refused with a reason"
        raise told from error
    found: list[Taken] = []
    try:
        with store.atomic():
            found.append(_take_one(store, opened))
            raise _LookedAt
    except _LookedAt:
        return Verified(opened=opened, taken=found[0])


class _Opening(msgspec.Struct, frozen=True):
    """What every letter is opened and judged with; read once, however many files there are."""

    identities: tuple[str, ...]
    recipients: tuple[str, ...]
    roster: Roster

    def __repr__(self) -> str:
        return "_Opening(…)"

    @classmethod
    def of(cls, store: Store) -> "_Opening":
        devices = Devices(store)
        return cls(devices.identities(), devices.recipients(), Rosters(store).require())

    def open(self, path: Path) -> Opened:
        data = load_letter(path)
        return open_letter(data, self.identities, self.recipients, self.roster)


def _opened_or_told(store: Store, opening: _Opening, offer: Offered) -> Opened | FileTaken:
    """Return the letter in a file, or what there is to say of it without taking it in."""
    if offer.is_link:
        return FileTaken(offer=offer, other=OtherFile(kind=OtherKind.LINK))
    try:
        opened = opening.open(offer.path)
    except RevokedSender as error:
        before = _known(store, error.opened)
        return FileTaken(offer=offer, taken=before, error=None if before else error)
    except Refused as error:
        return _refused(store, offer, error)
    except UserError as error:
        return FileTaken(offer=offer, error=error)
    known = _known(store, opened)
    if known is not None:
        # By hand nobody waits for a second receipt: so a letter that is played again does nothing.
        return FileTaken(offer=offer, taken=known)
    if opened.letter.header.kind is Kind.SUMMARY:
        return opened
    try:
        return FileTaken(offer=offer, taken=_take_one(store, opened))
    except UserError as error:
        return FileTaken(offer=offer, error=error)


def _refused(store: Store, offer: Offered, error: Refused) -> FileTaken:
    """Tell of a file that no letter was taken from; among others in a folder it may be no mistake."""
    in_folder = offer.folder is not None
    if error.reason is Reason.WRONG_RECIPIENT and in_folder:
        return FileTaken(offer=offer)
    if error.reason is Reason.WRONG_RECIPIENT:
        own = Outbox(store).written_here(load_letter(offer.path))
        return FileTaken(offer=offer, error=error if own is None else refused_own_letter())
    other = other_file(offer.path) if error.reason is Reason.NOT_A_LETTER else None
    if other is None:
        return FileTaken(offer=offer, error=error)
    told = None if in_folder else no_letter(other, at_lead=store.settings.is_lead)
    return FileTaken(offer=offer, other=other, error=told)


def _known(store: Store, opened: Opened) -> Taken | None:
    """Return what was made of a letter that was here before; None where it was not taken."""
    known = Inbox(store).letter(opened.letter.hash)
    if known is None or not known.taken:
        return None
    return Taken(
        letter=known, initials=opened.sender.card.initials, called=opened.called, known=True
    )


def _taken(
    store: Store, waiting: Sequence[tuple[Offered, Opened | FileTaken]], before: int
) -> Iterator[FileTaken]:
    """Take a group in, after ``before`` files of other groups."""
    opened = sorted((one for _, one in waiting if isinstance(one, Opened)), key=as_written)
    taken = take_summaries(store, opened) if opened else ()
    outcomes = {
        one.letter.hash: msgspec.structs.replace(one, turn=before + number)
        for number, one in enumerate(taken)
    }
    told: set[str] = set()
    for offer, one in waiting:
        if isinstance(one, FileTaken):
            yield one
            continue
        outcome = outcomes[one.letter.hash]
        if one.letter.hash in told and not outcome.reason:
            # A copy among them: its first file was taken, and nothing came of this one.
            outcome = Taken(
                letter=outcome.letter,
                initials=outcome.initials,
                called=outcome.called,
                known=True,
            )
        told.add(one.letter.hash)
        yield FileTaken(offer=offer, taken=outcome)


def _take_one(store: Store, opened: Opened) -> Taken:
    if opened.letter.header.kind is Kind.SUMMARY:
        return take_summaries(store, [opened])[0]
    return take_from_lead_or_team(store, opened)
