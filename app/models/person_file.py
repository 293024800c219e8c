"""Everything that is stored about one person, for the page and for the right of access."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

import msgspec

from app.errors import Conflict
from app.models.access import AccessFilter
from app.models.access_reading import AccessRow, read_access
from app.models.backup_holdings import Holdings, find_holdings
from app.models.case_types import Referral
from app.models.clock import local_today
from app.models.inquiry_details import HistoryLine, InquiryDetails, read_details
from app.models.inquiry_drafts import InquiryDraft
from app.models.mentions import Mention, mentions_of
from app.models.people import is_erased
from app.models.person_changes import ChangeReader, PersonChange
from app.models.person_history import person_history
from app.models.person_traces import find_traces
from app.models.promises import Promise, told
from app.models.referral_list import ShownReferral, referrals_of_person
from app.models.taxonomy import Term
from app.models.types import FollowUp, Person, RecordId, TermKind, Workplace
from app.paths import Paths
from app.texts import Text

if TYPE_CHECKING:
    from app.models.store import Store


class SeenAt(msgspec.Struct, frozen=True):
    """A workplace at which a person was seen, and when last."""

    workplace: Workplace
    last: date


class PersonDetails(msgspec.Struct, frozen=True, kw_only=True):
    """One person with their contacts and referrals, the newest first, and all that was promised.

    ``workplace`` is their own; ``seen_at`` are the others of their contacts, the latest first.
    ``merged`` are the records that were merged into this one. ``history`` are the changes of the
    master data, the newest first.
    """

    person: Person
    workplace: Workplace | None
    seen_at: tuple[SeenAt, ...]
    contacts: tuple[InquiryDetails, ...]
    promises: tuple[Promise, ...]
    referrals: tuple[ShownReferral, ...]
    history: tuple[HistoryLine, ...]
    merged: tuple[Person, ...] = ()


class PersonFile(msgspec.Struct, frozen=True, kw_only=True):
    """What the person has a right to see.

    ``contacts`` stand with the oldest first, ``changes`` too. ``mentions`` are texts about others
    that seem to name the person; they are not part of the file. ``accesses`` tell who looked the
    person up, the oldest first, up to and with ``accesses_until``, the day before the file was
    made: the file itself is a look-up, and two files of one day shall be the same. ``merged`` are
    the records that were merged into this one, ``told_apart`` is the number of persons who were
    found not to be this one.
    """

    project: str
    demo: bool
    made_on: date
    person: Person
    workplace: Workplace | None
    contacts: tuple[InquiryDetails, ...]
    followups: tuple[FollowUp, ...]
    referrals: tuple[Referral, ...]
    drafts: tuple[InquiryDraft, ...]
    changes: tuple[PersonChange, ...]
    accesses: tuple[AccessRow, ...]
    accesses_until: date
    holdings: Holdings
    mentions: tuple[Mention, ...]
    terms: tuple[Term, ...]
    merged: tuple[Person, ...] = ()
    told_apart: int = 0


def read_person(store: "Store", person_id: RecordId) -> PersonDetails | None:
    """Return a person with everything around them, or None when they are no longer there.

    A record that was merged is read as the one that it was merged into. What an erasure leaves is
    counted and shows nothing of anybody: it has no page.
    """
    found = store.people.find(person_id)
    if found is None or is_erased(found):
        return None
    person = store.people.standing(person_id)
    contacts = _contacts(store, person.id)
    return PersonDetails(
        person=person,
        workplace=_workplace(store, person),
        seen_at=_seen_at(contacts, person.workplace_id),
        contacts=contacts[::-1],
        promises=told(store, store.followups.of_person(person.id)),
        referrals=referrals_of_person(store, person.id),
        history=person_history(store, person.id),
        merged=_merged(store, person.id),
    )


def read_file(store: "Store", paths: Paths, person_id: RecordId) -> PersonFile:
    """Return everything that the store and its backups hold of a person.

    Raises:
        NotFound: there is no such person.
        Conflict: they were erased; what is left is about nobody.
    """
    traces = find_traces(store, person_id)
    if is_erased(traces.person):
        raise Conflict(
            Text("Der er intet at vise.", "There is nothing to show."),
            Text("Personen er slettet for altid.", "The person was erased for good."),
            Text("Henvendelserne tælles kun endnu.", "The inquiries are only counted now."),
        )
    today = local_today(store.clock)
    yesterday = today - timedelta(days=1)
    reader = ChangeReader(store)
    return PersonFile(
        project=store.settings.project,
        demo=store.settings.demo,
        made_on=today,
        person=traces.person,
        workplace=_workplace(store, traces.person),
        contacts=_contacts(store, person_id),
        followups=store.followups.of_person(person_id),
        referrals=store.referrals.of_person(person_id),
        drafts=tuple(kept.draft for kept in traces.drafts),
        changes=tuple(reader.read(entry) for entry in traces.entries),
        accesses=read_access(store, AccessFilter(people=traces.people, last=yesterday))[::-1],
        accesses_until=yesterday,
        holdings=find_holdings(store, paths, traces.ids),
        mentions=mentions_of(store, traces.person),
        merged=_merged(store, person_id),
        told_apart=len(store.different_people.of_person(person_id)),
        terms=tuple(term for kind in TermKind for term in store.taxonomy.terms(kind, today)),
    )


def _contacts(store: "Store", person_id: RecordId) -> tuple[InquiryDetails, ...]:
    found = (read_details(store, inquiry.id) for inquiry in store.inquiries.of_person(person_id))
    return tuple(details for details in found if details is not None)


def _seen_at(contacts: Sequence[InquiryDetails], own: RecordId | None) -> tuple[SeenAt, ...]:
    """Return the workplaces of contacts that stand with the oldest first, their own left out."""
    last = {
        details.workplace.id: SeenAt(details.workplace, details.inquiry.date)
        for details in contacts
        if details.workplace is not None and details.workplace.id != own
    }
    return tuple(sorted(last.values(), key=lambda seen: seen.last, reverse=True))


def _merged(store: "Store", person_id: RecordId) -> tuple[Person, ...]:
    return tuple(map(store.people.get, store.people.merged_under(person_id)))


def _workplace(store: "Store", person: Person) -> Workplace | None:
    return store.workplaces.find(person.workplace_id) if person.workplace_id else None
