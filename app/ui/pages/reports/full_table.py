"""A table of a report in which every figure can be asked for."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyleOptionViewItem, QWidget

from app.ui.pages.reports.seen import show_in_page
from app.ui.palette import tokens
from app.ui.widgets.measure import em
from app.ui.widgets.painting import draw_ring
from app.ui.widgets.table import DataTable, RowDelegate

_Index = QModelIndex | QPersistentModelIndex


class FullTable(DataTable):
    """A table as high as its rows: the page scrolls, not the table.

    ``asked`` carries the row and column of a figure that was clicked, or on which Enter was
    pressed; the arrow keys move from cell to cell. ``is_figure`` tells which cells are figures.
    """

    asked = Signal(int, int)

    def __init__(
        self, name: str, is_figure: Callable[[_Index], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__(name, parent)
        self._is_figure = is_figure
        self._marked = QPersistentModelIndex()
        self.setItemDelegate(_CellDelegate(self))
        self.setMouseTracking(True)
        self.opened.connect(lambda _: self._ask(self.currentIndex()))
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

    def go_to(self, row: int, column: int) -> None:
        """Move the focus to a cell."""
        self.setCurrentIndex(self.model().index(row, column))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        if self.hasFocus():
            show_in_page(self, self.box_of(current))

    def mark(self, index: QModelIndex) -> None:
        """Let a ring stand round a cell, or with an invalid index round none."""
        self._marked = QPersistentModelIndex(index)
        self.viewport().update()

    def ring_of(self, index: _Index) -> str:
        """Return the colour of the ring round a cell, or nothing."""
        if self.hasFocus() and self.currentIndex() == index:
            return tokens().accent
        return tokens().muted if self._marked.isValid() and index == self._marked else ""

    def box_of(self, index: _Index) -> QRect:
        """Return where a cell is, in the coordinates of the table."""
        return self.visualRect(index).translated(self.viewport().pos())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        one = len(self.selected_rows()) <= 1  # of several, rows are chosen to be copied
        if plain and one and event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self._ask(index, only_here=True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        on = index.isValid() and self._is_figure(index)
        shape = Qt.CursorShape.PointingHandCursor if on else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def _ask(self, index: _Index, *, only_here: bool = False) -> None:
        """Ask for the figure of a cell; on a name for the first figure of its row."""
        columns = range(self.model().columnCount())
        row = (
            [index]
            if only_here
            else [index, *(self.model().index(index.row(), at) for at in columns)]
        )
        figure = next((cell for cell in row if self._is_figure(cell)), None)
        if figure is not None:
            self.asked.emit(figure.row(), figure.column())

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
        return min(widest, em(self, _MOST_FIGURE)) + em(self, 1.35)


_LEAST_NAME, _MOST_FIGURE = 9, 15


def _strong(widget: QWidget) -> QFont:
    font = QFont(widget.font())
    font.setWeight(QFont.Weight.DemiBold)
    return font


class _CellDelegate(RowDelegate):
    """Draws a ring round the cell that has the focus, and round the one that is asked for."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index)
        view = self.parent()
        assert isinstance(view, FullTable)
        colour = view.ring_of(index)
        if colour:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_ring(painter, QRectF(option.rect), colour, em(view, 0.29))
            painter.restore()
