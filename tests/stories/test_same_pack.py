"""The evaluator's pack of the window is that of the command line, byte for byte but for the ids."""

import csv
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.export.evaluator.files import run_evaluator
from app.models.clock import local_today, system_clock
from app.models.demo import DEMO_PASSPHRASE, PUBLISHED_FIRST, PUBLISHED_LAST
from app.models.periods import Period
from app.models.store import Store
from app.ui.pages.evaluator.page import EvaluatorPage
from app.ui.services import Services
from tests.export.evaluator.made_up import counted_ids
from tests.stores import copied, standing_clock

ROOT = Path(__file__).parents[2]
WHOLE = Period(PUBLISHED_FIRST, PUBLISHED_LAST)
WITH_IDS = ("contacts.csv", "contact_reasons.csv", "contact_advice.csv")


@pytest.fixture
def store(demo_of_today: Path, tmp_path: Path) -> Iterator[Store]:
    """The demo project, with the day of today, which is printed and which the process knows."""
    opened = copied(demo_of_today, tmp_path, standing_clock(datetime.now(UTC)), DEMO_PASSPHRASE)
    yield opened
    opened.close()


@pytest.fixture
def page(qtbot: QtBot, services: Services, store: Store, tmp_path: Path) -> EvaluatorPage:
    store.settings.set("export_folder", str(tmp_path / "window"))
    page = EvaluatorPage(services)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.open(WHOLE)
    return page


def by_command(folder: Path, *more: str) -> None:
    """Run the command ``evaluator`` in a process of its own."""
    (folder / "passphrase").write_text(DEMO_PASSPHRASE, "utf-8")
    words = ["--data-dir", folder / "data", "--passphrase-file", folder / "passphrase"]
    words += ["evaluator", "--from", "2018-02", "--to", "2019-10", "--out", folder / "command"]
    command = [sys.executable, "-m", "app", *(str(word) for word in words), *more]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder by its path there."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def contacts(folder: Path) -> list[tuple[object, ...]]:
    """Return every contact of a pack with its reasons and advice, without its id, in order."""
    found: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for path in sorted(folder.rglob("contact*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for key, *rest in list(csv.reader(file))[1:]:
                found[key].append((path.name, *rest))
    return sorted(tuple(lines) for lines in found.values())


def test_with_the_same_ids_window_and_function_write_the_same_bytes(
    page: EvaluatorPage, store: Store, tmp_path: Path
) -> None:
    page.ids = counted_ids()
    page.writing.real.click()
    run_evaluator(store, WHOLE, tmp_path / "command", counted_ids())
    assert len(contents(tmp_path / "window")) == 15
    assert contents(tmp_path / "command") == contents(tmp_path / "window")


def test_window_and_process_differ_in_the_ids_alone(
    page: EvaluatorPage, store: Store, tmp_path: Path
) -> None:
    page.writing.real.click()
    store.close()
    by_command(tmp_path)
    if local_today(store.clock) != local_today(system_clock):
        pytest.skip("midnight passed between the two exports")
    window, command = (contents(tmp_path / each) for each in ("window", "command"))
    assert window.keys() == command.keys()
    different = {Path(name).name for name in window if window[name] != command[name]}
    assert different == set(WITH_IDS)
    assert len(contacts(tmp_path / "window")) > 200
    assert contacts(tmp_path / "command") == contacts(tmp_path / "window")


def test_the_twin_is_the_same_from_both(page: EvaluatorPage, tmp_path: Path, store: Store) -> None:
    page.writing.synthetic.click()
    store.close()
    by_command(tmp_path, "--synthetic")
    assert contents(tmp_path / "command") == contents(tmp_path / "window")
