"""Taking a project over: the lead of a new term goes on from what the lead before had decided."""

from typing import TYPE_CHECKING

from app.export.letters.package_letter import read_former_package
from app.models.team.package_changes import PackageChanges
from app.models.team.package_merging import merge_package, newest_roster
from app.models.team.packages import Packages
from app.models.team.project import take_over
from app.models.team.recovery import recovery_keys
from app.models.team.roster import Roster
from app.models.team.rosters import Rosters

if TYPE_CHECKING:
    from app.models.store import Store


def take_project_over(
    store: "Store",
    code: str,
    roster: Roster | None = None,
    package: bytes | None = None,
    *,
    overwrite: bool = False,
) -> tuple[Roster, PackageChanges | None]:
    """Become the lead, and take the project package of the lead before into use, in one transaction.

    ``package`` is the newest that can be found; its workplaces, offers, rules, thresholds and code
    lists are this installation's then, under their own ids, so that the next package takes nothing
    away from the counsellors. Without one, or with one that is no newer than what is here, nothing
    else changes (None); the first exchange with the shared place takes the one that lies there.

    Raises:
        LocalEdits: something that was entered here would give way, and ``overwrite`` is not set.
        Refused: the package is not one of a lead of this project; otherwise as for
            :func:`~app.models.team.project.take_over`.
    """
    with store.atomic():
        if package is None:
            return take_over(store, code, roster), None
        known = roster or Rosters(store).current()
        project_id = known.project_id if known else recovery_keys(code).public.project_id
        signed = read_former_package(package, project_id, known)
        successor = take_over(store, code, newest_roster(known, signed.package.roster))
        taken = Packages(store).taken()
        if taken is not None and signed.package.place < taken.place:
            return successor, None
        return successor, merge_package(store, signed.package, signed.letter, overwrite=overwrite)
