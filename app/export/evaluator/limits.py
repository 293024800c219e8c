"""How fine the rows of a pack may be at most, where reports that went out demand it."""

from typing import NamedTuple

from app.export.evaluator.quasi import LADDERS, Node

SENSITIVE = ("sick_leave", "reason", "advice")
"""Columns outside the ladders that can be withheld for all rows."""

WITHHOLDABLE = frozenset((*(ladder.name for ladder in LADDERS[1:]), *SENSITIVE))
"""All that can be withheld for all rows: the ladders but time, and the sensitive columns."""

TIMES = tuple(range(len(LADDERS[0].losses)))
"""The rungs of time: month, quarter, year, withheld."""


class Limits(NamedTuple):
    """The finest rung of time, and what is withheld for all rows (see :data:`WITHHOLDABLE`).

    The contacts of the persons of ``left_out`` get no row.
    """

    time: int = 0
    withheld: frozenset[str] = frozenset()
    left_out: frozenset[str] = frozenset()

    @property
    def floor(self) -> Node:
        """The finest node that is allowed."""
        return (
            self.time,
            *(
                len(ladder.losses) - 1 if ladder.name in self.withheld else 0
                for ladder in LADDERS[1:]
            ),
        )


NO_LIMITS = Limits()
