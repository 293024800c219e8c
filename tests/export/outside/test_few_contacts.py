"""Whoever knows how many contacts there were knows that each names a reason at most once."""

from datetime import date

import pytest

from app.export.outside.detail import Detail
from app.export.outside.profiles import Profile
from app.export.outside.releasing import (
    Asked,
    Protected,
    protect_request,
    read_request,
    write_release,
)
from app.export.outside.report import outside_labels, outside_report
from app.models.month_closing import close_month
from app.models.store import Store
from app.models.types import Channel, Role, SickLeave
from tests.export.outside.project import Year, month
from tests.records import add_contact


def protect(store: Store, number: int, detail: Detail = Detail.FULL) -> Protected:
    return protect_request(
        read_request(store, Asked(Profile.STEERING, month(number), detail=detail))
    )


@pytest.fixture
def one_contact_in_january(store: Store) -> None:
    """One contact in January, about sleep; in February people of every kind, about their backs."""
    store.settings.set("least_headcount", 0)
    year = Year(store, 5)
    _contact(year, 0, 1, "S02")
    close_month(store, month(1), anyway=True)
    write_release(store, protect(store, 1))
    for number in range(1, 40):
        _contact(year, number, 2, "P01")
        _contact(year, number, 2, "F05")
    close_month(store, month(2), anyway=True)


def _contact(year: Year, number: int, of_month: int, reason: str) -> None:
    turn = number // 2
    add_contact(
        year.store,
        year.people[number] if turn % 4 else None,
        date(2025, of_month, 1 + number % 28),
        workplace_id=year.places[turn % 2].id,
        channel=(Channel.WORKPLACE, Channel.EMAIL, Channel.ELSEWHERE)[turn % 3],
        reasons=(reason,),
        advice=("A01",),
        role=(Role.EMPLOYEE, Role.MANAGER)[turn % 2],
        sick_leave=(SickLeave.NONE, SickLeave.FULL)[number % 2],
    )


@pytest.mark.usefixtures("one_contact_in_january")
def test_the_reason_of_the_only_contact_of_a_month_is_not_told_by_the_next(store: Store) -> None:
    """Were it in the year to date, a 0 of February beside a mark there would be January's."""
    protected = protect(store, 2)
    figures = protected.release.figures
    assert figures["project|2025-02|reasons.all.by_code|S02"] == 0
    assert figures["project|2025-01..2025-02|reasons.all.by_code|S02@-01"] == 0
    assert figures["project|2025-01..2025-02|contacts|all!"] == 79
    told = [note.da for note in protected.notes]
    assert any("til dato er uden januar 2025" in note for note in told)
    report = outside_report(
        protected, outside_labels(store, protected.request, "da"), "da", demo=False
    )
    roles, activity = (report.table(key) for key in ("role", "activity_to_date"))
    assert roles is not None
    assert activity is not None
    assert "Året til dato er uden januar 2025." in roles.universe
    assert "er uden" not in activity.universe
