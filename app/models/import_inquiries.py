"""Importing inquiries: what a file would add, and adding it."""

from collections import Counter
from collections.abc import Iterable

import msgspec
from msgspec.structs import replace

from app.models.csv_reading import Table
from app.models.import_columns import (
    INQUIRY_FIELDS,
    ColumnMapping,
    check_mapping,
    guess_mapping,
    unused_notices,
)
from app.models.import_contacts import ContactReader, ImportedContact
from app.models.import_names import add_counsellors, new_counsellors, same_name
from app.models.import_people import Candidate, PeopleMatcher
from app.models.import_report import ClosedMonth, ImportProblem, ImportReport
from app.models.import_rows import RowReader
from app.models.store import Store
from app.models.types import Gender, Identity, Inquiry, Person, RecordId

KIND = "inquiries"


class PlannedContact(msgspec.Struct, frozen=True, kw_only=True):
    """A row that can be imported; ``person`` is None for an anonymous contact."""

    row: int
    contact: ImportedContact
    fingerprint: str
    person: Candidate | None


class InquiryPlan(msgspec.Struct, frozen=True, kw_only=True):
    """What importing a table of inquiries would do."""

    table: Table
    mapping: dict[str, str]
    report: ImportReport
    contacts: tuple[PlannedContact, ...]


def plan_inquiries(store: Store, table: Table, mapping: ColumnMapping | None = None) -> InquiryPlan:
    """Return what importing ``table`` would do; nothing is written.

    ``mapping`` says which header holds which field; without one it is guessed.

    Raises:
        InvalidInput: a required column is missing, or a column that is used stands twice.
    """
    chosen = dict(guess_mapping(table.columns, INQUIRY_FIELDS) if mapping is None else mapping)
    check_mapping(table, INQUIRY_FIELDS, chosen)
    reader, people, known = ContactReader(store), PeopleMatcher(store), store.imported_rows.known()
    copies: Counter[ImportedContact] = Counter()
    contacts: list[PlannedContact] = []
    problems: list[ImportProblem] = []
    already_there = 0
    for row in table.rows:
        cells = RowReader(table, chosen, row)
        contact = reader.read(cells)
        if contact is None:
            problems += cells.problems
            continue
        copies[contact] += 1
        fingerprint = contact.fingerprint(copies[contact])
        if fingerprint in known:
            already_there += 1
            continue
        person = None
        if contact.identity is Identity.REGISTERED:
            match = people.match(contact, row.number)
            if isinstance(match, ImportProblem):
                problems.append(replace(match, column=chosen.get(match.column, match.column)))
                continue
            person = match
        contacts.append(
            PlannedContact(row=row.number, contact=contact, fingerprint=fingerprint, person=person)
        )
    report = ImportReport(
        kind=KIND,
        rows=len(table.rows),
        added=len(contacts),
        already_there=already_there,
        rejected=tuple(problems),
        new_people=len({id(c.person) for c in contacts if c.person and c.person.stored is None}),
        new_counsellors=new_counsellors(store, (c.contact.counsellor for c in contacts)),
        closed_months=_closed_months(store, contacts),
        notices=unused_notices(table.columns, chosen),
    )
    return InquiryPlan(table=table, mapping=chosen, report=report, contacts=tuple(contacts))


def _closed_months(store: Store, contacts: Iterable[PlannedContact]) -> tuple[ClosedMonth, ...]:
    """Return the closed months into which contacts come, and how many into each."""
    closed = store.month_closes.months()
    months = Counter(f"{planned.contact.date:%Y-%m}" for planned in contacts)
    return tuple(
        ClosedMonth(month=month, rows=rows)
        for month, rows in sorted(months.items())
        if month in closed
    )


def write_inquiries(store: Store, plan: InquiryPlan) -> None:
    """Store what ``plan`` holds; to be called inside the transaction in which it was made."""
    workplaces = {place.code: place.id for place in store.workplaces.all()}
    counsellors = add_counsellors(store, plan.report.new_counsellors)
    counsellors[""] = store.settings.counsellor_id
    people: dict[int, RecordId] = {}
    for planned in plan.contacts:
        contact = planned.contact
        if planned.person is not None and id(planned.person) not in people:
            people[id(planned.person)] = _stored(store, planned.person, workplaces).id
        inquiry = store.inquiries.add(
            Inquiry(
                date=contact.date,
                time=contact.time,
                workplace_id=workplaces.get(contact.workplace),
                counsellor_id=counsellors[same_name(contact.counsellor)],
                channel=contact.channel,
                identity=contact.identity,
                person_id=people[id(planned.person)] if planned.person else None,
                # The person carries the gender once registered.
                gender=Gender.NOT_TOLD if planned.person else contact.gender,
                age_band=contact.age_band,
                role=contact.role,
                sick_leave=contact.sick_leave,
                reasons=contact.reasons,
                advice=contact.advice,
                minutes=contact.minutes,
                said_returning=contact.said_returning,
                note=contact.note,
            )
        )
        store.imported_rows.remember(planned.fingerprint, store.inquiries.kind, inquiry.id)


def _stored(store: Store, person: Candidate, workplaces: dict[str, RecordId]) -> Person:
    if person.stored is None:
        return store.people.add(
            Person(
                name=person.name,
                gender=person.gender,
                birth_year=person.birth_year,
                phone=person.phone,
                workplace_id=workplaces.get(person.workplace),
                import_key=person.key,
                consent_on=person.consent_on,
                evaluator_consent_on=person.evaluator_consent_on,
            )
        )
    if person.stored.merged_into is not None:
        return store.people.standing(person.stored.id)
    # What somebody who is known agreed to stays: it may have been withdrawn since.
    completed = replace(
        person.stored, gender=person.gender, birth_year=person.birth_year, phone=person.phone
    )
    return store.people.change(completed)
