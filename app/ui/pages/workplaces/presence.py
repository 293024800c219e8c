"""Where the counsellor sits at a workplace, and what is worth knowing about it."""

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.models.types import Workplace
from app.ui.widgets.form import FormGrid
from app.ui.widgets.measure import em


class Presence(QWidget):
    """Place, visibility and remark."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = QLineEdit()
        self.visibility = _notes(3)
        self.remark = _notes(4)
        grid = FormGrid()
        grid.add_row(
            "place", self.tr("Sted"), self.place, self.tr("Hvor du sidder, fx kantinen, lokale 2.")
        )
        grid.add_row(
            "visibility",
            self.tr("Synlighed"),
            self.visibility,
            self.tr("Hvordan folk får øje på dig, og hvad der kan holde dem væk."),
        )
        grid.add_row("remark", self.tr("Bemærkning"), self.remark)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(grid)
        self.place.textEdited.connect(lambda _: self.changed.emit())
        self.visibility.textChanged.connect(self.changed)
        self.remark.textChanged.connect(self.changed)

    def show_workplace(self, workplace: Workplace) -> None:
        """Show what is known."""
        self.place.setText(workplace.place)
        for notes, text in (
            (self.visibility, workplace.visibility),
            (self.remark, workplace.remark),
        ):
            if notes.toPlainText() != text:
                notes.blockSignals(True)
                notes.setPlainText(text)
                notes.blockSignals(False)

    def applied_to(self, workplace: Workplace) -> Workplace:
        """Return the workplace with what stands in the fields."""
        return replace(
            workplace,
            place=self.place.text().strip(),
            visibility=self.visibility.toPlainText().strip(),
            remark=self.remark.toPlainText().strip(),
        )


def _notes(lines: int) -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setTabChangesFocus(True)
    made.setFixedHeight(em(made, lines * 1.3 + 1.2))
    return made
