"""A field for a folder: typed, or chosen in the system's own dialog."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget
from shiboken6 import isValid

from app.ui.widgets.measure import button, em

ChooseFolder = Callable[[QWidget, str], str]


class FolderField(QWidget):
    """``changed(path)`` is sent when a person enters or chooses another folder; "" is allowed.

    ``chosen`` follows when it was chosen in the dialog: then nobody is still typing.
    """

    changed = Signal(str)
    chosen = Signal()

    def __init__(self, name: str, placeholder: str, choose: ChooseFolder) -> None:
        super().__init__()
        self._choose = choose
        self._value = ""
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(placeholder)
        self.line.editingFinished.connect(self._entered)
        self.choose_button = button(self.tr("Vælg …"))
        self.choose_button.setAccessibleName(self.tr("Vælg {name}").format(name=name.lower()))
        self.choose_button.clicked.connect(self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(em(self, 0.57))
        row.addWidget(self.line, 1)
        row.addWidget(self.choose_button)
        self.setFocusProxy(self.line)

    def set_value(self, path: str) -> None:
        """Show a folder without sending ``changed``."""
        self._value = path
        self.line.setText(path)

    def _ask(self) -> None:
        chosen = self._choose(self, self._value or self.line.placeholderText())
        # The window may have locked while the system asked.
        if chosen and isValid(self):
            self.line.setText(chosen)
            self._entered()
            self.chosen.emit()

    def _entered(self) -> None:
        path = self.line.text().strip()
        # Entered, it is no longer being typed: what is stored may be shown in its place.
        self.line.setModified(False)
        if path != self._value:
            self._value = path
            self.changed.emit(path)


def ask_for_folder(parent: QWidget, start: str) -> str:
    """Ask for a folder in the system's dialog and return it, "" when it was given up."""
    title = parent.accessibleName()
    chosen = QFileDialog.getExistingDirectory(parent.window(), title, start)
    return str(Path(chosen)) if chosen else ""
