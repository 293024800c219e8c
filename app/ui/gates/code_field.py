"""A printed code that is typed: read forgivingly, with the wrong group named at once."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.models import recovery_code
from app.models.recovery_code import MistypedCode
from app.ui.gates.gate import spoken
from app.ui.gates.verdict import Verdict
from app.ui.widgets.measure import announce, em

_CHARACTERS = recovery_code.GROUPS * recovery_code.GROUP_LENGTH
_ROOM_FOR_SLIPS = 40
_FORM = "-".join(["X" * recovery_code.GROUP_LENGTH] * recovery_code.GROUPS)
"""What a code looks like; the same in every language."""


class CodeField(QWidget):
    """The line of a code and what is said about it; ``changed`` is sent when something is typed."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setMaxLength(_CHARACTERS + _ROOM_FOR_SLIPS)
        self.line.setPlaceholderText(_FORM)
        self.line.textEdited.connect(self._edited)
        self.line.editingFinished.connect(self._left)
        self.verdict = Verdict(self.line)
        self.setFocusProxy(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.2))
        column.addWidget(self.line)
        column.addWidget(self.verdict)

    def code(self) -> str:
        """Return the code that was typed; empty, and told and gone to, where it has a slip."""
        problem = _problem_in(self.line.text())
        if problem:
            self.show_wrong(problem)
            return ""
        return recovery_code.parse(self.line.text())

    def show_wrong(self, text: str) -> None:
        """Say what is wrong with the code, and go there."""
        self.verdict.say(text)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.selectAll()
        announce(self, text)

    def clear(self) -> None:
        """Forget what was typed."""
        self.line.clear()
        self.verdict.say("")

    def _edited(self, text: str) -> None:
        right = not _problem_in(text)
        told = self.tr("Koden er tastet rigtigt.") if right else ""
        if told and told != self.verdict.text():
            announce(self, told)
        self.verdict.say(told, "good")
        self.changed.emit()

    def _left(self) -> None:
        """Name the wrong group once the code has been typed, without holding the focus back."""
        if self.line.text().strip():
            problem = _problem_in(self.line.text())
            if problem:
                self.verdict.say(problem)


def _problem_in(text: str) -> str:
    try:
        recovery_code.parse(text)
    except MistypedCode as slip:
        return slip.problems[0].text.in_language(spoken())
    return ""
