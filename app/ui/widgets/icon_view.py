"""An icon standing by itself."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui import icons
from app.ui.palette import colour, tokens
from app.ui.widgets.measure import em


class IconView(QWidget):
    """Draws one icon in the colour of ``role``; decoration only, screen readers pass it by."""

    def __init__(self, name: str, role: str = "text", multiple: float = 1.3) -> None:
        super().__init__()
        self._name, self._role, self._multiple = name, role, multiple
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(em(self, self._multiple), em(self, self._multiple))

    def paintEvent(self, event: QPaintEvent) -> None:
        hex_colour = colour(tokens(), self._role)
        drawn = icons.pixmap(self._name, hex_colour, self.width(), self.devicePixelRatioF())
        QPainter(self).drawPixmap(0, 0, drawn)
