"""A correction goes to everybody who can have it: who has too few of it waits alone."""

from collections.abc import Iterable
from datetime import date
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from app.export.outside.editions import Editions
from app.export.outside.entries import Entry
from app.export.outside.months import Close, Months
from app.export.outside.profiles import Family, Profile
from app.export.outside.releasing import (
    Asked,
    Protected,
    protect_request,
    read_request,
    write_release,
)
from app.export.outside.scopes import PROJECT, Scope, place
from app.models.month_closing import close_month, restate_month
from app.models.store import Store
from tests.export.outside.project import Year, month
from tests.records import add_contact, add_person, add_workplace
from tests.stores import new_store, ticking_clock

STOR, MELLEM = place("STOR"), place("MELLEM")
K = 5


def released(store: Store, number: int, scope: Scope = PROJECT) -> Protected:
    report = protect_request(read_request(store, Asked(Profile.STEERING, month(number), scope)))
    write_release(store, report)
    return report


def keys(report: Protected) -> set[str]:
    return {table.key for table in report.release.tables}


def said(report: Protected) -> str:
    return " ".join(note.da for note in report.notes)


def forget(year: Year, number: int, at_large: int, at_middle: int) -> None:
    """Find persons who were forgotten at two workplaces, and correct the month."""
    for turn in range(at_large + at_middle):
        add_contact(
            year.store,
            add_person(year.store, f"Glemt {number} {turn} {at_large}"),
            date(2025, number, 3),
            workplace_id=year.places[turn >= at_large].id,
            reasons=(("P01", "S01", "F05")[turn % 3],),
        )
    restate_month(year.store, month(number), "De var glemt")


def busy_year(store: Store) -> Year:
    """Return a year with a January of many, of which the project and a workplace have reports."""
    store.settings.set("least_headcount", 0)
    year = Year(store, 4)
    for _ in range(60):
        year.contact(1)
    year.live(1)
    for scope in (PROJECT, STOR):
        released(store, 1, scope)
    return year


def test_a_small_workplace_keeps_no_correction_from_the_project(store: Store) -> None:
    year = busy_year(store)
    forget(year, 1, at_large=2, at_middle=9)
    year.live(2)
    whole, large = released(store, 2), released(store, 2, STOR)
    assert "restated.2025-01" in keys(whole)
    assert "rettelse" not in said(whole).lower()
    assert "restated.2025-01" not in keys(large)
    assert "Rettelsen af januar 2025 er med i hele projektets tal, men ikke her" in said(large)


def test_who_asks_for_the_corrected_month_gets_what_the_others_may_know(store: Store) -> None:
    """At the second workplace there are enough, but beside it two would be left of the project."""
    year = busy_year(store)
    forget(year, 1, at_large=2, at_middle=9)
    revisions = {
        scope: released(store, 1, scope).request.close.revision for scope in (PROJECT, MELLEM)
    }
    assert revisions == {PROJECT: 2, MELLEM: 1}
    assert read_request(store, Asked(Profile.PUBLIC, month(1))).close.revision == 2


def test_what_nobody_was_told_of_yet_waits_until_there_are_enough(store: Store) -> None:
    year = busy_year(store)
    forget(year, 1, at_large=2, at_middle=1)
    year.live(2)
    for scope in (PROJECT, STOR):
        assert "En rettelse af januar 2025 venter" in said(released(store, 2, scope))
    forget(year, 1, at_large=6, at_middle=7)
    year.live(3)
    for scope in (PROJECT, STOR):
        report = released(store, 3, scope)
        assert "restated.2025-01" in keys(report)
        assert "januar" not in said(report).partition("rettelse")[2]


def test_a_later_correction_of_many_does_not_give_the_few_away(store: Store) -> None:
    """Set beside what the project was told in between, it would tell of the two before."""
    year = busy_year(store)
    forget(year, 1, at_large=2, at_middle=9)
    year.live(2)
    for scope in (PROJECT, STOR):
        released(store, 2, scope)
    forget(year, 1, at_large=8, at_middle=9)
    year.live(3)
    assert "restated.2025-01" in keys(released(store, 3))
    assert "restated.2025-01" not in keys(released(store, 3, STOR))


