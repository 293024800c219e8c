"""What a reader works out with tables, a pencil and what everybody knows of how it is counted."""

import json
from datetime import date
from pathlib import Path

import pytest

from app.export.disclosure import Refusal, decode_release, recompute
from app.export.disclosure.release_json import distinct
from app.export.outside.detail import Detail
from app.export.outside.profiles import Profile
from app.export.outside.releasing import Asked, protect_request, read_request, write_release
from app.export.outside.scopes import PROJECT, Scope, place
from app.models.demo import build_demo
from app.models.month_closing import close_month
from app.models.periods import parse_month
from app.models.store import Store
from app.models.types import Role
from app.paths import Paths
from tests.export.outside.project import SECTORS, Year, month
from tests.export.outside.reader import Reader
from tests.records import add_contact
from tests.stores import CHEAP


def release(store: Store, name: str, profile: Profile, out: Path, scope: Scope = PROJECT) -> None:
    """Release a month, of the project whole, and keep the file that its readers get."""
    protected = None
    for detail in Detail if scope != PROJECT else (Detail.FULL,):
        asked = Asked(profile, parse_month(name), scope, detail=detail)
        try:
            protected = protect_request(read_request(store, asked))
            break
        except Refusal:
            assert scope != PROJECT
    assert protected is not None
    write_release(store, protected)
    (out / f"{protected.release.id}.json").write_bytes(protected.file)


@pytest.mark.parametrize("seed", range(2))
def test_nothing_can_be_worked_out_in_a_year_with_corrections(
    store: Store, tmp_path: Path, seed: int
) -> None:
    """All files of all readers together; no report of the project is refused."""
    store.settings.set("least_headcount", 0)
    year = Year(store, seed)
    for number in range(1, 8):
        year.live(number)
        if number == 3:
            year.correct(2)
        if number == 5:
            year.correct(4, contacts=15)
        release(store, f"2025-{number:02}", Profile.STEERING, tmp_path)
        if number % 2:
            release(store, f"2025-{number:02}", Profile.PUBLIC, tmp_path)
        if number == 6:
            release(store, "2025-06", Profile.STEERING, tmp_path, place("STOR"))
    paths = sorted(tmp_path.glob("*.json"))
    reader = Reader(paths, SECTORS)
    assert len(reader.hidden) > 30
    assert reader.narrowed() == []
    assert recompute(distinct([decode_release(each.read_bytes()) for each in paths])).findings == ()


def test_nothing_can_be_worked_out_from_the_first_months_of_the_demo(tmp_path: Path) -> None:
    store, _ = build_demo(Paths(tmp_path / "data"), params=CHEAP)
    store.settings.set("least_headcount", 0)
    sectors = {each.code: each.sector.value for each in store.workplaces.all()}
    for name in ("2018-02", "2018-03", "2018-04", "2018-05", "2018-06"):
        close_month(store, parse_month(name), anyway=True)
        release(store, name, Profile.STEERING, tmp_path)
        release(store, name, Profile.PUBLIC, tmp_path)
    store.close()
    reader = Reader(sorted(tmp_path.glob("*.json")), sectors)
    assert len(reader.hidden) > 30
    assert reader.narrowed() == []


def test_of_a_month_of_few_nothing_is_told_but_their_number(store: Store, tmp_path: Path) -> None:
    """Nobody can tell of any code whether one of them has it."""
    store.settings.set("least_headcount", 0)
    year = Year(store, 3)
    year.live(1)
    release(store, "2025-01", Profile.STEERING, tmp_path)
    for _ in range(3):
        year.contact(2)
    close_month(store, month(2), anyway=True)
    release(store, "2025-02", Profile.STEERING, tmp_path)
    year.live(3)
    release(store, "2025-03", Profile.STEERING, tmp_path)
    reader = Reader(sorted(tmp_path.glob("*.json")), SECTORS)
    assert reader.shown["project|2025-02|contacts|all!"] == 3
    assert reader.variables("project", "2025-02") == []


def test_a_correction_of_one_tells_nothing_of_whom_it_added(store: Store, tmp_path: Path) -> None:
    """The tables of the next month are those that would have gone out without it."""
    store.settings.set("least_headcount", 0)
    year = Year(store, 4)
    year.live(1)
    release(store, "2025-01", Profile.STEERING, tmp_path)
    year.correct(1)
    year.live(2)
    release(store, "2025-02", Profile.STEERING, tmp_path)
    reader = Reader(sorted(tmp_path.glob("*.json")), SECTORS)
    months = {month for cell in (*reader.shown, *reader.hidden) for month in cell.split("|")[3:]}
    assert not any("@" in each for each in months)


def test_that_all_are_alike_is_not_found_between_two_years_to_date(
    store: Store, tmp_path: Path
) -> None:
    """In February everybody was an employee: nobody learns that of the one who came at STOR."""
    store.settings.set("least_headcount", 0)
    year = Year(store, 4)
    for number in (1, 2, 3):
        for turn in range(30):
            role = Role.EMPLOYEE if number == 2 or turn % 2 else Role.MANAGER
            where = year.places[0 if turn == 0 else 1]
            day = date(2025, number, 1 + turn % 28)
            add_contact(store, None, day, workplace_id=where.id, role=role)
        close_month(store, month(number), anyway=True)
        release(store, f"2025-{number:02}", Profile.STEERING, tmp_path)
    reader = Reader(sorted(tmp_path.glob("*.json")), SECTORS)
    roles = [each for each in reader.variables("project", "2025-01") if each[2] == "roles"]
    assert roles, "where they differ, they are told"
    others = {
        each: 1.0
        for each in reader.variables("project", "2025-02")
        if each[2] == "roles" and each[3] != Role.EMPLOYEE
    }
    assert others, "the years to date on both sides of it tell of it"
    low, high = reader.range(others)
    assert (low, high >= 3) == (0, True)


def test_a_small_workplace_gets_its_activity_and_no_split(store: Store, tmp_path: Path) -> None:
    """The project is split month by month, so that a split of its few would be one of them."""
    store.settings.set("least_headcount", 0)
    year = Year(store, 6)
    year.places.pop()
    for _ in range(30):
        year.contact(1)
    for _ in range(2):
        add_contact(
            store, None, date(2025, 1, 7), workplace_id=store.workplaces.by_code("LILLE").id
        )
    close_month(store, month(1), anyway=True)
    release(store, "2025-01", Profile.STEERING, tmp_path)
    release(store, "2025-01", Profile.STEERING, tmp_path, place("LILLE"))
    (path,) = tmp_path.glob("*LILLE*")
    (of_place,) = json.loads(path.read_text("utf-8"))["releases"]
    assert [table["key"] for table in of_place["tables"]] == ["activity"]
