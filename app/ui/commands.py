"""What the user does to the data: every command is one change set and can be taken back."""

from collections.abc import Callable
from typing import Any, TypeVar

import msgspec
from PySide6.QtCore import QObject, Signal

from app.models.changes import Changes
from app.models.store import Store
from app.ui.tasks import Failed, Runner

T = TypeVar("T")
_DEPTH = 100


class Step(msgspec.Struct, frozen=True):
    """Something done: the handle that takes it back, and what it is called."""

    change_set: str
    label: str


class Commands(QObject):
    """Runs commands and remembers how to undo and redo them.

    ``done`` carries the sentence to show ("Henvendelsen er gemt") after a command; ``undone`` and
    ``redone`` carry the same sentence when it is taken back or done again. Nothing reaches behind
    an erasure: ``stopped`` is sent when the next thing to take back would lie there.
    """

    done = Signal(str)
    undone = Signal(str)
    redone = Signal(str)
    stopped = Signal()

    def __init__(self, runner: Runner, failed: Failed, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._failed = failed
        self._undo: list[Step] = []
        self._redo: list[Step] = []
        self._erased = False

    def run(
        self,
        label: str,
        change: Callable[[Store], T],
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Run ``change`` in one transaction; ``label`` is what is said afterwards."""

        def job(store: Store) -> tuple[str, T]:
            with store.atomic() as change_set:
                result = change(store)
            return change_set, result

        def finished(outcome: tuple[str, T]) -> None:
            self._push(self._undo, Step(outcome[0], label))
            self._redo.clear()
            self.done.emit(label)
            if done is not None:
                done(outcome[1])

        self._runner.run(job, finished, failed or self._failed)

    def heed(self, changes: Changes) -> None:
        """Forget what was done before an erasure: who asks for Fortryd after it means the erasure."""
        if changes.erased:
            self._undo.clear()
            self._redo.clear()
            self._erased = True

    def undo(self) -> None:
        """Take the last command back; does nothing when there never was one."""
        if self._erased and not self._undo:
            self.stopped.emit()
        self._reverse(self._undo, self._redo, self.undone)

    def redo(self) -> None:
        """Do again what was taken back last; does nothing when there is none."""
        self._reverse(self._redo, self._undo, self.redone)

    def _reverse(self, source: list[Step], target: list[Step], told: Any) -> None:
        if not source:
            return
        step = source.pop()

        def finished(inverse: str) -> None:
            self._push(target, Step(inverse, step.label))
            told.emit(step.label)

        self._runner.run(lambda store: store.undo(step.change_set), finished, self._failed)

    @staticmethod
    def _push(steps: list[Step], step: Step) -> None:
        steps.append(step)
        del steps[:-_DEPTH]
