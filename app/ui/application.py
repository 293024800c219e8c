"""The program's life: gate, unlocked session, lock, and back to the gate."""

from __future__ import annotations

import sys
from contextlib import suppress
from datetime import datetime
from types import TracebackType
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app import log
from app.context import AppContext
from app.errors import UserError
from app.models.changes import Changes
from app.models.clock import Clock, system_clock
from app.models.settings import DeviceSettings
from app.models.store import Store
from app.paths import Paths
from app.ui import i18n, theme
from app.ui.commands import Commands
from app.ui.daily_backup import DailyBackup, newest_backup
from app.ui.feed_keeper import FeedKeeper
from app.ui.garbage import GarbageCollector
from app.ui.gatekeeper import Gatekeeper
from app.ui.idle import IdleWatch
from app.ui.late_failures import LateFailures
from app.ui.leading import Leading
from app.ui.main_window import MainWindow
from app.ui.notices import WindowNotices
from app.ui.services import Services
from app.ui.session import Session
from app.ui.tasks import AFTER_PAINTING, RetiringRunner
from app.ui.widgets.clipboard import forget_copied
from app.ui.workspace import Workspace

if TYPE_CHECKING:
    from app.ui.suspend import SuspendWatch


class Application(QObject):
    """Moves the window between locked and open; owns the session while there is one."""

    def __init__(self, app: QApplication, paths: Paths, *, clock: Clock = system_clock) -> None:
        super().__init__()
        self._app = app
        self._clock = clock
        self._garbage = GarbageCollector(self)
        self.device = DeviceSettings(paths.device_settings)
        self.show_look()
        self.window = MainWindow()
        self.window.closing.connect(self.close)
        self.gates = Gatekeeper(self.window, paths, self.device, clock, self.fault, self)
        self.gates.opened.connect(self._enter)
        self.gates.language_chosen.connect(self._speak)
        self.session: Session | None = None
        self.workspace: Workspace | None = None
        self._services: Services | None = None
        self._backup: DailyBackup | None = None
        self._feed: FeedKeeper | None = None
        self._idle: IdleWatch | None = None
        self._notices: WindowNotices | None = None
        self._late = LateFailures(lambda: self.gates.paths, self)
        self._asking: RetiringRunner | None = None
        self._last_page = "today"
        self._suspend: SuspendWatch | None = None
        self._leading = Leading(self.window, self.gates, self.device)
        self._leading.show_title()

    def start(self, *, demo: bool = False) -> None:
        """Show the window at its gate, or in the demo project."""
        if demo:
            self.gates.open_demo(here=True)
        else:
            self.gates.show()
        self.window.appear()

    def show_look(self) -> None:
        """Apply language, theme, density and font size from the device's settings."""
        _wear(self._app, self.device)

    def lock(self, reason: str = "") -> None:
        """Lock at once: keep the draft, drop key and connection, blank the window."""
        if self.session is None or self._leading.shows_code:
            return  # locked away, a project's code that nobody has kept would be gone
        self._keep_drafts()
        self.gates.show(reason)
        self._leading.show_title()
        self._end_session(wait=False)
        self._garbage.collect_everything_soon()

    def close(self) -> None:
        """Keep the draft, close the store and let the program end."""
        self._keep_drafts()
        self._end_session(wait=True)
        self.gates.close()
        self._garbage.stop()
        if self._suspend is not None:
            self._suspend.stop()

    def fault(self, error: BaseException) -> None:
        """Report a fault of the program; the window goes on."""
        if self._services is not None and isinstance(error, Exception):
            self._services.notices.show_error(error)
        else:
            log.write_crash_report(self.gates.paths, error)

    def _speak(self, language: str) -> None:
        # On a full or read-only disk the language is not kept, but it is spoken from now on.
        with suppress(UserError):
            self.device.set("language", language)
        self.show_look()

    def _enter(self, session: Session, context: AppContext) -> None:
        self.session = session
        notices = WindowNotices(
            self.window, session.commands.undo, context.paths, lambda: self.device.language
        )
        self._notices = notices
        notices.room_taken.connect(self._make_room)
        self._services = Services(
            runner=session.thread_of_store,
            bus=session.bus,
            commands=session.commands,
            notices=notices,
            device=self.device,
            paths=context.paths,
            clock=self._clock,
            go=self._go,
            courier=session.courier,
            lead=session.is_lead,
            demo=self.gates.demo,
            became_lead=self._lead,
        )
        self._leading.show_title(lead=session.is_lead)
        self._tell_of_commands(session.commands, notices)
        self._show_workspace(self._last_page)
        self._backup = DailyBackup(context.paths, context.key, self._clock, self)
        self._backup.finished.connect(self._show_backup)
        self._feed = FeedKeeper(context.paths, context.key, self._clock, self.device.language, self)
        self._feed.failed.connect(self._tell_of_feed)
        session.bus.changed.connect(self._feed.note)
        # In the order in which it was asked: when this is answered, the page has its data.
        session.thread_of_store.run(lambda _store: None, lambda _: self._settle(session))
        session.bus.changed.connect(self._settings_changed)
        session.thread_of_store.failed_unheard.connect(self._late.remember)
        self._late.tell_in(notices)

    def _settle(self, session: Session) -> None:
        session.courier.start()
        QTimer.singleShot(
            AFTER_PAINTING,
            session,
            lambda: session.thread_of_store.run(_read_start, self._watch),
        )

    def _tell_of_commands(self, commands: Commands, notices: WindowNotices) -> None:
        commands.done.connect(lambda label: notices.tell(label, undo=True))
        # The sentence says what was done: in marks, so that nobody reads it as what is so now.
        commands.undone.connect(
            lambda label: notices.tell(self.tr("Taget tilbage: »{label}«").format(label=label))
        )
        commands.stopped.connect(
            lambda: notices.tell(self.tr("En sletning for altid kan ikke fortrydes"))
        )
        commands.redone.connect(lambda label: notices.tell(label, undo=True))

    def _show_workspace(self, page: str) -> None:
        assert self._services is not None
        self._asking = RetiringRunner(self._services.runner)
        services = replace(self._services, runner=self._asking)
        workspace = Workspace(services, self.gates.demo)
        workspace.lock_requested.connect(self.lock)
        if self._notices is not None:
            workspace.page_left.connect(self._notices.leave_page)
        workspace.quit_requested.connect(self.window.close)
        # Rebuilding destroys the page that sent the signal, so it waits for the next turn.
        workspace.look_changed.connect(self._rebuild, Qt.ConnectionType.QueuedConnection)
        self.workspace = workspace
        workspace.show_backup_time(newest_backup(self.gates.paths))
        self._drop(self.window.show_content(workspace))
        workspace.go(page)

    def _drop(self, content: QWidget | None) -> None:
        """Delete what was shown, after the answers that it still waits for have come."""
        if content is not None and self.session is not None:
            self.session.thread_of_store.when_quiet(content.deleteLater)

    def _rebuild(self) -> None:
        if self.workspace is None:
            return
        self.workspace.leave()
        self.workspace.retire()
        if self._asking is not None:
            self._asking.retire()
        page = self.workspace.current_name()
        self.show_look()
        if self._feed is not None:
            self._feed.speak(self.device.language)
        self._show_workspace(page)
        if self._notices is not None:
            self._notices.wear_new_look()

    def _lead(self, begun: object) -> None:
        """Become the window of a lead, after the code of a project that was created is kept."""
        if self.session is not None and self._services is not None:
            self.session.is_lead = True
            self._services = replace(self._services, lead=True)
            self._leading.begin(begun, self._go_on_as_lead)

    def _go_on_as_lead(self, behind: QWidget | None) -> None:
        self._leading.show_title(lead=True)
        self._rebuild()
        self._drop(behind)

    def _go(self, name: str, target: object) -> None:
        if self.workspace is not None:
            self.workspace.go(name, target)

    def _make_room(self, height: int) -> None:
        if self.workspace is not None:
            self.workspace.make_room(height)

    def _watch(self, start: tuple[int, str]) -> None:
        minutes, second_folder = start
        self._idle = IdleWatch(self._app, minutes, parent=self)
        self._idle.expired.connect(
            lambda: self.lock(
                self.tr("Låst, fordi computeren ikke var i brug. Din kladde er gemt.")
            )
        )
        if self._backup is not None:
            self._backup.start(second_folder)
        if self._feed is not None:
            self._feed.start()
        self._watch_suspend()

    def _watch_suspend(self) -> None:
        if self._suspend is None:
            # There is nothing to lock before, and the window does not wait for the system's bus.
            from app.ui.suspend import SuspendWatch

            self._suspend = SuspendWatch(self)
            self._suspend.lock_now.connect(self.lock)

    def _settings_changed(self, changes: Changes) -> None:
        if changes.touches("setting") and self.session is not None:
            self.session.thread_of_store.run(
                lambda store: store.settings.lock_minutes, self._allow, key="lock minutes"
            )

    def _allow(self, minutes: int) -> None:
        if self._idle is not None:
            self._idle.allow(minutes)

    def _show_backup(self, made_at: object) -> None:
        if self.workspace is not None and (made_at is None or isinstance(made_at, datetime)):
            self.workspace.show_backup_time(made_at)

    def _tell_of_feed(self, error: object) -> None:
        # It may come when the window has locked.
        if self._notices is not None and isinstance(error, UserError):
            self._notices.show_error(error)

    def _keep_drafts(self) -> None:
        if self.workspace is not None:
            self._last_page = self.workspace.current_name()
            self.workspace.leave()
            self.workspace = None

    def _end_session(self, *, wait: bool) -> None:
        self._services = self._asking = None
        if self._notices is not None:
            self._late.tell_in(None)
            self._notices.close()
            self._notices = None
        if self._idle is not None:
            self._idle.stop()
            self._idle.deleteLater()
            self._idle = None
        if self._backup is not None:
            self._backup.close(wait=wait)
            self._backup = None
        if self._feed is not None:
            self._feed.close(wait=wait)
            self._feed = None
        if self.session is not None:
            self.session.close(wait=wait)
            self.session = None
            forget_copied()


