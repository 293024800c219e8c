"""Turning the weeks of the plan's page, for ``benchmarks.plan``: a process with a real window.

Prints how long it takes from the key to the painted week, with the visits of one counsellor and
with everybody's. The store has its own thread, as in the program. Give the folder of the store.
"""

import gc
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.context import AppContext
from app.models.settings import DeviceSettings
from app.paths import Paths
from app.ui import i18n, theme
from app.ui.courier import Courier
from app.ui.pages.plan.page import PlanPage
from app.ui.services import Services
from app.ui.session import Session
from benchmarks.figures import report
from tests.stores import PASSPHRASE, standing_clock

WARMING, TURNS = 10, 60
CONTENT = (1158, 684)


class NoNotices:
    """Shows nothing; an error ends the benchmark."""

    def tell(self, text: str, *, undo: bool = False) -> None:
        """Take no notice."""

    def show_error(self, error: Exception) -> None:
        """Raise it again."""
        raise error


def main(folder: Path) -> None:
    app = QApplication([])
    i18n.install(app, "da")
    theme.apply(app, "light")
    session = Session(NoNotices().show_error)
    paths = Paths(folder / "data")
    opened: list[AppContext] = []
    session.open(lambda: AppContext.open(paths, PASSPHRASE), opened.append, NoNotices().show_error)
    _wait_until(lambda: bool(opened))
    page = PlanPage(_services(session, paths))
    page.resize(*CONTENT)
    page.show()
    page.activateWindow()
    _wait_until(lambda: len(page.data.counsellors) > 0)
    gc.disable()  # as the window does, which collects between two events
    for who in ("V07", ""):
        names = {each.initials: each.id for each in page.data.counsellors}
        page.controls.counsellor.set_value(names.get(who, ""))
        page.reload()
        _quiet(session)
        _measure(page, session, "everybody's" if not who else "one counsellor's")
    gc.enable()
    session.close(wait=True)


def _measure(page: PlanPage, session: Session, whose: str) -> None:
    for name, key in (("next", Qt.Key.Key_PageDown), ("last", Qt.Key.Key_PageUp)):
        seconds = [_turn(page, session, key) for _ in range(WARMING + TURNS)][WARMING:]
        report(f"the {name} week on the page, {whose} ({len(page.data.visits)})", seconds)


def _turn(page: PlanPage, session: Session, key: Qt.Key) -> float:
    before = page.data
    begun = time.perf_counter()
    QTest.keyClick(page, key)
    _wait_until(lambda: page.data is not before)
    page.grid.repaint()
    seconds = time.perf_counter() - begun
    _quiet(session)  # the cards beside the grid follow
    return seconds


def _quiet(session: Session) -> None:
    done: list[bool] = []
    session.thread_of_store.when_quiet(lambda: done.append(True))
    _wait_until(lambda: bool(done))
    QApplication.processEvents()


def _wait_until(holds: Callable[[], bool]) -> None:
    while not holds():
        QApplication.processEvents()


def _services(session: Session, paths: Paths) -> Services:
    return Services(
        runner=session.thread_of_store,
        bus=session.bus,
        commands=session.commands,
        notices=NoNotices(),
        device=DeviceSettings(paths.device_settings),
        paths=paths,
        clock=standing_clock(),
        go=lambda *_: None,
        courier=Courier(session.thread_of_store),
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
