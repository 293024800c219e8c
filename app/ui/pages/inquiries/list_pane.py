"""The list itself: the table, what is chosen in it, and the order it stands in."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from app.models.inquiry_list import InquiryRow, InquirySort
from app.ui.pages.focus import holds_focus
from app.ui.pages.inquiries.cells import SORTS, Cells
from app.ui.pages.inquiries.inquiries_table import Column, InquiriesTable
from app.ui.pages.inquiries.view import InquiriesView
from app.ui.services import Services
from app.ui.widgets.empty_state import EmptyState

_CHOOSE = QItemSelectionModel.SelectionFlag


class ListPane(QWidget):
    """Shows the inquiries whose entry numbers it is given.

    ``current_changed`` tells that another inquiry is looked at, ``order_changed`` that the list
    shall be read in another order, ``reset_asked`` that every filter shall go.
    """

    current_changed = Signal()
    order_changed = Signal()
    reset_asked = Signal()

    def __init__(self, services: Services, cells: Cells, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.sort, self.descending = InquirySort.NEWEST, False
        self._marked = (int(Column.WHEN), Qt.SortOrder.DescendingOrder)
        self.table = InquiriesTable(self._load_rows, cells.headings(), cells.text, cells.tags)
        self.view = InquiriesView(self.tr("Henvendelser"))
        self.view.setModel(self.table)
        self.view.set_first_widths()
        self.view.horizontalHeader().setSortIndicator(*self._marked)
        self.none_found = EmptyState(
            self.tr("Ingen henvendelser passer til søgningen."), self.tr("Nulstil"), "search"
        )
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.none_found)
        self.none_found.activated.connect(self.reset_asked)
        self.table.sort_asked.connect(self._sort_by)
        selection = self.view.selectionModel()
        for changed in (selection.currentRowChanged, selection.selectionChanged):
            changed.connect(lambda *_: self.current_changed.emit())

    def show_seqs(self, seqs: tuple[int, ...]) -> None:
        """Show these inquiries; focus, selection and scroll stay as far as they can."""
        if seqs == self.table.seqs:
            self.table.set_seqs(seqs)
            return
        had_focus = holds_focus(self.view)
        chosen, current = self.chosen_seqs(), self.current_seq()
        place, scrolled = self.view.currentIndex().row(), self.view.verticalScrollBar().value()
        self.table.set_seqs(seqs)
        self._stack.setCurrentWidget(self.view if seqs else self.none_found)
        if seqs and current:
            self._choose_again(chosen, current, place)
        self.view.verticalScrollBar().setValue(scrolled)
        if had_focus:
            (self.view if seqs else self.none_found.button).setFocus()
        self.current_changed.emit()

    def choose(self, seq: int) -> bool:
        """Choose one inquiry and move to it; return False where the list does not hold it."""
        place = self.table.place_of(seq)
        if place is None:
            return False
        self.view.selectRow(place)
        index = self.table.index(place, 0)
        self.view.scrollTo(index, InquiriesView.ScrollHint.PositionAtCenter)
        self.view.setFocus()
        return True

    def current_seq(self) -> int:
        """Return the entry number of the inquiry that is looked at, 0 for none.

        It is a chosen one wherever any is chosen, so that nothing else is shown than what is used.
        """
        selection, index = self.view.selectionModel(), self.view.currentIndex()
        if not index.isValid():
            return 0
        if selection.isRowSelected(index.row()) or not selection.hasSelection():
            return self.table.seqs[index.row()]
        return self.chosen_seqs()[0]

    def chosen_seqs(self) -> list[int]:
        """Return the entry numbers of the chosen rows, from above."""
        return [self.table.seqs[place] for place in self.view.selected_rows()]

    def enter(self) -> None:
        """Move the focus into the table, to its first row if none is current."""
        if self.table.seqs:
            if not self.view.currentIndex().isValid():
                self.view.selectRow(0)
            self.view.setFocus()

    def _choose_again(self, chosen: list[int], current: int, place: int) -> None:
        """Choose what was chosen before; where it is gone, what now stands in its place."""
        selection, last = self.view.selectionModel(), len(self.table.seqs) - 1
        stays = self.table.place_of(current)
        if stays is not None or holds_focus(self.view):
            row = min(place, last) if stays is None else stays
            how = _CHOOSE.ClearAndSelect | _CHOOSE.Rows
            selection.setCurrentIndex(self.table.index(row, 0), how)
        for seq in chosen:
            row_of = self.table.place_of(seq)
            if row_of is not None:
                selection.select(self.table.index(row_of, 0), _CHOOSE.Select | _CHOOSE.Rows)

    def _sort_by(self, column: int, descending: bool) -> None:
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        if (column, order) == self._marked:
            return
        if column == Column.WHEN:
            self.sort = InquirySort.NEWEST if descending else InquirySort.OLDEST
        elif column in SORTS:
            self.sort = SORTS[Column(column)]
        else:  # codes have no order of their own: the mark stays where it was
            self.view.horizontalHeader().setSortIndicator(*self._marked)
            return
        self._marked, self.descending = (column, order), descending
        self.order_changed.emit()

    def _load_rows(
        self,
        seqs: Sequence[int],
        done: Callable[[tuple[InquiryRow, ...]], None],
        failed: Callable[[], None],
    ) -> None:
        def not_read(error: Exception) -> None:
            failed()
            self._services.notices.show_error(error)

        self._services.runner.run(lambda store: store.inquiries.rows(seqs), done, not_read)
