"""What a lead's window shows in use: what came in, a figure that is asked for, a changed code list."""

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.models.month_closing import close_month
from app.models.periods import Period
from app.models.store import Store
from app.models.taxonomy_editing import encode_taxonomy
from app.models.team.project import create_project
from app.models.team.receptions import Receptions
from app.ui.pages.collected.page import CollectedPage
from app.ui.pages.reports.page import ReportsPage
from app.ui.pages.reports.place import Place
from app.ui.pages.settings.page import SettingsPage
from app.ui.pages.settings.taxonomy_section import TaxonomySection
from app.ui.workspace import Workspace
from tests.records import add_contact
from tests.screens.conftest import Show
from tests.screens.reading import (
    LOOKS,
    danish_left,
    focus_must_go_as_the_eye_does,
    must_be_readable,
    settled,
)
from tests.screens.test_english import danish
from tests.sharing import OCTOBER, SEPTEMBER, Project, a_project
from tests.stores import new_store, standing_clock

__all__ = ["danish"]

YEAR = tuple(Period.month(date(2026, month, 1)) for month in range(1, 11))


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """Ten months of Anne's, September of Carl's, and files that were refused while nobody looked."""
    folder = tmp_path_factory.mktemp("project")
    with a_project(folder) as made:
        for month in YEAR[:-2]:
            add_contact(made.ann, None, month.first)
            close_month(made.ann, month, anyway=True)
        made.post(made.ann, *YEAR)
        made.post(made.bo, SEPTEMBER)
        made.take(*made.carry(made.ann, folder / "a"), *made.carry(made.bo, folder / "b"))
        refused = [("4c1f09aa72be3d10.vvb", "damaged"), ("kopi (2).vvb", "wrong_recipient")]
        Receptions(made.lead).note_files(refused)
        yield made


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A lead to whom nobody belongs yet."""
    with closing(new_store(tmp_path_factory.mktemp("alone"), standing_clock())) as store:
        create_project(store)
        yield store


def grid_and_refusals(show: Show, project: Project, **look: object) -> Workspace:
    workspace = show("collected", other=project.lead, **look)
    page = workspace.current_page()
    assert isinstance(page, CollectedPage)
    page.months.grid.setCurrentIndex(page.months.grid.grid.index(1, 9))
    return workspace


def what_came_in(show: Show, project: Project, **look: object) -> Workspace:
    workspace = grid_and_refusals(show, project, **look)
    page = workspace.current_page()
    assert isinstance(page, CollectedPage)
    settled(workspace)
    page.history.table.setFocus()
    area = page._stack.currentWidget()
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())  # type: ignore[attr-defined]
    return workspace


def asked_figure(show: Show, project: Project, **look: object) -> Workspace:
    workspace = show("reports", other=project.lead, **look)
    page = workspace.current_page()
    assert isinstance(page, ReportsPage)
    page.open(SEPTEMBER)
    page.asking.ask(Place("key_figures", "persons_seen", "count", "card"))
    return workspace


def missing_month(show: Show, project: Project, **look: object) -> Workspace:
    workspace = show("reports", other=project.lead, **look)
    page = workspace.current_page()
    assert isinstance(page, ReportsPage)
    page.open(OCTOBER)
    return workspace


def changed_codes(show: Show, project: Project, **look: object) -> Workspace:
    workspace = show("settings", other=project.lead, **look)
    page = workspace.current_page()
    assert isinstance(page, SettingsPage)
    page.open("taxonomy")
    section = page.section()
    assert isinstance(section, TaxonomySection)
    document = json.loads(encode_taxonomy(project.lead))
    for term in document["taxonomy"]["terms"][:3]:
        term["retired_on"] = "2099-01-01"
    path = project.folder.parent / "kodeliste.json"
    path.write_text(json.dumps(document), "utf-8")
    section.change._choose = lambda _parent, _title: path
    section.change.read.click()
    return workspace


State = Callable[..., Workspace]
STATES: list[State] = [
    grid_and_refusals,
    what_came_in,
    asked_figure,
    missing_month,
    changed_codes,
]
states = pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)


@states
@pytest.mark.parametrize(("look", "language", "percent"), LOOKS)
def test_nothing_is_clipped_nameless_or_too_small(
    show: Show,
    screens_folder: Path,
    project: Project,
    state: State,
    look: str,
    language: str,
    percent: int,
) -> None:
    workspace = settled(state(show, project, look=look, language=language, percent=percent))
    name = f"lead-{state.__name__}-{look}-{percent}-{language}.png"
    must_be_readable(workspace, screens_folder / name)


@states
def test_the_focus_goes_as_the_eye_does(
    show: Show, qtbot: QtBot, project: Project, state: State
) -> None:
    focus_must_go_as_the_eye_does(settled(state(show, project)), qtbot)


@states
def test_no_word_is_left_in_danish(
    show: Show, danish: set[str], project: Project, state: State
) -> None:
    workspace = settled(state(show, project, language="en"))
    assert danish_left(workspace, danish) == []


@pytest.mark.parametrize(("look", "language", "percent"), LOOKS)
def test_an_empty_collection_can_be_read(
    show: Show, screens_folder: Path, alone: Store, look: str, language: str, percent: int
) -> None:
    workspace = settled(
        show("collected", other=alone, look=look, language=language, percent=percent)
    )
    name = f"lead-beginning-{look}-{percent}-{language}.png"
    must_be_readable(workspace, screens_folder / name)
