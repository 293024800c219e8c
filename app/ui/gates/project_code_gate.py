"""The code of a project that an open installation has just created, before its window becomes the lead's."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from app.ui.gates.dialogs import ChoosePath, OpenFile, open_with_system, project_sheet_chooser
from app.ui.gates.gate import Gate
from app.ui.gates.recovery_step import MakeSheet, ProjectCodeStep


class ProjectCodeGate(Gate):
    """Shows the code once; ``finished`` is sent when its sheet is kept."""

    finished = Signal()

    def __init__(
        self,
        code: str,
        sheet: MakeSheet,
        *,
        choose_path: ChoosePath | None = None,
        open_file: OpenFile = open_with_system,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.set_card_width(42)
        # Built again in another language it would lose the code.
        self.languages.hide()
        self.step = ProjectCodeStep(choose_path or project_sheet_chooser(self), open_file)
        self.step.show_code(code, sheet)
        self.step.failed.connect(self.show_notice)
        self.step.proceeded.connect(self._done)
        self.content.addWidget(self.step)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where the sheet is saved."""
        super().showEvent(event)
        self.step.start()

    def _done(self) -> None:
        if self.step.check():
            self.finished.emit()
