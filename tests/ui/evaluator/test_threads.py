"""The computing goes on beside window and store, and never holds up leaving or locking."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.models.settings import DeviceSettings
from app.paths import Paths
from app.ui.bus import Bus
from app.ui.commands import Commands
from app.ui.courier import Courier
from app.ui.pages.evaluator import page as page_module
from app.ui.pages.evaluator.page import EvaluatorPage
from app.ui.services import Services
from app.ui.tasks import StoreThread
from tests.export.evaluator.made_up import data_of, random_contacts
from tests.records import add_contact
from tests.stores import PASSPHRASE, new_store, standing_clock
from tests.ui.conftest import RecordingNotices


@dataclass
class Surroundings:
    """A store on its own thread, and what was told."""

    services: Services
    thread: StoreThread
    notices: RecordingNotices
    unheard: list[Exception]


@pytest.fixture
def surroundings(tmp_path: Path, qtbot: QtBot, notices: RecordingNotices) -> Iterator[Surroundings]:
    store = new_store(tmp_path)
    for number in range(6):
        add_contact(store, None, date(2026, 10, 5), reasons=(("P01", "S01")[number % 2],))
    store.close()
    paths = Paths(tmp_path / "data")
    thread, unheard = StoreThread(notices.show_error), list[Exception]()
    thread.failed_unheard.connect(unheard.append)
    contexts: list[AppContext] = []
    thread.open(
        lambda: AppContext.open(paths, PASSPHRASE, clock=standing_clock()),
        contexts.append,
        notices.show_error,
    )
    qtbot.waitUntil(lambda: bool(contexts))
    services = Services(
        runner=thread,
        bus=Bus(),
        commands=Commands(thread, notices.show_error),
        notices=notices,
        device=DeviceSettings(paths.device_settings),
        paths=paths,
        clock=standing_clock(),
        go=lambda name, target: None,
        courier=Courier(thread),
    )
    yield Surroundings(services, thread, notices, unheard)
    thread.close()
    assert notices.errors == []
    assert unheard == []


def test_the_answer_comes_while_the_window_goes_on(
    surroundings: Surroundings, qtbot: QtBot
) -> None:
    page = EvaluatorPage(surroundings.services)
    qtbot.addWidget(page)
    page.show()
    assert page.preview.lines == []
    qtbot.waitUntil(lambda: bool(page.preview.lines))
    assert page.preview.lines[0].startswith("6 af 6")


def test_locking_stops_the_work_and_nobody_hears_of_it(
    surroundings: Surroundings, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = threading.Event()
    long = data_of(random_contacts(3), k=3)
    real = page_module.release_of

    def for_ever(_data: object, progress: object) -> object:
        """Do the work again and again, as if the project were very large."""
        while True:
            real(long, progress)  # type: ignore[arg-type]
            begun.set()

    monkeypatch.setattr(page_module, "release_of", for_ever)
    page = EvaluatorPage(surroundings.services)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(begun.is_set)
    page.leave()
    surroundings.thread.close()
    assert page.preview.lines == []
