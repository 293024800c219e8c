"""The first columns of a table, which stay where they are while the others scroll beneath them."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from app.ui.widgets.table import DataTable

_Index = QModelIndex | QPersistentModelIndex


class FrozenColumns(QTableView):
    """Lies over the first ``count`` columns of ``table`` and shows the same rows, chosen and sorted alike.

    It takes no focus of its own: the keyboard and screen readers have the table alone. Made after the
    table got its model.
    """

    def __init__(self, table: DataTable, count: int) -> None:
        super().__init__(table)
        self._table, self._count = table, count
        self.setModel(table.model())
        self.setSelectionModel(table.selectionModel())
        self.setItemDelegate(table.itemDelegate())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionBehavior(table.selectionBehavior())
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setIconSize(table.iconSize())
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(table.verticalScrollMode())
        for scroll in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            scroll(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("frozen", "true")
        self._set_up_headers()
        self._connect()
        table.installEventFilter(self)
        self.follow()

    @property
    def covered(self) -> int:
        """The width that it takes of the table, in pixels."""
        columns = range(self._count)
        return sum(self._table.columnWidth(at) for at in columns if not self.isColumnHidden(at))

    def set_column_hidden(self, column: int, *, hidden: bool) -> None:
        """Show or hide one of the frozen columns."""
        for view in (self, self._table):
            view.setColumnHidden(column, hidden)
        self.follow()

    def follow(self) -> None:
        """Take on the widths and the place of what lies beneath."""
        table = self._table
        for column in range(self.model().columnCount()):
            if column < self._count:
                self.setColumnWidth(column, table.columnWidth(column))
            else:
                self.setColumnHidden(column, True)
        self.verticalHeader().setDefaultSectionSize(table.verticalHeader().defaultSectionSize())
        self.horizontalHeader().setFixedHeight(table.horizontalHeader().height())
        head, below = table.horizontalHeader().geometry(), table.viewport().geometry()
        self.setGeometry(head.left(), head.top(), self.covered, below.bottom() + 1 - head.top())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the table when it grows, and show the ring of its focus."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.StyleChange):
            self.follow()
        elif event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.viewport().update()
        return False

    def _set_up_headers(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header, below = self.horizontalHeader(), self._table.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(below.minimumSectionSize())
        header.setDefaultAlignment(below.defaultAlignment())
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(below.sortIndicatorSection(), below.sortIndicatorOrder())

    def _connect(self) -> None:
        table = self._table
        header, below = self.horizontalHeader(), table.horizontalHeader()
        # Each tells the other only what is new to it.
        below.sortIndicatorChanged.connect(self._show_sorting)
        header.sortIndicatorChanged.connect(table.sortByColumn)
        below.sectionResized.connect(lambda *_: self.follow())
        header.sectionResized.connect(self._resized)
        bar, beside = table.verticalScrollBar(), self.verticalScrollBar()
        bar.valueChanged.connect(beside.setValue)
        beside.valueChanged.connect(bar.setValue)
        self.model().modelReset.connect(self.follow)
        self.clicked.connect(lambda _: table.setFocus(Qt.FocusReason.MouseFocusReason))

    def _show_sorting(self, column: int, order: Qt.SortOrder) -> None:
        self.horizontalHeader().setSortIndicator(column, order)

    def _resized(self, column: int, _before: int, width: int) -> None:
        if column < self._count and width and self._table.columnWidth(column) != width:
            self._table.setColumnWidth(column, width)
