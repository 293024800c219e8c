"""The computer goes to sleep or its screen is locked: told over a real D-Bus daemon of our own."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from ctypes import addressof
from dataclasses import dataclass
from itertools import count

import pytest
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusUnixFileDescriptor,
    QDBusVirtualObject,
)
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.suspend import SuspendWatch
from app.ui.suspend_linux import BusListener
from app.ui.suspend_windows import (
    PBT_APMSUSPEND,
    WM_POWERBROADCAST,
    WM_WTSSESSION_CHANGE,
    WTS_SESSION_LOCK,
    Message,
    calls_for_lock,
)

LOGIN = "org.freedesktop.login1"
LOGIN_PATH = "/org/freedesktop/login1"
MANAGER = "org.freedesktop.login1.Manager"

needs_bus = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("dbus-daemon") is None,
    reason="needs dbus-daemon (Debian: dbus-daemon)",
)
_numbers = count(1)


@pytest.fixture
def address() -> Iterator[str]:
    """The address of a daemon that nobody else uses."""
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert daemon.stdout is not None
    yield daemon.stdout.readline().strip()
    daemon.terminate()
    daemon.wait()
    daemon.stdout.close()


class Manager(QDBusVirtualObject):
    """Answers Inhibit as logind does, and sees when the other end lets go."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[list[object]] = []
        self._ours = -1

    def introspect(self, path: str) -> str:
        return ""

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:
        if message.member() != "Inhibit":
            return False
        self.asked.append(message.arguments())
        self.close()
        self._ours, theirs = os.pipe()
        os.set_blocking(self._ours, False)
        reply = message.createReply()
        reply.setArguments([QDBusUnixFileDescriptor(theirs)])
        connection.send(reply)
        os.close(theirs)
        return True

    def is_held(self) -> bool:
        """Tell whether anybody still holds the other end of the pipe."""
        try:
            return os.read(self._ours, 1) != b""
        except BlockingIOError:
            return True

    def close(self) -> None:
        if self._ours >= 0:
            os.close(self._ours)
            self._ours = -1


@dataclass
class Desktop:
    """A bus with a service on it, and our own connection to that bus."""

    service: QDBusConnection
    ours: QDBusConnection
    manager: Manager

    def tell(self, path: str, interface: str, name: str, *arguments: object) -> None:
        signal = QDBusMessage.createSignal(path, interface, name)
        signal.setArguments(list(arguments))
        assert self.service.send(signal)

    def tell_sleep(self, begins: bool) -> None:
        self.tell(LOGIN_PATH, MANAGER, "PrepareForSleep", begins)


@pytest.fixture
def desktop(qapp: QApplication, address: str) -> Iterator[Desktop]:
    names = [f"service-{next(_numbers)}", f"ours-{next(_numbers)}"]
    service, ours = (QDBusConnection.connectToBus(address, name) for name in names)
    manager = Manager()
    assert service.registerVirtualObject(LOGIN_PATH, manager)
    for name in (LOGIN, "org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"):
        assert service.registerService(name)
    yield Desktop(service, ours, manager)
    service.unregisterObject(LOGIN_PATH)
    manager.close()
    for name in names:
        QDBusConnection.disconnectFromBus(name)


@dataclass
class Watched:
    listener: BusListener
    locks: list[int]


@pytest.fixture
def watched(desktop: Desktop, qtbot: QtBot) -> Iterator[Watched]:
    locks: list[int] = []
    listener = BusListener(
        lambda: locks.append(len(locks) + 1), system=desktop.ours, session=desktop.ours
    )
    qtbot.waitUntil(lambda: listener.holds_up_sleep)
    yield Watched(listener, locks)
    listener.stop()


@needs_bus
def test_it_locks_before_sleep_and_holds_the_sleep_up_until_it_has(
    desktop: Desktop, watched: Watched, qtbot: QtBot
) -> None:
    assert desktop.manager.asked == [["sleep", "Vejviser", "Locks before sleep", "delay"]]
    desktop.tell_sleep(True)
    qtbot.waitUntil(lambda: watched.locks == [1])
    assert desktop.manager.is_held()
    qtbot.waitUntil(lambda: not desktop.manager.is_held())


