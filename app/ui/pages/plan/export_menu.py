"""The button that makes files of the days that are shown."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.ui.widgets.action_button import ActionButton


class ExportButton(ActionButton):
    """``asked`` carries the name of a format as the export and the command line know it."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__()
        self.setParent(parent)
        self.setText(self.tr("Eksportér"))
        menu = QMenu(self)
        for name, text in (
            ("ics", self.tr("Kalender til Outlook (.ics)")),
            ("pdf", self.tr("PDF til print eller opslag")),
            ("xlsx", self.tr("Excel")),
        ):
            action = menu.addAction(text)
            action.triggered.connect(lambda _=False, each=name: self.asked.emit(each))
        self.setMenu(menu)
