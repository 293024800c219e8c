"""The gates of two installations on one computer, and a first run that takes a project over."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.export.letters.package_letter import write_package
from app.models import recovery_code
from app.models.installations import Side, beside
from app.models.settings import DeviceSettings
from app.models.team.rosters import Rosters
from app.models.types import Profession
from app.paths import Paths
from app.ui import i18n
from app.ui.gatekeeper import Gatekeeper
from app.ui.gates.begin_sharing import begin_sharing
from app.ui.gates.first_run import FirstRun
from app.ui.gates.first_steps import AboutYou
from app.ui.gates.unlock import Unlock
from app.ui.main_window import MainWindow
from tests.keyboard import Typist
from tests.records import add_workplace
from tests.sharing import Project, a_project
from tests.stores import PASSPHRASE, new_store, standing_clock
from tests.ui.gates.conftest import ShowGate, dialogs, texts

BO = AboutYou("Bo Hald", Profession.OTHER)


def set_up(paths: Paths, folder: Path) -> None:
    """Make an installation in a folder."""
    new_store(folder / "made").close()
    (folder / "made" / "data").rename(paths.data_dir)


@pytest.fixture
def first(tmp_path: Path) -> Paths:
    """A counsellor's installation, with that of a lead beside it."""
    paths = Paths(tmp_path / "vejviser")
    set_up(paths, tmp_path)
    set_up(beside(paths, Side.LEAD), tmp_path)
    return paths


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with a_project(tmp_path / "project") as made:
        add_workplace(made.lead, "LEM", "Vestas i Lem")
        yield made


def test_the_gate_says_which_one_is_unlocked_and_offers_the_other(
    show: ShowGate, first: Paths
) -> None:
    gate = Unlock(first)
    show(gate)
    assert "Vejlederens installation" in texts(gate)
    asked = QSignalSpy(gate.other_requested)
    assert gate.unlock.other.text() == "Åbn projektlederens installation"
    gate.unlock.other.setFocus()
    Typist().press("Enter")
    assert asked.count() == 1
    other = Unlock(beside(first, Side.LEAD))
    show(other)
    assert "Projektlederens installation" in texts(other)
    assert other.unlock.other.text() == "Åbn vejlederens installation"


def test_one_installation_says_and_offers_nothing(show: ShowGate, tmp_path: Path) -> None:
    paths = Paths(tmp_path / "vejviser")
    set_up(paths, tmp_path)
    gate = Unlock(paths)
    show(gate)
    assert not gate.unlock.other.isVisible()
    assert not any("installation" in text for text in texts(gate))


def test_the_keeper_starts_the_other_one_and_a_lead_is_sent_beside_at_the_first_run(
    qapp: QApplication, qtbot: QtBot, first: Paths, tmp_path: Path
) -> None:
    i18n.install(qapp, "da")
    started: list[Path] = []

    def start(paths: Paths, _device: DeviceSettings) -> int:
        started.append(paths.data_dir)
        return 1

    window, owner = MainWindow(), QObject()
    qtbot.addWidget(window)
    device = DeviceSettings(first.device_settings)
    keeper = Gatekeeper(window, first, device, standing_clock(), owner.deleteLater, owner, start)
    gate = keeper.show()
    assert isinstance(gate, Unlock)
    gate.unlock.other.click()
    assert started == [beside(first, Side.LEAD).data_dir]

    keeper.paths = Paths(tmp_path / "ny")
    gate = keeper.show()
    assert isinstance(gate, FirstRun)
    team = gate.about_you.team
    team.lead.click()
    team.beside.click()
    assert started[1] == tmp_path / "ny-projektleder"
    assert not team.lead.isChecked(), "what is set up here is the counsellor's own"


def test_a_folder_for_a_lead_takes_nobody_else(show: ShowGate) -> None:
    gate = FirstRun(side=Side.LEAD)
    show(gate)
    team = gate.about_you.team
    assert team.lead.isChecked()
    assert not team.open.isVisible()
    assert not team.beside.isVisible()
    gate.about_you.name.setText("Bo Hald")
    gate.about_you.profession.set_value(Profession.OTHER.value)
    gate.about_you.project.setText("Projekt Vest")
    team.lead.click()
    gate.about_you.forward.click()
    assert "Denne mappe er til projektlederens tal." in gate.notice.label.text()
    assert not gate.passphrase.isVisible()
    own = FirstRun(side=Side.COUNSELLOR)
    show(own)
    assert not own.about_you.team.lead.isVisible()
    assert own.about_you.team.open.isVisible()


def test_the_first_run_takes_a_project_over_with_keys_alone(
    show: ShowGate, qtbot: QtBot, project: Project, tmp_path: Path
) -> None:
    bad, package = tmp_path / "andet.vvb", tmp_path / "projekt.vvb"
    bad.write_bytes(b"noget andet")
    package.write_bytes(write_package(project.lead))
    files = [bad, package]
    gate = FirstRun(BO, choose_project=dialogs(project_file=lambda: files.pop(0)))
    show(gate)
    created = QSignalSpy(gate.create_requested)
    team, keys = gate.about_you.team, Typist()
    team.take_over.setFocus()
    keys.press("Space")
    assert team.former.isVisible()
    team.former.file.setFocus()
    keys.press("Space")
    assert "Filen er ikke en projektpakke" in team.former.missing.text()
    team.former.file.setFocus()
    keys.press("Space")
    assert gate.about_you.project.text() == "Projekt Vest"
    assert gate.about_you.project.isReadOnly()
    assert team.former.code.line.hasFocus()
    keys.type(recovery_code.generate())
    keys.press("Enter")
    assert "hører ikke til dette projekt" in team.former.code.verdict.text()
    assert not gate.passphrase.isVisible(), "nothing is set up before the code fits"
    team.former.code.line.clear()
    keys.type(project.code)
    keys.press("Enter")
    for _ in range(2):
        keys.type(PASSPHRASE)
        keys.press("Enter")
    setup = created.at(0)[0]
    assert project.code not in repr(setup)

    store = new_store(tmp_path / "bo")
    with closing(store):
        assert begin_sharing(store, setup).error is None
        assert store.settings.is_lead
        assert Rosters(store).require().term == 2
        assert [place.name for place in store.workplaces.all()] == ["Vestas i Lem"]


def test_another_language_keeps_the_project_that_was_found_and_forgets_the_code(
    show: ShowGate, project: Project, tmp_path: Path
) -> None:
    package = tmp_path / "projekt.vvb"
    package.write_bytes(write_package(project.lead))
    gate = FirstRun(BO, choose_project=dialogs(project_file=lambda: package))
    show(gate)
    gate.about_you.team.take_over.click()
    gate.about_you.team.former.file.click()
    gate.about_you.team.former.code.line.setText(project.code)
    again = FirstRun(gate.entered())
    show(again)
    assert again.about_you.team.take_over.isChecked()
    assert "»Projekt Vest«" in again.about_you.team.former.about.text()
    assert again.about_you.team.former.code.line.text() == ""
    again.about_you.team.take_over.click()
    assert not again.about_you.project.isReadOnly()
    assert again.about_you.entered().former is None
