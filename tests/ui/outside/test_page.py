"""A project lead sees what may leave the house, releases it, and finds it in the list."""

import json
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.export.disclosure.check_release import check
from app.export.evaluator.ladder import Cancelled
from app.export.outside.detail import Detail
from app.export.outside.drafts import framing_of
from app.export.outside.profiles import Profile
from app.export.outside.refusing import refused
from app.export.outside.releasing import Asked, protect_request, read_request, write_release
from app.export.outside.scopes import PROJECT, Kind, Scope, place
from app.models.month_closing import close_month, restate_month
from app.models.periods import Period
from app.models.store import Store
from app.models.types import Organisation, TermKind
from app.ui.pages.outside.page import OutsidePage
from app.ui.pages.outside.target import Wanted
from app.ui.pages.reports.page import ReportsPage
from app.ui.services import Services
from app.ui.widgets.choice import Choice
from tests.export.outside.project import Year, month
from tests.records import add_contact, add_person, add_workplace
from tests.ui.outside.conftest import OCTOBER


def options(choice: Choice) -> list[str]:
    return [str(choice.itemData(number)) for number in range(choice.count())]


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
    people = [add_person(store, f"Person {number}") for number in range(30)]
    for at, person in enumerate(people[:18]):
        reasons = ("P01", "P06") if at < 9 else ("S02",)
        add_contact(store, person, date(2026, 9, 8), reasons=reasons)
    close_month(store, Period.month(date(2026, 9, 1)), anyway=True)
    store.taxonomy.retire(TermKind.REASON, "P06", date(2026, 10, 1))
    for at, person in enumerate(people):
        reason = "S01" if at < 2 else "S02" if at < 10 else "P01" if at < 20 else "F05"
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

    legend = page.tables.cards["reasons"].universe.text()
    assert shown("reasons", "Skulder")[0] == "0"
    assert "0: talt, og der var ingen" in legend
    assert shown("reasons", "Stress")[0] == "··"
    assert "·· skjult, for at ingen kan kendes; mindst 1" in legend
    assert shown("reasons", "Nakke")[0] == "i.s."
    assert "i.s. ikke spurgt i perioden" in legend
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
    assert page.releases.lines[0].text().startswith("2026-10-steering")
    assert page.card.release.text() == "Gem filerne igen"
    asking = (page.card.confirm, page.card.back, page.card.question, page.card.doing)
    assert not [each for each in asking if each.isVisible()]
    assert page.card.saved.isVisible()


def test_an_open_month_says_what_to_do(page: OutsidePage) -> None:
    page.open(Wanted(Profile.PUBLIC, Period.month(date(2026, 9, 1))))
    assert "er ikke lukket" in page.card.problem.label.text()
    assert "vejviser close" not in page.card.problem.label.text()
    assert not page.card.release.isVisible()
    assert page.tables.cards == {}


def test_an_open_month_leads_to_where_it_is_closed(
    page: OutsidePage, visited: list[tuple[str, object]], qtbot: QtBot
) -> None:
    september = Period.month(date(2026, 9, 1))
    page.open(Wanted(Profile.PUBLIC, september))
    qtbot.mouseClick(page.card.problem.button, Qt.MouseButton.LeftButton)
    assert visited[-1] == ("reports", september)


def test_one_workplace_and_how_much_are_chosen_with_the_keyboard(
    page: OutsidePage, store: Store, qtbot: QtBot
) -> None:
    choosing = page.choosing
    assert choosing.asked().detail is Detail.FULL
    assert options(choosing.detail) == [each.value for each in Detail]
    assert options(choosing.scope)[0] == PROJECT.key
    choosing.detail.setFocus()
    qtbot.keyClick(choosing.detail, Qt.Key.Key_End)
    assert choosing.asked().detail is Detail.ACTIVITY
    assert set(page.tables.cards) == {"activity", "activity_to_date"}
    qtbot.keyClick(choosing.detail, Qt.Key.Key_Up)
    assert choosing.asked().detail is Detail.SUMS
    assert {card.model.rowCount() for card in page.tables.cards.values()} == {1}
    choosing.scope.setFocus()
    qtbot.keyClick(choosing.scope, Qt.Key.Key_End)
    (place,) = [each for each in options(choosing.scope) if each.startswith("place:")]
    assert choosing.asked().scope.key == place
    assert "groups" not in options(choosing.detail), "a workplace has no single codes"


