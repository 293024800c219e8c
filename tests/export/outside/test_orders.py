"""Whatever goes out first: something always goes out after it, and nothing can be worked out."""

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.export.disclosure import decode_release
from app.export.disclosure.check_release import check
from app.export.outside.cell_words import cell_words
from app.export.outside.profiles import Family, Profile
from app.export.outside.releasing import (
    Asked,
    Protected,
    frozen_of,
    protect_request,
    read_request,
    write_release,
)
from app.export.outside.scopes import PROJECT, Kind, Scope, place
from app.models.store import Store
from app.texts import Text
from tests.export.outside.project import SECTORS, Year, month
from tests.export.outside.reader import Reader
from tests.stores import new_store, ticking_clock

REPORTS = (
    (Profile.STEERING, PROJECT),
    (Profile.PUBLIC, PROJECT),
    (Profile.STEERING, place("STOR")),
    (Profile.PUBLIC, place("MELLEM")),
)


def release(
    store: Store, number: int, profile: Profile, scope: Scope, out: Path | None = None
) -> Protected:
    protected = protect_request(read_request(store, Asked(profile, month(number), scope)))
    write_release(store, protected)
    if out is not None:
        (out / f"{protected.release.id}.json").write_bytes(protected.file)
    return protected


@settings(
    max_examples=6,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(
    seed=st.integers(0, 1000),
    orders=st.lists(st.permutations(REPORTS), min_size=2, max_size=3),
    gaps=st.sets(st.integers(0, 11), max_size=5),
    visits=st.integers(0, 6),
)
def test_reports_in_any_order_go_out_and_tell_nothing(
    seed: int, orders: list[list[tuple[Profile, Scope]]], gaps: set[int], visits: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = new_store(Path(folder) / "installation", ticking_clock())
        store.settings.set("least_headcount", 0)
        out = Path(folder) / "out"
        out.mkdir()
        year = Year(store, seed)
        for number, order in enumerate(orders, 1):
            year.visit(number, visits)
            year.live(number)
            for turn, (profile, scope) in enumerate(order):
                if 4 * (number - 1) + turn not in gaps:
                    protected = release(store, number, profile, scope, out)
                    activity = protected.release.tables[0]
                    own = dict(zip(activity.columns, activity.cells[-1], strict=True))
                    # The number of a workplace may have been withheld beside the others before.
                    always = {"held", "minutes"} | ({"contacts"} if scope == PROJECT else set())
                    told = {name: protected.release.figures[own[name]] for name in always}
                    assert None not in told.values()
        store.close()
        assert Reader(sorted(out.glob("*.json")), SECTORS).narrowed() == []


@pytest.mark.parametrize("first", [Profile.PUBLIC, Profile.STEERING])
def test_the_public_and_the_steering_group_in_either_order(store: Store, first: Profile) -> None:
    """Neither takes the report of the other away, month after month."""
    year = Year(store, 4)
    second = Profile.STEERING if first is Profile.PUBLIC else Profile.PUBLIC
    for number in range(1, 5):
        year.live(number)
        for profile in (first, second):
            protected = release(store, number, profile, PROJECT)
            shown = [each for each in protected.release.figures.values() if each]
            assert len(shown) >= 4


def test_what_is_left_out_is_said_and_stands_in_no_table(store: Store) -> None:
    """A workplace beside a project that is split month by month: its own split tells of others."""
    store.settings.set("least_headcount", 0)
    Year(store, 4).live(1)
    release(store, 1, Profile.STEERING, PROJECT)
    protected = release(store, 1, Profile.STEERING, place("STOR"))
    assert protected.left_out
    for omitted in protected.left_out:
        assert not any(
            table.key == omitted.table and omitted.period in table.columns
            for table in protected.release.tables
        )
    listed = json.loads(protected.file)["left_out"]
    assert listed == [each._asdict() for each in protected.left_out]
    again = protect_request(read_request(store, Asked(Profile.STEERING, month(1), place("STOR"))))
    assert not again.is_new
    assert again.file == protected.file
    assert check(json.loads(protected.file)).release == protected.release.id
    assert decode_release(protected.file).releases[-1] == protected.readers.releases[-1]
    told = " ".join(note.da for note in protected.notes)
    assert "Udeladt for januar 2025, fordi" in told
    assert protected.release.tables[0].key == Family.ACTIVITY


def test_the_same_is_left_out_each_time(store: Store) -> None:
    store.settings.set("least_headcount", 0)
    Year(store, 4).live(1)
    release(store, 1, Profile.STEERING, PROJECT)
    asked = Asked(Profile.STEERING, month(1), place("STOR"))
    one, other = (protect_request(read_request(store, asked)) for _ in range(2))
    assert one.file == other.file
    assert one.notes == other.notes


def test_the_project_after_an_organisation(store: Store, tmp_path: Path) -> None:
    """The workplaces are the project for who reads of all of them, whatever lies between."""
    store.settings.set("least_headcount", 0)
    year, group = Year(store, 4), Scope(Kind.ORGANISATION, "Gruppen")
    year.join("Gruppen", "STOR", "MELLEM")
    for number in (1, 2):
        year.visit(number, 6)
        year.live(number)
        for scope in (group, place("STOR"), PROJECT):
            protected = release(store, number, Profile.STEERING, scope, tmp_path)
            assert check(json.loads(protected.file)).release == protected.release.id
    (*_, whole) = protected.readers.releases
    held = [f"place:{code}|2025-02|visits|held!" for code in ("STOR", "MELLEM", "LILLE")]
    sums = [set(each.parts) for each in whole.relations]
    assert set(held) in sums
    assert Reader(sorted(tmp_path.glob("*.json")), SECTORS).narrowed() == []


def test_hours_that_tell_of_a_small_workplace_yield(store: Store) -> None:
    """Of the hours of two workplaces those of the small one follow: something goes out all the same."""
    store.settings.set("least_headcount", 20)
    year = Year(store, 4)
    year.join("Gruppen", "STOR", "LILLE")
    year.visit(1, 6)
    year.live(1)
    for scope in (PROJECT, place("STOR")):
        release(store, 1, Profile.STEERING, scope)
    protected = release(store, 1, Profile.STEERING, Scope(Kind.ORGANISATION, "Gruppen"))
    figures = protected.release.figures
    assert figures["organisation:Gruppen|2025-01|visits|held!"] is None
    assert protected.release.tables[0].key == Family.ACTIVITY


def test_a_number_of_visits_is_called_by_words(store: Store) -> None:
    year = Year(store, 4)
    year.live(1)
    frozen = frozen_of(store, month(1))
    assert frozen is not None
    name = "place:STOR|2025-01|visits|zero!"
    assert cell_words(name, frozen) == Text(
        "Fremmøder: uden henvendelser, Stor, januar 2025",
        "Visits: without inquiries, Stor, January 2025",
    )
