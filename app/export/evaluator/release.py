"""The rows that may leave the house, and the measure of how well nobody can be told apart in them.

The measure looks at the finished rows alone and shares no code with the ladder that chose them: a
fault there is found here, before anything is written.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from app.export.evaluator.codes import NOT_TOLD, WITHHELD, Size
from app.export.evaluator.diversity import (
    LEAST_DIFFERENT,
    common_codes,
    reason_groups,
    shown_sick_leave,
)
from app.export.evaluator.ladder import Progress, Rung, climb, unwatched, with_company
from app.export.evaluator.limits import NO_LIMITS, Limits
from app.export.evaluator.quasi import FINEST, Node, Values, published
from app.models.evaluator_rows import ContactRow
from app.models.periods import Period
from app.models.types import Sector

VisitLine = tuple[date, tuple[Sector, Size]]
"""A line of visits.csv: the first day of its month, sector and size of the workplaces."""


class ReleasedRow(NamedTuple):
    """One row of the pack, without its random id.

    ``quasi`` are the values of :data:`~app.export.evaluator.quasi.QUASI_COLUMNS`. ``reasons`` are
    pairs of a group and a code, which may be withheld. ``person`` and ``seq`` are for counting and
    for the log of look-ups, and stand in no file.
    """

    quasi: Values
    rung: int
    reason_groups: str
    sick_leave: str
    reasons: tuple[tuple[str, str], ...]
    advice: tuple[str, ...]
    person: str
    seq: int


class Risk(NamedTuple):
    """What is left to be known from the released rows.

    ``k`` is the fewest distinct persons, ``k_rows`` the fewest rows behind rows that look alike;
    ``l_reasons`` and ``l_sick_leave`` are the fewest different values among those (None where
    there is none to tell). ``sizes`` counts the groups by their number of persons.
    ``largest_share`` is the greatest part, in whole per cent rounded down, of the persons of one
    group who share one group of reasons; ``everybody`` tells whether that is all of them anywhere.
    """

    k: int | None
    k_rows: int | None
    l_reasons: int | None
    l_sick_leave: int | None
    sizes: Mapping[int, int]
    largest_share: int | None
    everybody: bool


class Release(NamedTuple):
    """All that was decided: the rows, the rungs they came from, and how many were left out.

    Each contact without a row is counted once: ``because_of_reports`` are those of the persons whom
    ``limits`` leaves out; ``erased`` those of persons who were erased and never leave the program as
    rows; ``dropped`` those that no rung could take, and those left out with others so that nobody
    is alone. The last two are one count: told apart, the rows given as company could be taken off
    the sum of what is left out, and the rare ones would remain.

    ``limits`` is how fine the rows were allowed to be beside ``checked`` reports that went out, and
    ``hidden_visits`` which lines of visits (first of the month, kind of workplace) are withheld
    because of these.
    """

    period: Period
    rows: tuple[ReleasedRow, ...]
    nodes: tuple[tuple[Node, int], ...]
    dropped: int
    erased: int
    risk: Risk
    limits: Limits = NO_LIMITS
    because_of_reports: int = 0
    checked: int = 0
    hidden_visits: frozenset[VisitLine] = frozenset()

    @property
    def left_out(self) -> int:
        """How many contacts of the period have no row."""
        return self.dropped + self.because_of_reports + self.erased

    @property
    def contacts(self) -> int:
        """All contacts of the period, as the tally has them."""
        return len(self.rows) + self.left_out

    @property
    def coarser(self) -> int:
        """How many released rows have any quasi-identifier coarser than it was registered."""
        return sum(rows for node, rows in self.nodes if node != FINEST)

    def coarser_at(self, ladder: int) -> int:
        """Return how many released rows are coarser in one of the ladders."""
        return sum(rows for node, rows in self.nodes if node[ladder])


def make_release(
    contacts: Sequence[ContactRow],
    period: Period,
    k: int,
    *,
    erased: int = 0,
    limits: Limits = NO_LIMITS,
    progress: Progress = unwatched,
) -> Release:
    """Return the rows of a pack, nowhere finer than ``limits``; raises what ``progress`` raises."""
    some = [row for row in contacts if row.person not in limits.left_out]
    climbed = climb(some, period, k, progress, limits.floor)
    climbed = with_company(climbed, some, k, limits.left_out, erased=erased > 0)
    rows = tuple(
        _limited(row, limits)
        for number, rung in enumerate(climbed.rungs, 1)
        for row in _released(some, period, k, number, rung)
    )
    risk = measure(rows)
    _require_safe(risk, k)
    nodes = tuple((rung.node, rung.rows) for rung in climbed.rungs)
    dropped, because_of_reports = len(some) - len(rows), len(contacts) - len(some)
    return Release(period, rows, nodes, dropped, erased, risk, limits, because_of_reports)


def measure(rows: Iterable[ReleasedRow]) -> Risk:
    """Return what is left to be known from released rows, computed from them alone."""
    alike: defaultdict[Values, list[ReleasedRow]] = defaultdict(list)
    for row in rows:
        alike[row.quasi].append(row)
    groups = list(alike.values())
    persons = [len({row.person for row in group}) for group in groups]
    states = [{row.sick_leave for row in group} for group in groups]
    told = [len(each) for each in states if each not in ({NOT_TOLD}, {WITHHELD})]
    shares = [_share(group) for group in groups]
    return Risk(
        k=min(persons, default=None),
        k_rows=min(map(len, groups), default=None),
        l_reasons=min(
            (len({row.reason_groups for row in group}) for group in groups), default=None
        ),
        l_sick_leave=min(told, default=None),
        sizes=dict(sorted(Counter(persons).items())),
        largest_share=max(shares, default=None),
        everybody=100 in shares,
    )


def _released(
    contacts: Sequence[ContactRow], period: Period, k: int, number: int, rung: Rung
) -> Iterable[ReleasedRow]:
    for group in rung.groups:
        rows = [contacts[index] for index in group]
        common = common_codes(rows, k)
        for row, sick_leave in zip(rows, shown_sick_leave(rows), strict=True):
            yield ReleasedRow(
                quasi=published(row, rung.node, period),
                rung=number,
                reason_groups=reason_groups(row),
                sick_leave=sick_leave,
                reasons=tuple(
                    sorted((one, code if code in common else WITHHELD) for one, code in row.reasons)
                ),
                advice=tuple(sorted(c if c in common else WITHHELD for c in row.advice)),
                person=row.person,
                seq=row.seq,
            )


def _limited(row: ReleasedRow, limits: Limits) -> ReleasedRow:
    """Return the row without what is withheld for all rows."""
    if "sick_leave" in limits.withheld:
        row = row._replace(sick_leave=WITHHELD)
    if "reason" in limits.withheld:
        row = row._replace(reasons=tuple((group, WITHHELD) for group, _ in row.reasons))
    if "advice" in limits.withheld:
        row = row._replace(advice=(WITHHELD,) * len(row.advice))
    return row


def _share(group: Sequence[ReleasedRow]) -> int:
    persons = {row.person for row in group}
    found = {one for row in group for one, _ in row.reasons}
    having = (len({r.person for r in group if one in {g for g, _ in r.reasons}}) for one in found)
    return 100 * max(having, default=0) // len(persons)


def _require_safe(risk: Risk, k: int) -> None:
    """Stop as a fault of the program where the rows are not what the ladder promised."""
    if risk.k is None:
        return
    least = min(risk.l_reasons or 0, risk.l_sick_leave or LEAST_DIFFERENT)
    if risk.k < k or least < LEAST_DIFFERENT or risk.everybody:
        raise RuntimeError("the rows of the pack are not safe")
