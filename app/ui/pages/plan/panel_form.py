"""A small form in the panel beside the plan."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QVBoxLayout, QWidget

from app.errors import InvalidInput
from app.ui.pages.scrolled import bring_into_view
from app.ui.services import Services
from app.ui.widgets.card import Card
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.form import FormGrid
from app.ui.widgets.measure import announce, button, em, label

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PanelForm(Card):
    """Enter, Ctrl+Enter and Ctrl+S save, Esc goes back; ``left`` is sent when it goes back.

    A subclass adds its fields to :attr:`grid` or :attr:`fields`, and overrides :meth:`save`.
    ``about_key`` is the key in the grid of what it is about, "" for something new.
    """

    left = Signal()

    def __init__(self, services: Services, about: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.services = services
        self.about_key = ""
        self._heading = label("", "heading", wrap=True)
        self.body.addWidget(self._heading)
        told = label(about, "caption", wrap=True)
        told.setTextFormat(Qt.TextFormat.PlainText)
        if about:
            self.body.addWidget(told)
        self.fields = QVBoxLayout()
        self.fields.setSpacing(em(self, 0.57))
        self.body.addLayout(self.fields)
        self.grid = FormGrid()
        self.body.addWidget(self.grid)
        self._other = label("", "error", wrap=True)
        self._other.hide()
        self.body.addWidget(self._other)
        self.save_button = button("", "primary")
        self.back_button = button(self.tr("Tilbage"), name=self.tr("Tilbage (Esc)"))
        self.save_button.clicked.connect(self.save)
        self.back_button.clicked.connect(self.left)
        buttons = QWidget()
        row = FlowLayout(buttons, gap=em(self, 0.57))
        row.addWidget(self.save_button)
        row.addWidget(self.back_button)
        self.body.addWidget(buttons)
        self.body.addStretch(1)

    def set_heading(self, title: str, save: str) -> None:
        """Say what the form does, and what its button is called."""
        self._heading.setText(title)
        self.setAccessibleName(title)
        self.save_button.setText(save)

    def first_field(self) -> QWidget:
        """Return what shall have the focus when the form is opened."""
        return self.save_button

    def save(self) -> None:
        """Send what was entered, or say what is wrong with it."""

    def say(self, problems: Mapping[str, str]) -> None:
        """Say what is wrong beside the fields, and what has no field of its own below them."""
        others = " ".join(self.grid.set_problems(problems))
        self._other.setText(others)
        self._other.setVisible(bool(others))
        if others:
            announce(self, others)
        focused = self.window().focusWidget()
        if problems and focused is not None:
            bring_into_view(focused)

    def show_error(self, error: Exception) -> None:
        """Show what the store refused: problems beside their fields, anything else as a notice."""
        if isinstance(error, InvalidInput):
            words = self.services.words
            self.say({problem.field: words(problem.text) for problem in error.problems})
        else:
            self.services.notices.show_error(error)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif (event.key() in _ENTER and control) or (event.key() == Qt.Key.Key_S and control):
            self.save()
        elif event.key() in _ENTER:
            self._enter()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        focused = self.window().focusWidget()
        if isinstance(focused, QAbstractButton):
            focused.click()
        elif not isinstance(focused, QPlainTextEdit):
            self.save()
