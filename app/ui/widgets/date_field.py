"""A field for a date, typed as one likes."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.ui.theme import restyle
from app.ui.widgets.measure import announce, em, label

DATE_FORMAT = "%d-%m-%Y"
"""How a date is shown: 21-11-2026."""


class DateField(QWidget):
    """Reads a date with ``parse`` and shows it as dd-mm-yyyy when the field is left.

    ``changed`` is sent with the date, or None for an empty field, when a person enters another
    one; a text that is no date is marked and said in words, and keeps the last value. ``judged`` is
    sent before it, each time a text was entered, and tells whether it was understood.
    """

    changed = Signal(object)
    judged = Signal(bool)

    def __init__(
        self,
        name: str,
        parse: Callable[[str], date | None],
        *,
        required: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._parse = parse
        self._required = required
        self._value: date | None = None
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(self.tr("dd-mm-åååå"))
        self.line.setMinimumWidth(em(self, 8.5))
        self.line.editingFinished.connect(self._finished)
        self.line.textEdited.connect(lambda _: self._say(""))
        self._error = label("", "error", wrap=True)
        self._error.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.2))
        column.addWidget(self.line)
        column.addWidget(self._error)
        self.setFocusProxy(self.line)

    def value(self) -> date | None:
        """Return the last date that was understood."""
        return self._value

    def set_value(self, value: date | None) -> None:
        """Show a date without sending ``changed``."""
        self._value = value
        self.line.setText(value.strftime(DATE_FORMAT) if value else "")
        self._say("")

    def is_valid(self) -> bool:
        """Return whether what stands in the field is understood."""
        text = self.line.text().strip()
        return self._parse(text) is not None if text else not self._required

    def take_typed(self) -> bool:
        """Take over what stands in the field, as leaving it does; return whether it is understood."""
        self._finished()
        return self.is_valid()

    def _finished(self) -> None:
        text = self.line.text().strip()
        value = self._parse(text) if text else None
        understood = value is not None if text else not self._required
        changed = value != self._value
        if understood:
            self.set_value(value)
        elif text:
            self._say(self.tr("Datoen kan ikke læses. Skriv fx 2111, i går eller 21-11-2026."))
        else:
            self._say(self.tr("Skriv en dato."))
        self.judged.emit(understood)
        if understood and changed:
            self.changed.emit(value)

    def _say(self, message: str) -> None:
        if message == self._error.text():
            return
        self._error.setText(message)
        self._error.setVisible(bool(message))
        self.line.setAccessibleDescription(message)
        self.line.setProperty("invalid", "true" if message else "")
        restyle(self.line)
        if message:
            announce(self.line, message)
