"""The private note: a small panel over the page, kept with the inquiry and nowhere else."""

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from app.ui.widgets.measure import em, label
from app.ui.widgets.overlay import Overlay

_MOVES = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)


class NotePanel(Overlay):
    """Opens above its button; Esc or going elsewhere closes it, what is written stays.

    It makes room for ``warning``, which may appear above the button while one writes.
    """

    edited = Signal(str)

    def __init__(self, page: QWidget, anchor: QWidget, warning: QWidget, name: str) -> None:
        super().__init__(page, name)
        self._page, self._anchor, self._warning = page, anchor, warning
        for moved in (anchor, warning):
            moved.installEventFilter(self)
        self.field = QPlainTextEdit()
        self.field.setAccessibleName(name)
        self.field.setTabChangesFocus(True)
        self.field.setPlaceholderText(self.tr("Kun til dig. Skriv ingen CPR-numre."))
        side = em(self, 0.71)
        column = QVBoxLayout(self)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(em(self, 0.36))
        column.addWidget(self.field, 1)
        hint = self.tr("Noten kommer aldrig med i opgørelser.")
        column.addWidget(label(hint, "caption", wrap=True))
        self.field.textChanged.connect(lambda: self.edited.emit(self.field.toPlainText()))

    def show_note(self, text: str) -> None:
        """Show a note without sending ``edited``."""
        if self.field.toPlainText() != text:
            self.field.blockSignals(True)
            self.field.setPlainText(text)
            self.field.moveCursor(QTextCursor.MoveOperation.End)  # whoever masks goes on writing
            self.field.blockSignals(False)

    def place(self) -> None:
        """Stand above the button, inside the page."""
        gap = em(self, 0.43)
        corner = self._anchor.mapTo(self._page, QPoint(0, 0))
        if self._warning.isVisible():
            corner.setY(self._warning.mapTo(self._page, QPoint(0, 0)).y())
        width = min(em(self, 30), self._page.width() - 2 * gap)
        height = max(em(self, 4), min(em(self, 12), corner.y() - 2 * gap))
        x = max(gap, min(corner.x(), self._page.width() - width - em(self, 1.43)))
        self.setGeometry(x, corner.y() - height - gap, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move along when the button or the warning moves."""
        if event.type() in _MOVES and not self.isHidden():
            self.place()
        return False
