"""Why a release cannot go out as it is: which cell, through which earlier release, and what helps."""

from collections.abc import Callable, Collection, Sequence
from enum import StrEnum
from typing import NamedTuple

from app.errors import UserError
from app.export.disclosure.attack import View, attack
from app.export.disclosure.cuts import Unprotectable
from app.export.disclosure.ledger import Ledger, Release, joined
from app.export.disclosure.model import MARKED, UNKNOWN, Bounds, System
from app.export.disclosure.protection import Protected, needs_with, protect, with_relations
from app.export.disclosure.solver import Stopped
from app.export.disclosure.suppression import Progress, Watch
from app.export.disclosure.threshold import Need, Rule
from app.texts import Text

Label = Callable[[str], Text]
"""Gives a cell or a release the name under which a counsellor knows it."""


class Leak(NamedTuple):
    """A cell about which too much can be worked out, and the earlier releases needed for it.

    ``bounds`` is what is left open. The number is for the person who releases; a message about the
    leak does not repeat it.
    """

    cell: str
    bounds: Bounds
    releases: tuple[str, ...]


class Kind(StrEnum):
    """The ways out of a refusal."""

    HIDE_MORE = "hide_more"
    COARSER = "coarser"
    LONGER = "longer"


class Candidate(NamedTuple):
    """Another request that might do: coarser groups, a longer period."""

    kind: Kind
    text: Text
    system: System
    asked: Collection[str]


class WayOut(NamedTuple):
    """A request that is safe: how many figures other than 0 it shows, and how many it hides."""

    kind: Kind
    text: Text
    shows: int
    hides: int

    @classmethod
    def of(cls, kind: Kind, text: Text, done: Protected) -> "WayOut":
        """Return the way out that a request is of which this may be shown."""
        hides = len(done.primary) + len(done.secondary)
        shows = sum(isinstance(figure, int) and figure > 0 for figure in done.figures.values())
        return cls(kind, text, shows, hides)


class Refusal(UserError):
    """A release would give away what must be withheld; nothing was published."""

    def __init__(self, leaks: Sequence[Leak], ways: Sequence[WayOut], label: Label) -> None:
        self.leaks, self.ways = tuple(leaks), tuple(ways)
        super().__init__(_what(leaks, label), _why(leaks, label), _next_step(ways))


def find_leaks(system: System, rule: Rule, release: Release, ledger: Ledger) -> list[Leak]:
    """Return what the release gives away, alone or with the earlier ones; nothing if it is safe.

    Args:
        system: the true figures, as for :func:`~app.export.disclosure.protection.protect`.
        rule: the thresholds.
        release: the next release, with its figures as they would be printed.
        ledger: the earlier releases.

    Raises:
        ValueError: the release does not follow on the ledger or contradicts it.
    """
    after = ledger.append(release).view()
    joint = with_relations(system, after.relations)
    known = {cell: after.known.get(cell, UNKNOWN) for cell in joint.cells}
    withheld = {cell for cell, bounds in known.items() if bounds == MARKED}
    needs = needs_with(joint, rule, ledger, known, withheld)
    for cell, figure in release.figures.items():
        if figure is None:
            needs.setdefault(cell, Need(None, None, rule.width))
    ranges = attack(View(tuple(joint.relations), known))
    found = []
    for cell, need in needs.items():
        bounds = ranges.get(cell, known[cell])
        if not _met(need, bounds):
            found.append(Leak(cell, bounds, _through(cell, need, release, ledger)))
    return found