def _wear(app: QApplication, device: DeviceSettings) -> None:
    i18n.install(app, device.language)
    theme.apply(
        app,
        device.get("theme"),  # type: ignore[arg-type]
        device.get("density"),  # type: ignore[arg-type]
        int(device.get("font_percent")) / 100,
    )


def _read_start(store: Store) -> tuple[int, str]:
    store.prepare_to_write()
    _make_keys(store)
    return store.settings.lock_minutes, str(store.settings.get("backup_folder"))


def _make_keys(store: Store) -> None:
    """Let every backup have this computer's keys: a store of an older release has none at first."""
    # Dear to load, and the window is painted by now.
    from app.models.team.devices import Devices

    with suppress(UserError):  # on a full disk, they are made when they are needed
        Devices(store).current()


def run_window(paths: Paths, *, demo: bool = False) -> int:
    """Open the window and return the exit code when it is closed."""
    log.start_logging(paths)
    # Work beside the window, such as looking for a pattern, is Python too: let the window have its
    # turn five times as often as Python would.
    sys.setswitchinterval(0.001)
    # The style is named here: setting it later would load all that Qt has about styles.
    app = QApplication.instance() or QApplication([*sys.argv[:1], "-style", "fusion"])
    assert isinstance(app, QApplication)
    application = Application(app, paths)

    def report(
        _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        application.fault(error)

    previous, sys.excepthook = sys.excepthook, report
    try:
        application.start(demo=demo)
        return app.exec()
    finally:
        sys.excepthook = previous
        application.close()
        log.stop_logging()
