"""The look of the program: palette, font and one stylesheet made from named colours and sizes.

Page authors say what a thing *is* with a property, before it is shown::

    button.setProperty("kind", "primary")     # QPushButton: primary, danger, quiet, link
    label.setProperty("role", "title")        # QLabel, see below
    frame.setProperty("surface", "card")      # QFrame: card, well, page, line

======================  ===========================================================================
``QLabel[role=…]``      ``title`` of a page · ``heading`` · ``section`` (small capitals of a card)
                        · ``strong`` · ``caption`` (small, muted) · ``muted`` · ``figure`` (large
                        number) · ``error``, ``good``, ``warn`` (messages) · ``key`` (a key cap)
``QPushButton[kind=]``  made with ``measure.button(text, kind)``: none is the ordinary outlined
                        button; ``primary`` petrol, once per page; ``danger``; ``quiet`` without an
                        outline; ``link`` as in running text
``QPushButton[align]``  ``left`` for a button that is a line of a list
``QLineEdit[invalid]``  ``true`` draws the edge of a field in the danger colour
``QFrame[surface=…]``   ``card`` white, rounded · ``chosen`` tinted and outlined, the one of
                        several that is on · ``well`` tinted block inside a card · ``page``
                        background · ``line`` hairline (``measure.hairline()``)
``QScrollArea[reading]``  ``true`` for a text that is scrolled by keys: an edge while it has the
                        focus
``QFrame[tone=…]``      ``good``, ``warn``, ``danger``, ``info``: a tinted, outlined notice
======================  ===========================================================================

A property that changes later needs :func:`restyle`. Sizes are multiples of the body text, so that
they follow the font scale; what a page measures itself it measures with
``app.ui.widgets.measure.em``. Switching theme restyles everything live; pages that measured
themselves are rebuilt by the window when density or font scale change.
"""

from typing import Literal

import msgspec
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget

from app.ui import fonts
from app.ui.palette import DARK, LIGHT, Tokens, qt_palette
from app.ui.stylesheet import Sizes, stylesheet

Choice = Literal["system", "light", "dark"]
Density = Literal["normal", "compact"]

_PROPERTY = "vejviser-theme"
_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


class Look(msgspec.Struct, frozen=True):
    """What the user chose; ``font_scale`` 1.0 is 14 logical pixels for body text."""

    theme: Choice = "system"
    density: Density = "normal"
    font_scale: float = 1.0


class Theme(QObject):
    """Keeps the application in the chosen look, and follows the system if that was chosen."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._look = Look()
        self._drawn: tuple[Look, Tokens] | None = None
        self._family = fonts.load()
        app.styleHints().colorSchemeChanged.connect(self._system_changed)

    @property
    def look(self) -> Look:
        """The look that is shown."""
        return self._look

    @property
    def colours(self) -> Tokens:
        """The colours that are shown."""
        theme = self._look.theme
        if theme == "system":
            dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
            return DARK if dark else LIGHT
        return DARK if theme == "dark" else LIGHT

    def show(self, look: Look) -> None:
        """Change to ``look`` at once; costs nothing if it is shown already."""
        self._look = look
        hints = self._app.styleHints()
        if hints.colorScheme() != _SCHEMES[look.theme]:
            hints.setColorScheme(_SCHEMES[look.theme])
        if self._drawn != (look, self.colours):
            self._draw()

    def _draw(self) -> None:
        self._drawn = (self._look, self.colours)
        sizes = Sizes.of(self._app, self._look.density == "compact", self._look.font_scale)
        font = QFont(self._family)
        font.setPointSizeF(sizes.points(1.0))
        self._app.setFont(fonts.tabular(font))
        self._app.setPalette(qt_palette(self.colours))
        self._app.setStyleSheet(stylesheet(self.colours, sizes))
        self.changed.emit()

    def _system_changed(self) -> None:
        if self._look.theme == "system":
            self._draw()


def theme_of(app: QApplication) -> Theme:
    """Return the application's theme, made at the first call."""
    # A property finds it without loading the classes of all other children of the application.
    found = app.property(_PROPERTY)
    if not isinstance(found, Theme):
        found = Theme(app)
        app.setProperty(_PROPERTY, found)
    return found


def apply(
    app: QApplication,
    theme: Choice = "system",
    density: Density = "normal",
    font_scale: float = 1.0,
) -> Theme:
    """Show the application in the given look and return its theme."""
    shown = theme_of(app)
    shown.show(Look(theme, density, font_scale))
    return shown


def set_kind(button: QWidget, kind: str) -> None:
    """Let a button be of another kind from now on, such as ``primary``; "" is a plain one."""
    if (button.property("kind") or "") != kind:
        button.setProperty("kind", kind)
        restyle(button)


def restyle(widget: QWidget) -> None:
    """Draw a widget again after one of its style properties changed."""
    # One that was never shown is styled when it is.
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
