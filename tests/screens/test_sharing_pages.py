"""The pages of many laptops as they are in use: at a counsellor, and in a lead's window."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.export.letters.former_project import FormerProject
from app.export.letters.package_letter import write_package
from app.export.letters.publishing import note_roster_published
from app.models.opening import open_store
from app.models.recovery_code import generate
from app.models.team.outbox import Outbox
from app.models.team.rosters import Rosters
from app.paths import Paths
from app.ui.pages.collected.page import CollectedPage
from app.ui.pages.plan.page import PlanPage
from app.ui.pages.sharing.page import SharingPage
from app.ui.workspace import Workspace
from tests.records import add_workplace
from tests.screens import audits
from tests.screens.conftest import Show
from tests.screens.reading import (
    LOOKS,
    danish_left,
    focus_must_go_as_the_eye_does,
    must_be_readable,
    settled,
)
from tests.screens.test_english import danish
from tests.sharing import OCTOBER, SEPTEMBER, Project, a_project, card_of
from tests.stores import NOW, PASSPHRASE, new_store

__all__ = ["danish"]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """Anne's September was taken and her October refused; Carl has sent September only."""
    folder = tmp_path_factory.mktemp("project")
    with a_project(folder) as made:
        made.share(made.ann, made.bo)
        note_roster_published(made.lead)
        made.post(made.ann, SEPTEMBER, OCTOBER)
        made.post(made.bo, SEPTEMBER)
        made.take(*made.carry(made.ann, folder / "a"), *made.carry(made.bo, folder / "b"))
        outbox = Outbox(made.ann)
        letters = {one.month: one for one in outbox.all()}
        outbox.settle(letters["2026-09"].hash, "")
        outbox.settle(letters["2026-10"].hash, "forked")
        yield made


def sharing(workspace: Workspace) -> SharingPage:
    page = workspace.current_page()
    assert isinstance(page, SharingPage)
    return page


def collected(workspace: Workspace) -> CollectedPage:
    page = workspace.current_page()
    assert isinstance(page, CollectedPage)
    return page


def months_of_a_counsellor(show: Show, project: Project, **look: object) -> Workspace:
    return show("sharing", other=project.ann, **look)


def waiting_months(show: Show, project: Project, **look: object) -> Workspace:
    workspace = show("sharing", other=project.bo, **look)
    sharing(workspace).place.fields.kind.button("webdav").click()
    return workspace


def grid_of_a_lead(show: Show, project: Project, **look: object) -> Workspace:
    workspace = show("collected", other=project.lead, **look)
    page = collected(workspace)
    page.months.grid.setCurrentIndex(page.months.grid.grid.index(1, 2))
    return workspace


def receipt_of_a_lead(show: Show, project: Project, **look: object) -> Workspace:
    workspace = show("collected", other=project.lead, **look)
    collected(workspace).take([project.folder.parent / "a"])
    return workspace


def members_of_a_lead(show: Show, project: Project, **look: object) -> Workspace:
    workspace = show("collected", other=project.lead, **look)
    page = collected(workspace)
    page.parts.button("members").click()
    page.members.rows[card_of(project.ann).device].revoke.click()
    page.accept.offer(card_of(project.bo))
    return workspace


def project_of_a_lead(show: Show, project: Project, **look: object) -> Workspace:
    workspace = show("collected", other=project.lead, **look)
    page = collected(workspace)
    page.parts.button("project").click()
    page.recovery.code.setText(project.code)
    page.recovery.check.click()
    return workspace


def package_that_withdraws_all(show: Show, project: Project, **look: object) -> Workspace:
    places = [add_workplace(project.lead, code) for code in ("ARLA", "LEGO")]
    write_package(project.lead, anyway=True)
    for place in places:
        project.lead.workplaces.delete(place.id)
    workspace = show("collected", other=project.lead, **look)
    page = collected(workspace)
    page.parts.button("project").click()
    page.project.save.click()
    return workspace


def taking_over(show: Show, project: Project, **look: object) -> Workspace:
    """Somebody who has registered nothing yet has found the project and typed the wrong code."""
    folder = project.folder.parent / "new"
    new = (
        new_store(folder)
        if not folder.exists()
        else open_store(Paths(folder / "data"), PASSPHRASE)[0]
    )
    workspace = show("sharing", other=new, **look)
    workspace.destroyed.connect(lambda _: new.close())
    card = sharing(workspace).lead
    card.begin.click()
    card.part.place.kind.button("webdav").click()
    card.part.show_found(FormerProject(roster=Rosters(project.lead).require()))
    card.part.code.line.setText(generate())
    card.take.click()
    return workspace


