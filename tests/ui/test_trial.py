"""The self-test's look at the window: it passes on a sound store and tells of a fault."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.models.periods import Period
from app.paths import Paths
from app.ui.page_list import PAGE_NAMES
from app.ui.trial import show_every_page
from tests.stores import PASSPHRASE, new_store, standing_clock

NOVEMBER = Period.month(date(2026, 11, 1))


def test_every_page_is_shown(qapp: QApplication, tmp_path: Path) -> None:
    new_store(tmp_path).close()
    paths = Paths(tmp_path / "data")
    assert show_every_page(paths, PASSPHRASE, NOVEMBER, standing_clock()) == len(PAGE_NAMES)
    assert not [widget for widget in qapp.topLevelWidgets() if widget.isVisible()]


def test_a_fault_that_the_window_survives_is_told(qapp: QApplication, tmp_path: Path) -> None:
    store = new_store(tmp_path)
    store.database.execute("ALTER TABLE followup RENAME TO gone")
    store.close()
    with pytest.raises(RuntimeError, match="met a fault"):
        show_every_page(Paths(tmp_path / "data"), PASSPHRASE, NOVEMBER, standing_clock())
