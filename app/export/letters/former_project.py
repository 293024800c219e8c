"""What a new lead finds of the project: its newest roster and package, in a file or a shared place."""

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from app.export.delivery.delivery import Delivery
from app.export.delivery.share import PROJECT, ROSTER_NAME, check_share, open_delivery
from app.export.letters.letter import LARGEST_FILE
from app.export.letters.letter_files import load_file
from app.export.letters.package_letter import NAME, roster_in_package
from app.export.letters.taking_over import take_project_over
from app.models.team.package_changes import PackageChanges
from app.models.team.places import Place, PlaceKind, Places, require_sound
from app.models.team.recovery import recovery_keys
from app.models.team.refusing import Reason, Refused, refused_package, refused_roster
from app.models.team.roster import LARGEST_ROSTER, Roster, decode_roster
from app.models.team.troubles import DeliveryError, ProjectNotRead, Trouble

if TYPE_CHECKING:
    from app.models.store import Store


class FormerProject(msgspec.Struct, frozen=True, kw_only=True):
    """A project that waits for a new lead; ``place`` is where it was found, if not in a file."""

    roster: Roster
    package: bytes | None = None
    place: Place | None = None

    def __repr__(self) -> str:
        """Tell nothing: a place has a password, and this may come into a log."""
        return "FormerProject()"


def find_in_file(path: Path) -> FormerProject:
    """Return the project of a package or of a roster.

    Raises:
        Refused: the file is neither.
        UserError: it cannot be read.
    """
    data = load_file(path, refused=refused_package)
    try:
        return FormerProject(roster=roster_in_package(data), package=data)
    except Refused as error:
        if error.reason is not Reason.NOT_A_PACKAGE:
            raise
        try:
            return FormerProject(roster=decode_roster(data))
        except Refused as not_a_roster:
            raise (error if not_a_roster.reason is Reason.NOT_A_ROSTER else not_a_roster) from error


def find_in_folder(folder: Path) -> FormerProject:
    """Return the project of a shared folder; errors as for :func:`find_in_place`."""
    return find_in_place(Place(kind=PlaceKind.FOLDER, address=str(folder)))


def find_in_place(place: Place) -> FormerProject:
    """Return the project whose letters are left in a place.

    Raises:
        ProjectNotRead: the place does not answer, or no project is shared there.
        InvalidInput: it is no place.
        Refused: the roster there is none.
    """
    require_sound(place)
    try:
        return _find(place)
    except DeliveryError as error:
        raise ProjectNotRead(error.trouble) from error


def _find(place: Place) -> FormerProject:
    with closing(open_delivery(place)) as delivery:
        found = _read(delivery, ROSTER_NAME, LARGEST_ROSTER)
        if found is None:
            raise DeliveryError(Trouble.NOT_SHARED)
        roster = decode_roster(found)
        check_share(delivery, roster.project_id)
        return FormerProject(
            roster=roster, package=_read(delivery, NAME, LARGEST_FILE), place=place
        )


def require_code(found: FormerProject, typed: str) -> None:
    """Return where a typed code is that of the project, before anything is done with it.

    Raises:
        MistypedCode: a slip in the code.
        Refused: it is another project's, or that of a single computer.
    """
    if recovery_keys(typed).public != found.roster.recovery:
        raise refused_roster(Reason.WRONG_CODE)


def take_found_project(
    store: "Store", code: str, found: FormerProject, *, overwrite: bool = False
) -> tuple[Roster, PackageChanges | None]:
    """Take a project over as it was found, and go on with its place, all or nothing.

    Errors as for :func:`~app.export.letters.taking_over.take_project_over`.
    """
    with store.atomic():
        outcome = take_project_over(store, code, found.roster, found.package, overwrite=overwrite)
        if found.place is not None:
            Places(store).set(found.place)
    return outcome


def _read(delivery: Delivery, name: str, largest: int) -> bytes | None:
    try:
        return delivery.read(PROJECT, name, largest)
    except DeliveryError as error:
        if error.trouble is Trouble.GONE:
            return None
        raise
