"""Every dumb widget is drawn once in each look, for a person to see."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui import theme
from tests.screens.widget_gallery import Gallery

SCREENS = Path(__file__).resolve().parents[2] / "out" / "screens"


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_the_gallery_is_drawn_in_both_themes(
    qapp: QApplication, qtbot: QtBot, choice: theme.Choice
) -> None:
    theme.apply(qapp, choice)
    gallery = Gallery()
    qtbot.addWidget(gallery)
    gallery.resize(1366, 900)
    gallery.show()
    gallery.activateWindow()
    gallery.type_ahead.line.setFocus()
    qtbot.keyClicks(gallery.type_ahead.line, "s")
    SCREENS.mkdir(parents=True, exist_ok=True)
    picture = gallery.grab()
    assert picture.save(str(SCREENS / f"widgets-{choice}.png"))
    colours = theme.theme_of(qapp).colours
    page = picture.toImage().pixelColor(gallery.rail.width() + 4, gallery.height() // 2)
    assert page.name() == colours.window
    assert picture.toImage().pixelColor(4, 4).name() == colours.rail