def ways_out(
    rule: Rule,
    ledger: Ledger,
    candidates: Sequence[Candidate],
    *,
    seconds: float = 10.0,
    watch: Watch | None = None,
    enough: int | None = None,
) -> list[WayOut]:
    """Return the candidates that are safe, those that show most first.

    Args:
        rule: the thresholds.
        ledger: the earlier releases.
        candidates: other requests; see :func:`own_candidates` for those that need no more figures.
        seconds: how long to look for the cheapest pattern of each of them.
        watch: told the progress; returns False to stop.
        enough: how many of them are enough, in the order in which they stand; all without.

    Raises:
        Stopped: ``watch`` said so.
    """
    found: list[WayOut] = []
    for kind, text, system, asked in candidates:
        if enough is not None and len(found) >= enough:
            break
        _go_on(watch)
        try:
            done = protect(system, rule, asked, ledger=ledger, watch=watch, seconds=seconds)
        except (Unprotectable, Stopped):
            continue
        found.append(WayOut.of(kind, text, done))
    _go_on(watch)
    return sorted(found, key=lambda way: (-way.shows, way.hides))


def _go_on(watch: Watch | None) -> None:
    if watch is not None and not watch(Progress(None, 0.0, 0.0)):
        raise Stopped


def own_candidates(system: System, asked: Collection[str]) -> list[Candidate]:
    """Return what can be tried with the same figures: hide more, or show the sums only."""
    totals = {relation.total for relation in system.relations}
    sums = [cell for cell in asked if cell in totals]
    found = [Candidate(Kind.HIDE_MORE, Text("Skjul flere tal", "Hide more figures"), system, asked)]
    if 0 < len(sums) < len(asked):
        text = Text("Vis kun summerne", "Show the sums only")
        found.append(Candidate(Kind.COARSER, text, system, sums))
    return found


def _met(need: Need, bounds: Bounds) -> bool:
    return need.met(bounds.low, float("inf") if bounds.high is None else bounds.high)


def _through(cell: str, need: Need, release: Release, ledger: Ledger) -> tuple[str, ...]:
    """Return the earlier releases without which the leak would not be there."""
    needed = list(ledger.releases)
    for earlier in ledger.releases:
        without = [each for each in needed if each is not earlier]
        view = joined((*without, release))
        if cell in view.known:
            ranges = attack(view, cells=(cell,))
            if not _met(need, ranges.get(cell, view.known[cell])):
                needed = without
    return tuple(each.id for each in needed)


def _what(leaks: Sequence[Leak], label: Label) -> Text:
    first = label(leaks[0].cell)
    if len(leaks) == 1:
        return Text(
            f"Tallene blev ikke udgivet: »{first.da}« kan regnes ud.",
            f"The figures were not released: “{first.en}” can be worked out.",
        )
    others = len(leaks) - 1
    danish, english = ("andet", "other") if others == 1 else ("andre", "others")
    return Text(
        f"Tallene blev ikke udgivet: »{first.da}« og {others} {danish} tal kan regnes ud.",
        f"The figures were not released: “{first.en}” and {others} {english} can be worked out.",
    )


def _why(leaks: Sequence[Leak], label: Label) -> Text:
    earlier = [label(each) for each in leaks[0].releases]
    if not earlier:
        return Text(
            "De tal, der står ved siden af, giver det.",
            "The figures beside it give it away.",
        )
    danish = _listed([each.da for each in earlier], "og")
    english = _listed([each.en for each in earlier], "and")
    return Text(
        f"Det sker, når tallene holdes op mod det, der er udgivet før: {danish}.",
        f"That happens when the figures are set against what was released before: {english}.",
    )


def _listed(names: Sequence[str], last: str) -> str:
    """Return names as they are said: a, b and c."""
    *before, end = names
    return f"{', '.join(before)} {last} {end}" if before else end


def _next_step(ways: Sequence[WayOut]) -> Text:
    if not ways:
        return Text(
            "Vis mindre (grovere grupper, kun summer), eller vent en måned.",
            "Show less (coarser groups, sums only), or wait for a month.",
        )
    danish = (f"{w.text.da} ({w.shows} tal vises, {w.hides} skjules)" for w in ways)
    english = (f"{w.text.en} ({w.shows} figures shown, {w.hides} hidden)" for w in ways)
    return Text(f"Vælg: {'; '.join(danish)}.", f"Choose: {'; '.join(english)}.")
