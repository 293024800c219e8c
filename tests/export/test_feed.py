"""The calendar file that is kept in a folder for the counsellor of this computer."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.errors import UserError
from app.export.feed import FEED_NAME, write_feed
from app.models.plan import read_plan
from app.models.planning import assign_visit, cancel_visit
from tests.canaries import found_in
from tests.export.small_calendar import events
from tests.planned import SECRETS, Planned, planned


@pytest.fixture
def plan(tmp_path: Path) -> Iterator[Planned]:
    with planned(tmp_path / "projekt") as made:
        yield made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "kalender"
    made.mkdir()
    return made


def test_it_reaches_four_weeks_back_and_half_a_year_ahead(plan: Planned, folder: Path) -> None:
    plan.clock.now += timedelta(weeks=8)
    path = write_feed(plan.store, folder)
    today = date(2026, 11, 26)
    period = (today - timedelta(weeks=4), today + timedelta(weeks=26))
    expected = {
        f"{visit.id}@vejviser"
        for visit in read_plan(plan.store, *period, counsellor_ids=(plan.km,))
        if visit.closure is None
    }
    assert path == folder / FEED_NAME
    assert events(path.read_bytes()).keys() == expected


def test_it_is_touched_only_when_it_differs(plan: Planned, folder: Path) -> None:
    path = write_feed(plan.store, folder)
    before = path.stat().st_ino
    write_feed(plan.store, folder)
    assert path.stat().st_ino == before
    cancel_visit(plan.store, plan.friday(6), "sygdom")
    write_feed(plan.store, folder)
    assert path.stat().st_ino != before
    assert [item.name for item in folder.iterdir()] == [FEED_NAME]


def test_what_is_gone_from_the_plan_is_gone_from_it(plan: Planned, folder: Path) -> None:
    plan.clock.now += timedelta(days=1)
    plan.store.presence_rules.end(plan.fridays.id, date(2026, 11, 13))
    assign_visit(plan.store, plan.friday(6), (plan.jb,))
    shown = events(write_feed(plan.store, folder).read_bytes())
    fridays = [key for key in shown if plan.fridays.id in key]
    assert {shown[key]["DTSTART"][:8] for key in fridays} == {"20261030", "20261113"}


def test_it_speaks_the_language_of_the_window_and_names_nobody(plan: Planned, folder: Path) -> None:
    plan.busy_month()
    path = write_feed(plan.store, folder, "en")
    assert "Vejviser: Vestas i Lem (cancelled)" in path.read_text("utf-8")
    secrets = {text: text.encode() for text in (*SECRETS, "Karen Møller", "Jon Bæk")}
    assert found_in(folder, secrets) == []


def test_a_folder_that_is_not_there_is_told_of_and_not_made(plan: Planned, tmp_path: Path) -> None:
    with pytest.raises(UserError) as told:
        write_feed(plan.store, tmp_path / "usb")
    assert "usb" in told.value.why.da
    assert not (tmp_path / "usb").exists()
