"""The parts round the pages: rail, header, status bar, toast, palette and sheet of keys."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from app.texts import LANGUAGES, Language
from app.ui import i18n, theme
from app.ui.palette import LIGHT
from app.ui.widgets.command_palette import CommandPalette
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.header import Header
from app.ui.widgets.hit import Hit
from app.ui.widgets.key_badge import KeyBadge, native
from app.ui.widgets.keys_sheet import KeysSheet
from app.ui.widgets.measure import em
from app.ui.widgets.notice import Notice
from app.ui.widgets.rail import Rail
from app.ui.widgets.status_bar import StatusBar
from app.ui.widgets.toast import Toast

COMMANDS = (
    Hit("new", "Ny henvendelse", "Handling", keys="Ctrl+N"),
    Hit("lem", "Vestas i Lem", "Arbejdsplads"),
)


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> QMainWindow:
    """A window with one field that has the focus."""
    theme.apply(qapp, "light")
    shown = QMainWindow()
    qtbot.addWidget(shown)
    shown.setCentralWidget(QLineEdit("her skrives"))
    shown.resize(900, 600)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.centralWidget().setFocus()
    return shown


def find(text: str) -> Sequence[Hit]:
    return [hit for hit in COMMANDS if text.lower() in hit.title.lower()]


@pytest.fixture
def rail(qapp: QApplication, qtbot: QtBot) -> Rail:
    theme.apply(qapp, "light")
    made = Rail("Vejviser")
    qtbot.addWidget(made)
    made.add_item("today", "I dag", "today")
    made.add_item("followups", "Opfølgning", "followups")
    made.add_item("lock", "Lås", "lock", keys="Ctrl+L", bottom=True, place=False)
    made.add_item("reports", "Rapporter", "reports")
    made.set_current("today")
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_the_rail_is_one_tab_stop_and_is_walked_with_arrows(rail: Rail, qtbot: QtBot) -> None:
    told: list[str] = []
    rail.activated.connect(told.append)
    rail.item("today").setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(QApplication.focusWidget(), key)
    assert rail.current() == "reports"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_End)
    assert QApplication.focusWidget() is rail.item("lock")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert told == ["reports", "lock"]
    assert rail.current() == "reports", "locking is no place"
    stops = [key for key in ("today", "followups", "reports", "lock") if _is_tab_stop(rail, key)]
    assert stops == ["lock"]


def test_a_click_in_the_rail_goes_there_once(rail: Rail, qtbot: QtBot) -> None:
    with qtbot.waitSignal(rail.activated) as signal:
        qtbot.mouseClick(rail.item("followups"), Qt.MouseButton.LeftButton)
    assert signal.args == ["followups"]
    qtbot.mouseClick(rail.item("followups"), Qt.MouseButton.LeftButton)
    assert rail.current() == "followups"
    with qtbot.assertNotEmitted(rail.activated):
        rail.set_current("today")


def test_a_count_is_shown_and_spoken(rail: Rail) -> None:
    item = rail.item("followups")
    before = item.grab().toImage()
    rail.set_count("followups", 4)
    assert item.accessibleName() == "Opfølgning, 4"
    assert item.grab().toImage() != before
    rail.set_count("followups", 0)
    assert item.accessibleName() == "Opfølgning"
    assert item.grab().toImage() == before


def test_the_header_opens_search_visit_and_registration(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, "light")
    header = Header("Søg person", "Ny henvendelse")
    qtbot.addWidget(header)
    header.show()
    assert not header.visit.isVisible()
    header.set_visit("Vestas i Lem · 09.00–10.00")
    for signal, button in (
        (header.search_clicked, header.search),
        (header.visit_clicked, header.visit),
        (header.primary_clicked, header.primary),
    ):
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert header.search.accessibleName() == "Søg person"
    header.set_visit("")
    assert not header.visit.isVisible()


def test_every_part_of_the_status_bar_opens_its_cause(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, "light")
    bar = StatusBar("Status")
    qtbot.addWidget(bar)
    for key, right in (("key", False), ("backup", False), ("day", True)):
        bar.add_part(key, key, right=right)
    bar.resize(900, 30)
    bar.show()
    with qtbot.waitSignal(bar.part_activated) as signal:
        qtbot.mouseClick(bar.part("backup"), Qt.MouseButton.LeftButton)
    assert signal.args == ["backup"]
    assert bar.part("key").x() < bar.part("backup").x() < bar.part("day").x()
    assert bar.part("backup").height() >= 24
    bar.set_part("backup", "Ingen sikkerhedskopi", "Den seneste er 9 dage gammel.", "warn")
    assert not bar.part("backup").icon().isNull(), "a state is not told by colour alone"
    assert bar.part("backup").accessibleDescription() == "Den seneste er 9 dage gammel."
    bar.set_part("backup", "")
    assert not bar.part("backup").isVisible()


def test_a_toast_offers_to_undo_and_leaves_the_focus_alone(
    window: QMainWindow, qtbot: QtBot
) -> None:
    toast, undone = Toast(window), []
    toast.show_message("Gemt.", "Fortryd", on_action=lambda: undone.append(True))
    assert toast.isVisible()
    assert QApplication.focusWidget() is window.centralWidget()
    assert window.rect().contains(toast.geometry())
    with qtbot.waitSignal(toast.closed):
        qtbot.mouseClick(toast.button, Qt.MouseButton.LeftButton)
    assert undone == [True]
    assert toast.isHidden()


def test_a_toast_goes_by_itself_and_an_error_stays(window: QMainWindow, qtbot: QtBot) -> None:
    toast = Toast(window)
    with qtbot.waitSignal(toast.closed, timeout=2000):
        toast.show_message("Gemt.", milliseconds=1)
    with qtbot.assertNotEmitted(toast.closed, wait=30):
        toast.show_message("Disken er fuld. " * 30, milliseconds=1, tone="danger")
    assert window.rect().contains(toast.geometry())
    assert toast.label.height() >= toast.label.heightForWidth(toast.label.width())
    qtbot.mouseClick(toast.close_button, Qt.MouseButton.LeftButton)
    assert toast.isHidden()


def test_a_toast_keeps_to_the_foot_of_the_window(window: QMainWindow) -> None:
    toast = Toast(window)
    toast.show_message("Gemt.")
    window.resize(700, 420)
    QApplication.processEvents()
    assert window.rect().contains(toast.geometry())
    assert toast.geometry().center().y() > window.height() * 0.7


def test_the_palette_runs_what_was_typed_and_gives_the_focus_back(
    window: QMainWindow, qtbot: QtBot
) -> None:
    palette = CommandPalette(window, "Søg overalt", find, "Søg")
    palette.start()
    assert QApplication.focusWidget() is palette.line
    assert palette.hits.list.count() == 2, "something is shown before anything is typed"
    qtbot.keyClicks(palette.line, "lem")
    with qtbot.waitSignal(palette.chosen) as signal:
        qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert signal.args == ["lem"]
    assert palette.isHidden()
    assert QApplication.focusWidget() is window.centralWidget()


def test_the_palette_says_when_nothing_is_found_and_escape_closes_it(
    window: QMainWindow, qtbot: QtBot
) -> None:
    palette = CommandPalette(window, "Søg overalt", find, "Søg")
    palette.start()
    qtbot.keyClicks(palette.line, "xyz")
    assert palette.hits.isHidden()
    with qtbot.assertNotEmitted(palette.chosen):
        qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    with qtbot.waitSignal(palette.closed):
        qtbot.keyClick(palette.line, Qt.Key.Key_Escape)
    palette.start()
    assert palette.line.text() == ""
    assert palette.hits.list.count() == 2


def test_an_overlay_closes_when_what_had_the_focus_was_built_again(
    window: QMainWindow, qtbot: QtBot
) -> None:
    row = QPushButton("Ring op", window.centralWidget())
    row.show()
    row.setFocus()
    palette = CommandPalette(window, "Søg overalt", find, "Søg")
    palette.start()
    delete(row)
    with qtbot.waitSignal(palette.closed):
        qtbot.keyClick(palette.line, Qt.Key.Key_Escape)


def test_an_overlay_goes_when_work_goes_on_elsewhere(window: QMainWindow) -> None:
    palette = CommandPalette(window, "Søg overalt", find, "Søg")
    palette.start()
    window.centralWidget().setFocus()
    assert palette.isHidden()
    assert QApplication.focusWidget() is window.centralWidget()


def test_the_sheet_of_keys_shows_all_keys_and_closes(window: QMainWindow, qtbot: QtBot) -> None:
    sheet = KeysSheet(window, "Taster")
    keys = [(("Ctrl+N",), "Ny henvendelse"), (("Ctrl+Return", "Ctrl+S"), "Gem")]
    sheet.show_keys([("Overalt", keys), ("Lister", [(("F2",), "Ret")])])
    badges = [badge.text() for badge in sheet.findChildren(KeyBadge)]
    assert badges == ["Ctrl+N", "Ctrl+↵", "Ctrl+S", "F2"]
    assert window.rect().contains(sheet.geometry())
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert sheet.isHidden()
    assert QApplication.focusWidget() is window.centralWidget()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_key_is_written_as_on_the_keyboard(qapp: QApplication, language: Language) -> None:
    i18n.install(qapp, language)
    assert native("Ctrl+Return") == "Ctrl+↵"
    assert native("Enter") == "↵"
    assert native("Ctrl+N") == "Ctrl+N"


def test_an_empty_page_says_one_sentence_and_has_one_button(
    qapp: QApplication, qtbot: QtBot
) -> None:
    theme.apply(qapp, "light")
    empty = EmptyState("Ingen henvendelser endnu.", "Ny henvendelse", "inquiries")
    qtbot.addWidget(empty)
    empty.show()
    with qtbot.waitSignal(empty.activated):
        qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)
    assert len(empty.findChildren(QPushButton)) == 1


def test_a_notice_tells_its_tone_by_colour_and_icon(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, "light")
    notice = Notice("Det ligner et CPR-nummer.", "warn", "Skjul")
    qtbot.addWidget(notice)
    notice.show()
    assert notice.grab().toImage().pixelColor(notice.width() // 2, 3).name() == LIGHT.warn.soft
    with qtbot.waitSignal(notice.activated):
        qtbot.mouseClick(notice.button, Qt.MouseButton.LeftButton)
    notice.set_text("Skjult.")
    assert notice.label.text() == "Skjult."


def _is_tab_stop(rail: Rail, key: str) -> bool:
    return bool(rail.item(key).focusPolicy() & Qt.FocusPolicy.TabFocus)


@pytest.mark.parametrize(("width", "texts"), [(1366, 14), (1366, 28), (700, 14)])
def test_a_toast_never_covers_what_the_status_bar_says(
    qtbot: QtBot, width: int, texts: int
) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    font = window.font()
    font.setPixelSize(texts)
    window.setFont(font)
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 0, 0)
    column.addStretch(1)
    bar = StatusBar("Status")
    column.addWidget(bar)
    window.setCentralWidget(content)
    for key in ("encrypted", "backup"):
        bar.add_part(key, "Sikkerhedskopi i dag kl. 08.24")
    sharing = bar.add_part("sharing", "2 måneder venter på at blive sendt", kept=True)
    bar.add_part("today", "uge 47 · lørdag 21-11-2026", right=True)
    window.resize(width, 700)
    window.show()
    qtbot.waitExposed(window)
    toast = Toast(window)
    toast.show_message("Gemt: 2 filer til PL i mappen Dokumenter. " * 4, "Åbn mappen")
    said = QRect(sharing.mapTo(window, QPoint(0, 0)), sharing.size())
    assert not toast.geometry().intersects(said)
    assert window.rect().contains(toast.geometry())
    assert sharing.width() >= min(sharing.sizeHint().width(), em(sharing, 12))
