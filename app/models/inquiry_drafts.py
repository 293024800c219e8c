"""Drafts of contacts: what has been typed and not saved yet, several at a time if need be.

Beginning with the next person never writes over what was typed about the last one.
"""

from datetime import date

import msgspec
from msgspec.structs import replace

from app.models.clock import stamp
from app.models.people import ERASED_NAME, is_erased
from app.models.store import Store
from app.models.types import (
    AgeBand,
    Channel,
    Gender,
    Identity,
    Inquiry,
    RecordId,
    Role,
    SickLeave,
)

DRAFT_KIND = "inquiry"


class InquiryDraft(msgspec.Struct, frozen=True, kw_only=True):
    """A contact as far as it has been typed.

    ``person_id`` is a known person; without one, a registered contact makes a new person of the
    ``name``, ``gender``, ``birth_year`` and ``phone``. With a known person these only complete
    what is not known, unless ``correct_person`` says that they are how it should have been.
    ``consent`` and ``evaluator_consent`` say whether a new person agreed to registration and to
    be phoned by an evaluator. ``code_word`` is what an anonymous person chose to be recognised by.
    ``follow_up_on`` asks for a promise with that due date. While an existing inquiry is being
    corrected, ``inquiry_id`` names it, ``based_on`` is its stamp when it was read, and
    ``follow_up_id`` its open promise.
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
    code_word: str = ""
    note: str = ""
    follow_up_text: str = ""
    inquiry_id: RecordId | None = None
    correct_person: bool = False
    based_on: str = ""
    follow_up_id: RecordId | None = None
    consent: bool = True
    evaluator_consent: bool = False

    @property
    def of_erased(self) -> bool:
        """Whether a contact is corrected behind which nobody stands any more."""
        return self.person_id is not None and self.name == ERASED_NAME

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing has been typed that would be a pity to lose."""
        who = (self.person_id, self.name, self.phone, self.code_word)
        typed = (*who, self.reasons, self.advice, self.note)
        return not any(typed) and not self.follow_up_text and self.follow_up_on is None


class KeptDraft(msgspec.Struct, frozen=True, kw_only=True):
    """A draft in the store; ``kept_at`` is the UTC stamp of its last change."""

    id: str
    kept_at: str
    draft: InquiryDraft


class _KeptDrafts(msgspec.Struct, frozen=True, kw_only=True):
    drafts: tuple[KeptDraft, ...] = ()


def draft_of(store: Store, inquiry: Inquiry) -> InquiryDraft:
    """Return the draft with which an existing inquiry can be corrected."""
    person = store.people.get(inquiry.person_id) if inquiry.person_id else None
    open_promises = [f for f in store.followups.of_inquiry(inquiry.id) if f.done_on is None]
    shared = {
        name: getattr(inquiry, name)
        for name in InquiryDraft.__struct_fields__
        if name in Inquiry.__struct_fields__
    }
    draft = InquiryDraft(**shared, inquiry_id=inquiry.id, based_on=inquiry.changed_at)
    if inquiry.alias_id is not None and inquiry.identity is Identity.ANONYMOUS:
        draft = replace(draft, code_word=store.aliases.get(inquiry.alias_id).word)
    if open_promises:
        promise = open_promises[0]
        draft = replace(
            draft,
            follow_up_id=promise.id,
            follow_up_on=promise.due_on,
            follow_up_text=promise.text,
        )
    if person is None:
        return draft
    if is_erased(person):
        # Gender and year are there to be counted, not to be shown or corrected.
        return replace(draft, name=person.name)
    return replace(
        draft,
        name=person.name,
        gender=person.gender,
        birth_year=person.birth_year,
        phone=person.phone,
    )


def kept_drafts(store: Store) -> tuple[KeptDraft, ...]:
    """Return what was typed and never saved, the newest last; what cannot be read is left out."""
    kept = store.drafts.decoded(DRAFT_KIND, _KeptDrafts) or _KeptDrafts()
    return tuple(sorted(kept.drafts, key=lambda each: each.kept_at))


def read_draft(store: Store, draft_id: str | None = None) -> InquiryDraft | None:
    """Return one draft, the newest unless ``draft_id`` says which, or None."""
    kept = [each for each in kept_drafts(store) if draft_id in (None, each.id)]
    return kept[-1].draft if kept else None


def save_draft(store: Store, draft: InquiryDraft, draft_id: str = "") -> None:
    """Keep what has been typed so far, in place of what was kept as ``draft_id`` before."""
    kept = KeptDraft(id=draft_id, kept_at=stamp(store.clock()), draft=draft)
    _keep(store, (*_others(store, draft_id), kept))


def discard_draft(store: Store, draft_id: str = "") -> None:
    """Forget what was kept as ``draft_id``."""
    _keep(store, _others(store, draft_id))


def _others(store: Store, draft_id: str) -> tuple[KeptDraft, ...]:
    return tuple(each for each in kept_drafts(store) if each.id != draft_id)


def _keep(store: Store, kept: tuple[KeptDraft, ...]) -> None:
    if kept:
        payload = msgspec.json.encode(_KeptDrafts(drafts=kept)).decode()
        store.drafts.save(DRAFT_KIND, payload)
    else:
        store.drafts.discard(DRAFT_KIND)
