"""The grid of laptops and months: names and remarks stay in sight, and so does the newest month."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.models.month_closing import close_month
from app.models.periods import Period
from app.models.team.project import revoke
from app.ui.pages.collected.grid import Grid
from app.ui.pages.collected.page import CollectedPage
from tests.keyboard import Typist
from tests.records import add_contact
from tests.sharing import Project, card_of
from tests.ui.collected.test_collected_page import row_of
from tests.ui.conftest import shown
from tests.ui.sharing.conftest import Surround

A_YEAR = tuple(
    Period.month(date(2025 + (11 + at) // 12, (11 + at) % 12 + 1, 1)) for at in range(11)
)
"""December 2025 to October 2026."""


@pytest.fixture
def page(qtbot: QtBot, around: Surround, project: Project, tmp_path: Path) -> CollectedPage:
    """A year of Anne's months at the lead; Bo sent the last one alone."""
    for month in A_YEAR[:-2]:
        add_contact(project.ann, None, month.first)
        close_month(project.ann, month, anyway=True)
    project.post(project.ann, *A_YEAR)
    project.post(project.bo, A_YEAR[-1])
    made = shown(qtbot, CollectedPage(around(project.lead)))
    made.resize(800, 660)
    for store in (project.ann, project.bo):
        made.take(project.carry(store, tmp_path / "breve"))
    return made


def in_sight(grid: Grid, column: int) -> bool:
    """Tell whether a column of months is seen whole, beside what is frozen."""
    rect = grid.visualRect(grid.grid.index(0, column))
    return grid.frozen.covered <= rect.left() and rect.right() < grid.viewport().width()


def test_the_newest_month_is_in_sight_and_the_names_are_beside_it(page: CollectedPage) -> None:
    grid = page.months.grid
    assert grid.horizontalScrollBar().maximum() > 0, "else there is nothing to see"
    assert in_sight(grid, grid.grid.columnCount() - 1)
    assert grid.frozen.isVisible()
    assert not grid.frozen.isColumnHidden(0)
    assert grid.frozen.isColumnHidden(2)
    assert grid.frozen.covered < grid.viewport().width() / 2


def test_keys_reach_the_oldest_month_and_it_is_not_hidden_beneath_the_names(
    page: CollectedPage,
) -> None:
    grid = page.months.grid
    grid.setFocus()
    grid.setCurrentIndex(grid.grid.index(0, grid.grid.columnCount() - 1))
    for column in range(grid.grid.columnCount() - 2, 1, -1):
        Typist().press("Left")
        assert grid.currentIndex().column() == column
        assert in_sight(grid, column)
    before = grid.horizontalScrollBar().value()
    Typist().press("Left")
    assert grid.currentIndex().column() == 0, "there is nothing to remark"
    assert grid.horizontalScrollBar().value() == before
    page.reload()
    assert grid.horizontalScrollBar().value() == before, "reading again moves nothing"


def test_a_heading_of_the_frozen_columns_sorts_both(page: CollectedPage) -> None:
    grid = page.months.grid
    assert grid.cell(0, 0) == "Anne Berg (AB)"
    grid.frozen.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    assert grid.cell(0, 0) == "Carl Dam (CD)"
    assert grid.horizontalHeader().sortIndicatorOrder().name == "DescendingOrder"


def test_a_revoked_laptop_is_called_so_and_its_months_are_not_awaited(
    page: CollectedPage, project: Project
) -> None:
    revoke(project.lead, card_of(project.bo).device)
    page.reload()
    row = row_of(page, "CD")
    assert row[1] == "spærret 21-11-2026"
    assert not page.months.grid.frozen.isColumnHidden(1)
    page.months.grid.setFocus()
    page.months.grid.setCurrentIndex(page.months.grid.grid.index(1, 2))
    assert page.months.details.text() == (
        "Carl Dam (CD), december 2025: ventes ikke, for computeren er spærret"
    )


def test_a_month_from_before_a_laptop_belonged_is_not_late(page: CollectedPage) -> None:
    row = row_of(page, "AB")
    assert row[2] == "sendt", "December was sent in November, and nobody waited for it"
    assert row[-1] == "sendt for sent"
