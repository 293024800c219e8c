"""Follow-ups and consent as they are used: the page, its form, what is past, and every other place."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.models.store import Store
from app.models.types import RecordId
from app.paths import Paths
from app.ui.pages.followups.page import FollowUpsPage
from app.ui.pages.person.page import PersonPage
from app.ui.pages.plan.page import PlanPage
from app.ui.pages.plan.target import ShowVisit
from app.ui.pages.register.page import RegisterPage
from app.ui.pages.targets import ShowPerson
from app.ui.pages.workplaces.page import WorkplacesPage
from app.ui.workspace import Workspace
from tests.screens import audits
from tests.screens.conftest import Show
from tests.screens.test_english import danish, said_by

__all__ = ["danish"]

About = dict[str, RecordId]


@pytest.fixture(scope="session")
def about(lived_in: tuple[Store, Paths]) -> About:
    """A visit and a workplace with promises, and a person with one that was kept."""
    store, _ = lived_in
    everything = (*store.followups.open(), *store.followups.kept(200))
    at_visit = next(each for each in everything if each.visit_id is not None)
    kept = next(each for each in everything if each.done_on is not None and each.person_id)
    assert at_visit.visit_id is not None
    assert at_visit.workplace_id is not None
    assert kept.person_id is not None
    return {
        "visit": at_visit.visit_id,
        "workplace": at_visit.workplace_id,
        "person": kept.person_id,
    }


def page_of(workspace: Workspace) -> QWidget:
    page = workspace.current_page()
    assert page is not None
    return page


def read(workspace: Workspace, about: About) -> None:
    workspace.go("followups")


def new(workspace: Workspace, about: About) -> None:
    read(workspace, about)
    page = page_of(workspace)
    assert isinstance(page, FollowUpsPage)
    page.begin_new()


def past(workspace: Workspace, about: About) -> None:
    read(workspace, about)
    page = page_of(workspace)
    assert isinstance(page, FollowUpsPage)
    page.kept.fold_button.click()


def person(workspace: Workspace, about: About) -> None:
    workspace.go("person", ShowPerson(about["person"]))
    page = page_of(workspace)
    assert isinstance(page, PersonPage)
    page.promises.begin()


def workplace(workspace: Workspace, about: About) -> None:
    workspace.go("workplaces", about["workplace"])
    page = page_of(workspace)
    assert isinstance(page, WorkplacesPage)
    page.form.go_to(page.form.promises.new_button)


def visit(workspace: Workspace, about: About) -> None:
    workspace.go("plan", ShowVisit(about["visit"]))


def visit_form(workspace: Workspace, about: About) -> None:
    visit(workspace, about)
    page = page_of(workspace)
    assert isinstance(page, PlanPage)
    assert page.side.details is not None
    page.side.details.buttons["promise"].click()


def register(workspace: Workspace, about: About) -> None:
    workspace.go("register")
    page = page_of(workspace)
    assert isinstance(page, RegisterPage)
    page.parts.identity.person.line.setText("Gunhild Nybo")
    page.parts.identity.person.line.textEdited.emit("Gunhild Nybo")


def drafts(workspace: Workspace, about: About) -> None:
    for _ in range(3):
        register(workspace, about)
        workspace.go("today")
    workspace.go("register")


STATES: dict[str, Callable[[Workspace, About], None]] = {
    "read": read,
    "new": new,
    "past": past,
    "person": person,
    "workplace": workplace,
    "visit": visit,
    "visit-form": visit_form,
    "register": register,
    "drafts": drafts,
}


def shown(show: Show, about: About, state: str, **look: object) -> Workspace:
    workspace = show("today", **look)
    STATES[state](workspace, about)
    for _ in range(4):
        QApplication.processEvents()
    return workspace


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(
    ("look", "language", "percent"),
    [("light", "da", 100), ("dark", "en", 100), ("light", "da", 200), ("dark", "en", 200)],
)
def test_nothing_is_clipped_nameless_or_too_small(
    show: Show,
    screens_folder: Path,
    about: About,
    state: str,
    look: str,
    language: str,
    percent: int,
) -> None:
    workspace = shown(show, about, state, look=look, language=language, percent=percent)
    name = f"promises-{state}-{look}-{percent}-{language}.png"
    assert workspace.window().grab().save(str(screens_folder / name))
    assert audits.complaints(workspace) == []
    assert audits.sideways(workspace) == []


@pytest.mark.parametrize("state", [state for state in STATES if state != "register"])
def test_the_focus_goes_as_the_eye_does(show: Show, qtbot: QtBot, about: About, state: str) -> None:
    workspace = shown(show, about, state)
    with qtbot.waitActive(workspace.window()):
        workspace.window().activateWindow()
    workspace.rail.item(workspace.rail.current()).setFocus()
    assert audits.out_of_order(audits.tab_stops(workspace)) == []


@pytest.mark.parametrize("state", ["new", "past", "person", "visit", "register"])
def test_no_word_is_left_in_danish(show: Show, danish: set[str], about: About, state: str) -> None:
    workspace = shown(show, about, state, language="en")
    left = {text for widget in page_of(workspace).findChildren(QWidget) for text in said_by(widget)}
    assert sorted(left & danish) == []
