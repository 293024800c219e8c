"""The first run, with the keyboard alone: three steps to an installation of one's own."""

import io
import stat
from contextlib import closing
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.errors import Conflict, InvalidInput, Problem
from app.export.letters.package_letter import write_package
from app.export.recovery_sheet import recovery_sheet
from app.models import opening, recovery_code
from app.models.team.devices import Devices
from app.models.team.fingerprint import words_of
from app.models.team.project import create_project
from app.models.team.rosters import Rosters
from app.models.types import Profession
from app.paths import Paths
from app.texts import Text
from app.ui.gates.begin_sharing import begin_sharing
from app.ui.gates.first_run import FirstRun, SetUp
from app.ui.gates.first_steps import AboutYou
from tests.records import add_contact, add_workplace
from tests.stores import CHEAP, new_store, standing_clock
from tests.ui.gates.conftest import ShowGate, dialogs, texts

PASSPHRASE = "hest lampe skov kaffe"
KAREN = AboutYou("Karen Møller", Profession.SOCIAL_WORKER, "Projekt Vest")


class Visitor:
    """Somebody at the first run, who has only a keyboard."""

    def __init__(self, gate: FirstRun, qtbot: QtBot) -> None:
        self.gate, self.qtbot = gate, qtbot
        self.created = QSignalSpy(gate.create_requested)
        self.finished = QSignalSpy(gate.finished)
        self.demo = QSignalSpy(gate.demo_requested)

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(QApplication.focusWidget(), text)

    def press(self, key: Qt.Key) -> None:
        self.qtbot.keyClick(QApplication.focusWidget(), key)

    def enter(self) -> None:
        self.press(Qt.Key.Key_Return)

    def choose_passphrase(self, first: str, again: str) -> None:
        self.type(first)
        self.enter()
        self.type(again)
        self.enter()


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    return tmp_path / "ark.pdf"


@pytest.fixture
def opened() -> list[Path]:
    """The files that were given to the system to show."""
    return []


@pytest.fixture
def visitor(show: ShowGate, qtbot: QtBot, saved: Path, opened: list[Path]) -> Visitor:
    gate = FirstRun(choose_path=lambda: saved, open_file=opened.append)
    show(gate)
    return Visitor(gate, qtbot)


@pytest.fixture
def at_the_passphrase(show: ShowGate, qtbot: QtBot) -> Visitor:
    gate = FirstRun(KAREN)
    show(gate)
    visitor = Visitor(gate, qtbot)
    visitor.enter()
    return visitor


@pytest.fixture
def at_the_code(visitor: Visitor) -> Visitor:
    visitor.gate.show_recovery_code(recovery_code.generate(), lambda: b"%PDF-1.4 ark")
    return visitor


def test_three_steps_make_an_installation_without_a_mouse(
    visitor: Visitor, tmp_path: Path, saved: Path
) -> None:
    visitor.type("Karen Møller")
    visitor.enter()
    visitor.type("2")
    visitor.enter()
    visitor.type("Projekt Vest")
    visitor.enter()
    visitor.choose_passphrase(PASSPHRASE, PASSPHRASE)
    setup = visitor.created.at(0)[0]
    assert setup == SetUp("Karen Møller", Profession.PHYSIOTHERAPIST, "Projekt Vest", PASSPHRASE)

    visitor.gate.set_busy(True)
    store, _, code = opening.create_store(
        Paths(tmp_path / "data"),
        setup.passphrase,
        project=setup.project,
        counsellor=opening.new_counsellor(setup.name, setup.profession),
        clock=standing_clock(),
        params=CHEAP,
    )
    with closing(store):
        assert store.settings.project == "Projekt Vest"
    visitor.gate.set_busy(False)
    visitor.gate.show_recovery_code(
        code, lambda: recovery_sheet(code, setup.project, setup.name, "da")
    )
    assert set(code.split("-")) <= set(texts(visitor.gate))

    visitor.enter()
    printed = "".join(
        page.extract_text() for page in PdfReader(io.BytesIO(saved.read_bytes())).pages
    )
    assert all(group in printed for group in code.split("-"))
    while QApplication.focusWidget() is not visitor.gate.recovery.kept:
        visitor.press(Qt.Key.Key_Tab)
    visitor.press(Qt.Key.Key_Space)
    visitor.enter()
    assert visitor.finished.count() == 1


