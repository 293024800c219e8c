"""Getting in with the printed recovery code, and choosing a new passphrase on the way."""

from PySide6.QtCore import Signal

from app.ui.gates.code_field import CodeField
from app.ui.gates.new_passphrase import NewPassphrase
from app.ui.gates.step import Step
from app.ui.widgets.form import FormGrid
from app.ui.widgets.measure import button


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
        field = CodeField()
        self._field = field
        self.code, self.verdict = field.line, field.verdict
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
        self._field.show_wrong(text)

    def clear(self) -> None:
        """Forget what was typed."""
        self._field.clear()
        self.passphrase.clear()

    def _submit(self) -> None:
        code = self._field.code()
        if code and self.passphrase.check():
            self.submitted.emit(code, self.passphrase.text())
