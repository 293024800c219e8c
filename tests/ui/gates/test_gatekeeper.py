"""From the gate to the open store and back, on the store's own thread with the real key work."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.models import opening
from app.models.settings import DeviceSettings
from app.models.types import Profession
from app.paths import Paths
from app.ui import i18n, theme
from app.ui.gatekeeper import Gatekeeper
from app.ui.gates.first_run import FirstRun
from app.ui.gates.first_steps import AboutYou
from app.ui.gates.gate import Gate
from app.ui.gates.unlock import Unlock
from app.ui.main_window import MainWindow
from app.ui.session import Session
from tests.stores import PASSPHRASE, standing_clock
from tests.ui.gates.conftest import Installation, texts


@dataclass
class House:
    """A window with a gatekeeper, and whoever was let in."""

    window: MainWindow
    paths: Paths
    keeper: Gatekeeper
    qtbot: QtBot
    entered: list[tuple[Session, AppContext]] = field(default_factory=list)
    faults: list[BaseException] = field(default_factory=list)

    @property
    def gate(self) -> Gate:
        gate = self.window.centralWidget()
        assert isinstance(gate, Gate)
        return gate

    @property
    def unlock(self) -> Unlock:
        assert isinstance(self.gate, Unlock)
        return self.gate

    @property
    def first_run(self) -> FirstRun:
        assert isinstance(self.gate, FirstRun)
        return self.gate

    def type(self, text: str) -> None:
        self.qtbot.waitUntil(lambda: self.gate.isAncestorOf(QApplication.focusWidget()))
        QTest.keyClicks(QApplication.focusWidget(), text)

    def enter(self, text: str = "") -> None:
        self.type(text)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    def wait_until_inside(self) -> AppContext:
        self.qtbot.waitUntil(lambda: bool(self.entered) or bool(self.faults))
        assert self.faults == []
        return self.entered[-1][1]

    def workplaces(self) -> list[str]:
        """Return the codes of the workplaces, read on the store's thread."""
        found: list[list[str]] = []
        self.entered[-1][0].thread_of_store.run(
            lambda store: [workplace.code for workplace in store.workplaces.all()], found.append
        )
        self.qtbot.waitUntil(lambda: bool(found))
        return found[0]

    def leave(self) -> None:
        for session, _ in self.entered:
            session.close(wait=True)
        self.entered.clear()


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "data")


@pytest.fixture
def house(qapp: QApplication, qtbot: QtBot, paths: Paths) -> Iterator[House]:
    i18n.install(qapp, "da")
    theme.apply(qapp, "light")
    window, owner = MainWindow(), QObject()
    device = DeviceSettings(paths.device_settings)
    faults: list[BaseException] = []
    keeper = Gatekeeper(window, paths, device, standing_clock(), faults.append, owner)
    made = House(window, paths, keeper, qtbot, faults=faults)
    keeper.opened.connect(lambda session, context: made.entered.append((session, context)))
    keeper.language_chosen.connect(lambda language: i18n.install(qapp, language))
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    yield made
    made.leave()
    keeper.close()
    window.close()
    window.deleteLater()
    qapp.processEvents()


def create(house: House) -> None:
    """Go through the first two steps of the first run."""
    house.keeper.show()
    house.enter("Karen Møller")
    for text in ("1", "Projekt Vest", PASSPHRASE, PASSPHRASE):
        house.enter(text)
    house.qtbot.waitUntil(house.first_run.recovery.isVisible)


def test_the_first_run_ends_inside_and_the_passphrase_opens_from_then_on(house: House) -> None:
    create(house)
    assert house.entered == [], "nobody is inside before the code is kept"
    house.first_run.recovery.kept.click()
    house.first_run.recovery.forward.click()
    context = house.wait_until_inside()
    assert context.paths == house.paths
    house.leave()

    house.keeper.show("Låst, fordi computeren ikke var i brug.")
    house.enter(PASSPHRASE)
    assert "Låst, fordi computeren ikke var i brug." in texts(house.gate)
    house.wait_until_inside()
    assert house.workplaces() == []


def test_closing_before_the_code_is_kept_leaves_no_thread_and_a_locked_store(house: House) -> None:
    create(house)
    house.keeper.close()
    store, _ = opening.open_store(house.paths, PASSPHRASE, clock=standing_clock())
    store.close()


def test_another_language_keeps_what_was_typed(house: House) -> None:
    house.keeper.show()
    house.type("Karen Møller")
    house.first_run.about_you.profession.set_value(Profession.PHYSIOTHERAPIST.value)
    before = house.gate
    house.first_run.languages.button("en").click()
    assert house.gate is not before
    assert house.first_run.entered() == AboutYou("Karen Møller", Profession.PHYSIOTHERAPIST, "")
    assert house.first_run.languages.value() == "en"


def test_a_wrong_passphrase_is_refused_and_the_right_one_lets_in(
    house: House, installation: Installation
) -> None:
    house.keeper.show()
    house.enter("en helt anden sætning")
    house.qtbot.waitUntil(house.unlock.unlock.problem.isVisible)
    assert house.entered == []
    house.enter(PASSPHRASE)
    house.wait_until_inside()
    assert house.workplaces() == ["LEM"]


def test_wrong_attempts_count_across_languages_and_are_forgotten_inside(
    house: House, installation: Installation
) -> None:
    house.keeper.show()
    for attempt in range(4):
        unlock = house.unlock.unlock
        unlock.passphrase.line.setFocus()
        house.enter(f"forkert sætning {attempt}")
        house.qtbot.waitUntil(lambda: not house.unlock.is_busy)
    assert house.unlock.unlock.wait.isVisible()
    house.unlock.languages.button("en").click()
    assert not house.unlock.unlock.forward.isEnabled()
    house.qtbot.waitUntil(house.unlock.unlock.forward.isEnabled)
    house.enter(PASSPHRASE)
    house.wait_until_inside()
    house.leave()
    house.keeper.show()
    house.enter("forkert sætning")
    house.qtbot.waitUntil(house.unlock.unlock.problem.isVisible)
    assert not house.unlock.unlock.wait.isVisible()


def test_a_damaged_key_file_is_put_right_at_the_gate(
    house: House, installation: Installation
) -> None:
    installation.damage_key_file()
    house.keeper.show()
    house.enter(PASSPHRASE)
    house.qtbot.waitUntil(lambda: house.unlock.rescue is not None)
    house.enter()
    house.wait_until_inside()
    assert house.workplaces() == ["LEM"]
