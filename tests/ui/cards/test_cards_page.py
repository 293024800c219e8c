"""The page of knowledge cards: found, read, printed and edited, by keys and with a mouse."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.export.card_pdf import to_pdf
from app.models.cards import load_cards
from app.models.store import Store
from app.ui.pages.cards.page import CardsPage
from app.ui.services import Services
from app.ui.widgets.notice import Notice
from tests.card_files import write_card
from tests.keyboard import Typist
from tests.ui.conftest import RecordingNotices


@pytest.fixture
def typist() -> Typist:
    return Typist()


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders that the desktop was asked to open."""
    asked: list[Path] = []

    def open_url(url: QUrl) -> bool:
        asked.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return asked


def shown(qtbot: QtBot, services: Services, target: object = None) -> CardsPage:
    page = CardsPage(services)
    qtbot.addWidget(page)
    page.resize(1158, 684)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.first_focus().setFocus()
    page.open(target)
    return page


@pytest.fixture
def page(qtbot: QtBot, services: Services) -> CardsPage:
    return shown(qtbot, services)


def words(page: CardsPage) -> str:
    """Return everything that stands on the card."""
    content = page.view.text.widget()
    assert content is not None
    return "\n".join(label.text() for label in content.findChildren(QLabel))


def current(page: CardsPage) -> str:
    assert page.view.text.card is not None
    return page.view.text.card.id


def test_the_first_card_is_read_with_its_source_and_dates(page: CardsPage) -> None:
    assert page.view.list.count() == 9
    assert page.view.count.text() == "9 kort"
    assert current(page) == page.view.list.ids()[0] == "partial-sick-leave"
    text = words(page)
    assert "Lov om sygedagpenge §§ 7 og 53" in text
    assert "Sidst kontrolleret 22-11-2026" in text
    assert "Ikke kontrolleret" in text
    assert "uden garanti" in text


def test_typing_finds_and_shows_the_best_card(page: CardsPage, typist: Typist) -> None:
    typist.type("56 aftale")
    assert current(page) == "section-56"
    assert page.view.list.ids()[0] == "section-56"


def test_the_search_is_left_for_the_list_and_the_list_for_the_card(
    page: CardsPage, typist: Typist
) -> None:
    typist.press("Down")
    assert page.view.list.hasFocus()
    typist.press("Down")
    assert current(page) == page.view.list.ids()[1]
    typist.press("Enter")
    assert page.view.text.hasFocus()
    bar = page.view.text.verticalScrollBar()
    assert bar.maximum() > 0
    typist.press("Down")
    assert bar.value() > 0, "a card is scrolled by the arrow keys"
    typist.press("Esc")
    assert page.view.list.hasFocus()
    typist.press("Ctrl+F")
    assert page.view.search.hasFocus()


def test_nothing_found_is_said_with_a_way_back(page: CardsPage, typist: Typist) -> None:
    typist.type("raket")
    assert page.view.empty.isVisible()
    assert page.view.empty.sentence.text() == "Ingen kort passer til »raket«."
    QTest.mouseClick(page.view.empty.button, Qt.MouseButton.LeftButton)
    assert page.view.list.count() == 9
    assert page.view.text.isVisible()
    assert page.view.search.hasFocus()


def test_another_page_leads_to_a_card(qtbot: QtBot, services: Services) -> None:
    page = shown(qtbot, services, "lost-earnings")
    assert current(page) == "lost-earnings"
    assert page.view.list.currentRow() == page.view.list.ids().index("lost-earnings")


def test_a_card_past_its_date_is_marked_in_the_list_and_above_its_text(
    qtbot: QtBot, services: Services
) -> None:
    write_card(services.paths.cards, checked="2026-01-01", check_by="2026-11-20")
    page = shown(qtbot, services, "night-work")
    item = page.view.list.currentItem()
    assert item is not None
    assert item.text().endswith("jeres eget · Skulle kontrolleres senest 20-11-2026")
    notices = page.view.text.findChildren(Notice)
    assert [notice.label.text()[:58] for notice in notices] == [
        "Kortet skulle være kontrolleret igen senest 20-11-2026. Br"
    ]


