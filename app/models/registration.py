"""Registering a contact: person, inquiry and promise, in one transaction.

The registration page fills in an :class:`InquiryDraft`; :func:`register` stores what it says.
"""

from datetime import date
from typing import Any

import msgspec
from msgspec.structs import replace

from app.errors import InvalidInput, Problem
from app.models.checking import LIKE_A_CPR_NUMBER
from app.models.clock import local_today
from app.models.consent import Consent
from app.models.inquiry_drafts import (
    InquiryDraft,
    KeptDraft,
    discard_draft,
    draft_of,
    kept_drafts,
    read_draft,
    save_draft,
)
from app.models.people import is_erased
from app.models.rules import find_cpr
from app.models.store import Store
from app.models.types import AgeBand, Channel, FollowUp, Gender, Identity, Inquiry, Person, RecordId
from app.texts import Text

__all__ = [
    "InquiryDraft",
    "KeptDraft",
    "Registered",
    "discard_draft",
    "draft_of",
    "kept_drafts",
    "move_to_person",
    "read_draft",
    "register",
    "require_minimum",
    "require_place",
    "save_draft",
]


class Registered(msgspec.Struct, frozen=True, kw_only=True):
    """What a registration stored; ``change_set`` undoes all of it at once."""

    inquiry: Inquiry
    person: Person | None
    follow_up: FollowUp | None
    change_set: str


def register(store: Store, draft: InquiryDraft, draft_id: str = "") -> Registered:
    """Store a contact with its person and promise, and forget the draft kept as ``draft_id``.

    Raises:
        InvalidInput: a reason, or the name of a registered person, is missing; nothing is stored.
        Conflict: the inquiry or the person was changed elsewhere meanwhile; nothing is stored.
    """
    require_minimum(draft)
    with store.atomic() as change_set:
        person = _person(store, draft)
        inquiry = _inquiry(store, draft, person)
        follow_up = _follow_up(store, draft, inquiry)
        discard_draft(store, draft_id)
    return Registered(inquiry=inquiry, person=person, follow_up=follow_up, change_set=change_set)


def require_minimum(draft: InquiryDraft) -> None:
    """Raise InvalidInput unless the draft has a reason and, if registered, a name.

    What is promised must hold no CPR number, as in every follow-up.
    """
    problems = []
    if draft.identity is Identity.REGISTERED and not (draft.person_id or draft.name.strip()):
        text = Text("Skriv et navn, eller vælg Anonym.", "Enter a name, or choose Anonymous.")
        problems.append(Problem("name", text))
    if not draft.reasons:
        text = Text("Vælg mindst én årsag.", "Choose at least one reason.")
        problems.append(Problem("reasons", text))
    if draft.follow_up_on is not None and find_cpr(draft.follow_up_text):
        problems.append(Problem("follow_up_text", LIKE_A_CPR_NUMBER))
    if problems:
        what = Text("Henvendelsen blev ikke gemt.", "The inquiry was not saved.")
        raise InvalidInput(what, tuple(problems))


def require_place(draft: InquiryDraft) -> None:
    """Raise InvalidInput where somebody was talked to at a workplace, and it is not told at which.

    Whoever registers is asked; what is stored already stays. Reports for others take it that those who
    were talked to at a workplace are among its contacts.
    """
    if draft.channel is Channel.WORKPLACE and not draft.workplace_id:
        text = Text(
            "Vælg arbejdspladsen, eller en anden form end »På arbejdspladsen«.",
            "Choose the workplace, or another channel than “At the workplace”.",
        )
        what = Text("Henvendelsen blev ikke gemt.", "The inquiry was not saved.")
        raise InvalidInput(what, (Problem("workplace", text),))


