"""Importing workplaces: new codes are added, known ones are brought up to date.

A filled cell replaces what the store has; an empty cell leaves it as it is.
"""

from functools import partial

import msgspec
from msgspec.structs import replace

from app.models import import_cells as cells
from app.models import import_words as words
from app.models.csv_reading import Table
from app.models.import_columns import (
    RULE_FIELDS,
    WORKPLACE_FIELDS,
    ColumnMapping,
    check_mapping,
    guess_mapping,
    unused_notices,
)
from app.models.import_names import same_name
from app.models.import_report import ImportProblem, ImportReport
from app.models.import_rows import RowReader
from app.models.rules import is_p_number
from app.models.store import Store
from app.models.types import Organisation, RecordId, Workplace
from app.models.workplaces import is_code

KIND = "workplaces"


class PlannedWorkplace(msgspec.Struct, frozen=True, kw_only=True):
    """A workplace as it shall be stored; without an id it is new."""

    row: int
    workplace: Workplace
    organisation: str


class WorkplacePlan(msgspec.Struct, frozen=True, kw_only=True):
    """What importing a table of workplaces would do."""

    table: Table
    mapping: dict[str, str]
    report: ImportReport
    workplaces: tuple[PlannedWorkplace, ...]


def plan_workplaces(
    store: Store, table: Table, mapping: ColumnMapping | None = None
) -> WorkplacePlan:
    """Return what importing ``table`` would do; arguments and errors as for inquiries."""
    chosen = dict(guess_mapping(table.columns, WORKPLACE_FIELDS) if mapping is None else mapping)
    check_mapping(table, WORKPLACE_FIELDS, chosen)
    known = {place.code: place for place in store.workplaces.all()}
    organisations = _organisations(store)
    planned: list[PlannedWorkplace] = []
    problems: list[ImportProblem] = []
    new_organisations: dict[str, str] = {}
    seen: dict[str, int] = {}
    already_there = 0
    for row in table.rows:
        reader = RowReader(table, chosen, row, numbers=("p_number",))
        item = _read(reader, known, organisations)
        first = seen.setdefault(item.workplace.code, row.number)
        reader.require(
            first == row.number,
            "workplace",
            f"Koden står også i række {first}.",
            f"The code is also in row {first}.",
        )
        if reader.problems:
            problems += reader.problems
            continue
        if item.workplace == known.get(item.workplace.code) and not item.organisation:
            already_there += 1
            continue
        if item.organisation:
            new_organisations.setdefault(same_name(item.organisation), item.organisation)
        planned.append(item)
    added = sum(not item.workplace.id for item in planned)
    report = ImportReport(
        kind=KIND,
        rows=len(table.rows),
        added=added,
        updated=len(planned) - added,
        already_there=already_there,
        rejected=tuple(problems),
        new_organisations=tuple(new_organisations.values()),
        notices=unused_notices(table.columns, chosen, RULE_FIELDS),
    )
    return WorkplacePlan(table=table, mapping=chosen, report=report, workplaces=tuple(planned))


def write_workplaces(store: Store, plan: WorkplacePlan) -> None:
    """Store what ``plan`` holds; to be called inside the transaction in which it was made."""
    added = {
        same_name(name): store.organisations.add(Organisation(name=name)).id
        for name in plan.report.new_organisations
    }
    for item in plan.workplaces:
        workplace = item.workplace
        if item.organisation:
            workplace = replace(workplace, organisation_id=added[same_name(item.organisation)])
        if workplace.id:
            store.workplaces.change(workplace)
        else:
            store.workplaces.add(workplace)


def _read(
    row: RowReader, known: dict[str, Workplace], organisations: dict[str, RecordId]
) -> PlannedWorkplace:
    """Return the workplace of a row; an organisation is named only when it is new."""
    code = row.text("workplace").upper()
    row.require(
        is_code(code),
        "workplace",
        "Koden skal begynde med et bogstav og kun have bogstaver, tal og bindestreg, højst 20.",
        "The code must start with a letter and hold only letters, digits and hyphens, at most 20.",
    )
    name = row.text("name")
    before = known.get(code)
    row.require(bool(name or before), "name", "Navnet mangler.", "The name is missing.")
    start = before or Workplace(code=code, name=name)
    month = row.read("started_month", cells.parse_month, None)
    same_month = month and start.started_on and start.started_on.replace(day=1) == month
    p_number = row.text("p_number").replace(" ", "")
    row.require(
        not p_number or is_p_number(p_number),
        "p_number",
        "P-nummeret skal have 10 cifre.",
        "The P number must have 10 digits.",
    )
    organisation = row.text("organisation")
    workplace = replace(
        start,
        name=name or start.name,
        organisation_id=organisations.get(same_name(organisation), start.organisation_id),
        sector=row.read("sector", partial(cells.parse_word, words=words.SECTORS), start.sector),
        started_on=start.started_on if same_month or month is None else month,
        headcount=row.read("headcount", cells.parse_headcount, start.headcount),
        p_number=p_number or start.p_number,
        place=row.text("place") or start.place,
        remark=row.raw("remark") or start.remark,
    )
    is_new = bool(organisation) and same_name(organisation) not in organisations
    return PlannedWorkplace(
        row=row.number, workplace=workplace, organisation=organisation if is_new else ""
    )


def _organisations(store: Store) -> dict[str, RecordId]:
    return {
        same_name(organisation.name): organisation.id for organisation in store.organisations.all()
    }
