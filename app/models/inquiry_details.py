"""One inquiry with everything that is known around it, and the history of its changes."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from app.models.audit import AuditEntry
from app.models.case_types import Referral
from app.models.changes import Action
from app.models.clock import from_stamp, local
from app.models.identity_types import LinkedContact
from app.models.people import is_erased
from app.models.rules import age_band
from app.models.types import (
    AgeBand,
    ContactKind,
    Counsellor,
    FollowUp,
    Gender,
    Inquiry,
    Person,
    RecordId,
    Visit,
    Workplace,
)
from app.texts import Text

if TYPE_CHECKING:
    from app.models.store import Store

FIELDS = {
    "date": Text("Dato", "Date"),
    "time": Text("Klokkeslæt", "Time"),
    "workplace_id": Text("Arbejdsplads", "Workplace"),
    "visit_id": Text("Fremmøde", "Visit"),
    "counsellor_id": Text("Vejleder", "Counsellor"),
    "channel": Text("Form", "Channel"),
    "identity": Text("Registreret eller anonym", "Registered or anonymous"),
    "person_id": Text("Person", "Person"),
    "gender": Text("Køn", "Gender"),
    "age_band": Text("Alder", "Age"),
    "role": Text("Rolle", "Role"),
    "sick_leave": Text("Sygefravær", "Sick leave"),
    "reasons": Text("Årsager", "Reasons"),
    "advice": Text("Råd", "Advice"),
    "minutes": Text("Minutter", "Minutes"),
    "said_returning": Text("Har været her før", "Has been here before"),
    "alias_id": Text("Kodeord", "Code word"),
    "note": Text("Privat note", "Private note"),
}
"""What the fields of an inquiry are called, in the order in which they are shown."""


class HistoryLine(msgspec.Struct, frozen=True, kw_only=True):
    """One change: when (local time), by whose initials, and the names of the fields it touched.

    ``event`` says it where there is more to say than that a record was changed.
    """

    at: datetime
    counsellor: str
    action: Action
    fields: tuple[str, ...]
    event: Text | None = None


class InquiryDetails(msgspec.Struct, frozen=True, kw_only=True):
    """One inquiry and what belongs to it.

    ``gender`` and ``age_band`` are those of the person at the contact, whether registered or
    anonymous; of somebody who was erased nothing is told. ``earlier`` counts the person's contacts
    before this one. ``code_word`` is the one that was chosen in the contact, ``code_word_contacts``
    how many still anonymous contacts have it. ``link`` says with which consent it came to its
    person later. ``closed``: its month is closed. ``history`` is the newest change first.
    """

    inquiry: Inquiry
    kind: ContactKind
    counsellor: Counsellor
    person: Person | None
    workplace: Workplace | None
    visit: Visit | None
    gender: Gender
    age_band: AgeBand
    earlier: int
    code_word: str = ""
    code_word_contacts: int = 0
    link: LinkedContact | None = None
    closed: bool = False
    followups: tuple[FollowUp, ...]
    referrals: tuple[Referral, ...]
    history: tuple[HistoryLine, ...]


def read_details(store: "Store", inquiry_id: RecordId) -> InquiryDetails | None:
    """Return the inquiry with everything around it, or None when it is no longer there."""
    inquiry = store.inquiries.find(inquiry_id)
    if inquiry is None:
        return None
    person = store.people.get(inquiry.person_id) if inquiry.person_id else None
    # Of somebody who was erased, promises and referrals are only counted.
    erased = person is not None and is_erased(person)
    if erased and person is not None:
        # The stand-in year and the gender are there to be counted, not to be told of anybody.
        person = msgspec.structs.replace(person, gender=Gender.NOT_TOLD, birth_year=None)
    band = age_band(person.birth_year, inquiry.date.year) if person else inquiry.age_band
    return InquiryDetails(
        inquiry=inquiry,
        kind=store.inquiries.kind_of(inquiry),
        counsellor=store.counsellors.get(inquiry.counsellor_id),
        person=person,
        workplace=store.workplaces.get(inquiry.workplace_id) if inquiry.workplace_id else None,
        visit=store.visits.get(inquiry.visit_id) if inquiry.visit_id else None,
        closed=store.month_closes.is_closed(inquiry.date),
        gender=person.gender if person else inquiry.gender,
        age_band=band,
        earlier=_earlier(store, inquiry),
        code_word=store.aliases.get(inquiry.alias_id).word if inquiry.alias_id else "",
        code_word_contacts=store.aliases.anonymous(inquiry.alias_id) if inquiry.alias_id else 0,
        link=store.linked_contacts.of_inquiry(inquiry.id),
        followups=() if erased else store.followups.of_inquiry(inquiry.id),
        referrals=() if erased else store.referrals.of_inquiry(inquiry.id),
        history=history_of(store, inquiry.id),
    )


def history_of(store: "Store", record_id: RecordId) -> tuple[HistoryLine, ...]:
    """Return every change of one record, the newest first."""
    return history_lines(store, store.audit.of_record(record_id))


def history_lines(store: "Store", entries: Sequence[AuditEntry]) -> tuple[HistoryLine, ...]:
    """Return changes that stand with the oldest first as lines, the newest first."""
    initials = {c.id: c.initials for c in store.counsellors.all()}
    return tuple(
        HistoryLine(
            at=local(from_stamp(entry.at)),
            counsellor=initials.get(RecordId(entry.counsellor_id), ""),
            action=entry.action,
            fields=entry.fields if entry.action is Action.UPDATE else (),
        )
        for entry in reversed(entries)
    )


def _earlier(store: "Store", inquiry: Inquiry) -> int:
    if inquiry.person_id is None:
        return 0
    contacts = store.inquiries.of_person(inquiry.person_id)
    return [contact.id for contact in contacts].index(inquiry.id)
