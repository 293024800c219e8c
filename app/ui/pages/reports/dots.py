"""The dot in the colour of a reason group, beside the group's name."""

from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from app.ui.palette import tokens

_SIZE = 10


def dot(group: str) -> QPixmap:
    """Return the dot of a group in the theme that is shown now."""
    return _drawn(tokens().group(group).solid)


@lru_cache(maxsize=32)
def _drawn(colour: str) -> QPixmap:
    drawn = QPixmap(2 * _SIZE, 2 * _SIZE)
    drawn.setDevicePixelRatio(2)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(QRectF(0, 0, _SIZE, _SIZE))
    painter.end()
    return drawn
