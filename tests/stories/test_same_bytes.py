"""What the window exports, the command line exports byte for byte, in a process of its own."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.export import FORMATS
from app.models.clock import local_today, system_clock
from app.models.demo import DEMO_PASSPHRASE, PUBLISHED_FIRST, PUBLISHED_LAST
from app.models.periods import Period
from app.models.store import Store
from app.texts import Language
from app.ui.pages.reports.page import ReportsPage
from app.ui.services import Services
from tests.stores import copied, standing_clock

ROOT = Path(__file__).parents[2]
WHOLE = Period(PUBLISHED_FIRST, PUBLISHED_LAST)
MONTH = Period.month(PUBLISHED_LAST)


@pytest.fixture
def store(demo_of_today: Path, tmp_path: Path) -> Iterator[Store]:
    """The demo project, with the day of today, which is printed and which the process knows."""
    opened = copied(demo_of_today, tmp_path, standing_clock(datetime.now(UTC)), DEMO_PASSPHRASE)
    yield opened
    opened.close()


def by_window(
    qtbot: QtBot, services: Services, store: Store, period: Period, codes: list[str], out: Path
) -> None:
    """Choose period and workplaces on the page and press every export button."""
    store.settings.set("export_folder", str(out))
    page = ReportsPage(services)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.open(period)
    page.controls.workplaces.set_codes(codes)
    page.controls.workplaces.changed.emit()
    for button in page.exports.buttons.values():
        button.click()


def by_command(folder: Path, period: Period, codes: list[str], language: str, out: Path) -> None:
    """Run the command ``report`` with all formats."""
    (folder / "passphrase").write_text(DEMO_PASSPHRASE, "utf-8")
    words = ["--data-dir", folder / "data", "--passphrase-file", folder / "passphrase"]
    words += ["--language", language, "report", "--out", out]
    words += ["--from", period.first.isoformat(), "--to", period.last.isoformat()]
    for name in FORMATS:
        words += ["--format", name]
    for code in codes:
        words += ["--workplace", code]
    command = [sys.executable, "-m", "app", *(str(word) for word in words)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


@pytest.mark.parametrize(
    ("period", "codes", "language"),
    [(WHOLE, [], "da"), (MONTH, ["VESTAS-LE", "ARLA-DP"], "da"), (WHOLE, [], "en")],
    ids=["whole project", "month at two workplaces", "English"],
)
def test_window_and_command_line_write_the_same_bytes(
    qtbot: QtBot,
    services: Services,
    store: Store,
    tmp_path: Path,
    period: Period,
    codes: list[str],
    language: Language,
) -> None:
    services.device.set("language", language)
    by_window(qtbot, services, store, period, codes, tmp_path / "window")
    store.close()
    by_command(tmp_path, period, codes, language, tmp_path / "command")
    if local_today(store.clock) != local_today(system_clock):
        pytest.skip("midnight passed between the two exports")

    written = {path.name: path.read_bytes() for path in (tmp_path / "window").iterdir()}
    assert len(written) == len(FORMATS)
    assert {p.name: p.read_bytes() for p in (tmp_path / "command").iterdir()} == written
    assert b"DEMO" in written[next(name for name in written if name.endswith("-excel.csv"))]
