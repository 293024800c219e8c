"""Retention and look-ups as they are read, and the question before something is erased."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.models.access import Access, Way
from app.models.store import Store
from app.paths import Paths
from app.ui.pages.settings.page import SettingsPage
from app.ui.pages.settings.retention_section import RetentionSection
from app.ui.workspace import Workspace
from tests.screens import audits
from tests.screens.conftest import Show
from tests.screens.test_english import danish, said_by

__all__ = ["danish"]


def ask(page: SettingsPage) -> None:
    """Choose everything and ask."""
    section = page.section()
    assert isinstance(section, RetentionSection)
    section.due.all_button.click()
    section.due.erase_button.click()


STATES: dict[str, tuple[str, Callable[[SettingsPage], None]]] = {
    "retention": ("retention", lambda page: None),
    "retention-question": ("retention", ask),
    "access": ("access", lambda page: None),
}


@pytest.fixture(scope="module", autouse=True)
def looked_up(lived_in: tuple[Store, Paths]) -> None:
    """Some people have been looked up."""
    store, _ = lived_in
    people = [person.id for person in store.people.all()[-8:]]
    store.access.note(Access.LOOKED_UP, people, Way.PAGE)
    store.access.note(Access.EXPORTED, people[:2], Way.PDF)


def shown(show: Show, state: str, **look: object) -> Workspace:
    name, act = STATES[state]
    workspace = show("today", **look)
    workspace.go("settings", name)
    page = workspace.current_page()
    assert isinstance(page, SettingsPage)
    act(page)
    for _ in range(4):
        QApplication.processEvents()
    return workspace


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(
    ("look", "language", "percent"),
    [
        ("light", "da", 100),
        ("dark", "en", 100),
        ("light", "da", 200),
    ],
)
def test_nothing_is_clipped_nameless_or_too_small(
    show: Show, screens_folder: Path, state: str, look: str, language: str, percent: int
) -> None:
    workspace = shown(show, state, look=look, language=language, percent=percent)
    name = f"{state}-{look}-{percent}-{language}.png"
    assert workspace.window().grab().save(str(screens_folder / name))
    assert audits.complaints(workspace) == []
    assert audits.sideways(workspace) == []


@pytest.mark.parametrize("state", STATES)
def test_the_focus_goes_as_the_eye_does(show: Show, qtbot: QtBot, state: str) -> None:
    workspace = shown(show, state)
    with qtbot.waitActive(workspace.window()):
        workspace.window().activateWindow()
    workspace.rail.item(workspace.rail.current()).setFocus()
    assert audits.out_of_order(audits.tab_stops(workspace)) == []


@pytest.mark.parametrize("state", STATES)
def test_no_word_is_left_in_danish(show: Show, danish: set[str], state: str) -> None:
    workspace = shown(show, state, language="en")
    page = workspace.current_page()
    assert page is not None
    left = {text for widget in page.findChildren(QWidget) for text in said_by(widget)}
    assert "Retention" in left or "Look-ups" in left
    assert sorted(left & danish - {"Dansk"}) == [], "the name of the language is in the language"
