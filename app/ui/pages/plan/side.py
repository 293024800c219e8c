"""What stands beside the plan: the cards, the chosen visit, or a form; one of them at a time."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.pages.focus import holds_focus
from app.ui.pages.plan.details_panel import DetailsPanel
from app.ui.pages.plan.panel_form import PanelForm
from app.ui.pages.plan.side_cards import SideCards
from app.ui.pages.scrolled import Scrolled
from app.ui.services import Services


class SidePanel(Scrolled):
    """A form stands before the chosen visit, and that before the cards.

    ``closed``: what is chosen shall not be chosen any more.
    """

    closed = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.cards = SideCards(services)
        self.details: DetailsPanel | None = None
        self.form: PanelForm | None = None
        self._place = QVBoxLayout()
        self.column.addLayout(self._place)
        self._place.addWidget(self.cards)

    def show_details(self, details: DetailsPanel | None) -> None:
        """Show what is chosen, or with None the cards; a form that is open stays before it."""
        before = self.details
        had_focus = before is not None and holds_focus(before)
        action = before.focused_action() if before is not None else ""
        _drop(self.details)
        self.details = details
        if details is not None:
            details.closed.connect(self.closed)
            self._place.insertWidget(0, details)
        self._show_first()
        if had_focus and self.form is None and details is not None:
            details.focus_action(action)

    def open_form(self, form: PanelForm) -> None:
        """Show a form in the place of everything else, with the focus in it."""
        _drop(self.form)
        self.form = form
        self._place.insertWidget(0, form)
        self._show_first()
        self.verticalScrollBar().setValue(0)
        form.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def close_form(self) -> None:
        """Go back to what was shown before the form."""
        _drop(self.form)
        self.form = None
        self._show_first()

    def holds_focus(self) -> bool:
        """Tell whether something in the panel has the focus."""
        return holds_focus(self)

    def _show_first(self) -> None:
        in_order = [part for part in (self.form, self.details, self.cards) if part is not None]
        for part in in_order:
            part.setVisible(part is in_order[0])


def _drop(widget: QWidget | None) -> None:
    if widget is not None:
        widget.hide()
        widget.deleteLater()
