"""A lead who took over, or whose data were restored, sees what is left to do and does it."""

from pathlib import Path

import pytest
from msgspec import structs
from pytestqt.qtbot import QtBot

from app.export.letters.former_project import find_in_folder, take_found_project
from app.models.team.devices import Devices
from app.models.team.rosters import Rosters
from app.ui.gates.begin_sharing import Begun
from app.ui.pages.collected.page import CollectedPage
from tests.keyboard import Typist
from tests.models.team.test_devices import restored
from tests.shares import exchange
from tests.sharing import OCTOBER, SEPTEMBER, Project
from tests.stores import new_store
from tests.ui.conftest import shown
from tests.ui.sharing.conftest import Surround


@pytest.fixture
def sent(project: Project) -> Project:
    """The project after both counsellors sent, and its lead has taken all."""
    project.share(project.ann, project.bo)
    project.post(project.ann, SEPTEMBER, OCTOBER)
    project.post(project.bo, SEPTEMBER)
    for store in (project.ann, project.bo, project.lead):
        exchange(store, everything=True)
    return project


def test_a_new_lead_is_told_how_far_the_reading_is_and_goes_on_with_it(
    qtbot: QtBot, around: Surround, sent: Project, tmp_path: Path
) -> None:
    new = new_store(tmp_path / "ny")
    take_found_project(new, sent.code, find_in_folder(sent.folder))
    page = shown(qtbot, CollectedPage(around(new)))
    assert "Ikke alle breve" in page.former.label.text()
    page.months.progress.told.emit(64, 256)
    assert "25 %" in page.former.label.text()
    assert "Annullerer du" in page.former.label.text()
    page.reload()
    page.former.button.setFocus()
    Typist().press("Space")
    assert "Henvendelser: 11." in page.months.sums.text()
    assert not page.former.isVisible()
    new.close()


def test_a_new_lead_without_a_place_is_told_to_choose_one(
    qtbot: QtBot, around: Surround, sent: Project, tmp_path: Path
) -> None:
    new = new_store(tmp_path / "ny")
    found = structs.replace(find_in_folder(sent.folder), place=None)
    take_found_project(new, sent.code, found)
    page = shown(qtbot, CollectedPage(around(new)))
    assert page.former.isVisible()
    assert page.former.label.text().startswith("Vælg det fælles sted")
    assert not page.former.button.isVisible()
    new.close()


def test_a_lead_of_the_first_term_is_told_nothing(
    qtbot: QtBot, around: Surround, sent: Project
) -> None:
    page = shown(qtbot, CollectedPage(around(sent.lead)))
    assert not page.former.isVisible()
    assert not page.lead.isVisible()


def test_a_restored_lead_takes_its_project_over_again_with_the_code(
    qtbot: QtBot, around: Surround, sent: Project, tmp_path: Path
) -> None:
    lead = restored(tmp_path / "project" / "lead", sent.lead)
    assert lead.inquiries.count() > 0, "what was reported is not registered here"
    begun: list[object] = []
    page = shown(qtbot, CollectedPage(structs.replace(around(lead), became_lead=begun.append)))
    assert page.lead.isVisible()
    assert not page.lead.make.isVisible()
    page.lead.begin.setFocus()
    Typist().press("Space")
    assert page.lead.part.code.line.hasFocus()
    Typist().type(sent.code)
    Typist().press("Enter")
    assert begun == [Begun()]
    roster = Rosters(lead).require()
    assert (roster.term, roster.lead.card.device) == (2, Devices(lead).current().id)
    page.reload()
    assert not page.lead.isVisible()
    lead.close()
