"""What lies over the workspace: the sheet of keys knows every key of the table of actions."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from app.models.store import Store
from app.models.types import Workplace
from app.ui import actions
from app.ui.overlays import Overlays
from app.ui.services import Services
from app.ui.widgets.key_badge import KeyBadge, native
from tests.records import add_person


def test_the_sheet_shows_every_key_also_the_second_ones(services: Services, qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(QWidget())
    window.resize(1366, 768)
    with qtbot.waitActive(window):
        window.show()
    overlays = Overlays(window, services)

    overlays.show_keys()

    sheet = overlays.keys_sheet
    shown = [badge.text() for badge in sheet.findChildren(KeyBadge)]
    of_pages = (*actions.PAGE_KEYS, *actions.FOLLOWUP_KEYS, *actions.CONSENT_KEYS)
    specs = (*actions.WINDOW_ACTIONS, *of_pages)
    assert sorted(shown) == sorted(native(key) for spec in specs for key in spec.keys)
    assert {"Ctrl+S", "F3", "Ctrl+6"} <= set(shown)
    meanings = {label.text() for label in sheet.findChildren(QLabel)}
    assert {services.words(spec.text) for spec in specs if spec.keys} <= meanings
    assert all(
        window.rect().contains(badge.mapTo(window, badge.rect().bottomRight()))
        for badge in sheet.findChildren(KeyBadge)
    )
    qtbot.keyClick(sheet.close_button, Qt.Key.Key_Escape)


def test_the_search_box_tells_namesakes_apart_and_says_that_there_are_more(
    services: Services, store: Store, lem: Workplace, qtbot: QtBot
) -> None:
    for year in range(1970, 1977):
        add_person(store, "Bo Holm", birth_year=year, workplace_id=lem.id)
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(QWidget())
    with qtbot.waitActive(window):
        window.show()
    palette = Overlays(window, services).palette
    palette.start()
    palette.line.setText("bo ho")
    rows = [palette.hits.list.item(row).text() for row in range(palette.hits.list.count())]
    people = [row for row in rows if row.startswith("Bo Holm")]
    told = [year for year in range(1970, 1977) if f"f. {year} · Vestas i Lem" in " ".join(people)]
    assert len(told) == len(people) == 5
    assert rows[len(people)] == "2 flere: skriv mere af navnet"
    palette.hits.list.setCurrentRow(len(people))
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert palette.isVisible(), "there is nothing to run in that line"
