"""After a release: the focus, the files, the list of releases, and the way back after a lock."""

from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.export.disclosure import Progress
from app.export.outside.detail import Detail
from app.export.outside.profiles import Profile
from app.export.outside.releasing import Asked
from app.export.outside.scopes import PROJECT
from app.models.month_closing import close_month, restate_month
from app.models.periods import Period
from app.models.releases import ReleaseHead
from app.models.store import Store
from app.models.types import RecordId
from app.ui.pages.outside.page import OutsidePage
from app.ui.pages.outside.release_list import ReleaseList
from app.ui.pages.outside.target import Wanted
from app.ui.services import Services
from tests.records import add_contact, add_workplace
from tests.ui.conftest import RecordingNotices
from tests.ui.outside.conftest import OCTOBER


def focused(page: OutsidePage) -> QWidget | None:
    return page.window().focusWidget()


def correct(store: Store) -> None:
    """Find slips of October in a drawer: so many, and so different, that the correction need not wait."""
    for turn in range(12):
        add_contact(store, None, date(2026, 10, 20), reasons=(("P01", "S01")[turn % 2],))
    restate_month(store, OCTOBER, "sedler i en skuffe")


def test_the_question_names_the_folder_and_the_focus_stays_in_the_card(
    page: OutsidePage, qtbot: QtBot, tmp_path: Path
) -> None:
    card = page.card
    card.release.setFocus()
    qtbot.keyClick(card.release, Qt.Key.Key_Space)
    assert str(tmp_path / "out") in card.question.text()
    card.confirm.setFocus()
    qtbot.keyClick(card.confirm, Qt.Key.Key_Space)
    assert card.saved.isVisible()
    assert focused(page) is card.saved.button
    page.choosing.picker.step(-1)
    assert not card.saved.isVisible(), "the files are those of another month"


def test_where_files_are_is_not_told_of_a_save_that_failed(
    page: OutsidePage, qtbot: QtBot, store: Store, tmp_path: Path, notices: RecordingNotices
) -> None:
    card = page.card
    card.release.click()
    card.confirm.click()
    (tmp_path / "taken").write_text("a file", "utf-8")
    store.settings.set("export_folder", str(tmp_path / "taken"))
    assert str(tmp_path / "taken") in card.question.text()
    card.release.setFocus()
    qtbot.keyClick(card.release, Qt.Key.Key_Space)
    assert len(notices.errors) == 1
    assert not card.saved.isVisible()
    assert focused(page) is card.release


def test_what_went_out_is_shown_and_saved_again_with_enter(
    page: OutsidePage, qtbot: QtBot, store: Store, tmp_path: Path
) -> None:
    page.card.release.click()
    page.card.confirm.click()
    for path in (tmp_path / "out").iterdir():
        path.unlink()
    page.choosing.ask(Asked(Profile.PUBLIC, Period.month(date(2026, 9, 1))))
    page.reload()
    (line,) = page.releases.lines
    assert line.text().startswith("2026-10-steering · 21-11-2026 · Styregruppe")
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert page.choosing.asked() == Asked(Profile.STEERING, OCTOBER, PROJECT, 1)
    assert focused(page) is page.card.release
    qtbot.keyClick(page.card.release, Qt.Key.Key_Return)
    assert len(list((tmp_path / "out").iterdir())) == 6
    assert len(store.releases.heads()) == 1


def test_an_earlier_edition_that_went_out_is_shown_as_it_did(
    page: OutsidePage, qtbot: QtBot, store: Store
) -> None:
    page.card.release.click()
    page.card.confirm.click()
    correct(store)
    page.open(Wanted(Profile.STEERING, OCTOBER))
    assert page.card.release.text() == "Udgiv de rettede tal …"
    assert page.card.notes.text().startswith(
        "Gik ud som 2026-10-steering den 21-11-2026 med andre tal"
    )
    page.card.release.click()
    page.card.confirm.click()
    assert [head.id for head in store.releases.heads()] == [
        "2026-10-steering",
        "2026-10-steering-2",
    ]
    page.releases.lines[1].click()
    assert page.card.release.text() == "Gem filerne igen"
    assert page.card.notes.text().startswith("Udgivet 21-11-2026 som 2026-10-steering;")
    page.choosing.picker.step(-1)
    assert page.choosing.asked().revision is None


