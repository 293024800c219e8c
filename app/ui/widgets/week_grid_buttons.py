"""What can be pressed in the week grid: items, what has no room, and the headings of the days."""

from datetime import date

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from app.ui.palette import tokens
from app.ui.widgets.painting import draw_ring
from app.ui.widgets.week_grid_board import Block
from app.ui.widgets.week_grid_look import Look, Shown, draw_item
from app.ui.widgets.week_grid_types import GridDay, GridItem, clock

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

_FOCUS_RETURNS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""How the focus comes back to where it already was."""


class GridButton(QAbstractButton):
    """Base: drawn by itself; Space clicks it, and all other keys are left to the grid.

    ``opened`` is a double click, ``entered`` the focus that came from elsewhere in the window.
    """

    opened = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent)
        self.look = look
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return self.size()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            super().keyPressEvent(event)
        else:
            event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() not in _FOCUS_RETURNS:
            self.entered.emit()


class ItemButton(GridButton):
    """One item. ``grabbed``, ``dragged`` and ``dropped`` tell of the pointer, in the window."""

    grabbed = Signal(QPoint)
    dragged = Signal(QPoint)
    dropped = Signal(QPoint)

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent, look)
        self.item: GridItem
        self.block: Block
        self._selected = self._one_line = self._dragging = False
        self._pressed_at: QPoint | None = None

    def show_block(self, block: Block, spoken: str, *, one_line: bool) -> None:
        """Stand for a block with one part; ``spoken`` is what a screen reader says."""
        self.block, self.item, self._one_line = block, block.parts[0].item, one_line
        self.setGeometry(block.rect)
        self.setAccessibleName(spoken)
        item = self.item
        times = f"{clock(item.start)}–{clock(item.end)}"
        self.setToolTip("\n".join(filter(None, (times, item.title, item.detail, item.note))))
        self.update()

    def set_selected(self, on: bool) -> None:
        """Mark the item as the chosen one."""
        if on != self._selected:
            self._selected = on
            self.update()

    def let_go(self) -> None:
        """Forget the pointer: what is dragged was taken back."""
        self._dragging = False
        self._pressed_at = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.globalPosition().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.globalPosition().toPoint()
        if self._dragging:
            self.dragged.emit(here)
        elif self._pressed_at is not None and self.item.movable:
            way = (here - self._pressed_at).manhattanLength()
            if way >= QApplication.startDragDistance():
                self._dragging = True
                self.setDown(False)
                self.grabbed.emit(self._pressed_at)
                self.dragged.emit(here)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            self.let_go()
            self.dropped.emit(event.globalPosition().toPoint())
        else:
            self._pressed_at = None
            super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = Shown(
            selected=self._selected,
            focused=self.hasFocus(),
            hovered=self.underMouse(),
            one_line=self._one_line,
            goes_on=self.block.parts[0].before > 0,
        )
        draw_item(QPainter(self), QRectF(self.rect()), self.item, self.look, shown)


class MoreButton(GridButton):
    """Stands for the items of a day that have no room; opens the day."""

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent, look)
        self.day = date.min
        self._long = self._short = ""

    def show_block(self, block: Block, day: GridDay) -> None:
        """Stand for all parts of a block."""
        self.day = day.day
        self._short = f"+{len(block.parts)}"
        self._long = self.tr("+%n flere", "", len(block.parts))
        self.setGeometry(block.rect)
        self.setAccessibleName(f"{self._long}, {day.spoken or day.label}")
        titles = [f"{clock(part.item.start)} {part.item.title}" for part in block.parts[:12]]
        self.setToolTip("\n".join([self._long, *titles]))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, radius = QRectF(self.rect()), self.look.em * 0.35
        painter.setPen(QColor(colours.outline))
        painter.setBrush(QColor(colours.hover if self.underMouse() else colours.card))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        if self.hasFocus():
            draw_ring(painter, box, colours.accent, radius)
        painter.setFont(self.look.title)
        painter.setPen(QColor(colours.text))
        fits = self.look.title_metrics.horizontalAdvance(self._long) < self.width() - 6
        text = self._long if fits else self._short
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


class DayButton(GridButton):
    """The heading of a day; ``as_number`` shows only the number, as in a month."""

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent, look)
        self.day = GridDay(date.min, "")
        self._today = self._as_number = self._faint = False

    def show_day(self, day: GridDay, *, today: bool, as_number: bool, faint: bool = False) -> None:
        """Stand for a day."""
        self.day, self._today, self._as_number, self._faint = day, today, as_number, faint
        parts = (day.spoken or day.label, self.tr("i dag") if today else "", day.note)
        self.setAccessibleName(", ".join(filter(None, parts)))
        self.setToolTip(self.accessibleName())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours, em = QPainter(self), tokens(), self.look.em
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.underMouse():
            painter.fillRect(box, QColor(colours.hover))
        if self.hasFocus():
            draw_ring(painter, box, colours.accent, em * 0.35)
        painter.setFont(self.look.detail if self._as_number else self.look.heading)
        text = str(self.day.day.day) if self._as_number else self.day.label
        inner = box.adjusted(em * 0.6, 0, -em * 0.4, 0)
        high = painter.fontMetrics().height()
        two_lines = self.day.note and not self._as_number
        y = (box.height() - high - (self.look.detail_metrics.height() if two_lines else 0)) / 2
        if self._today:
            wide = painter.fontMetrics().horizontalAdvance(text)
            pill = QRectF(inner.x() - em * 0.35, y - 1, wide + em * 0.7, high + 2)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        ink = colours.muted if self._faint or self.day.closed else colours.text
        painter.setPen(QColor(colours.on_accent if self._today else ink))
        painter.drawText(QPointF(inner.x(), y + painter.fontMetrics().ascent()), text)
        if self.day.note:
            below = inner.adjusted(0, y + high, 0, 0)
            beside = inner.adjusted(painter.fontMetrics().horizontalAdvance(text) + em, y, 0, 0)
            self._draw_note(painter, below if two_lines else beside)

    def _draw_note(self, painter: QPainter, room: QRectF) -> None:
        metrics = self.look.detail_metrics
        painter.setFont(self.look.detail)
        painter.setPen(QColor(tokens().muted))
        cut = metrics.elidedText(self.day.note, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(QRectF(room.x(), room.y(), room.width() + 1, metrics.height()), 0, cut)


def is_key(event: QEvent, *keys: Qt.Key) -> bool:
    """Tell whether an event is of one of these keys, without Ctrl, Alt or Shift."""
    plain = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
    return isinstance(event, QKeyEvent) and event.key() in keys and event.modifiers() in plain


def is_enter(event: QEvent) -> bool:
    """Tell whether an event is of an Enter key."""
    return is_key(event, *_ENTER)
