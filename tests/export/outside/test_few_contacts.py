"""Whoever knows how many contacts there were knows that each names a reason at most once."""

from datetime import date

import pytest

from app.export.disclosure import Refusal, Stopped, attack
from app.export.outside.cell_words import cell_words
from app.export.outside.detail import Detail
from app.export.outside.kept import ledger_of
from app.export.outside.profiles import Profile
from app.export.outside.refusing import refused
from app.export.outside.releasing import (
    Asked,
    Protected,
    protect_request,
    read_request,
    write_release,
)
from app.export.outside.scopes import Kind, Scope
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
        _contact(year, number, 2, "P02")
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
    """February has a 0 where the year to date has a mark: at least 1, so it was January's."""
    with pytest.raises(Refusal) as caught:
        protect(store, 2)
    assert any("reasons" in leak.cell for leak in caught.value.leaks)


@pytest.mark.usefixtures("one_contact_in_january")
def test_a_refusal_offers_what_can_go_out_and_that_is_safe(store: Store) -> None:
    with pytest.raises(Refusal) as caught:
        protect(store, 2)
    assert "--detail to-date" in caught.value.message("da")
    ranges = attack(protect(store, 2, Detail.TO_DATE).ledger.view())
    assert ranges["project|2025-01|reasons.all.by_group|S"].low == 0


@pytest.mark.usefixtures("one_contact_in_january")
def test_the_search_for_what_else_could_go_out_can_be_stopped(store: Store) -> None:
    request = read_request(store, Asked(Profile.STEERING, month(2)))
    ledger = ledger_of(request.kept)
    with pytest.raises(Stopped):
        refused(
            request.system, request.rule, request.tables, ledger, request.frozen, lambda _: False
        )


def test_a_cell_of_an_organisation_is_named_whatever_it_is_called(store: Store) -> None:
    year = Year(store, 5)
    _contact(year, 0, 1, "S02")
    close_month(store, month(1), anyway=True)
    frozen = read_request(store, Asked(Profile.STEERING, month(1))).frozen
    scope = Scope(Kind.ORGANISATION, "Nord | Syd ~ Øst")
    name = f"{scope.key}|2025-01|contacts|first"
    assert "Nord | Syd ~ Øst" in cell_words(name, frozen).da
    assert cell_words(f"{name}~0123456789ab+!", frozen).da.startswith("forskellen i ")
