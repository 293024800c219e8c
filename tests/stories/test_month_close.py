"""A month from its check list to the report of the next one, in the window and from a script.

The lead closes September 2019 in the window, a contact is corrected, the closed files stay the same
bytes in the window and in a process of its own, the figures are restated, and October prints it.
"""

import json
import subprocess
import sys
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.export import FORMATS
from app.models.inquiry_list import InquiryFilter
from app.models.periods import Period, months_back
from app.models.store import Store
from app.ui.pages.reports.close_panel import ClosePanel, RestatePanel
from app.ui.pages.reports.page import ReportsPage
from app.ui.services import Services
from tests.keyboard import Typist
from tests.stories.test_same_bytes import MONTH, ROOT, by_command, store

__all__ = ["store"]
SEPTEMBER = Period.month(months_back(MONTH.first, 1))


def exported(page: ReportsPage, store: Store, out: Path) -> dict[str, bytes]:
    """Press every export button and return the files."""
    store.settings.set("export_folder", str(out))
    for button in page.exports.buttons.values():
        button.click()
    written = {path.name: path.read_bytes() for path in out.iterdir()}
    assert len(written) == len(FORMATS)
    return written


def listed(folder: Path) -> list[dict[str, object]]:
    """Return the months as a process of its own lists them."""
    words = ["--data-dir", folder / "data", "--passphrase-file", folder / "passphrase"]
    command = [sys.executable, "-m", "app", *map(str, words), "close", "--list", "--format", "json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    months: list[dict[str, object]] = json.loads(done.stdout)["months"]
    return months


def close_with_keys(page: ReportsPage) -> None:
    """Open the check list and close the month though earlier ones are open."""
    page.closing.close_button.setFocus()
    Typist().press("Space")
    assert isinstance(page.closing.panel, ClosePanel)
    page.closing.panel.save_button.setFocus()
    Typist().press("Enter")


def correct_one(store: Store) -> None:
    """Give a contact of September another reason."""
    wanted = InquiryFilter(first=SEPTEMBER.first, last=SEPTEMBER.last)
    row = store.inquiries.rows(store.inquiries.list_seqs(wanted))[0]
    stored = store.inquiries.get(row.id)
    store.inquiries.change(replace(stored, reasons=("O03",)))


def test_a_closed_month_stays_the_same_bytes_until_it_is_restated(
    qtbot: QtBot, services: Services, store: Store, tmp_path: Path
) -> None:
    page = ReportsPage(services)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.open(SEPTEMBER)
    open_figures = page.content.tables["by_workplace"].model.index(0, 4).data()
    close_with_keys(page)
    assert store.month_closes.is_closed(SEPTEMBER.first)
    closed = exported(page, store, tmp_path / "closed")
    by_command(tmp_path, SEPTEMBER, [], "da", tmp_path / "command")
    assert {p.name: p.read_bytes() for p in (tmp_path / "command").iterdir()} == closed

    correct_one(store)
    assert page.content.tables["by_workplace"].model.index(0, 4).data() == open_figures
    corrected = exported(page, store, tmp_path / "corrected")
    by_command(tmp_path, SEPTEMBER, [], "da", tmp_path / "command")
    assert {p.name: p.read_bytes() for p in (tmp_path / "command").iterdir()} == corrected
    name = next(name for name in closed if name.endswith("-tal.csv"))
    before, after = (files[name].decode().splitlines() for files in (closed, corrected))
    added = [line for line in after if line not in before]
    assert [line for line in before if line not in after] == []
    assert all(",changed_since_close," in line for line in added)

    page.closing.open_restate()
    assert isinstance(page.closing.panel, RestatePanel)
    qtbot.keyClicks(page.closing.panel.reason, "Forkert årsag")
    qtbot.keyClick(page.closing.panel.reason, Qt.Key.Key_Return)
    page.open(MONTH)
    assert page.content.restated.isVisible()
    assert "Forkert årsag" in page.content.restated.universe.text()
    store.close()
    september = next(month for month in listed(tmp_path) if month["month"] == "2019-09")
    assert september["state"] == "closed"
    revisions = september["revisions"]
    assert isinstance(revisions, list)
    assert [each["reason"] for each in revisions] == ["", "Forkert årsag"]
