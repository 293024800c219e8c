"""The project package as a file: signed by the lead, not sealed, the same in every place."""

from typing import TYPE_CHECKING

import msgspec

from app.errors import NotFound
from app.export.letters.letter import Kind, read_letter, write_letter
from app.export.letters.senders import verify_sender
from app.models.team.devices import Devices
from app.models.team.package import Package, encode_package, judge_package, read_package
from app.models.team.package_making import make_package
from app.models.team.package_merging import newest_roster
from app.models.team.packages import Packages
from app.models.team.refusing import Reason, Refused, refused_package
from app.models.team.roster import Roster, Verdict
from app.models.team.rosters import Rosters
from app.texts import Text

if TYPE_CHECKING:
    from app.models.store import Store

NAME = "package.vvb"
"""What the package is called in the folder that a project shares."""


class SignedPackage(msgspec.Struct, frozen=True, kw_only=True):
    """A package whose sender is the lead, and the bytes that prove it."""

    package: Package
    letter: bytes


def read_package_letter(data: bytes, known: Roster | None) -> SignedPackage:
    """Return the package in a file, all of which was checked; ``known`` is the roster here, if any.

    Without one, whoever calls has the ten words of the lead in the package's roster compared.

    Raises:
        Refused: it is no package, not whole, not of this project or not from its lead.
    """
    try:
        letter = read_letter(data)
    except Refused as error:
        reason = error.reason
        missing = reason is Reason.NOT_A_LETTER
        raise refused_package(Reason.NOT_A_PACKAGE if missing else reason) from error
    if letter.header.kind is not Kind.PACKAGE:
        raise refused_package(Reason.NOT_A_PACKAGE)
    package = read_package(letter.payload)
    if letter.header.project_id != package.project_id:
        raise refused_package(Reason.WRONG_PROJECT)
    try:
        roster = newest_roster(known, package.roster)
        verify_sender(letter, roster)
    except Refused as error:
        raise refused_package(error.reason) from error
    return SignedPackage(package=package, letter=data)


def write_package(store: "Store") -> bytes:
    """Return the package as a file: as the lead, of the project as it is now; else the one known here.

    The lead's is kept, so that the same content is the same file every time.

    Raises:
        InvalidInput: the content may not travel like this; it says where.
        NotFound: no package has come here yet.
        UserError: the lead's installation was replaced by another one.
    """
    packages = Packages(store)
    if not store.settings.is_lead:
        known = packages.letter()
        if known is None:
            raise _nothing_there()
        return known
    with store.atomic():
        package, letter = make_package(store), packages.letter()
        if letter is not None and package == packages.taken():
            return letter
        keys = Devices(store).current()
        inner, letter_hash = write_letter(
            keys,
            encode_package(package),
            kind=Kind.PACKAGE,
            project_id=package.project_id,
            recipients=(),
            made_at=package.made_on,
        )
        Devices(store).note_letter(keys.last_seq + 1, letter_hash)
        packages.take(package, inner)
    return inner


class SharedPackage:
    """The package in the folder that a project shares: left by the lead, noticed by the others."""

    name = NAME

    def publish(self, store: "Store") -> bytes | None:
        """Return what the lead wrote last, or None before the first time.

        What was changed since travels when the lead writes the next one, and not half done.
        """
        return Packages(store).letter()

    def offer(self, store: "Store", data: bytes) -> bool:
        """Keep a newer package until somebody looks at it; tell whether it has just come.

        Raises:
            Refused: as for :func:`read_package_letter`.
        """
        signed = read_package_letter(data, Rosters(store).require())
        packages = Packages(store)
        known = packages.taken()
        if known is not None and signed.package.place < known.place:
            return False
        if judge_package(known, signed.package) is Verdict.KNOWN:
            return False
        return packages.let_wait(signed.package, data)


def waiting_package(store: "Store") -> SignedPackage:
    """Return the package that has come and waits; errors as for reading it, and NotFound."""
    data = Packages(store).waiting()
    if data is None:
        raise _nothing_there()
    return read_package_letter(data, Rosters(store).current())


def _nothing_there() -> NotFound:
    return NotFound(
        Text("Der er ingen projektpakke.", "There is no project package."),
        Text("Der er ikke kommet nogen hertil.", "None has come here."),
        Text("Bed projektlederen om filen.", "Ask the lead for the file."),
    )
