"""Who is who in the demo project's lived-in weeks: code words, a linked contact, a likely double."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from app.models.folding import fold
from app.models.identity_doubts import doubts_of_link
from app.models.linking import link_contact
from app.models.registration import InquiryDraft, draft_of, register
from app.models.store import Store
from app.models.types import Channel, Identity, Inquiry, Person, RecordId

_WEEKS = 10
_FRIDAY = 5
_WORDS = ("blå cykel", "morgenfugl")
_EACH = 3
"""How many contacts have each code word."""


def tell_who_is_who(store: Store, today: date) -> None:
    """Give some anonymous contacts a code word, link one of them, and register somebody twice."""
    first, last = today - timedelta(weeks=_WEEKS), _last_workday(today)
    visits = store.visits.between(first, today)
    contacts = [one for visit in visits for one in store.inquiries.of_visit(visit.id)]
    anonymous: dict[RecordId | None, list[Inquiry]] = {}
    for contact in contacts:
        if contact.person_id is None:
            anonymous.setdefault(contact.workplace_id, []).append(contact)
    # Who chooses a word comes back to where they work.
    often = sorted(anonymous.values(), key=len, reverse=True)
    worded = [
        _choose_word(store, word, theirs) for word, theirs in zip(_WORDS, often, strict=False)
    ]
    seen = [store.people.get(one.person_id) for one in contacts if one.person_id is not None]
    _link_one(store, worded, seen, last)
    _register_twice(store, seen, last)


def _choose_word(store: Store, word: str, contacts: Sequence[Inquiry]) -> list[Inquiry]:
    """Let the first contacts of a workplace, one a day, be of somebody who tells the same each time."""
    by_day = {contact.date: contact for contact in reversed(contacts)}
    theirs = [by_day[day] for day in sorted(by_day)][:_EACH]
    told = theirs[0]
    return [
        register(
            store,
            replace(
                draft_of(store, contact),
                code_word=word,
                gender=told.gender,
                age_band=told.age_band,
                role=told.role,
            ),
        ).inquiry
        for contact in theirs
    ]


def _link_one(
    store: Store, worded: Iterable[Sequence[Inquiry]], seen: Sequence[Person], consent_on: date
) -> None:
    """Link the last contact of a code word to whom it may have been; the others stay anonymous."""
    for *others, last in worded:
        for person in seen if others else ():
            contacts = store.inquiries.of_person(person.id)
            is_here = person.workplace_id == last.workplace_id and all(
                one.date != last.date and one.role is last.role for one in contacts
            )
            if is_here and not doubts_of_link(last, person):
                link_contact(store, last.id, person.id, consent_on)
                return


def _register_twice(store: Store, seen: Sequence[Person], day: date) -> None:
    """Let somebody who was there before ring, and be written down by who only heard the name."""
    known = [
        person
        for person in seen
        if _respelt(person)
        and person.birth_year
        and all(contact.date != day for contact in store.inquiries.of_person(person.id))
    ]
    if not known:
        return
    register(
        store,
        InquiryDraft(
            date=day,
            time="14:20",
            channel=Channel.PHONE,
            counsellor_id=store.settings.counsellor_id,
            identity=Identity.REGISTERED,
            name=_respelt(known[-1]),
            birth_year=known[-1].birth_year,
            reasons=("S06",),
            advice=("A03",),
        ),
    )


def _last_workday(today: date) -> date:
    """Return the last day from Monday to Friday before ``today``."""
    days = (today - timedelta(days=ago) for ago in range(1, 4))
    return next(day for day in days if day.isoweekday() <= _FRIDAY)


def _respelt(person: Person) -> str:
    """Return a name as somebody writes it who has only heard it; empty where it is the same."""
    heard = fold(person.name).title()
    return heard if fold(person.name) != person.name.lower() else ""
