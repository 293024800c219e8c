"""Letters by e-mail: saved as files, opened and dropped, and never counted as arrived by that."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.export.letters.handing import hand_over, save_roster
from app.export.letters.package_letter import write_package
from app.export.letters.sharing import Belonging, MonthState, read_sharing
from app.models.store import Store
from app.models.team.outbox import Outbox, Sending
from app.models.team.project import accept_card, revoke
from app.models.team.rosters import Rosters
from app.models.team.team_key import current_team_key
from app.ui.main_window import MainWindow
from app.ui.pages.sharing.page import SharingPage
from app.ui.workspace import Workspace
from tests.keyboard import Typist
from tests.records import add_contact, add_workplace
from tests.shares import exchange
from tests.sharing import OCTOBER, Project, card_of
from tests.stores import new_store, standing_clock
from tests.team import rename
from tests.ui.conftest import RecordingNotices, shown
from tests.ui.sharing.conftest import Surround
from tests.ui.sharing.test_sharing_page import states


@pytest.fixture
def page(qtbot: QtBot, around: Surround, project: Project, tmp_path: Path) -> SharingPage:
    (tmp_path / "ud").mkdir()
    return shown(qtbot, SharingPage(around(project.ann)))


def open_file(page: SharingPage, path: Path) -> None:
    page.project._choose = lambda _parent, _title: path
    page.project.open_button.setFocus()
    Typist().press("Space")


def test_a_lost_file_is_saved_again_and_the_place_gets_it_too(
    page: SharingPage, project: Project, tmp_path: Path
) -> None:
    october = page.months.month_button("2026-10")
    assert october is not None
    october.click()
    assert page.months.files.text() == "Gem som filer"
    page.months.files.click()
    file = tmp_path / "ud" / "oktober 2026 AB.vvb"
    content = file.read_bytes()
    file.unlink()
    again = page.months.month_button("2026-10")
    assert again is not None
    assert again.text() == "Gem oktober igen"
    again.setFocus()
    Typist().press("Space")
    assert file.read_bytes() == content
    assert page.months.files.text() == "Gem filerne igen"
    file.unlink()

    project.share(project.ann)
    page.refresh()
    assert states(page)["2026-10"] is MonthState.DELIVERED
    exchange(project.lead)
    assert project.lead.inquiries.count() == 4


def test_another_file_of_that_name_is_not_overwritten(
    page: SharingPage, project: Project, tmp_path: Path
) -> None:
    own = tmp_path / "ud" / "oktober 2026 AB.vvb"
    own.write_text("noget andet")
    project.post(project.ann, OCTOBER)
    page.months.files.click()
    assert own.read_text() == "noget andet"
    assert (tmp_path / "ud" / "oktober 2026 AB (2).vvb").exists()


def test_a_receipt_that_came_by_e_mail_settles_the_month(
    page: SharingPage, project: Project, notices: RecordingNotices, tmp_path: Path
) -> None:
    project.post(project.ann, OCTOBER)
    page.months.files.click()
    project.take(tmp_path / "ud")
    (receipt,) = list(hand_over(project.lead, tmp_path))
    assert receipt.path.name == "kvittering til AB 21-11-2026.vvb"
    open_file(page, receipt.path)
    assert states(page)["2026-10"] is MonthState.RECEIVED
    assert notices.told[-1] == "PL: Kvittering. Projektlederens svar er noteret på brevene her"
    open_file(page, receipt.path)
    assert notices.told[-1] == "PL: Kvittering. Det er her allerede"


def test_a_receipt_that_was_saved_gives_way_to_the_next_one(
    project: Project, tmp_path: Path
) -> None:
    project.post(project.ann, OCTOBER)
    project.take(*project.carry(project.ann, tmp_path / "a"))
    assert len(project.carry(project.lead, tmp_path / "b")) == 1
    assert [one.state for one in Outbox(project.lead).all()] == [Sending.SAVED]
    project.post(project.bo, OCTOBER)
    project.take(*project.carry(project.bo, tmp_path / "c"))
    assert len(Outbox(project.lead).all()) == 2, "one for each counsellor"


def test_the_key_travels_by_hand_to_a_new_counsellor(
    qtbot: QtBot, around: Surround, page: SharingPage, project: Project, tmp_path: Path
) -> None:
    new = new_store(tmp_path / "eva")
    try:
        new.clock = standing_clock()
        rename(new, "EF", "Eva Friis")
        new.settings.set("export_folder", str(tmp_path / "ud"))
        roster = accept_card(project.lead, card_of(new))
        Rosters(new).take(roster)
        open_file(page, save_roster(project.lead, tmp_path))
        page.project.take.click()
        assert page.months.files.isVisible(), "the key of Eva is to be handed over"
        page.months.files.click()
        theirs = shown(qtbot, SharingPage(around(new)))
        open_file(theirs, tmp_path / "ud" / "fælles nøgle til EF 21-11-2026.vvb")
        assert current_team_key(new) == current_team_key(project.ann)
    finally:
        new.close()


def test_any_file_is_opened_with_one_button(
    page: SharingPage, project: Project, notices: RecordingNotices, tmp_path: Path
) -> None:
    assert page.project.open_button.text() == "Åbn fil …"
    add_workplace(project.lead, "LEM", "Vestas i Lem")
    package = tmp_path / "pakke.vvb"
    package.write_bytes(write_package(project.lead))
    open_file(page, package)
    assert page.project.take.isVisible()
    Typist().press("Esc")
    assert not page.project.take.isVisible()
    assert page.project.open_button.hasFocus()
    strange = tmp_path / "billede.vvb"
    strange.write_bytes(b"ikke noget")
    open_file(page, strange)
    assert notices.told[-1].startswith("Afvist: billede.vvb. ")
    assert not project.ann.workplaces.all()


def test_files_are_dropped_anywhere_on_a_counsellors_window(
    qtbot: QtBot, around: Surround, project: Project, tmp_path: Path
) -> None:
    project.post(project.ann, OCTOBER)
    project.take(*project.carry(project.ann, tmp_path / "a"))
    (receipt,) = project.carry(project.lead, tmp_path / "b")
    workspace = Workspace(around(project.ann))
    window = MainWindow()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show_content(workspace)
        window.show()
        window.activateWindow()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(receipt))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(9, 9), copy, data, buttons, keys)
    QApplication.sendEvent(workspace, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(workspace, QDropEvent(QPointF(9, 9), copy, data, buttons, keys))
    assert workspace.current_name() == "sharing"
    assert read_sharing(project.ann).count(MonthState.RECEIVED) == 1


def test_a_revoked_laptop_offers_no_sending(page: SharingPage, project: Project) -> None:
    roster = revoke(project.lead, card_of(project.ann).device)
    Rosters(project.ann).take(roster)
    assert page.project.revoked.isVisible()
    assert not page.months.send_all.isVisible()
    assert all(row.act.isHidden() for row in page.months.rows.values())


def test_a_restored_laptop_says_so_itself(qtbot: QtBot, around: Surround, project: Project) -> None:
    restore(project.ann)
    page = shown(qtbot, SharingPage(around(project.ann)))
    assert read_sharing(project.ann).belonging is Belonging.RESTORED
    assert "gendannet fra en sikkerhedskopi" in page.project.listed.label.text()
    assert all(row.act.isHidden() for row in page.months.rows.values())


def test_a_month_that_changed_after_it_was_received_is_not_called_received(
    page: SharingPage, project: Project, tmp_path: Path
) -> None:
    project.post(project.ann, OCTOBER)
    project.take(*project.carry(project.ann, tmp_path / "a"))
    open_file(page, project.carry(project.lead, tmp_path / "b")[0])
    add_contact(project.ann, None, OCTOBER.first)
    row = page.months.rows["2026-10"]
    assert row.words.text() == "Oktober 2026: ændret siden den blev sendt"
    assert row.act.text() == "Ret oktober …"


def test_a_month_that_only_lies_in_a_file_is_not_called_sent_when_it_changes(
    page: SharingPage, project: Project, tmp_path: Path
) -> None:
    project.post(project.ann, OCTOBER)
    project.carry(project.ann, tmp_path / "a")
    add_contact(project.ann, None, OCTOBER.first)
    assert page.months.rows["2026-10"].words.text() == "Oktober 2026: ændret siden den blev lukket"


def restore(store: Store) -> None:
    """Let the store believe that it was put back from a backup, as a restore does."""
    generation = int(store.database.execute("PRAGMA user_version").fetchone()[0])
    store.database.execute(f"PRAGMA user_version = {generation + 1}")
