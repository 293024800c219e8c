"""Importing a registration from CSV: plan it, look at the plan, apply it.

All or nothing unless told otherwise; one transaction, which can be taken back as one; importing
the same file twice adds nothing. The formats are described in ``docs/import.md``.
"""

from msgspec.structs import replace

from app.models.csv_reading import read_table
from app.models.import_closing_days import ClosingDayPlan, plan_closing_days, write_closing_days
from app.models.import_columns import (
    CLOSING_FIELDS,
    INQUIRY_FIELDS,
    RULE_FIELDS,
    WORKPLACE_FIELDS,
    guess_mapping,
)
from app.models.import_inquiries import InquiryPlan, plan_inquiries, write_inquiries
from app.models.import_report import ImportProblem, ImportReport, RowsRejected
from app.models.import_rules import RulePlan, plan_rules, write_rules
from app.models.import_workplaces import WorkplacePlan, plan_workplaces, write_workplaces
from app.models.store import Store

__all__ = [
    "CLOSING_FIELDS",
    "INQUIRY_FIELDS",
    "RULE_FIELDS",
    "WORKPLACE_FIELDS",
    "ClosingDayPlan",
    "ImportPlan",
    "ImportProblem",
    "ImportReport",
    "InquiryPlan",
    "RowsRejected",
    "RulePlan",
    "WorkplacePlan",
    "apply",
    "guess_mapping",
    "import_closing_days",
    "import_inquiries",
    "import_rules",
    "import_workplaces",
    "plan_closing_days",
    "plan_inquiries",
    "plan_rules",
    "plan_workplaces",
    "read_table",
]

ImportPlan = InquiryPlan | WorkplacePlan | RulePlan | ClosingDayPlan


def apply(store: Store, plan: ImportPlan, *, skip_bad_rows: bool = False) -> ImportReport:
    """Import what ``plan`` was made of, and return what was done.

    The plan is made anew inside the transaction, so that what changed since it was looked at is
    taken into account.

    Raises:
        RowsRejected: there are rows that cannot be imported; nothing is written.
    """
    with store.atomic() as change_set:
        fresh = _plan_anew(store, plan)
        if fresh.report.rejected and not skip_bad_rows:
            raise RowsRejected(fresh.report)
        _write(store, fresh)
    written = fresh.report.added + fresh.report.updated
    return replace(fresh.report, change_set=change_set if written else "")


def import_inquiries(
    store: Store, data: bytes, *, dry_run: bool = False, skip_bad_rows: bool = False
) -> ImportReport:
    """Import the inquiries in a CSV file; with ``dry_run`` only say what would happen.

    Raises:
        UserError: the file cannot be read, or a column is missing.
        RowsRejected: rows cannot be imported and shall not be skipped; nothing is written.
    """
    plan = plan_inquiries(store, read_table(data))
    return plan.report if dry_run else apply(store, plan, skip_bad_rows=skip_bad_rows)


def import_workplaces(
    store: Store, data: bytes, *, dry_run: bool = False, skip_bad_rows: bool = False
) -> ImportReport:
    """Import the workplaces in a CSV file; as :func:`import_inquiries`."""
    plan = plan_workplaces(store, read_table(data))
    return plan.report if dry_run else apply(store, plan, skip_bad_rows=skip_bad_rows)


def import_rules(
    store: Store, data: bytes, *, dry_run: bool = False, skip_bad_rows: bool = False
) -> ImportReport:
    """Import the presence rules in a CSV file; as :func:`import_inquiries`."""
    plan = plan_rules(store, read_table(data))
    return plan.report if dry_run else apply(store, plan, skip_bad_rows=skip_bad_rows)


def import_closing_days(
    store: Store, data: bytes, *, dry_run: bool = False, skip_bad_rows: bool = False
) -> ImportReport:
    """Import the closing days in a CSV file; as :func:`import_inquiries`."""
    plan = plan_closing_days(store, read_table(data))
    return plan.report if dry_run else apply(store, plan, skip_bad_rows=skip_bad_rows)


def _plan_anew(store: Store, plan: ImportPlan) -> ImportPlan:
    match plan:
        case InquiryPlan():
            return plan_inquiries(store, plan.table, plan.mapping)
        case WorkplacePlan():
            return plan_workplaces(store, plan.table, plan.mapping)
        case RulePlan():
            return plan_rules(store, plan.table, plan.mapping)
        case ClosingDayPlan():
            return plan_closing_days(store, plan.table, plan.mapping)


def _write(store: Store, plan: ImportPlan) -> None:
    match plan:
        case InquiryPlan():
            write_inquiries(store, plan)
        case WorkplacePlan():
            write_workplaces(store, plan)
        case RulePlan():
            write_rules(store, plan)
        case ClosingDayPlan():
            write_closing_days(store, plan)
