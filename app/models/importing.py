"""Importing a registration from CSV: plan it, look at the plan, apply it.

All or nothing unless told otherwise; one transaction, which can be taken back as one; importing
the same file twice adds nothing. The formats are described in ``docs/import.md``.
"""

from msgspec.structs import replace

from app.models.csv_reading import read_table
from app.models.import_columns import INQUIRY_FIELDS, WORKPLACE_FIELDS, guess_mapping
from app.models.import_inquiries import InquiryPlan, plan_inquiries, write_inquiries
from app.models.import_report import ImportProblem, ImportReport, RowsRejected
from app.models.import_workplaces import WorkplacePlan, plan_workplaces, write_workplaces
from app.models.store import Store

__all__ = [
    "INQUIRY_FIELDS",
    "WORKPLACE_FIELDS",
    "ImportPlan",
    "ImportProblem",
    "ImportReport",
    "InquiryPlan",
    "RowsRejected",
    "WorkplacePlan",
    "apply",
    "guess_mapping",
    "import_inquiries",
    "import_workplaces",
    "plan_inquiries",
    "plan_workplaces",
    "read_table",
]

ImportPlan = InquiryPlan | WorkplacePlan


def apply(store: Store, plan: ImportPlan, *, skip_bad_rows: bool = False) -> ImportReport:
    """Import what ``plan`` was made of, and return what was done.

    The plan is made anew inside the transaction, so that what changed since it was looked at is
    taken into account.

    Raises:
        RowsRejected: there are rows that cannot be imported; nothing is written.
    """
    with store.atomic() as change_set:
        fresh: ImportPlan
        if isinstance(plan, InquiryPlan):
            fresh = plan_inquiries(store, plan.table, plan.mapping)
        else:
            fresh = plan_workplaces(store, plan.table, plan.mapping)
        if fresh.report.rejected and not skip_bad_rows:
            raise RowsRejected(fresh.report)
        if isinstance(fresh, InquiryPlan):
            write_inquiries(store, fresh)
        else:
            write_workplaces(store, fresh)
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
