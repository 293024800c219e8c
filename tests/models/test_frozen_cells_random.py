"""Frozen cells equal the tallies and a second, plain count of persons, whatever the project."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from app.models.close_types import MonthClose
from app.models.freezing import freeze
from app.models.frozen import Cells, Frozen, FrozenScope, unpack
from app.models.frozen_cells import Measure, listed
from app.models.month_changes import is_corrected, lasting
from app.models.periods import Period
from app.models.store import Store
from app.models.tallies import tally
from tests.models.independent_count import AGES, age_of, kind_of
from tests.models.plain_project import PlainContact, PlainProject
from tests.models.random_projects import (
    DAYS,
    WORKPLACES,
    Writer,
    corrections,
    projects,
    taken_back,
)
from tests.models.test_tallies_random import store

__all__ = ["store"]
OWNED = ("ALFA", "BETA")
"""The workplaces of one organisation."""


def who(contact: PlainContact) -> str:
    """Return the person behind a contact; nobody knows more of an anonymous one."""
    return f"anonymous {contact.number}" if contact.person is None else f"person {contact.person}"


def told_about(contact: PlainContact, project: PlainProject) -> list[tuple[str, str]]:
    """Return every measure and code that a contact is counted under, in the plainest form."""
    kind = kind_of(contact, project)
    found = [
        ("contacts", "all"),
        ("contacts", kind),
        ("roles", contact.role or "not_told"),
        ("sick_leave", contact.sick_leave or "not_told"),
        ("channels", contact.channel),
    ]
    if contact.said_returning:
        found.append(("people", "said_returning"))
    if contact.person is not None:
        found.append(("people", "persons_seen"))
    for universe in ["all", "first"] if kind == "first" else ["all"]:
        for code in contact.reasons:
            found.append((f"reasons.{universe}", "total"))
            found.append((f"reasons.{universe}.by_code", code))
            found.append((f"reasons.{universe}.by_group", code[0]))
            found.append((f"reasons.{universe}.inquiries_by_group", code[0]))
        for code in contact.advice:
            found.append((f"advice.{universe}", "total"))
            found.append((f"advice.{universe}.by_code", code))
    if kind == "first":
        assert contact.person is not None
        sector = project.workplaces[contact.workplace] if contact.workplace else "not_told"
        found.append(("persons.gender", project.people[contact.person][0] or "not_told"))
        found.append(("persons.age", age_of(contact, project)))
        found.append(("persons.sector", sector))
        found.append(("persons.role", contact.role or "not_told"))
    return found


def persons(project: PlainProject, contacts: list[PlainContact]) -> dict[tuple[str, str], int]:
    """Return how many distinct persons stand behind every measure and code that is not zero."""
    behind: dict[tuple[str, str], set[str]] = {}
    for contact in contacts:
        for cell in told_about(contact, project):
            behind.setdefault(cell, set()).add(who(contact))
    return {cell: len(people) for cell, people in behind.items()}


def referred(project: PlainProject, first: str, last: str, codes: list[str] | None) -> int:
    """Return how many distinct persons were referred in a period."""
    by_number = {contact.number: contact for contact in project.contacts}
    found = set()
    for referral in project.referrals:
        talk = None if referral.contact is None else by_number.get(referral.contact)
        place = (talk.workplace or "") if talk else ""
        if first <= referral.suggested <= last and (codes is None or place in codes):
            found.add(who(talk) if talk else "person 0")
    return len(found)


def of_people(cells: Cells) -> dict[tuple[str, str], int]:
    """Return the persons of every cell that is not zero, referrals left out."""
    return {
        (measure, code): count.persons
        for measure, codes in cells.items()
        if not measure.startswith("referrals")
        for code, count in codes.items()
        if count.count
    }


@settings(max_examples=60)
@given(project=projects(), changes=corrections, day=st.sampled_from(DAYS))
def test_cells_equal_the_tallies_and_an_independent_count_of_persons(
    store: Store,
    project: PlainProject,
    changes: list[tuple[int, tuple[str, str] | None]],
    day: str,
) -> None:
    month = Period.month(date.fromisoformat(day))
    with taken_back(store):
        owner = store.organisations.ensure("Koncernen").id
        writer = Writer(store, project)
        for place_id in (writer.places[code] for code in OWNED):
            place = store.workplaces.get(place_id)
            store.workplaces.change(replace(place, organisation_id=owner))
        for number, change in changes:
            if all(referral.contact != number for referral in project.referrals):
                writer.correct(number, change)
        frozen = freeze(store, month)
        assert unpack(frozen.pack()) == frozen
        whole_year = Period(month.first.replace(month=1), month.last)
        assert {span.period for span in frozen.spans} == {month, whole_year}
        for period, scope in scopes(frozen):
            assert scope.told == tally(store, period, scope.codes)
            check_scope(project, period, scope)
        for span in frozen.spans:
            outside = contacts_at(project, span.period, [""])
            assert of_people(span.outside) == persons(project, outside)


@settings(max_examples=60)
@given(project=projects(), changes=corrections, day=st.sampled_from(DAYS))
def test_a_month_is_corrected_when_any_of_its_tallies_is_another(
    store: Store,
    project: PlainProject,
    changes: list[tuple[int, tuple[str, str] | None]],
    day: str,
) -> None:
    month = Period.month(date.fromisoformat(day))
    with taken_back(store):
        writer = Writer(store, project)
        frozen = freeze(store, month)
        close = MonthClose(
            month=frozen.month,
            revision=1,
            closed_on=date.fromisoformat(project.today),
            counsellor_id=store.settings.counsellor_id,
            figures=frozen.pack(),
        )
        assert not is_corrected(store, close)
        for number, change in changes:
            if all(referral.contact != number for referral in project.referrals):
                writer.correct(number, change)
        differs = any(
            lasting(tally(store, month, scope.codes)) != lasting(scope.tally)
            for scope in frozen.spans[0].scopes
        )
        assert is_corrected(store, close) == differs


def check_scope(project: PlainProject, period: Period, scope: FrozenScope) -> None:
    """Compare the counts with the tally and the persons with the plain count."""
    counts = {
        Measure(measure): {code: cell.count for code, cell in codes.items()}
        for measure, codes in scope.cells.items()
    }
    assert counts == listed(scope.told)
    codes = list(scope.codes) or None
    assert of_people(scope.cells) == persons(project, contacts_at(project, period, codes))
    made = scope.cells[Measure.REFERRALS_MADE]
    several = referred(project, str(period.first), str(period.last), codes)
    assert max((cell.persons for cell in made.values()), default=0) <= several
    assert several <= sum(cell.persons for cell in made.values())
    for cells in scope.cells.values():
        for cell in cells.values():
            assert (cell.count > 0) == (cell.persons > 0)
            assert cell.persons <= cell.count


def scopes(frozen: Frozen) -> list[tuple[Period, FrozenScope]]:
    """Return every scope with its period; they are the project, the places and the organisation."""
    found = [(span.period, scope) for span in frozen.spans for scope in span.scopes]
    expected = [(), *((code,) for code in WORKPLACES), OWNED]
    assert [scope.codes for _, scope in found] == expected * len(frozen.spans)
    return found


def contacts_at(
    project: PlainProject, period: Period, codes: list[str] | None
) -> list[PlainContact]:
    """Return the contacts of a period at these workplaces; None is everywhere, "" nowhere."""
    return [
        contact
        for contact in project.contacts
        if str(period.first) <= contact.date <= str(period.last)
        and (codes is None or (contact.workplace or "") in codes)
    ]


def test_the_measures_are_paths_of_the_tally(store: Store) -> None:
    counted = tally(store, Period.month(date(2024, 1, 1)))
    assert set(listed(counted)) == set(Measure)
    assert set(counted.persons.age) == set(AGES)
