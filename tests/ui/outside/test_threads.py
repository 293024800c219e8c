"""A search that takes long goes on beside the window, says how far it is, and ends when asked."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.export.outside.profiles import Profile
from app.export.outside.releasing import Asked, protect_request, read_request, write_release
from app.models.settings import DeviceSettings
from app.paths import Paths
from app.ui.bus import Bus
from app.ui.commands import Commands
from app.ui.courier import Courier
from app.ui.pages.outside import page as page_module
from app.ui.pages.outside.page import OutsidePage
from app.ui.pages.outside.target import Wanted
from app.ui.pages.outside.watching import Shown
from app.ui.services import Services
from app.ui.tasks import StoreThread
from tests.export.outside.project import Year, month
from tests.stores import PASSPHRASE, new_store, standing_clock, ticking_clock
from tests.ui.conftest import RecordingNotices

LAST = 4


@pytest.fixture
def services(tmp_path: Path, qtbot: QtBot, notices: RecordingNotices) -> Iterator[Services]:
    """A store on its own thread, with months that the project released."""
    store = new_store(tmp_path, ticking_clock())
    store.settings.set("least_headcount", 0)
    year = Year(store, 0)
    for number in range(1, LAST + 1):
        year.live(number)
        asked = Asked(Profile.STEERING, month(number))
        write_release(store, protect_request(read_request(store, asked)))
    store.close()
    paths = Paths(tmp_path / "data")
    thread = StoreThread(notices.show_error)
    contexts: list[AppContext] = []
    thread.open(
        lambda: AppContext.open(paths, PASSPHRASE, clock=standing_clock()),
        contexts.append,
        notices.show_error,
    )
    qtbot.waitUntil(lambda: bool(contexts))
    yield Services(
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
    thread.close()
    assert notices.errors == []


def test_the_search_for_what_can_go_out_is_seen_and_stopped_and_the_next_report_comes(
    services: Services, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = page_module.made_of

    def as_if_large(*asked: Any) -> Shown | None:
        """Search again where not all can go out, as if the project were so large that it takes long."""
        while True:
            shown = real(*asked)
            if shown is None or not shown.report.protected.request.without:
                return shown

    monkeypatch.setattr(page_module, "made_of", as_if_large)
    page = OutsidePage(services)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.open(Wanted(Profile.STEERING, month(LAST), ("STOR",)))
    qtbot.waitUntil(page.card.doing.isVisible, timeout=30_000)
    qtbot.mouseClick(page.card.progress.cancel, Qt.MouseButton.LeftButton)
    assert page.card.again.isVisible()
    assert page.card.doing.isHidden()
    page.open(Wanted(Profile.STEERING, month(LAST)))
    qtbot.waitUntil(page.card.banner.isVisible, timeout=30_000)
    assert page.card.refusal.isHidden()
    assert "2025-04-steering" in page.card.notes.text()
