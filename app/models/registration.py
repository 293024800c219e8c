"""Registering a contact: person, inquiry and promise, in one transaction.

This is what the registration page fills in and what a draft on disk holds.
"""

from datetime import date

import msgspec
from msgspec.structs import replace

from app.errors import InvalidInput, Problem
from app.models.store import Store
from app.models.types import (
    AgeBand,
    Channel,
    FollowUp,
    Gender,
    Identity,
    Inquiry,
    Person,
    RecordId,
    Role,
    SickLeave,
)
from app.texts import Text

DRAFT_KIND = "inquiry"


class InquiryDraft(msgspec.Struct, frozen=True, kw_only=True):
    """A contact as far as it has been typed.

    ``person_id`` is a known person; without one, a registered contact makes a new person of the
    ``name``, ``gender``, ``birth_year`` and ``phone``. ``inquiry_id`` is set while an existing
    inquiry is being corrected. ``follow_up_on`` asks for a promise with that due date.
    """

    follow_up_on: date | None = None
    date: date
    time: str = ""
    workplace_id: RecordId | None = None
    visit_id: RecordId | None = None
    counsellor_id: RecordId = RecordId("")
    channel: Channel = Channel.WORKPLACE
    identity: Identity = Identity.ANONYMOUS
    person_id: RecordId | None = None
    name: str = ""
    gender: Gender = Gender.NOT_TOLD
    birth_year: int | None = None
    phone: str = ""
    age_band: AgeBand = AgeBand.NOT_TOLD
    role: Role = Role.NOT_TOLD
    sick_leave: SickLeave = SickLeave.NOT_TOLD
    reasons: tuple[str, ...] = ()
    advice: tuple[str, ...] = ()
    minutes: int | None = None
    said_returning: bool = False
    note: str = ""
    follow_up_text: str = ""
    inquiry_id: RecordId | None = None

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing has been typed that would be a pity to lose."""
        typed = (self.person_id, self.name, self.phone, self.reasons, self.advice, self.note)
        return not any(typed) and self.follow_up_on is None


class Registered(msgspec.Struct, frozen=True, kw_only=True):
    """What a registration stored; ``change_set`` undoes all of it at once."""

    inquiry: Inquiry
    person: Person | None
    follow_up: FollowUp | None
    change_set: str


def register(store: Store, draft: InquiryDraft) -> Registered:
    """Store a contact with its person and promise, and forget the draft.

    Raises:
        InvalidInput: a reason, or the name of a registered person, is missing; nothing is stored.
    """
    _require_the_minimum(draft)
    with store.atomic() as change_set:
        person = _person(store, draft)
        inquiry = _inquiry(store, draft, person)
        follow_up = _follow_up(store, draft, inquiry)
        store.drafts.discard(DRAFT_KIND)
    return Registered(inquiry=inquiry, person=person, follow_up=follow_up, change_set=change_set)


def draft_of(store: Store, inquiry: Inquiry) -> InquiryDraft:
    """Return the draft with which an existing inquiry can be corrected."""
    person = store.people.get(inquiry.person_id) if inquiry.person_id else None
    shared = {
        name: getattr(inquiry, name)
        for name in InquiryDraft.__struct_fields__
        if name in Inquiry.__struct_fields__
    }
    draft = InquiryDraft(**shared, inquiry_id=inquiry.id)
    if person is None:
        return draft
    return replace(
        draft,
        name=person.name,
        gender=person.gender,
        birth_year=person.birth_year,
        phone=person.phone,
    )


def save_draft(store: Store, draft: InquiryDraft) -> None:
    """Keep what has been typed so far."""
    store.drafts.save(DRAFT_KIND, msgspec.json.encode(draft).decode())


def read_draft(store: Store) -> InquiryDraft | None:
    """Return what was typed and never saved, or None."""
    payload = store.drafts.read(DRAFT_KIND)
    return None if payload is None else msgspec.json.decode(payload, type=InquiryDraft)


def _require_the_minimum(draft: InquiryDraft) -> None:
    problems = []
    if not draft.reasons:
        text = Text("Vælg mindst én årsag.", "Choose at least one reason.")
        problems.append(Problem("reasons", text))
    if draft.identity is Identity.REGISTERED and not (draft.person_id or draft.name.strip()):
        text = Text("Skriv et navn, eller vælg Anonym.", "Enter a name, or choose Anonymous.")
        problems.append(Problem("name", text))
    if problems:
        what = Text("Henvendelsen blev ikke gemt.", "The inquiry was not saved.")
        raise InvalidInput(what, tuple(problems))


def _person(store: Store, draft: InquiryDraft) -> Person | None:
    if draft.identity is Identity.ANONYMOUS:
        return None
    if draft.person_id is None:
        return store.people.add(
            Person(
                name=draft.name.strip(),
                gender=draft.gender,
                birth_year=draft.birth_year,
                phone=draft.phone.strip(),
                workplace_id=draft.workplace_id,
            )
        )
    known = store.people.get(draft.person_id)
    # What is typed about a known person completes the record; it never empties it.
    return store.people.change(
        replace(
            known,
            gender=draft.gender or known.gender,
            birth_year=draft.birth_year or known.birth_year,
            phone=draft.phone.strip() or known.phone,
            workplace_id=draft.workplace_id or known.workplace_id,
        )
    )


def _inquiry(store: Store, draft: InquiryDraft, person: Person | None) -> Inquiry:
    values = {
        name: getattr(draft, name)
        for name in InquiryDraft.__struct_fields__
        if name in Inquiry.__struct_fields__
    }
    values["person_id"] = person.id if person else None
    values["counsellor_id"] = draft.counsellor_id or store.settings.counsellor_id
    if person is not None:
        values |= {"gender": Gender.NOT_TOLD, "age_band": AgeBand.NOT_TOLD}
        values["said_returning"] = False
    if draft.inquiry_id is None:
        return store.inquiries.add(Inquiry(**values))
    return store.inquiries.change(replace(store.inquiries.get(draft.inquiry_id), **values))


def _follow_up(store: Store, draft: InquiryDraft, inquiry: Inquiry) -> FollowUp | None:
    if draft.follow_up_on is None:
        return None
    return store.followups.add(
        FollowUp(
            due_on=draft.follow_up_on,
            text=draft.follow_up_text,
            inquiry_id=inquiry.id,
            person_id=inquiry.person_id,
            workplace_id=inquiry.workplace_id,
        )
    )
