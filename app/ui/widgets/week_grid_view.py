"""The scrolled part of the week grid: the canvas, and the strips beside it that stay in sight."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from app.ui.palette import tokens
from app.ui.widgets.week_grid_board import Board
from app.ui.widgets.week_grid_look import Look
from app.ui.widgets.week_grid_types import GridItem

MakeBoard = Callable[[QSize], Board]


class GridView(QScrollArea):
    """Shows a board, made anew for every size of the room.

    ``laid_out`` is sent when a new board is there, ``double_clicked`` with a point of the canvas.
    """

    laid_out = Signal()
    double_clicked = Signal(QPoint)

    def __init__(self, make: MakeBoard, parent: QWidget) -> None:
        super().__init__(parent)
        self._make = make
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.canvas = _Canvas(self)
        self.canvas.double_clicked.connect(self.double_clicked)
        self.setWidget(self.canvas)
        self._above_window = QWidget(self)
        self.above = _Above(self, self._above_window)
        self._gutter = _Gutter(self)
        self.board = make(self.viewport().size())
        self._ghosts = (_Ghost(self.canvas), _Ghost(self.canvas))
        self.horizontalScrollBar().valueChanged.connect(self._follow)
        self.verticalScrollBar().valueChanged.connect(self._follow)

    def lay_out(self) -> None:
        """Make the board anew."""
        self.board = self._make(self.viewport().size())
        margins = self.viewportMargins()
        if (margins.left(), margins.top()) != (self.board.gutter, self.board.top):
            self.setViewportMargins(self.board.gutter, self.board.top, 0, 0)
            self.board = self._make(self.viewport().size())
        self.canvas.resize(self.board.size)
        self._follow()
        self.canvas.update()
        self.laid_out.emit()

    def reveal(self, rect: QRect) -> None:
        """Scroll as little as shows a rectangle of the canvas."""
        seen = QRect(-self.canvas.pos(), self.viewport().size())
        for bar, low, high, first, last in (
            (self.verticalScrollBar(), rect.top(), rect.bottom(), seen.top(), seen.bottom()),
            (self.horizontalScrollBar(), rect.left(), rect.right(), seen.left(), seen.right()),
        ):
            if low < first:
                bar.setValue(max(low - 4, 0))
            elif high > last:
                bar.setValue(bar.value() + min(high - last + 4, low - first))

    def reveal_part(self, part: QWidget) -> None:
        """Scroll to a part of the canvas, or sideways to what stands in the strip above."""
        place = part.geometry()
        if part.parentWidget() is not self.canvas:
            place = QRect(place.x(), -self.canvas.y(), place.width(), 1)
        self.reveal(place)

    def show_ghost(self, item: GridItem, day: date, start: int, lines: tuple[str, ...]) -> None:
        """Show where an item would lie, with ``lines`` of words in it."""
        rects = self.board.ghost(item, day, start)
        for number, ghost in enumerate(self._ghosts):
            if number < len(rects):
                ghost.lines = lines if number == 0 else ()
                ghost.setGeometry(rects[number])
                ghost.raise_()
                ghost.update()
            ghost.setVisible(number < len(rects))

    def hide_ghost(self) -> None:
        """Take the ghost away."""
        for ghost in self._ghosts:
            ghost.hide()

    def ghost_rect(self) -> QRect | None:
        """Return where the ghost is; None if there is none."""
        return None if self._ghosts[0].isHidden() else self._ghosts[0].geometry()

    def reveal_ghost(self) -> None:
        """Scroll to the ghost, if there is one."""
        rect = self.ghost_rect()
        if rect is not None:
            self.reveal(rect)

    def sizeHint(self) -> QSize:
        look = Look(self)
        return QSize(look.em * 46, look.em * 42)

    def minimumSizeHint(self) -> QSize:
        look = Look(self)
        return QSize(look.em * 16, look.em * 14)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self.isVisible():
            self.lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # the arrows move the focus, not the scroll bars

    def _follow(self) -> None:
        """Keep the strips beside what is shown."""
        board, at = self.board, self.viewport().geometry()
        corner = self.contentsRect().topLeft()
        self._above_window.setGeometry(at.left(), corner.y(), at.width(), board.top)
        self.above.setGeometry(self.canvas.x(), 0, self.canvas.width(), board.top)
        self._gutter.setGeometry(corner.x(), at.top(), board.gutter, at.height())
        self.above.update()
        self._gutter.update()


class _Canvas(QWidget):
    """What lies behind the items."""

    double_clicked = Signal(QPoint)

    def __init__(self, view: GridView) -> None:
        super().__init__()
        self._view = view
        self.setProperty("transparent", "true")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.double_clicked.emit(event.position().toPoint())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(tokens().card))
        self._view.board.draw(painter, QRectF(event.rect()))


class _Above(QWidget):
    """The strip above: it moves sideways with the canvas."""

    def __init__(self, view: GridView, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._view.board.draw_top(painter, self.height())
        painter.setPen(QColor(tokens().border))
        y = self.height() - 0.5
        painter.drawLine(QPointF(0, y), QPointF(self.width(), y))


class _Gutter(QWidget):
    """The strip at the left: it moves up and down with the canvas."""

    def __init__(self, view: GridView) -> None:
        super().__init__(view)
        self._view = view

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor(tokens().border))
        x = self.width() - 0.5
        painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
        painter.translate(0, self._view.canvas.y())
        self._view.board.draw_gutter(painter, self.width())


class _Ghost(QWidget):
    """Where an item that is moved would lie; the pointer goes through it."""

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas)
        self.lines: tuple[str, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours, look = QPainter(self), tokens(), Look(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(colours.selection))
        painter.setPen(QPen(QColor(colours.accent), 2, Qt.PenStyle.DashLine))
        painter.setOpacity(0.9)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, look.em * 0.35, look.em * 0.35)
        painter.setOpacity(1)
        painter.setFont(look.title)
        painter.setPen(QColor(colours.text))
        room = box.adjusted(look.em * 0.5, look.em * 0.25, -look.em * 0.3, 0)
        painter.drawText(room, Qt.TextFlag.TextWordWrap, "\n".join(self.lines))
