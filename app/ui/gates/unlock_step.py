"""Asking for the passphrase, ever more slowly while it is wrong."""

import math

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.models.passphrases import UnlockThrottle
from app.ui.gates.step import Step
from app.ui.gates.verdict import Verdict
from app.ui.widgets.measure import announce, button, em, label
from app.ui.widgets.password_field import PasswordField

_COUNT_EVERY = 200
"""Milliseconds between two looks at the clock, so that no second is skipped."""


class UnlockStep(Step):
    """One field and one button; ``submitted`` carries the passphrase.

    Where a computer has two installations, ``which`` says which one is unlocked, and
    ``other_requested`` asks for the one that ``other`` names.
    """

    submitted = Signal(str)
    forgotten = Signal()
    other_requested = Signal()

    def __init__(self, throttle: UnlockThrottle, which: str = "", other: str = "") -> None:
        super().__init__(self.tr("Vejviser er låst"), eyebrow=which)
        self._throttle = throttle
        self.reason = label("", "muted", wrap=True)
        self.reason.hide()
        self.passphrase = PasswordField(self.tr("Adgangssætning"))
        caption = label(self.tr("&Adgangssætning"))
        caption.setBuddy(self.passphrase.line)
        self.problem = Verdict(self.passphrase.line)
        self.passphrase.changed.connect(lambda _: self.problem.say(""))
        self.wait = label("", "muted", wrap=True)
        self.forward = button(self.tr("Lås op"), "primary")
        self.forward.clicked.connect(self.proceeded)
        self.forgot = button(self.tr("Jeg har glemt adgangssætningen"), "link")
        self.forgot.clicked.connect(self.forgotten)
        self.other = button(other, "link")
        self.other.clicked.connect(self.other_requested)
        if not other:
            self.other.hide()
        self._lay_out(caption)
        self.add_stop(self.passphrase.line, lambda: False)
        self.proceeded.connect(self._submit)
        self._timer = QTimer(self)
        self._timer.setInterval(_COUNT_EVERY)
        self._timer.timeout.connect(self._count)
        self._count()

    def show_reason(self, reason: str) -> None:
        """Say why the window is locked."""
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))

    def show_wrong(self, text: str) -> None:
        """Say that the passphrase is wrong, let it be typed over, and slow down."""
        self._throttle.failed()
        self.problem.say(text)
        self.passphrase.line.setFocus()
        self.passphrase.line.selectAll()
        self._count()
        announce(self, " ".join(filter(None, (text, self.wait.text()))))

    def clear(self) -> None:
        """Forget what was typed."""
        self.passphrase.clear()
        self.problem.say("")

    def _lay_out(self, caption: QWidget) -> None:
        field = QVBoxLayout()
        field.setSpacing(em(self, 0.29))
        for widget in (caption, self.passphrase, self.problem, self.wait):
            field.addWidget(widget)
        self.wait.hide()
        self.column.addWidget(self.reason)
        self.column.addLayout(field)
        row = QHBoxLayout()
        row.addWidget(self.other)
        row.addStretch(1)
        self.column.addLayout(row)
        self.footer.addWidget(self.forgot)
        self.footer.addStretch(1)
        self.footer.addWidget(self.forward)

    def _submit(self) -> None:
        if self._throttle.seconds_left() > 0:
            return
        if self.passphrase.text():
            self.submitted.emit(self.passphrase.text())
        else:
            self.problem.say(self.tr("Skriv adgangssætningen."))
            self.passphrase.line.setFocus()

    def _count(self) -> None:
        left = math.ceil(self._throttle.seconds_left())
        self.wait.setText(self.tr("Prøv igen om {n} sek.").format(n=left) if left else "")
        self.wait.setVisible(left > 0)
        self.forward.setEnabled(left == 0)
        if left and not self._timer.isActive():
            self._timer.start()
        elif not left:
            self._timer.stop()
