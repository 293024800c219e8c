"""How the widgets that draw themselves draw what they have in common."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen


def draw_ring(painter: QPainter, box: QRectF, colour: str, radius: float) -> None:
    """Draw the focus ring, two pixels wide, just inside ``box``."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colour), 2))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)
