"""Where items with times lie beside each other: columns of days, and lanes in a column.

Pure arithmetic without Qt. Items that overlap, one after another, make a cluster; the lanes of a
cluster are the fewest in which no two overlap, and the same whatever order the items come in.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

import msgspec

from app.ui.widgets.week_grid_types import DAY, GridItem


class Part(msgspec.Struct, frozen=True):
    """The part of an item that lies in one column.

    ``start`` and ``end`` are minutes of the column, 0 to 1440; ``number`` is 0 for the first part
    of the item that is shown. ``before`` is how many minutes of the item lie before the part.
    """

    item: GridItem
    column: int
    start: int
    end: int
    number: int = 0
    before: int = 0


class Lane(msgspec.Struct, frozen=True):
    """A block and its place in a column: lane ``lane`` of ``lanes``; minutes as they are drawn.

    ``parts`` is one part, or several that had no lane of their own.
    """

    parts: tuple[Part, ...]
    start: int
    end: int
    lane: int
    lanes: int


def split(columns: Mapping[date, int], items: Sequence[GridItem]) -> Iterator[Part]:
    """Yield the parts of the items that lie on the shown days."""
    for item in items:
        number = 0
        for later in range((max(item.end - 1, item.start)) // DAY + 1):
            column = columns.get(item.day + timedelta(days=later))
            start, end = max(item.start - later * DAY, 0), min(item.end - later * DAY, DAY)
            if column is not None and start < DAY:
                yield Part(item, column, start, end, number, later * DAY + start - item.start)
                number += 1


def lay_out(parts: Sequence[Part], shortest: int, most: int | None) -> list[Lane]:
    """Return the blocks of one column.

    A part takes at least ``shortest`` minutes of room. A cluster that needs more than ``most``
    lanes (None: as many as it needs) gives the last of them to blocks that hold the rest.
    """
    spans = sorted((_span(part, shortest) for part in parts), key=_order)
    blocks: list[Lane] = []
    for cluster in _clusters(spans):
        placed, lanes = _first_fit(cluster)
        if most is None or lanes <= most:
            blocks += (
                Lane((part,), start, end, lane, lanes) for lane, (start, end, part) in placed
            )
            continue
        own = [(lane, span) for lane, span in placed if lane < most - 1]
        blocks += (Lane((part,), start, end, lane, most) for lane, (start, end, part) in own)
        rest = [span for lane, span in placed if lane >= most - 1]
        for group in _clusters(rest):
            last = max(end for _, end, _ in group)
            together = tuple(part for _, _, part in group)
            blocks.append(Lane(together, group[0][0], last, most - 1, most))
    return blocks


_Span = tuple[int, int, Part]


def _span(part: Part, shortest: int) -> _Span:
    """Return the part with the minutes it takes; one just before midnight begins earlier."""
    end = min(max(part.end, part.start + shortest), DAY)
    return min(part.start, max(end - shortest, 0)), end, part


def _order(span: _Span) -> tuple[int, int, str, str]:
    start, end, part = span
    return start, -end, part.item.title, part.item.key


def _clusters(spans: Sequence[_Span]) -> Iterator[list[_Span]]:
    """Yield the groups of sorted spans that hang together."""
    cluster: list[_Span] = []
    last = 0
    for span in spans:
        if cluster and span[0] >= last:
            yield cluster
            cluster = []
        last = max(last, span[1]) if cluster else span[1]
        cluster.append(span)
    if cluster:
        yield cluster


def _first_fit(cluster: Sequence[_Span]) -> tuple[list[tuple[int, _Span]], int]:
    """Give every span the first free lane, which is optimal for spans sorted by their start."""
    ends: list[int] = []
    placed = []
    for span in cluster:
        lane = next((n for n, end in enumerate(ends) if end <= span[0]), len(ends))
        if lane == len(ends):
            ends.append(0)
        ends[lane] = span[1]
        placed.append((lane, span))
    return placed, len(ends)
