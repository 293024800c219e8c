"""Widgets side by side where there is room, below each other where there is none."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.ui.widgets.measure import em


class Columns(QWidget):
    """Places widgets in one row while it is at least ``least`` text sizes wide, else in a column.

    ``shares`` are the parts of the width that the widgets get in the row.
    """

    def __init__(
        self,
        widgets: Sequence[QWidget],
        *,
        least: float,
        shares: Sequence[int] = (),
        gap: float = 1.14,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._least = least
        self._widgets = list(widgets)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(em(self, gap))
        for number, widget in enumerate(widgets):
            share = shares[number] if shares else 1
            self._box.addWidget(widget, share, Qt.AlignmentFlag.AlignTop if not shares else _FILL)

    def minimumSizeHint(self) -> QSize:
        hints = [widget.minimumSizeHint() for widget in self._widgets]
        width = max((hint.width() for hint in hints), default=0)
        heights = [hint.height() for hint in hints]
        if self._box.direction() == QBoxLayout.Direction.LeftToRight:
            return QSize(width, max(heights, default=0))
        gaps = self._box.spacing() * max(len(hints) - 1, 0)
        return QSize(width, sum(heights) + gaps)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= em(self, self._least)
        row, column = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._box.setDirection(row if wide else column)


_FILL = Qt.AlignmentFlag(0)
