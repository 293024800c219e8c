"""The project package as a file: signed by the lead, not sealed, the same in every place."""

from typing import TYPE_CHECKING

import msgspec

from app.errors import NotFound
from app.export.letters.letter import Kind, Letter, read_letter, write_letter
from app.export.letters.senders import verify_sender
from app.models.team.devices import Devices
from app.models.team.package import Package, encode_package, judge_package, read_package
from app.models.team.package_changes import LocalEdits, PackageChanges
from app.models.team.package_making import make_package, require_something_stays
from app.models.team.package_merging import merge_package, newest_roster
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
    letter, package = _package_in(data)
    try:
        roster = newest_roster(known, package.roster)
        verify_sender(letter, roster)
        if package.roster.term < roster.term:
            raise refused_package(Reason.REVOKED_SENDER)
    except Refused as error:
        raise refused_package(error.reason) from error
    return SignedPackage(package=package, letter=data)


def read_former_package(data: bytes, project_id: str, known: Roster | None) -> SignedPackage:
    """Return a package that a lead of the project wrote in the term in which that one led.

    For whoever takes a project over and goes on from what was decided before; everybody else reads
    with :func:`read_package_letter`, which believes nobody who does not lead any more.

    Raises:
        Refused: as there, and for what the lead before dates after the change of lead.
    """
    letter, package = _package_in(data)
    if package.project_id != project_id:
        raise refused_package(Reason.WRONG_PROJECT)
    try:
        sender = verify_sender(letter, package.roster)
    except Refused as error:
        raise refused_package(error.reason) from error
    now = known.member(sender.card.device) if known else None
    if now is not None and now.revoked_on is not None and letter.header.made_at > now.revoked_on:
        raise refused_package(Reason.REVOKED_SENDER)
    return SignedPackage(package=package, letter=data)


def roster_in_package(data: bytes) -> Roster:
    """Return the roster that travels in a package, for whoever looks which project it is of.

    Nothing is believed of it yet; :func:`read_former_package` asks who wrote it.

    Raises:
        Refused: the file is no package, or not whole.
    """
    return _package_in(data)[1].roster


def read_package_for(store: "Store", data: bytes) -> SignedPackage:
    """Return the package in a file as this installation may take it: a new lead the former one's, too.

    Raises:
        Refused: as for :func:`read_package_letter` and :func:`read_former_package`.
    """
    known = Rosters(store).current()
    if known is not None and _goes_on_from_a_former_lead(store, known):
        _, package = _package_in(data)
        if package.roster.term < known.term:
            return read_former_package(data, known.project_id, known)
    return read_package_letter(data, known)


def write_package(store: "Store", *, anyway: bool = False) -> bytes:
    """Return the package as a file: as the lead, of the project as it is now; else the one known here.

    The lead's is kept, so that the same content is the same file every time.

    Raises:
        WithdrawsAll: it would take away everybody's workplaces, offers, rules or organisations, and
            ``anyway`` is not set.
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
        if not anyway:
            require_something_stays(packages.taken(), package)
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
        packages, roster = Packages(store), Rosters(store).require()
        if data == packages.letter():
            return False  # its lead may have been replaced since; it is here all the same
        try:
            signed = read_package_letter(data, roster)
        except Refused as refused:
            if refused.reason is Reason.REVOKED_SENDER and _is_of_a_former_term(data, roster):
                return False  # the new lead has not written one yet
            raise
        known = packages.taken()
        if known is not None and signed.package.place < known.place:
            return False
        if judge_package(known, signed.package) is Verdict.KNOWN:
            return False
        return packages.let_wait(signed.package, data)

    def inherit(self, store: "Store", data: bytes) -> PackageChanges | None:
        """Let a new lead go on from the package of the lead before; None where there is none to take.

        Raises:
            Refused: it is no package of a lead of this project.
            LocalEdits: what was entered here would give way; it waits until somebody looks at it.
        """
        roster, packages = Rosters(store).require(), Packages(store)
        if not _goes_on_from_a_former_lead(store, roster) or data == packages.letter():
            return None
        signed = read_former_package(data, roster.project_id, roster)
        taken, package = packages.taken(), signed.package
        if package.roster.term >= roster.term or (taken and package.place <= taken.place):
            return None
        try:
            return merge_package(store, package, data)
        except LocalEdits:
            packages.let_wait(package, data)
            raise


def waiting_package(store: "Store") -> SignedPackage:
    """Return the package that has come and waits; errors as for reading it, and NotFound."""
    data = Packages(store).waiting()
    if data is None:
        raise _nothing_there()
    return read_package_for(store, data)


def _package_in(data: bytes) -> tuple[Letter, Package]:
    """Return the letter in a file and the package in it; who may have sent it is still to be asked."""
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
    return letter, package


def _is_of_a_former_term(data: bytes, roster: Roster) -> bool:
    try:
        former = read_former_package(data, roster.project_id, roster)
    except Refused:
        return False
    return former.package.roster.term < roster.term


def _goes_on_from_a_former_lead(store: "Store", roster: Roster) -> bool:
    """Tell whether this installation leads and has not written a package in its own term yet."""
    if not store.settings.is_lead or roster.lead.card.device != Devices(store).current().id:
        return False
    taken = Packages(store).taken()
    return taken is None or taken.roster.term < roster.term


def _nothing_there() -> NotFound:
    return NotFound(
        Text("Der er ingen projektpakke.", "There is no project package."),
        Text("Der er ikke kommet nogen hertil.", "None has come here."),
        Text("Bed projektlederen om filen.", "Ask the lead for the file."),
    )
