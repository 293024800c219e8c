"""Code word, link and comparison as they are used: light and dark, Danish and English, 200 %."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.models.duplicates import all_duplicates
from app.models.store import Store
from app.models.types import Identity
from app.paths import Paths
from app.ui.pages.inquiries.target import ShowInquiry
from app.ui.pages.targets import ComparePeople, ShowPerson
from app.ui.workspace import Workspace
from tests.screens import audits
from tests.screens.conftest import Show
from tests.screens.test_english import danish, said_by

__all__ = ["danish"]


def compare(workspace: Workspace, store: Store) -> None:
    pair = all_duplicates(store)[0]
    workspace.go("duplicates", ComparePeople(pair.one.id, pair.other.id))


def twice(workspace: Workspace, store: Store) -> None:
    workspace.go("person", ShowPerson(all_duplicates(store)[0].one.id))


def link(workspace: Workspace, store: Store) -> None:
    alias = store.aliases.all()[0]
    contacts = map(store.inquiries.get, store.aliases.contacts(alias.id))
    anonymous = next(one for one in contacts if one.identity is Identity.ANONYMOUS)
    workspace.go("inquiries", ShowInquiry(anonymous.id))
    page = workspace.current_page()
    page.details.linking.button.click()  # type: ignore[union-attr]


def code_word(workspace: Workspace, store: Store) -> None:
    type_word(workspace, store.aliases.all()[0].word)


def linked_word(workspace: Workspace, store: Store) -> None:
    """A code word of which some contacts were linked to a person: the question with two answers."""
    known = (store.aliases.search(alias.word)[0] for alias in store.aliases.all())
    type_word(workspace, next(one.word for one in known if one.person_id is not None))


def type_word(workspace: Workspace, word: str) -> None:
    workspace.go("register", None)
    anonymous = workspace.current_page().parts.identity.anonymous  # type: ignore[union-attr]
    anonymous.word.line.setFocus()
    anonymous.word.line.textEdited.emit(word)
    anonymous.word.set_text(word)
    anonymous.recognised.emit()


STATES: dict[str, Callable[[Workspace, Store], None]] = {
    "compare": compare,
    "twice": twice,
    "link": link,
    "code-word": code_word,
    "linked-word": linked_word,
}


def shown(show: Show, store: Store, state: str, **look: object) -> Workspace:
    workspace = show("today", **look)
    STATES[state](workspace, store)
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
    lived_in: tuple[Store, Paths],
    screens_folder: Path,
    state: str,
    look: str,
    language: str,
    percent: int,
) -> None:
    workspace = shown(show, lived_in[0], state, look=look, language=language, percent=percent)
    name = f"identity-{state}-{look}-{percent}-{language}.png"
    assert workspace.window().grab().save(str(screens_folder / name))
    assert audits.complaints(workspace) == []
    assert audits.sideways(workspace) == []


@pytest.mark.parametrize("state", STATES)
def test_the_focus_goes_as_the_eye_does(
    show: Show, qtbot: QtBot, lived_in: tuple[Store, Paths], state: str
) -> None:
    workspace = shown(show, lived_in[0], state)
    with qtbot.waitActive(workspace.window()):
        workspace.window().activateWindow()
    workspace.rail.item(workspace.rail.current()).setFocus()
    assert audits.out_of_order(audits.tab_stops(workspace)) == []


@pytest.mark.parametrize("state", STATES)
def test_no_word_is_left_in_danish(
    show: Show, danish: set[str], lived_in: tuple[Store, Paths], state: str
) -> None:
    workspace = shown(show, lived_in[0], state, language="en")
    page = workspace.current_page()
    assert page is not None
    left = {text for widget in page.findChildren(QWidget) for text in said_by(widget)}
    assert sorted(left & danish) == []
