"""A working day in the real window: real keys, the store on its own thread, lock and come back."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.models.opening import open_store
from app.models.store import Store
from app.models.types import Identity, VisitStatus, Workplace
from app.paths import Paths
from app.ui.application import Application
from app.ui.gates.first_run import FirstRun
from app.ui.gates.unlock import Unlock
from app.ui.pages.register.page import RegisterPage
from app.ui.pages.today.page import TodayPage
from tests.keyboard import Typist
from tests.stores import PASSPHRASE, new_store, standing_clock

PATIENCE_MS = 10_000


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "data")


@pytest.fixture
def typist() -> Typist:
    return Typist()


@pytest.fixture
def application(qapp: QApplication, paths: Paths) -> Iterator[Application]:
    made = Application(qapp, paths, clock=standing_clock())
    yield made
    made.window.close()
    made.window.deleteLater()
    qapp.processEvents()


def started(qtbot: QtBot, application: Application) -> None:
    """Show the window at its gate, active."""
    with qtbot.waitActive(application.window):
        application.start()
        application.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None, timeout=PATIENCE_MS)


def enter_with_passphrase(qtbot: QtBot, application: Application, typist: Typist) -> None:
    typist.type(PASSPHRASE)
    typist.press("Enter")
    qtbot.waitUntil(lambda: application.workspace is not None, timeout=PATIENCE_MS)
    settled(qtbot, application)


def unlocked(qtbot: QtBot, application: Application, typist: Typist) -> None:
    """Start the window and unlock it with the passphrase."""
    started(qtbot, application)
    enter_with_passphrase(qtbot, application, typist)


def settled(qtbot: QtBot, application: Application) -> None:
    """Wait until the store's thread has answered everything that was asked so far."""
    assert application.session is not None
    for _ in range(2):  # an answer may ask again
        answered: list[bool] = []
        application.session.thread_of_store.run(lambda _store: True, answered.append)
        qtbot.waitUntil(lambda: bool(answered), timeout=PATIENCE_MS)  # noqa: B023


def add_lem(store: Store) -> Workplace:
    return store.workplaces.add(Workplace(code="VESTAS-LE", name="Vestas i Lem", place="Kantinen"))


def reopened(paths: Paths) -> Store:
    store, _ = open_store(paths, PASSPHRASE, clock=standing_clock())
    return store


def test_a_new_counsellor_sets_up_and_is_shown_the_recovery_code(
    qtbot: QtBot, application: Application, typist: Typist, paths: Paths
) -> None:
    started(qtbot, application)
    gate = application.window.centralWidget()
    assert isinstance(gate, FirstRun)
    typist.type("Karen Møller")
    typist.press("Tab", "Space", "Tab")
    typist.type("Projekt Vest")
    typist.press("Enter")
    typist.type(PASSPHRASE)
    typist.press("Enter")
    typist.type(PASSPHRASE)
    typist.press("Enter")
    qtbot.waitUntil(gate.recovery.isVisible, timeout=PATIENCE_MS)
    assert paths.database.exists()
    assert re.search(r"(?: [0-9A-Z]{5}){7}$", gate.recovery.code.accessibleName())
    gate.recovery.kept.click()
    gate.recovery.forward.click()
    qtbot.waitUntil(lambda: application.workspace is not None, timeout=PATIENCE_MS)
    settled(qtbot, application)
    application.close()
    store = reopened(paths)
    current = store.counsellors.current()
    assert current is not None
    assert (current.name, store.settings.project) == ("Karen Møller", "Projekt Vest")
    store.close()


def test_a_visit_an_anonymous_contact_undo_and_the_end(
    qtbot: QtBot, application: Application, typist: Typist, paths: Paths, tmp_path: Path
) -> None:
    store = new_store(tmp_path)
    add_lem(store)
    store.close()
    unlocked(qtbot, application, typist)
    workspace = application.workspace
    assert workspace is not None
    today = workspace.current_page()
    assert isinstance(today, TodayPage)

    today.visits.start.workplace.line.setFocus()
    typist.type("lem")
    typist.press("Enter")
    today.visits.start.start.click()
    settled(qtbot, application)
    assert "Vestas i Lem" in workspace.header.visit.text()

    typist.press("Ctrl+N")
    settled(qtbot, application)
    assert isinstance(workspace.current_page(), RegisterPage)
    typist.press("Alt+S")
    typist.type("læ")
    typist.press("Enter", "Ctrl+Enter")
    settled(qtbot, application)

    workspace.go("today")
    settled(qtbot, application)
    assert today.visits.running is not None
    today.visits.running.end.click()
    settled(qtbot, application)
    application.close()

    store = reopened(paths)
    inquiry = store.inquiries.newest()
    assert inquiry is not None
    assert (inquiry.identity, inquiry.reasons) == (Identity.ANONYMOUS, ("P01",))
    visit = store.visits.get(inquiry.visit_id)  # type: ignore[arg-type]
    assert visit.status is VisitStatus.HELD
    assert store.inquiries.of_visit(visit.id) == (inquiry,)
    store.close()


def test_locking_wins_and_the_draft_is_offered_again(
    qtbot: QtBot, application: Application, typist: Typist, paths: Paths, tmp_path: Path
) -> None:
    store = new_store(tmp_path)
    add_lem(store)
    store.close()
    unlocked(qtbot, application, typist)
    typist.press("Ctrl+N")
    settled(qtbot, application)
    typist.press("Alt+S")
    typist.type("stress")
    typist.press("Enter", "Ctrl+L")

    assert application.session is None
    assert application.workspace is None
    gate = application.window.centralWidget()
    assert isinstance(gate, Unlock)
    assert application.window.findChildren(RegisterPage) == []

    enter_with_passphrase(qtbot, application, typist)
    assert application.workspace is not None
    page = application.workspace.current_page()
    assert isinstance(page, RegisterPage)
    assert page.draft.reasons == ()
    typist.press("Alt+F")
    qtbot.waitUntil(lambda: page.draft.reasons == ("S01",), timeout=PATIENCE_MS)


def test_a_wrong_passphrase_opens_nothing_and_says_so(
    qtbot: QtBot, application: Application, typist: Typist, tmp_path: Path
) -> None:
    new_store(tmp_path).close()
    started(qtbot, application)
    gate = application.window.centralWidget()
    assert isinstance(gate, Unlock)
    typist.type("ikke den rigtige")
    typist.press("Enter")
    qtbot.waitUntil(lambda: bool(gate.unlock.problem.text()), timeout=PATIENCE_MS)
    assert application.session is None
    assert "passer ikke" in gate.unlock.problem.text()
