"""Taking a project package into use: what the lead decided comes in, what was registered stays.

Records are known by their ids. One that was here before under another id, but is the same thing (the
same code of a workplace, the same name of an organisation), is adopted: it keeps its id, and all that
refers to it. Looking at a package does the same in a transaction that is rolled back.
"""

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from app.models.changes import Action
from app.models.clock import local_today
from app.models.recurrence import covers
from app.models.taxonomy_changes import TaxonomyChange, taxonomy_changes
from app.models.taxonomy_content import read_content, write_content
from app.models.taxonomy_editing import KIND as TAXONOMY
from app.models.team.package import Package, judge_package
from app.models.team.package_changes import (
    Fate,
    FieldChange,
    LocalEdits,
    PackageChanges,
)
from app.models.team.package_records import RecordMerger, adopt
from app.models.team.package_rules import RuleMerger
from app.models.team.package_shelves import RuleShelf, Shelf, shelves
from app.models.team.package_telling import Telling
from app.models.team.packages import AdoptedIds, Packages
from app.models.team.refusing import Reason, Refused
from app.models.team.reported_places import keep_places
from app.models.team.roster import Roster, Verdict, judge
from app.models.team.rosters import Rosters
from app.models.types import Counsellor, RecordId

if TYPE_CHECKING:
    from app.models.store import Store

_SETTINGS = ("protection_k", "least_headcount")


class _OnlyLooked(Exception):
    """Rolls back what was done for a look."""


def newest_roster(known: Roster | None, told: Roster) -> Roster:
    """Return the newer of two rosters of a project; raise Refused where they contradict each other."""
    try:
        judge(known, told)
    except Refused as refused:
        if refused.reason is not Reason.OLDER or known is None:
            raise
        return known
    return told


def preview_package(store: "Store", package: Package) -> PackageChanges:
    """Return what :func:`merge_package` would change; nothing is. Errors as there, but LocalEdits."""
    seen: list[PackageChanges] = []
    with suppress(_OnlyLooked), store.atomic():
        seen.append(_Merger(store, package).run())
        raise _OnlyLooked
    return seen[0]


def merge_package(
    store: "Store", package: Package, letter: bytes, *, overwrite: bool = False
) -> PackageChanges:
    """Bring a store to what a package says, in one transaction, and return what that changed.

    The package was read and its sender verified; ``letter`` is its signed form. The lead's own
    installation takes only what is newer than what it has.

    Raises:
        Refused: it is of another project, older, or contradicts what is known.
        LocalEdits: something that was entered here would give way, and ``overwrite`` is not set.
        InvalidInput: an own record stands in the way, for instance with the same code.
    """
    with store.atomic() as change_set:
        changes = _Merger(store, package).run()
        if changes.lost and not overwrite:
            raise LocalEdits(changes)
        Packages(store).take(package, letter)
    return replace(changes, change_set=change_set if changes.anything else "")


class _Merger:
    """One merge, inside a transaction."""

    def __init__(self, store: "Store", package: Package) -> None:
        self._store, self._package = store, package
        self._base = Packages(store).taken()
        self._verdict = judge_package(self._base, package)
        self._today = local_today(store.clock)
        self._telling = Telling(store)

    def run(self) -> PackageChanges:
        """Change everything and return what was changed."""
        package = self._package
        taxonomy: tuple[TaxonomyChange, ...] = ()
        self._take_roster()
        if not (self._verdict is Verdict.KNOWN and self._store.settings.is_lead):
            taxonomy = self._take_taxonomy()
            self._take_settings()
            self._take_counsellors()
            self._take_records()
        return PackageChanges(
            verdict=self._verdict,
            project=package.roster.project,
            version=package.version,
            changes=tuple(self._telling.changes),
            taxonomy=taxonomy,
            beside=self._beside(),
        )

    def _take_roster(self) -> None:
        rosters = Rosters(self._store)
        known, told = rosters.current(), self._package.roster
        if known is None or newest_roster(known, told).hash != known.hash:
            rosters.take(told)

    def _take_taxonomy(self) -> tuple[TaxonomyChange, ...]:
        database = self._store.database
        changes = taxonomy_changes(read_content(database), self._package.taxonomy)
        # The order is not told, but kept.
        write_content(database, self._package.taxonomy)
        if changes:
            self._store.tell_of(TAXONOMY, RecordId(TAXONOMY), Action.UPDATE)
        return changes

    def _take_settings(self) -> None:
        settings = self._store.settings
        for name in _SETTINGS:
            here, told = settings.get(name), getattr(self._package.protection, name)
            if here == told:
                continue
            stored = settings.rows.find(RecordId(name)) is not None
            entered = stored and (
                self._base is None or here != getattr(self._base.protection, name)
            )
            settings.set(name, told)
            field = FieldChange(name=name, here=str(here), package=str(told), entered_here=entered)
            self._telling.tell("setting", name, Fate.CHANGED, (field,))

    def _take_counsellors(self) -> None:
        """Add counsellors whom rules name; who is here already is called what they are called here."""
        for one in self._package.counsellors:
            if self._store.counsellors.by_initials(one.initials) is None:
                self._store.counsellors.add(
                    Counsellor(initials=one.initials, name=one.name, profession=one.profession)
                )
                self._telling.tell("counsellor", one.initials, Fate.ADDED)

    def _take_records(self) -> None:
        ids = AdoptedIds(self._store)
        all_shelves = shelves(self._store, ids)
        # As it was before anything is adopted.
        before = {shelf.kind: self._before(shelf) for shelf in all_shelves}
        mergers: list[RecordMerger | RuleMerger] = []
        for shelf in all_shelves:
            last = before[shelf.kind]
            if isinstance(shelf, RuleShelf):
                rules = RuleMerger(self._store, self._package, shelf, last, self._telling)
                rules.bring()
                mergers.append(rules)
            else:
                records = RecordMerger(self._store, self._package, shelf, last, self._telling)
                records.bring(adopt(shelf, self._package))
                mergers.append(records)
        for merger in reversed(mergers):
            merger.drop()
        places = [ids.local("workplace", part.id) for part in self._package.workplaces]
        keep_places(self._store, places)

    def _before(self, shelf: Shelf[Any, Any]) -> dict[RecordId, Any]:
        """Return the records as the package before this one had them, by their ids here."""
        parts = shelf.parts(self._base) if self._base else ()
        records = (shelf.record(part, None) for part in parts)
        return {record.id: record for record in records}

    def _beside(self) -> tuple[str, ...]:
        """Return the workplaces at which own rules go on beside those of the package."""
        if self._verdict is Verdict.KNOWN:
            return ()
        theirs = {part.id for part in self._package.rules}
        now = [
            one
            for one in self._store.presence_rules.all()
            if one.valid_until is None or covers(one, self._today)
        ]
        places = {one.workplace_id for one in now if one.id in theirs}
        both = {one.workplace_id for one in now if one.id not in theirs} & places
        return tuple(sorted(self._store.workplaces.get(place).code for place in both))
