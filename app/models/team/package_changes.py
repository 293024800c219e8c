"""What a project package changes in an installation; the same whether it is looked at or taken."""

from enum import StrEnum

import msgspec

from app.errors import Conflict
from app.models.taxonomy_changes import TaxonomyChange
from app.models.team.package import Package
from app.models.team.roster import Verdict
from app.texts import Text

NOT_TAKEN = Text(
    "Projektpakken blev ikke taget i brug.", "The project package was not taken into use."
)


class Fate(StrEnum):
    """What becomes of one record.

    ``stays`` and ``ended`` are of records that the package no longer has: the one is left as it is,
    as it was used or changed here, the other is no longer offered or planned. ``adopted`` is an own
    record that is the package's from now on, and is the same already.
    """

    ADDED = "added"
    ADOPTED = "adopted"
    CHANGED = "changed"
    REMOVED = "removed"
    ENDED = "ended"
    STAYS = "stays"


class FieldChange(msgspec.Struct, frozen=True, kw_only=True):
    """One field: what it says here, what the package says, and whether the former was entered here."""

    name: str
    here: str
    package: str
    entered_here: bool


class PackageChange(msgspec.Struct, frozen=True, kw_only=True):
    """What becomes of one record; ``name`` is what people call it.

    ``lost`` says that something which was entered here gives way to the package.
    """

    kind: str
    name: str
    fate: Fate
    fields: tuple[FieldChange, ...] = ()
    lost: bool = False


class PackageChanges(msgspec.Struct, frozen=True, kw_only=True):
    """All that a package changes.

    ``beside`` are the codes of workplaces that have own presence rules beside those of the package.
    ``change_set`` takes the changes of records back (not those of the code lists), and is empty where
    nothing was saved.
    """

    verdict: Verdict
    project: str
    version: int
    changes: tuple[PackageChange, ...] = ()
    taxonomy: tuple[TaxonomyChange, ...] = ()
    beside: tuple[str, ...] = ()
    change_set: str = ""

    @property
    def anything(self) -> bool:
        """Whether anything is not as the package says."""
        return bool(self.changes or self.taxonomy)

    @property
    def lost(self) -> tuple[PackageChange, ...]:
        """The changes in which something that was entered here gives way."""
        return tuple(change for change in self.changes if change.lost)


class LocalEdits(Conflict):
    """Taking the package would overwrite what was entered here; ``changes`` tell what."""

    def __init__(self, changes: PackageChanges) -> None:
        names = ", ".join(dict.fromkeys(change.name for change in changes.lost))
        super().__init__(
            NOT_TAKEN,
            Text(
                f"Den ville overskrive, hvad der er rettet her: {names}.",
                f"It would overwrite what was changed here: {names}.",
            ),
            Text(
                "Se rettelserne, og bed projektlederen om dem, der er rigtige, før du overskriver.",
                "Look at them, and ask the lead for those that are right before you overwrite.",
            ),
        )
        self.changes = changes


def everything_new(package: Package) -> PackageChanges:
    """Return what a package brings to an installation that is yet to be set up."""
    named = (
        *(("organisation", one.name) for one in package.organisations),
        *(("workplace", one.code) for one in package.workplaces),
        *(("offer", one.provider) for one in package.offers),
        *(("presence_rule", one.time) for one in package.rules),
        *(("closing_days", one.first_on.isoformat()) for one in package.closing_days),
        *(("retention_period", one.subject.value) for one in package.retention_periods),
        *(("counsellor", one.initials) for one in package.counsellors),
    )
    return PackageChanges(
        verdict=Verdict.FIRST,
        project=package.roster.project,
        version=package.version,
        changes=tuple(PackageChange(kind=kind, name=name, fate=Fate.ADDED) for kind, name in named),
    )
