"""The title of the page, and a button for each kind of file."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.pages.focus import set_usable
from app.ui.widgets.measure import button, em, label


class ExportBar(QWidget):
    """``asked`` carries the name of a format as the export and the command line know it."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = {
            "pdf": button("PDF", name=self.tr("Gem som PDF")),
            "xlsx": button("Excel", name=self.tr("Gem som Excel")),
            "csv": button("CSV", name=self.tr("Gem som CSV til beregning")),
            "csv-excel": button(self.tr("CSV til Excel"), name=self.tr("Gem som CSV til Excel")),
        }
        self._busy, self._has_period = False, True
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(em(self, 0.57))
        row.addWidget(label(self.tr("Opgørelse"), "title"), 1)
        for name, made in self.buttons.items():
            row.addWidget(made)
            made.setToolTip(made.accessibleName())
            made.clicked.connect(lambda _=False, name=name: self.asked.emit(name))

    def set_busy(self, busy: bool) -> None:
        """Let only one file be made at a time."""
        self._busy = busy
        self._offer()

    def set_has_period(self, has_period: bool) -> None:
        """Let no file be made while what is typed is no period: it would be of another one."""
        self._has_period = has_period
        self._offer()

    def _offer(self) -> None:
        usable = self._has_period and not self._busy
        set_usable(*self.buttons.values(), usable=usable)
