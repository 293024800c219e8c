"""A lead who took over, or whose data were restored, sees what is left to do and does it."""

from pathlib import Path

import pytest
from msgspec import structs
from pytestqt.qtbot import QtBot

from app.export.letters.former_project import find_in_folder, take_found_project
from app.models.month_closing import restate_month
from app.models.team.devices import Devices
from app.models.team.rosters import Rosters
from app.ui.gates.begin_sharing import Begun
from app.ui.pages.collected.page import CollectedPage
from tests.keyboard import Typist
from tests.models.team.test_devices import restored
from tests.records import add_contact
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


def test_the_card_of_a_copied_computer_says_what_becomes_of_the_figures(
    qtbot: QtBot, around: Surround, sent: Project
) -> None:
    sent.ann.database.execute("UPDATE device SET last_seq = last_seq - 1, last_to_lead = 0")
    sent.ann.database.execute("DELETE FROM outbox WHERE month = '2026-10'")
    add_contact(sent.ann, day=OCTOBER.first)
    restate_month(sent.ann, OCTOBER, "Glemt henvendelse")
    sent.post(sent.ann, OCTOBER)
    for store in (sent.ann, sent.lead, sent.ann):
        exchange(store, everything=True)
    page = shown(qtbot, CollectedPage(around(sent.lead)))
    page.accept.offer(Devices(sent.ann).card())
    told = page.accept.remark.label.text()
    assert told.startswith("Kortet afløser computeren, der blev taget i brug")
    assert "Fra den anden kom: oktober 2026." in told
    assert page.accept.heard.hasFocus()


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


def test_letters_that_lie_in_a_former_place_are_missed_and_dragged_in(
    qtbot: QtBot, around: Surround, sent: Project, tmp_path: Path
) -> None:
    former = sent.folder
    sent.folder = tmp_path / "nyt sted"
    away = former.rename(tmp_path / "usb")
    sent.share(sent.ann)
    add_contact(sent.ann, day=OCTOBER.first)
    restate_month(sent.ann, OCTOBER, "Glemt henvendelse")
    sent.post(sent.ann, OCTOBER)
    for store in (sent.ann, sent.lead):
        exchange(store, everything=True)
    new = new_store(tmp_path / "ny")
    take_found_project(new, sent.code, find_in_folder(sent.folder))
    exchange(new)
    page = shown(qtbot, CollectedPage(around(new)))
    assert page.former.isVisible()
    assert "i et tidligere sted, så træk den mappe hertil" in page.former.label.text()
    assert not page.former.button.isVisible()
    page.take((away,))
    assert not page.former.isVisible()
    assert "Henvendelser: 12." in page.months.sums.text()
    new.close()


def test_a_lead_who_chooses_another_place_is_told_what_came_along_and_what_did_not(
    qtbot: QtBot, around: Surround, sent: Project, tmp_path: Path
) -> None:
    page = shown(qtbot, CollectedPage(around(sent.lead)))
    place = page.place
    for name, copied in (("nyt", True), ("andet", False)):
        if not copied:
            (tmp_path / "nyt").rename(tmp_path / "væk")
        (tmp_path / name).mkdir()
        place.fields.folder.set_value(str(tmp_path / name))
        place.use.setFocus()
        Typist().press("Space")
        assert place.said.label.text().startswith("Stedet kan nås og bruges fra nu af.")
        assert ("Kopieret fra det gamle sted" in place.said.label.text()) is copied
        assert place.left_behind.isHidden() is copied
    assert "ikke ligger i det nye sted: 3." in place.left_behind.label.text()
    assert not place.progress.isVisible()


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
