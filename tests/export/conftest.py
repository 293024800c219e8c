"""A small project whose report holds everything that a renderer could get wrong."""

from collections.abc import Iterator
from datetime import date

import pytest

from app.export.report import Report, make_report
from app.models.periods import Period
from app.models.store import Store
from app.models.types import (
    Channel,
    Gender,
    Identity,
    Inquiry,
    Person,
    RecordId,
    Role,
    Sector,
    SickLeave,
    Visit,
    VisitStatus,
    Workplace,
)
from tests.stores import new_store

OCTOBER = Period.month(date(2026, 10, 1))
SECRETS = ("Anna Lund", "Bo Dam", "12345678", "noget privat")
"""What stands in the store about people and may stand in no report."""


def _visit(store: Store, place: Workplace, day: int, minutes: int, status: VisitStatus) -> Visit:
    return store.visits.add(
        Visit(
            workplace_id=place.id,
            counsellor_id=store.settings.counsellor_id,
            date=date(2026, 10, day),
            status=status,
            started_at=f"2026-10-{day:02}T07:00:00.000Z",
            ended_at=f"2026-10-{day:02}T{7 + minutes // 60:02}:{minutes % 60:02}:00.000Z",
        )
    )


def fill(store: Store) -> None:
    """Write three workplaces, three visits and eight contacts."""
    lem = store.workplaces.add(
        Workplace(code="LEM", name="Vestas i Lem", sector=Sector.PRIVATE, headcount=80)
    )
    soen = store.workplaces.add(Workplace(code="SØN", name="=Sum & Søn <A/S>"))
    store.workplaces.add(
        Workplace(code="AELDRE", name="Ældrecenter Åbrinken", sector=Sector.MUNICIPAL)
    )
    first = _visit(store, lem, 6, 90, VisitStatus.HELD)
    _visit(store, lem, 13, 60, VisitStatus.HELD)
    _visit(store, soen, 14, 60, VisitStatus.CANCELLED)
    anna = store.people.add(
        Person(name="Anna Lund", gender=Gender.WOMAN, birth_year=1967, phone="12345678")
    )
    bo = store.people.add(Person(name="Bo Dam"))

    def add(day: int, person: Person | None = None, month: int = 10, **values: object) -> None:
        store.inquiries.add(
            Inquiry(
                date=date(2026, month, day),
                counsellor_id=store.settings.counsellor_id,
                identity=Identity.REGISTERED if person else Identity.ANONYMOUS,
                person_id=person.id if person else None,
                note="noget privat",
                **values,  # type: ignore[arg-type]
            )
        )

    at_visit: dict[str, RecordId] = {"workplace_id": lem.id, "visit_id": first.id}
    add(3, month=9, reasons=("O03",))
    add(6, anna, **at_visit, reasons=("P01", "S01"), advice=("A01", "A03"), role=Role.EMPLOYEE)
    add(6, bo, **at_visit, reasons=("P01",), advice=("A01",), sick_leave=SickLeave.FULL)
    add(6, **at_visit, reasons=("R02",), advice=("A07",), said_returning=True)
    add(7, anna, workplace_id=soen.id, reasons=("F05",), advice=("A06",))
    add(8, channel=Channel.PHONE, reasons=("P06",), advice=("A03",), role=Role.MANAGER)
    add(9, channel=Channel.EMAIL, reasons=("O01",), advice=("A15", "A17"))
    add(10, workplace_id=soen.id, channel=Channel.PHONE, reasons=("P02",), advice=("A01",))


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The filled store; tests here only read it."""
    opened = new_store(tmp_path_factory.mktemp("export"))
    fill(opened)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def report(store: Store) -> Report:
    return make_report(store, OCTOBER)


@pytest.fixture(scope="session")
def english(store: Store) -> Report:
    return make_report(store, OCTOBER, language="en")
