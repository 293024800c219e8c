"""A lead at the start: first steps instead of an empty grid; a search and keys that fit the lead."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.export.letters.package_letter import SharedPackage, write_package
from app.export.letters.publishing import note_roster_published
from app.models.team.project import create_project
from app.ui.pages.collected.page import CollectedPage
from app.ui.workspace import Workspace
from tests.keyboard import Typist
from tests.shares import exchange
from tests.sharing import Project
from tests.stores import new_store, standing_clock
from tests.ui.conftest import shown
from tests.ui.sharing.conftest import Surround


def test_where_nobody_belongs_yet_the_first_steps_lead_on(
    qtbot: QtBot, around: Surround, tmp_path: Path
) -> None:
    with closing(new_store(tmp_path / "ny", standing_clock())) as store:
        create_project(store)
        page = shown(qtbot, CollectedPage(around(store)))
        assert page.months.beginning.isVisible()
        assert not page.months.files.isVisible(), "nobody's letter could be taken in"
        assert page.months.beginning.package.property("kind") == "primary"
        page.months.beginning.members.setFocus()
        Typist().press("Space")
        assert page.parts.value() == "members"
        assert page.parts.button("members").hasFocus()
        page.parts.button("months").click()
        page.months.beginning.package.setFocus()
        Typist().press("Space")
        assert page.parts.value() == "project"
        page.close()


def test_nothing_is_called_shared_before_there_is_somebody_and_a_package(
    qtbot: QtBot, around: Surround, project: Project, tmp_path: Path
) -> None:
    with closing(new_store(tmp_path / "ny", standing_clock())) as store:
        create_project(store)
        page = shown(qtbot, CollectedPage(around(store)))
        assert page.outgoing.out.text() == "Der er ingen vejledere at dele med endnu."
        page.close()
    note_roster_published(project.lead)
    page = shown(qtbot, CollectedPage(around(project.lead)))
    assert page.outgoing.out.text() == "Der er ikke gemt en projektpakke endnu."
    write_package(project.lead)
    page.reload()
    assert page.outgoing.out.text().startswith("Intet venter.")
    project.share()
    exchange(project.lead, package=SharedPackage())
    page.reload()
    assert page.outgoing.out.text() == "Alt til vejlederne er delt."


def test_with_counsellors_the_first_steps_are_gone(
    qtbot: QtBot, around: Surround, project: Project
) -> None:
    page = shown(qtbot, CollectedPage(around(project.lead)))
    assert not page.months.beginning.isVisible()
    assert page.months.files.isVisible()


@pytest.fixture
def workspace(qtbot: QtBot, around: Surround, project: Project) -> Workspace:
    made = Workspace(around(project.lead))
    qtbot.addWidget(made)
    made.resize(1366, 740)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.go("collected")
    return made


def hits(workspace: Workspace, text: str) -> list[str]:
    palette = workspace.overlays.palette
    palette.start()
    palette.line.setText(text)
    return [palette.hits.list.item(row).text() for row in range(palette.hits.list.count())]


def test_a_leads_search_finds_counsellors_and_parts_and_promises_no_persons(
    workspace: Workspace,
) -> None:
    assert (
        workspace.header.search.accessibleName()
        == "Søg arbejdsplads, vejleder, kort eller handling"
    )
    found = hits(workspace, "anne")
    assert found[0].startswith("Anne Berg")
    Typist().press("Enter")
    page = workspace.current_page()
    assert isinstance(page, CollectedPage)
    assert page.parts.value() == "members"
    assert hits(workspace, "projektpakke")[0].startswith("Projektpakke, fælles sted")
    Typist().press("Enter")
    assert page.parts.value() == "project"
    assert any(hit.startswith("Deltagere") for hit in hits(workspace, "visitkort"))


def test_the_sheet_of_keys_leaves_out_what_a_lead_never_does(workspace: Workspace) -> None:
    workspace.overlays.show_keys()
    said = {one.text() for one in workspace.overlays.keys_sheet.findChildren(QLabel)}
    assert "Kopiér seneste henvendelse" not in said
    assert not any("Maskér CPR" in each for each in said)
    assert "Søg i listen" in said
