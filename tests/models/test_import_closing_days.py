"""Closing days from a file: of one workplace, or of every one."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.errors import InvalidInput
from app.models.importing import RowsRejected, import_closing_days, import_rules, import_workplaces
from app.models.plan import PlanStatus, read_plan
from app.models.store import Store
from tests.stores import new_store

RULE = b"workplace,every_weeks,weekdays,time,valid_from\nTIM,1,3,9:00,2026-12-01\n"
DAYS = """workplace,from,until,reason
,2026-12-23,2026-12-30,Jul
TIM,2026-12-09,,Personaledag
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """One workplace, visited on Wednesdays from December 2026."""
    store = new_store(tmp_path)
    import_workplaces(store, b"workplace,name\nTIM,Tim Plejehjem\nEGVAD,Egvad Plejehjem\n")
    import_rules(store, RULE)
    yield store
    store.close()


def test_visits_on_imported_closing_days_are_skipped(store: Store) -> None:
    report = import_closing_days(store, DAYS.encode())
    assert (report.rows, report.added, report.notices) == (2, 2, ())
    visits = read_plan(store, date(2026, 12, 1), date(2026, 12, 31))
    reasons = {visit.day.day: visit.closure.name.da for visit in visits if visit.closure}
    assert reasons == {9: "Personaledag", 23: "Jul", 30: "Jul"}
    assert {visit.day.day for visit in visits if visit.status is PlanStatus.PLANNED} == {2, 16}


def test_a_danish_file_is_understood(store: Store) -> None:
    data = "Arbejdsplads;Fra;Til;Årsag\r\nEgvad Plejehjem;05-07-2027;23-07-2027;Ferielukket\r\n"
    import_closing_days(store, data.encode("cp1252"))
    egvad = store.workplaces.by_code("EGVAD")
    assert egvad is not None
    (days,) = store.closing_days.of_workplace(egvad.id)
    assert (days.workplace_id, days.first_on, days.last_on, days.reason) == (
        *(egvad.id, date(2027, 7, 5)),
        *(date(2027, 7, 23), "Ferielukket"),
    )


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("LEGO,2026-12-23,,", "kolonne workplace: Arbejdspladsen LEGO findes ikke."),
        ("TIM,,2026-12-23,", "kolonne from: Den første dag mangler."),
        ("TIM,2026-12-23,2026-12-22,", "kolonne until: Slutdatoen ligger før startdatoen."),
        ("TIM,23. december,,", "kolonne from: »23. december« er ikke en dato."),
        ("TIM,2126-12-23,,", "kolonne from: 23-12-2126 ligger ikke mellem 2000 og 2099."),
        ("TIM,2026-12-23,,010203-1234", "kolonne reason: Der står noget, der ligner et CPR"),
    ],
)
def test_a_row_that_cannot_be_used_is_refused_with_its_reason(
    store: Store, row: str, reason: str
) -> None:
    with pytest.raises(RowsRejected) as caught:
        import_closing_days(store, f"workplace,from,until,reason\n{row}\n".encode())
    (problem,) = caught.value.report.rejected
    assert problem.text.da.startswith(f"række 2, {reason}")
    assert store.closing_days.count() == 0


@pytest.mark.parametrize("header", ["from,until", "place,from,until", "workplace,until"])
def test_a_column_that_is_missing_closes_nothing(store: Store, header: str) -> None:
    with pytest.raises(InvalidInput):
        import_closing_days(store, f"{header}\nTIM,2026-12-23\n".encode())


def test_the_same_file_adds_nothing_and_undo_takes_all_of_it_back(store: Store) -> None:
    report = import_closing_days(store, DAYS.encode())
    again = import_closing_days(store, DAYS.encode())
    assert (again.added, again.already_there) == (0, 2)
    store.undo(report.change_set)
    assert store.closing_days.count() == 0
    assert import_closing_days(store, DAYS.encode(), dry_run=True).added == 2
