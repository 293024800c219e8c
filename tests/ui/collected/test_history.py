"""What came in while nobody looked is there when somebody comes: receipts, and refusals until seen."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.export.delivery.share import TO_LEAD
from app.models.team.receptions import Receptions
from app.ui.pages.collected.page import CollectedPage
from tests.keyboard import Typist
from tests.shares import exchange
from tests.sharing import OCTOBER, SEPTEMBER, Project
from tests.ui.conftest import shown
from tests.ui.sharing.conftest import Surround


def arrive(project: Project) -> None:
    """Let Anne's October, and a damaged file, come to the lead while no page is open."""
    project.share(project.ann)
    project.post(project.ann, OCTOBER)
    exchange(project.ann)
    bad = project.folder / TO_LEAD / "0000000000000000.vvb"
    bad.write_bytes(b"age-encryption.org/v1\n" + b"x" * 200)
    exchange(project.lead)


def rows(page: CollectedPage) -> list[list[str]]:
    model = page.history.model
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_what_came_beside_the_work_is_there_later(
    qtbot: QtBot, around: Surround, project: Project
) -> None:
    arrive(project)
    page = shown(qtbot, CollectedPage(around(project.lead)))
    assert page.history.isVisible()
    letter = next(row for row in rows(page) if row[1] == "AB")
    assert letter[2:] == [
        "Månedens tal, oktober 2026",
        "Taget ind. Personer: 0 + 1 nye = 1 · Henvendelser: 0 + 4 nye = 4",
    ]


def test_a_refusal_stands_there_with_its_reason_until_it_is_seen(
    qtbot: QtBot, around: Surround, project: Project
) -> None:
    arrive(project)
    page = shown(qtbot, CollectedPage(around(project.lead)))
    assert page.refused.isVisible()
    said = page.refused.label.text()
    assert "0000000000000000.vvb: Filen er beskadiget eller ikke hel." in said, said
    page.refused.button.setFocus()
    Typist().press("Space")
    assert not page.refused.isVisible()
    assert page.months.files.hasFocus()
    assert any("Filen er beskadiget" in row[3] for row in rows(page)), "it can be read again"
    exchange(project.lead)
    page.reload()
    assert not page.refused.isVisible(), "the same file is no news"
    again = shown(qtbot, CollectedPage(around(project.lead)))
    assert not again.refused.isVisible()


def test_a_refused_letter_says_whose_it_is(
    qtbot: QtBot, around: Surround, project: Project, tmp_path: Path
) -> None:
    project.share(project.ann)
    project.post(project.ann, SEPTEMBER)
    copy = project.carry(project.ann, tmp_path / "copy")
    project.take(*copy)
    project.ann.database.execute("UPDATE device SET last_seq = last_seq - 1, last_to_lead = 0")
    project.post(project.ann, OCTOBER)
    exchange(project.ann)
    exchange(project.lead)
    page = shown(qtbot, CollectedPage(around(project.lead)))
    assert "AB: Månedens tal, oktober 2026: Afvist" in page.refused.label.text()


def test_what_was_refused_by_hand_is_told_once(
    qtbot: QtBot, around: Surround, project: Project, tmp_path: Path
) -> None:
    project.post(project.ann, SEPTEMBER)
    page = shown(qtbot, CollectedPage(around(project.lead)))
    page.take(project.carry(project.ann, tmp_path / "breve"))
    assert page.receipt.isVisible()
    assert not page.refused.isVisible()
    assert Receptions(project.lead).count() == 1


def test_a_receipt_waits_while_another_page_is_open(
    qtbot: QtBot, around: Surround, project: Project
) -> None:
    project.share(project.ann)
    project.post(project.ann, OCTOBER)
    exchange(project.ann)
    page = shown(qtbot, CollectedPage(around(project.lead)))
    page.hide()
    page.services.courier.exchange()
    page.show()
    assert page.receipt.lines[0] == "Personer: 0 + 1 nye = 1"


def test_the_history_copies_as_it_stands_and_keeps_its_order(
    qtbot: QtBot, around: Surround, project: Project, tmp_path: Path
) -> None:
    project.post(project.ann, SEPTEMBER, OCTOBER)
    page = shown(qtbot, CollectedPage(around(project.lead)))
    page.take(project.carry(project.ann, tmp_path / "breve"))
    page.history.table.setFocus(Qt.FocusReason.OtherFocusReason)
    page.history.table.selectAll()
    Typist().press("Ctrl+C")
    copied = page.history.table.as_tsv().splitlines()
    assert copied[0] == "Hvornår\tFra\tHvad\tBlev til"
    assert [line.split("\t")[1] for line in copied[1:]] == ["AB", "AB"]
