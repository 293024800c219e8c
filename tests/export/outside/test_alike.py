"""What all have in common is told of none: neither in a table, nor by a correction."""

from collections.abc import Sequence
from datetime import date

import pytest

from app.export.outside.profiles import Profile
from app.export.outside.releasing import (
    Asked,
    Protected,
    protect_request,
    read_request,
    write_release,
)
from app.models.month_closing import close_month, restate_month
from app.models.store import Store
from app.models.types import Role
from tests.export.outside.project import Year, month
from tests.records import add_contact


def protect(store: Store, number: int, profile: Profile = Profile.STEERING) -> Protected:
    return protect_request(read_request(store, Asked(profile, month(number))))


def keys(protected: Protected) -> set[str]:
    return {table.key for table in protected.release.tables}


@pytest.fixture
def year(store: Store) -> Year:
    store.settings.set("least_headcount", 0)
    return Year(store, 4)


def come(
    year: Year, number: int, reasons: Sequence[Sequence[str]], roles: Sequence[Role] = tuple(Role)
) -> None:
    """Let twenty come in a month, one of them to another workplace, with these in turn."""
    for turn in range(20):
        add_contact(
            year.store,
            year.people[turn],
            date(2025, number, 1 + turn),
            workplace_id=year.places[turn == 0].id,
            reasons=tuple(reasons[turn % len(reasons)]),
            role=roles[turn % len(roles)],
        )


def test_a_reason_that_all_name_beside_others_is_not_told(store: Store, year: Year) -> None:
    come(year, 1, [("F05", "P01"), ("F05", "S01")], (Role.EMPLOYEE, Role.MANAGER))
    close_month(store, month(1), anyway=True)
    protected = protect(store, 1)
    assert "role" in keys(protected)
    assert "reasons" not in keys(protected)
    assert "det samme om alle" in " ".join(note.da for note in protected.notes)


def test_one_role_of_all_is_not_told(store: Store, year: Year) -> None:
    come(year, 1, [("F05",), ("S01",)], (Role.EMPLOYEE,))
    close_month(store, month(1), anyway=True)
    assert {"groups", "role"} & keys(protect(store, 1)) == {"groups"}


def test_that_nobody_was_asked_is_told(store: Store, year: Year) -> None:
    come(year, 1, [("F05",), ("S01",)], (Role.NOT_TOLD,))
    close_month(store, month(1), anyway=True)
    figures = protect(store, 1).release.figures
    assert figures["project|2025-01|roles|not_told"] == 20


def test_a_correction_of_people_who_are_alike_waits(store: Store, year: Year) -> None:
    come(year, 1, [("F05",), ("S01",)], (Role.EMPLOYEE, Role.MANAGER))
    close_month(store, month(1), anyway=True)
    write_release(store, protect(store, 1))
    for turn in range(7):
        add_contact(
            store,
            year.people[20 + turn],
            date(2025, 1, 20),
            workplace_id=year.places[0].id,
            reasons=("P01",),
            role=Role.HR,
        )
    restate_month(store, month(1), "Syv manglede")
    come(year, 2, [("F05",), ("S01",)], (Role.EMPLOYEE, Role.MANAGER))
    close_month(store, month(2), anyway=True)
    protected = protect(store, 2)
    told = [table for table in protected.release.tables if table.key.startswith("restated")]
    rows = {
        row: cells for table in told for row, cells in zip(table.rows, table.cells, strict=True)
    }
    assert told or "rettelsen af januar 2025" in " ".join(note.da for note in protected.notes)
    shown = [protected.release.figures[c] for c in rows.get("role.hr", ()) if c is not None]
    assert shown in ([], [0, None], [None, None])


def test_a_smaller_limit_keeps_what_a_larger_one_promised(store: Store, year: Year) -> None:
    for number, k in ((1, 3), (2, 10), (3, 5), (4, 3)):
        store.settings.set("protection_k", k)
        year.live(number)
        for profile in (Profile.STEERING, Profile.PUBLIC):
            assert write_release(store, protect(store, number, profile))


def test_a_month_that_was_protected_by_a_smaller_limit_says_so(store: Store, year: Year) -> None:
    year.live(1)
    write_release(store, protect(store, 1))
    store.settings.set("protection_k", 10)
    public = protect(store, 1, Profile.PUBLIC)
    assert public.release.k == 5
    assert public.notes[0].da.startswith("Måneden blev beskyttet, da grænsen var 5 personer")


def test_a_larger_least_headcount_refuses_no_report(store: Store, year: Year) -> None:
    for number in (1, 2, 3):
        year.visit(number, 6)
        year.live(number)
        assert write_release(store, protect(store, number))
        store.settings.set("least_headcount", 100)
