"""A new lead takes a project over in the window, and reads what the lead before was sent.

Pia's computer is gone. Bo starts Vejviser for the first time, finds the shared folder, types the code
from the safe, and is inside as the lead: with the workplaces, and with all months that were sent.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.export.delivery.choosing import use_place
from app.export.letters.package_letter import SharedPackage, write_package
from app.models.team.roster import decode_roster
from app.models.types import Profession
from app.paths import Paths
from app.ui.application import Application
from app.ui.gates.first_run import FirstRun
from app.ui.gates.project_code_gate import ProjectCodeGate
from app.ui.pages.collected.page import CollectedPage
from app.ui.pages.sharing.page import SharingPage
from tests.dav_server import PASSWORD, USER, dav_server
from tests.records import add_workplace
from tests.shares import exchange
from tests.sharing import OCTOBER, SEPTEMBER, a_project
from tests.stores import PASSPHRASE, new_store, standing_clock
from tests.window_day import PATIENCE_MS, Day


@pytest.fixture
def share(tmp_path: Path) -> tuple[Path, str]:
    """The shared folder of a project whose lead has taken everything, and the project's code."""
    with a_project(tmp_path / "project") as project:
        add_workplace(project.lead, "LEM", "Vestas i Lem")
        write_package(project.lead)
        project.share(project.ann, project.bo)
        project.post(project.ann, SEPTEMBER, OCTOBER)
        project.post(project.bo, SEPTEMBER)
        for store in (project.ann, project.bo, project.lead):
            exchange(store, package=SharedPackage(), everything=True)
        return project.folder, project.code


@pytest.fixture
def application(qapp: QApplication, tmp_path: Path) -> Application:
    return Application(qapp, Paths(tmp_path / "ny"), clock=standing_clock())


@pytest.fixture
def day(qtbot: QtBot, qapp: QApplication, application: Application) -> Iterator[Day]:
    day = Day(qtbot, application)
    yield day
    qapp.removeEventFilter(day.shown)
    application.window.close()
    application.window.deleteLater()
    qapp.processEvents()


def test_a_new_lead_goes_on_with_everything_from_the_first_run(
    day: Day, share: tuple[Path, str]
) -> None:
    folder, code = share
    day.start()
    gate = day.application.window.centralWidget()
    assert isinstance(gate, FirstRun)
    day.type("Bo Hald")
    gate.about_you.profession.set_value(Profession.OTHER.value)
    former = gate.about_you.team.former
    former._choose_folder = lambda: folder
    gate.about_you.team.take_over.setFocus()
    day.press("Space")
    former.place.folder.choose_button.setFocus()
    day.press("Space")
    day.qtbot.waitUntil(former.code.line.hasFocus, timeout=PATIENCE_MS)
    day.type(code)
    day.press("Enter")
    for _ in range(2):
        day.type(PASSPHRASE)
        day.press("Enter")
    day.qtbot.waitUntil(gate.recovery.isVisible, timeout=PATIENCE_MS)
    gate.recovery.kept.setChecked(True)
    gate.recovery.forward.setFocus()
    day.press("Enter")
    day.inside()
    page = day.workspace.current_page()
    assert isinstance(page, CollectedPage)
    assert day.application.window.windowTitle() == "Vejviser · projektleder"
    day.qtbot.waitUntil(lambda: "Henvendelser: 11." in page.months.sums.text(), timeout=PATIENCE_MS)
    day.quiet()
    assert not page.former.isVisible(), "all that was sent before is read"
    roster = decode_roster((folder / "project" / "roster.json").read_bytes())
    assert (roster.term, roster.lead.card.name) == (2, "Bo Hald")
    places: list[str] = []
    day.in_store(lambda store: places.extend(one.code for one in store.workplaces.all()))
    assert "LEM" in places


