"""A new project package is told quietly in I dag, and not at all when none waits."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import structs
from pytestqt.qtbot import QtBot

from app.export.letters.package_letter import SharedPackage, write_package
from app.models.store import Store
from app.ui.pages.sharing.page import SharingPage
from app.ui.pages.sharing.target import LookAtPackage
from app.ui.pages.today.page import TodayPage
from app.ui.services import Services
from tests.keyboard import Typist
from tests.packages import hand_over
from tests.records import add_workplace
from tests.shares import exchange
from tests.sharing import Project, a_project
from tests.ui.conftest import shown
from tests.ui.sharing.conftest import Surround, around

__all__ = ["around"]


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with a_project(tmp_path / "project") as made:
        made.share(made.ann)
        hand_over(made.lead, made.ann)
        yield made


def send_package(project: Project, *to: Store) -> None:
    """Let the lead decide something, and the place bring it."""
    add_workplace(project.lead, "LEM", "Vestas i Lem")
    write_package(project.lead)
    for store in (project.lead, *to):
        exchange(store, package=SharedPackage())


def test_the_line_names_the_lead_leads_to_the_changes_and_goes_when_they_are_taken(
    qtbot: QtBot, around: Surround, project: Project, visited: list[tuple[str, object]]
) -> None:
    services = around(project.ann)
    page = shown(qtbot, TodayPage(services))
    qtbot.waitUntil(lambda: page.has_plan)
    assert page.package.isHidden()
    send_package(project, project.ann)
    qtbot.waitUntil(page.package.isVisible)
    said = "Ny projektpakke fra Pia Lund. Se, hvad der ændres"
    assert page.package.link.text() == said
    page.package.link.setFocus()
    Typist().press("Space")
    assert visited == [("sharing", LookAtPackage())]

    sharing = shown(qtbot, SharingPage(structs.replace(services)))
    sharing.open(LookAtPackage())
    assert "Arbejdspladser: 1 ny (LEM)" in sharing.project.changes.text()
    sharing.project.take.setFocus()
    Typist().press("Space")
    assert project.ann.workplaces.by_code("LEM") is not None
    sharing.close()
    page.activateWindow()
    qtbot.waitUntil(page.package.isHidden)


def test_who_belongs_to_no_project_sees_nothing(qtbot: QtBot, services: Services) -> None:
    page = shown(qtbot, TodayPage(services))
    qtbot.waitUntil(lambda: page.has_plan)
    assert page.package.isHidden()
