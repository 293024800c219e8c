"""Reading a file and planning its import, on the store's thread."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.models.csv_reading import Table, read_file, read_table
from app.models.import_columns import (
    CLOSING_FIELDS,
    INQUIRY_FIELDS,
    RULE_FIELDS,
    WORKPLACE_FIELDS,
    ColumnMapping,
    ImportField,
    guess_mapping,
)
from app.models.importing import (
    ImportPlan,
    plan_closing_days,
    plan_inquiries,
    plan_rules,
    plan_workplaces,
)
from app.models.store import Store

INQUIRIES, WORKPLACES, RULES, CLOSING_DAYS = "inquiries", "workplaces", "rules", "closing_days"
"""What a file can hold; the same words as in :class:`ImportReport`."""


@dataclass(frozen=True, slots=True)
class Content:
    """What is read from a file of one kind, how its import is planned, and where it is seen."""

    fields: tuple[ImportField, ...]
    plan: Callable[[Store, Table, ColumnMapping], ImportPlan]
    page: str


# A file in which as many columns are known as one kind and as another is of the first of them.
CONTENTS = {
    WORKPLACES: Content(WORKPLACE_FIELDS, plan_workplaces, "workplaces"),
    RULES: Content(RULE_FIELDS, plan_rules, "plan"),
    CLOSING_DAYS: Content(CLOSING_FIELDS, plan_closing_days, "plan"),
    INQUIRIES: Content(INQUIRY_FIELDS, plan_inquiries, "inquiries"),
}


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that was read: its name, its table and what it most likely holds."""

    name: str
    table: Table
    kind: str


def read(path: Path) -> ReadFile:
    """Read a file; errors as for :func:`app.models.csv_reading.read_table`."""
    table = read_table(read_file(path))
    return ReadFile(path.name, table, _likely_kind(table.columns))


def _likely_kind(columns: tuple[str, ...]) -> str:
    """Return what a file holds: whatever has a date is about contacts, else the columns vote."""
    known = {kind: guess_mapping(columns, made.fields) for kind, made in CONTENTS.items()}
    if "date" in known[INQUIRIES]:
        return INQUIRIES
    return max(known, key=lambda kind: len(known[kind]))


def fields_of(kind: str) -> tuple[ImportField, ...]:
    """Return the fields that a file of this kind can fill."""
    return CONTENTS[kind].fields


def plan(store: Store, table: Table, kind: str, mapping: ColumnMapping) -> ImportPlan:
    """Return what an import would do; raises InvalidInput when a column is missing."""
    return CONTENTS[kind].plan(store, table, mapping)
