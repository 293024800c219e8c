"""A project lead sees what may leave the house, releases it, and finds it in the list."""

import json
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.export.disclosure.check_release import check
from app.export.outside.profiles import Profile
from app.export.outside.scopes import PROJECT
from app.models.month_closing import close_month
from app.models.periods import Period
from app.models.store import Store
from app.models.types import TermKind
from app.ui.pages.outside.page import OutsidePage
from app.ui.pages.outside.target import Wanted
from app.ui.pages.reports.page import ReportsPage
from app.ui.services import Services
from tests.records import add_contact, add_person, add_workplace

OCTOBER = Period.month(date(2026, 10, 1))


@pytest.fixture
def autumn(store: Store, tmp_path: Path) -> None:
    """Fourteen persons with three kinds of reasons in October, which is closed."""
    for number in range(14):
        person = add_person(store, f"Person {number}")
        reason = ("P01", "S01", "F05")[number % 3]
        add_contact(store, person, date(2026, 10, 6 + number), reasons=(reason,))
    close_month(store, OCTOBER, anyway=True)
    store.settings.set("export_folder", str(tmp_path / "out"))


@pytest.fixture
def page(qtbot: QtBot, services: Services, autumn: None) -> OutsidePage:
    page = OutsidePage(services)
    qtbot.addWidget(page)
    page.resize(1158, 660)
    with qtbot.waitExposed(page):
        page.show()
    page.open(Wanted(Profile.STEERING, OCTOBER))
    return page


def test_the_page_shows_the_protected_tables_and_releases_nothing(
    page: OutsidePage, store: Store
) -> None:
    assert page.card.banner.text().startswith("Beskyttet: ")
    assert {"activity", "kinds", "groups", "reasons"} <= set(page.tables.cards)
    assert "mindst 1" in page.tables.cards["groups"].universe.text()
    assert page.releases.told.text() == "Der er ikke udgivet noget endnu."
    assert store.releases.heads() == ()


def test_the_screen_tells_four_kinds_of_nothing_apart(
    qtbot: QtBot, services: Services, store: Store
) -> None:
    """Nobody visited; P02 is a true zero; S01 is withheld; P06 could not be chosen any more."""
    place = add_workplace(store, "STOR", "Stor", headcount=300)
    people = [add_person(store, f"Person {number}") for number in range(14)]
    for person in people[:9]:
        add_contact(store, person, date(2026, 9, 8), reasons=("P01", "P06"))
    close_month(store, Period.month(date(2026, 9, 1)), anyway=True)
    store.taxonomy.retire(TermKind.REASON, "P06", date(2026, 10, 1))
    for at, person in enumerate(people):
        reason = "S01" if at < 2 else ("S02", "P01")[at % 2]
        add_contact(store, person, date(2026, 10, 6), reasons=(reason,))
    close_month(store, OCTOBER, anyway=True)
    page = OutsidePage(services)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.open(Wanted(Profile.STEERING, OCTOBER))

    def shown(table: str, name: str) -> list[str]:
        model = page.tables.cards[table].model
        lines = [
            [str(model.index(row, column).data()) for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]
        return next(line[1:] for line in lines if line[0] == name)

    reasons = page.tables.cards["reasons"].universe.text()
    assert shown("reasons", "Skulder")[0] == "0"
    assert "0: talt, og der var ingen" in reasons
    assert shown("reasons", "Stress")[0] == "··"
    assert "·· skjult, for at ingen kan kendes; mindst 1" in reasons
    assert shown("reasons", "Nakke")[0] == "i.s."
    assert "i.s. ikke spurgt i perioden" in reasons
    assert shown("activity", place.name)[-1] == "i.f."
    assert "i.f. ingen fremmøder i perioden" in page.tables.cards["activity"].universe.text()


def test_release_asks_first_and_writes_all_files(
    page: OutsidePage, store: Store, tmp_path: Path, qtbot: QtBot
) -> None:
    qtbot.mouseClick(page.card.release, Qt.MouseButton.LeftButton)
    assert page.card.question.isVisible()
    assert page.card.back.hasFocus()
    assert store.releases.heads() == ()
    qtbot.mouseClick(page.card.confirm, Qt.MouseButton.LeftButton)
    (head,) = store.releases.heads()
    assert (head.id, head.scope) == ("2026-10-steering", PROJECT.key)
    out = tmp_path / "out"
    names = {path.name for path in out.iterdir()}
    assert names == {
        *(f"vejviser-2026-10-steering{end}" for end in (".pdf", ".xlsx", ".json")),
        *(f"vejviser-2026-10-steering{end}" for end in ("-tal.csv", "-excel.csv")),
        "check_release.py",
    }
    check(json.loads((out / "vejviser-2026-10-steering.json").read_bytes()))
    page.reload()
    assert "2026-10-steering" in page.releases.told.text()
    assert page.card.release.text() == "Gem filerne igen"


def test_an_open_month_says_what_to_do(page: OutsidePage) -> None:
    page.open(Wanted(Profile.PUBLIC, Period.month(date(2026, 9, 1))))
    assert "er ikke lukket" in page.card.problem.label.text()
    assert not page.card.release.isVisible()
    assert page.tables.cards == {}


def test_internal_leads_back_to_the_figures(
    page: OutsidePage, visited: list[tuple[str, object]], qtbot: QtBot
) -> None:
    qtbot.mouseClick(page.profile.button("internal"), Qt.MouseButton.LeftButton)
    assert visited[-1] == ("reports", OCTOBER)


def test_the_figures_lead_to_the_report_for_others(
    qtbot: QtBot, services: Services, visited: list[tuple[str, object]], autumn: None
) -> None:
    reports = ReportsPage(services)
    qtbot.addWidget(reports)
    reports.open(OCTOBER)
    reports.controls.profile.changed.emit("public")
    assert visited[-1] == ("outside", Wanted(Profile.PUBLIC, OCTOBER))
    assert reports.controls.profile.value() == "internal"
