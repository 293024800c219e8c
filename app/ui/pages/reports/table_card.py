"""A card with one table of the report: title, what it is counted over, the figures."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from app.export.cells import Column, Table, Unit
from app.texts import Language
from app.ui.pages.reports.report_model import ReportModel
from app.ui.widgets.card import Card
from app.ui.widgets.measure import em, label
from app.ui.widgets.table import DataTable


class FullTable(DataTable):
    """A table as high as its rows: the page scrolls, not the table."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)

    def fit(self) -> None:
        """Give each figure the room that it needs, the names the rest, and all rows their height."""
        header = self.horizontalHeader()
        columns = range(1, header.count())
        for column in columns:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(column, self._width_of(column))
        # A section has a least size of its own, so it may be wider than what was asked for.
        names = self.viewport().width() - sum(map(header.sectionSize, columns))
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(0, max(names, em(self, _LEAST_NAME)))
        rows = self.model().rowCount() * self.verticalHeader().defaultSectionSize()
        too_wide = names < em(self, _LEAST_NAME)
        bar = self.horizontalScrollBar().sizeHint().height() if too_wide else 0
        self.setFixedHeight(header.sizeHint().height() + rows + bar + 2 * self.frameWidth() + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and self.model() is not None:
            self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        looks = event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange)
        if looks and self.model() is not None:
            self.fit()

    def _width_of(self, column: int) -> int:
        model, metrics = self.model(), QFontMetrics(_strong(self))
        side = Qt.Orientation.Horizontal
        title = str(model.headerData(column, side, Qt.ItemDataRole.DisplayRole))
        cells = [str(model.index(row, column).data()) for row in range(model.rowCount())]
        texts = [*title.split("\n"), *cells]
        widest = max(map(metrics.horizontalAdvance, texts), default=0)
        return min(widest, em(self, _MOST_FIGURE)) + em(self, 1.2)


_LEAST_NAME, _MOST_FIGURE = 9, 12


def _strong(widget: QWidget) -> QFont:
    font = QFont(widget.font())
    font.setWeight(QFont.Weight.DemiBold)
    return font


class TableCard(Card):
    """Shows one table; ``show_table`` may be called again and keeps the sorting."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.universe = label("", "caption", wrap=True)
        self.table = FullTable("")
        self.model = ReportModel(language, self)
        self.table.setModel(self.model)
        self.body.addWidget(self.universe)
        self.body.addWidget(self.table)
        self.body.addStretch(1)

    def add_chart(self, chart: QWidget) -> None:
        """Place a chart between the title and the table with its figures."""
        self.body.insertWidget(0, chart)

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
