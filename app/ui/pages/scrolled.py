"""A page's content in a scroll area that nobody notices until it is needed."""

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.ui.widgets.measure import em


class Scrolled(QScrollArea):
    """Scrolls one column of widgets up and down; add them to :attr:`column`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        inner = QWidget()
        inner.setProperty("transparent", "true")
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(em(self, 1.14))
        self.setWidget(inner)
        self._inner = inner

    def bring_into_view(self, widget: QWidget) -> None:
        """Scroll so that a widget in it is seen, or its top where it is taller than the view."""
        # What was just written or made must find its room before it is known where to go.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        margin = em(widget, 3)
        if widget.height() + margin <= self.viewport().height():
            self.ensureWidgetVisible(widget, 0, margin)
        else:
            top = widget.mapTo(self._inner, QPoint(0, 0)).y()
            self.verticalScrollBar().setValue(top - em(widget, 0.5))


def bring_into_view(widget: QWidget) -> None:
    """Let a widget be seen in all the scrolled content that it is in, from the inside out."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, Scrolled):
            around.bring_into_view(widget)
        around = around.parentWidget()
