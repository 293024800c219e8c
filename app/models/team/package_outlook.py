"""What the next project package brings and takes away, compared with the one that was written last.

The lead looks at it before the package goes out: a counsellor's laptop takes it as it is.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import msgspec

from app.models.taxonomy_changes import taxonomy_changes
from app.models.team.package import Package
from app.models.team.package_changes import (
    Fate,
    FieldChange,
    PackageChange,
    PackageChanges,
    everything_new,
)
from app.models.team.package_making import WithdrawsAll, make_package, require_something_stays
from app.models.team.package_shelves import Shelf, shelves
from app.models.team.package_telling import told_value
from app.models.team.packages import AdoptedIds, Packages
from app.models.team.roster import Verdict

if TYPE_CHECKING:
    from app.models.store import Store

_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class Outlook(msgspec.Struct, frozen=True, kw_only=True):
    """What the next package does where the last one is in use.

    The verdict of ``changes`` is FIRST where none was written before (everything is new then), KNOWN
    where the same one would be written again. ``doubt`` is why writing it has to be meant, or None.
    """

    changes: PackageChanges
    doubt: WithdrawsAll | None = None


def next_package(store: "Store") -> Outlook:
    """Return what a package written now would do; nothing is written.

    What was changed or used on a laptop stays there, as ever.

    Raises:
        InvalidInput, UserError: as for :func:`~app.models.team.package_making.make_package`.
    """
    package, last = make_package(store), Packages(store).taken()
    try:
        require_something_stays(last, package)
    except WithdrawsAll as doubt:
        return Outlook(changes=_changes(store, last, package), doubt=doubt)
    return Outlook(changes=_changes(store, last, package))


def _changes(store: "Store", last: Package | None, package: Package) -> PackageChanges:
    if last is None:
        return everything_new(package)
    return PackageChanges(
        verdict=Verdict.KNOWN if package == last else Verdict.NEWER,
        project=package.roster.project,
        version=package.version,
        changes=tuple(_Comparison(store, last, package).changes()),
        taxonomy=taxonomy_changes(last.taxonomy, package.taxonomy),
    )


class _Comparison:
    """Two packages of one project, told in the words that the lead knows the records by."""

    def __init__(self, store: "Store", last: Package, package: Package) -> None:
        self._store, self._last, self._package = store, last, package
        # What is gone can no longer be looked up in the store.
        self._names = {
            **{part.id: part.name for one in (last, package) for part in one.organisations},
            **{part.id: part.code for one in (last, package) for part in one.workplaces},
        }

    def changes(self) -> Iterator[PackageChange]:
        """Yield what becomes of every record that is not the same in both."""
        for shelf in shelves(self._store, AdoptedIds(self._store)):
            yield from self._of(shelf)
        yield from self._settings()
        here = {one.initials for one in self._last.counsellors}
        for one in self._package.counsellors:
            if one.initials not in here:
                yield PackageChange(kind="counsellor", name=one.initials, fate=Fate.ADDED)

    def _of(self, shelf: Shelf[Any, Any]) -> Iterator[PackageChange]:
        before = {part.id: part for part in shelf.parts(self._last)}
        for part in shelf.parts(self._package):
            old = before.pop(part.id, None)
            if old is None:
                yield self._told(shelf, part, Fate.ADDED)
            elif fields := self._fields(shelf, old, part):
                yield self._told(shelf, part, Fate.CHANGED, fields)
        gone = (self._told(shelf, old, Fate.REMOVED) for old in before.values())
        yield from sorted(gone, key=lambda change: change.name)

    def _told(
        self, shelf: Shelf[Any, Any], part: Any, fate: Fate, fields: tuple[FieldChange, ...] = ()
    ) -> PackageChange:
        name = self._named(shelf.name(part))
        return PackageChange(kind=shelf.kind, name=name, fate=fate, fields=fields)

    def _fields(self, shelf: Shelf[Any, Any], old: Any, part: Any) -> tuple[FieldChange, ...]:
        was, will = shelf.record(old, None), shelf.record(part, None)
        return tuple(
            _changed(name, self._value(was, name), self._value(will, name))
            for name in shelf.differing(was, will)
        )

    def _settings(self) -> Iterator[PackageChange]:
        was, will = self._last.protection, self._package.protection
        for name in was.__struct_fields__:
            here, told = getattr(was, name), getattr(will, name)
            if here != told:
                field = _changed(name, str(here), str(told))
                yield PackageChange(kind="setting", name=name, fate=Fate.CHANGED, fields=(field,))

    def _value(self, record: Any, name: str) -> str:
        return self._named(told_value(self._store, getattr(record, name)))

    def _named(self, text: str) -> str:
        return _ID.sub(lambda found: self._names.get(found[0], found[0]), text)


def _changed(name: str, here: str, package: str) -> FieldChange:
    return FieldChange(name=name, here=here, package=package, entered_here=False)
