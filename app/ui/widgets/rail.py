"""The rail at the left of the window: where one can go."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.ui import icons
from app.ui.palette import tokens
from app.ui.widgets.key_badge import native
from app.ui.widgets.measure import em, label, target
from app.ui.widgets.painting import draw_ring
from app.ui.widgets.roving import Roving


class RailItem(QPushButton):
    """One place in the rail: icon, name and, at the right, a count or a key."""

    def __init__(self, text: str, icon: str, keys: str = "") -> None:
        super().__init__(text)
        self._icon, self._keys, self._count = icon, native(keys) if keys else "", 0
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.set_count(0)

    def set_count(self, count: int) -> None:
        """Show how many things wait there; 0 shows nothing."""
        self._count = count
        self.setAccessibleName(f"{self.text()}, {count}" if count else self.text())
        self.update()

    def sizeHint(self) -> QSize:
        strong = QFont(self.font())
        strong.setWeight(QFont.Weight.Bold)
        text = QFontMetrics(strong).horizontalAdvance(self.text())
        return QSize(text + em(self, 3.2) + self._badge_room(), target(self, 2.5))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, chosen = tokens(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, radius = QRectF(self.rect()), em(self, 0.43)
        if chosen or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft if chosen else colours.hover))
            painter.drawRoundedRect(box, radius, radius)
        if self.hasFocus():
            draw_ring(painter, box, colours.accent, radius)
        ink = colours.accent_text if chosen else colours.text
        size = em(self, 1.3)
        x = em(self, 0.71)
        picture = icons.pixmap(
            self._icon, ink if chosen else colours.muted, size, self.devicePixelRatioF()
        )
        painter.drawPixmap(x, (self.height() - size) // 2, picture)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if chosen else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        room = box.adjusted(x + size + em(self, 0.7), 0, -self._badge_room(), 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())
        self._draw_badge(painter, colours.badge, colours.muted, colours.border)

    def _draw_badge(self, painter: QPainter, fill: str, ink: str, edge: str) -> None:
        text = str(self._count) if self._count else self._keys
        if not text:
            return
        font = self._small_font()
        metrics = QFontMetrics(font)
        high = metrics.height() + em(self, 0.15)
        width = max(metrics.horizontalAdvance(text) + em(self, 0.7), high)
        box = QRectF(self.width() - width - em(self, 0.57), (self.height() - high) / 2, width, high)
        if self._count:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(fill))
            painter.drawRoundedRect(box, high / 2, high / 2)
        else:
            painter.setPen(QColor(edge))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _badge_room(self) -> int:
        widest = max("000", self._keys, key=len)
        return QFontMetrics(self._small_font()).horizontalAdvance(widest) + em(self, 1.4)

    def _small_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.82)
        font.setWeight(QFont.Weight.Normal)
        return font


class Rail(QFrame):
    """A list of places with one tab stop; ``activated(key)`` is sent when one is chosen."""

    activated = Signal(str)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "rail")
        self.setAccessibleName(title)
        self._items: dict[str, RailItem] = {}
        self._roving = Roving()
        column = QVBoxLayout(self)
        column.setContentsMargins(em(self, 0.71), em(self, 1), em(self, 0.71), em(self, 1))
        column.setSpacing(em(self, 0.14))
        heading = label(title, "brand")
        heading.setContentsMargins(em(self, 0.71), em(self, 0.3), 0, em(self, 0.9))
        column.addWidget(heading)
        self._top, self._bottom = QVBoxLayout(), QVBoxLayout()
        for part in (self._top, self._bottom):
            part.setSpacing(em(self, 0.14))
        column.addLayout(self._top)
        column.addStretch(1)
        column.addLayout(self._bottom)

    def add_item(
        self,
        key: str,
        text: str,
        icon: str,
        *,
        keys: str = "",
        bottom: bool = False,
        place: bool = True,
    ) -> RailItem:
        """Add a place; with ``place`` off it is an action (such as locking), never the current one."""
        item = RailItem(text, icon, keys)
        item.setCheckable(place)
        item.clicked.connect(lambda _=False: self._clicked(key))
        item.installEventFilter(self)
        (self._bottom if bottom else self._top).addWidget(item)
        self._items[key] = item
        self._roving.set_members(self._in_order())
        return item

    def item(self, key: str) -> RailItem:
        """Return the item of a place."""
        return self._items[key]

    def set_count(self, key: str, count: int) -> None:
        """Show how many things wait in a place."""
        self._items[key].set_count(count)

    def current(self) -> str:
        """Return the place that is shown, or ""."""
        return next((key for key, item in self._items.items() if item.isChecked()), "")

    def set_current(self, key: str) -> None:
        """Mark the place that is shown, without sending ``activated``; unknown marks none."""
        for each, item in self._items.items():
            item.setChecked(each == key)
        if key in self._items:
            self._roving.set_current(self._items[key])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() or not self._roving.move(event.key()):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, RailItem):
            self._roving.set_current(watched)
        return False

    def _clicked(self, key: str) -> None:
        if self._items[key].isCheckable():
            self.set_current(key)
        self.activated.emit(key)

    def _in_order(self) -> list[QWidget]:
        above = [item for item in self._items.values() if self._top.indexOf(item) >= 0]
        return [*above, *(item for item in self._items.values() if item not in above)]
