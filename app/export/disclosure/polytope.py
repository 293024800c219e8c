"""All the tables that a reader holds possible, and the corners of that set.

A withheld sum adds nothing that its parts do not say, unless it has a bound of its own: it is put in
terms of its parts, so that the programme has columns for the finest withheld cells only. After a
year of tables to date that is a quarter of the cells.
"""

import math
from collections.abc import Mapping, Sequence
from contextlib import suppress

from app.export.disclosure.pieces import Piece
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

_CORNERS = 4


class Polytope:
    """The possible tables of one piece; columns are numbered as the cells of the piece are."""

    def __init__(self, piece: Piece) -> None:
        self._piece = piece
        self._defined = _definitions(piece)
        names = [n for n in range(len(piece.cells)) if n not in self._defined]
        self._base = names
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
        self._amounts = {c: float(piece.sums[n].amount) for c, n in self._defined.items()}
        self._parts = {
            column: tuple(part for part in piece.sums[number].columns if part != column)
            for column, number in self._defined.items()
        }
        self._uses: dict[int, list[tuple[int, int]]] = {column: [] for column in self._defined}
        for number, each in enumerate(piece.sums):
            for column, sign in zip(each.columns, each.signs, strict=True):
                if column in self._uses and self._defined[column] != number:
                    self._uses[column].append((number, sign))

    def box(self, low: Sequence[float], high: Sequence[float]) -> None:
        """Keep the finest cells within these bounds as well as their own."""
        for place, column in enumerate(self._base):
            least, most = self._piece.bounds[column].low, _most(self._piece, column)
            self._programme.bound(place, max(least, low[column]), min(most, high[column]))

    def unbox(self) -> None:
        """Undo :meth:`box`."""
        for place, column in enumerate(self._base):
            low = self._piece.bounds[column].low
            self._programme.bound(place, low, _most(self._piece, column))

    def limit(self, column: int, low: float, high: float) -> None:
        """Keep one cell within these bounds, until :meth:`release`."""
        if column not in self._defined:
            self._programme.bound(self._base.index(column), low, high)
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

    def duals(self, objective: Mapping[int, float], extreme: Extreme) -> list[float]:
        """Return the duals of all sums at a corner that was found for this objective.

        A cell that was put in other terms is bound by nothing of its own: its reduced cost is 0.
        """
        duals = [0.0] * len(self._piece.sums)
        for number, dual in zip(self._kept, extreme.duals, strict=False):
            duals[number] = dual
        for column in reversed(self._defined):
            own = sum(sign * duals[number] for number, sign in self._uses[column])
            duals[self._defined[column]] = own - objective.get(column, 0.0)
        return duals

    def furthest(self, column: int, direction: int) -> list[int]:
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
        return self._whole(found or self._programme.maximise_whole(objective))

    def _somewhere(self) -> list[float] | None:
        """Return a whole-number corner if one of a few is one: mostly, and in no time."""
        for turn in range(_CORNERS):
            with suppress(Impossible):
                weights = scattered(range(len(self._base)), turn, -1)
                point = self._programme.maximise(weights).point
                if is_whole(point):
                    return point
        return None

    def _whole(self, point: Sequence[float]) -> list[int]:
        return rounded(self._all_cells(rounded(point)))

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

    def _all_cells(self, point: Sequence[float]) -> list[float]:
        values = [0.0] * len(self._piece.cells)
        for place, column in enumerate(self._base):
            values[column] = point[place]
        for column, parts in self._parts.items():
            value = -self._amounts[column]
            for part in parts:
                value += values[part]
            values[column] = value
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
