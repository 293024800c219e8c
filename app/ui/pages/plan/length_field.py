"""A field for how long something lasts, in minutes, with the usual lengths beside it."""

from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.measure import em
from app.ui.widgets.segmented import Option, Segmented

_USUAL = ("30", "60", "90", "120")
_DIGITS = 4


class LengthField(QWidget):
    """A number that is typed, or one of the usual ones with one press."""

    def __init__(self, minutes: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setMaxLength(_DIGITS)
        self.line.setFixedWidth(em(self, 4))
        self.usual = Segmented(
            self.tr("Minutter"), [Option(each, each) for each in _USUAL], look="chip"
        )
        row = FlowLayout(self, gap=em(self, 0.57))
        row.addWidget(self.line)
        row.addWidget(self.usual)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self.usual.set_value)
        self.usual.changed.connect(self.line.setText)
        self.set_value(minutes)

    def value(self) -> int:
        """Return the minutes, 0 for what is no number."""
        typed = self.line.text().strip()
        return int(typed) if typed.isdecimal() else 0

    def set_value(self, minutes: int) -> None:
        """Show a length."""
        self.line.setText(str(minutes))