def test_a_chart_stands_above_the_table_that_it_draws(page: OutsidePage) -> None:
    assert set(page.tables.charts) == {"kinds", "groups"}
    chart = page.tables.charts["groups"]
    assert chart.accessibleName() == "Årsager efter gruppe"
    assert chart.accessibleDescription().startswith("Søjlerne viser januar – oktober 2026")
    table = page.tables.cards["groups"].table
    assert chart.mapTo(page, chart.rect().bottomLeft()).y() < table.mapTo(page, QPoint(0, 0)).y()


def test_what_went_out_is_shown_as_it_did(page: OutsidePage, qtbot: QtBot) -> None:
    page.choosing.detail.setFocus()
    qtbot.keyClick(page.choosing.detail, Qt.Key.Key_End)
    qtbot.mouseClick(page.card.release, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.card.confirm, Qt.MouseButton.LeftButton)
    page.open(Wanted(Profile.STEERING, OCTOBER))
    assert "det vises, som det gik ud" in page.card.notes.text()
    assert not page.choosing.detail.isEnabled()
    assert page.choosing.detail.value() == Detail.ACTIVITY
    assert set(page.tables.cards) == {"activity", "activity_to_date"}
    page.open(Wanted(Profile.PUBLIC, OCTOBER))
    assert page.choosing.detail.isEnabled()
    assert page.choosing.detail.value() == Detail.FULL
    page.open(Wanted(Profile.STEERING, OCTOBER))
    qtbot.mouseClick(page.choosing.profile.button("public"), Qt.MouseButton.LeftButton)
    assert page.choosing.asked().detail is Detail.FULL, "it was only shown for what is out"


def test_a_refusal_names_figure_and_plan(qtbot: QtBot, services: Services, store: Store) -> None:
    store.settings.set("least_headcount", 0)
    year = Year(store, 1)
    for number in (1, 2):
        year.live(number)
        asked = Asked(Profile.STEERING, month(number))
        write_release(store, protect_request(read_request(store, asked)))
    page = OutsidePage(services)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.open(Wanted(Profile.STEERING, month(2), ("MELLEM",)))
    assert "Udeladt for februar 2025, fordi" in page.card.notes.text()
    request = read_request(store, Asked(Profile.STEERING, month(2), place("MELLEM")))
    draft = framing_of(request.ground, place("MELLEM"), request.close).framed()
    page.card.show_problem(refused(draft, (), draft.framing.ground.ledger))
    assert "kan regnes ud" in page.card.problem.label.text()
    assert "2025-02-plan" in page.card.problem.label.text()
    assert page.card.release.isHidden()


def test_planning_month_by_month_is_told_and_can_be_stopped(
    page: OutsidePage, qtbot: QtBot
) -> None:
    watch = page.card.start("Styregruppe")
    watch(2, 7)
    qtbot.waitUntil(page.card.doing.isVisible)
    assert "måned for måned, 3 af 7" in page.card.doing.text()
    qtbot.mouseClick(page.card.progress.cancel, Qt.MouseButton.LeftButton)
    with pytest.raises(Cancelled):
        watch(3, 7)
    assert page.card.doing.isHidden()
    assert page.card.again.hasFocus()


