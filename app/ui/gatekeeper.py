"""Shows the gates of the window and opens the store behind them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.errors import UserError
from app.models import opening
from app.models.cipher import DataKey
from app.models.clock import Clock
from app.models.installations import Side, beside, named_side, side_of
from app.models.keys import UnlockThrottle
from app.models.rescue import open_rescued
from app.models.settings import DeviceSettings
from app.models.store import Store
from app.paths import Paths
from app.ui.gates.begin_sharing import Begun, begin_sharing
from app.ui.gates.unlock import Unlock
from app.ui.main_window import MainWindow
from app.ui.second_window import Start, open_second_window
from app.ui.session import Session
from app.ui.tasks import Failed

if TYPE_CHECKING:
    from app.ui.gates.first_run import FirstRun, SetUp
    from app.ui.gates.first_steps import AboutYou
    from app.ui.gates.take_over_part import Found, Job

Opener = Callable[[], tuple[Store, DataKey]]


class Gatekeeper(QObject):
    """Lets somebody in: first run, passphrase, recovery code or the demo project.

    ``opened`` carries the open session and its context; ``language_chosen`` a language picked at
    a gate, before the gate is shown again in it.
    """

    opened = Signal(object, object)
    language_chosen = Signal(str)

    def __init__(
        self,
        window: MainWindow,
        paths: Paths,
        device: DeviceSettings,
        clock: Clock,
        failed: Failed,
        parent: QObject,
        start: Start = open_second_window,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._device = device
        self._clock = clock
        self._failed = failed
        self._start_window = start
        self._throttle = UnlockThrottle()
        self._made: Session | None = None
        """A new installation, open behind the step that shows its recovery code."""
        self.paths = paths
        self.demo = False

    def show(self, reason: str = "") -> QWidget:
        """Show the gate that fits: the first run where nothing is set up, else the unlocking."""
        if opening.exists(self.paths):
            return self._show_unlock(reason)
        return self._show_first_run(None)

    def close(self) -> None:
        """Close what was opened behind a gate and never entered."""
        if self._made is not None:
            self._made.close(wait=True)
            self._made = None

    def open_demo(self, *, here: bool = False) -> None:
        """Open the demo project, made at the first call: ``here``, or in a folder of its own."""
        from app.models.demo import open_demo

        self.close()
        self.demo = True
        if not here:
            self.paths = replace(self.paths, data_dir=self.paths.data_dir / "demo")
        self.open_with(lambda: open_demo(self.paths, self._clock))

    def open_with(self, opener: Opener) -> None:
        """Open a store in another way than by a typed secret."""
        self._open(self._show_unlock(""), opener)

    def _show_unlock(self, reason: str) -> Unlock:
        gate = Unlock(self.paths, throttle=self._throttle)
        gate.locked_reason(reason or self._demo_hint())
        gate.unlock_requested.connect(
            lambda passphrase: self._open(
                gate, lambda: opening.open_store(self.paths, passphrase, clock=self._clock)
            )
        )
        gate.recover_requested.connect(
            lambda code, new: self._open(
                gate,
                lambda: opening.open_with_recovery_code(self.paths, code, new, clock=self._clock),
            )
        )
        gate.restore_requested.connect(
            lambda rescue: self._open(
                gate, lambda: open_rescued(self.paths, rescue, clock=self._clock)
            )
        )
        gate.other_requested.connect(lambda: self._open_other(gate))
        gate.language_chosen.connect(lambda language: self._speak(language, None))
        self._show(gate)
        return gate

    def _demo_hint(self) -> str:
        if not self.demo:
            return ""
        from app.models.demo import DEMO_PASSPHRASE

        return self.tr("Demoprojektets adgangssætning er »{passphrase}«.").format(
            passphrase=DEMO_PASSPHRASE
        )

    def _show_first_run(self, entered: AboutYou | None) -> FirstRun:
        # Met once in the life of an installation; every other start is spared loading it.
        from app.ui.gates.first_run import FirstRun

        gate = FirstRun(entered, side=named_side(self.paths), look=self._look)
        gate.beside_requested.connect(lambda: self._begin_beside(gate))
        gate.create_requested.connect(lambda setup: self._create(gate, setup))
        gate.demo_requested.connect(partial(self.open_demo, here=False))
        gate.language_chosen.connect(lambda language: self._speak(language, gate.entered()))
        self._show(gate)
        return gate

    def _look(self, job: Job, done: Found, failed: Failed) -> None:
        """Look for a project on a thread of its own: there is no store yet, nor its thread."""
        session = Session(self._failed, self)

        def answered(call: Callable[[Any], None], answer: object) -> None:
            session.close(wait=False)
            call(answer)

        session.thread_of_store.beside(job, partial(answered, done), partial(answered, failed))

    def _open_other(self, gate: Unlock) -> None:
        side = side_of(self.paths)
        if side is not None:
            self._start(gate, beside(self.paths, side.other))

    def _begin_beside(self, gate: FirstRun) -> None:
        if self._start(gate, beside(self.paths, Side.LEAD)):
            # What is set up here is then the counsellor's own.
            gate.about_you.team.leave_to_beside()

    def _start(self, gate: Unlock | FirstRun, paths: Paths) -> bool:
        try:
            self._start_window(paths, self._device)
        except UserError as error:
            gate.show_error(error)
            return False
        return True

    def show_project_code(self, begun: Begun, done: Callable[[], None]) -> QWidget | None:
        """Show the code of a project created in an open installation; return what was shown before."""
        from app.ui.gates.project_code_gate import ProjectCodeGate

        gate = ProjectCodeGate(begun.code, lambda: self._project_sheet(begun))
        gate.finished.connect(done)
        return self._window.show_content(gate)

    def _show(self, gate: QWidget) -> None:
        previous = self._window.show_content(gate)
        # A locked window keeps nothing of what it showed.
        if previous is not None:
            previous.deleteLater()

    def _speak(self, language: str, entered: AboutYou | None) -> None:
        self.language_chosen.emit(language)
        if entered is None:
            self.show()
        else:
            self._show_first_run(entered)

    def _open(self, gate: Unlock, opener: Opener) -> None:
        def opened(session: Session, context: AppContext) -> None:
            self._throttle.succeeded()
            self.opened.emit(session, context)

        self._begin(gate, opener, opened)

    def _create(self, gate: FirstRun, setup: SetUp) -> None:
        code = ""
        begun = Begun()

        def create() -> tuple[Store, DataKey]:
            nonlocal code, begun
            store, key, code = opening.create_store(
                self.paths,
                setup.passphrase,
                project=setup.project,
                counsellor=opening.new_counsellor(setup.name, setup.profession),
                clock=self._clock,
            )
            begun = begin_sharing(store, setup)
            return store, key

        def created(session: Session, context: AppContext) -> None:
            self._made = session
            gate.set_busy(False)
            gate.finished.connect(lambda: self._enter_made(session, context))
            if begun.roster is not None:
                gate.lead_project(begun.code, lambda: self._project_sheet(begun))
            gate.show_recovery_code(code, lambda: self._sheet(code, setup))
            if begun.error is not None:
                gate.show_error(begun.error)

        self._begin(gate, create, created)

    def _project_sheet(self, begun: Begun) -> bytes:
        from app.export.project_sheet import project_sheet

        roster = begun.roster
        assert roster is not None
        language = self._device.language
        return project_sheet(begun.code, roster.project, roster.project_id, language)

    def _enter_made(self, session: Session, context: AppContext) -> None:
        self._made = None
        self.opened.emit(session, context)

    def _sheet(self, code: str, setup: SetUp) -> bytes:
        # The library that writes PDF takes longer to load than the window does.
        from app.export.recovery_sheet import recovery_sheet

        return recovery_sheet(code, setup.project, setup.name, self._device.language)

    def _begin(
        self,
        gate: Unlock | FirstRun,
        opener: Opener,
        opened: Callable[[Session, AppContext], None],
    ) -> None:
        gate.set_busy(True)
        session = Session(self._failed, self)

        def context() -> AppContext:
            store, key = opener()
            return AppContext(self.paths, self._device, store, key, self._clock)

        def failed(error: Exception) -> None:
            session.close(wait=False)
            gate.set_busy(False)
            if isinstance(error, UserError):
                gate.show_error(error)
            else:
                self._failed(error)

        session.open(context, lambda made: opened(session, made), failed)
