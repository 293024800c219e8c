"""The bar at the foot of the window, every part of which opens its cause."""

from itertools import pairwise
from typing import Literal

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from app.ui import icons
from app.ui.theme import restyle
from app.ui.widgets.measure import button, em

_LEAST_KEPT = 12
"""Text sizes that remain of a part that says what must not be missed."""

State = Literal["plain", "good", "warn", "danger"]


class StatusBar(QFrame):
    """Small flat buttons; ``part_activated(key)`` is sent when one is pressed."""

    part_activated = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "status")
        self.setAccessibleName(name)
        self._parts: dict[str, QPushButton] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(em(self, 0.71), em(self, 0.24), em(self, 0.71), em(self, 0.24))
        self._row.setSpacing(em(self, 0.29))
        self._row.addStretch(1)

    def add_part(
        self, key: str, text: str = "", *, right: bool = False, kept: bool = False
    ) -> QPushButton:
        """Add a part at the left, or at the right edge; without text it stays hidden.

        Where there is little room it is cut short; one that is ``kept`` less than the others, and no
        message covers it.
        """
        made = button(text, "status", elided=True)
        made.setProperty("kept", kept)
        if kept:
            made.least = _LEAST_KEPT
        made.clicked.connect(lambda _=False: self.part_activated.emit(key))
        self._parts[key] = made
        left = sum(not part.property("at_right") for part in self._parts.values()) - 1
        made.setProperty("at_right", right)
        self._row.insertWidget(-1 if right else left, made)
        self._keep_tab_order()
        self.set_part(key, text)
        return made

    def set_part(self, key: str, text: str, tip: str = "", state: State = "plain") -> None:
        """Change what a part says; ``tip`` explains it, ``state`` colours it and adds an icon."""
        made = self._parts[key]
        made.setText(text)
        made.setToolTip(tip or text)
        made.setAccessibleDescription(tip)
        restyled = made.property("state") != state
        made.setProperty("state", state)
        if state in ("warn", "danger"):
            icons.set_icon(made, "warning", f"{state}.text", em(made, 1.1))
        elif state == "good":
            icons.set_icon(made, "check", "good.text", em(made, 1.1))
        else:
            icons.clear_icon(made)
        if restyled:
            restyle(made)
        made.setVisible(bool(text))

    def _keep_tab_order(self) -> None:
        """Let Tab go from left to right, whatever the order in which the parts came."""
        in_order = sorted(self._parts.values(), key=self._row.indexOf)
        for first, second in pairwise(in_order):
            QWidget.setTabOrder(first, second)

    def kept_until(self) -> int:
        """Return where the parts that are never covered end in the window; 0 where none is shown."""
        shown = [one for one in self._parts.values() if one.property("kept") and not one.isHidden()]
        if not shown:
            return 0
        end = max(one.geometry().right() for one in shown)
        return self.mapTo(self.window(), QPoint(end, 0)).x() + em(self, 0.5)

    def part(self, key: str) -> QPushButton:
        """Return the button of a part."""
        return self._parts[key]