def test_writing_that_is_stopped_releases_nothing(
    page: OutsidePage, store: Store, qtbot: QtBot
) -> None:
    qtbot.mouseClick(page.card.release, Qt.MouseButton.LeftButton)
    watch = page.card.start_writing()
    watch(1, 5)
    qtbot.waitUntil(page.card.doing.isVisible)
    assert page.card.doing.text() == "Laver fil 2 af 5 … Der er ikke udgivet noget endnu."
    assert page.card.progress.cancel.text() == "Stop: udgiv ikke"
    assert not page.card.confirm.isEnabled()
    qtbot.mouseClick(page.card.progress.cancel, Qt.MouseButton.LeftButton)
    assert page.card.release.isEnabled()
    assert page.card.release.isVisible()
    assert store.releases.heads() == ()


def test_internal_leads_back_to_the_figures(
    page: OutsidePage, visited: list[tuple[str, object]], qtbot: QtBot
) -> None:
    internal = page.choosing.profile.button("internal")
    qtbot.mouseClick(internal, Qt.MouseButton.LeftButton)
    assert visited[-1] == ("reports", None), "the figures stand as they were left"
    page.choosing.picker.step(-1)
    qtbot.mouseClick(internal, Qt.MouseButton.LeftButton)
    assert visited[-1] == ("reports", Period.month(date(2026, 9, 1)))


def test_the_figures_lead_to_the_report_for_others(
    qtbot: QtBot, services: Services, visited: list[tuple[str, object]], autumn: None
) -> None:
    reports = ReportsPage(services)
    qtbot.addWidget(reports)
    reports.open(OCTOBER)
    reports.controls.profile.changed.emit("public")
    assert visited[-1] == ("outside", Wanted(Profile.PUBLIC, OCTOBER))
    assert reports.controls.profile.value() == "internal"


@pytest.fixture
def three_places(store: Store, autumn: None) -> None:
    """Two workplaces of one organisation and another one in October, which is corrected to that."""
    owner = store.organisations.add(Organisation(name="Kommunen"))
    for code, more in (("HAVN", owner.id), ("SKOLE", owner.id), ("MEJERI", None)):
        place_of = add_workplace(store, code, headcount=90, organisation_id=more)
        for number in range(6):
            person = add_person(store, f"{code} {number}")
            add_contact(store, person, date(2026, 10, 20), workplace_id=place_of.id)
    restate_month(store, OCTOBER, "tre steder mere")


@pytest.mark.parametrize(
    ("codes", "scope", "is_said"),
    [
        (("HAVN", "SKOLE"), Scope(Kind.ORGANISATION, "Kommunen"), False),
        (("HAVN", "MEJERI"), PROJECT, True),
        (("HAVN", "SKOLE", "MEJERI"), PROJECT, True),
        (("HAVN",), place("HAVN"), False),
        ((), PROJECT, False),
    ],
)
def test_several_workplaces_are_their_organisation_or_it_is_said_that_all_are_shown(
    three_places: None, page: OutsidePage, codes: tuple[str, ...], scope: Scope, is_said: bool
) -> None:
    page.open(Wanted(Profile.STEERING, OCTOBER, codes))
    assert page.choosing.asked().scope == scope
    assert page.shown is not None
    assert page.shown.report.protected.request.asked.scope == scope
    assert page.choosing.instead.isVisible() == is_said
    if is_said:
        assert page.choosing.instead.text().startswith("Hele projektet vises: ")
        page.choosing.scope.setFocus()
        QTest.keyClick(page.choosing.scope, Qt.Key.Key_Down)
        assert page.choosing.instead.isHidden()


def test_the_figures_of_several_workplaces_lead_to_a_report_of_these(
    qtbot: QtBot, services: Services, visited: list[tuple[str, object]], three_places: None
) -> None:
    reports = ReportsPage(services)
    qtbot.addWidget(reports)
    reports.open(OCTOBER)
    reports.controls.workplaces.set_codes(("HAVN", "SKOLE"))
    reports.controls.profile.changed.emit("steering")
    assert visited[-1] == ("outside", Wanted(Profile.STEERING, OCTOBER, ("HAVN", "SKOLE")))
