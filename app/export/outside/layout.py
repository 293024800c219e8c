"""The tables of a release as the engine takes them: which cell stands at which place."""

from collections.abc import Collection, Sequence

from app.export.disclosure import Table
from app.export.outside.entries import Entry, quarter_of
from app.export.outside.figures import codes_of, is_split
from app.export.outside.hierarchy import OUTSIDE, outside_cell
from app.export.outside.months import VISITS, Close
from app.export.outside.profiles import SPLITS, Family
from app.export.outside.quarters import TOTAL, Quarter
from app.export.outside.scopes import PROJECT, place
from app.export.outside.sheet import Sheet, spans_of
from app.models.frozen_cells import Measure

ACTIVITY_COLUMNS = ("held", "zero", "minutes", "contacts")
RESTATED = "restated"
ALL = "all"
_CONTACTS = Measure.CONTACTS.value


def layout(
    sheet: Sheet,
    entry: Entry,
    families: frozenset[Family],
    restated: Sequence[tuple[Entry, Entry, frozenset[Family]]],
    *,
    k: int,
    least_headcount: int,
    released: Collection[str],
) -> list[Table]:
    """Return the tables of a report.

    Figures about fewer than ``k`` persons in all are not split at all: with so few of them, a mark
    would say too much. Of what was ``released`` before, the corrections are printed.
    """
    spans = [span for span in spans_of(entry.close) if is_split(sheet, entry, span, k)]
    found = _activity(sheet, entry, families)
    if spans:
        found += [
            _split(sheet, entry, family, spans)
            for family in Family
            if family in SPLITS and family in families
        ]
    if Family.QUARTER in families:
        found += _quarter(sheet, entry, least_headcount)
    return [*found, *_restated(sheet, restated, released)]


def _activity(sheet: Sheet, entry: Entry, families: frozenset[Family]) -> list[Table]:
    """Return what was done, and where: a table for the month and one for the year to it."""
    frozen = sheet.months.frozen(entry.close)
    members = entry.scope.members(frozen) if Family.PLACES in families else ()
    found = []
    for number, span in enumerate(spans_of(entry.close)):
        rows = {
            code: _activity_cells(sheet, Entry(place(code), entry.close), span) for code in members
        }
        if entry.scope == PROJECT and members:
            rows[OUTSIDE] = (None, None, None, outside_cell(sheet, entry.close, span))
        if len(rows) != 1:
            rows[ALL] = _activity_cells(sheet, entry, span)
        key = "activity_to_date" if number else "activity"
        found.append(Table(key, tuple(rows), ACTIVITY_COLUMNS, tuple(rows.values())))
    return found


def _activity_cells(sheet: Sheet, entry: Entry, span: str) -> tuple[str | None, ...]:
    visits = [sheet.figure(*entry, span, VISITS, code) for code in ACTIVITY_COLUMNS[:3]]
    return (*visits, sheet.figure(*entry, span, _CONTACTS, "all"))


def _split(sheet: Sheet, entry: Entry, family: Family, spans: Sequence[str]) -> Table:
    """Return a table of one list of codes with its total: the month, and the year to it."""
    measure, total = SPLITS[family]
    codes = codes_of(sheet, entry, spans[-1], measure)
    figures = [(measure.value, code) for code in codes]
    if family is Family.REASONS:
        total = (Measure.REASONS_ALL_TOTAL.value, "total")
    rows = [*codes, ALL]
    cells = tuple(
        tuple(sheet.figure(*entry, span, *figure) for span in spans) for figure in [*figures, total]
    )
    return Table(family.value, tuple(rows), tuple(spans), cells)


def _quarter(sheet: Sheet, entry: Entry, least_headcount: int) -> list[Table]:
    closes = quarter_of(entry.close, sheet.months)
    if closes is None:
        return []
    quarter = Quarter(sheet, closes, least_headcount)
    lines = quarter.lines()
    keys = tuple(key.removeprefix("place:") for key, _ in lines)
    columns = (*quarter.groups, TOTAL)
    return [Table(Family.QUARTER, keys, columns, tuple(tuple(cells) for _, cells in lines))]


def _restated(
    sheet: Sheet,
    restated: Sequence[tuple[Entry, Entry, frozenset[Family]]],
    released: Collection[str],
) -> list[Table]:
    """Return what earlier months were corrected to: old cells and new ones."""
    found = []
    for before, after, families in restated:
        span = after.close.month
        rows: dict[str, tuple[str, ...]] = {}
        for name, figure in _printed(sheet, after, families):
            old, new = (sheet.figure(*each, span, *figure) for each in (before, after))
            if old != new and old in released:
                rows[name] = (old, new)
        if rows:
            editions = (_edition(before.close), _edition(after.close))
            found.append(Table(f"{RESTATED}.{span}", tuple(rows), editions, tuple(rows.values())))
    return found


def _printed(
    sheet: Sheet, entry: Entry, families: frozenset[Family]
) -> list[tuple[str, tuple[str, str]]]:
    """Return every figure of a month that its tables print, under the key of its line."""
    span = entry.close.month
    found = [(f"activity.{code}", (VISITS, code)) for code in ACTIVITY_COLUMNS[:3]]
    found.append(("activity.contacts", (_CONTACTS, "all")))
    for family in Family:
        if family in SPLITS and family in families:
            measure = SPLITS[family].measure
            codes = codes_of(sheet, entry, span, measure)
            found += [(f"{family.value}.{code}", (measure.value, code)) for code in codes]
    return found


def _edition(close: Close) -> str:
    return f"{close.month}@{close.revision}"
