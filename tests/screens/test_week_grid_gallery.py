"""The week grid is drawn once in each mode and look, for a person to see."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui import theme
from app.ui.widgets.week_grid import Mode, WeekGrid
from tests.screens import audits
from tests.screens.grid_examples import FRIDAY, MONTH, WEEK, visit, week_items

DAYS = {"day": WEEK[1:2], "week": WEEK, "month": MONTH}
LOOKS = (("light", "normal", 1.0), ("dark", "compact", 1.0), ("light", "normal", 2.0))


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look[0]}-{look[2]}")
@pytest.mark.parametrize("mode", ["day", "week", "month"])
def test_the_grid_is_drawn_in_every_look(
    qapp: QApplication,
    qtbot: QtBot,
    screens_folder: Path,
    mode: Mode,
    look: tuple[theme.Choice, theme.Density, float],
) -> None:
    theme.apply(qapp, *look)
    grid = WeekGrid()
    qtbot.addWidget(grid)
    grid.resize(860, 600)
    crowd = [visit(f"sted {n}", 3, 800 + 5 * n, 900, f"Sted {n}") for n in range(6)]
    grid.show_days(mode, DAYS[mode], [*week_items(), *crowd], today=FRIDAY, now=9 * 60 + 24)
    grid.select("gpv")
    grid.show()
    assert audits.too_small(grid) == []
    assert audits.without_name(grid) == []
    assert audits.clipped(grid) == []
    assert grid.grab().save(str(screens_folder / f"grid-{mode}-{look[0]}-{look[2]}.png"))
    theme.apply(qapp, "light")
