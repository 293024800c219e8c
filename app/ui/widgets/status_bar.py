"""The bar at the foot of the window, every part of which opens its cause."""

from itertools import pairwise
from typing import Literal

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QLayoutItem, QPushButton, QWidget

from app.ui import icons
from app.ui.theme import restyle
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.measure import button, em, literal

State = Literal["plain", "good", "warn", "danger"]


class _Line(FlowLayout):
    """Parts from the left, and some at the right edge of the line."""

    def is_at_right(self, item: QLayoutItem) -> bool:
        """Tell whether it is a part that belongs at the right edge."""
        widget = item.widget()
        return widget is not None and bool(widget.property("at_right"))


class StatusBar(QFrame):
    """Small flat buttons; ``part_activated(key)`` is sent when one is pressed.

    They go on in a second line where large texts need it: whoever needs those needs whole words.
    """

    part_activated = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "status")
        self.setAccessibleName(name)
        self._parts: dict[str, QPushButton] = {}
        self._row = _Line(self, gap=em(self, 0.29))
        self._row.setContentsMargins(em(self, 0.71), em(self, 0.24), em(self, 0.71), em(self, 0.24))

    def add_part(
        self, key: str, text: str = "", *, right: bool = False, kept: bool = False
    ) -> QPushButton:
        """Add a part at the left, or at the right edge; without text it stays hidden.

        Where one alone is too long for the line it is cut short, and its tool tip has all of it. No
        message covers one that is ``kept``.
        """
        made = button("", "status", elided=True)
        made.setProperty("kept", kept)
        made.clicked.connect(lambda _=False: self.part_activated.emit(key))
        self._parts[key] = made
        made.setProperty("at_right", right)
        self._place_in_order()
        self.set_part(key, text)
        return made

    def set_part(self, key: str, text: str, tip: str = "", state: State = "plain") -> None:
        """Change what a part says; ``tip`` explains it, ``state`` colours it and adds an icon."""
        made = self._parts[key]
        made.setText(literal(text))
        made.setToolTip("\n".join(filter(None, (text, tip))))
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

    def _place_in_order(self) -> None:
        """Place the parts, and let Tab go from left to right, whatever the order they came in."""
        in_order = sorted(self._parts.values(), key=lambda part: bool(part.property("at_right")))
        while self._row.takeAt(0) is not None:
            pass
        for part in in_order:
            self._row.addWidget(part)
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
