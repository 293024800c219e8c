"""All the tables that a reader holds possible, and the corners of that set.

A withheld sum adds nothing that its parts do not say, unless it has a bound of its own: it is put in
terms of its parts, so that the programme has columns for the finest withheld cells only. After a
year of tables to date that is a quarter of the cells.
"""

import math
from collections.abc import Mapping
from contextlib import suppress
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

from app.export.disclosure.pieces import Addition, Piece
from app.export.disclosure.solver import (
    CAP,
    TOLERANCE,
    Extreme,
    Impossible,
    Programme,
    Row,
    is_whole,
    rounded,
    scattered,
)

if TYPE_CHECKING:
    from app.export.disclosure.solver import Numbers, Wholes

_CORNERS = 4
_TINY = 1e-7


class Polytope:
    """The possible tables of one piece; columns are numbered as the cells of the piece are."""

    def __init__(self, piece: Piece) -> None:
        self._piece = piece
        self._defined = _definitions(piece)
        names = [n for n in range(len(piece.cells)) if n not in self._defined]
        self._base = names
        self._place = {column: place for place, column in enumerate(names)}
        self._terms: dict[int, dict[int, int]] = {n: {place: 1} for place, n in enumerate(names)}
        self._constant = dict.fromkeys(names, 0)
        for column, number in self._defined.items():
            self._define(column, number)
        defining = set(self._defined.values())
        self._kept = [n for n in range(len(piece.sums)) if n not in defining]
        self._programme = Programme(
            [piece.bounds[n].low for n in names],
            [_most(piece, n) for n in names],
            [self._row(number) for number in self._kept],
        )
        self._rows: dict[int, int] = {}
        self._rank = {column: n for n, column in enumerate(self._defined)}
        self.addition = Addition(piece)
        self.holds = self.addition.holds
        self._lay_out()

    def _lay_out(self) -> None:
        """Note what every defined cell is made of as arrays, for :meth:`_all_cells`."""
        import numpy as np

        low = np.array([self._piece.bounds[n].low for n in self._base], np.float64)
        high = np.array([_most(self._piece, n) for n in self._base], np.float64)
        self._limits = low, high
        self._put = np.zeros
        self._add = np.add.reduceat
        terms = [self._terms[column] for column in self._defined]
        self._base_columns = np.array(self._base, np.int64)
        self._defined_columns = np.array(list(self._defined), np.int64)
        self._constants = np.array([self._constant[column] for column in self._defined], np.float64)
        self._places = np.array([place for each in terms for place in each], np.int64)
        self._factors = np.array([f for each in terms for f in each.values()], np.float64)
        self._starts = np.cumsum([0, *(len(each) for each in terms[:-1])])

    def box(self, low: "Numbers", high: "Numbers") -> None:
        """Keep the finest cells within these bounds as well as their own."""
        least, most = self._limits
        self._programme.bound_all(
            low[self._base_columns].clip(min=least), high[self._base_columns].clip(max=most)
        )

    def unbox(self) -> None:
        """Undo :meth:`box`."""
        self._programme.bound_all(*self._limits)

    def limit(self, column: int, low: float, high: float) -> None:
        """Keep one cell within these bounds, until :meth:`release`."""
        if column not in self._defined:
            self._programme.bound(self._place[column], low, high)
            return
        constant = self._constant[column]
        if column not in self._rows:
            terms = self._terms[column]
            row = Row(tuple(terms), tuple(terms.values()), -math.inf, math.inf)
            self._rows[column] = self._programme.add_row(row)
        self._programme.bound_row(self._rows[column], low - constant, high - constant)

    def release(self, column: int) -> None:
        """Undo :meth:`limit`."""
        if column in self._defined:
            self._programme.bound_row(self._rows[column], -math.inf, math.inf)
        else:
            self.limit(column, self._piece.bounds[column].low, _most(self._piece, column))

    def maximise(self, objective: Mapping[int, float]) -> Extreme:
        """Return a corner at which the weighted sum of cells is greatest.

        Its duals are those of the programme within; see :meth:`duals`.

        Raises:
            Impossible: there is no table.
        """
        found = self._programme.maximise(self._in_base(objective))
        return Extreme(found.value, self._all_cells(found.point), found.duals)

    def duals(self, objective: Mapping[int, float], extreme: Extreme) -> dict[int, float]:
        """Return the duals of the sums at a corner for this objective; those left out are 0.

        A cell that was put in other terms is bound by nothing of its own: its reduced cost is 0.
        """
        found = {
            number: float(dual)
            for number, dual in zip(self._kept, extreme.duals, strict=False)
            if abs(dual) > _TINY
        }
        # What its other sums ask of a defined cell is passed on to its parts, those above first.
        own = {column: -weight for column, weight in objective.items() if column in self._defined}
        waiting = [-self._rank[column] for column in own]
        heapify(waiting)
        ranked = list(self._defined)

        def pass_on(number: int, dual: float) -> None:
            each = self._piece.sums[number]
            for column, sign in zip(each.columns, each.signs, strict=True):
                if column in self._defined and self._defined[column] != number:
                    if column not in own:
                        own[column] = 0.0
                        heappush(waiting, -self._rank[column])
                    own[column] += sign * dual

        for number, dual in list(found.items()):
            pass_on(number, dual)
        while waiting:
            column = ranked[-heappop(waiting)]
            if abs(own[column]) > _TINY:
                number = self._defined[column]
                found[number] = own[column]
                pass_on(number, own[column])
        return found

    def furthest(self, column: int, direction: int) -> "Wholes":
        """Return a whole-number table in which one cell is greatest (1) or least (-1).

        Raises:
            Impossible: there is no whole-number table.
        """
        objective = self._in_base({column: direction})
        point = self._programme.maximise(objective).point
        if is_whole(point):
            return self._whole(point)
        # No whole-number table lies beyond the end of the relaxation, so one at that end will do.
        end = direction * math.floor(direction * self._all_cells(point)[column] + TOLERANCE)
        self.limit(column, end, end)
        found = self._somewhere()
        self.release(column)
        return self._whole(self._programme.maximise_whole(objective) if found is None else found)

    def _somewhere(self) -> "Numbers | None":
        """Return a whole-number corner if one of a few is one: mostly, and in no time."""
        for turn in range(_CORNERS):
            with suppress(Impossible):
                weights = scattered(range(len(self._base)), turn, -1)
                point = self._programme.maximise(weights).point
                if is_whole(point):
                    return point
        return None

    def _whole(self, point: "Numbers") -> "Wholes":
        return rounded(self._all_cells(point.round()))

    def _define(self, column: int, number: int) -> None:
        terms: dict[int, int] = {}
        each = self._piece.sums[number]
        constant = -each.amount
        for part in each.columns:
            if part != column:
                constant += self._constant[part]
                for place, factor in self._terms[part].items():
                    terms[place] = terms.get(place, 0) + factor
        self._terms[column], self._constant[column] = terms, constant

    def _row(self, number: int) -> Row:
        each = self._piece.sums[number]
        terms: dict[int, int] = {}
        amount = each.amount
        for column, sign in zip(each.columns, each.signs, strict=True):
            amount -= sign * self._constant[column]
            for place, factor in self._terms[column].items():
                terms[place] = terms.get(place, 0) + sign * factor
        terms = {place: factor for place, factor in terms.items() if factor}
        return Row(tuple(terms), tuple(terms.values()), amount, amount)

    def _in_base(self, objective: Mapping[int, float]) -> dict[int, float]:
        weights: dict[int, float] = {}
        for column, weight in objective.items():
            for place, factor in self._terms[column].items():
                weights[place] = weights.get(place, 0.0) + weight * factor
        return weights

    def _all_cells(self, point: "Numbers") -> "Numbers":
        values = self._put(len(self._piece.cells))
        values[self._base_columns] = point
        if len(self._defined_columns):
            sums = self._add(self._factors * point[self._places], self._starts)
            values[self._defined_columns] = sums + self._constants
        return values


