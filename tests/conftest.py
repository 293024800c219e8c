"""What every test stands on: no display, no real home folder, Danish, nothing left running."""

import gc
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"
os.environ.setdefault("LC_ALL", "C.UTF-8")

settings.register_profile("vejviser", deadline=None, print_blob=True)
settings.register_profile("ci", parent=settings.get_profile("vejviser"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "vejviser")

LONGEST_GOODBYE = 5.0
"""Seconds that a thread may take to end after the test that started it."""


@pytest.fixture(scope="session", autouse=True)
def no_real_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the program, and every process that a test starts, away from the user's own data."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
            patch.setenv(name, str(home / name.lower()))
        yield


@pytest.fixture(autouse=True)
def no_thread_left_running() -> Iterator[None]:
    """Fail the test that leaves a Python thread, a QThread or a pooled task behind."""
    before = set(threading.enumerate())
    native_before = _native_threads()
    yield
    if "PySide6.QtCore" in sys.modules:
        _check_qt_threads(native_before)
    # A thread that Qt started stays listed as a dummy until the process ends.
    started = [
        thread
        for thread in threading.enumerate()
        if thread not in before and not isinstance(thread, threading._DummyThread)
    ]
    for thread in started:
        thread.join(LONGEST_GOODBYE)
    assert not [thread.name for thread in started if thread.is_alive()]


@pytest.fixture(autouse=True)
def no_widget_left() -> Iterator[None]:
    """Let Qt really delete what the test closed: without an event loop it never would."""
    yield
    if "PySide6.QtCore" in sys.modules:
        from PySide6.QtCore import QCoreApplication, QEvent

        if QCoreApplication.instance() is not None:
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(autouse=True)
def no_copied_text_left() -> Iterator[None]:
    """Empty the clipboard after every test.

    What Python put there must be gone before the interpreter is: offscreen, Qt deletes the content
    when the process ends, and with it an object whose Python half is no more. The program itself
    forgets what was copied when its session ends.
    """
    yield
    if "PySide6.QtGui" in sys.modules:
        from PySide6.QtGui import QGuiApplication

        if isinstance(QGuiApplication.instance(), QGuiApplication):
            QGuiApplication.clipboard().clear()


@pytest.fixture(autouse=True)
def no_english_left() -> Iterator[None]:
    """Let every test begin in Danish, whichever language the one before it chose."""
    yield
    if "app.ui.i18n" in sys.modules:
        from PySide6.QtCore import QCoreApplication, QLocale

        from app.ui import i18n

        app = QCoreApplication.instance()
        if app is not None and QLocale().language() == QLocale.Language.English:
            i18n.install(app, "da")


def _native_threads() -> int:
    """Return how many threads the operating system counts; 0 where it does not say."""
    tasks = Path("/proc/self/task")
    return len(list(tasks.iterdir())) if tasks.is_dir() else 0


def _check_qt_threads(native_before: int) -> None:
    from PySide6.QtCore import QThread, QThreadPool
    from shiboken6 import isValid

    milliseconds = int(LONGEST_GOODBYE * 1000)
    assert QThreadPool.globalInstance().waitForDone(milliseconds), "a pooled task is running"
    if _native_threads() <= native_before:
        return  # walking all objects is slow: only where a thread was started
    current = QThread.currentThread()
    for thread in [item for item in gc.get_objects() if isinstance(item, QThread)]:
        if isValid(thread) and thread is not current and thread.isRunning():
            assert thread.wait(milliseconds), f"{thread.objectName() or thread} is running"
