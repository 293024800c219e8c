"""All widgets at once, in every look: named, large enough, whole, in order."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui import theme
from tests.screens import audits
from tests.screens.widget_gallery import Gallery

LOOKS = (("light", "normal", 1.0), ("dark", "compact", 1.0), ("light", "normal", 2.0))


@pytest.fixture(params=LOOKS, ids=lambda look: f"{look[0]}-{look[1]}-{look[2]}")
def gallery(request: pytest.FixtureRequest, qapp: QApplication, qtbot: QtBot) -> Gallery:
    choice, density, scale = request.param
    theme.apply(qapp, choice, density, scale)
    shown = Gallery()
    qtbot.addWidget(shown)
    shown.resize(1366, 768)
    shown.show()
    QApplication.processEvents()
    return shown


def test_everything_says_what_it_is_and_can_be_hit(gallery: Gallery) -> None:
    assert audits.without_name(gallery) == []
    assert audits.too_small(gallery) == []


def test_no_text_is_clipped(gallery: Gallery) -> None:
    assert (gallery.width(), gallery.height()) == (1366, 768), "the shell fits the screen"
    assert audits.clipped(gallery) == []


def test_the_tab_order_is_the_visual_order(gallery: Gallery, qtbot: QtBot) -> None:
    gallery.resize(2400, 2400)  # nothing is scrolled away while its place is looked at
    with qtbot.waitActive(gallery):
        gallery.activateWindow()
    gallery.rail.item("today").setFocus()
    stops = audits.tab_stops(gallery)
    assert len(stops) > 20
    assert audits.out_of_order(stops) == []
