"""A drawing whose bars or points can be chosen, with the mouse and with the arrow keys."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.palette import tokens
from app.ui.widgets.measure import announce, em
from app.ui.widgets.painting import draw_ring
from app.ui.widgets.svg_view import SvgView

_PRESSES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
}


class ChartView(SvgView):
    """Sends ``chosen`` with the number of a part for a click, or for Enter on the current one.

    The parts share the drawing evenly: below each other, or with ``upright`` beside each other.
    """

    chosen = Signal(int)

    def __init__(
        self, name: str = "", *, upright: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, parent)
        self._upright = upright
        self._parts: tuple[str, ...] = ()
        self.current = 0
        self._marked: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)

    def set_parts(self, names: Sequence[str]) -> None:
        """Name the parts from the first to the last; without any the drawing is only looked at."""
        self._parts = tuple(names)
        self.current = max(0, min(self.current, len(self._parts) - 1))
        policy = Qt.FocusPolicy.StrongFocus if names else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)
        self.update()

    def set_current(self, number: int) -> None:
        """Move to a part, and let a screen reader say it."""
        self.current = max(0, min(number, len(self._parts) - 1))
        self.update()
        if self._parts and self.hasFocus():
            announce(self, self._parts[self.current])

    def mark(self, number: int | None) -> None:
        """Let a ring stand round a part, or round none."""
        self._marked = number
        self.update()

    def box_of(self, number: int) -> QRectF:
        """Return where a part is, in the coordinates of this widget."""
        drawn, count = self.drawn_size(), max(1, len(self._parts))
        if self._upright:
            width = drawn.width() / count
            return QRectF(number * width, 0, width, drawn.height())
        height = drawn.height() / count
        return QRectF(0, number * height, drawn.width(), height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if not self._parts:
            super().keyPressEvent(event)
        elif key in _PRESSES:
            self.chosen.emit(self.current)
        elif key in _STEPS:
            self.set_current(self.current + _STEPS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.set_current(0 if key == Qt.Key.Key_Home else len(self._parts) - 1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._at(event)
        if number is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self.set_current(number)
        self.chosen.emit(number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        on = self._at(event) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if on else Qt.CursorShape.ArrowCursor)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.set_current(self.current)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._parts:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._marked is not None:
            draw_ring(painter, self.box_of(self._marked), tokens().muted, em(self, 0.43))
        if self.hasFocus():
            draw_ring(painter, self.box_of(self.current), tokens().accent, em(self, 0.43))

    def _at(self, event: QMouseEvent) -> int | None:
        spot = event.position()
        numbers = range(len(self._parts))
        return next((each for each in numbers if self.box_of(each).contains(spot)), None)
