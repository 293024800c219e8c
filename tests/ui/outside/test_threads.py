"""Plans that take long are made beside the window, which says how far they are and can stop them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.export.outside.profiles import Profile
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
    """A store on its own thread, with closed months of which nothing was released."""
    store = new_store(tmp_path, ticking_clock())
    store.settings.set("least_headcount", 0)
    year = Year(store, 0)
    for number in range(1, LAST + 1):
        year.live(number)
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


def test_plans_are_seen_and_stopped_and_the_next_report_comes(
    services: Services, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = page_module.made_of

    def as_if_long(*asked: Any) -> Shown | None:
        """Plan again and again, as if there were so many months that it takes long."""
        while (shown := real(*asked)) is not None:
            pass
        return shown

    page = OutsidePage(services)
    qtbot.addWidget(page)
    with monkeypatch.context() as patched:
        patched.setattr(page_module, "made_of", as_if_long)
        with qtbot.waitExposed(page):
            page.show()
        page.open(Wanted(Profile.STEERING, month(LAST)))
        qtbot.waitUntil(page.card.doing.isVisible, timeout=30_000)
        assert "måned for måned" in page.card.doing.text()
        qtbot.mouseClick(page.card.progress.cancel, Qt.MouseButton.LeftButton)
        assert page.card.again.isVisible()
        assert page.card.doing.isHidden()
    page.open(Wanted(Profile.PUBLIC, month(LAST)))
    qtbot.waitUntil(page.card.banner.isVisible, timeout=30_000)
    assert page.card.release.isVisible()
