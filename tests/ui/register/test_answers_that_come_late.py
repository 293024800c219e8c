"""The store has a thread of its own: nothing that is typed meanwhile is lost or mistaken."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.models.settings import DeviceSettings
from app.models.store import Store
from app.models.types import Identity, RecordId
from app.paths import Paths
from app.ui.bus import Bus
from app.ui.commands import Commands
from app.ui.courier import Courier
from app.ui.pages.register.page import RegisterPage
from app.ui.services import Services
from app.ui.tasks import StoreThread
from tests.desk import open_desk
from tests.keyboard import Typist
from tests.records import add_contact, add_person, add_workplace
from tests.stores import PASSPHRASE, new_store, standing_clock
from tests.ui.conftest import RecordingNotices


@dataclass
class Busy:
    """A page whose store can be kept busy, as by a long backup."""

    page: RegisterPage
    thread: StoreThread
    notices: RecordingNotices
    qtbot: QtBot

    def hold(self) -> threading.Event:
        """Keep the store busy until the event is set."""
        go_on = threading.Event()
        self.thread.run(lambda _store: go_on.wait(10))
        return go_on

    def settle(self) -> None:
        """Wait until everything that was asked for is answered."""
        answered: list[None] = []
        self.thread.run(lambda _store: None, answered.append)
        self.qtbot.waitUntil(lambda: bool(answered))


@pytest.fixture
def busy(tmp_path: Path, qtbot: QtBot, notices: RecordingNotices) -> Iterator[Busy]:
    store = new_store(tmp_path)
    for name in ("Karen Møller", "Kurt Sørensen"):
        add_contact(store, add_person(store, name))
    store.visits.start(add_workplace(store).id)
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
    desk = open_desk(qtbot, services)
    made = Busy(desk.page, thread, notices, qtbot)
    made.settle()
    yield made
    desk.page.leave()
    thread.close()
    assert notices.errors == []


def test_enter_before_the_answer_takes_the_only_person_when_it_comes(
    busy: Busy, typist: Typist
) -> None:
    go_on = busy.hold()
    typist.type("kurt")
    typist.press("Enter")
    assert busy.page.draft.person_id is None
    go_on.set()
    busy.qtbot.waitUntil(lambda: busy.page.draft.name == "Kurt Sørensen")
    assert not busy.page.parts.identity.person.hits.isVisible()


def test_enter_before_the_answer_never_guesses_between_two(busy: Busy, typist: Typist) -> None:
    go_on = busy.hold()
    typist.type("k")
    typist.press("Enter")
    go_on.set()
    busy.qtbot.waitUntil(busy.page.parts.identity.person.hits.isVisible)
    assert busy.page.draft.person_id is None


def test_an_old_answer_never_offers_somebody_else(busy: Busy, typist: Typist) -> None:
    typist.type("kar")
    busy.qtbot.waitUntil(busy.page.parts.identity.person.hits.isVisible)
    go_on = busy.hold()
    typist.type("l")
    typist.press("Enter")
    go_on.set()
    busy.settle()
    assert (busy.page.draft.person_id, busy.page.draft.name) == (None, "karl")


def test_what_is_typed_before_the_page_is_read_stays(busy: Busy, typist: Typist) -> None:
    go_on = busy.hold()
    busy.page.open(None)
    typist.type("bo")
    go_on.set()
    busy.settle()
    assert busy.page.draft.name == busy.page.parts.identity.person.text() == "bo"
    assert busy.page.draft.visit_id is not None


def test_the_next_contact_can_be_typed_while_the_last_one_is_stored(
    busy: Busy, typist: Typist
) -> None:
    typist.press("Enter")
    typist.type("st")
    typist.press("Enter")
    go_on = busy.hold()
    typist.press("Ctrl+Enter")
    typist.type("bo")
    assert busy.page.draft.reasons == ()
    go_on.set()
    stored: list[int] = []

    def count(store: Store) -> int:
        return store.inquiries.count()

    busy.thread.run(count, stored.append)
    busy.qtbot.waitUntil(lambda: stored == [3])
    assert busy.page.draft.name == "bo"
    assert busy.page.draft.identity is Identity.REGISTERED


def test_a_save_that_fails_late_is_kept_beside_what_is_typed_by_then(
    busy: Busy, typist: Typist
) -> None:
    typist.press("Enter")
    typist.type("st")
    typist.press("Enter")
    go_on = busy.hold()
    # Somebody else removed the visit: the store will refuse.
    busy.page.draft = replace(busy.page.draft, visit_id=RecordId("gone"))
    typist.press("Ctrl+Enter")
    typist.type("bo")
    go_on.set()
    busy.qtbot.waitUntil(lambda: bool(busy.notices.errors))
    busy.notices.errors.clear()
    assert busy.page.draft.name == "bo"
    busy.qtbot.waitUntil(busy.page.parts.title.offer.isVisible)
    QTest.mouseClick(busy.page.parts.title.resume, Qt.MouseButton.LeftButton)
    busy.qtbot.waitUntil(lambda: busy.page.draft.reasons == ("S01",))
    busy.qtbot.waitUntil(busy.page.parts.title.offer.isVisible)
