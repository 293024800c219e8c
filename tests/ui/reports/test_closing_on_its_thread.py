"""A month is closed on the store's thread: the window goes on, and can stop it there."""

import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.models.periods import Period
from app.models.settings import DeviceSettings
from app.models.store import Store
from app.paths import Paths
from app.ui.bus import Bus
from app.ui.commands import Commands
from app.ui.courier import Courier
from app.ui.pages.reports.close_panel import ClosePanel
from app.ui.pages.reports.page import ReportsPage
from app.ui.services import Services
from app.ui.tasks import StoreThread
from tests.records import add_contact
from tests.stores import PASSPHRASE, new_store, standing_clock
from tests.ui.conftest import RecordingNotices

OCTOBER = Period.month(date(2026, 10, 1))
PATIENCE = 20


@pytest.fixture
def bus(qtbot: QtBot) -> Bus:
    return Bus()


@pytest.fixture
def thread(
    tmp_path: Path, notices: RecordingNotices, bus: Bus, qtbot: QtBot
) -> Iterator[StoreThread]:
    """The thread of a store with one contact in October 2026; its changes are told on the bus."""
    store = new_store(tmp_path)
    add_contact(store, None, date(2026, 10, 20))
    store.close()
    made, contexts = StoreThread(notices.show_error), list[AppContext]()

    def opened() -> AppContext:
        context = AppContext.open(Paths(tmp_path / "data"), PASSPHRASE, clock=standing_clock())
        context.store.subscribe(bus.publish)
        return context

    made.open(opened, contexts.append, notices.show_error)
    qtbot.waitUntil(lambda: bool(contexts))
    yield made
    made.close()
    assert notices.errors == []


@pytest.fixture
def page(
    thread: StoreThread, bus: Bus, tmp_path: Path, notices: RecordingNotices, qtbot: QtBot
) -> ReportsPage:
    paths = Paths(tmp_path / "data")
    made = ReportsPage(
        Services(
            runner=thread,
            bus=bus,
            commands=Commands(thread, notices.show_error),
            notices=notices,
            device=DeviceSettings(paths.device_settings),
            paths=paths,
            clock=standing_clock(),
            go=lambda name, target: None,
            courier=Courier(thread),
        )
    )
    qtbot.addWidget(made)
    made.resize(1158, 660)
    with qtbot.waitExposed(made):
        made.show()
    made.open(OCTOBER)
    qtbot.waitUntil(made.closing.close_button.isVisible)
    return made


def closed_months(thread: StoreThread, qtbot: QtBot) -> frozenset[str]:
    """Ask the store on its own thread."""
    answers: list[frozenset[str]] = []

    def ask(store: Store) -> frozenset[str]:
        return store.month_closes.months()

    thread.run(ask, answers.append, pytest.fail)
    qtbot.waitUntil(lambda: bool(answers))
    return answers[0]


def opened_panel(page: ReportsPage, qtbot: QtBot) -> ClosePanel:
    page.closing.open_close()
    qtbot.waitUntil(lambda: isinstance(page.closing.panel, ClosePanel))
    panel = page.closing.panel
    assert isinstance(panel, ClosePanel)
    qtbot.waitUntil(panel.save_button.isEnabled)
    return panel


def test_stop_reaches_the_store_in_the_middle_of_its_counting(
    page: ReportsPage, thread: StoreThread, qtbot: QtBot
) -> None:
    bar, panel = page.closing, opened_panel(page, qtbot)
    counting, pressed = threading.Event(), threading.Event()
    threads: list[threading.Thread] = []
    steps: list[int] = []

    def hold(done: int, _total: int) -> None:
        """Keep the store at its first counting until Stop was pressed; called on its thread."""
        threads.append(threading.current_thread())
        steps.append(done)
        counting.set()
        assert pressed.wait(PATIENCE)

    bar.freezing.moved.connect(hold, Qt.ConnectionType.DirectConnection)
    panel.save_button.click()
    qtbot.waitUntil(counting.is_set)
    qtbot.waitUntil(lambda: bar.told.text().startswith("Lukker oktober 2026 … 0 af "))
    assert threads[0] is not threading.main_thread(), "the window is free meanwhile"
    assert panel.back_button.text() == "Stop"
    panel.back_button.click()
    pressed.set()
    qtbot.waitUntil(lambda: panel.back_button.text() == "Tilbage")
    assert steps == [0], "it stopped at the next counting"
    assert closed_months(thread, qtbot) == frozenset()
    qtbot.waitUntil(lambda: bar.told.text() == "Oktober 2026 er åben og klar til at lukkes.")

    panel.save_button.click()
    qtbot.waitUntil(lambda: bar.panel is None)
    assert closed_months(thread, qtbot) == {"2026-10"}
    qtbot.waitUntil(lambda: bar.told.text() == "Lukket 21-11-2026 af KM.")


def test_locking_in_the_middle_closes_nothing_half(
    page: ReportsPage, thread: StoreThread, qtbot: QtBot, tmp_path: Path
) -> None:
    """Who locks the program while a month is closed finds it closed wholly or not at all."""
    panel = opened_panel(page, qtbot)
    counting = threading.Event()
    page.closing.freezing.moved.connect(
        lambda _done, _total: counting.set(), Qt.ConnectionType.DirectConnection
    )
    panel.save_button.click()
    assert counting.wait(PATIENCE)
    thread.close()
    context = AppContext.open(Paths(tmp_path / "data"), PASSPHRASE, clock=standing_clock())
    try:
        closes = context.store.month_closes.all()
        assert [close.month for close in closes] in ([], ["2026-10"])
        assert all(close.figures for close in closes)
    finally:
        context.close()
