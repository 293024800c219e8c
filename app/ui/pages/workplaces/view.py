"""What stands where on the page of workplaces."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.ui import icons
from app.ui.pages.focus import holds_focus
from app.ui.pages.workplaces.form import FormWords, WorkplaceForm
from app.ui.pages.workplaces.workplace_list import WorkplaceList
from app.ui.services import Services
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.measure import button, em, label


class WorkplacesView(QWidget):
    """Title and buttons, the list, the form and its foot; or the sentence of an empty page."""

    def __init__(self, services: Services, words: FormWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = WorkplaceList(words.sectors)
        self.form = WorkplaceForm(services, words)
        self.offers_button = button(self.tr("Alle tilbud"), "link")
        self.offers_button.clicked.connect(lambda: services.go("offers", None))
        self.import_button = button(self.tr("Importér …"))
        self.new_button = button(self.tr("Ny arbejdsplads"))
        icons.set_icon(self.new_button, "plus", "text", em(self, 1.1))
        self.empty = EmptyState(
            self.tr("Her er ingen arbejdspladser endnu."),
            self.tr("Opret den første"),
            icon="workplaces",
        )
        self.state = label("", "caption")
        self.delete_button = button(self.tr("Slet"), "danger")
        self.discard_button = button(self.tr("Kassér ændringer"))
        self.save_button = button(self.tr("Gem"), "primary")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._filled())
        outer = QVBoxLayout(self)
        side = em(self, 1.43)
        outer.setContentsMargins(side, side, side, em(self, 0.86))
        outer.setSpacing(em(self, 0.86))
        outer.addLayout(self._head())
        outer.addWidget(self._stack, 1)

    def show_parts(self, *, filled: bool, form: bool) -> None:
        """Show list and form, or the empty page; the form only when there is one to show."""
        self._stack.setCurrentIndex(1 if filled else 0)
        self._right.setVisible(form)

    def show_state(self, *, changed: bool, stored: bool, in_rule: bool = False) -> None:
        """Say whether there are unsaved changes, and offer what can be done about it.

        While a rule has a form of its own (``in_rule``), only what is unsaved has buttons here.
        """
        held = holds_focus(self._foot)
        self.state.setText(self.tr("Ikke gemt endnu") if changed else "")
        self.discard_button.setVisible(changed or not stored)
        self.delete_button.setVisible(stored and not in_rule)
        self._foot.setVisible(changed or not in_rule)
        if held and not holds_focus(self._foot):
            self.list.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(em(self, 0.57))
        row.addWidget(label(self.tr("Arbejdspladser"), "title"), 1)
        row.addWidget(self.import_button)
        row.addWidget(self.new_button)
        return row

    def _filled(self) -> QWidget:
        self.list.setMinimumWidth(em(self, 10))
        left = QVBoxLayout()
        left.setSpacing(em(self, 0.57))
        left.addWidget(self.list, 1)
        left.addWidget(self.offers_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._right = QWidget()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(em(self, 0.71))
        right.addWidget(self.form, 1)
        self._foot = self._make_foot()
        right.addWidget(self._foot)
        filled = QWidget()
        row = QHBoxLayout(filled)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(em(self, 1.14))
        row.addLayout(left, 2)
        row.addWidget(self._right, 5)
        return filled

    def _make_foot(self) -> QWidget:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(em(self, 0.57))
        row.addWidget(self.delete_button)
        row.addWidget(self.state, 1, Qt.AlignmentFlag.AlignRight)
        row.addWidget(self.discard_button)
        row.addWidget(self.save_button)
        return foot
