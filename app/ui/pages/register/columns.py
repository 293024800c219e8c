"""Two columns that become one where the text is large or the window narrow."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.ui.widgets.measure import em


class Columns(QWidget):
    """Places two widgets side by side, or the second below the first under ``least`` em."""

    def __init__(
        self, first: QWidget, second: QWidget, shares: tuple[int, int], *, least: float, gap: float
    ) -> None:
        super().__init__()
        self._least = least
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(em(self, gap))
        self._row.addWidget(first, shares[0])
        self._row.addWidget(second, shares[1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the direction for the new width."""
        super().resizeEvent(event)
        wide = event.size().width() >= em(self, self._least)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        direction = across if wide else down
        if direction is not self._row.direction():
            self._row.setDirection(direction)