def _most(piece: Piece, column: int) -> int:
    high = piece.bounds[column].high
    return CAP if high is None else high


def _definitions(piece: Piece) -> dict[int, int]:
    """Return which cells are put in terms of which sum, a cell after its parts.

    Those are the sums without an upper bound that their parts already make large enough.
    """
    wanted: dict[int, int] = {}
    for number, each in enumerate(piece.sums):
        for column, sign in zip(each.columns, each.signs, strict=True):
            if sign < 0 and piece.bounds[column].high is None and len(each.columns) > 1:
                wanted.setdefault(column, number)
    least = {n: bounds.low for n, bounds in enumerate(piece.bounds) if n not in wanted}
    found: dict[int, int] = {}
    while wanted:
        ready = [
            column
            for column, number in wanted.items()
            if all(part in least for part in piece.sums[number].columns if part != column)
        ]
        if not ready:
            # Sums that are parts of one another, as in no release of ours: keep one of them.
            ready, stuck = [], next(iter(wanted))
            least[stuck] = piece.bounds[stuck].low
            del wanted[stuck]
        for column in ready:
            number = wanted.pop(column)
            each = piece.sums[number]
            low = sum(least[part] for part in each.columns if part != column) - each.amount
            if low >= piece.bounds[column].low:
                found[column] = number
            least[column] = max(low, piece.bounds[column].low)
    return found
