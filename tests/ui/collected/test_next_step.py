"""At a lead the filled button is what comes next, and the status bar promises no more than is done."""

from contextlib import closing
from pathlib import Path

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.export.delivery.share import PROJECT, ROSTER_NAME
from app.export.letters.former_project import FormerProject, take_found_project
from app.models.store import Store
from app.models.team.places import Places
from app.models.team.roster import decode_roster
from app.models.team.rosters import Rosters
from app.ui.pages.collected.page import CollectedPage
from tests.keyboard import Typist
from tests.models.team.test_devices import restored
from tests.sharing import Project
from tests.stores import new_store
from tests.ui.conftest import shown
from tests.ui.sharing.conftest import Surround
from tests.ui.sharing.test_sharing_status import Bar


def next_steps(page: CollectedPage) -> list[QPushButton]:
    """Return the filled buttons that are shown."""
    return [
        one
        for one in page.findChildren(QPushButton)
        if one.isVisible() and one.property("kind") == "primary"
    ]


def restored_lead(project: Project, folder: Path) -> Store:
    project.share(project.ann)
    return restored(folder / "project" / "lead", project.lead)


def test_a_restored_lead_takes_the_project_over_then_shares_the_roster_then_opens_letters(
    qtbot: QtBot, around: Surround, project: Project, tmp_path: Path
) -> None:
    lead = restored_lead(project, tmp_path)
    with closing(lead):
        bar = Bar(qtbot, around, lead)
        page = shown(qtbot, CollectedPage(bar.services))
        assert next_steps(page) == [page.lead.begin]
        assert bar.said == ("Projektet skal overtages igen", "warn")
        assert "Der hentes og sendes intet" in bar.part.toolTip()
        page.go_to("project")
        assert not page.outgoing.isVisible(), "nothing of it would be believed"
        page.go_to("months")

        page.lead.begin.click()
        Typist().type(project.code)
        Typist().press("Enter")
        page.reload()
        assert next_steps(page) == [page.months.now]
        assert page.months.unshared.label.text().startswith("Den nye deltagerliste er ikke delt")
        assert not page.months.unshared.button.isVisible()
        assert bar.said == ("Deltagerlisten er ikke delt", "warn")
        assert bar.part.toolTip().endswith("Sendes, næste gang stedet kan nås")

        page.months.now.setFocus()
        Typist().press("Space")
        there = (project.folder / PROJECT / ROSTER_NAME).read_bytes()
        assert decode_roster(there).hash == Rosters(lead).require().hash
        assert next_steps(page) == [page.months.files]
        assert not page.months.unshared.isVisible()
        assert bar.said[0] != "Deltagerlisten er ikke delt"
        page.close()


def test_without_a_place_the_way_to_a_place_or_to_files_comes_first(
    qtbot: QtBot, around: Surround, project: Project, tmp_path: Path
) -> None:
    with closing(new_store(tmp_path / "ny")) as new:
        roster = Rosters(project.lead).require()
        take_found_project(new, project.code, FormerProject(roster=roster))
        new.settings.set("export_folder", str(tmp_path / "ud"))
        page = shown(qtbot, CollectedPage(around(new)))
        assert next_steps(page) == [page.months.unshared.button]
        assert "gem det som filer" in page.months.unshared.label.text()
        page.months.unshared.button.setFocus()
        Typist().press("Space")
        assert page.parts.value() == "project"
        assert page.parts.button("project").hasFocus()
        page.outgoing.roster.setFocus()
        Typist().press("Space")
        page.go_to("months")
        assert next_steps(page) == [page.months.files]
        page.close()


def test_a_lead_whom_another_one_replaced_is_offered_nothing(
    qtbot: QtBot, around: Surround, project: Project, tmp_path: Path
) -> None:
    project.share()
    with closing(new_store(tmp_path / "ny")) as new:
        roster = Rosters(project.lead).require()
        taken = FormerProject(roster=roster, place=Places(project.lead).current())
        take_found_project(new, project.code, taken)
        Rosters(project.lead).take(Rosters(new).require())
    bar = Bar(qtbot, around, project.lead)
    page = shown(qtbot, CollectedPage(bar.services))
    assert next_steps(page) == []
    assert page.months.unshared.label.text().startswith("En anden er nu projektleder.")
    assert bar.said == ("En anden er nu projektleder", "danger")
    page.close()
