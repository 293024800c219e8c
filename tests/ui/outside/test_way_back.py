"""What is asked is put away before the page is; names are read in full; a failure says what is not out."""

from datetime import date
from pathlib import Path

import msgspec
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.export.outside.profiles import Profile
from app.export.outside.releasing import Asked, protect_request, read_request, write_release
from app.export.outside.scopes import Scope, place
from app.models.month_closing import close_month
from app.models.periods import Period
from app.models.store import Store
from app.ui.pages.outside.page import OutsidePage
from app.ui.pages.outside.target import Wanted
from app.ui.pages.reports.workplace_filter import WorkplaceFilter
from app.ui.services import Services
from tests.keyboard import Typist
from tests.records import add_contact, add_person, add_workplace
from tests.ui.conftest import RecordingNotices
from tests.ui.outside.conftest import OCTOBER

_NAME = "Skærbæk & Sønner A/S"


def test_esc_puts_the_question_away_and_then_leaves(
    qtbot: QtBot, services: Services, autumn: None
) -> None:
    went: list[str] = []
    page = OutsidePage(
        msgspec.structs.replace(services, go=lambda name, target=None: went.append(name))
    )
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.open(Wanted(Profile.STEERING, OCTOBER))
    page.card.release.click()
    assert page.card.is_asking
    Typist().press("Esc")
    assert not page.card.is_asking
    assert page.window().focusWidget() is page.card.release
    assert went == []
    Typist().press("Esc")
    assert went == ["reports"]


def test_names_keep_their_letters_and_stand_there_in_an_open_month(
    qtbot: QtBot, services: Services, store: Store
) -> None:
    """A release of one workplace, seen from its own month and from one that is open."""
    shop = add_workplace(store, "SKAER", _NAME, headcount=300)
    for number in range(14):
        reason = ("P01", "P01", "P01", "S01", "F05")[number % 5]
        person = add_person(store, f"Person {number}")
        add_contact(
            store, person, date(2026, 10, 6 + number), workplace_id=shop.id, reasons=(reason,)
        )
    close_month(store, OCTOBER, anyway=True)
    asked = Asked(Profile.STEERING, OCTOBER, place("SKAER"))
    assert write_release(store, protect_request(read_request(store, asked)))
    page = OutsidePage(services)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    for month in (OCTOBER, Period.month(date(2026, 8, 1))):
        page.open(Wanted(Profile.STEERING, month, ("SKAER",)))
        (line,) = page.releases.lines
        assert line.text().endswith("Skærbæk && Sønner A/S"), "read as one letter &"
        assert line.toolTip().endswith(_NAME)
        assert line.shortcut().isEmpty()
        assert page.choosing.scope.currentText() == _NAME
        assert Scope.of(page.choosing.scope.value()) == place("SKAER")


def test_a_chosen_workplace_keeps_its_letters(qtbot: QtBot) -> None:
    chosen = WorkplaceFilter()
    qtbot.addWidget(chosen)
    chosen.set_places((("SKAER", _NAME), ("LEM", "Lem")))
    chosen.set_codes(("SKAER",))
    assert chosen.button.text() == "Skærbæk && Sønner A/S"
    assert chosen.button.toolTip() == _NAME


def test_a_release_that_cannot_be_written_names_the_folder_and_says_that_nothing_is_out(
    page: OutsidePage, store: Store, tmp_path: Path, qtbot: QtBot, notices: RecordingNotices
) -> None:
    (tmp_path / "file").write_text("")
    out = tmp_path / "file" / "out"
    store.settings.set("export_folder", str(out))
    qtbot.mouseClick(page.card.release, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.card.confirm, Qt.MouseButton.LeftButton)
    (error,) = notices.errors
    assert str(out) in str(getattr(error, "why", "")), "it says which folder"
    assert page.card.doing.text() == "Der er ikke gemt og ikke udgivet noget."
    assert page.card.doing.isVisible()
    assert store.releases.heads() == ()
