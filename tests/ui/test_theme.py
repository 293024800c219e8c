"""The look: readable in both themes, at any size, and in the bundled font."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QPalette, QRawFont
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.paths import resource
from app.ui import fonts, icons, theme
from app.ui.contrast import PAIRS, Pair, contrast
from app.ui.palette import DARK, GROUP_CODES, LIGHT, Tokens, colour, tokens
from app.ui.stylesheet import Sizes, stylesheet
from app.ui.widgets.card import Card
from app.ui.widgets.measure import button

BOTH = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=lambda colours: colours.name)
NAMES_OF_THE_COUNTIES = "Æbletoft Ølgod Århus é"
NAMES_OF_THE_USERS = "Łukasz Żółć Ğülşah İpek ığ"


@BOTH
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair.front}-on-{pair.back}")
def test_every_pair_of_colours_can_be_told_apart(colours: Tokens, pair: Pair) -> None:
    front, back = colour(colours, pair.front), colour(colours, pair.back)
    assert contrast(front, back) >= pair.minimum, f"{pair.use}: {front} on {back}"


def test_contrast_is_measured_as_the_guideline_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#ffffff") == pytest.approx(1)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@BOTH
def test_the_five_groups_have_five_colours(colours: Tokens) -> None:
    assert len({colours.group(code).solid for code in GROUP_CODES}) == 5


@BOTH
@pytest.mark.parametrize("compact", [False, True])
def test_the_stylesheet_uses_no_colour_that_is_not_a_token(
    qapp: QApplication, colours: Tokens, compact: bool
) -> None:
    sheet = stylesheet(colours, Sizes.of(qapp, compact, 1.0))
    known = set(re.findall(r"#[0-9a-f]{6}", repr(colours)))
    assert set(re.findall(r"#[0-9a-fA-F]+\b", sheet)) <= known
    for picture in re.findall(r'url\("([^"]+)"\)', sheet):
        assert Path(picture).is_file()


def test_a_forced_theme_is_shown_and_can_be_switched_live(qapp: QApplication, qtbot: QtBot) -> None:
    shown = theme.apply(qapp, "light")
    field = QLineEdit("Karen")
    qtbot.addWidget(field)
    field.show()
    with qtbot.waitSignal(shown.changed):
        theme.apply(qapp, "dark")
    assert tokens() is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == DARK.window
    assert field.grab().toImage().pixelColor(field.width() // 2, 5).name() == DARK.card
    theme.apply(qapp, "light")
    assert tokens() is LIGHT
    assert field.grab().toImage().pixelColor(field.width() // 2, 5).name() == LIGHT.card


def test_following_the_system_asks_the_system(qapp: QApplication) -> None:
    shown = theme.apply(qapp, "system")
    system_is_dark = qapp.styleHints().colorScheme() == Qt.ColorScheme.Dark
    assert shown.colours is (DARK if system_is_dark else LIGHT)
    assert theme.theme_of(qapp) is shown


@pytest.mark.parametrize(("scale", "density"), [(1.0, "normal"), (1.0, "compact"), (2.0, "normal")])
def test_controls_grow_with_the_text(
    qapp: QApplication, qtbot: QtBot, scale: float, density: theme.Density
) -> None:
    theme.apply(qapp, "light", density, scale)
    body = 13 if density == "compact" else 14
    assert qapp.font().pointSizeF() * qapp.primaryScreen().logicalDotsPerInchY() / 72 == (
        pytest.approx(body * scale, abs=0.1)
    )
    made = button("Gem")
    qtbot.addWidget(made)
    made.show()
    assert made.height() >= max(24, made.fontMetrics().height())
    assert made.width() >= made.fontMetrics().horizontalAdvance("Gem")
    theme.apply(qapp, "light")


@pytest.mark.parametrize("kind", ["", "primary", "danger", "quiet", "link", "status", "visit"])
@pytest.mark.parametrize("choice", ["light", "dark"])
def test_the_focus_can_be_seen_on_every_kind_of_button(
    qapp: QApplication, qtbot: QtBot, kind: str, choice: theme.Choice
) -> None:
    theme.apply(qapp, choice)
    window = Card()
    qtbot.addWidget(window)
    made = button("Gem", kind)
    window.body.addWidget(made)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made.clearFocus()
    before = window.grab(made.geometry()).toImage()
    made.setFocus(Qt.FocusReason.TabFocusReason)
    after = window.grab(made.geometry()).toImage()
    changed = [
        contrast(before.pixelColor(x, y).name(), after.pixelColor(x, y).name())
        for x in range(before.width())
        for y in range(before.height())
        if before.pixelColor(x, y) != after.pixelColor(x, y)
    ]
    assert max(changed) >= 3
    theme.apply(qapp, "light")


def test_the_font_has_every_letter_that_is_needed(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    assert qapp.font().family() == fonts.FAMILY
    for weight in fonts.WEIGHTS:
        file = resource("fonts", f"Inter-{weight}.ttf")
        assert file.stat().st_size < 200_000
        assert file.read_bytes()[:4] == b"\x00\x01\x00\x00", "TrueType outlines, for the PDF"
        raw = QRawFont(str(file), 14)
        for letter in NAMES_OF_THE_COUNTIES + NAMES_OF_THE_USERS + "§–…»«·•→↵€½":
            assert raw.supportsCharacter(ord(letter)), letter


def test_the_font_comes_in_its_weights(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    assert {"Regular", "Medium", "Bold"} <= set(QFontDatabase.styles(fonts.FAMILY))
    widths = []
    for weight in (QFont.Weight.Normal, QFont.Weight.DemiBold, QFont.Weight.Bold):
        font = QFont(fonts.FAMILY, 20)
        font.setWeight(weight)
        widths.append(QFontMetricsF(font).horizontalAdvance("Henvendelser"))
    assert widths[0] < widths[1] < widths[2]


def test_digits_stand_under_each_other(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    metrics = QFontMetricsF(fonts.tabular(qapp.font()))
    assert len({round(metrics.horizontalAdvance(digit * 8), 3) for digit in "0123456789"}) == 1


@pytest.mark.parametrize("name", icons.names())
def test_every_icon_is_drawn_in_the_colour_it_is_asked_for(qapp: QApplication, name: str) -> None:
    drawn = icons.pixmap(name, "#ff0000", 24, 2.0).toImage()
    inked = {
        drawn.pixelColor(x, y).name()
        for x in range(drawn.width())
        for y in range(drawn.height())
        if drawn.pixelColor(x, y).alpha() == 255
    }
    assert inked == {"#ff0000"}


def test_a_button_keeps_its_icon_in_the_colour_of_the_theme(
    qapp: QApplication, qtbot: QtBot
) -> None:
    theme.apply(qapp, "light")
    made = button("Slet")
    qtbot.addWidget(made)
    icons.set_icon(made, "trash", "danger.text")
    assert LIGHT.danger.text in _inks(made)
    theme.apply(qapp, "dark")
    assert DARK.danger.text in _inks(made)
    icons.clear_icon(made)
    assert made.icon().isNull()
    theme.apply(qapp, "light")
    assert made.icon().isNull()


def test_a_role_can_change_while_it_is_shown(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, "light")
    words = QLabel("Datoen mangler")
    qtbot.addWidget(words)
    words.show()
    words.setProperty("role", "error")
    theme.restyle(words)
    assert words.palette().color(QPalette.ColorRole.WindowText).name() == LIGHT.danger.text


def _inks(made: QPushButton) -> set[str]:
    drawn = made.icon().pixmap(18, 18).toImage()
    return {drawn.pixelColor(x, y).name() for x in range(18) for y in range(18)}


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_link_begins_where_the_text_of_its_column_does(
    qapp: QApplication, qtbot: QtBot, scale: float
) -> None:
    theme.apply(qapp, "light", "normal", scale)
    link = button("Ret", "link")
    qtbot.addWidget(link)
    link.resize(200, link.sizeHint().height())
    link.show()
    ground = link.grab().toImage()
    first = min(
        x
        for x in range(ground.width())
        for y in range(ground.height())
        if ground.pixelColor(x, y).lightness() < 160
    )
    assert first <= 1 + scale, "an R begins a hair behind its edge"
