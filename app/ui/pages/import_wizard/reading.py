"""Reading a file and planning its import, on the store's thread."""

from dataclasses import dataclass
from pathlib import Path

from app.models.csv_reading import Table, read_file, read_table
from app.models.import_columns import (
    INQUIRY_FIELDS,
    WORKPLACE_FIELDS,
    ColumnMapping,
    ImportField,
    guess_mapping,
)
from app.models.importing import ImportPlan, plan_inquiries, plan_workplaces
from app.models.store import Store

INQUIRIES, WORKPLACES = "inquiries", "workplaces"
"""What a file can hold; the same words as in :class:`ImportReport`."""


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
    inquiry = guess_mapping(columns, INQUIRY_FIELDS)
    workplace = guess_mapping(columns, WORKPLACE_FIELDS)
    more = len(inquiry) > len(workplace)
    return INQUIRIES if "date" in inquiry or more else WORKPLACES


def fields_of(kind: str) -> tuple[ImportField, ...]:
    """Return the fields that a file of this kind can fill."""
    return INQUIRY_FIELDS if kind == INQUIRIES else WORKPLACE_FIELDS


def plan(store: Store, table: Table, kind: str, mapping: ColumnMapping) -> ImportPlan:
    """Return what an import would do; raises InvalidInput when a column is missing."""
    planner = plan_inquiries if kind == INQUIRIES else plan_workplaces
    return planner(store, table, mapping)