def test_what_is_missing_is_said_beside_its_field(visitor: Visitor) -> None:
    visitor.gate.about_you.forward.click()
    shown = texts(visitor.gate)
    assert {"Skriv dit navn.", "Vælg din faggruppe.", "Skriv, hvad projektet hedder."} <= set(shown)
    assert visitor.gate.about_you.name.hasFocus()
    visitor.type("K")
    assert "Skriv dit navn." not in texts(visitor.gate)


def test_enter_in_an_empty_field_says_what_is_missing_and_stays_there(visitor: Visitor) -> None:
    visitor.enter()
    assert "Skriv dit navn." in texts(visitor.gate)
    visitor.type("Karen")
    assert visitor.gate.about_you.name.text() == "Karen"


def test_back_keeps_what_was_typed_and_enter_presses_the_button_that_has_the_focus(
    at_the_passphrase: Visitor,
) -> None:
    gate = at_the_passphrase.gate
    at_the_passphrase.type(PASSPHRASE)
    gate.passphrase.backward.setFocus()
    at_the_passphrase.enter()
    assert gate.about_you.isVisible()
    assert gate.entered() == KAREN
    at_the_passphrase.enter()
    assert gate.passphrase.passphrase.text() == PASSPHRASE
    assert at_the_passphrase.created.count() == 0


def test_a_short_passphrase_and_two_that_differ_are_refused(at_the_passphrase: Visitor) -> None:
    gate = at_the_passphrase.gate
    at_the_passphrase.choose_passphrase("kort", "kort")
    assert any(text.startswith("For kort: brug mindst 8 tegn") for text in texts(gate))
    assert gate.passphrase.passphrase.first.line.hasFocus()

    gate.passphrase.passphrase.clear()
    at_the_passphrase.choose_passphrase(PASSPHRASE, PASSPHRASE + "n")
    assert "De to er ikke ens. Skriv den samme begge steder." in texts(gate)
    assert gate.passphrase.passphrase.again.line.hasFocus()
    assert at_the_passphrase.created.count() == 0


def test_the_strength_is_told_while_it_is_typed(at_the_passphrase: Visitor) -> None:
    at_the_passphrase.type("sommer2025")
    assert any(text.startswith("Let at gætte") for text in texts(at_the_passphrase.gate))
    at_the_passphrase.type(" hest lampe skov kaffe")
    assert "Stærk." in texts(at_the_passphrase.gate)


