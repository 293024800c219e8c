"""Reports for others as they are read: what would go out, the question, and a month that is open."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.export.disclosure import Bounds, Leak, Refusal
from app.export.outside.cell_words import cell_words
from app.export.outside.profiles import Profile
from app.models.month_closing import close_month
from app.models.periods import Period
from app.models.store import Store
from app.paths import Paths
from app.ui.pages.outside.page import OutsidePage
from app.ui.pages.outside.target import Wanted
from app.ui.pages.scrolled import bring_into_view
from app.ui.workspace import Workspace
from tests.screens import audits
from tests.screens.conftest import Show
from tests.screens.test_english import danish, said_by

__all__ = ["danish"]
SEPTEMBER, OCTOBER = (Period.month(date(2026, month, 1)) for month in (9, 10))


@pytest.fixture(scope="module", autouse=True)
def closed(lived_in: tuple[Store, Paths]) -> Iterator[None]:
    """September is closed, and open again afterwards."""
    store, _ = lived_in
    with store.atomic() as change_set:
        close_month(store, SEPTEMBER, anyway=True)
    yield
    store.undo(change_set)


def see(widget: QWidget) -> None:
    """Scroll to a widget, once the page has learnt its height."""
    QApplication.processEvents()
    bring_into_view(widget)


def see_chart(page: OutsidePage) -> None:
    see(page.tables.cards["kinds"])


def search(page: OutsidePage) -> None:
    """Show how far the plans of the months before are, without waiting for the moment after which it is."""
    watch = page.card.start("Styregruppe · september 2026")
    watch(4, 9)
    page.card.progress.look()
    see(page.card)


def refuse(page: OutsidePage) -> None:
    """Show a refusal of which three figures are the reason."""
    names = ("roles|union_rep", "roles|manager", "sick_leave|partial")
    leaks = [Leak(f"project|2026-09|{name}", Bounds(1, 2), ("2026-08-plan",)) for name in names]
    assert page.shown is not None
    frozen = page.shown.report.protected.request.frozen
    page.tables.show_tables(None)
    page.card.start("Styregruppe · september 2026")
    page.card.show_problem(Refusal(leaks, (), lambda name: cell_words(name, frozen)))
    see(page.card)


STATES: dict[str, tuple[Wanted, Callable[[OutsidePage], None]]] = {
    "outside-steering": (Wanted(Profile.STEERING, SEPTEMBER), lambda page: None),
    "outside-public": (Wanted(Profile.PUBLIC, SEPTEMBER), lambda page: None),
    "outside-question": (Wanted(Profile.STEERING, SEPTEMBER), lambda page: page.card.ask(True)),
    "outside-open": (Wanted(Profile.STEERING, OCTOBER), lambda page: None),
    "outside-chart": (Wanted(Profile.PUBLIC, SEPTEMBER), see_chart),
    "outside-place": (Wanted(Profile.STEERING, SEPTEMBER, ("ARLA-DP",)), lambda page: None),
    "outside-searching": (Wanted(Profile.STEERING, SEPTEMBER), search),
    "outside-refused": (Wanted(Profile.STEERING, SEPTEMBER), refuse),
}


def shown(show: Show, state: str, **look: object) -> Workspace:
    wanted, act = STATES[state]
    workspace = show("outside", **look)
    workspace.go("outside", wanted)
    page = workspace.current_page()
    assert isinstance(page, OutsidePage)
    act(page)
    for _ in range(4):
        QApplication.processEvents()
    return workspace


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(
    ("look", "language", "percent"),
    [("light", "da", 100), ("dark", "en", 100), ("light", "da", 200), ("dark", "en", 200)],
)
def test_nothing_is_clipped_nameless_or_too_small(
    show: Show, screens_folder: Path, state: str, look: str, language: str, percent: int
) -> None:
    workspace = shown(show, state, look=look, language=language, percent=percent)
    name = f"{state}-{look}-{percent}-{language}.png"
    assert workspace.window().grab().save(str(screens_folder / name))
    assert audits.complaints(workspace) == []


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
    assert isinstance(page, OutsidePage)
    left = {text for widget in page.findChildren(QWidget) for text in said_by(widget)}
    assert any("Reports for others" in text for text in left)
    assert sorted(left & danish) == []
