"""A lead asks what a figure is: months and laptops, how persons are known, and nowhere to jump to."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.ui.pages.reports.page import ReportsPage
from app.ui.pages.reports.place import Place
from tests.keyboard import Typist
from tests.sharing import OCTOBER, SEPTEMBER, Project
from tests.ui.reports.test_asking import read
from tests.ui.reports.test_reports_page import shown
from tests.ui.sharing.conftest import Surround, around, project

__all__ = ["around", "project"]


@pytest.fixture
def page(qtbot: QtBot, around: Surround, project: Project, tmp_path: Path) -> ReportsPage:
    """September at the lead, with what both counsellors sent of it; of October Anne's alone."""
    project.post(project.ann, SEPTEMBER, OCTOBER)
    project.post(project.bo, SEPTEMBER)
    for store in (project.ann, project.bo):
        project.take(*project.carry(store, tmp_path / "breve"))
    page = shown(qtbot, around(project.lead))
    page.open(SEPTEMBER)
    return page


def ask(page: ReportsPage, table: str, row: int, column: int) -> None:
    view = page.content.tables[table].table
    view.setFocus()
    view.setCurrentIndex(view.model().index(row, column))
    Typist().press("Enter")


def test_rows_say_month_and_laptop_and_enter_leads_nowhere(
    qtbot: QtBot, page: ReportsPage, visited: list[tuple[str, object]]
) -> None:
    ask(page, "by_workplace", 0, 1)
    panel = page.asking.panel
    assert panel.isVisible()
    rows = read(qtbot, panel)
    assert rows
    assert {row[0] for row in rows} == {"september 2026"}
    assert {row[1].split(" · ")[0] for row in rows} == {"AB", "CD"}
    assert not any("Person" in row[1] for row in rows)
    headings = [panel.model.headerData(at, Qt.Orientation.Horizontal) for at in range(2)]
    assert headings == ["Måned", "Fra computer, og hvad"]
    assert panel.keys.text() == "Esc går tilbage."
    panel.rows.setFocus()
    panel.rows.selectRow(0)
    Typist().press("Enter")
    assert visited == []
    assert panel.isVisible()
    Typist().press("Ctrl+C")
    copied = QGuiApplication.clipboard().text()
    assert "september 2026\tAB · " in copied or "september 2026\tCD · " in copied
    Typist().press("Esc")
    assert not panel.isVisible()


def test_unique_persons_are_shown_with_how_they_are_known(qtbot: QtBot, page: ReportsPage) -> None:
    page.asking.ask(Place("key_figures", "persons_seen", "count", "card"))
    panel = page.asking.panel
    assert panel.known.isVisible()
    assert panel.known.text() == (
        "Af de unikke personer er 1 kendt på flere computere: "
        "1 på både telefonnummer og navn med fødselsår."
    )
    rows = read(qtbot, panel)
    assert rows[0][:2] == (
        "september 2026",
        "AB, CD, kendt på telefon og navn · Unik",
    )


def test_the_page_says_from_whom_the_figures_are_and_what_is_missing(page: ReportsPage) -> None:
    assert "Tallene er samlet fra 2 vejlederes computere: AB, CD. Ingen måned mangler." in (
        page.closing.told.text()
    )
    page.open(OCTOBER)
    assert "computer: AB. Her MANGLER: CD oktober 2026." in page.closing.told.text()
