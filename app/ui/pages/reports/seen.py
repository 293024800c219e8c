"""Letting a part of a tall widget be seen in the scrolled page that it is in."""

from PySide6.QtCore import QCoreApplication, QEvent, QRect
from PySide6.QtWidgets import QWidget

from app.ui.pages.scrolled import Scrolled
from app.ui.widgets.measure import em


def show_in_page(widget: QWidget, part: QRect) -> None:
    """Scroll so that a part of a widget, in its own coordinates, is seen."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, Scrolled):
        around = around.parentWidget()
    # What was just written or made must find its room before it is known where to go.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    inner = around.widget() if around is not None else None
    if around is not None and inner is not None:
        middle = widget.mapTo(inner, part.center())
        wanted, most = part.height() // 2 + em(widget, 3), around.viewport().height() // 2 - 1
        around.ensureVisible(middle.x(), middle.y(), 0, max(0, min(wanted, most)))
