"""Who is who in the demo project's lived-in weeks: code words, a linked contact, a likely double."""

from datetime import date, timedelta

from msgspec.structs import replace

from app.models.folding import fold
from app.models.linking import link_contact
from app.models.registration import InquiryDraft, draft_of, register
from app.models.store import Store
from app.models.types import Channel, Identity, Person

_WEEKS = 10
_WORDS = ("blå cykel", "morgenfugl")
_EACH = 3
"""How many contacts have each code word."""


def tell_who_is_who(store: Store, today: date) -> None:
    """Give some anonymous contacts a code word, link one of them, and register somebody twice."""
    first = today - timedelta(weeks=_WEEKS)
    visits = store.visits.between(first, today)
    contacts = [one for visit in visits for one in store.inquiries.of_visit(visit.id)]
    anonymous = [one for one in contacts if one.person_id is None]
    for number, word in enumerate(_WORDS):
        for contact in anonymous[number :: len(_WORDS)][:_EACH]:
            register(store, replace(draft_of(store, contact), code_word=word))
    seen = [store.people.get(one.person_id) for one in contacts if one.person_id is not None]
    known = [person for person in seen if _respelt(person) and person.birth_year]
    if not anonymous or not known:
        return
    person, yesterday = known[-1], today - timedelta(days=1)
    link_contact(store, anonymous[len(_WORDS) - 1].id, person.id, yesterday)
    register(
        store,
        InquiryDraft(
            date=yesterday,
            time="14:20",
            channel=Channel.PHONE,
            counsellor_id=store.settings.counsellor_id,
            identity=Identity.REGISTERED,
            name=_respelt(person),
            birth_year=person.birth_year,
            reasons=("S06",),
            advice=("A03",),
        ),
    )


def _respelt(person: Person) -> str:
    """Return a name as somebody writes it who has only heard it; empty where it is the same."""
    heard = fold(person.name).title()
    return heard if fold(person.name) != person.name.lower() else ""
