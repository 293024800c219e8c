"""What the lead signed and has not put in the place yet: a revocation that lies here stops nobody."""

import msgspec

from app.export.delivery.share import PROJECT, ROSTER_NAME
from app.export.letters.package_letter import NAME as PACKAGE_NAME
from app.models.changes import Action
from app.models.store import Store
from app.models.team.inbox import KIND, FileSeen, Inbox
from app.models.team.packages import Packages
from app.models.team.rosters import Rosters
from app.models.team.signing import digest
from app.models.types import RecordId


class Unpublished(msgspec.Struct, frozen=True, kw_only=True):
    """What of the lead's does not lie in the place as it is here, or was not saved as a file."""

    roster: bool = False
    package: bool = False

    @property
    def anything(self) -> bool:
        """Whether the counsellors do not have something yet."""
        return self.roster or self.package


def note_published(store: Store, name: str, content_hash: str) -> None:
    """Remember what lies in the place now; choosing another place forgets it."""
    inbox = Inbox(store)
    known = inbox.files(PROJECT).get(name)
    if known is not None and known.mark == content_hash:
        return
    with store.atomic():
        seen = FileSeen(folder=PROJECT, name=name, mark=content_hash, judged_with="", reason="")
        inbox.note_files([seen])
        store.tell_of(KIND, RecordId(name), Action.UPDATE)


def note_roster_published(store: Store) -> None:
    """Remember that the roster was put there, or saved as a file where there is no place."""
    note_published(store, ROSTER_NAME, Rosters(store).require().hash)


def unpublished(store: Store) -> Unpublished:
    """Return what waits; nothing as long as there is no counsellor."""
    roster, letter = Rosters(store).current(), Packages(store).letter()
    if roster is None or len(roster.members) < 2:
        return Unpublished()
    there = Inbox(store).files(PROJECT)
    known, package = there.get(ROSTER_NAME), there.get(PACKAGE_NAME)
    # Without a place, the package is a file that somebody sends: whether they did is not known.
    return Unpublished(
        roster=known is None or known.mark != roster.hash,
        package=letter is not None and package is not None and package.mark != digest(letter),
    )
