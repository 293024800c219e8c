"""How often: one click for the usual rhythms, a number for the others."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.models.plan_words import rhythm_words
from app.ui.services import Services
from app.ui.widgets.measure import em, label
from app.ui.widgets.segmented import Option, Segmented

_USUAL = (1, 2, 3, 4)
_OTHER = "other"
_LONGEST = 52


class RhythmField(QWidget):
    """``changed`` is sent when a person chooses or types another number of weeks."""

    changed = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        options = [Option(str(weeks), _capital(services, weeks)) for weeks in _USUAL]
        options.append(Option(_OTHER, self.tr("Andet")))
        self.usual = Segmented(self.tr("Hvor tit"), options, look="chip")
        self.weeks = QLineEdit()
        self.weeks.setAccessibleName(self.tr("Antal uger mellem fremmøderne"))
        self.weeks.setValidator(QIntValidator(1, _LONGEST, self.weeks))
        self.weeks.setMaxLength(2)
        self.weeks.setMaximumWidth(em(self, 5))
        self._typed = QWidget()
        typed = QHBoxLayout(self._typed)
        typed.setContentsMargins(0, 0, 0, 0)
        typed.setSpacing(em(self, 0.57))
        typed.addWidget(label(self.tr("Hver")))
        typed.addWidget(self.weeks)
        typed.addWidget(label(self.tr("uge")))
        typed.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.43))
        column.addWidget(self.usual)
        column.addWidget(self._typed)
        self.usual.changed.connect(self._chosen)
        self.weeks.textEdited.connect(lambda _: self.changed.emit())
        self.setFocusProxy(self.weeks)

    def value(self) -> int:
        """Return the number of weeks, 0 where none is typed."""
        if self.usual.value() != _OTHER:
            return int(self.usual.value())
        typed = self.weeks.text()
        return int(typed) if typed.isdecimal() else 0

    def set_value(self, weeks: int) -> None:
        """Show a number of weeks without sending ``changed``."""
        usual = weeks in _USUAL
        self.usual.set_value(str(weeks) if usual else _OTHER)
        self.weeks.setText("" if usual or not weeks else str(weeks))
        self._typed.setVisible(not usual)

    def _chosen(self, key: str) -> None:
        other = key == _OTHER
        self._typed.setVisible(other)
        if other:
            self.weeks.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()


def _capital(services: Services, weeks: int) -> str:
    told = services.words(rhythm_words(weeks))
    return told[:1].upper() + told[1:]
