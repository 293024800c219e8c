"""Letting a part of a tall widget be seen in the scrolled page that it is in."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from app.ui.pages.scrolled import Scrolled
from app.ui.widgets.measure import em


def show_in_page(widget: QWidget, part: QRect) -> None:
    """Scroll so that a part of a widget, in its own coordinates, is seen."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, Scrolled):
        around = around.parentWidget()
    inner = around.widget() if around is not None else None
    if around is not None and inner is not None:
        middle = widget.mapTo(inner, part.center())
        around.ensureVisible(middle.x(), middle.y(), 0, part.height() // 2 + em(widget, 3))
