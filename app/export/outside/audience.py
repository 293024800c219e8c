"""What a recipient has: the releases that went to the same readers, and nothing of any other.

The store protects months as plans, which go to nobody, and reports print parts of them. A file that
goes out holds those releases only which its reader may have: the public ones; for the steering group
its own and the public ones; for a workplace or an organisation its own and the public ones. They follow
on one another by hashes of their own, and the certificate is made of exactly these.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import msgspec

from app.export.disclosure import Certificate, Ledger, Relation, Release
from app.export.disclosure.certificate import certify
from app.export.disclosure.recomputing import ACTIVITY_MARK
from app.export.disclosure.solver import Stop
from app.export.outside.hierarchy import NEW, OUTSIDE
from app.export.outside.months import VISITS
from app.export.outside.profiles import Profile
from app.export.outside.quarters import OTHERS
from app.export.outside.scopes import PROJECT, Kind, Scope
from app.export.outside.sheet import measure_of
from app.models.frozen_cells import Measure

_ALWAYS = (VISITS, NEW, Measure.CONTACTS.value)
"""Measures that every reader knows of."""


class Issued(NamedTuple):
    """A release, and to whom it went: a plan without a profile to nobody."""

    profile: Profile | None
    scope: Scope
    release: Release


def for_readers(issued: Sequence[Issued], profile: Profile, scope: Scope) -> Ledger:
    """Return the releases that the readers of a report have, the oldest first, chained anew.

    Of the sums only those remain whose cells these readers can know of: of measures that they have.
    """
    seen = [each for each in issued if _reaches(each, profile, scope)]
    by_name = _knows({each.scope for each in seen}, profile, scope)
    printed = {cell for each in seen for cell in each.release.figures}
    counted = {OUTSIDE, *_ALWAYS, *map(measure_of, printed)}
    if Measure.REASONS_ALL_CODE in counted:
        counted.add(Measure.REASONS_ALL_GROUP.value)  # what single reasons add up to

    def knows(cell: str) -> bool:
        return cell in printed or (measure_of(cell) in counted and by_name(cell))

    releases: tuple[Release, ...] = ()
    waiting: list[Relation] = []
    for each in issued:
        relations = each.release.relations
        waiting += [r for r in relations if all(map(knows, (r.total, *r.parts)))]
        if each in seen:
            previous = releases[-1].hash if releases else ""
            own = msgspec.structs.replace(each.release, relations=tuple(waiting), previous=previous)
            releases, waiting = (*releases, own), []
    return Ledger(releases)


def certificate_for(
    ledger: Ledger, stop: Stop | None = None, earlier: Certificate | None = None
) -> Certificate:
    """Return the certificate of the releases of some readers; ``earlier`` is the one they have.

    Raises:
        Stopped: ``stop`` said so.
    """
    return certify(ledger.view(), max(each.k for each in ledger.releases) - 2, stop, earlier)


def _reaches(issued: Issued, profile: Profile, scope: Scope) -> bool:
    return issued.profile is Profile.PUBLIC or issued[:2] == (profile, scope)


def _knows(scopes: set[Scope], profile: Profile, scope: Scope) -> Callable[[str], bool]:
    """Return what tells whether readers can know of a cell: of whom it is, and of what kind.

    The steering group is told what was done at every workplace, and an organisation at its own.
    """
    keys = {PROJECT.key, OTHERS, OUTSIDE, *(each.key for each in scopes)}
    sees_places = profile is Profile.STEERING and scope.kind is not Kind.PLACE

    def knows(cell: str) -> bool:
        whose = cell.rsplit("|", 3)[0]
        if whose in keys:
            return True
        return sees_places and whose.startswith("place:") and cell.endswith(ACTIVITY_MARK)

    return knows
