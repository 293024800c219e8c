"""Which cells must not be shown, and how much must stay open about a cell that is withheld.

The rule is a threshold on distinct persons (Hundepool et al. 2012, *Statistical Disclosure
Control*, Wiley): a count that stands on 1 to k−1 persons is withheld. Nor may it be known that all
stand in one row, which would tell the same of each (the homogeneity attack of Machanavajjhala et al.
2007, *l-diversity*, ACM TKDD 1). What may be left to a reader is a range of at least k−1 values that begins
where the marks alone put it; for a cell without hidden parts these are the values 1…k−1.
"""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from app.export.disclosure.model import Bounds, Cell, System, floors

SMALLEST_K = 3
LARGEST_K = 10


class Rule(NamedTuple):
    """The settings of a project: ``k`` distinct persons, and the least headcount of a place.

    ``headcount`` 0 shows the activity of every place.
    """

    k: int = 5
    headcount: int = 0

    def checked(self) -> "Rule":
        """Return the rule; raises :class:`ValueError` where k is not 3…10 or headcount negative."""
        if not SMALLEST_K <= self.k <= LARGEST_K or self.headcount < 0:
            raise ValueError(f"k must be {SMALLEST_K}…{LARGEST_K}, and a headcount 0 or more")
        return self

    @property
    def width(self) -> int:
        """How far apart the ends of a range must be for k−1 values to lie in it."""
        return self.k - 2

    def withholds(self, cell: Cell) -> bool:
        """Tell whether the figure of this cell alone must not be shown (primary suppression)."""
        if cell.value == 0:
            return False
        if cell.persons is not None:
            return cell.persons < self.k
        return cell.headcount is not None and cell.headcount < self.headcount


NONE_OF_THEM = 0
"""The lower end of a need among so few contacts that no less will do."""


class Need(NamedTuple):
    """What a reader must not be able to rule out about one cell, in whole numbers.

    The least possible value is at most ``low`` and the greatest at least ``high`` (None: no matter),
    and they lie at least ``width`` apart (the lower, upper and sliding protection levels of
    Fischetti & Salazar 2001, written as values instead of distances).
    """

    low: int | None
    high: int | None
    width: int

    def met(self, low: float, high: float) -> bool:
        """Tell whether a range of these ends leaves enough open."""
        margin = 1e-6
        return (
            (self.low is None or low <= self.low + margin)
            and (self.high is None or high >= self.high - margin)
            and high - low >= self.width - margin
        )


def needs_of(
    system: System, rule: Rule, known: Mapping[str, Bounds], withheld: Collection[str] = ()
) -> dict[str, Need]:
    """Return the need of every cell that must be withheld, shown anywhere or not.

    Args:
        system: the true figures.
        rule: the thresholds of the project.
        known: what a reader knows of each cell when as much as possible is withheld.
        withheld: the cells that are certain to be withheld. Where the number of contacts is not
            among them, it is taken to be known.
    """
    least = floors(system.relations, known)
    needs = {}
    for cell in system.cells.values():
        if cell.elsewhere:
            needs[cell.id] = Need(None, None, rule.width)
        elif rule.withholds(cell):
            needs[cell.id] = full_need(least[cell.id], rule)
            if cell.among is not None and cell.among not in withheld:
                number = system.cells[cell.among]
                if not rule.withholds(number) and 0 < number.value < rule.k - 1:
                    # Whoever knows how few there are must not even learn that it is one of them.
                    most = number.value if cell.once else rule.k - 1
                    needs[cell.id] = Need(NONE_OF_THEM, most, min(most, rule.width))
    return needs


def full_need(least: int, rule: Rule) -> Need:
    """Return the need of a cell whose least value is told by zeros and marks: 1…k−1, or from there.

    A cell that nobody publishes could be 0; that a reader takes it for 0 or 1 is as good.
    """
    low = max(1, least)
    return Need(low, low + rule.width, rule.width)
