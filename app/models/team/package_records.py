"""The records of a package: brought in, adopted where they were here before, and dropped again."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from app.errors import InvalidInput
from app.models.clock import local_today
from app.models.team.package import Package
from app.models.team.package_changes import NOT_TAKEN, Fate
from app.models.team.package_shelves import Shelf
from app.models.team.package_telling import Telling
from app.models.types import Offer, Organisation, Record, RecordId, Workplace
from app.models.workplace_editing import uses_of

if TYPE_CHECKING:
    from app.models.store import Store

_ONE_DAY = timedelta(days=1)


def adopt(shelf: Shelf[Any, Any], package: Package) -> set[RecordId]:
    """Let own records stand for the same things in the package; return their ids."""
    parts = shelf.parts(package)
    here = {record.id: record for record in shelf.records()}
    wanted = {shelf.ids.local(shelf.kind, part.id) for part in parts}
    free = {
        shelf.key(shelf.part(record)): record.id
        for record in here.values()
        if record.id not in wanted
    }
    adopted = set()
    # What something is called now goes before what something else was called once.
    keys = [(part, shelf.key(part)) for part in parts]
    keys += [(part, key) for part in parts for key in shelf.former_keys(part)]
    for part, key in keys:
        if key is None or key not in free or shelf.ids.local(shelf.kind, part.id) in here:
            continue
        record_id = free.pop(key)
        shelf.ids.adopt(shelf.kind, part.id, record_id)
        adopted.add(record_id)
    return adopted


class RecordMerger:
    """Brings the records of one kind to what a package says; ``before`` are those of the last one."""

    def __init__(
        self,
        store: "Store",
        package: Package,
        shelf: Shelf[Any, Any],
        before: dict[RecordId, Any],
        telling: Telling,
    ) -> None:
        self._store, self._package, self._shelf = store, package, shelf
        self._before, self._telling = before, telling
        self._today = local_today(store.clock)

    def bring(self, adopted: set[RecordId]) -> None:
        """Add and change records; ``adopted`` are own ones that have just become the package's."""
        shelf, before = self._shelf, self._before
        here = {record.id: record for record in shelf.records()}
        pending: list[Record] = []
        for part in shelf.parts(self._package):
            mine = here.get(shelf.ids.local(shelf.kind, part.id))
            if mine is None:
                shelf.ids.forget(shelf.kind, part.id)
                pending.append(shelf.record(part, None))
                self._telling.tell(shelf.kind, shelf.name(part), Fate.ADDED)
                continue
            wanted = shelf.record(part, mine)
            fields = self._telling.fields(shelf, mine, wanted, before.get(mine.id))
            if fields:
                pending.append(wanted)
                self._telling.tell(shelf.kind, shelf.name(part), Fate.CHANGED, fields)
            elif mine.id in adopted and mine.id not in before:
                self._telling.tell(shelf.kind, shelf.name(part), Fate.ADOPTED)
        self._write(pending, list(here.values()))

    def _write(self, pending: list[Any], here: list[Any]) -> None:
        """Write records so that none meets another that is still about to give up its name."""
        unique = self._shelf.unique
        held = {getattr(one, unique): one.id for one in here} if unique else {}
        while pending:
            ready = [
                one
                for one in pending
                if not unique or held.get(getattr(one, unique), one.id) == one.id
            ]
            for one in ready or pending:
                try:
                    self._shelf.repository.take(one)
                except InvalidInput as error:
                    raise InvalidInput(NOT_TAKEN, error.problems) from error
            written = {one.id for one in ready or pending}
            held = {key: owner for key, owner in held.items() if owner not in written}
            pending = [one for one in pending if one.id not in written]

    def drop(self) -> None:
        """Remove what the package has no longer, unless it was used or changed here."""
        shelf = self._shelf
        standing = {shelf.ids.local(shelf.kind, part.id) for part in shelf.parts(self._package)}
        for record_id, old in self._before.items():
            mine = shelf.repository.find(record_id)
            if mine is None or record_id in standing:
                continue
            name, fate = shelf.name(shelf.part(mine)), Fate.STAYS
            if not shelf.differing(mine, old):
                if not self._is_used(mine):
                    shelf.repository.delete(record_id)
                    fate = Fate.REMOVED
                elif isinstance(mine, Offer):
                    fate = self._end_offer(mine)
            self._telling.tell(shelf.kind, name, fate)

    def _is_used(self, record: Record) -> bool:
        store = self._store
        if isinstance(record, Workplace):
            own = (
                *(one for one in store.offers.all() if one.workplace_id == record.id),
                *(one for one in store.closing_days.all() if one.workplace_id == record.id),
            )
            return bool(own or record.contacts or record.remark or uses_of(store, record.id).any)
        if isinstance(record, Offer):
            return bool(store.referrals.of_offer(record.id))
        if isinstance(record, Organisation):
            members = {one.organisation_id for one in store.workplaces.all()}
            return record.id in members or bool(store.offers.of_organisation(record.id))
        return False

    def _end_offer(self, offer: Offer) -> Fate:
        """Let an offer that referrals name be proposed no more."""
        yesterday = self._today - _ONE_DAY
        begun = offer.valid_from is None or offer.valid_from <= yesterday
        over = offer.valid_until is not None and offer.valid_until <= yesterday
        if over or not begun:
            return Fate.STAYS
        self._store.offers.take(replace(offer, valid_until=yesterday))
        return Fate.ENDED
