"""The grid of laptops and months: what came, what is late, and what is in doubt."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QTableView, QWidget

from app.models.sorting import danish_key
from app.models.team.lead_status import LaptopRow
from app.texts import Language
from app.ui import icons
from app.ui.pages.collected.whose import Whose
from app.ui.pages.collected.words import (
    ICONS,
    cell_details,
    cell_text,
    heading,
    remarks,
    who,
)
from app.ui.palette import colour, tokens
from app.ui.widgets.frozen_columns import FrozenColumns
from app.ui.widgets.measure import em
from app.ui.widgets.painting import draw_ring
from app.ui.widgets.table import DataTable, RowDelegate

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_MOST_ROWS = 14
FROZEN = 2
"""The columns before the months: whose laptop it is, and what is wrong with it."""

_FROZEN_SHARE = 0.45
"""How much of the width they may take."""


class GridModel(QAbstractTableModel):
    """Whose laptop, what is wrong, then its months; a month sorts by its word, so that what is missing
    comes together."""

    def __init__(self, language: Language, titles: tuple[str, str]) -> None:
        super().__init__()
        self._language, self._titles = language, titles
        self._rows: list[LaptopRow] = []
        self._months: tuple[str, ...] = ()
        self._people: Mapping[str, Whose] = {}
        self._sorted = (0, Qt.SortOrder.AscendingOrder)

    def show_rows(
        self, rows: Sequence[LaptopRow], months: Sequence[str], people: Mapping[str, Whose]
    ) -> None:
        """Show these laptops, sorted as before; ``people`` says whose each is, by its source."""
        self.beginResetModel()
        self._rows, self._months, self._people = list(rows), tuple(months), people
        self._arrange()
        self.endResetModel()

    @property
    def has_remarks(self) -> bool:
        """Whether anything is wrong with any laptop."""
        return any(remarks(row, self._whose(row)) for row in self._rows)

    def row_at(self, row: int) -> LaptopRow:
        """Return the laptop of a row."""
        return self._rows[row]

    def details(self, index: _Index) -> str:
        """Return what a cell stands for, in one sentence."""
        row = self._rows[index.row()]
        whose, at = self._whose(row), index.column() - FROZEN
        if 0 <= at < len(self._months):
            return cell_details(row, whose, row.months[at], self._language)
        said = remarks(row, whose)
        return f"{who(row, whose)}: {said}" if said else who(row, whose)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._months) + FROZEN

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section < FROZEN:
            return self._titles[section]
        return heading(self._months[section - FROZEN], self._language)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(self._rows[index.row()], index.column())
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.details(index)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icon(index.row(), index.column())
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if column < 0:
            return
        self.layoutAboutToBeChanged.emit()
        self._sorted = (column, order)
        self._arrange()
        self.layoutChanged.emit()

    def _arrange(self) -> None:
        column, order = self._sorted
        self._rows.sort(key=lambda row: danish_key(self._words(row, 0)))
        if 0 < column < len(self._months) + FROZEN:
            keys = {row.source: danish_key(self._words(row, column)) for row in self._rows}
            self._rows.sort(key=lambda row: keys[row.source])
        if order == Qt.SortOrder.DescendingOrder:
            self._rows.reverse()

    def _whose(self, row: LaptopRow) -> Whose | None:
        return self._people.get(row.source)

    def _words(self, row: LaptopRow, column: int) -> str:
        if column == 0:
            return who(row, self._whose(row))
        if column == 1:
            return remarks(row, self._whose(row))
        return cell_text(row.months[column - FROZEN], self._language)

    def _icon(self, row: int, column: int) -> object:
        laptop = self._rows[row]
        if column >= FROZEN:
            name, role = ICONS[laptop.months[column - FROZEN].state]
        elif column == 1 and laptop.forked:
            name, role = "warning", "danger.text"
        elif column == 1 and laptop.gaps:
            name, role = "warning", "warn.text"
        else:
            name, role = "", ""
        return icons.icon(name, colour(tokens(), role)) if name else None


class Grid(DataTable):
    """Names and remarks stay in sight while the months scroll, and the newest is seen first.

    ``looked_at`` carries the sentence about the cell that one moves to.
    """

    looked_at = Signal(str)

    def __init__(self, name: str, model: GridModel, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.grid = model
        self._at_newest = True
        self._wanted: list[int] = []
        self.setItemDelegate(_CellDelegate(self))
        self.setIconSize(QSize(em(self, 1.1), em(self, 1.1)))
        self.setModel(model)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setSectionsMovable(False)
        self.selectionModel().currentChanged.connect(self._moved)
        self.frozen = FrozenColumns(self, FROZEN)
        model.modelReset.connect(self._fit)
        model.layoutChanged.connect(self._fit)
        bar = self.horizontalScrollBar()
        bar.rangeChanged.connect(self._keep_newest)
        # What somebody scrolls to by hand stays, what follows from a new width is no choice.
        bar.actionTriggered.connect(lambda _: self._note_place(bar.sliderPosition()))

    def cell(self, row: int, column: int) -> str:
        """Return the words in a cell."""
        return str(self.grid.index(row, column).data())

    def go_back_to(self, row: int, column: int) -> None:
        """Make a cell the current one, without scrolling the months."""
        kept = self.horizontalScrollBar().value()
        self.setCurrentIndex(self.grid.index(row, column))
        self.horizontalScrollBar().setValue(kept)

    def scrollTo(
        self,
        index: _Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Let no cell be hidden beneath the frozen columns, which are always in sight themselves."""
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        if index.column() < FROZEN:
            bar.setValue(before)
            return
        hidden = self.frozen.covered - self.visualRect(index).left()
        if hidden > 0:
            bar.setValue(bar.value() - hidden)
        self._note_place(bar.value())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _note_place(self, value: int) -> None:
        self._at_newest = value >= self.horizontalScrollBar().maximum()

    def _keep_newest(self, _least: int, most: int) -> None:
        if self._at_newest:
            self.horizontalScrollBar().setValue(most)

    def _moved(self, current: _Index, _before: _Index) -> None:
        self.frozen.viewport().update()
        self.looked_at.emit(self.grid.details(current) if current.isValid() else "")

    def _fit(self) -> None:
        """Be as high as the rows need, up to a screenful, and let columns fit their words."""
        self.resizeColumnsToContents()
        self._wanted = [self.columnWidth(at) for at in range(FROZEN)]
        self._share_width()
        self.frozen.set_column_hidden(1, hidden=not self.grid.has_remarks)
        rows = min(max(self.grid.rowCount(), 1), _MOST_ROWS)
        height = self.verticalHeader().defaultSectionSize() * rows
        bar = self.horizontalScrollBar().sizeHint().height()
        around = self.horizontalHeader().sizeHint().height() + bar + 2 * self.frameWidth()
        self.setFixedHeight(height + around)

    def _share_width(self) -> None:
        """Leave the months most of the width: long names and remarks are told in full below.

        What a short name does not need, the remark has.
        """
        left = round(self.viewport().width() * _FROZEN_SHARE)
        for at, wanted in enumerate(self._wanted):
            width = min(wanted, max(em(self, 5), left // (FROZEN - at)))
            self.setColumnWidth(at, width)
            left -= width


class _CellDelegate(RowDelegate):
    """Shows which cell of the row one is in: what is said below is about that one."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the room that the words and the gaps beside them need."""
        hint = super().sizeHint(option, index)
        return QSize(hint.width() + 2 * option.fontMetrics.height(), hint.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index)
        owner = self.parent()
        assert isinstance(owner, QTableView)
        # The frozen columns have no focus of their own, and show that of the table.
        if owner.hasFocus() and owner.currentIndex() == index:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_ring(painter, QRectF(option.rect), tokens().accent, em(owner, 0.29))
            painter.restore()