def test_a_passphrase_may_be_pasted(at_the_passphrase: Visitor, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText(PASSPHRASE)
    line = at_the_passphrase.gate.passphrase.passphrase.first.line
    qtbot.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == PASSPHRASE


def test_nothing_goes_on_until_the_sheet_is_kept(at_the_code: Visitor) -> None:
    recovery = at_the_code.gate.recovery
    for way_out in (recovery.forward, recovery.demo):
        way_out.click()
        assert recovery.missing.isVisible()
        assert recovery.kept.hasFocus()
    assert (at_the_code.finished.count(), at_the_code.demo.count()) == (0, 0)
    at_the_code.press(Qt.Key.Key_Space)
    assert not recovery.missing.isVisible()
    recovery.demo.click()
    assert at_the_code.demo.count() == 1


def test_the_sheet_is_private_and_its_place_is_told(at_the_code: Visitor, saved: Path) -> None:
    at_the_code.enter()
    assert saved.read_bytes() == b"%PDF-1.4 ark"
    assert stat.S_IMODE(saved.stat().st_mode) == 0o600
    assert any(text.startswith("Arket er gemt som ark.pdf.") for text in texts(at_the_code.gate))


def test_printing_saves_the_sheet_and_opens_it(
    at_the_code: Visitor, saved: Path, opened: list[Path]
) -> None:
    at_the_code.gate.recovery.print.click()
    assert opened == [saved]
    assert saved.exists()


def test_a_sheet_that_cannot_be_written_is_explained(
    show: ShowGate, qtbot: QtBot, tmp_path: Path
) -> None:
    gate = FirstRun(choose_path=lambda: tmp_path / "nowhere" / "ark.pdf")
    show(gate)
    gate.show_recovery_code(recovery_code.generate(), lambda: b"%PDF-1.4 ark")
    gate.recovery.save.click()
    assert gate.notice.isVisible()
    assert "Filen blev ikke fundet." in gate.notice.label.text()
    assert not gate.recovery.saved.isVisible()


def test_giving_up_the_question_for_a_place_saves_nothing(show: ShowGate, tmp_path: Path) -> None:
    gate = FirstRun(choose_path=lambda: None)
    show(gate)
    gate.show_recovery_code(recovery_code.generate(), lambda: b"%PDF-1.4 ark")
    gate.recovery.save.click()
    assert list(tmp_path.glob("*.pdf")) == []
    assert not gate.recovery.saved.isVisible()


def test_the_passphrase_is_forgotten_once_the_code_is_shown(
    at_the_passphrase: Visitor,
) -> None:
    at_the_passphrase.choose_passphrase(PASSPHRASE, PASSPHRASE)
    assert PASSPHRASE not in repr(at_the_passphrase.created.at(0)[0])
    gate = at_the_passphrase.gate
    gate.show_recovery_code(recovery_code.generate(), lambda: b"")
    assert gate.passphrase.passphrase.text() == ""
    assert gate.passphrase.passphrase.again.text() == ""


def test_demo_data_may_be_tried_before_anything_else(visitor: Visitor) -> None:
    visitor.gate.about_you.demo.click()
    assert visitor.demo.count() == 1


def test_another_language_can_be_chosen_before_anything_would_be_lost(visitor: Visitor) -> None:
    chosen = QSignalSpy(visitor.gate.language_chosen)
    visitor.type("Karen")
    visitor.gate.languages.button("en").click()
    assert chosen.at(0) == ["en"]
    assert visitor.gate.entered().name == "Karen"
    visitor.gate.show_recovery_code(recovery_code.generate(), lambda: b"")
    assert not visitor.gate.languages.isVisible()


def test_while_the_store_is_made_nothing_can_be_pressed(
    at_the_passphrase: Visitor, qtbot: QtBot
) -> None:
    gate = at_the_passphrase.gate
    at_the_passphrase.choose_passphrase(PASSPHRASE, PASSPHRASE)
    gate.set_busy(True)
    qtbot.waitUntil(gate.progress.isVisible)
    assert not gate.passphrase.forward.isEnabled()
    gate.set_busy(False)
    assert not gate.progress.isVisible()
    assert gate.passphrase.passphrase.again.line.hasFocus()


def test_errors_of_making_the_store_stand_where_they_belong(at_the_passphrase: Visitor) -> None:
    gate = at_the_passphrase.gate
    gate.show_recovery_code(recovery_code.generate(), lambda: b"")
    refused = Text("For nem.", "Too easy.")
    gate.show_error(InvalidInput(Text("", ""), (Problem("passphrase", refused),)))
    assert gate.passphrase.isVisible()
    assert "For nem." in texts(gate)
    what = Text("Der blev ikke oprettet noget.", "Nothing was set up.")
    gate.show_error(Conflict(what, Text("Fordi.", "Because."), Text("Prøv igen.", "Try again.")))
    assert gate.notice.label.text() == "Der blev ikke oprettet noget. Fordi. Prøv igen."


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
    gate.about_you.forward.click()
    visitor.choose_passphrase(PASSPHRASE, PASSPHRASE)
    assert visitor.created.at(0)[0].lead
    own, of_project = recovery_code.generate(), recovery_code.generate()
    gate.lead_project(of_project, lambda: b"%PDF-1.4 projekt")
    gate.show_recovery_code(own, lambda: b"%PDF-1.4 ark")
    assert own.split("-")[0] in texts(gate)
    gate.recovery.kept.setChecked(True)
    gate.recovery.forward.click()
    assert visitor.finished.count() == 0
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
    assert gate.about_you.project.text() == "Projekt Vest"
    assert gate.about_you.project.isReadOnly()
    assert gate.about_you.team.heard.hasFocus()
    visitor.type("helt andre ord")
    visitor.enter()
    assert not gate.passphrase.isVisible()
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


def test_an_installation_stays_when_its_project_cannot_be_begun(tmp_path: Path) -> None:
    store = new_store(tmp_path / "bo")
    with closing(store):
        add_contact(store)
        begun = begin_sharing(store, SetUp("Bo", Profession.OTHER, "P", PASSPHRASE, lead=True))
        assert isinstance(begun.error, Conflict)
        assert not store.settings.is_lead
    assert "Begun()" in repr(begun)
