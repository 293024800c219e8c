"""The small title above a group, with a dot in the colour of the group."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.ui.palette import tokens
from app.ui.widgets.measure import em, label


class Dot(QWidget):
    """A filled circle in the colour of a reason group (P, S, F, R, O)."""

    def __init__(self, colour: str) -> None:
        super().__init__()
        self._colour = colour
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(em(self, 0.6), em(self, 0.6))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens().group(self._colour).solid))
        painter.drawEllipse(QRectF(self.rect()))


class GroupTitle(QWidget):
    """A muted title; the dot says in colour what the words say in text."""

    def __init__(self, title: str, colour: str = "") -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, em(self, 0.25), 0, 0)
        row.setSpacing(em(self, 0.3))
        if colour:
            row.addWidget(Dot(colour))
        row.addWidget(label(title, "caption"))
        row.addStretch(1)
