"""The program's life: gate, unlocked session, lock, and back to the gate."""

import sys
from collections.abc import Callable
from datetime import datetime
from types import TracebackType

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from app import log
from app.context import AppContext
from app.errors import UserError
from app.export.recovery_sheet import recovery_sheet
from app.models import opening
from app.models.cipher import DataKey
from app.models.clock import Clock, system_clock
from app.models.settings import DeviceSettings
from app.models.store import Store
from app.paths import Paths
from app.ui import i18n, theme
from app.ui.commands import Commands
from app.ui.daily_backup import DailyBackup, newest_backup
from app.ui.gates.first_run import FirstRun, SetUp
from app.ui.gates.unlock import Unlock
from app.ui.idle import IdleWatch
from app.ui.main_window import MainWindow
from app.ui.notices import WindowNotices
from app.ui.services import Services
from app.ui.session import Session
from app.ui.suspend import SuspendWatch
from app.ui.widgets.toast import Toast
from app.ui.workspace import Workspace

Opener = Callable[[], AppContext]


class Application(QObject):
    """Moves the window between locked and open; owns the session while there is one."""

    def __init__(
        self,
        app: QApplication,
        paths: Paths,
        *,
        demo: bool = False,
        clock: Clock = system_clock,
    ) -> None:
        super().__init__()
        self._app = app
        self._paths = paths
        self._demo = demo
        self._clock = clock
        self.device = DeviceSettings(paths.device_settings)
        self.show_look()
        self.window = MainWindow()
        self.window.closing.connect(self.close)
        self.session: Session | None = None
        self.workspace: Workspace | None = None
        self._services: Services | None = None
        self._backup: DailyBackup | None = None
        self._idle: IdleWatch | None = None
        self._recovery_code = ""
        self._last_page = "today"
        self._suspend = SuspendWatch(self)
        self._suspend.lock_now.connect(self.lock)

    def start(self) -> None:
        """Show the window: the gate, or the first run."""
        if self._demo:
            self._open_demo()
        elif opening.exists(self._paths):
            self.show_unlock()
        else:
            self.show_first_run()
        self.window.show()

    def show_look(self) -> None:
        """Apply language, theme, density and font size from the device's settings."""
        i18n.install(self._app, self.device.language)
        theme.apply(
            self._app,
            self.device.get("theme"),  # type: ignore[arg-type]
            self.device.get("density"),  # type: ignore[arg-type]
            int(self.device.get("font_percent")) / 100,
        )

    def show_unlock(self, reason: str = "") -> Unlock:
        """Show the gate; ``reason`` says why the window was locked."""
        gate = Unlock(self._paths)
        gate.locked_reason(reason)
        gate.unlock_requested.connect(
            lambda passphrase: self._open(
                gate,
                lambda: self._context(
                    opening.open_store(self._paths, passphrase, clock=self._clock)
                ),
            )
        )
        gate.recover_requested.connect(
            lambda code, new: self._open(
                gate,
                lambda: self._context(
                    opening.open_with_recovery_code(self._paths, code, new, clock=self._clock)
                ),
            )
        )
        gate.language_chosen.connect(lambda language: self._speak(language, self.show_unlock))
        self.window.show_content(gate)
        return gate

    def show_first_run(self) -> FirstRun:
        """Show the three steps of the first run."""
        gate = FirstRun()
        gate.create_requested.connect(lambda setup: self._create(gate, setup))
        gate.finished.connect(self._enter)
        gate.demo_requested.connect(self._open_demo)
        gate.language_chosen.connect(lambda language: self._speak(language, self.show_first_run))
        self.window.show_content(gate)
        return gate

    def lock(self, reason: str = "") -> None:
        """Lock at once: keep the draft, drop key and connection, blank the window."""
        if self.session is None:
            return
        self._end_session(wait=False)
        self.show_unlock(reason)

    def close(self) -> None:
        """Keep the draft, close the store and let the program end."""
        self._end_session(wait=True)
        self._suspend.stop()

    def fault(self, error: BaseException) -> None:
        """Report a fault of the program; the window goes on."""
        if self._services is not None and isinstance(error, Exception):
            self._services.notices.show_error(error)
        else:
            log.write_crash_report(self._paths, error)

    def _speak(self, language: str, show_gate: Callable[[], QWidget]) -> None:
        self.device.set("language", language)
        self.show_look()
        show_gate()

    def _open_demo(self) -> None:
        from app.models.demo import open_demo

        self._demo = True
        self._paths = Paths(self._paths.data_dir / "demo")
        self._open(self.show_unlock(), lambda: self._context(open_demo(self._paths, self._clock)))

    def _create(self, gate: FirstRun, setup: SetUp) -> None:
        def create() -> AppContext:
            store, key, self._recovery_code = opening.create_store(
                self._paths,
                setup.passphrase,
                project=setup.project,
                counsellor=opening.new_counsellor(setup.name, setup.profession),
                clock=self._clock,
            )
            return self._context((store, key))

        def created(_context: AppContext) -> None:
            gate.set_busy(False)
            code, self._recovery_code = self._recovery_code, ""
            gate.show_recovery_code(
                code,
                lambda: recovery_sheet(code, setup.project, setup.name, self.device.language),
            )

        self._begin(gate, create, created)

    def _open(self, gate: Unlock, opener: Opener) -> None:
        self._begin(gate, opener, lambda _context: self._enter())

    def _context(self, opened: tuple[Store, DataKey]) -> AppContext:
        return AppContext(self._paths, self.device, *opened, self._clock)

    def _begin(
        self, gate: Unlock | FirstRun, opener: Opener, opened: Callable[[AppContext], None]
    ) -> None:
        gate.set_busy(True)
        session = Session(self.fault, self)

        def done(context: AppContext) -> None:
            self.session = session
            self._backup = DailyBackup(self._paths, context.key, self._clock, self)
            opened(context)

        def failed(error: Exception) -> None:
            session.close(wait=False)
            gate.set_busy(False)
            if isinstance(error, UserError):
                gate.show_error(error)
            else:
                self.fault(error)

        session.open(opener, done, failed)

    def _enter(self) -> None:
        assert self.session is not None
        toast = Toast(self.window)
        notices = WindowNotices(
            toast, self.session.commands.undo, self._paths, lambda: self.device.language, toast
        )
        self._services = Services(
            runner=self.session.thread_of_store,
            bus=self.session.bus,
            commands=self.session.commands,
            notices=notices,
            device=self.device,
            paths=self._paths,
            clock=self._clock,
            go=self._go,
        )
        self._tell_of_commands(self.session.commands, notices)
        self._show_workspace(self._last_page)
        self._services.runner.run(self._read_start, self._watch)

    def _tell_of_commands(self, commands: Commands, notices: WindowNotices) -> None:
        commands.done.connect(lambda label: notices.tell(label, undo=True))
        commands.undone.connect(
            lambda label: notices.tell(self.tr("Fortrudt: {label}").format(label=label))
        )
        commands.redone.connect(lambda label: notices.tell(label, undo=True))

    def _show_workspace(self, page: str) -> None:
        assert self._services is not None
        workspace = Workspace(self._services, self._demo)
        workspace.lock_requested.connect(self.lock)
        workspace.quit_requested.connect(self.window.close)
        # Rebuilding destroys the page that sent the signal, so it waits for the next turn.
        workspace.look_changed.connect(self._rebuild, Qt.ConnectionType.QueuedConnection)
        self.workspace = workspace
        self.window.show_content(workspace)
        workspace.show_backup_time(newest_backup(self._paths))
        workspace.go(page)

    def _rebuild(self) -> None:
        if self.workspace is None:
            return
        self.workspace.leave()
        page = self.workspace.current_name()
        self.show_look()
        self._show_workspace(page)

    def _go(self, name: str, target: object) -> None:
        if self.workspace is not None:
            self.workspace.go(name, target)

    @staticmethod
    def _read_start(store: Store) -> tuple[int, str]:
        return store.settings.lock_minutes, str(store.settings.get("backup_folder"))

    def _watch(self, start: tuple[int, str]) -> None:
        minutes, second_folder = start
        self._idle = IdleWatch(self._app, minutes, parent=self)
        self._idle.expired.connect(
            lambda: self.lock(
                self.tr("Låst, fordi computeren ikke var i brug. Din kladde er gemt.")
            )
        )
        if self._backup is not None and self.workspace is not None:
            self._backup.finished.connect(self._show_backup)
            self._backup.start(second_folder)

    def _show_backup(self, made_at: object) -> None:
        if self.workspace is not None and (made_at is None or isinstance(made_at, datetime)):
            self.workspace.show_backup_time(made_at)

    def _end_session(self, *, wait: bool) -> None:
        if self._idle is not None:
            self._idle.stop()
            self._idle = None
        if self.workspace is not None:
            self._last_page = self.workspace.current_name()
            self.workspace.leave()
            self.workspace = None
        if self._backup is not None:
            self._backup.close(wait=wait)
            self._backup = None
        if self.session is not None:
            self.session.close(wait=wait)
            self.session = None
        self._services = None


def run_window(paths: Paths, *, demo: bool = False) -> int:
    """Open the window and return the exit code when it is closed."""
    log.start_logging(paths)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    application = Application(app, paths, demo=demo)

    def report(
        _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        application.fault(error)

    previous, sys.excepthook = sys.excepthook, report
    try:
        application.start()
        return app.exec()
    finally:
        sys.excepthook = previous
        application.close()
        log.stop_logging()