def move_to_person(store: Store, inquiry_id: RecordId, person_id: RecordId) -> Inquiry:
    """Give a contact to a person who was known already, with its promises and referrals.

    What the person registered by mistake told (gender, year of birth, phone, consent) completes the
    known one; a person left without any contact is deleted, and what they were promised goes along.
    """
    with store.atomic():
        inquiry = store.inquiries.get(inquiry_id)
        mistaken = store.people.get(inquiry.person_id) if inquiry.person_id else None
        moved = store.inquiries.change(
            replace(
                inquiry,
                identity=Identity.REGISTERED,
                person_id=person_id,
                gender=Gender.NOT_TOLD,
                age_band=AgeBand.NOT_TOLD,
                said_returning=False,
            )
        )
        for promise in store.followups.of_inquiry(inquiry_id):
            store.followups.change(replace(promise, person_id=person_id))
        store.referrals.follow(moved)
        if mistaken is not None and mistaken.id != person_id:
            _complete(store, person_id, mistaken)
            if not store.inquiries.of_person(mistaken.id):
                for promise in store.followups.of_person(mistaken.id):
                    store.followups.change(replace(promise, person_id=person_id))
                for referral in store.referrals.of_person(mistaken.id):
                    store.referrals.change(replace(referral, person_id=person_id))
                store.people.delete(mistaken.id)
    return moved


def _complete(store: Store, person_id: RecordId, told: Person) -> Person:
    """Fill what is not known of a person with what was told; never empty or replace anything."""
    known = store.people.get(person_id)
    return store.people.change(
        replace(
            known,
            gender=known.gender or told.gender,
            birth_year=known.birth_year or told.birth_year,
            phone=known.phone or told.phone,
            workplace_id=known.workplace_id or told.workplace_id,
            consent_on=known.consent_on or told.consent_on,
            evaluator_consent_on=known.evaluator_consent_on or told.evaluator_consent_on,
        )
    )


def _consents(store: Store, draft: InquiryDraft) -> dict[str, date | None]:
    """Return when a new person agreed to what: on the day of the talk."""
    day = min(draft.date, local_today(store.clock))
    return {
        Consent.REGISTRATION.value: day if draft.consent else None,
        Consent.EVALUATOR.value: day if draft.evaluator_consent else None,
    }


def _person(store: Store, draft: InquiryDraft) -> Person | None:
    if draft.identity is Identity.ANONYMOUS:
        return None
    told = Person(
        name=draft.name.strip(),
        gender=draft.gender,
        birth_year=draft.birth_year,
        phone=draft.phone.strip(),
        workplace_id=draft.workplace_id,
    )
    if draft.person_id is None:
        return store.people.add(replace(told, **_consents(store, draft)))
    known = store.people.get(draft.person_id)
    if is_erased(known):
        return known
    if not draft.correct_person:
        # What is typed about a known person completes the record; it never empties it.
        return store.people.change(
            replace(
                known,
                gender=draft.gender or known.gender,
                birth_year=draft.birth_year or known.birth_year,
                phone=told.phone or known.phone,
                workplace_id=draft.workplace_id or known.workplace_id,
            )
        )
    return store.people.change(
        replace(
            known,
            name=told.name,
            gender=told.gender,
            birth_year=told.birth_year,
            phone=told.phone,
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
    current = store.inquiries.get(draft.inquiry_id) if draft.inquiry_id else None
    if person is None:
        values |= _code_word(store, draft, current)
    if current is None:
        return store.inquiries.add(Inquiry(**values))
    values["changed_at"] = draft.based_on or current.changed_at
    changed = store.inquiries.change(replace(current, **values))
    store.referrals.follow(changed)
    return changed


def _code_word(store: Store, draft: InquiryDraft, current: Inquiry | None) -> dict[str, Any]:
    """Return the code word of an anonymous contact; who used it before has been here before."""
    if not draft.code_word.strip():
        return {"alias_id": None}
    alias = store.aliases.ensure(draft.code_word)
    if current is not None and current.alias_id == alias.id:
        return {"alias_id": alias.id}
    earlier = map(store.inquiries.get, store.aliases.contacts(alias.id))
    when = (draft.date, draft.time)
    known = any((contact.date, contact.time) <= when for contact in earlier)
    return {"alias_id": alias.id, "said_returning": draft.said_returning or known}


def _follow_up(store: Store, draft: InquiryDraft, inquiry: Inquiry) -> FollowUp | None:
    promised = store.followups.find(draft.follow_up_id) if draft.follow_up_id else None
    if draft.follow_up_on is None:
        if promised is not None:
            store.followups.delete(promised.id)
        return None
    wanted = replace(
        promised or FollowUp(due_on=draft.follow_up_on),
        due_on=draft.follow_up_on,
        text=draft.follow_up_text.strip(),
        inquiry_id=inquiry.id,
        person_id=inquiry.person_id,
        workplace_id=inquiry.workplace_id,
    )
    if promised is None:
        return store.followups.add(wanted)
    return store.followups.change(wanted)
