"""A small form inside the form of a workplace, with keys of its own."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.ui.pages.plan.panel_form import PanelForm
from app.ui.pages.scrolled import bring_into_view
from app.ui.services import Services
from app.ui.widgets.date_field import DateField
from app.ui.widgets.form import FormGrid

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class InlineForm(PanelForm):
    """Takes the keys that the page would answer: Ctrl+Enter and Ctrl+S save it, Esc leaves it."""

    def __init__(self, services: Services, title: str, save: str, about: str = "") -> None:
        super().__init__(services, about)
        self.setProperty("surface", "chosen")
        self.set_heading(title, save)

    def grids(self) -> Iterable[FormGrid]:
        """Return the grids of fields, from above."""
        return (self.grid,)

    def say(self, problems: Mapping[str, str]) -> None:
        """Say what is wrong beside the fields of every grid, and go to the first."""
        left = dict(problems)
        for grid in reversed([grid for grid in self.grids() if grid is not self.grid]):
            own = {name: left.pop(name) for name in grid.field_names() if name in left}
            grid.set_problems(own)
        super().say(left)
        wrong = next(
            (
                grid.field(name)
                for grid in self.grids()
                for name in grid.field_names()
                if name in problems
            ),
            None,
        )
        if wrong is not None:
            (wrong.focusProxy() or wrong).setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_view(wrong)

    def add_button(self, made: QWidget) -> None:
        """Place a button after the ones that every form has."""
        holder = self.back_button.parentWidget()
        row = None if holder is None else holder.layout()
        assert row is not None
        row.addWidget(made)

    def unreadable_date(self) -> DateField | None:
        """Take over the dates that are being typed; return the first field that holds none."""
        unreadable = [field for field in self.findChildren(DateField) if not field.take_typed()]
        return unreadable[0] if unreadable else None

    def go_to(self, field: QWidget) -> None:
        """Give the focus to a field and bring it into view."""
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_view(field)

    def event(self, event: QEvent) -> bool:
        """Keep the shortcuts of the page from the keys of the form."""
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and is_form_key(event):
            event.accept()
            return True
        return super().event(event)


def is_form_key(event: QKeyEvent) -> bool:
    """Tell whether a key saves or leaves a form: Ctrl+Enter, Ctrl+S, Esc."""
    return saves(event) or event.key() == Qt.Key.Key_Escape


def saves(event: QKeyEvent) -> bool:
    """Tell whether a key is Ctrl+Enter or Ctrl+S."""
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return control and (event.key() in _ENTER or event.key() == Qt.Key.Key_S)
