"""A lead sees who has sent what, takes letters in by hand, and decides who belongs."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.export.letters.letter_files import load_file
from app.export.letters.package_letter import read_package_letter
from app.models.month_closing import restate_month
from app.models.recovery_code import generate
from app.models.store import Store
from app.models.team.cards import encode_card
from app.models.team.fingerprint import words_of
from app.models.team.project import accept_card
from app.models.team.roster import Status
from app.models.team.rosters import Rosters
from app.models.team.senders import last_taken
from app.ui.file_drops import FileDrops
from app.ui.pages.collected.page import CollectedPage
from app.ui.pages.collected.target import TakeFiles
from app.ui.services import Services
from tests.keyboard import Typist
from tests.records import add_contact
from tests.shares import exchange
from tests.sharing import OCTOBER, SEPTEMBER, Project, card_of
from tests.stores import new_store, standing_clock
from tests.team import rename
from tests.ui.conftest import RecordingNotices, shown
from tests.ui.sharing.conftest import Surround


@pytest.fixture
def page(qtbot: QtBot, around: Surround, project: Project) -> CollectedPage:
    return shown(qtbot, CollectedPage(around(project.lead)))


@pytest.fixture
def letters(project: Project, tmp_path: Path) -> Path:
    """A folder with the letters of both counsellors for September, and Anne's for October."""
    project.post(project.ann, SEPTEMBER, OCTOBER)
    project.post(project.bo, SEPTEMBER)
    project.carry(project.ann, tmp_path / "breve")
    project.carry(project.bo, tmp_path / "breve")
    return tmp_path / "breve"


def row_of(page: CollectedPage, initials: str) -> list[str]:
    grid = page.months.grid
    rows = [
        [grid.cell(row, column) for column in range(grid.grid.columnCount())]
        for row in range(grid.grid.rowCount())
    ]
    return next(row for row in rows if row[0].endswith(f"({initials})"))


def test_a_counsellors_installation_says_where_the_figures_are_collected(
    qtbot: QtBot, services: Services, visited: list[tuple[str, object]]
) -> None:
    page = shown(qtbot, CollectedPage(services))
    assert page.empty.isVisible()
    assert not page.parts.isVisible()
    page.empty.button.click()
    assert visited == [("sharing", None)]


def test_the_grid_says_in_words_what_came_and_what_is_missing(
    page: CollectedPage, letters: Path
) -> None:
    page.take([letters])
    assert row_of(page, "AB") == ["Anne Berg (AB)", "", "sendt for sent", "sendt for sent"]
    assert row_of(page, "CD")[3] == "MANGLER"
    header = page.months.grid.grid.headerData(2, Qt.Orientation.Horizontal)
    assert header == "sep 26"
    index = page.months.grid.grid.index(0, 2)
    assert index.data(Qt.ItemDataRole.DecorationRole) is not None
    assert "henvendelser: 4" in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_the_receipt_adds_up_and_the_same_files_again_change_nothing(
    page: CollectedPage, project: Project, letters: Path
) -> None:
    page.take([letters])
    persons, contacts = page.receipt.lines[:2]
    assert persons.startswith("Personer: 0 + ")
    assert persons.endswith("= 1"), "the same phone on two laptops is one person"
    assert contacts == "Henvendelser: 0 + 11 nye = 11"
    assert "Personer: 1" in page.months.sums.text()
    assert "heraf 1 kendt på flere computere" in page.months.sums.text()
    before = project.lead.inquiries.count()
    page.take([letters])
    assert project.lead.inquiries.count() == before == 11
    assert any("Det er her allerede." in line for line in page.receipt.lines)


def test_a_bad_file_is_told_by_name_and_does_not_stand_in_the_way(
    page: CollectedPage, project: Project, letters: Path, notices: RecordingNotices
) -> None:
    bad = letters / "0000000000000000.vvb"
    bad.write_bytes(b"age-encryption.org/v1\n" + b"x" * 200)
    page.take([letters])
    assert any(line.startswith("Afvist: 0000000000000000.vvb. ") for line in page.receipt.lines)
    assert project.lead.inquiries.count() == 11
    assert notices.errors == []