@needs_bus
def test_after_waking_it_holds_the_next_sleep_up_again(
    desktop: Desktop, watched: Watched, qtbot: QtBot
) -> None:
    desktop.tell_sleep(True)
    qtbot.waitUntil(lambda: not watched.listener.holds_up_sleep)
    desktop.tell_sleep(False)
    qtbot.waitUntil(lambda: watched.listener.holds_up_sleep)
    assert watched.locks == [1]
    assert len(desktop.manager.asked) == 2


@needs_bus
def test_a_sleep_that_was_called_off_leaves_the_next_one_held_up(
    desktop: Desktop, watched: Watched, qtbot: QtBot
) -> None:
    desktop.tell_sleep(True)
    desktop.tell_sleep(False)
    desktop.tell_sleep(True)
    qtbot.waitUntil(lambda: watched.locks == [1, 2])
    assert watched.listener.holds_up_sleep
    assert len(desktop.manager.asked) == 1


@needs_bus
@pytest.mark.parametrize(
    ("path", "interface", "name", "arguments"),
    [
        (f"{LOGIN_PATH}/session/_32", "org.freedesktop.login1.Session", "Lock", ()),
        ("/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", (True,)),
        ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", (True,)),
    ],
)
def test_it_locks_with_the_screen(
    desktop: Desktop,
    watched: Watched,
    qtbot: QtBot,
    path: str,
    interface: str,
    name: str,
    arguments: tuple[object, ...],
) -> None:
    desktop.tell(path, interface, name, *arguments)
    qtbot.waitUntil(lambda: watched.locks == [1])


@needs_bus
def test_waking_and_an_unlocked_screen_lock_nothing(
    desktop: Desktop, watched: Watched, qtbot: QtBot
) -> None:
    desktop.tell_sleep(False)
    desktop.tell("/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", False)
    # What comes after them has been heard, so they were heard too.
    desktop.tell(f"{LOGIN_PATH}/session/_32", "org.freedesktop.login1.Session", "Lock")
    qtbot.waitUntil(lambda: watched.locks == [1])


@needs_bus
def test_nothing_is_heard_after_the_end(desktop: Desktop, watched: Watched, qtbot: QtBot) -> None:
    watched.listener.stop()
    qtbot.waitUntil(lambda: not desktop.manager.is_held())
    heard: list[int] = []
    other = BusListener(lambda: heard.append(1), system=desktop.ours, session=desktop.ours)
    desktop.tell_sleep(True)
    qtbot.waitUntil(lambda: heard == [1])
    assert watched.locks == []
    other.stop()


@pytest.mark.skipif(sys.platform != "linux", reason="D-Bus is what Linux has")
def test_without_a_bus_it_is_silent(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    nowhere = QDBusConnection.connectToBus("unix:path=/nonexistent/bus", "nowhere")
    listener = BusListener(lambda: None, system=nowhere, session=nowhere)
    assert not listener.holds_up_sleep
    listener.stop()
    watch = SuspendWatch()
    watch.stop()
    watch.stop()
    QDBusConnection.disconnectFromBus("nowhere")
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("message", "first", "locks"),
    [
        (WM_POWERBROADCAST, PBT_APMSUSPEND, True),
        (WM_POWERBROADCAST, 0x0012, False),  # woken up
        (WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK, True),
        (WM_WTSSESSION_CHANGE, 0x8, False),  # unlocked
        (0x0100, WTS_SESSION_LOCK, False),  # a key
    ],
)
def test_the_messages_of_windows_are_told_apart(message: int, first: int, locks: bool) -> None:
    received = Message(window=1, message=message, first=first, second=0)
    assert calls_for_lock(Message.from_address(addressof(received))) is locks
