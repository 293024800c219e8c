"""How long something is kept is entered by the municipality, dated, and comes from nowhere else."""

from datetime import date

import pytest

from app.errors import InvalidInput
from app.models.case_types import RetentionSubject
from app.models.retention_due import last_day
from app.models.retention_periods import LONGEST, months_later
from app.models.store import Store

PERSON, NOTE = RetentionSubject.PERSON, RetentionSubject.NOTE
BASIS = "Arkivloven § 13"


def test_no_period_is_preset(store: Store) -> None:
    assert store.retention_periods.all() == ()
    assert store.retention_periods.valid(date(2040, 1, 1)) == {}


def test_the_newest_valid_one_counts_on_the_day(store: Store) -> None:
    periods = store.retention_periods
    periods.set(NOTE, 6, BASIS, date(2026, 1, 1))
    periods.set(PERSON, 60, BASIS, date(2026, 1, 1))
    periods.set(PERSON, 24, BASIS, date(2027, 1, 1))
    assert PERSON not in periods.valid(date(2025, 12, 31))
    assert periods.valid(date(2026, 12, 31))[PERSON].months == 60
    assert periods.valid(date(2027, 1, 1))[PERSON].months == 24
    assert [(each.subject, each.months) for each in periods.all()] == [
        (PERSON, 24),
        (PERSON, 60),
        (NOTE, 6),
    ]


def test_the_same_day_again_is_a_correction_that_can_be_taken_back(store: Store) -> None:
    first = store.retention_periods.set(PERSON, 60, BASIS, date(2026, 1, 1))
    with store.atomic() as change_set:
        second = store.retention_periods.set(PERSON, 36, "  Ny \n hjemmel ", date(2026, 1, 1))
    assert (second.id, second.months, second.legal_basis) == (first.id, 36, "Ny hjemmel")
    store.undo(change_set)
    assert [each.months for each in store.retention_periods.all()] == [60]
    assert [entry.fields for entry in store.audit.of_record(first.id)][1:] == [
        ("months", "legal_basis"),
        ("months", "legal_basis"),
    ]


@pytest.mark.parametrize(
    ("months", "basis", "field"),
    [(0, BASIS, "months"), (LONGEST + 1, BASIS, "months"), (12, " ", "legal_basis")],
)
def test_what_makes_no_sense_is_refused(store: Store, months: int, basis: str, field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        store.retention_periods.set(PERSON, months, basis, date(2026, 1, 1))
    assert [problem.field for problem in refused.value.problems] == [field]
    assert store.retention_periods.all() == ()


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2023-12-31", 2, "2024-02-29"),
        ("2026-11-20", 12, "2027-11-20"),
        ("2026-11-20", -11, "2025-12-20"),
        ("2026-12-01", 600, "2076-12-01"),
    ],
)
def test_months_are_those_of_the_calendar(day: str, months: int, later: str) -> None:
    assert months_later(date.fromisoformat(day), months) == date.fromisoformat(later)


@pytest.mark.parametrize("months", [1, 2, 11, 12, 13])
def test_the_last_day_that_is_over_is_found_on_every_day(months: int) -> None:
    for ordinal in range(date(2023, 12, 1).toordinal(), date(2025, 3, 2).toordinal()):
        today = date.fromordinal(ordinal)
        newest = last_day(today, months)
        assert months_later(newest, months) <= today
        assert months_later(date.fromordinal(newest.toordinal() + 1), months) > today
