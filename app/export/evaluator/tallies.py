"""The tables of the pack: exactly what its own rows add up to."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from app.export.evaluator.quasi import QUASI_COLUMNS
from app.export.evaluator.release import Release, ReleasedRow
from app.export.evaluator.schema import read_schema

_OF_ROWS = ("sector", "workplace_size", "gender", "age", "role", "kind", "channel")

Line = tuple[str, ...]


def protected_tables(release: Release) -> Iterator[Line]:
    """Yield table, code and count for tables that may stand beside the rows.

    This is the one place where tables come into the pack. They are counted from the released rows,
    so that they tell nothing which the rows do not: they go out with the rows, and the rows are set
    against every report that went out (:mod:`app.export.evaluator.beside`). Tables of all contacts
    would give away those that were left out. How many these are is nobody's attribute.
    """
    yield "all", "released", str(len(release.rows))
    yield "all", "left_out", str(release.contacts - len(release.rows))
    for column in _OF_ROWS:
        place = QUASI_COLUMNS.index(column)
        yield from _table(column, [row.quasi[place] for row in release.rows])
    yield from _table("sick_leave", [row.sick_leave for row in release.rows])
    yield from _table("reason_group", _groups(release.rows))
    yield from _table("reason", [code for row in release.rows for _, code in row.reasons])
    yield from _table("advice", [code for row in release.rows for code in row.advice])


def _groups(rows: Sequence[ReleasedRow]) -> Iterator[str]:
    """Yield each group of reasons once for every contact that mentions it."""
    for row in rows:
        yield from {group for group, _ in row.reasons}


def _table(name: str, values: Iterable[str]) -> Iterator[Line]:
    """Yield a line for every code of a column, those that nobody has as true zeros."""
    counts = Counter(values)
    for code in read_schema().codes[name]:
        yield name, code, str(counts[code])
