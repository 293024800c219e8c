"""What the page begins with: a new contact, a kept draft, or a stored inquiry."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import assert_never

from msgspec.structs import replace

from app.models.clock import Clock, local_today
from app.models.people import is_erased
from app.models.recognition import KnownPerson, known_person
from app.models.registration import InquiryDraft, KeptDraft, draft_of, kept_drafts
from app.models.store import Store
from app.models.types import Identity, RecordId
from app.ui.pages.register.identity_fields import NOBODY
from app.ui.pages.register.reading import (
    Occasion,
    Surroundings,
    fitting_visit,
    fresh_draft,
    now,
    read_surroundings,
)
from app.ui.pages.targets import DuplicateInquiry, EditInquiry, ForPerson

Target = EditInquiry | DuplicateInquiry | ForPerson | KeptDraft | None


@dataclass(frozen=True, slots=True)
class Opened:
    """A draft with everything around it, and the other drafts that were never saved.

    ``draft_id`` is empty for a draft that is not kept yet.
    """

    draft: InquiryDraft
    around: Surroundings
    kept: tuple[KeptDraft, ...]
    known: KnownPerson | None = None
    draft_id: str = ""

    @property
    def is_fresh(self) -> bool:
        """Whether this is a new contact of which nothing is known but the occasion."""
        return self.draft.is_empty and self.draft.inquiry_id is None


def opening_of(target: object, clock: Clock) -> Callable[[Store], Opened]:
    """Return the job that reads what the page needs for ``target``; unknown targets begin anew.

    The job raises NotFound when what shall be shown is no longer there.
    """
    known_targets = (EditInquiry, DuplicateInquiry, ForPerson, KeptDraft)
    wanted: Target = target if isinstance(target, known_targets) else None

    def job(store: Store) -> Opened:
        begun = _begin(store, wanted, clock)
        draft_id = wanted.id if isinstance(wanted, KeptDraft) else ""
        occasion = Occasion(begun.date, begun.workplace_id)
        around = read_surroundings(store, occasion, local_today(clock))
        if begun.inquiry_id is None and not isinstance(wanted, KeptDraft):
            begun = replace(begun, visit_id=fitting_visit(begun, around.visits))
        person = begun.person_id
        known = known_person(store, person, before=begun.inquiry_id) if person else None
        others = tuple(kept for kept in kept_drafts(store) if kept.id != draft_id)
        return Opened(begun, around, others, known, draft_id)

    return job


def _begin(store: Store, target: Target, clock: Clock) -> InquiryDraft:
    if isinstance(target, KeptDraft):
        return target.draft
    if isinstance(target, EditInquiry):
        return draft_of(store, store.inquiries.get(target.inquiry_id))
    fresh = fresh_draft(clock, read_surroundings(store, None, local_today(clock)))
    if target is None:
        return fresh
    if isinstance(target, DuplicateInquiry):
        return _again(store, target.inquiry_id, fresh, clock)
    if isinstance(target, ForPerson):
        return _for_person(store, target.person_id, fresh)
    assert_never(target)


def _again(store: Store, inquiry_id: RecordId, fresh: InquiryDraft, clock: Clock) -> InquiryDraft:
    """Return a new contact like a stored one; time, note and promise belong to the old one."""
    inquiry = store.inquiries.get(inquiry_id)
    draft = draft_of(store, inquiry)
    if inquiry.person_id is not None and is_erased(store.people.get(inquiry.person_id)):
        # Nobody new is added to those who were erased.
        draft = replace(draft, **NOBODY, identity=Identity.ANONYMOUS)
    return replace(
        draft,
        date=fresh.date,
        time=now(clock),
        counsellor_id=fresh.counsellor_id,
        visit_id=None,
        minutes=None,
        note="",
        follow_up_on=None,
        follow_up_text="",
        follow_up_id=None,
        inquiry_id=None,
        based_on="",
    )


def _for_person(store: Store, person_id: RecordId, fresh: InquiryDraft) -> InquiryDraft:
    person = store.people.get(person_id)
    contacts = store.inquiries.of_person(person_id)
    role = contacts[-1].role if contacts and contacts[-1].role else fresh.role
    return replace(
        fresh,
        identity=Identity.REGISTERED,
        person_id=person.id,
        name=person.name,
        gender=person.gender,
        birth_year=person.birth_year,
        phone=person.phone,
        workplace_id=fresh.workplace_id or person.workplace_id,
        role=role,
    )
