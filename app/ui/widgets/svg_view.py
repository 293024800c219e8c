"""A drawing in SVG, shown sharply at any size."""

import re

from PySide6.QtCore import QByteArray, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.palette import tokens
from app.ui.widgets.chart_colours import for_dark_theme

_CLIP = re.compile(rb"<clipPath\b.*?</clipPath>", re.DOTALL | re.IGNORECASE)
_CLIP_USE = re.compile(rb"""\s(?:clip-path=(?:"[^"]*"|'[^']*'))""")


class SvgView(QWidget):
    """Shows one drawing over the whole width and keeps its proportions.

    ``name`` and ``description`` are what a screen reader says; the table beside the drawing holds
    the figures. In the dark theme the light colours of the palette are replaced by the dark ones.
    """

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._svg = b""
        self._dark: bool | None = None
        self._renderer = QSvgRenderer(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_svg(self, svg: bytes, name: str, description: str = "") -> None:
        """Show another drawing; raises ValueError if it cannot be read."""
        self._svg = _CLIP_USE.sub(b"", _CLIP.sub(b"", svg))
        self._dark = None
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        self._load()
        if not self._renderer.isValid():
            raise ValueError("not a drawing that can be shown")
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        box = self._renderer.viewBoxF()
        return round(width * box.height() / box.width()) if box.width() > 0 else 0

    def sizeHint(self) -> QSize:
        return self._renderer.defaultSize()

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._svg:
            return
        self._load()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = self.drawn_size()
        self._renderer.render(painter, QRectF(0, 0, size.width(), size.height()))

    def drawn_size(self) -> QSizeF:
        """Return how large the drawing is shown; it begins in the upper left corner."""
        size = self._renderer.viewBoxF().size()
        size.scale(self.size().toSizeF(), Qt.AspectRatioMode.KeepAspectRatio)
        return size

    def _load(self) -> None:
        dark = tokens().name == "dark"
        if self._svg and dark != self._dark:
            self._renderer.load(QByteArray(for_dark_theme(self._svg) if dark else self._svg))
            self._dark = dark
