"""The page of a person as it is used: filled, in correction, and asked whether to erase."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.models.store import Store
from app.models.types import RecordId
from app.paths import Paths
from app.ui.pages.person.page import PersonPage
from app.ui.pages.targets import ShowPerson
from app.ui.workspace import Workspace
from tests.screens import audits
from tests.screens.conftest import Show
from tests.screens.test_english import danish, said_by

__all__ = ["danish"]

STATES: dict[str, Callable[[PersonPage], None]] = {
    "read": lambda page: None,
    "edit": lambda page: page.edit(),
    "erase": lambda page: page.rights.erase_button.click(),
}


@pytest.fixture(scope="session")
def often_here(lived_in: tuple[Store, Paths]) -> RecordId:
    """The person with the most contacts."""
    store, _ = lived_in
    return max(store.people.all(), key=lambda one: len(store.inquiries.of_person(one.id))).id


def shown(show: Show, person_id: RecordId, state: str, **look: object) -> Workspace:
    workspace = show("today", **look)
    workspace.go("person", ShowPerson(person_id))
    page = workspace.current_page()
    assert isinstance(page, PersonPage)
    STATES[state](page)
    for _ in range(4):
        QApplication.processEvents()
    return workspace


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(
    ("look", "language", "percent"),
    [
        ("light", "da", 100),
        ("dark", "da", 100),
        ("light", "en", 100),
        ("light", "da", 200),
        ("dark", "en", 200),
    ],
)
def test_nothing_is_clipped_nameless_or_too_small(
    show: Show,
    screens_folder: Path,
    often_here: RecordId,
    state: str,
    look: str,
    language: str,
    percent: int,
) -> None:
    workspace = shown(show, often_here, state, look=look, language=language, percent=percent)
    name = f"person-{state}-{look}-{percent}-{language}.png"
    assert workspace.window().grab().save(str(screens_folder / name))
    assert audits.complaints(workspace) == []
    assert audits.sideways(workspace) == []


@pytest.mark.parametrize("state", STATES)
def test_the_focus_goes_as_the_eye_does(
    show: Show, qtbot: QtBot, often_here: RecordId, state: str
) -> None:
    workspace = shown(show, often_here, state)
    with qtbot.waitActive(workspace.window()):
        workspace.window().activateWindow()
    workspace.rail.item(workspace.rail.current()).setFocus()
    assert audits.out_of_order(audits.tab_stops(workspace)) == []


@pytest.mark.parametrize("state", STATES)
def test_no_word_is_left_in_danish(
    show: Show, danish: set[str], often_here: RecordId, state: str
) -> None:
    workspace = shown(show, often_here, state, language="en")
    page = workspace.current_page()
    assert page is not None
    left = {text for widget in page.findChildren(QWidget) for text in said_by(widget)}
    assert "Edit" in left
    assert sorted(left & danish) == []