def test_a_correction_in_which_nothing_changed_for_a_workplace_is_no_secret(store: Store) -> None:
    year = busy_year(store)
    forget(year, 1, at_large=0, at_middle=9)
    year.live(2)
    released(store, 2)
    report = released(store, 2, STOR)
    assert "rettelse" not in said(report).lower()
    assert "restated.2025-01" not in keys(report)


def test_a_correction_that_comes_with_the_year_to_date_alone_is_told(store: Store) -> None:
    store.settings.set("least_headcount", 0)
    year = Year(store, 4)
    for number in (1, 2):
        year.live(number)
    released(store, 2)
    forget(year, 1, at_large=8, at_middle=9)
    year.live(3)
    report = released(store, 3)
    assert "restated.2025-01" not in keys(report)
    assert "Året til dato har rettede tal fra januar 2025." in said(report)
    year.live(4)
    assert "rettede tal" not in said(released(store, 4))


Forgotten = tuple[int, int, int]
"""How many were forgotten at each of two workplaces, and at none."""
Round = tuple[Forgotten, tuple[Scope, ...]]

FEW_OR_MANY = st.sampled_from([0, 0, 1, 2, K - 1, K, 2 * K])
ROUNDS = st.lists(
    st.tuples(
        st.tuples(FEW_OR_MANY, FEW_OR_MANY, FEW_OR_MANY).filter(any),
        st.sets(st.sampled_from([STOR, MELLEM])).map(lambda scopes: (PROJECT, *sorted(scopes))),
    ),
    min_size=2,
    max_size=4,
)


@given(ROUNDS)
@settings(max_examples=12)
def test_no_two_editions_part_fewer_than_k(rounds: list[Round]) -> None:
    """Counted by the names of those who were forgotten, without any figure of a month."""
    with TemporaryDirectory() as folder:
        store = new_store(Path(folder) / "installation", ticking_clock())
        places = [add_workplace(store, code) for code in ("STOR", "MELLEM")]
        for each in (*places, None):
            _come(store, each and each.id, 2 * K)
        close_month(store, month(1), anyway=True)
        forgotten: dict[int, list[set[str]]] = {}
        out = {Entry(scope, Close("2025-01", 1)): frozenset(Family) for scope in (PROJECT, STOR)}
        for revision, (numbers, scopes) in enumerate(rounds, 2):
            where = [*(each.id for each in places), None]
            forgotten[revision] = [
                _come(store, each, number) for each, number in zip(where, numbers, strict=True)
            ]
            restate_month(store, month(1), "De var glemt")
            for scope in scopes:
                editions = Editions(Months(store.month_closes.all()), out, K)
                edition = editions.of(scope, "2025-01")
                assert edition is not None
                out[Entry(scope, edition)] = frozenset(Family)
        assert all(not piece or len(piece) >= K for piece in _parted(out, forgotten))
        store.close()


def _come(store: Store, workplace_id: str | None, number: int) -> set[str]:
    """Let new persons come somewhere in January, and return their identifiers."""
    found = set()
    for turn in range(number):
        person = add_person(store, f"Person {turn}", birth_year=1960 + turn)
        add_contact(store, person, date(2025, 1, 6), workplace_id=workplace_id)
        found.add(person.id)
    return found


def _parted(out: Iterable[Entry], forgotten: dict[int, list[set[str]]]) -> Iterable[frozenset[str]]:
    """Yield who of the forgotten are in some editions, and in none of the others."""
    told = set()
    for scope, close in out:
        there = [[STOR, MELLEM].index(scope)] if scope != PROJECT else [0, 1, 2]
        known = [forgotten[each][n] for each in forgotten if each <= close.revision for n in there]
        told.add(frozenset[str]().union(*known))
    for number in range(1, len(told) + 1):
        for inside in combinations(sorted(told, key=sorted), number):
            outside = told.difference(inside)
            yield frozenset.intersection(*inside).difference(*outside)
