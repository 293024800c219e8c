"""Whatever of the project is dropped on a lead's window leads to where it is dealt with."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.export.letters.package_letter import write_package
from app.models.team.cards import encode_card
from app.models.team.fingerprint import words_of
from app.models.team.rosters import Rosters
from app.ui.file_drops import FileDrops
from app.ui.pages.collected.page import CollectedPage
from app.ui.pages.collected.target import TakeFiles
from tests.keyboard import Typist
from tests.sharing import OCTOBER, Project, card_of
from tests.stores import new_store, standing_clock
from tests.ui.conftest import RecordingNotices, shown
from tests.ui.sharing.conftest import Surround


@pytest.fixture
def page(qtbot: QtBot, around: Surround, project: Project) -> CollectedPage:
    made = shown(qtbot, CollectedPage(around(project.lead)))
    FileDrops(made, lambda paths: made.open(TakeFiles(paths)))
    return made


def drop(page: CollectedPage, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    QApplication.sendEvent(page, QDragEnterEvent(QPoint(9, 9), copy, data, buttons, keys))
    QApplication.sendEvent(page, QDropEvent(QPointF(9, 9), copy, data, buttons, keys))


def test_a_card_opens_the_question_for_its_words(
    page: CollectedPage, project: Project, tmp_path: Path
) -> None:
    newcomer = new_store(tmp_path / "ny", standing_clock())
    card = card_of(newcomer)
    newcomer.close()
    file = tmp_path / "visitkort.json"
    file.write_bytes(encode_card(card))
    drop(page, file)
    assert page.parts.value() == "members"
    assert page.accept.heard.hasFocus()
    assert "Karen Møller (KM)" in page.accept.about.text()
    assert not page.receipt.isVisible()
    assert len(Rosters(project.lead).require().counsellors) == 2, "nothing is taken by dropping"
    Typist().type(" ".join(words_of(card.fingerprint)))
    Typist().press("Enter")
    assert len(Rosters(project.lead).require().counsellors) == 3


def test_letters_beside_a_card_are_taken_in(
    page: CollectedPage, project: Project, tmp_path: Path
) -> None:
    newcomer = new_store(tmp_path / "ny", standing_clock())
    file = tmp_path / "visitkort.json"
    file.write_bytes(encode_card(card_of(newcomer)))
    newcomer.close()
    project.post(project.ann, OCTOBER)
    drop(page, file, *project.carry(project.ann, tmp_path / "breve"))
    assert project.lead.inquiries.count() == 4
    assert page.accept.heard.hasFocus()
    page.parts.button("months").click()
    assert page.receipt.lines[0] == "Personer: 0 + 1 nye = 1"


def test_a_package_is_called_what_it_is(
    page: CollectedPage, project: Project, tmp_path: Path, notices: RecordingNotices
) -> None:
    file = tmp_path / "vejviser-projekt.vvb"
    file.write_bytes(write_package(project.lead))
    drop(page, file)
    assert page.parts.value() == "months"
    (line,) = page.receipt.lines
    assert line.startswith("vejviser-projekt.vvb er projektpakken for »")
    assert "til vejlederne" in line
    assert notices.errors == []
    other = tmp_path / "brev.txt"
    other.write_text("Kære Pia", "utf-8")
    drop(page, other)
    assert page.receipt.lines == ["Afvist: brev.txt. Filen er ikke et brev fra Vejviser."]
