"""The list of workplaces: search, filters, and one entry for each."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.ui.widgets.choice import Choice
from app.ui.widgets.columns import Columns
from app.ui.widgets.entry_list import Entry, EntryList
from app.ui.widgets.measure import em, label

ACTIVE, ENDED, ALL = "active", "ended", "all"
_GAP = 0.43
"""So narrow, in text sizes, that an entry is still seen below all filters where text is large."""


class WorkplaceList(QWidget):
    """``wanted`` is sent when search or filters change, ``chosen(id)`` when another is chosen."""

    wanted = Signal()
    chosen = Signal(str)
    entered = Signal()
    delete_asked = Signal()

    def __init__(self, sectors: tuple[tuple[str, str], ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit()
        self.search.setAccessibleName(self.tr("Søg arbejdsplads"))
        self.search.setPlaceholderText(self.tr("Søg navn, kode, by"))
        self.search.setClearButtonEnabled(True)
        self.sector = Choice(self.tr("Sektor"), (("", self.tr("Alle sektorer")), *sectors))
        self.state = Choice(
            self.tr("Vis"),
            (
                (ACTIVE, self.tr("Aktive")),
                (ENDED, self.tr("Afsluttede")),
                (ALL, self.tr("Alle")),
            ),
        )
        for choice in (self.sector, self.state):
            choice.setMinimumContentsLength(5)
        self.count = label("", "caption")
        self.view = EntryList(self.tr("Arbejdspladser"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, _GAP))
        filters = Columns((self.sector, self.state), least=18, shares=(4, 3), gap=_GAP)
        for widget in (self.search, filters, self.count):
            column.addWidget(widget)
        column.addWidget(self.view, 1)
        self._connect()

    def show_entries(self, entries: list[Entry], current: str) -> None:
        """Show these entries with ``current`` marked; scroll and focus stay."""
        self.view.show_entries(entries, current)
        self.count.setText(self.tr("%n arbejdspladser", "", len(entries)))

    def mark(self, current: str) -> None:
        """Mark the entry with this id, without sending ``chosen``."""
        self.view.mark(current)

    def ids(self) -> list[str]:
        """Return the ids that are shown, from above."""
        return self.view.ids()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key, plain = event.key(), event.modifiers() == Qt.KeyboardModifier.NoModifier
        if watched is self.search and key in (Qt.Key.Key_Down, Qt.Key.Key_Return) and plain:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            if self.view.currentRow() < 0 and self.view.count():
                self.view.setCurrentRow(0)
        elif watched is self.view and key in (Qt.Key.Key_Return, Qt.Key.Key_F2) and plain:
            self.entered.emit()
        elif watched is self.view and key == Qt.Key.Key_Delete and plain:
            self.delete_asked.emit()
        else:
            return False
        return True

    def _connect(self) -> None:
        self.search.textEdited.connect(lambda _: self.wanted.emit())
        self.search.textChanged.connect(lambda text: self.wanted.emit() if not text else None)
        self.sector.chosen.connect(lambda _: self.wanted.emit())
        self.state.chosen.connect(lambda _: self.wanted.emit())
        self.search.installEventFilter(self)
        self.view.installEventFilter(self)
        self.view.chosen.connect(self.chosen)
