"""The presence rules of a package: a series is brought in, ended and dropped as a whole."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from app.models.clock import local_today
from app.models.plan_types import PresenceRule
from app.models.team.package import Package, RulePart
from app.models.team.package_changes import Fate
from app.models.team.package_shelves import RuleShelf
from app.models.team.package_telling import Telling
from app.models.types import RecordId, VisitStatus

if TYPE_CHECKING:
    from app.models.store import Store

_ONE_DAY = timedelta(days=1)


class RuleMerger:
    """Brings the rules to what a package says; ``before`` are the versions of the last one."""

    def __init__(
        self,
        store: "Store",
        package: Package,
        shelf: RuleShelf,
        before: dict[RecordId, Any],
        telling: Telling,
    ) -> None:
        self._store, self._package, self._shelf = store, package, shelf
        self._before, self._telling = before, telling
        self._today = local_today(store.clock)

    def bring(self) -> None:
        """Bring every series of the package to the versions that it has there."""
        series: dict[str, list[RulePart]] = {}
        for part in self._shelf.parts(self._package):
            series.setdefault(part.series, []).append(part)
        for series_id, parts in series.items():
            self._bring_series(RecordId(series_id), parts)

    def _bring_series(self, series_id: RecordId, parts: list[RulePart]) -> None:
        shelf, rules, tell = self._shelf, self._store.presence_rules, self._telling.tell
        here = {one.id: one for one in rules.of_series(series_id)}
        wanted, differs = [], bool(here.keys() - {part.id for part in parts})
        for part in parts:
            mine = here.pop(RecordId(part.id), None)
            version = shelf.record(part, mine)
            wanted.append(version)
            if mine is None:
                differs = True
                tell(shelf.kind, shelf.name(part), Fate.ADDED)
                continue
            fields = self._telling.fields(shelf, mine, version, self._before.get(mine.id))
            if fields:
                differs = True
                tell(shelf.kind, shelf.name(part), Fate.CHANGED, fields)
        for mine in here.values():
            entered = mine.id not in self._before
            tell(shelf.kind, shelf.name(shelf.part(mine)), Fate.REMOVED, lost=entered)
        if differs:
            rules.take_series(series_id, wanted, self._today)

    def drop(self) -> None:
        """Remove the series that the package has no longer; end those that have been in use."""
        shelf, before, rules = self._shelf, self._before, self._store.presence_rules
        kept = {part.series for part in shelf.parts(self._package)}
        gone = dict.fromkeys(one.series_id for one in before.values() if one.series_id not in kept)
        for series_id in gone:
            here = rules.of_series(series_id)
            if not here:
                continue
            name = shelf.name(shelf.part(here[0]))
            if any(one.id not in before or shelf.differing(one, before[one.id]) for one in here):
                self._telling.tell(shelf.kind, name, Fate.STAYS)
                continue
            ended = self._ended(here) if self._was_used(series_id) else ()
            rules.take_series(series_id, ended, self._today)
            self._telling.tell(shelf.kind, name, Fate.ENDED if ended else Fate.REMOVED)

    def _was_used(self, series_id: RecordId) -> bool:
        """Tell whether visits of a rule lie behind, or have begun."""
        return any(
            visit.status in (VisitStatus.RUNNING, VisitStatus.HELD)
            or (visit.occurrence is not None and visit.occurrence < self._today)
            for visit in self._store.visits.of_series(series_id, self._today.min)
        )

    def _ended(self, versions: tuple[PresenceRule, ...]) -> tuple[PresenceRule, ...]:
        """Return the versions of a series so that the plan has no visit of it from today on."""
        yesterday = self._today - _ONE_DAY
        return tuple(
            replace(
                one, valid_until=max(min(one.valid_until or yesterday, yesterday), one.valid_from)
            )
            for one in versions
            if one.valid_from <= yesterday or one.id == one.series_id
        )
