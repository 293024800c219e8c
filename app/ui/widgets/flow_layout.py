"""A layout that places its items like words in a paragraph."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

_WIDEST = 640
"""What a flow asks for at most when it is alone to decide; it takes any width."""


class FlowLayout(QLayout):
    """Places items from left to right and goes on in a new line where the width ends."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        hints = [item.sizeHint().width() for item in self._items if not item.isEmpty()]
        one_line = sum(hints) + self._gap * max(len(hints) - 1, 0)
        margins = self.contentsMargins()
        width = min(one_line, _WIDEST) + margins.left() + margins.right()
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def is_at_right(self, item: QLayoutItem) -> bool:
        """Tell whether an item, and what follows it, stands at the end of its line; none does here."""
        return False

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Go through the lines, moving the items if asked, and return the height that they need."""
        margins = self.contentsMargins()
        area = rect.marginsRemoved(margins)
        y = area.y()
        for line in self._lines(area.width()):
            height = max(size.height() for _, size in line)
            x = area.x()
            spare = area.width() - sum(size.width() + self._gap for _, size in line) + self._gap
            for item, size in line:
                if self.is_at_right(item):
                    x, spare = x + max(spare, 0), 0
                if move:
                    item.setGeometry(QRect(QPoint(x, y + (height - size.height()) // 2), size))
                x += size.width() + self._gap
            y += height + self._gap
        below = self._gap if y > area.y() else 0
        return y - below - rect.y() + margins.bottom()

    def _lines(self, room: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """Divide the items into lines, each item with the size that it gets."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        used = room + 1
        for item in self._items:
            if item.isEmpty():
                continue
            size = _size_in(item, room)
            if used + self._gap + size.width() > room:
                lines.append([])
                used = -self._gap
            lines[-1].append((item, size))
            used += self._gap + size.width()
        return lines


def _size_in(item: QLayoutItem, room: int) -> QSize:
    hint = item.sizeHint()
    width = min(hint.width(), max(room, item.minimumSize().width()))
    if width < hint.width() and item.hasHeightForWidth():
        return QSize(width, item.heightForWidth(width))
    return QSize(width, hint.height())
