"""Try to work out withheld figures from released files: the attack without the true figures."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from app.errors import UserError
from app.export.disclosure.certificate import certify
from app.export.disclosure.ledger import Release, joined
from app.export.disclosure.model import MARKED, Bounds
from app.export.disclosure.solver import Impossible, Stop
from app.texts import Text

ACTIVITY_MARK = "!"
"""Ends the identifier of a cell that says nothing about people, such as a number of visits."""


class Finding(NamedTuple):
    """A figure that nobody printed and about which fewer than k−1 values are left.

    ``withheld`` tells a suppressed figure from one that was never asked for, such as the month
    between two sums to date.
    """

    cell: str
    bounds: Bounds
    k: int
    withheld: bool


class Recomputed(NamedTuple):
    """What the attack on some releases came to."""

    releases: int
    hidden: int
    findings: tuple[Finding, ...]


class InconsistentReleases(UserError):
    """The figures of the files cannot all be true, so nothing can be worked out."""


def recompute(releases: Iterable[Release], stop: Stop | None = None) -> Recomputed:
    """Return what a reader of these releases can work out.

    A withheld figure is found if fewer than k−1 values are left for it. A figure that was never
    published is found if it must be a small one, at least 1 and below k, and fewer than k−1 values
    are left for it: more than a mark in its place would tell.

    Raises:
        InconsistentReleases: they contradict each other.
    """
    listed = list(releases)
    largest = max((each.k for each in listed), default=0)
    try:
        view = joined(listed)
        # What a certificate for one value more leaves narrow is narrow, and then its ends are exact.
        ranges = certify(view, max(1, largest - 1), stop).ranges()
    except (ValueError, Impossible) as error:
        raise InconsistentReleases(
            Text("Filerne kan ikke lægges sammen.", "The files cannot be joined."),
            Text("Deres tal modsiger hinanden.", "Their figures contradict each other."),
            Text("Brug filer fra ét og samme projekt.", "Use files from one and the same project."),
        ) from error
    k = _k_of(listed)
    withheld = {cell for cell, bounds in view.known.items() if bounds == MARKED}
    findings = []
    for cell, (low, high) in ranges.items():
        # What a mark would have said of it anyway is nothing new: 1…k−1, or as many values.
        about_people = not cell.endswith(ACTIVITY_MARK)
        is_small = about_people and 0 < low <= high < largest
        narrow = high - low < k.get(cell, largest) - 2 and (cell in k or is_small)
        if narrow:
            bounds = Bounds(low, high)
            findings.append(Finding(cell, bounds, k.get(cell, largest), cell in withheld))
    return Recomputed(len(listed), len(withheld), tuple(findings))


def _k_of(releases: Iterable[Release]) -> Mapping[str, int]:
    """Return the k that was promised for each cell that is not shown exactly."""
    found: dict[str, int] = {}
    for release in releases:
        for cell, figure in release.figures.items():
            if not release.bounds(figure).exact:
                found[cell] = min(release.k, found.get(cell, release.k))
    return found