State = Callable[..., Workspace]
STATES: list[State] = [
    months_of_a_counsellor,
    waiting_months,
    grid_of_a_lead,
    receipt_of_a_lead,
    members_of_a_lead,
    project_of_a_lead,
    package_that_withdraws_all,
    taking_over,
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
    workspace.sharing.read()
    name = f"sharing-{state.__name__}-{look}-{percent}-{language}.png"
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
    workspace.sharing.read()
    assert danish_left(workspace, danish) == []


def test_a_leads_window_offers_only_what_makes_sense_there(show: Show, project: Project) -> None:
    workspace = show("today", other=project.lead)
    assert workspace.current_name() == "collected"
    assert workspace.rail.current() == "collected"
    assert not workspace.header.primary.isVisible()
    names = set(workspace.actions_by_name)
    assert {"go_collected", "go_reports", "outside", "evaluator", "exchange"} <= names
    assert not {"go_today", "go_inquiries", "new_inquiry", "new_visit", "referrals"} & names
    for page in ("reports", "outside", "evaluator", "workplaces", "plan", "cards"):
        workspace.go(page)
        assert workspace.current_name() == page
        assert workspace.rail.current() == page
    workspace.go("import")
    assert workspace.rail.current() == "workplaces"
    plan = workspace.stack.findChild(PlanPage)
    assert isinstance(plan, PlanPage)
    assert plan.controls.new_visit.isHidden()
    for page in ("register", "inquiries", "followups", "person"):
        workspace.go(page)
        assert workspace.current_name() == "collected"
    workspace.overlays.show_keys()
    assert workspace.overlays.keys_sheet.isVisible()


@pytest.mark.parametrize(
    ("who", "text", "state", "page"),
    [
        ("ann", "1 måned afvist af projektlederen", "danger", "sharing"),
        ("bo", "2 måneder venter på at blive sendt", "warn", "sharing"),
        ("lead", "oktober: 1 af 2 mangler", "warn", "collected"),
    ],
)
def test_the_status_bar_counts_and_leads_to_the_cause(
    show: Show, project: Project, who: str, text: str, state: str, page: str
) -> None:
    workspace = show("reports", other=getattr(project, who))
    workspace.sharing.read()
    part = workspace.status.part("sharing")
    assert (part.text(), part.property("state")) == (text, state)
    assert part.toolTip() != text
    waiting = 2 if who == "bo" else 1
    assert workspace.rail.item(page).accessibleName().endswith(f", {waiting}")
    part.click()
    assert workspace.current_name() == page


@pytest.mark.parametrize("who", ["ann", "bo", "lead"])
@pytest.mark.parametrize(("look", "language", "percent"), LOOKS)
def test_every_part_of_the_status_bar_is_read_in_whole(
    show: Show,
    screens_folder: Path,
    project: Project,
    who: str,
    look: str,
    language: str,
    percent: int,
) -> None:
    other = getattr(project, who)
    workspace = show("reports", other=other, look=look, language=language, percent=percent)
    workspace.sharing.read()
    workspace.show_backup_time(NOW)
    settled(workspace)
    name = f"status-{who}-{look}-{percent}-{language}.png"
    assert workspace.window().grab().save(str(screens_folder / name))
    parts = [one for one in workspace.status.findChildren(QPushButton) if one.isVisible()]
    assert len(parts) == 4
    assert [one.text() for one in parts if one.width() < one.sizeHint().width()] == []
    assert audits.complaints(workspace) == []
    assert len({one.y() for one in parts}) == (1 if percent == 100 else 2)


@pytest.mark.parametrize("page", ["reports", "outside", "evaluator", "workplaces", "plan"])
@pytest.mark.parametrize(
    ("look", "language", "percent"), [("light", "da", 100), ("dark", "en", 200)]
)
def test_the_other_pages_of_a_lead_can_be_read(
    show: Show,
    screens_folder: Path,
    project: Project,
    page: str,
    look: str,
    language: str,
    percent: int,
) -> None:
    workspace = settled(
        show(page, other=project.lead, look=look, language=language, percent=percent)
    )
    name = f"lead-{page}-{look}-{percent}-{language}.png"
    must_be_readable(workspace, screens_folder / name)
