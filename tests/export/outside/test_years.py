"""A year of monthly releases, with corrections: nobody can compute what was withheld."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from app.export.disclosure import Refusal, decode_release, recompute
from app.export.disclosure.release_json import distinct
from app.export.outside.detail import Detail
from app.export.outside.files import render_files, write_files
from app.export.outside.profiles import Profile
from app.export.outside.releasing import (
    Asked,
    Protected,
    protect_request,
    read_request,
    write_release,
)
from app.export.outside.report import outside_labels, outside_report
from app.export.outside.scopes import PROJECT, Scope, place
from app.models.store import Store
from app.models.types import Sector
from tests.export.outside.project import SECTORS, Year, month
from tests.export.outside.reader import Reader
from tests.records import add_contact, add_workplace


def release(
    store: Store,
    number: int,
    profile: Profile,
    out: Path,
    scope: Scope = PROJECT,
    details: Iterable[Detail] = Detail,
) -> Protected:
    """Release a month, less of it where the whole would give too much away."""
    for detail in details:
        asked = Asked(profile, month(number), scope, detail=detail)
        try:
            protected = protect_request(read_request(store, asked))
        except Refusal:
            continue
        report = outside_report(
            protected, outside_labels(store, protected.request, "da"), "da", demo=False
        )
        write_release(store, protected)
        write_files(render_files(report, ("csv",)), out)
        return protected
    raise AssertionError("nothing can be released")


@pytest.mark.parametrize("seed", range(2))
def test_a_year_of_releases_leaks_nothing(store: Store, tmp_path: Path, seed: int) -> None:
    """Neither to the attack of the engine, nor to a reader who shares no code with it."""
    year = Year(store, seed)
    for number in range(1, 13):
        year.live(number)
        if number in (3, 8):
            year.correct(number - 1)
        release(store, number, Profile.STEERING, tmp_path)
        if number % 3 == 0:
            release(store, number, Profile.PUBLIC, tmp_path)
    paths = sorted(tmp_path.glob("*.json"))
    found = recompute(distinct([decode_release(path.read_bytes()) for path in paths]))
    assert found.releases == 16
    assert found.hidden > 30
    assert found.findings == ()
    assert Reader(paths, SECTORS).narrowed() == []


def test_a_workplace_reports_by_itself_beside_the_project(store: Store, tmp_path: Path) -> None:
    year = Year(store, 7)
    for number in range(1, 5):
        year.live(number)
        release(store, number, Profile.STEERING, tmp_path)
    release(store, 4, Profile.STEERING, tmp_path, place("STOR"))
    files = [decode_release(path.read_bytes()) for path in sorted(tmp_path.glob("*.json"))]
    assert recompute(distinct(files)).findings == ()


def test_a_workplace_with_few_people_reports_its_activity_every_month(
    store: Store, tmp_path: Path
) -> None:
    """Where its people would be known by what is told of the project, its activity goes out."""
    store.settings.set("least_headcount", 0)
    year = Year(store, 4)
    few = add_workplace(store, "FÅ", sector=Sector.PRIVATE, headcount=300)
    for number in range(1, 5):
        for person in year.people[:3]:
            add_contact(store, person, date(2025, number, 6), workplace_id=few.id)
        year.live(number)
        release(store, number, Profile.STEERING, tmp_path)
        large, small = (
            {table.key for table in protected.release.tables}
            for code in ("STOR", "FÅ")
            for protected in [release(store, number, Profile.STEERING, tmp_path, place(code))]
        )
        activity = {"activity"} if number == 1 else {"activity", "activity_to_date"}
        assert large > activity
        assert small == activity
    files = [decode_release(path.read_bytes()) for path in sorted(tmp_path.glob("*.json"))]
    assert recompute(distinct(files)).findings == ()