def test_a_project_is_found_on_a_server_while_the_first_run_waits(day: Day, tmp_path: Path) -> None:
    with dav_server(tmp_path / "server") as server, a_project(tmp_path / "project") as project:
        write_package(project.lead)
        use_place(project.lead, server.place())
        exchange(project.lead)
        day.start()
        gate = day.application.window.centralWidget()
        assert isinstance(gate, FirstRun)
        former = gate.about_you.team.former
        day.type("Bo Hald")
        gate.about_you.profession.set_value(Profession.OTHER.value)
        gate.about_you.team.take_over.click()
        former.place.kind.button("webdav").click()
        for line, text in zip(
            former.place.lines[1:], (server.place().address, USER, PASSWORD), strict=True
        ):
            line.setFocus()
            day.type(text)
        day.press("Enter")
        assert gate.is_busy, "the window goes on while the server is asked"
        day.qtbot.waitUntil(lambda: not gate.is_busy, timeout=PATIENCE_MS)
        assert former.code.line.hasFocus()
        assert gate.about_you.project.text() == "Projekt Vest"
        day.type(project.code)
        entered = gate.entered()
        assert entered.former is not None
        assert entered.former.place == server.place()
        assert former.typed() == entered.code


def test_an_open_window_becomes_a_leads_with_the_code_and_reads_on_after_a_cancel(
    day: Day, share: tuple[Path, str], tmp_path: Path
) -> None:
    folder, code = share
    begin_alone(day, tmp_path)
    page = day.workspace.current_page()
    assert isinstance(page, SharingPage)
    page.lead.part._choose_folder = lambda: folder
    page.lead.begin.setFocus()
    day.press("Space")
    page.lead.part.place.folder.choose_button.click()
    day.qtbot.waitUntil(page.lead.part.code.line.hasFocus, timeout=PATIENCE_MS)
    day.type(code)
    day.press("Enter")
    day.qtbot.waitUntil(
        lambda: isinstance(day.workspace.current_page(), CollectedPage), timeout=PATIENCE_MS
    )
    lead = day.workspace.current_page()
    assert isinstance(lead, CollectedPage)
    session = day.application.session
    assert session is not None
    session.courier.exchange()
    session.courier.cancel()
    day.quiet()
    if lead.former.isVisible():
        lead.former.button.click()
        day.quiet()
    day.qtbot.waitUntil(lambda: "Henvendelser: 11." in lead.months.sums.text(), timeout=PATIENCE_MS)
    assert day.application.window.windowTitle() == "Vejviser · projektleder"


def test_the_code_of_a_project_that_is_created_later_is_kept_before_anything_else(
    day: Day, tmp_path: Path
) -> None:
    begin_alone(day, tmp_path)
    page = day.workspace.current_page()
    assert isinstance(page, SharingPage)
    page.lead.make.setFocus()
    day.press("Space")
    window = day.application.window
    day.qtbot.waitUntil(
        lambda: isinstance(window.centralWidget(), ProjectCodeGate), timeout=PATIENCE_MS
    )
    gate = window.centralWidget()
    assert isinstance(gate, ProjectCodeGate)
    day.application.lock("Låst")
    assert window.centralWidget() is gate, "locked away, the code would be gone"
    gate.step.forward.click()
    assert window.centralWidget() is gate, "it must be kept first"
    gate.step.kept.click()
    gate.step.forward.setFocus()
    day.press("Enter")
    day.qtbot.waitUntil(
        lambda: isinstance(day.workspace.current_page(), CollectedPage), timeout=PATIENCE_MS
    )
    day.settle()
    day.application.lock("Låst")
    assert window.centralWidget() is not None
    assert day.application.workspace is None


def begin_alone(day: Day, tmp_path: Path) -> None:
    """Unlock an installation of somebody who belongs to no project, and go to Deling."""
    new_store(tmp_path / "made").close()
    (tmp_path / "made" / "data").rename(tmp_path / "ny")
    day.start()
    day.type(PASSPHRASE)
    day.press("Enter")
    day.inside()
    day.press("Ctrl+Shift+D")
    day.settle()
