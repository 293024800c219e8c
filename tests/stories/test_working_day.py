"""A working day in the real window: real keys, the store on its own thread, lock and come back."""

import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.errors import UserError
from app.models.opening import open_store
from app.models.store import Store
from app.models.types import Identity, VisitStatus, Workplace
from app.paths import Paths
from app.texts import Text
from app.ui.application import Application
from app.ui.gates.first_run import FirstRun
from app.ui.gates.unlock import Unlock
from app.ui.pages.register.page import RegisterPage
from app.ui.pages.today.page import TodayPage
from app.ui.widgets.toast import Toast
from tests.keyboard import Typist
from tests.records import add_contact, add_person
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


def test_what_was_copied_goes_with_the_lock(
    qtbot: QtBot, application: Application, typist: Typist, tmp_path: Path
) -> None:
    store = new_store(tmp_path)
    add_contact(store, add_person(store, "Karen Møller"))
    store.close()
    unlocked(qtbot, application, typist)
    typist.press("Ctrl+2")
    settled(qtbot, application)
    typist.press("Enter")
    settled(qtbot, application)
    typist.press("Ctrl+C")
    qtbot.waitUntil(lambda: "Karen Møller" in QApplication.clipboard().text())

    application.lock()

    assert QApplication.clipboard().text() == ""


def test_what_others_have_copied_stays(
    qtbot: QtBot, application: Application, typist: Typist, tmp_path: Path
) -> None:
    new_store(tmp_path).close()
    unlocked(qtbot, application, typist)
    QApplication.clipboard().setText("Indkøb: mælk")

    application.lock()

    assert QApplication.clipboard().text() == "Indkøb: mælk"


@pytest.mark.parametrize("expected", [True, False])
def test_what_fails_after_the_lock_is_told_when_somebody_is_back(
    qtbot: QtBot,
    application: Application,
    typist: Typist,
    paths: Paths,
    tmp_path: Path,
    expected: bool,
) -> None:
    new_store(tmp_path).close()
    unlocked(qtbot, application, typist)
    locked = threading.Event()
    about = Text("Karen Møller", "Karen Møller")

    def change(_store: Store) -> None:
        locked.wait(PATIENCE_MS / 1000)
        raise UserError(about, about, about) if expected else ValueError("Karen Møller")

    assert application.session is not None
    application.session.commands.run("Gemt", change)
    application.lock()
    gate = application.window.centralWidget()
    locked.set()

    enter_with_passphrase(qtbot, application, typist)

    qtbot.waitUntil(lambda: bool(told(application)), timeout=PATIENCE_MS)
    assert told(application).startswith(
        "Noget, du gjorde, lige før Vejviser blev låst, blev ikke gemt."
    )
    assert isinstance(gate, Unlock)
    reports = list(paths.logs.glob("crash-*"))
    assert len(reports) == (0 if expected else 1)
    assert not any("Karen" in report.read_text(encoding="utf-8") for report in reports)


def test_a_notice_follows_from_page_to_page_and_into_another_language_but_not_over_a_lock(
    qtbot: QtBot, application: Application, typist: Typist, tmp_path: Path
) -> None:
    store = new_store(tmp_path)
    add_lem(store)
    store.close()
    unlocked(qtbot, application, typist)
    typist.type("lem")
    typist.press("Enter", "Enter")
    qtbot.waitUntil(lambda: told(application) == "Fremmødet er startet", timeout=PATIENCE_MS)

    typist.press("Ctrl+2")
    settled(qtbot, application)
    assert told(application) == "Fremmødet er startet"

    application.device.set("language", "en")
    assert application.workspace is not None
    application.workspace.look_changed.emit()
    qtbot.waitUntil(lambda: told(application) == "You can still undo what you did last.")
    settled(qtbot, application)
    (undo,) = (b for b in shown_toast(application).findChildren(QPushButton) if b.text() == "Undo")
    undo.click()
    qtbot.waitUntil(lambda: told(application).startswith("Taken back: “"), timeout=PATIENCE_MS)

    application.lock()
    assert told(application) == ""
    enter_with_passphrase(qtbot, application, typist)
    assert told(application) == ""


def shown_toast(application: Application) -> Toast:
    (toast,) = (each for each in application.window.findChildren(Toast) if each.isVisible())
    return toast


def told(application: Application) -> str:
    """Return what the toast says, or nothing when there is none to be seen."""
    toasts = application.window.findChildren(Toast)
    return " ".join(toast.label.text() for toast in toasts if toast.isVisible())
