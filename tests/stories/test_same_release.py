"""What the window releases, the command line writes again byte for byte, in a process of its own."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.export.outside.files import OUTSIDE_FORMATS
from app.export.outside.profiles import Profile
from app.models.demo import DEMO_PASSPHRASE, PUBLISHED_LAST, build_demo
from app.models.month_closing import close_month
from app.models.periods import Period
from app.models.store import Store
from app.paths import Paths
from app.texts import Language
from app.ui.pages.outside.page import OutsidePage
from app.ui.pages.outside.target import Wanted
from app.ui.services import Services
from tests.stores import CHEAP, copied, standing_clock

ROOT = Path(__file__).parents[2]
MONTH = Period.month(PUBLISHED_LAST)


@pytest.fixture(scope="module")
def closed_demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of the demo project with its last month closed; to be copied only."""
    paths = Paths(tmp_path_factory.mktemp("demo") / "data")
    made, _ = build_demo(paths, clock=standing_clock(), params=CHEAP)
    close_month(made, MONTH, anyway=True)
    made.close()
    return paths.data_dir


@pytest.fixture
def store(closed_demo: Path, tmp_path: Path) -> Iterator[Store]:
    opened = copied(closed_demo, tmp_path, standing_clock(), DEMO_PASSPHRASE)
    yield opened
    opened.close()


@pytest.mark.parametrize("language", ["da", "en"])
def test_window_and_command_line_write_the_same_release(
    qtbot: QtBot, services: Services, store: Store, tmp_path: Path, language: Language
) -> None:
    services.device.set("language", language)
    store.settings.set("export_folder", str(tmp_path / "window"))
    page = OutsidePage(services)
    qtbot.addWidget(page)
    page.open(Wanted(Profile.STEERING, MONTH))
    page.card.confirm.click()
    assert len(store.releases.heads()) == 1
    store.close()

    (tmp_path / "passphrase").write_text(DEMO_PASSPHRASE, "utf-8")
    words = ["--data-dir", tmp_path / "data", "--passphrase-file", tmp_path / "passphrase"]
    words += ["--language", language, "report", "--profile", "steering"]
    words += ["--month", f"{MONTH.first:%Y-%m}", "--out", tmp_path / "command"]
    for name in OUTSIDE_FORMATS:
        words += ["--format", name]
    command = [sys.executable, "-m", "app", *map(str, words)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()

    written = {path.name: path.read_bytes() for path in (tmp_path / "window").iterdir()}
    assert len(written) == len(OUTSIDE_FORMATS) + 1
    assert {p.name: p.read_bytes() for p in (tmp_path / "command").iterdir()} == written
