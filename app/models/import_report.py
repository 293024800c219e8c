"""What an import says about a file: what it would add, what it refuses and why."""

import msgspec

from app.errors import UserError
from app.texts import Text


class ImportProblem(msgspec.Struct, frozen=True, kw_only=True):
    """One reason why a row cannot be imported; ``row`` is numbered as in a spreadsheet."""

    row: int
    column: str
    reason: Text

    @property
    def text(self) -> Text:
        """The problem as one line: row, column, reason."""
        if not self.column:
            return Text(f"række {self.row}: {self.reason.da}", f"row {self.row}: {self.reason.en}")
        return Text(
            f"række {self.row}, kolonne {self.column}: {self.reason.da}",
            f"row {self.row}, column {self.column}: {self.reason.en}",
        )


class ClosedMonth(msgspec.Struct, frozen=True, kw_only=True):
    """How many of the rows that are added lie in a month (``YYYY-MM``) that is closed."""

    month: str
    rows: int


class ImportReport(msgspec.Struct, frozen=True, kw_only=True):
    """The figures of an import, foreseen or done.

    ``rows`` = ``added`` + ``updated`` + ``already_there`` + ``left_out`` + the rows of
    ``rejected``; those that are left out hold nothing to import, see the ``notices``.
    ``closed_months`` are in order; their figures stay as they are, and the rows are corrections.
    ``change_set`` takes the import back with :meth:`app.models.store.Store.undo`; it is empty when
    nothing was written.
    """

    kind: str
    rows: int = 0
    added: int = 0
    updated: int = 0
    already_there: int = 0
    left_out: int = 0
    rejected: tuple[ImportProblem, ...] = ()
    new_people: int = 0
    new_rules: int = 0
    new_counsellors: tuple[str, ...] = ()
    new_organisations: tuple[str, ...] = ()
    closed_months: tuple[ClosedMonth, ...] = ()
    notices: tuple[Text, ...] = ()
    change_set: str = ""

    @property
    def rejected_rows(self) -> tuple[int, ...]:
        """The numbers of the rows that are refused."""
        return tuple(sorted({problem.row for problem in self.rejected}))


class RowsRejected(UserError):
    """Rows were refused, so nothing was imported."""

    def __init__(self, report: ImportReport) -> None:
        count = len(report.rejected_rows)
        rows = "1 række" if count == 1 else f"{count} rækker"
        rows_en = "1 row" if count == 1 else f"{count} rows"
        super().__init__(
            Text("Der blev ikke importeret noget.", "Nothing was imported."),
            Text(
                f"{rows} af {report.rows} kan ikke bruges.",
                f"{rows_en} of {report.rows} cannot be used.",
            ),
            Text(
                "Ret rækkerne i filen, eller importér uden dem.",
                "Correct the rows in the file, or import without them.",
            ),
        )
        self.report = report
