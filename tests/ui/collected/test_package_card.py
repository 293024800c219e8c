"""A lead sees what the next project package takes away and brings before it goes out."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.export.letters.letter_files import load_file
from app.export.letters.package_letter import read_package_letter, write_package
from app.models.team.package import Package
from app.models.team.packages import Packages
from app.ui.pages.collected.package_card import PackageCard
from app.ui.pages.collected.page import CollectedPage
from tests.keyboard import Typist
from tests.packages import edit, fill, place
from tests.records import add_workplace
from tests.sharing import Project
from tests.ui.conftest import RecordingNotices, shown
from tests.ui.sharing.conftest import Surround


@pytest.fixture
def page(qtbot: QtBot, around: Surround, project: Project) -> CollectedPage:
    made = shown(qtbot, CollectedPage(around(project.lead)))
    made.go_to("project")
    return made


@pytest.fixture
def card(page: CollectedPage) -> PackageCard:
    return page.project


def look(card: PackageCard) -> None:
    card.save.setFocus()
    Typist().press("Space")


def written(folder: Path) -> Package | None:
    """Return the package that was saved, if any was."""
    for path in folder.rglob("vejviser-projekt.vvb"):
        return read_package_letter(load_file(path), None).package
    return None


def test_what_goes_and_comes_is_named_and_nothing_is_written_before_it_is_confirmed(
    card: PackageCard, project: Project, tmp_path: Path
) -> None:
    fill(project.lead)
    places = [add_workplace(project.lead, f"STED{number:02}") for number in range(14)]
    write_package(project.lead)
    for one in places:
        project.lead.workplaces.delete(one.id)
    add_workplace(project.lead, "NY", "Ny arbejdsplads")
    edit(project.lead, "ARLA", headcount=95)
    look(card)
    told = card.changes.text()
    assert "14 fjernes (STED00, STED01, " in told
    assert "STED13), 1 ny (NY), 1 ændres (ARLA)" in told
    assert "ARLA: ansatte 90 → 95" in told
    assert card.keep.hasFocus()
    assert written(tmp_path) is None

    Typist().press("Esc")
    assert card.save.hasFocus()
    assert not card.changes.isVisible()
    assert written(tmp_path) is None

    look(card)
    card.confirm.setFocus()
    Typist().press("Space")
    package = written(tmp_path)
    assert package is not None
    assert {one.code for one in package.workplaces} == {"VESTAS-LEM", "ARLA", "NY"}
    assert not card.is_asking


def test_the_first_one_and_the_same_one_again_are_saved_at_once(
    card: PackageCard, project: Project, tmp_path: Path, notices: RecordingNotices
) -> None:
    fill(project.lead)
    look(card)
    first = written(tmp_path)
    assert first is not None
    look(card)
    assert written(tmp_path) == first
    assert len(notices.told) == 2


def test_what_was_changed_since_it_was_looked_at_is_shown_anew(
    card: PackageCard, project: Project, tmp_path: Path
) -> None:
    fill(project.lead)
    write_package(project.lead)
    edit(project.lead, "ARLA", headcount=95)
    look(card)
    project.lead.workplaces.delete(place(project.lead, "ARLA").id)
    card.confirm.click()
    assert written(tmp_path) is None
    assert "1 fjernes (ARLA)" in card.changes.text()
    card.confirm.click()
    assert written(tmp_path) is not None


def test_a_package_that_would_take_everything_away_is_asked_about(
    card: PackageCard, project: Project, tmp_path: Path
) -> None:
    places = [add_workplace(project.lead, code) for code in ("ARLA", "LEGO")]
    write_package(project.lead)
    for one in places:
        project.lead.workplaces.delete(one.id)
    look(card)
    assert "arbejdspladser (2)" in card.doubt.label.text()
    assert "2 fjernes (ARLA, LEGO)" in card.changes.text()
    assert card.confirm.text() == "Gem den alligevel"
    assert written(tmp_path) is None
    card.confirm.setFocus()
    Typist().press("Space")
    package = written(tmp_path)
    assert package is not None
    assert package.workplaces == ()
    assert card.doubt.isHidden()


def test_a_rule_of_a_workplace_that_is_gone_is_still_told_by_its_code(
    card: PackageCard, project: Project
) -> None:
    lead = project.lead
    fill(lead)
    write_package(lead)
    lem = place(lead, "VESTAS-LEM")
    for one in lead.presence_rules.all():
        lead.presence_rules.take_series(one.series_id, (), lead.clock().date())
    for days in lead.closing_days.all():
        lead.closing_days.delete(days.id)
    for offer in lead.offers.all():
        if offer.workplace_id == lem.id:
            lead.offers.delete(offer.id)
    lead.workplaces.delete(lem.id)
    look(card)
    assert "Fremmøderegler: 1 fjernes (VESTAS-LEM 09:00)" in card.changes.text()
    assert Packages(lead).taken() is not None
