"""A project's file that somebody opened, or that came by itself: looked at first, then taken."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from app.errors import UserError
from app.export.letters.handing import FileTaken, take_files
from app.export.letters.letter_files import load_file
from app.export.letters.offered import offered
from app.export.letters.package_letter import (
    SignedPackage,
    read_package_letter,
    waiting_package,
)
from app.models.store import Store
from app.models.team.package_changes import PackageChanges
from app.models.team.package_merging import merge_package, preview_package
from app.models.team.refusing import Reason, Refused, refused_package
from app.models.team.roster import Roster, decode_roster
from app.models.team.rosters import Rosters


class Offer(msgspec.Struct, frozen=True, kw_only=True):
    """What a file brings: a package with what it would change here, or a roster alone."""

    roster: Roster
    is_first: bool
    signed: SignedPackage | None = None
    changes: PackageChanges | None = None

    @property
    def overwrites(self) -> bool:
        """Whether something that was entered here gives way."""
        return self.changes is not None and bool(self.changes.lost)


class Opened(msgspec.Struct, frozen=True):
    """What files brought: letters that were taken in, and what is to be looked at first."""

    letters: tuple[FileTaken, ...]
    offer: Offer | None = None


def open_files(store: Store, paths: Sequence[Path]) -> Opened:
    """Take letters in from files and folders, and look at the first package or roster among them.

    Raises:
        Refused: the only file is none of all these, or not to be believed.
        UserError: the only file cannot be read.
    """
    found = offered(paths)
    known, offer = Rosters(store).current(), None
    letters = []
    for one in found:
        try:
            offer = offer or read_offer(store, one.path)
        except UserError as error:
            other = isinstance(error, Refused) and error.reason is Reason.NOT_A_PACKAGE
            if known is None or (len(found) == 1 and not other):
                raise
            letters.append(one)
    return Opened(tuple(take_files(store, letters)) if letters else (), offer)


def read_offer(store: Store, path: Path) -> Offer:
    """Return what a file brings; nothing is changed.

    Raises:
        Refused: it is neither a package nor a roster, or not to be believed.
        UserError: it cannot be read.
    """
    data = load_file(path, refused=refused_package)
    known = Rosters(store).current()
    try:
        return _offer(store, read_package_letter(data, known))
    except Refused as error:
        if error.reason is not Reason.NOT_A_PACKAGE:
            raise
        try:
            roster = decode_roster(data)
        except Refused as not_a_roster:
            raise (error if not_a_roster.reason is Reason.NOT_A_ROSTER else not_a_roster) from error
        return Offer(roster=roster, is_first=known is None)


def waiting_offer(store: Store) -> Offer:
    """Return what the package brings that came by itself; errors as for :func:`read_offer`."""
    return _offer(store, waiting_package(store))


def take_offer(store: Store, offer: Offer) -> None:
    """Take it into use, also where it overwrites: whoever calls has shown what.

    Raises:
        Refused: it is older than what is here by now, or contradicts it.
        InvalidInput: an own record stands in the way.
    """
    if offer.signed is None:
        Rosters(store).take(offer.roster)
        return
    merge_package(store, offer.signed.package, offer.signed.letter, overwrite=offer.overwrites)


def _offer(store: Store, signed: SignedPackage) -> Offer:
    return Offer(
        roster=signed.package.roster,
        is_first=Rosters(store).current() is None,
        signed=signed,
        changes=preview_package(store, signed.package),
    )
