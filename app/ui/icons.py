"""The bundled icons, drawn in a colour of the theme.

``icon`` and ``pixmap`` give a fixed colour; ``set_icon`` gives a button an icon that follows the
theme when it is switched.
"""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from app.paths import resource
from app.ui.palette import colour, tokens

_RETINTS = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange)


def names() -> list[str]:
    """Return the names of all bundled icons."""
    return sorted(path.stem for path in resource("icons").glob("*.svg"))


def pixmap(name: str, hex_colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Return an icon as a square of ``size`` logical pixels; raises OSError if there is none."""
    return QPixmap(_drawn(name, hex_colour, size, ratio))


def icon(name: str, hex_colour: str, size: int = 20) -> QIcon:
    """Return an icon that is sharp on ordinary and on doubled screens."""
    result = QIcon()
    for ratio in (1.0, 2.0):
        result.addPixmap(pixmap(name, hex_colour, size, ratio))
    return result


def set_icon(button: QAbstractButton, name: str, role: str = "text", size: int = 18) -> None:
    """Give a button an icon in the colour of ``role`` (a name in Tokens) that follows the theme."""
    _drop_tint(button)
    _Tint(button, name, role, size).apply()


def clear_icon(button: QAbstractButton) -> None:
    """Take away what ``set_icon`` gave."""
    _drop_tint(button)
    button.setIcon(QIcon())


def _drop_tint(button: QAbstractButton) -> None:
    old = button.findChild(_Tint, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if old is not None:
        button.removeEventFilter(old)
        old.setParent(None)


class _Tint(QObject):
    """Draws a button's icon again when the theme changes."""

    def __init__(self, button: QAbstractButton, name: str, role: str, size: int) -> None:
        super().__init__(button)
        self._button, self._name, self._role, self._size = button, name, role, size
        button.installEventFilter(self)

    def apply(self) -> None:
        hex_colour = colour(tokens(), self._role)
        self._button.setIcon(icon(self._name, hex_colour, self._size))
        self._button.setIconSize(QSize(self._size, self._size))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _RETINTS:
            self.apply()
        return False


@lru_cache(maxsize=512)
def _drawn(name: str, hex_colour: str, size: int, ratio: float) -> QPixmap:
    source = resource("icons", f"{name}.svg").read_bytes()
    renderer = QSvgRenderer(QByteArray(source.replace(b"currentColor", hex_colour.encode())))
    drawn = QPixmap(round(size * ratio), round(size * ratio))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return drawn
