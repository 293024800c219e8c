"""The visits of a pack beside the reports that went out.

A report shows workplaces one by one and withholds the small ones; a line of the pack is the sum of
those of a kind. Whoever has both can subtract. Where that would give a small workplace away, lines of
its months are withheld, those with the fewest visits first, until it does not.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from app.export.disclosure import Bounds, Relation
from app.export.disclosure.model import shown
from app.export.disclosure.recomputing import ACTIVITY_MARK
from app.export.evaluator.beside import Reports, Stop
from app.export.evaluator.codes import VisitState
from app.export.evaluator.release import VisitLine
from app.export.evaluator.visits import places_of, state_of
from app.export.outside.months import VISITS
from app.export.outside.scopes import place
from app.export.outside.sheet import months_of
from app.models.evaluator_rows import EvaluatorData, PresenceRow
from app.models.visit_counting import total

_FIGURES = ("held", "zero", "minutes")
_MOST_EDITIONS = 99


def hidden_visits(
    data: EvaluatorData, reports: Reports, stop: Stop | None = None
) -> frozenset[VisitLine]:
    """Return the lines of visits that must be withheld because of the reports.

    Raises:
        Contradiction: reports and visits cannot both be true.
        Stopped: ``stop`` said so.
    """
    lines = {
        line: rows
        for line, rows in places_of(data).items()
        if state_of(data, rows, line[0]) is VisitState.COUNTED
    }
    shown_lines = dict(lines)
    while (leak := next(_given_away(reports, shown_lines, stop), None)) is not None:
        months = months_of(leak.rsplit("|", 3)[1])
        line = min(
            shown_lines,
            key=lambda each: (
                f"{each[0]:%Y-%m}" not in months,
                total(row.sums for row in shown_lines[each]).held,
                each,
            ),
        )
        del shown_lines[line]
    return frozenset(lines.keys() - shown_lines.keys())


def _given_away(
    reports: Reports, lines: Mapping[VisitLine, Sequence[PresenceRow]], stop: Stop | None
) -> Iterator[str]:
    known: dict[str, Bounds] = {}
    relations: list[Relation] = []
    for (month, kind), rows in lines.items():
        sums = total(row.sums for row in rows)
        for figure, value in zip(_FIGURES, (sums.held, sums.zero, sums.minutes), strict=True):
            parts = [_name(reports, row.code, month, figure) for row in rows]
            printed = [reports.truth[part].value for part in parts if part in reports.truth]
            all_printed = len(printed) == len(parts)
            if sum(printed) == value or (sum(printed) < value and not all_printed):
                name = "|".join((*map(str, kind), f"{month:%Y-%m}", figure))
                known[name] = shown(value)
                relations.append(Relation(name, tuple(parts)))
    return reports.given_away(known, relations, stop)


def _name(reports: Reports, code: str, month: date, figure: str) -> str:
    """Return the newest cell of a figure of one workplace, in the ledger or not."""
    name = "|".join((place(code).key, f"{month:%Y-%m}", VISITS, figure))
    editions = [f"{name}@{number}{ACTIVITY_MARK}" for number in range(_MOST_EDITIONS, 1, -1)]
    there = (each for each in editions if each in reports.truth)
    return next(there, name + ACTIVITY_MARK)
