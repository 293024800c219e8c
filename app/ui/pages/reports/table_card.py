"""A card with one table of the report: title, what it is counted over, the figures."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QRect, Signal
from PySide6.QtWidgets import QWidget

from app.export.cells import Column, Table, Unit
from app.texts import Language
from app.ui.pages.reports.full_table import FullTable
from app.ui.pages.reports.place import Place
from app.ui.pages.reports.report_model import ReportModel
from app.ui.widgets.card import Card
from app.ui.widgets.measure import label


class TableCard(Card):
    """Shows one table; ``show_table`` may be called again and keeps the sorting.

    ``asked`` carries the place of a figure.
    """

    asked = Signal(object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.universe = label("", "caption", wrap=True)
        self.model = ReportModel(language, self)
        self.model.hint = self.tr("Klik eller tryk Enter: hvad er dette tal?")
        self.table = FullTable("", self.model.is_figure)
        self.table.setModel(self.model)
        self.table.asked.connect(self._ask)
        self.body.addWidget(self.universe)
        self.body.addWidget(self.table)
        self.body.addStretch(1)

    def add_chart(self, chart: QWidget) -> None:
        """Place a chart between the title and the table with its figures."""
        self.body.insertWidget(0, chart)

    def go_to(self, place: Place) -> None:
        """Move the focus to the cell of a place, or to the table where it is not shown."""
        cell = self.model.cell_of(place.row, place.column)
        self.table.go_to(*(cell or (0, 0)))

    def box_of(self, place: Place) -> QRect | None:
        """Return where the cell of a place is in the table, None where it is not shown."""
        cell = self.model.cell_of(place.row, place.column)
        return None if cell is None else self.table.box_of(self.model.index(*cell))

    def printed(self, place: Place) -> str:
        """Return what stands in the cell of a place, nothing where it is not shown."""
        cell = self.model.cell_of(place.row, place.column)
        return "" if cell is None else str(self.model.index(*cell).data())

    def mark(self, place: Place | None) -> None:
        """Let a ring stand round the cell of a place, or round none."""
        cell = None if place is None else self.model.cell_of(place.row, place.column)
        self.table.mark(QModelIndex() if cell is None else self.model.index(*cell))

    def _ask(self, row: int, column: int) -> None:
        self.asked.emit(Place(*self.model.keys_of(row, column), "table"))

    def show_table(
        self, table: Table, *, band: str = "", groups: Mapping[str, str] | None = None
    ) -> None:
        """Show a table; ``band`` leaves out the columns of the other bands ("first" or "all")."""
        self.set_title(table.title)
        self.universe.setText(table.universe)
        self.table.setAccessibleName(table.title)
        self.table.setAccessibleDescription(table.universe)
        columns = {column.key: _heading(column, band) for column in table.columns}
        other = {"first": "all", "all": "first"}.get(band, "-")
        kept = {k: title for k, title in columns.items() if k.removesuffix("_share") != other}
        self.model.show_table(table, kept, groups or {})
        self.table.fit()


def _heading(column: Column, band: str) -> str:
    if column.unit is Unit.TEXT:
        return column.title
    if column.band and not (band and column.key.startswith(band)):
        return f"{column.band}\n{column.title.lower()}"
    return _in_two_lines(column.title)


def _in_two_lines(title: str) -> str:
    """Return a long heading broken at the blank nearest to its middle."""
    blanks = [at for at, letter in enumerate(title) if letter == " "]
    if len(title) <= _LONG_TITLE or not blanks:
        return title
    middle = min(blanks, key=lambda at: abs(at - len(title) / 2))
    return f"{title[:middle]}\n{title[middle + 1 :]}"


_LONG_TITLE = 11
