"""Opens the real window without a display, unlocks a store, shows every page: part of self-test."""

import os
import sys
from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEvent, QEventLoop
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from app.models.clock import Clock
from app.models.periods import Period
from app.paths import Paths
from app.ui.application import Application
from app.ui.gates.unlock import Unlock
from app.ui.page_list import PAGE_NAMES
from app.ui.session import Session

_PATIENCE = 60.0
"""Seconds after which the window is said to hang."""


def show_every_page(paths: Paths, passphrase: str, period: Period, clock: Clock) -> int:
    """Unlock ``paths`` in the window, show its pages, the figures of ``period`` too, and close it.

    Return how many pages were drawn. What fails raises; faults that the window survives raise too.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    faults: list[BaseException] = []
    previous, sys.excepthook = sys.excepthook, lambda _kind, error, _trace: faults.append(error)
    application = Application(app, paths, clock=clock)
    try:
        _unlock(application, passphrase)
        for name in PAGE_NAMES:
            _show(application, name, period if name == "reports" else None)
    finally:
        sys.excepthook = previous
        application.close()
        application.window.close()
        application.window.deleteLater()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    if faults:
        raise faults[0]
    if list(paths.logs.glob("crash-*.txt")):
        raise RuntimeError("the window met a fault")
    if "Inter" not in QFontDatabase.families():
        raise RuntimeError("the font is missing")
    return len(PAGE_NAMES)


def _unlock(application: Application, passphrase: str) -> None:
    application.start()
    gate = application.window.centralWidget()
    if not isinstance(gate, Unlock):
        raise RuntimeError("the window does not ask for the passphrase")
    gate.unlock_requested.emit(passphrase)
    _wait(lambda: application.workspace is not None)


def _show(application: Application, name: str, target: object) -> None:
    """Show one page, wait for what it reads and draws, and see that something is painted."""
    assert application.workspace is not None
    assert application.session is not None
    application.workspace.go(name, target)
    _settle(application.session)
    if application.window.grab().isNull():
        raise RuntimeError(f"the page {name} was not drawn")


def _settle(session: Session) -> None:
    answers: list[bool] = []
    store = session.thread_of_store
    # Drawings are asked for when the figures are there, so they come after both.
    store.run(lambda _store: True, lambda _: store.beside(lambda: True, answers.append))
    _wait(lambda: bool(answers))


def _wait(reached: Callable[[], bool]) -> None:
    end = monotonic() + _PATIENCE
    while not reached():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        if monotonic() > end:
            raise TimeoutError("the window did not answer")
