"""A figure that can be asked for with a click, or with Enter."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.pages.reports.place import Place
from app.ui.pages.scrolled import bring_into_view
from app.ui.palette import tokens
from app.ui.widgets.measure import MIN_TARGET, em
from app.ui.widgets.painting import draw_ring

_PRESSES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Askable(QWidget):
    """Holds a figure in its ``column`` and sends ``asked`` with its place; without one it is words."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place: Place | None = None
        self._marked = False
        self.column = QVBoxLayout(self)
        side = em(self, 0.29)  # room for the ring of the focus
        self.column.setContentsMargins(side, 0, side, 0)
        self.column.setSpacing(0)
        self.setMinimumSize(MIN_TARGET, MIN_TARGET)

    @property
    def place(self) -> Place | None:
        """Where the figure comes from, None for one that cannot be asked for."""
        return self._place

    @place.setter
    def place(self, place: Place | None) -> None:
        self._place = place
        known = place is not None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if known else Qt.FocusPolicy.NoFocus)
        shape = Qt.CursorShape.PointingHandCursor if known else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def mark(self, marked: bool) -> None:
        """Let a ring stand round the figure, as long as it is asked for."""
        self._marked = marked
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._place is not None and event.key() in _PRESSES:
            self.asked.emit(self._place)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._place is not None and event.button() == Qt.MouseButton.LeftButton:
            self.asked.emit(self._place)
        else:
            super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        bring_into_view(self)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() or self._marked:
            colour = tokens().accent if self.hasFocus() else tokens().muted
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_ring(painter, QRectF(self.rect()), colour, em(self, 0.43))
