"""The tables of the pack: exactly what its own rows add up to, and what that is worth.

A value that is withheld, made coarser or left out may be any of those that it hides. So a count is
all there are, or at least so many; and where no row shows a code that may be hidden, nothing stands:
a 0 would tell an evaluator that nobody has it.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from app.export.evaluator.codes import (
    AGES,
    NOT_TOLD,
    WIDE_AGES,
    WIDE_CHANNELS,
    WIDE_KINDS,
    WIDE_ROLES,
    WITHHELD,
    CountStatus,
)
from app.export.evaluator.quasi import QUASI_COLUMNS
from app.export.evaluator.release import Release, ReleasedRow
from app.export.evaluator.schema import read_schema

_OF_ROWS = ("sector", "workplace_size", "gender", "age", "role", "kind", "channel")

_WIDER: Mapping[str, Mapping[str, str]] = {
    "age": {AGES[age]: wide for age, wide in WIDE_AGES.items()},
    "role": {role.value or NOT_TOLD: wide for role, wide in WIDE_ROLES.items()},
    "kind": {kind.value: wide for kind, wide in WIDE_KINDS.items()},
    "channel": {channel.value: wide for channel, wide in WIDE_CHANNELS.items()},
}
"""By column: what a code becomes where it is made coarser."""

Line = tuple[str, ...]


def protected_tables(release: Release) -> Iterator[Line]:
    """Yield table, code, status and count for tables that may stand beside the rows.

    This is the one place where tables come into the pack. They are counted from the released rows,
    so that they tell nothing which the rows do not: they go out with the rows, and the rows are set
    against every report that went out (:mod:`app.export.evaluator.beside`). Tables of all contacts
    would give away those that were left out. How many these are is nobody's attribute.
    """
    rows, exact = release.rows, CountStatus.EXACT.value
    yield "all", "released", exact, str(len(rows))
    yield "all", "left_out", exact, str(release.left_out)
    columns: dict[str, Iterable[str]] = {
        column: [row.quasi[QUASI_COLUMNS.index(column)] for row in rows] for column in _OF_ROWS
    }
    columns |= {
        "sick_leave": [row.sick_leave for row in rows],
        "reason_group": _groups(rows),
        "reason": [code for row in rows for _, code in row.reasons],
        "advice": [code for row in rows for code in row.advice],
    }
    for name, values in columns.items():
        yield from _table(name, values, all_shown=not release.left_out)


def _groups(rows: Sequence[ReleasedRow]) -> Iterator[str]:
    """Yield each group of reasons once for every contact that mentions it."""
    for row in rows:
        yield from {group for group, _ in row.reasons}


def _table(name: str, values: Iterable[str], *, all_shown: bool) -> Iterator[Line]:
    """Yield a line for every code of a column; ``all_shown``: every contact has a row."""
    counts = Counter(values)
    for code in read_schema().codes[name]:
        status = _status(name, code, counts, all_shown=all_shown)
        count = "" if status is CountStatus.WITHHELD else str(counts[code])
        yield name, code, status.value, count


def _status(column: str, code: str, counts: Counter[str], *, all_shown: bool) -> CountStatus:
    """Return what the count of a code is, given what the rows show of its column."""
    wider = _WIDER.get(column, {})
    if code not in wider and code in (WITHHELD, *wider.values()):
        return CountStatus.ROWS_SHOWN
    if all_shown and not _hidden(code, wider, counts):
        return CountStatus.EXACT
    return CountStatus.AT_LEAST if counts[code] else CountStatus.WITHHELD


def _hidden(code: str, wider: Mapping[str, str], shown: Collection[str]) -> bool:
    """Tell whether a code may stand behind something else that rows show."""
    return any(each in shown for each in {WITHHELD, wider.get(code, WITHHELD)} - {code})
