"""What is typed is in the encrypted store within a second, and is offered again."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.models.opening import open_store
from app.models.registration import InquiryDraft, kept_drafts, read_draft, save_draft
from app.models.settings import DeviceSettings
from app.models.store import Store
from app.models.types import Workplace
from app.paths import Paths
from app.ui.bus import Bus
from app.ui.commands import Commands
from app.ui.courier import Courier
from app.ui.pages.register.draft_keeper import BEHIND
from app.ui.pages.register.page import RegisterPage
from app.ui.services import Services
from app.ui.tasks import StoreThread
from tests.desk import Desk, earlier_contact, open_desk
from tests.keyboard import Typist
from tests.records import DAY
from tests.stores import PASSPHRASE, new_store, standing_clock
from tests.ui.conftest import RecordingNotices

SECOND = 1000


def offered(page: RegisterPage) -> str:
    title = page.parts.title
    return title.offer_text.text() if title.offer.isVisible() else ""


def click(widget: object) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)  # type: ignore[call-overload]


def test_the_draft_is_kept_within_a_second_while_typing_goes_on(
    page: RegisterPage, store: Store, typist: Typist, qtbot: QtBot
) -> None:
    assert BEHIND < SECOND
    started = time.monotonic()
    with qtbot.waitSignal(page.keeper.kept, timeout=SECOND):
        while not page.draft.name.endswith("øøø"):
            typist.type("kø" if not page.draft.name else "ø")
    assert time.monotonic() - started < 1
    assert read_draft(store) is not None
    assert page.parts.bottom.state.text() == "Kladde gemt"


def test_a_draft_that_is_emptied_again_is_forgotten(
    page: RegisterPage, store: Store, typist: Typist
) -> None:
    typist.type("k")
    page.leave()
    assert len(kept_drafts(store)) == 1
    typist.press("Backspace")
    page.leave()
    assert kept_drafts(store) == ()


def test_a_kept_draft_is_offered_without_a_name_and_gone_on_with(
    page: RegisterPage, store: Store, typist: Typist
) -> None:
    typist.type("Bo Hald")
    page.parts.reasons.field.setFocus()
    typist.type("st")
    typist.press("Enter")
    page.leave()
    page.open(None)
    assert page.draft.is_empty
    assert offered(page) == "Du har en kladde fra 09.24"
    click(page.parts.title.resume)
    assert (page.draft.name, page.draft.reasons) == ("Bo Hald", ("S01",))
    assert page.parts.reasons.board.chip("S01").isChecked()
    assert offered(page) == ""
    typist.press("Ctrl+Enter")
    assert store.inquiries.count() == 1
    assert kept_drafts(store) == ()


def test_beginning_with_somebody_else_never_writes_over_a_draft(
    page: RegisterPage, store: Store, typist: Typist
) -> None:
    for name in ("Bo", "Ida"):
        typist.type(name)
        page.leave()
        page.open(None)
    assert sorted(kept.draft.name for kept in kept_drafts(store)) == ["Bo", "Ida"]
    assert "2" in offered(page)
    page.parts.reasons.field.setFocus()
    typist.type("st")
    typist.press("Enter", "Ctrl+Enter")
    assert sorted(kept.draft.name for kept in kept_drafts(store)) == ["Bo", "Ida"]


def test_an_older_draft_can_be_chosen(page: RegisterPage, store: Store, typist: Typist) -> None:
    for name in ("Bo", "Ida", "Eva"):
        typist.type(name)
        page.leave()
        page.open(None)
    newest = kept_drafts(store)[-1].draft.name
    click(page.parts.title.other)
    assert offered(page) == "Kladde 2 af 3, fra 09.24"
    older = kept_drafts(store)[-2].draft.name
    click(page.parts.title.resume)
    assert page.draft.name == older != newest
    assert len(kept_drafts(store)) == 3, "the others are as they were"


def test_a_draft_that_was_thrown_away_can_be_had_back(
    page: RegisterPage, store: Store, typist: Typist
) -> None:
    typist.type("Bo")
    page.leave()
    page.open(None)
    click(page.parts.title.drop)
    assert kept_drafts(store) == ()
    assert offered(page) == "Kladden er kasseret"
    click(page.parts.title.resume)
    assert [kept.draft.name for kept in kept_drafts(store)] == ["Bo"]
    assert offered(page) == "Du har en kladde fra 09.24"


def test_a_correction_is_offered_as_one(
    qtbot: QtBot, services: Services, store: Store, lem: Workplace
) -> None:
    stored = earlier_contact(store, lem).inquiry
    save_draft(store, InquiryDraft(date=DAY, reasons=("S01",), inquiry_id=stored.id), "x")
    desk = open_desk(qtbot, services)
    assert offered(desk.page) == "Du har en rettelse fra 09.24"


def test_a_kept_draft_knows_its_person_again(
    page: RegisterPage, store: Store, lem: Workplace, typist: Typist
) -> None:
    earlier_contact(store, lem)
    typist.type("karen")
    typist.press("Enter")
    page.leave()
    page.open(None)
    click(page.parts.title.resume)
    assert page.parts.identity.person.text() == "Karen Møller"
    assert page.parts.identity.line.label.text().startswith("Genganger")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a store that nobody has open."""
    new_store(tmp_path).close()
    return tmp_path / "data"


@pytest.fixture
def reopened(folder: Path) -> Iterator[Callable[[], Store]]:
    """Opens the store of the folder as the next start of the program would."""
    stores: list[Store] = []

    def reopen() -> Store:
        store, _ = open_store(Paths(folder), PASSPHRASE, clock=standing_clock())
        stores.append(store)
        return store

    yield reopen
    for store in stores:
        store.close()


def test_a_draft_survives_a_killed_process(folder: Path, reopened: Callable[[], Store]) -> None:
    command = [sys.executable, "-m", "tests.ui.register.typing_process", str(folder), "bo hald"]
    root = Path(__file__).parents[3]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=root, text=True) as process:
        assert process.stdout is not None
        try:
            assert process.stdout.readline() == "kept\n"
        finally:
            process.kill()
    draft = read_draft(reopened())
    assert draft is not None
    assert draft.name == "bo hald"


def test_the_lock_wins_and_loses_nothing(
    folder: Path,
    reopened: Callable[[], Store],
    qtbot: QtBot,
    notices: RecordingNotices,
    typist: Typist,
) -> None:
    thread = StoreThread(notices.show_error)
    contexts: list[AppContext] = []
    thread.open(
        lambda: AppContext.open(Paths(folder), PASSPHRASE, clock=standing_clock()),
        contexts.append,
        notices.show_error,
    )
    qtbot.waitUntil(lambda: bool(contexts))
    desk = _desk_on(thread, folder, notices, qtbot)
    typist.type("bo hald")
    # What the window does when it locks: no wait, no question.
    desk.page.leave()
    thread.close()
    draft = read_draft(reopened())
    assert draft is not None
    assert draft.name == "bo hald"
    assert notices.errors == []


def _desk_on(thread: StoreThread, folder: Path, notices: RecordingNotices, qtbot: QtBot) -> Desk:
    paths = Paths(folder)
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
    return open_desk(qtbot, services)
