"""A field for how many took part; empty where nobody counted."""

from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.widgets.measure import em

_DIGITS = 5


class ParticipantsField(QLineEdit):
    """A whole number, or nothing."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setMaxLength(_DIGITS)
        self.setMaximumWidth(em(self, 6))

    def is_valid(self) -> bool:
        """Tell whether what stands in the field is a number, or nothing."""
        typed = self.text().strip()
        return not typed or typed.isdecimal()

    def value(self) -> int | None:
        """Return the number, None for an empty field."""
        typed = self.text().strip()
        return int(typed) if typed.isdecimal() else None

    def set_value(self, participants: int | None) -> None:
        """Show a number, or nothing."""
        self.setText("" if participants is None else str(participants))
