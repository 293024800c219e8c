"""Getting in with the printed recovery code, and choosing a new passphrase on the way."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.models import recovery_code
from app.models.recovery_code import MistypedCode
from app.ui.gates.gate import spoken
from app.ui.gates.new_passphrase import NewPassphrase
from app.ui.gates.step import Step
from app.ui.gates.verdict import Verdict
from app.ui.widgets.form import FormGrid
from app.ui.widgets.measure import announce, button, em

_CHARACTERS = recovery_code.GROUPS * recovery_code.GROUP_LENGTH
_ROOM_FOR_SLIPS = 40
_FORM = "-".join(["X" * recovery_code.GROUP_LENGTH] * recovery_code.GROUPS)
"""What a code looks like; the same in every language."""


class RecoverStep(Step):
    """The code, read forgivingly, and a new passphrase; ``submitted`` carries both."""

    submitted = Signal(str, str)
    back = Signal()

    def __init__(self) -> None:
        super().__init__(
            self.tr("Brug gendannelseskoden"),
            self.tr(
                "Skriv koden fra gendannelsesarket, og vælg en ny adgangssætning. "
                "Små bogstaver og mellemrum gør ikke noget."
            ),
        )
        self.code = QLineEdit()
        self.code.setMaxLength(_CHARACTERS + _ROOM_FOR_SLIPS)
        self.code.setPlaceholderText(_FORM)
        self.code.textEdited.connect(self._code_edited)
        self.code.editingFinished.connect(self._code_left)
        self.verdict = Verdict(self.code)
        field = QWidget()
        field.setFocusProxy(self.code)
        column = QVBoxLayout(field)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.2))
        column.addWidget(self.code)
        column.addWidget(self.verdict)
        form = FormGrid()
        form.add_row("recovery_code", self.tr("&Kode"), field)
        self.passphrase = NewPassphrase(form, self.tr("&Ny adgangssætning"))
        self.column.addWidget(form)
        self.backward = button(self.tr("Tilbage"))
        self.backward.clicked.connect(self.back)
        self.forward = button(self.tr("Lås op"), "primary")
        self.forward.clicked.connect(self.proceeded)
        self.footer.addWidget(self.backward)
        self.footer.addStretch(1)
        self.footer.addWidget(self.forward)
        self.add_lines(self.code, self.passphrase.first.line, self.passphrase.again.line)
        self.proceeded.connect(self._submit)

    def show_wrong(self, text: str) -> None:
        """Say what is wrong with the code, and go there."""
        self.verdict.say(text)
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)
        self.code.selectAll()
        announce(self, text)

    def clear(self) -> None:
        """Forget what was typed."""
        self.code.clear()
        self.verdict.say("")
        self.passphrase.clear()

    def _submit(self) -> None:
        problem = _problem_in(self.code.text())
        if problem:
            self.show_wrong(problem)
        elif self.passphrase.check():
            self.submitted.emit(recovery_code.parse(self.code.text()), self.passphrase.text())

    def _code_edited(self, text: str) -> None:
        right = not _problem_in(text)
        told = self.tr("Koden er tastet rigtigt.") if right else ""
        if told and told != self.verdict.text():
            announce(self, told)
        self.verdict.say(told, "good")

    def _code_left(self) -> None:
        """Name the wrong group once the code has been typed, without holding the focus back."""
        if self.code.text().strip():
            problem = _problem_in(self.code.text())
            if problem:
                self.verdict.say(problem)


def _problem_in(text: str) -> str:
    try:
        recovery_code.parse(text)
    except MistypedCode as slip:
        return slip.problems[0].text.in_language(spoken())
    return ""