def test_the_month_that_is_closed_next_prints_the_correction(
    page: OutsidePage, store: Store
) -> None:
    """As the words beside the corrected month promise."""
    page.card.release.click()
    page.card.confirm.click()
    correct(store)
    november = Period.month(date(2026, 11, 1))
    clock = store.clock
    store.clock = lambda: datetime(2026, 12, 3, 9, tzinfo=UTC)
    close_month(store, november, anyway=True)
    store.clock = clock
    page.open(Wanted(Profile.STEERING, november))
    assert "restated.2026-10" in page.tables.cards


def test_after_the_lock_the_same_report_is_there(
    page: OutsidePage, qtbot: QtBot, services: Services, store: Store
) -> None:
    wanted = Asked(Profile.PUBLIC, OCTOBER, detail=Detail.ACTIVITY)
    page.choosing.ask(wanted)
    page.reload()
    page.leave()
    again = OutsidePage(services)
    qtbot.addWidget(again)
    with qtbot.waitExposed(again):
        again.show()
    assert again.choosing.asked() == wanted
    assert set(again.tables.cards) == {"activity", "activity_to_date"}
    opened = OutsidePage(services)
    qtbot.addWidget(opened)
    opened.open(Wanted(Profile.STEERING, OCTOBER))
    with qtbot.waitExposed(opened):
        opened.show()
    assert opened.choosing.asked().profile is Profile.STEERING


def test_the_focus_follows_the_profile_that_the_page_is_opened_on(page: OutsidePage) -> None:
    page.first_focus().setFocus()
    page.open(Wanted(Profile.PUBLIC, OCTOBER))
    assert focused(page) is page.choosing.profile.button("public")


def test_the_focus_waits_while_it_is_computed_again(page: OutsidePage, qtbot: QtBot) -> None:
    card = page.card
    card.start("Styregruppe")
    card.progress.look()
    qtbot.mouseClick(card.progress.cancel, Qt.MouseButton.LeftButton)
    assert focused(page) is card.again
    qtbot.keyClick(card.again, Qt.Key.Key_Space)
    assert focused(page) is card.release


def test_how_good_the_best_way_to_hide_is_and_can_be_is_told(page: OutsidePage) -> None:
    watch = page.card.start("Styregruppe")
    watch.found = Progress(None, 0.0, 0.2)
    page.card.progress.look()
    assert page.card.doing.text().endswith("der er udgivet før …"), "nothing is known of it yet"
    watch.found = Progress(None, 12.0, 0.5)
    page.card.progress.look()
    assert page.card.doing.text().endswith("må skjule tal, der er mindst 12 lagt sammen.")
    watch.found = Progress(41.3, 38.9, 1.0)
    page.card.progress.look()
    assert "de tal, den skjuler, er 41 lagt sammen." in page.card.doing.text()
    assert page.card.doing.text().endswith("ned til 38.")


def test_a_long_list_of_releases_is_folded(qtbot: QtBot) -> None:
    heads = [
        ReleaseHead(
            id=f"2026-{number:02}-steering",
            hash="",
            previous="",
            profile="steering",
            scope="project",
            month=f"2026-{number:02}",
            revision=1,
            released_on=date(2026, 11, 3),
            counsellor_id=RecordId(""),
        )
        for number in range(1, 11)
    ]
    card = ReleaseList("da")
    qtbot.addWidget(card)
    card.show_heads(heads, {})
    assert [line.text()[:7] for line in card.lines] == ["2026-10", "2026-09", "2026-08"]
    assert card.more.text() == "Vis alle 10"
    card.more.click()
    assert len(card.lines) == 10
    card.more.click()
    assert len(card.lines) == 3


def test_a_workplace_whose_size_is_not_told_is_named(page: OutsidePage, store: Store) -> None:
    assert "ikke oplyst" not in page.card.notes.text()
    store.settings.set("least_headcount", 20)
    add_workplace(store, "ZOO", "Zoo")
    add_workplace(store, "AE", "Ældrecenteret")
    add_contact(store, None, date(2026, 10, 22))
    restate_month(store, OCTOBER, "to nye steder")
    page.reload()
    assert "ikke oplyst for Zoo, Ældrecenteret: " in page.card.notes.text()
    assert "det gælder for de måneder, der lukkes derefter." in page.card.notes.text()
    assert "før måneden lukkes" not in page.card.notes.text(), "it is closed"
    lines = page.tables.cards["activity"].model
    names = [str(lines.index(row, 0).data()) for row in range(lines.rowCount())]
    assert names.index("Zoo") < names.index("Ældrecenteret") < names.index("Uden arbejdsplads")
