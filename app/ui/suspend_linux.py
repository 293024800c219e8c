"""What a Linux desktop tells over D-Bus: sleep is near, the session or the screen is locked."""

from collections.abc import Callable
from typing import NamedTuple, cast

from PySide6.QtCore import SLOT, QObject, QTimer, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusPendingCallWatcher,
    QDBusUnixFileDescriptor,
)

_LOGIN = "org.freedesktop.login1"
_LOGIN_PATH = "/org/freedesktop/login1"
_MANAGER = "org.freedesktop.login1.Manager"
_SESSION = "org.freedesktop.login1.Session"
_SCREEN_SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver")
_TIME_TO_LOCK = 1_000
"""Milliseconds that sleep is held up; the system waits five seconds at most."""

# The stubs of Qt ask for bytes here, but only text is taken.
_SLEEP, _LOCKED, _SCREEN = (
    cast("bytes", SLOT(name)) for name in ("_sleep(bool)", "_locked()", "_screen(bool)")
)


class _Signal(NamedTuple):
    """A signal on a bus and the slot that takes it."""

    service: str
    path: str
    interface: str
    name: str
    slot: bytes


class BusListener(QObject):
    """Calls ``lock`` for every such sign; silent where there is no bus or nobody on it.

    Sleep is held up for a moment (an inhibitor lock of the kind "delay"), because without one
    the process may be frozen before it has dropped the key from memory.
    """

    def __init__(
        self,
        lock: Callable[[], None],
        *,
        system: QDBusConnection | None = None,
        session: QDBusConnection | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._lock = lock
        self._system = QDBusConnection.systemBus() if system is None else system
        self._session = QDBusConnection.sessionBus() if session is None else session
        self._delay: QDBusUnixFileDescriptor | None = None
        self._asked: QDBusPendingCallWatcher | None = None
        self._wake = QTimer(self)
        self._wake.setSingleShot(True)
        self._wake.setInterval(_TIME_TO_LOCK)
        self._wake.timeout.connect(self._let_sleep)
        self._subscriptions = self._subscribe()
        self._hold_up_sleep()

    @property
    def holds_up_sleep(self) -> bool:
        """Whether the system waits for us before it sleeps."""
        return self._delay is not None

    def stop(self) -> None:
        """Listen no longer and let the system sleep when it wants."""
        for bus, signal in self._subscriptions:
            bus.disconnect(
                signal.service, signal.path, signal.interface, signal.name, self, signal.slot
            )
        self._subscriptions = []
        self._forget_question()
        self._wake.stop()
        self._let_sleep()

    def _subscribe(self) -> list[tuple[QDBusConnection, _Signal]]:
        wanted = [
            (self._system, _Signal(_LOGIN, _LOGIN_PATH, _MANAGER, "PrepareForSleep", _SLEEP)),
            # Any path: the lock of another session here locks us too, once too often at most.
            (self._system, _Signal(_LOGIN, "", _SESSION, "Lock", _LOCKED)),
        ]
        wanted += [
            (self._session, _Signal(name, "", name, "ActiveChanged", _SCREEN))
            for name in _SCREEN_SAVERS
        ]
        return [
            (bus, signal)
            for bus, signal in wanted
            if bus.isConnected()
            and bus.connect(
                signal.service, signal.path, signal.interface, signal.name, self, signal.slot
            )
        ]

    def _hold_up_sleep(self) -> None:
        if not self._system.isConnected():
            return
        call = QDBusMessage.createMethodCall(_LOGIN, _LOGIN_PATH, _MANAGER, "Inhibit")
        call.setArguments(["sleep", "Vejviser", "Locks before sleep", "delay"])
        self._asked = QDBusPendingCallWatcher(self._system.asyncCall(call), self)
        self._asked.finished.connect(self._answered)

    @Slot()
    def _answered(self) -> None:
        if self._asked is None:
            return
        arguments = self._asked.reply().arguments()
        if arguments and isinstance(arguments[0], QDBusUnixFileDescriptor):
            self._delay = arguments[0]
        self._forget_question()

    def _forget_question(self) -> None:
        # The answer holds the descriptor too, for as long as it exists.
        if self._asked is not None:
            self._asked.deleteLater()
            self._asked = None

    @Slot(bool)
    def _sleep(self, begins: bool) -> None:
        if begins:
            self._lock()
            # The store closes on its own thread, so the key is gone a little later.
            self._wake.start()
            return
        self._wake.stop()
        if self._delay is None:
            self._hold_up_sleep()

    @Slot()
    def _locked(self) -> None:
        self._lock()

    @Slot(bool)
    def _screen(self, active: bool) -> None:
        if active:
            self._lock()

    def _let_sleep(self) -> None:
        # Dropping the descriptor is what lets the system go on.
        self._delay = None
