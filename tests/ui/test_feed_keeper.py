"""The calendar file follows the plan while the window is open, and says once when it cannot."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.errors import UserError
from app.export.feed import FEED_NAME
from app.models.planning import cancel_visit
from app.paths import Paths
from app.ui.bus import Bus
from app.ui.feed_keeper import FeedKeeper
from tests.planned import Planned, planned


@pytest.fixture
def plan(tmp_path: Path) -> Iterator[Planned]:
    with planned(tmp_path) as made:
        yield made


@pytest.fixture
def folder(plan: Planned, tmp_path: Path) -> Path:
    chosen = tmp_path / "kalender"
    chosen.mkdir()
    plan.store.settings.set("feed_folder", str(chosen))
    return chosen


@pytest.fixture
def keeper(qtbot: QtBot, plan: Planned, tmp_path: Path) -> Iterator[FeedKeeper]:
    assert plan.store.key is not None
    made = FeedKeeper(Paths(tmp_path / "data"), plan.store.key, plan.clock, "da")
    made.soon = 20
    bus = Bus(made)
    bus.changed.connect(made.note)
    plan.store.subscribe(bus.publish)
    yield made
    made.close(wait=True)


def test_the_file_is_there_when_it_starts_and_follows_a_change(
    qtbot: QtBot, plan: Planned, folder: Path, keeper: FeedKeeper
) -> None:
    path = folder / FEED_NAME
    keeper.start()
    qtbot.waitUntil(path.exists)
    assert "aflyst" not in path.read_text("utf-8")
    cancel_visit(plan.store, plan.friday(6), "sygdom")
    qtbot.waitUntil(lambda: "aflyst" in path.read_text("utf-8"))


def test_a_new_day_moves_what_it_shows(
    qtbot: QtBot, plan: Planned, folder: Path, keeper: FeedKeeper
) -> None:
    keeper.start()
    path = folder / FEED_NAME
    qtbot.waitUntil(path.exists)
    before = path.read_bytes()
    keeper.look()
    plan.clock.now += timedelta(days=7)
    keeper.look()
    qtbot.waitUntil(lambda: path.read_bytes() != before)


def test_without_a_folder_nothing_is_written_and_nothing_is_said(
    qtbot: QtBot, plan: Planned, keeper: FeedKeeper, tmp_path: Path
) -> None:
    with qtbot.assertNotEmitted(keeper.failed):
        keeper.start()
        keeper.close(wait=True)
    assert list(tmp_path.rglob("*.ics")) == []


def test_a_missing_folder_is_told_of_once_until_it_worked_again(
    qtbot: QtBot, plan: Planned, folder: Path, keeper: FeedKeeper
) -> None:
    told: list[UserError] = []
    keeper.failed.connect(told.append)

    def write() -> None:
        with qtbot.waitSignal(keeper.finished):
            keeper.write()

    folder.rmdir()
    write()
    write()
    assert [error.message("da").count("kalender") for error in told] == [1]
    folder.mkdir()
    write()
    (folder / FEED_NAME).unlink()
    folder.rmdir()
    write()
    assert len(told) == 2


def test_a_change_just_before_the_end_is_still_written(
    qtbot: QtBot, plan: Planned, folder: Path, keeper: FeedKeeper
) -> None:
    keeper.soon = 60_000
    cancel_visit(plan.store, plan.friday(6), "sygdom")
    keeper.close(wait=True)
    assert "aflyst" in (folder / FEED_NAME).read_text("utf-8")


def test_after_the_lock_nothing_is_written(
    qtbot: QtBot, plan: Planned, folder: Path, keeper: FeedKeeper
) -> None:
    keeper.close(wait=False)
    keeper.write()
    cancel_visit(plan.store, plan.friday(6), "sygdom")
    keeper.close(wait=True)
    assert list(folder.iterdir()) == []
