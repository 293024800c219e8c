"""The gate of a locked program: the passphrase, the recovery code, and help with damage.

Nothing here tells anything about a project or a person. What most days do without is imported and
built when it is asked for, because the window waits for this gate.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

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
from app.models.installations import is_there, side_of
from app.models.passphrases import UnlockThrottle
from app.paths import Paths
from app.ui.gates.dialogs import ChoosePath, backup_chooser
from app.ui.gates.gate import Gate, spoken
from app.ui.gates.unlock_step import UnlockStep
from app.ui.installation_words import OPEN, WHICH

if TYPE_CHECKING:
    from app.ui.gates.recover_step import RecoverStep
    from app.ui.gates.rescue_step import RescueStep

_NARROW, _WIDE = 34.0, 42.0
"""Widths of the card in multiples of the text size."""


class Unlock(Gate):
    """Asks for what opens the store; the answer comes from elsewhere.

    ``unlock_requested(passphrase)``, ``recover_requested(code, new_passphrase)`` and
    ``restore_requested(Rescue)`` are each answered with :meth:`set_busy` and, where it failed,
    :meth:`show_error`. ``other_requested`` asks for the other installation
    of this computer. Give the same ``throttle`` to a gate that replaces this one.
    """

    unlock_requested = Signal(str)
    recover_requested = Signal(str, str)
    restore_requested = Signal(object)
    other_requested = Signal()

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
        self._find_backup = find_backup or backup_chooser(self, paths.backups)
        self.unlock = UnlockStep(throttle or UnlockThrottle(), *_which_and_other(paths))
        self.recover: RecoverStep | None = None
        self.rescue: RescueStep | None = None
        self._shown: UnlockStep | RecoverStep | RescueStep = self.unlock
        self.content.addWidget(self.unlock)
        self.unlock.submitted.connect(self._ask)
        self.unlock.other_requested.connect(self.other_requested)
        self.unlock.forgotten.connect(self._offer_recovery)
        self.set_card_width(_NARROW)

    def locked_reason(self, reason: str) -> None:
        """Say in one small line why the window is locked; nothing for an empty text."""
        self.unlock.show_reason(reason)

    def reset(self) -> None:
        """Forget everything that was typed and ask for the passphrase again."""
        self._drop_detour()
        self.unlock.clear()
        self.clear_notice()
        self.set_card_width(_NARROW)
        self.unlock.show()
        self.unlock.start()

    def show_error(self, error: UserError) -> None:
        """Explain why the store did not open: a slip beside its field, damage with a way out."""
        if isinstance(error, WrongPassphrase):
            parts = (error.what, error.next_step)
            self._shown.show_wrong(" ".join(part.in_language(spoken()) for part in parts))
        elif isinstance(error, InvalidInput) and self.recover is not None:
            self._show_problems(error, self.recover)
        elif self._calls_for_rescue(error):
            self._offer_rescue(error)
        else:
            self.show_notice(error)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the first field."""
        super().showEvent(event)
        self._shown.start()

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

    def _show_problems(self, error: InvalidInput, recover: RecoverStep) -> None:
        for problem in error.problems:
            text = problem.text.in_language(spoken())
            if problem.field == "recovery_code":
                recover.show_wrong(text)
            elif problem.field == "passphrase":
                recover.passphrase.show_problem(text)
            else:
                self.show_notice(error)

    def _offer_recovery(self) -> None:
        from app.ui.gates.recover_step import RecoverStep

        recover = RecoverStep()
        recover.back.connect(self.reset)
        recover.submitted.connect(self._ask_to_recover)
        self.recover = recover
        self._show_detour(recover)

    def _calls_for_rescue(self, error: UserError) -> bool:
        if self.rescue is not None:
            # Whatever is wrong with a backup, another one can be chosen where we are; but where
            # the key file was to be put back and the database turns out damaged, more is needed.
            return self.rescue.key_file_only and isinstance(error, DamagedStore)
        if isinstance(error, NotFound):
            return not (self._paths.envelope.exists() and self._paths.database.exists())
        return isinstance(error, DamagedEnvelope | DamagedStore)

    def _offer_rescue(self, error: UserError) -> None:
        from app.ui.gates.rescue_step import RescueStep

        typed = self.unlock.passphrase if self.rescue is None else self.rescue.secret
        passphrase = typed.text()
        self._drop_detour()
        key_file_only = not isinstance(error, DamagedStore) and self._paths.database.exists()
        try:
            rescue = RescueStep(
                self._paths, key_file_only=key_file_only, find_backup=self._find_backup
            )
        except UserError as unreadable:
            self.reset()
            self.show_notice(unreadable)
            return
        rescue.offer_secret(passphrase)
        rescue.back.connect(self.reset)
        rescue.failed.connect(self.show_notice)
        rescue.submitted.connect(self._ask_to_restore)
        self.rescue = rescue
        self._show_detour(rescue)
        self.show_notice(error)

    def _show_detour(self, step: RecoverStep | RescueStep) -> None:
        self.clear_notice()
        self.unlock.clear()
        self.unlock.hide()
        self.content.addWidget(step)
        self._shown = step
        self.set_card_width(_WIDE)
        step.show()
        step.start()

    def _drop_detour(self) -> None:
        for step in (self.recover, self.rescue):
            if step is not None:
                step.clear()
                step.hide()
                step.deleteLater()
        self.recover = self.rescue = None
        self._shown = self.unlock


def _which_and_other(paths: Paths) -> tuple[str, str]:
    """Return which installation this is, and what opens the other; nothing where there is only one."""
    side = side_of(paths)
    if side is None or not is_there(paths, side.other):
        return "", ""
    return WHICH[side].in_language(spoken()), OPEN[side.other].in_language(spoken())
