"""The gate of a locked program: the passphrase, the recovery code, and help with damage.

Nothing here tells anything about a project or a person.
"""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from app.errors import (
    DamagedEnvelope,
    DamagedStore,
    InvalidInput,
    NotFound,
    UserError,
    WrongPassphrase,
)
from app.models.passphrases import UnlockThrottle
from app.paths import Paths
from app.ui.gates.dialogs import ChoosePath, backup_chooser
from app.ui.gates.gate import Gate, spoken
from app.ui.gates.recover_step import RecoverStep
from app.ui.gates.rescue_step import RescueStep, find_folder
from app.ui.gates.step import Step
from app.ui.gates.unlock_step import UnlockStep

_NARROW, _WIDE = 34.0, 42.0
"""Widths of the card in multiples of the text size."""


class Unlock(Gate):
    """Asks for what opens the store; the answer comes from elsewhere.

    ``unlock_requested(passphrase)``, ``recover_requested(code, new_passphrase)`` and
    ``restore_requested(Rescue)`` are each answered with :meth:`set_busy` and, where it failed,
    :meth:`show_error`. Give the same ``throttle`` to a gate that replaces this one.
    """

    unlock_requested = Signal(str)
    recover_requested = Signal(str, str)
    restore_requested = Signal(object)

    def __init__(
        self,
        paths: Paths,
        *,
        throttle: UnlockThrottle | None = None,
        find_backup: ChoosePath | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._paths = paths
        self._find_backup = find_backup or backup_chooser(self, find_folder(paths))
        self.unlock = UnlockStep(throttle or UnlockThrottle())
        self.recover = RecoverStep()
        self.rescue: RescueStep | None = None
        for step in (self.unlock, self.recover):
            self.content.addWidget(step)
        self.unlock.submitted.connect(self._ask)
        self.unlock.forgotten.connect(lambda: self._show(self.recover))
        self.recover.back.connect(lambda: self._show(self.unlock))
        self.recover.submitted.connect(self._ask_to_recover)
        self._show(self.unlock)

    def locked_reason(self, reason: str) -> None:
        """Say in one small line why the window is locked; nothing for an empty text."""
        self.unlock.show_reason(reason)

    def reset(self) -> None:
        """Forget everything that was typed and ask for the passphrase again."""
        self.unlock.clear()
        self.recover.clear()
        self._drop_rescue()
        self._show(self.unlock)

    def show_error(self, error: UserError) -> None:
        """Explain why the store did not open: a slip beside its field, damage with a way out."""
        if isinstance(error, WrongPassphrase):
            parts = (error.what, error.next_step)
            self._show_wrong(" ".join(part.in_language(spoken()) for part in parts))
        elif isinstance(error, InvalidInput):
            self._show_problems(error)
        elif self._calls_for_rescue(error):
            self._offer_rescue(error)
        else:
            self.show_notice(error)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the first field."""
        super().showEvent(event)
        self._current().start()

    def _current(self) -> Step:
        steps = (self.unlock, self.recover, *filter(None, (self.rescue,)))
        return next(step for step in steps if not step.isHidden())

    def _show(self, shown: Step) -> None:
        self.clear_notice()
        for step in (self.unlock, self.recover, *filter(None, (self.rescue,))):
            step.setVisible(step is shown)
        self.set_card_width(_NARROW if shown is self.unlock else _WIDE)
        shown.start()

    def _ask(self, passphrase: str) -> None:
        if not self.is_busy:
            self.clear_notice()
            self.unlock_requested.emit(passphrase)

    def _ask_to_recover(self, code: str, passphrase: str) -> None:
        if not self.is_busy:
            self.clear_notice()
            self.recover_requested.emit(code, passphrase)

    def _ask_to_restore(self, rescue: object) -> None:
        if not self.is_busy:
            self.restore_requested.emit(rescue)

    def _show_wrong(self, text: str) -> None:
        if self.rescue is not None and not self.rescue.isHidden():
            self.rescue.show_wrong(text)
        elif not self.recover.isHidden():
            self.recover.show_code_problem(text)
        else:
            self.unlock.show_wrong(text)

    def _show_problems(self, error: InvalidInput) -> None:
        for problem in error.problems:
            text = problem.text.in_language(spoken())
            if problem.field == "recovery_code" and not self.recover.isHidden():
                self.recover.show_code_problem(text)
            elif problem.field == "passphrase" and not self.recover.isHidden():
                self.recover.passphrase.show_problem(text)
            else:
                self.show_notice(error)

    def _calls_for_rescue(self, error: UserError) -> bool:
        if self.rescue is not None and not self.rescue.isHidden():
            # Whatever is wrong with a backup, another one can be chosen where we are; but where
            # the key file was to be put back and the database turns out damaged, more is needed.
            return self.rescue.key_file_only and isinstance(error, DamagedStore)
        if isinstance(error, NotFound):
            return not (self._paths.envelope.exists() and self._paths.database.exists())
        return isinstance(error, DamagedEnvelope | DamagedStore)

    def _offer_rescue(self, error: UserError) -> None:
        typed = self.unlock.passphrase if self.rescue is None else self.rescue.secret
        passphrase = typed.text()
        self._drop_rescue()
        key_file_only = not isinstance(error, DamagedStore) and self._paths.database.exists()
        try:
            rescue = RescueStep(
                self._paths, key_file_only=key_file_only, find_backup=self._find_backup
            )
        except UserError as unreadable:
            self.show_notice(unreadable)
            return
        rescue.offer_secret(passphrase)
        rescue.back.connect(self.reset)
        rescue.failed.connect(self.show_notice)
        rescue.submitted.connect(self._ask_to_restore)
        self.unlock.clear()
        self.content.addWidget(rescue)
        self.rescue = rescue
        self._show(rescue)
        self.show_notice(error)

    def _drop_rescue(self) -> None:
        if self.rescue is not None:
            self.rescue.clear()
            self.rescue.hide()
            self.rescue.deleteLater()
            self.rescue = None
