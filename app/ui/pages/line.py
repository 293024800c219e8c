"""A line of a list: when, what, and what can be done with it."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.widgets.measure import em

_WIDE = 44
"""Width in multiples of the text size at which the buttons have room beside the text."""

_TEXT = 20
"""What is left to the text beside the buttons, or they stand under it: less would be a narrow column."""


class Line(QFrame):
    """Three parts side by side: ``first`` column, ``text`` column and the ``buttons``.

    Where that would be too narrow the buttons stand under the text.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(
            em(self, 0.86), em(self, 0.57), em(self, 0.57), em(self, 0.57)
        )
        self._grid.setHorizontalSpacing(em(self, 1.14))
        self._grid.setColumnStretch(1, 1)
        self.first = _column(em(self, 0.15))
        self.text = _column(em(self, 0.15))
        self._strip = QWidget()
        self.buttons = QHBoxLayout(self._strip)
        self.buttons.setContentsMargins(0, 0, 0, 0)
        self.buttons.setSpacing(em(self, 0.29))
        self._grid.addLayout(self.first, 0, 0)
        self._grid.addLayout(self.text, 0, 1)
        self._grid.addWidget(self._strip, 1, 0, 1, 2)
        self._grid.setColumnMinimumWidth(0, em(self, 7.5))
        self._beside = False

    def add_below(self, widget: QWidget) -> None:
        """Add something under the text that may be as wide as text and buttons together."""
        self._grid.addWidget(widget, 2, 1, 1, 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the buttons beside or under the text."""
        super().resizeEvent(event)
        beside = self.width() >= em(self, _WIDE) and self._room_beside() >= em(self, _TEXT)
        if beside != self._beside:
            self._beside = beside
            self._grid.removeWidget(self._strip)
            if beside:
                self._grid.addWidget(self._strip, 0, 2)
            else:
                self._grid.addWidget(self._strip, 1, 0, 1, 2)

    def _room_beside(self) -> int:
        """Return how wide the text would be beside the buttons."""
        margins = self._grid.contentsMargins()
        first = max(self.first.sizeHint().width(), self._grid.columnMinimumWidth(0))
        gaps = 2 * self._grid.horizontalSpacing()
        used = first + gaps + self._strip.sizeHint().width() + margins.left() + margins.right()
        return self.width() - used


def keep_place(hidden: QWidget) -> None:
    """Let the others stand where they stand in the lines around, as if it were not hidden."""
    policy = hidden.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    hidden.setSizePolicy(policy)


def _column(spacing: int) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(spacing)
    return column