def test_a_bad_file_is_told_and_hides_nothing(qtbot: QtBot, services: Services) -> None:
    write_card(services.paths.cards, "broken.da.md", topic="x", codes="?")
    page = shown(qtbot, services)
    assert page.view.problems.isVisible()
    said = page.view.problems.label.text()
    assert said.startswith("broken.da.md, linje 4: Emnet skal være et af")
    assert said.endswith("1 fejl mere i filer med kort.")
    assert page.view.list.count() == 9
    (services.paths.cards / "broken.da.md").unlink()
    page.reload()
    assert not page.view.problems.isVisible()


def test_what_stands_on_a_card_is_text_not_markup(qtbot: QtBot, services: Services) -> None:
    body = '<img src="file:///x"> <b>x</b>\n'
    write_card(services.paths.cards, body=body, title="<h1>Stor</h1>")
    page = shown(qtbot, services, "night-work")
    content = page.view.text.widget()
    assert content is not None
    labels = {label.text(): label for label in content.findChildren(QLabel)}
    for text in (body.strip(), "<h1>Stor</h1>"):
        assert labels[text].textFormat() is Qt.TextFormat.PlainText


def test_the_handout_is_the_one_of_the_command_line(
    page: CardsPage, store: Store, tmp_path: Path, typist: Typist, opened: list[Path]
) -> None:
    store.settings.set("export_folder", str(tmp_path / "out"))
    typist.press("Ctrl+P")
    path = tmp_path / "out" / "vejviser-kort-delvis-syge-og-raskmelding.pdf"
    card = page.view.text.card
    assert card is not None
    assert path.read_bytes() == to_pdf(card, page.services.today())
    assert page.handouts.isVisible()
    assert page.handouts.label.text() == f"Gemt: {path.name} i mappen out"
    QTest.mouseClick(page.handouts.button, Qt.MouseButton.LeftButton)
    assert opened == [path.parent]


def test_a_folder_that_cannot_be_written_is_explained(
    page: CardsPage, store: Store, tmp_path: Path, notices: RecordingNotices
) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    store.settings.set("export_folder", str(tmp_path / "file"))
    page.view.print_button.click()
    assert len(notices.errors) == 1
    assert not page.handouts.isVisible()


def test_the_folder_of_cards_is_made_and_opened(page: CardsPage, opened: list[Path]) -> None:
    page.view.folder_button.click()
    assert opened == [page.services.paths.cards]
    assert opened[0].is_dir()


def test_a_shipped_card_is_copied_to_be_edited_and_read_again(
    page: CardsPage, notices: RecordingNotices, opened: list[Path]
) -> None:
    page.open("section-56")
    page.view.edit_button.setFocus()
    page.view.edit_button.click()
    path = page.services.paths.cards / "section-56.da.md"
    assert opened == [path.parent]
    assert notices.told == [
        "Ret filen section-56.da.md i mappen data/cards, gem den, og tryk F5 her."
    ]
    assert page.view.text.hasFocus(), "the button that was pressed is gone"
    assert not page.view.edit_button.isVisible(), "it is their own card now"
    path.write_text(path.read_text("utf-8").replace("title: §56", "title: Vores §56"), "utf-8")
    page.reload()
    assert "Vores §56-aftale" in words(page)


def test_reading_again_keeps_card_and_scroll(page: CardsPage) -> None:
    page.open("section-56")
    bar = page.view.text.verticalScrollBar()
    assert bar.maximum() > 20
    bar.setValue(20)
    page.reload()
    assert current(page) == "section-56"
    assert page.view.text.verticalScrollBar().value() == 20


def test_english_cards_stand_in_an_english_window(qtbot: QtBot, services: Services) -> None:
    services.device.set("language", "en")
    write_card(services.paths.cards)
    page = shown(qtbot, services, "section-56")
    assert "The employer finds the form on virk.dk." in words(page)
    page.open("night-work")
    assert "There is no English card." in words(page)


def test_the_page_shows_what_the_command_line_lists(page: CardsPage) -> None:
    library = load_cards(page.services.paths)
    assert page.view.list.ids() == [card.id for card in library.all("da")]
