"""One row of a file to import: its cells by field, and the problems found in them."""

from collections.abc import Callable
from typing import TypeVar

from app.models.checking import LIKE_A_CPR_NUMBER
from app.models.csv_reading import Row, Table
from app.models.import_cells import BadCell
from app.models.import_columns import ColumnMapping
from app.models.import_report import ImportProblem
from app.models.rules import find_cpr
from app.texts import Text

T = TypeVar("T")

LONGEST_LINE = 200
"""Characters of a name, a place, a phone number or a key."""

_TOO_MANY = Text(
    "Rækken har flere celler end overskriften.",
    "The row has more cells than the header.",
)


class RowReader:
    """Reads the cells of one row and collects every problem; a column is named at most once."""

    def __init__(
        self, table: Table, mapping: ColumnMapping, row: Row, numbers: tuple[str, ...] = ()
    ) -> None:
        """Read ``row``; the fields in ``numbers`` hold ten digits that are no CPR number."""
        self.number = row.number
        self.problems: list[ImportProblem] = []
        self._headers = mapping
        self._cells = dict(zip(table.columns, row.cells, strict=False))
        harmless = {mapping.get(field) for field in numbers}
        for header, cell in zip(table.columns, row.cells, strict=False):
            if header not in harmless and find_cpr(cell):
                self._note(header, LIKE_A_CPR_NUMBER)
        if any(row.cells[len(table.columns) :]):
            self._note("", _TOO_MANY)

    def raw(self, field: str) -> str:
        """Return the text of a field with its line breaks, empty where there is no such column."""
        return self._cells.get(self._headers.get(field, ""), "")

    def text(self, field: str) -> str:
        """Return the text of a field on one line; a longer one than a name can be is refused."""
        line = " ".join(self.raw(field).split())
        self.require(
            len(line) <= LONGEST_LINE,
            field,
            f"Teksten er for lang: højst {LONGEST_LINE} tegn.",
            f"The text is too long: at most {LONGEST_LINE} characters.",
        )
        return line

    def read(self, field: str, parse: Callable[[str], T | None], default: T) -> T:
        """Return the value of a field; ``default`` for an empty or, with a problem, a bad cell."""
        try:
            value = parse(self.raw(field))
        except BadCell as error:
            self._note(self._headers.get(field, field), error.reason)
            return default
        return default if value is None else value

    def require(self, holds: bool, field: str, danish: str, english: str) -> None:
        """Note a problem of a field unless ``holds``."""
        if not holds:
            self._note(self._headers.get(field, field), Text(danish, english))

    def _note(self, header: str, reason: Text) -> None:
        if all(problem.column != header for problem in self.problems):
            self.problems.append(ImportProblem(row=self.number, column=header, reason=reason))
