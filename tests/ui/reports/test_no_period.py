"""While what is typed is no period, no file is made: it would be of another one."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.models.periods import Period
from app.models.store import Store
from app.ui.pages.reports.page import ReportsPage
from app.ui.services import Services

OWN = Period(date(2026, 10, 5), date(2026, 11, 4))


def test_files_wait_until_there_is_a_period(
    qtbot: QtBot, services: Services, store: Store, tmp_path: Path
) -> None:
    store.settings.set("export_folder", str(tmp_path / "out"))
    page = ReportsPage(services)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.open(OWN)
    last = page.controls.picker.last.line
    for typed, usable in (("04-10-2026", False), ("", False), ("04-11-2026", True)):
        last.selectAll()
        qtbot.keyClick(last, Qt.Key.Key_Delete)
        qtbot.keyClicks(last, typed)
        qtbot.keyClick(last, Qt.Key.Key_Return)
        assert [each.isEnabled() for each in page.exports.buttons.values()] == [usable] * 4
        page.exports.buttons["csv"].click()
        assert (tmp_path / "out").exists() is usable
