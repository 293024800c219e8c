"""Importing closing days, of single workplaces or of every one."""

import hashlib
from collections import Counter
from datetime import date

import msgspec

from app.models import import_cells as cells
from app.models.csv_reading import Table
from app.models.import_columns import (
    CLOSING_FIELDS,
    ColumnMapping,
    check_mapping,
    guess_mapping,
    unused_notices,
)
from app.models.import_names import WorkplaceNames
from app.models.import_report import ImportProblem, ImportReport
from app.models.import_rows import RowReader
from app.models.plan_types import ClosingDays
from app.models.store import Store

KIND = "closing_days"


class ClosingRow(msgspec.Struct, frozen=True, kw_only=True):
    """What a row says; without a workplace every one is closed."""

    workplace: str
    first_on: date
    last_on: date
    reason: str

    def fingerprint(self, ordinal: int) -> str:
        """Return what tells this row from all others; ``ordinal`` counts equal rows of a file."""
        content = msgspec.json.encode(("closing_days/1", self, ordinal))
        return hashlib.sha256(content).hexdigest()


class ClosingDayPlan(msgspec.Struct, frozen=True, kw_only=True):
    """What importing a table of closing days would do; the rows stand under their fingerprints."""

    table: Table
    mapping: dict[str, str]
    report: ImportReport
    days: dict[str, ClosingRow]


def plan_closing_days(
    store: Store, table: Table, mapping: ColumnMapping | None = None
) -> ClosingDayPlan:
    """Return what importing ``table`` would do; arguments and errors as for inquiries."""
    chosen = dict(guess_mapping(table.columns, CLOSING_FIELDS) if mapping is None else mapping)
    check_mapping(table, CLOSING_FIELDS, chosen)
    names, known = WorkplaceNames(store), store.imported_rows.known()
    copies: Counter[ClosingRow] = Counter()
    days: dict[str, ClosingRow] = {}
    problems: list[ImportProblem] = []
    already_there = 0
    for row in table.rows:
        reader = RowReader(table, chosen, row)
        found = _read(reader, names)
        if found is None:
            problems += reader.problems
            continue
        copies[found] += 1
        fingerprint = found.fingerprint(copies[found])
        if fingerprint in known:
            already_there += 1
        else:
            days[fingerprint] = found
    report = ImportReport(
        kind=KIND,
        rows=len(table.rows),
        added=len(days),
        already_there=already_there,
        rejected=tuple(problems),
        notices=unused_notices(table.columns, chosen),
    )
    return ClosingDayPlan(table=table, mapping=chosen, report=report, days=days)


def write_closing_days(store: Store, plan: ClosingDayPlan) -> None:
    """Store what ``plan`` holds; to be called inside the transaction in which it was made."""
    workplaces = {place.code: place.id for place in store.workplaces.all()}
    for fingerprint, row in plan.days.items():
        made = store.closing_days.add(
            ClosingDays(
                workplace_id=workplaces[row.workplace] if row.workplace else None,
                first_on=row.first_on,
                last_on=row.last_on,
                reason=row.reason,
            )
        )
        store.imported_rows.remember(fingerprint, store.closing_days.kind, made.id)


def _read(row: RowReader, names: WorkplaceNames) -> ClosingRow | None:
    first = row.read("from", cells.parse_planned_day, None)
    last = row.read("until", cells.parse_planned_day, None)
    workplace, reason = row.read("workplace", names.code, ""), row.text("reason")
    row.require(
        bool(row.raw("from")), "from", "Den første dag mangler.", "The first day is missing."
    )
    row.require(
        first is None or last is None or first <= last,
        "until",
        "Slutdatoen ligger før startdatoen.",
        "The end lies before the start.",
    )
    if row.problems or first is None:
        return None
    return ClosingRow(workplace=workplace, first_on=first, last_on=last or first, reason=reason)