def test_files_dropped_on_the_window_are_taken_in(
    page: CollectedPage, project: Project, letters: Path
) -> None:
    FileDrops(page, lambda paths: page.open(TakeFiles(paths)))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(one)) for one in sorted(letters.iterdir())])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(9, 9), copy, data, buttons, keys)
    QApplication.sendEvent(page, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(page, QDropEvent(QPointF(9, 9), copy, data, buttons, keys))
    assert project.lead.inquiries.count() == 11
    empty = QMimeData()
    nothing = QDragEnterEvent(QPoint(9, 9), copy, empty, buttons, keys)
    nothing.ignore()
    QApplication.sendEvent(page, nothing)
    assert not nothing.isAccepted()


def test_letters_come_through_the_folder_and_receipts_go_back(
    page: CollectedPage, project: Project, notices: RecordingNotices
) -> None:
    project.folder.mkdir()
    page.parts.button("project").click()
    page.place.fields.folder.set_value(str(project.folder))
    page.place.use.click()
    project.share(project.ann)
    project.post(project.ann, OCTOBER)
    exchange(project.ann)
    page.refresh()
    assert project.lead.inquiries.count() == 4
    assert "Hentet: månedens tal" in notices.told[-1]
    assert list((project.folder / "to").rglob("*.vvb")), "the receipt lies there"


def test_a_corrected_month_is_marked_and_replaces_the_figures(
    page: CollectedPage, project: Project, letters: Path, tmp_path: Path
) -> None:
    page.take([letters])
    add_contact(project.ann, None, OCTOBER.first)
    restate_month(project.ann, OCTOBER, "Glemt henvendelse")
    project.post(project.ann, OCTOBER)
    page.take(project.carry(project.ann, tmp_path / "rettet"))
    assert "(rettet 1×)" in row_of(page, "AB")[3]
    assert project.lead.inquiries.count() == 12


def test_arrows_move_through_the_grid_and_the_line_below_says_where_one_is(
    page: CollectedPage, letters: Path
) -> None:
    page.take([letters])
    page.months.grid.setFocus()
    page.months.grid.setCurrentIndex(page.months.grid.grid.index(0, 0))
    Typist().press("Right")
    assert page.months.details.text().startswith("Anne Berg (AB), september 2026: ")
    Typist().press("Down")
    assert page.months.details.text().startswith("Carl Dam (CD), september 2026: ")


def test_reading_again_leaves_the_cell_and_the_focus_where_they_are(
    page: CollectedPage, letters: Path
) -> None:
    page.take([letters])
    page.months.grid.setFocus()
    page.months.grid.setCurrentIndex(page.months.grid.grid.index(1, 2))
    page.reload()
    current = page.months.grid.currentIndex()
    assert (current.row(), current.column()) == (1, 2)
    assert page.months.grid.hasFocus()


def test_a_card_is_taken_only_with_the_words_that_were_heard(
    page: CollectedPage, project: Project, tmp_path: Path
) -> None:
    newcomer = new_store(tmp_path / "ny", standing_clock())
    card = card_of(newcomer)
    file = tmp_path / "kort.json"
    file.write_bytes(encode_card(card))
    newcomer.close()
    page.parts.button("members").click()
    page.accept._choose = lambda _parent, _title: file
    page.accept.open_button.click()
    assert page.accept.heard.hasFocus()
    assert "Karen Møller (KM)" in page.accept.about.text()
    Typist().type("forkerte ord")
    Typist().press("Enter")
    assert len(Rosters(project.lead).require().counsellors) == 2
    page.accept.heard.clear()
    Typist().type(" ".join(word[:4] for word in words_of(card.fingerprint)))
    Typist().press("Enter")
    assert len(Rosters(project.lead).require().counsellors) == 3
    assert card.device in page.members.rows
    assert page.accept.open_button.isVisible()


def test_a_computer_is_revoked_after_a_question_with_the_last_letter_that_counts(
    page: CollectedPage, project: Project, letters: Path
) -> None:
    page.take([letters])
    device = card_of(project.ann).device
    page.parts.button("members").click()
    page.members.rows[device].revoke.click()
    assert page.members.panel.no.hasFocus()
    assert "Anne Berg" in page.members.panel.question.text()
    page.members.panel.no.click()
    assert len(Rosters(project.lead).require().counsellors) == 2
    assert page.members.rows[device].revoke.hasFocus()
    page.members.rows[device].revoke.click()
    page.members.panel.yes.click()
    gone = Rosters(project.lead).require().member(device)
    assert gone is not None
    assert gone.status is Status.REVOKED
    assert gone.last_letter == last_taken(project.lead, device)
    assert page.members.rows[device].revoke.isHidden()
    assert "spærret" in page.members.rows[device].state.text()


def test_the_projects_package_is_written_and_signed(
    page: CollectedPage, project: Project, tmp_path: Path
) -> None:
    page.parts.button("project").click()
    page.project.save.click()
    written = read_package_letter(load_file(tmp_path / "ud" / "vejviser-projekt.vvb"), None)
    assert written.package.roster.hash == Rosters(project.lead).require().hash


def test_the_recovery_code_can_be_tried_and_does_not_stay_on_the_screen(
    page: CollectedPage, project: Project, tmp_path: Path
) -> None:
    page.parts.button("project").click()
    page.recovery.code.setText("AAAAA")
    page.recovery.check.click()
    assert page.recovery.verdict.text() == "Koden har 35 tegn, men der er tastet 5."
    assert page.recovery.code.hasFocus()
    assert not page.recovery.right.isVisible()
    page.recovery.code.setText(generate())
    page.recovery.check.click()
    assert "hører ikke til dette projekt" in page.recovery.verdict.text()
    assert not page.recovery.print.isVisible()
    page.recovery.code.clear()
    Typist().type(project.code.lower())
    page.recovery.check.click()
    assert page.recovery.right.label.text() == "Koden er projektets."
    opened: list[Path] = []
    page.recovery._open_file = opened.append
    page.recovery.print.click()
    assert opened[0].read_bytes().startswith(b"%PDF")
    page.leave()
    assert page.recovery.code.text() == ""
    assert not page.recovery.right.isVisible()


def test_months_before_a_computer_belonged_are_not_missing(
    page: CollectedPage, project: Project, letters: Path, tmp_path: Path
) -> None:
    late = new_store(tmp_path / "sen", standing_clock(datetime(2026, 11, 2, tzinfo=UTC)))
    rename(late, "EF", "Eva Falk")
    accept_card(project.lead, card_of(late))
    late.close()
    page.take([letters])
    assert row_of(page, "EF")[2:4] == ["–", "–"]
    assert page.months.legend.isVisible()
    index = page.months.grid.grid.index(2, 2)
    said = "Eva Falk (EF), september 2026: ventes ikke; den er fra før computerens første måned her"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == said


def test_a_store_of_somebody_else_is_never_read(
    qtbot: QtBot, around: Surround, store: Store
) -> None:
    page = shown(qtbot, CollectedPage(around(store)))
    assert page.months.grid.grid.rowCount() == 0


def test_letters_that_did_not_arrive_have_a_warning_beside_their_laptop(
    qtbot: QtBot, around: Surround, project: Project, tmp_path: Path
) -> None:
    project.post(project.ann, SEPTEMBER, OCTOBER)
    letters = project.carry(project.ann, tmp_path / "mail")
    project.take(letters[-1])
    page = shown(qtbot, CollectedPage(around(project.lead)))
    grid = page.months.grid.grid
    row = next(at for at in range(grid.rowCount()) if "AB" in str(grid.index(at, 0).data()))
    assert grid.index(row, 1).data() == "breve, der ikke er nået frem: mindst 1"
    assert grid.index(row, 1).data(Qt.ItemDataRole.DecorationRole) is not None
    project.take(*letters)
    page.reload()
    row = next(at for at in range(grid.rowCount()) if "AB" in str(grid.index(at, 0).data()))
    assert grid.index(row, 1).data(Qt.ItemDataRole.DecorationRole) is None
