"""What stands where on the page of the plan."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.pages.plan.controls import Controls
from app.ui.pages.plan.empty import EmptyPlan
from app.ui.pages.plan.exports import PlanExports
from app.ui.pages.plan.side import SidePanel
from app.ui.pages.scrolled import Scrolled
from app.ui.services import Services
from app.ui.widgets.measure import em
from app.ui.widgets.week_grid import WeekGrid

_SIDE_BY_SIDE = 52
"""Width in multiples of the text size at which the panel stands beside the grid."""

_SIDE_WIDTH = 21.5
_LEAST_GRID = 24
_LEAST_SIDE = 26


class PlanView(QWidget):
    """The head, and below it the grid with the panel; or what an empty plan says."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.controls = Controls()
        if services.lead:
            # A lead plans by rules, which the counsellors get; visits and activities are their own.
            self.controls.new_visit.hide()
            self.controls.new_activity.hide()
        self.saved = PlanExports(services)
        self.grid = WeekGrid(self.tr("Fremmødeplan"))
        self.controls.filtered.connect(self.grid.begin_anew)
        self.side = SidePanel(services)
        self.empty = EmptyPlan()
        self._body = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._body)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(em(self, 1.14))
        self._row.addWidget(self.grid, 1)
        self._row.addWidget(self.side)
        self.grid.setMinimumHeight(em(self, _LEAST_GRID))
        for part in (self.grid, self.side):
            # They scroll by themselves: what they would like to have must not make the page scroll.
            part.setSizePolicy(part.sizePolicy().horizontalPolicy(), QSizePolicy.Policy.Ignored)
        self._scrolled = scrolled = Scrolled()
        scrolled.column.setSpacing(em(self, 0.86))
        for widget in (self.controls, self.saved):
            scrolled.column.addWidget(widget)
        scrolled.column.addWidget(self._body, 1)
        scrolled.column.addWidget(self.empty, 1)
        column = QVBoxLayout(self)
        side = em(self, 1.43)
        column.setContentsMargins(side, side, side, em(self, 0.86))
        column.addWidget(scrolled)
        self.show_empty(empty=False)
        self._beside: bool | None = None
        self._place(beside=True)

    def show_empty(self, *, empty: bool) -> None:
        """Show the grid, or that there is nothing to plan yet."""
        self._body.setVisible(not empty)
        self.empty.setVisible(empty)

    def reveal_focus(self) -> None:
        """Scroll to what has the focus, where the page is too low to show all of it."""
        QTimer.singleShot(0, self, self._reveal_focus)  # what was just opened has no place yet

    def _reveal_focus(self) -> None:
        focused: QWidget | None = self.window().focusWidget()
        content = self._scrolled.widget()
        if focused is not None and content is not None and content.isAncestorOf(focused):
            self._scrolled.ensureWidgetVisible(focused)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the panel beside or below the grid."""
        super().resizeEvent(event)
        self._place(beside=event.size().width() >= em(self, _SIDE_BY_SIDE))

    def _place(self, *, beside: bool) -> None:
        if beside == self._beside:
            return
        self._beside = beside
        row, column = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(row if beside else column)
        # Below each other both need a share: what asks for no height gets none otherwise.
        self._row.setStretchFactor(self.side, 0 if beside else 1)
        if beside:
            self.side.setFixedWidth(em(self, _SIDE_WIDTH))
            self.side.setMinimumHeight(0)
        else:
            self.side.setMinimumWidth(0)
            self.side.setMaximumWidth(_UNBOUNDED)
            self.side.setMinimumHeight(em(self, _LEAST_SIDE))


_UNBOUNDED = 16777215
"""Qt's own largest width of a widget."""
