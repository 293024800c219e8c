"""Plans that take long are made beside the window, which says how far they are and can stop them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.export.outside.files import NotInPlace
from app.export.outside.profiles import Profile
from app.export.outside.releasing import Protected
from app.models.settings import DeviceSettings
from app.models.store import Store
from app.paths import Paths
from app.ui.bus import Bus
from app.ui.commands import Commands
from app.ui.courier import Courier
from app.ui.pages.outside import page as page_module
from app.ui.pages.outside.cards import ReleaseCard
from app.ui.pages.outside.page import OutsidePage
from app.ui.pages.outside.target import Wanted
from app.ui.pages.outside.watching import Shown
from app.ui.services import Services
from app.ui.tasks import StoreThread
from tests.export.outside.late import Late
from tests.export.outside.project import Year, month
from tests.stores import PASSPHRASE, new_store, standing_clock, ticking_clock
from tests.ui.conftest import RecordingNotices

LAST = 4


@pytest.fixture
def services(tmp_path: Path, qtbot: QtBot, notices: RecordingNotices) -> Iterator[Services]:
    """A store on its own thread, with closed months of which nothing was released."""
    store = new_store(tmp_path, ticking_clock())
    store.settings.set("least_headcount", 0)
    store.settings.set("export_folder", str(tmp_path / "out"))
    year = Year(store, 0)
    for number in range(1, LAST + 1):
        year.live(number)
    store.close()
    paths = Paths(tmp_path / "data")
    thread = StoreThread(notices.show_error)
    contexts, bus = list[AppContext](), Bus()

    def opened() -> AppContext:
        context = AppContext.open(paths, PASSPHRASE, clock=standing_clock())
        context.store.subscribe(bus.publish)
        return context

    thread.open(opened, contexts.append, notices.show_error)
    qtbot.waitUntil(lambda: bool(contexts))
    yield Services(
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
        qtbot.waitUntil(lambda: "måned for måned" in page.card.doing.text(), timeout=30_000)
        qtbot.mouseClick(page.card.progress.cancel, Qt.MouseButton.LeftButton)
        assert page.card.again.isVisible()
        assert page.card.doing.isHidden()
    page.open(Wanted(Profile.PUBLIC, month(LAST)))
    qtbot.waitUntil(page.card.banner.isVisible, timeout=30_000)
    assert page.card.release.isVisible()


@pytest.fixture
def ready(services: Services, qtbot: QtBot) -> OutsidePage:
    """The page on a month that can go out, in an active window."""
    page = OutsidePage(services)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.open(Wanted(Profile.STEERING, month(1)))
    qtbot.waitUntil(page.card.release.isVisible, timeout=30_000)
    assert page.releases.told.text() == "Der er ikke udgivet noget endnu."
    return page


def _release_by_keys(card: ReleaseCard, qtbot: QtBot) -> None:
    card.release.setFocus()
    qtbot.keyClick(card.release, Qt.Key.Key_Return)
    assert card.back.hasFocus()
    qtbot.keyClick(card.back, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert card.confirm.hasFocus()
    qtbot.keyClick(card.confirm, Qt.Key.Key_Return)


def _assert_it_is_out(page: OutsidePage, qtbot: QtBot) -> None:
    """Nothing asks any more, the list has the release, and its files can be saved again."""
    card = page.card
    qtbot.waitUntil(lambda: card.banner.isVisible() and not page.choosing.detail.isEnabled())
    (line,) = page.releases.lines
    assert line.text().startswith("2025-01-steering · ")
    assert page.releases.told.text().startswith("Vælg en linje")
    asking = (card.confirm, card.back, card.question, card.doing, card.progress, card.problem)
    assert not [each for each in asking if each.isVisible()]
    assert card.release.isVisible()
    assert card.release.isEnabled()
    assert card.release.text() == "Gem filerne igen"
    assert card.notes.text().startswith("Udgivet ")


def test_after_the_release_nothing_asks_any_more_and_the_list_has_it(
    ready: OutsidePage, qtbot: QtBot, tmp_path: Path
) -> None:
    _release_by_keys(ready.card, qtbot)
    qtbot.waitUntil(ready.card.saved.isVisible, timeout=30_000)
    _assert_it_is_out(ready, qtbot)
    assert ready.card.saved.isVisible()
    assert ready.card.saved.button.hasFocus()
    assert (tmp_path / "out" / "vejviser-2025-01-steering.pdf").exists()


def test_a_change_from_elsewhere_does_not_stop_what_is_being_released(
    ready: OutsidePage, services: Services, qtbot: QtBot
) -> None:
    """A letter that comes in changes settings, and the page follows when the files are written."""
    _release_by_keys(ready.card, qtbot)
    services.runner.run(lambda store: store.settings.set("least_headcount", 1))
    qtbot.waitUntil(ready.card.saved.isVisible, timeout=30_000)
    _assert_it_is_out(ready, qtbot)


def test_another_month_that_is_chosen_meanwhile_is_shown_when_the_files_are_written(
    ready: OutsidePage, qtbot: QtBot
) -> None:
    _release_by_keys(ready.card, qtbot)
    ready.open(Wanted(Profile.PUBLIC, month(2)))
    qtbot.waitUntil(ready.card.saved.isVisible, timeout=30_000)
    qtbot.waitUntil(ready.card.release.isVisible, timeout=30_000)
    (line,) = ready.releases.lines
    assert line.text().startswith("2025-01-steering · ")
    assert ready.card.release.text() == "Udgiv …"
    assert ready.shown is not None
    assert ready.shown.report.protected.release.id == "2025-02-public"


def test_released_files_that_are_not_in_place_can_be_saved_again(
    ready: OutsidePage,
    notices: RecordingNotices,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A folder comes in the way after the files were written, before they have their names."""
    in_the_way = tmp_path / "out" / "vejviser-2025-01-steering.pdf"
    real = page_module.issue

    def while_a_folder_comes(
        store: Store, protected: Protected, contents: dict[str, bytes], out: Path
    ) -> object:
        return real(store, protected, Late(contents, in_the_way), out)

    monkeypatch.setattr(page_module, "issue", while_a_folder_comes)
    _release_by_keys(ready.card, qtbot)
    qtbot.waitUntil(lambda: bool(notices.errors), timeout=30_000)
    (error,) = notices.errors
    notices.errors.clear()
    assert isinstance(error, NotInPlace)
    _assert_it_is_out(ready, qtbot)
    assert not ready.card.saved.isVisible()
    monkeypatch.undo()
    in_the_way.rmdir()
    ready.card.release.setFocus()
    qtbot.keyClick(ready.card.release, Qt.Key.Key_Return)
    qtbot.waitUntil(ready.card.saved.isVisible, timeout=30_000)
    assert in_the_way.read_bytes().startswith(b"%PDF")
