"""The first run in a shared project: as its lead, or with the package that a lead sent."""

from contextlib import closing
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.errors import Conflict
from app.export.letters.package_letter import write_package
from app.models import recovery_code
from app.models.team.devices import Devices
from app.models.team.fingerprint import words_of
from app.models.team.project import create_project
from app.models.team.rosters import Rosters
from app.models.types import Profession
from app.ui.gates.begin_sharing import begin_sharing
from app.ui.gates.first_run import FirstRun, SetUp
from app.ui.gates.first_steps import AboutYou
from tests.records import add_contact, add_workplace
from tests.stores import new_store
from tests.ui.gates.conftest import ShowGate, dialogs, texts
from tests.ui.gates.test_first_run import KAREN, PASSPHRASE, Visitor, saved

__all__ = ["saved"]


def test_a_lead_creates_a_project_and_keeps_both_codes(
    show: ShowGate, qtbot: QtBot, saved: Path
) -> None:
    gate = FirstRun(KAREN, choose_path=lambda: saved, open_file=lambda _: None)
    show(gate)
    visitor = Visitor(gate, qtbot)
    assert not gate.about_you.team.about_lead.isVisible()
    gate.about_you.team.lead.setFocus()
    visitor.press(Qt.Key.Key_Space)
    assert gate.about_you.team.about_lead.isVisible()
    assert "Trin 1 af 4" in texts(gate)
    gate.about_you.forward.click()
    visitor.choose_passphrase(PASSPHRASE, PASSPHRASE)
    assert visitor.created.at(0)[0].lead
    own, of_project = recovery_code.generate(), recovery_code.generate()
    gate.lead_project(of_project, lambda: b"%PDF-1.4 projekt")
    gate.show_recovery_code(own, lambda: b"%PDF-1.4 ark")
    assert own.split("-")[0] in texts(gate)
    assert "Trin 3 af 4" in texts(gate)
    assert gate.recovery.forward.text() == "Videre"
    gate.recovery.kept.setChecked(True)
    gate.recovery.forward.click()
    assert visitor.finished.count() == 0
    assert "Trin 4 af 4" in texts(gate)
    assert gate.project_code.forward.text() == "Kom i gang"
    assert of_project.split("-")[0] in texts(gate)
    assert own.split("-")[0] not in texts(gate)
    gate.project_code.forward.click()
    assert visitor.finished.count() == 0, "the sheet of the project must be kept, too"
    gate.project_code.save.click()
    assert saved.read_bytes() == b"%PDF-1.4 projekt"
    gate.project_code.kept.setChecked(True)
    gate.project_code.forward.click()
    assert visitor.finished.count() == 1


def test_a_counsellor_begins_with_the_leads_package_and_their_ten_words(
    show: ShowGate, qtbot: QtBot, tmp_path: Path
) -> None:
    lead = new_store(tmp_path / "lead")
    with closing(lead):
        create_project(lead)
        add_workplace(lead, "LEM", "Vestas i Lem")
        words = words_of(Devices(lead).card().fingerprint)
        package = tmp_path / "projekt.vvb"
        package.write_bytes(write_package(lead))
    bad = tmp_path / "andet.vvb"
    bad.write_bytes(b"noget andet")
    files = [bad, package]
    gate = FirstRun(
        AboutYou("Bo Hald", Profession.OTHER), choose_project=dialogs(package=lambda: files.pop(0))
    )
    show(gate)
    visitor = Visitor(gate, qtbot)
    gate.about_you.team.open.click()
    assert gate.notice.isVisible()
    assert gate.about_you.team.package is None
    gate.about_you.team.open.click()
    assert not gate.notice.isVisible(), "nothing is wrong with this one"
    assert gate.about_you.project.text() == "Projekt Vest"
    assert gate.about_you.project.isReadOnly()
    assert gate.about_you.team.heard.hasFocus()
    visitor.type("helt andre ord")
    visitor.enter()
    assert not gate.passphrase.isVisible()
    assert any("Ordene er ikke projektlederens." in text for text in texts(gate))
    assert gate.about_you.team.heard.width() > gate.about_you.project.width() * 1.2
    gate.about_you.team.heard.clear()
    visitor.type(" ".join(words))
    visitor.enter()
    visitor.choose_passphrase(PASSPHRASE, PASSPHRASE)
    setup = visitor.created.at(0)[0]
    assert setup.package.package.roster.project == "Projekt Vest"

    store = new_store(tmp_path / "bo")
    with closing(store):
        assert begin_sharing(store, setup).error is None
        assert [place.name for place in store.workplaces.all()] == ["Vestas i Lem"]
        assert Rosters(store).require().project_id == setup.package.package.project_id


def test_an_opened_package_can_be_put_away(show: ShowGate, qtbot: QtBot, tmp_path: Path) -> None:
    lead = new_store(tmp_path / "lead")
    with closing(lead):
        create_project(lead)
        package = tmp_path / "projekt.vvb"
        package.write_bytes(write_package(lead))
    gate = FirstRun(
        AboutYou("Bo Hald", Profession.OTHER), choose_project=dialogs(package=lambda: package)
    )
    show(gate)
    visitor = Visitor(gate, qtbot)
    team = gate.about_you.team
    assert not team.away.isVisible()
    team.open.click()
    visitor.type("halvvejs")
    team.away.setFocus()
    visitor.press(Qt.Key.Key_Space)
    assert team.package is None
    assert team.open.hasFocus()
    assert not team.away.isVisible()
    assert team.lead.isVisible(), "one may still be the lead"
    assert gate.about_you.project.text() == ""
    assert not gate.about_you.project.isReadOnly()
    gate.about_you.project.setFocus()
    visitor.type("Projekt Syd")
    visitor.enter()
    visitor.choose_passphrase(PASSPHRASE, PASSPHRASE)
    setup = visitor.created.at(0)[0]
    assert (setup.package, setup.project) == (None, "Projekt Syd")


def test_an_installation_stays_when_its_project_cannot_be_begun(tmp_path: Path) -> None:
    store = new_store(tmp_path / "bo")
    with closing(store):
        add_contact(store)
        begun = begin_sharing(store, SetUp("Bo", Profession.OTHER, "P", PASSPHRASE, lead=True))
        assert isinstance(begun.error, Conflict)
        assert not store.settings.is_lead
    assert "Begun()" in repr(begun)
