"""Every page, in both themes and both languages, at 1366×768 and with a doubled font."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from pytestqt.qtbot import QtBot

from app.ui.page_list import PAGE_NAMES
from app.ui.pages.settings.page import SettingsPage
from tests.screens import audits
from tests.screens.conftest import SMALL_LAPTOP, Show

LOOKS = [("light", "da"), ("dark", "da"), ("light", "en"), ("dark", "en")]


Pictures = dict[tuple[str, str, str], QImage]


@pytest.fixture(scope="module")
def pictures() -> Pictures:
    """What was drawn so far, at half the size, by page, look and language."""
    return {}


def half(picture: QPixmap) -> QImage:
    width, height = (side // 2 for side in SMALL_LAPTOP)
    return picture.toImage().smoothScaled(width, height)


@pytest.mark.parametrize("page", PAGE_NAMES)
@pytest.mark.parametrize(("look", "language"), LOOKS)
def test_a_page_is_drawn(
    show: Show, screens_folder: Path, pictures: Pictures, page: str, look: str, language: str
) -> None:
    workspace = show(page, look=look, language=language)
    picture = workspace.window().grab()
    assert picture.save(str(screens_folder / f"{page}-{look}-{language}.png"))
    assert (picture.width(), picture.height()) == SMALL_LAPTOP
    pictures[page, look, language] = half(picture)
    assert audits.clipped(workspace) == []


@pytest.mark.parametrize("page", PAGE_NAMES)
def test_everything_says_what_it_is_and_can_be_hit(show: Show, page: str) -> None:
    workspace = show(page)
    assert audits.without_name(workspace) == []
    assert audits.too_small(workspace) == []
    assert audits.doubled_mnemonics(workspace) == []


@pytest.mark.parametrize("page", PAGE_NAMES)
def test_the_focus_goes_as_the_eye_does_and_comes_round(
    show: Show, qtbot: QtBot, page: str
) -> None:
    workspace = show(page)
    with qtbot.waitActive(workspace.window()):
        workspace.window().activateWindow()
    workspace.rail.item(workspace.rail.current()).setFocus()
    stops = audits.tab_stops(workspace)
    assert len(stops) > 3
    assert audits.out_of_order(stops) == []


@pytest.mark.parametrize(
    ("part", "page", "section"),
    [("encrypted", "settings", "lock"), ("backup", "settings", "backups"), ("today", "today", "")],
)
def test_every_part_of_the_status_bar_opens_its_cause(
    show: Show, part: str, page: str, section: str
) -> None:
    workspace = show("reports")
    workspace.status.part(part).click()
    assert workspace.current_name() == page
    shown = workspace.current_page()
    if isinstance(shown, SettingsPage):
        assert shown.section_name() == section


@pytest.mark.parametrize("page", PAGE_NAMES)
@pytest.mark.parametrize("language", ["da", "en"])
def test_nothing_is_clipped_at_twice_the_font(
    show: Show, screens_folder: Path, page: str, language: str
) -> None:
    workspace = show(page, language=language, percent=200)
    assert workspace.window().grab().save(str(screens_folder / f"{page}-200-{language}.png"))
    assert audits.clipped(workspace) == []
    assert audits.overlapping(workspace) == []
    assert audits.cut_off(workspace) == []
    assert audits.sideways(workspace) == []


def test_all_pages_stand_on_one_contact_sheet(
    show: Show, screens_folder: Path, pictures: Pictures
) -> None:
    width, height = (side // 2 for side in SMALL_LAPTOP)
    sheet = QImage(width * len(LOOKS), height * len(PAGE_NAMES), QImage.Format.Format_RGB32)
    sheet.fill(QColor("white"))
    painter = QPainter(sheet)
    for column, (look, language) in enumerate(LOOKS):
        for row, page in enumerate(PAGE_NAMES):
            if (page, look, language) not in pictures:
                grabbed = show(page, look=look, language=language).window().grab()
                pictures[page, look, language] = half(grabbed)
            picture = pictures[page, look, language]
            painter.drawImage(column * width, row * height, picture)
    painter.end()
    path = screens_folder / "contact-sheet.png"
    assert sheet.save(str(path))
    assert QImage(str(path)).height() == height * len(PAGE_NAMES)
