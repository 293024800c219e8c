"""Something long to read, and beside it the panel in which a figure of it is told."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from app.ui.pages.reports.figure_panel import FigurePanel
from app.ui.services import Services
from app.ui.widgets.measure import em

_SIDE_BY_SIDE = 56
"""Width in multiples of the text size at which the panel stands beside the report."""
_REPORT, _PANEL = 49, 33
"""Their widths to begin with, in text sizes."""


class PanelBeside(QSplitter):
    """Holds a report and the panel, which is there only while a figure is asked for."""

    def __init__(self, services: Services, report: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.panel = FigurePanel(services)
        self.panel.hide()
        self.setChildrenCollapsible(False)
        self.setHandleWidth(em(self, 0.86))
        self.addWidget(report)
        self.addWidget(self.panel)
        self.setStretchFactor(0, 1)

    def show_panel(self) -> None:
        """Let the panel be seen; the first time it gets its room."""
        first = self.panel.isHidden()
        self.panel.show()
        if first and self.orientation() == Qt.Orientation.Horizontal:
            self.setSizes([em(self, _REPORT), em(self, _PANEL)])
        elif first:
            self.setSizes([self.height() // 2, self.height() // 2])

    def enter_panel(self) -> None:
        """Move the focus into the panel."""
        # What fits is known only when what was just shown has found its room.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self.panel.enter()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the panel beside the report, or under it where that would be too narrow."""
        super().resizeEvent(event)
        beside = self.width() >= em(self, _SIDE_BY_SIDE)
        wanted = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if self.orientation() != wanted:
            self.setOrientation(wanted)
